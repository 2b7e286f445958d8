/* sys.c: the module sys. */
#include "runtime/native.h"
#include "runtime/objects/file.h"
#include "stdlib/vm_access.h"

#include <stdlib.h>

static Value sys_exit(Args args)
{
    Value code = arg_or(args, 0, NONE);
    raise_exception(exception_from_args(&exc_SystemExit,
                                        code == NONE ? tuple_empty() : tuple_of(1, code)));
}

static Value sys_getrecursionlimit(Args args)
{
    (void)args;
    return int_from_int64(recursion_limit());
}

static Value sys_setrecursionlimit(Args args)
{
    int64_t limit = arg_int(args, 0);
    if (limit < 1) {
        raise_value("recursion limit must be greater or equal than 1");
    }
    set_recursion_limit(limit);
    return NONE;
}

static Value sys_getrefcount(Args args)
{
    return int_from_int64(mm_refcount(args.at[0]));
}

static Value sys_getsizeof(Args args)
{
    Value v = args.at[0];
    if (!is_object(v)) {
        return value_int(sizeof(Value)); /* a number needs no object: the 8 bytes that hold it */
    }
    Value method = type_lookup(type_of(v), str_intern("__sizeof__"));
    if (method != EMPTY && (type_of(v)->flags & TYPE_HEAP)) {
        return op_call_special(method, v, NULL, 0);
    }
    return int_from_uint64(object_size(as_object(v)));
}

static Value sys_intern(Args args)
{
    return str_interned(arg_str(args, 0, "intern"));
}

static Value sys_exc_info(Args args)
{
    (void)args;
    Value e = vm_handled_exception();
    if (e == EMPTY || e == NONE) {
        return tuple_of(3, NONE, NONE, NONE);
    }
    Value traceback = ((Exception *)as_object(e))->traceback.v;
    return tuple_of(3, value_from(type_of(e)), e, traceback == EMPTY ? NONE : traceback);
}

static Value sys_exception(Args args)
{
    (void)args;
    Value e = vm_handled_exception();
    return e == EMPTY ? NONE : e;
}

static const NativeDef functions[] = {
    {"exit", sys_exit, "status=, /", NULL, 0, 0},
    {"getrecursionlimit", sys_getrecursionlimit, "", NULL, 0, 0},
    {"setrecursionlimit", sys_setrecursionlimit, "limit, /", NULL, 0, 0},
    {"getrefcount", sys_getrefcount, "object, /", NULL, 0, 0},
    {"getsizeof", sys_getsizeof, "object, default=", NULL, 0, 0},
    {"intern", sys_intern, "string, /", NULL, 0, 0},
    {"exc_info", sys_exc_info, "", NULL, 0, 0},
    {"exception", sys_exception, "", NULL, 0, 0},
    {0},
};

/* The script's directory, absolute: where its imports are looked for first; "" at the prompt. */
static Value script_directory(void)
{
    const char *script = script_argument_count() ? script_argument(0) : "";
    char *real = *script && *script != '-' ? realpath(script, NULL) : NULL;
    if (!real) {
        return str_empty();
    }
    Value directory = str_from_utf8(real, (size_t)(strrchr(real, '/') - real));
    free(real);
    return directory;
}

static void fill(Value module)
{
    List *argv = list_new(0), *path = list_new(0);
    for (int i = 0; i < script_argument_count(); i++) {
        list_append(argv, str_from(script_argument(i)));
    }
    if (argv->count == 0) {
        list_append(argv, str_empty());
    }
    list_append(path, script_directory());
    module_set(module, "argv", value_from(argv));
    module_set(module, "path", value_from(path));
    module_set(module, "modules", modules_dict());
    module_set(module, "stdin", file_standard(0));
    module_set(module, "stdout", file_standard(1));
    module_set(module, "stderr", file_standard(2));
    module_set(module, "__stdout__", file_standard(1));
    module_set(module, "__stderr__", file_standard(2));
    module_set(module, "maxsize", int_from_int64(INT64_MAX));
    module_set(module, "maxunicode", value_int(0x10ffff));
    module_set(module, "byteorder", str_from("little"));
    module_set(module, "platform", str_from("linux"));
    module_set(module, "version", str_from("3.11.2 (Hognose)"));
    module_set(module, "version_info",
               tuple_of(5, value_int(3), value_int(11), value_int(2), str_from("final"), value_int(0)));
    module_set(module, "hexversion", value_int(0x030b02f0));
    module_set(module, "executable", str_from("hognose"));
}

const ModuleDef sys_module = {"sys", "Access to the interpreter.", functions, fill, NULL};
