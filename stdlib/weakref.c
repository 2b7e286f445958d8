/* weakref.c: the module _weakref, on which weakref.py builds. */
#include "runtime/native.h"
#include "runtime/objects/weakref.h"

static Value get_count(Args args)
{
    return value_int(weakref_count(args.at[0]));
}
static Value get_refs(Args args)
{
    return weakrefs_of(args.at[0]);
}
static Value make_proxy(Args args)
{
    Type *type = op_callable(args.at[0]) ? &weak_callable_proxy_type : &weak_proxy_type;
    return weakref_new(type, args.at[0], arg_or(args, 1, NONE));
}

static const NativeDef functions[] = {
    {"getweakrefcount", get_count, "object, /", "The number of weak references to an object.", 0, 0},
    {"getweakrefs", get_refs, "object, /", "The weak references to an object, in a list.", 0, 0},
    {"proxy", make_proxy, "object, callback=, /", "A proxy that refers weakly to an object.", 0, 0},
    {0},
};

static void fill(Value module)
{
    weakref_start();
    module_set(module, "ref", value_from(&weakref_type));
    module_set(module, "ReferenceType", value_from(&weakref_type));
    module_set(module, "ProxyType", value_from(&weak_proxy_type));
    module_set(module, "CallableProxyType", value_from(&weak_callable_proxy_type));
}

const ModuleDef weakref_module = {"_weakref", "Weak references.", functions, fill, NULL};
