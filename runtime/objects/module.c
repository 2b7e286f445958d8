/* module.c: see module.h. */
#include "runtime/native.h"
#include "runtime/objects/names.h"

static Module *as_module(Value v)
{
    return (Module *)as_object(v);
}

Dict *module_dict(Value module)
{
    return as_dict(as_module(module)->dict.v);
}

Value module_new(Value name, Value doc)
{
    Module *module = NEW(Module, &module_type);
    Dict *dict = dict_new(8);
    mm_init(module, &module->dict, value_from(dict));
    dict_set(dict, NAME(name), name);
    dict_set(dict, NAME(doc), doc);
    dict_set(dict, str_intern("__package__"), NONE);
    dict_set(dict, str_intern("__spec__"), NONE);
    return value_from(module);
}

void module_set(Value module, const char *name, Value value)
{
    dict_set(module_dict(module), str_intern(name), value);
}

static Value module_get_attr(Value v, Value name)
{
    Value found = dict_get_str(module_dict(v), name);
    if (likely(found != EMPTY && name != NAME(dict) && name != NAME(class))) {
        return found;
    }
    found = object_get_attr(v, name);
    if (found != EMPTY) {
        return found;
    }
    Value hook = dict_get_str(module_dict(v), NAME(getattr));
    return hook == EMPTY ? EMPTY : call_1(hook, name);
}

static bool module_set_attr(Value v, Value name, Value value)
{
    Value found = type_lookup(type_of(v), name);
    if (found != EMPTY && type_of(found)->descr_set) {
        type_of(found)->descr_set(found, v, value);
        return true;
    }
    if (value == EMPTY) {
        return dict_delete(module_dict(v), name);
    }
    dict_set(module_dict(v), name, value);
    return true;
}

static Value module_repr(Value v)
{
    Value name = dict_get_str(module_dict(v), NAME(name));
    Value file = dict_get_str(module_dict(v), str_intern("__file__"));
    if (name == EMPTY) {
        name = str_intern("?");
    }
    if (file != EMPTY && file != NONE) {
        return str_format("<module %V from %V>", name, file);
    }
    bool is_made_by_script = dict_get_str(module_dict(v), str_intern("__loader__")) == NONE;
    return str_format(is_made_by_script ? "<module %V>" : "<module %V (built-in)>", name);
}

static Value get_dict(Value v)
{
    return as_module(v)->dict.v;
}
static const GetSetDef module_getsets[] = {
    {"__dict__", get_dict, NULL},
    {0},
};

static Value module_make(Args args)
{
    if (!is_str(args.at[1])) {
        raise_type("module.__init__() argument 1 must be str, not %T", args.at[1]);
    }
    Value module = module_new(args.at[1], arg_or(args, 2, NONE));
    module_set(module, "__loader__", NONE);
    return module;
}
static const NativeDef module_make_def = {
    .name = "module", .fn = module_make, .signature = "cls, name, doc="};

static Value module_dir(Args args)
{
    List *names = list_new(0);
    uint32_t position = 0;
    Value name, value;
    while (dict_next(module_dict(args.at[0]), &position, &name, &value)) {
        list_append(names, name);
    }
    return value_from(names);
}
static const NativeDef module_methods[] = {
    {.name = "__dir__", .fn = module_dir, .signature = "self, /"},
    {0},
};

static const char *module_edge_name(Object *object, Slot *slot, char *text, size_t size)
{
    (void)object, (void)slot, (void)text, (void)size;
    return "__dict__";
}

Type module_type = {
    .name = "module",
    .size = sizeof(Module),
    .slots_at = offsetof(Module, dict),
    .slots_count = 1,
    .edge_name = module_edge_name,
    .repr = module_repr,
    .get_attr = module_get_attr,
    .set_attr = module_set_attr,
    .make = &module_make_def,
    .methods = module_methods,
    .getsets = module_getsets,
};
