/* sys.c: the module sys. */
#include "runtime/native.h"
#include "runtime/objects/file.h"
#include "stdlib/vm_access.h"

#include <float.h>
#include <stdlib.h>

static Value sys_exit(Args args)
{
    Value code = arg_or(args, 0, NONE);
    raise_exception(exception_from_args(&exc_SystemExit,
                                        code == NONE ? tuple_empty() : tuple_of(1, code)));
}

static Value sys_get_int_max_str_digits(Args args)
{
    (void)args;
    return value_int(int_max_str_digits);
}

static Value sys_set_int_max_str_digits(Args args)
{
    int64_t digits = arg_int(args, 0);
    if (digits != (int32_t)digits) {
        raise_overflow("Python int too large to convert to C int");
    }
    if (digits != 0 && digits < 640) {
        raise_value("maxdigits must be 0 or larger than 640");
    }
    int_max_str_digits = digits;
    return NONE;
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

static Value sys_encoding(Args args)
{
    (void)args;
    return str_from("utf-8");
}

static const NativeDef functions[] = {
    {"getdefaultencoding", sys_encoding, "", NULL, 0, 0},
    {"getfilesystemencoding", sys_encoding, "", NULL, 0, 0},
    {"exit", sys_exit, "status=, /", NULL, 0, 0},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, "", NULL, 0, 0},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, "maxdigits", NULL, 0, ERRORS_KEYWORDS},
    {"getrecursionlimit", sys_getrecursionlimit, "", NULL, 0, 0},
    {"setrecursionlimit", sys_setrecursionlimit, "limit, /", NULL, 0, 0},
    {"getrefcount", sys_getrefcount, "object, /", NULL, 0, 0},
    {"getsizeof", sys_getsizeof, "object, default=", NULL, 0, 0},
    {"intern", sys_intern, "string, /", NULL, 0, 0},
    {"exc_info", sys_exc_info, "", NULL, 0, 0},
    {"exception", sys_exception, "", NULL, 0, 0},
    {0},
};

/* ---- sys.version_info: a tuple with names ---- */

static Value version_repr(Value self)
{
    Slot *at = as_tuple(self)->at;
    return str_format("sys.version_info(major=%V, minor=%V, micro=%V, releaselevel=%V, serial=%V)",
                      at[0].v, at[1].v, at[2].v, at[3].v, at[4].v);
}
#define VERSION_PART(name, index)                                                                  \
    static Value version_##name(Value self)                                                        \
    {                                                                                              \
        return as_tuple(self)->at[index].v;                                                        \
    }
VERSION_PART(major, 0)
VERSION_PART(minor, 1)
VERSION_PART(micro, 2)
VERSION_PART(releaselevel, 3)
VERSION_PART(serial, 4)
static const GetSetDef version_getsets[] = {
    {"major", version_major, NULL},
    {"minor", version_minor, NULL},
    {"micro", version_micro, NULL},
    {"releaselevel", version_releaselevel, NULL},
    {"serial", version_serial, NULL},
    {0},
};
static Type version_type = {
    .name = "sys.version_info",
    .flags = TYPE_TUPLE | TYPE_NO_INSTANCES,
    .base = &tuple_type,
    .repr = version_repr,
    .getsets = version_getsets,
};

static Value version_info(void)
{
    const Value parts[] = {value_int(3), value_int(11), value_int(2), str_from("final"),
                           value_int(0)};
    version_type.size = tuple_type.size;
    version_type.array_at = tuple_type.array_at;
    version_type.array_count_at = tuple_type.array_count_at;
    type_ready(&version_type);
    Tuple *info = mm_new(&version_type, sizeof(Tuple) + sizeof parts);
    info->count = COUNT_OF(parts);
    mm_init_run(info, info->at, parts, COUNT_OF(parts));
    return value_from(info);
}

static Value float_info(void)
{
    Value info = module_new(str_from("sys.float_info"), NONE);
    module_set(info, "max", value_float(DBL_MAX));
    module_set(info, "min", value_float(DBL_MIN));
    module_set(info, "epsilon", value_float(DBL_EPSILON));
    module_set(info, "dig", value_int(DBL_DIG));
    module_set(info, "mant_dig", value_int(DBL_MANT_DIG));
    module_set(info, "max_exp", value_int(DBL_MAX_EXP));
    module_set(info, "min_exp", value_int(DBL_MIN_EXP));
    module_set(info, "max_10_exp", value_int(DBL_MAX_10_EXP));
    module_set(info, "min_10_exp", value_int(DBL_MIN_10_EXP));
    module_set(info, "radix", value_int(FLT_RADIX));
    module_set(info, "rounds", value_int(1));
    return info;
}

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
    module_set(module, "version_info", version_info());
    module_set(module, "hexversion", value_int(0x030b02f0));
    module_set(module, "float_info", float_info());
    Value implementation = module_new(str_from("sys.implementation"), NONE);
    module_set(implementation, "name", str_from("hognose"));
    module_set(module, "implementation", implementation);
    module_set(module, "executable", str_from("hognose"));
}

const ModuleDef sys_module = {"sys", "Access to the interpreter.", functions, fill, NULL};
