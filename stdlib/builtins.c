/* builtins.c: the built-in functions, and the names of the built-in types and exceptions. */
#include "runtime/native.h"
#include "runtime/objects/file.h"
#include "runtime/objects/weakref.h"
#include "stdlib/site.h"
#include "stdlib/vm_access.h"

/* ---- Output and input ---- */

static Value separator_arg(Value v, const char *name, const char *otherwise)
{
    if (v == EMPTY || v == NONE) {
        return str_from(otherwise);
    }
    if (!is_str(v)) {
        raise_type("%s must be None or a string, not %T", name, v);
    }
    return v;
}

/* Writes through a file's write method, or directly where it is one of ours. */
static void write_to(Value file, Value text)
{
    if (is_file(file)) {
        file_write_str(file, text);
    } else {
        call_1(op_get_attr(file, str_intern("write")), text);
    }
}

static Value standard_output(void)
{
    Value file = sys_attribute("stdout");
    if (file == EMPTY) {
        raise_runtime("lost sys.stdout");
    }
    return file;
}

static Value builtin_print(Args args)
{
    Value separator = separator_arg(arg_or(args, 0, EMPTY), "sep", " ");
    Value end = separator_arg(arg_or(args, 1, EMPTY), "end", "\n");
    Value file = arg_or(args, 2, NONE);
    if (file == NONE) {
        file = standard_output();
        if (file == NONE) {
            return NONE;
        }
    }
    enum { FIRST = 4 };
    for (uint32_t i = FIRST; i < args.count; i++) {
        if (i > FIRST && as_str(separator)->length) {
            write_to(file, separator);
        }
        write_to(file, op_str(args.at[i]));
    }
    write_to(file, end);
    if (arg_bool_or(args, 3, false)) {
        call_0(op_get_attr(file, str_intern("flush")));
    }
    return NONE;
}

static Value builtin_input(Args args)
{
    Value out = standard_output();
    if (arg_given(args, 0)) {
        write_to(out, op_str(args.at[0]));
    }
    if (is_file(out)) {
        file_flush(out);
    }
    Value line = file_read_line(sys_attribute("stdin"));
    size_t length = as_str(line)->length;
    if (length == 0) {
        raise_as(&exc_EOFError, "EOF when reading a line");
    }
    bool newline = str_at(as_str(line), length - 1) == '\n';
    return newline ? str_slice(line, 0, (int64_t)length - 1, 1, length - 1) : line;
}

/* ---- Numbers ---- */

static Value builtin_abs(Args args)
{
    return op_unary(OP1_ABS, args.at[0]);
}
static Value builtin_divmod(Args args)
{
    return op_binary(OP2_DIVMOD, args.at[0], args.at[1]);
}
static Value builtin_pow(Args args)
{
    Value mod = arg_or(args, 2, NONE);
    return mod == NONE ? op_binary(OP2_POW, args.at[0], args.at[1])
                       : op_power_mod(args.at[0], args.at[1], mod);
}

static Value builtin_round(Args args)
{
    Value method = op_special(args.at[0], S_ROUND);
    if (method == EMPTY) {
        raise_type("type %T doesn't define __round__ method", args.at[0]);
    }
    Value digits = arg_or(args, 1, EMPTY);
    return op_call_special(method, args.at[0], &digits, digits != EMPTY && digits != NONE);
}

static Value prefixed(Value v, int base, const char *prefix)
{
    Value i = op_index(v);
    Value digits = int_to_str(i, base);
    if (int_sign(i) < 0) {
        size_t length = as_str(digits)->length;
        return str_format("-%s%S", prefix, str_slice(digits, 1, (int64_t)length, 1, length - 1));
    }
    return str_format("%s%S", prefix, digits);
}
static Value builtin_hex(Args args)
{
    return prefixed(args.at[0], 16, "0x");
}
static Value builtin_oct(Args args)
{
    return prefixed(args.at[0], 8, "0o");
}
static Value builtin_bin(Args args)
{
    return prefixed(args.at[0], 2, "0b");
}

static Value builtin_chr(Args args)
{
    int64_t i;
    Value v = op_index(args.at[0]);
    if (!int_to_int64(v, &i) || i != (int32_t)i) {
        raise_overflow("Python int too large to convert to C int");
    }
    if (i < 0 || i > 0x10ffff) {
        raise_value("chr() arg not in range(0x110000)");
    }
    return str_from_char((uint32_t)i);
}

static Value builtin_ord(Args args)
{
    Value v = args.at[0];
    size_t length = 0;
    if (is_str(v)) {
        length = as_str(v)->length;
        if (length == 1) {
            return value_int(str_at(as_str(v), 0));
        }
    } else if (is_bytes(v)) {
        length = ((Bytes *)as_object(v))->length;
        if (length == 1) {
            return value_int(((Bytes *)as_object(v))->data[0]);
        }
    } else {
        raise_type("ord() expected string of length 1, but %T found", v);
    }
    raise_type("ord() expected a character, but string of length %zu found", length);
}

/* ---- Sequences ---- */

static Value builtin_len(Args args)
{
    return int_from_int64(op_length(args.at[0]));
}

static Value builtin_sum(Args args)
{
    Value total = arg_or(args, 1, value_int(0));
    if (is_str(total)) {
        raise_type("sum() can't sum strings [use ''.join(seq) instead]");
    }
    if (is_bytes(total)) {
        raise_type("sum() can't sum bytes [use b''.join(seq) instead]");
    }
    ITERATE(item, args.at[0])
    {
        if (are_ints(total, item) && fits_small_int(as_int(total) + as_int(item))) {
            total = value_int(as_int(total) + as_int(item));
        } else if (is_float(total) && is_float(item)) {
            total = value_float(as_float(total) + as_float(item));
        } else {
            total = op_binary(OP2_ADD, total, item);
        }
    }
    return total;
}

static Value builtin_any(Args args)
{
    ITERATE(item, args.at[0])
    {
        if (op_truth(item)) {
            return TRUE;
        }
    }
    return FALSE;
}
static Value builtin_all(Args args)
{
    ITERATE(item, args.at[0])
    {
        if (!op_truth(item)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* min and max: args are key, default, then the values. */
static Value extreme(Args args, CompareOp op, const char *name)
{
    Value key = arg_or(args, 0, NONE), otherwise = arg_or(args, 1, EMPTY);
    enum { FIRST = 2 };
    uint32_t count = args.count - FIRST;
    if (count == 0) {
        raise_type("%s expected at least 1 argument, got 0", name);
    }
    if (count > 1 && otherwise != EMPTY) {
        raise_type("Cannot specify a default for %s() with multiple positional arguments", name);
    }
    Value source = count == 1 ? args.at[FIRST] : tuple_from(&args.at[FIRST], count);
    Value best = EMPTY, best_key = EMPTY;
    ITERATE(item, source)
    {
        Value item_key = key == NONE ? item : call_1(key, item);
        if (best == EMPTY || op_is_true(op, item_key, best_key)) {
            best = item;
            best_key = item_key;
        }
    }
    if (best == EMPTY) {
        if (otherwise == EMPTY) {
            raise_value("%s() arg is an empty sequence", name);
        }
        return otherwise;
    }
    return best;
}
static Value builtin_min(Args args)
{
    return extreme(args, CMP_LT, "min");
}
static Value builtin_max(Args args)
{
    return extreme(args, CMP_GT, "max");
}

static Value builtin_sorted(Args args)
{
    Value list = list_from_iterable(args.at[0]);
    list_sort(as_list(list), arg_or(args, 1, NONE), arg_bool_or(args, 2, false));
    return list;
}

static Value builtin_iter(Args args)
{
    if (!arg_given(args, 1)) {
        return op_iter(args.at[0]);
    }
    if (!op_callable(args.at[0])) {
        raise_type("iter(v, w): v must be callable");
    }
    return iterator_from_callable(args.at[0], args.at[1]);
}

static Value builtin_next(Args args)
{
    Value it = args.at[0];
    Type *type = type_of(it);
    if (!type->next) {
        raise_type("'%T' object is not an iterator", it);
    }
    if (arg_given(args, 1)) {
        Value item = op_next(it);
        return item != EMPTY ? item : args.at[1];
    }
    Value item = type->next(it);
    if (item == EMPTY) {
        raise_stop_iteration(stop_value_take());
    }
    return item;
}

/* ---- Objects ---- */

static Value builtin_repr(Args args)
{
    return op_repr(args.at[0]);
}

static Value builtin_ascii(Args args)
{
    Value text = op_repr(args.at[0]);
    Str *s = as_str(text);
    if (s->is_ascii) {
        return text;
    }
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c < 0x80) {
            builder_char(&b, c);
        } else {
            builder_printf(&b, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        }
    }
    return builder_end(&b);
}

static Value builtin_format(Args args)
{
    Value spec = arg_or(args, 1, str_empty());
    if (!is_str(spec)) {
        raise_type("format() argument 2 must be str, not %T", spec);
    }
    return op_format(args.at[0], spec);
}
static Value builtin_id(Args args)
{
    Value v = args.at[0];
    return is_object(v) ? int_from_uint64(v) : int_from_uint64(v >> 4 ^ v << 1);
}
static Value builtin_hash(Args args)
{
    return int_from_int64(op_hash(args.at[0]));
}
static Value builtin_callable(Args args)
{
    return value_bool(op_callable(args.at[0]));
}
static Value builtin_isinstance(Args args)
{
    return value_bool(op_is_instance(args.at[0], args.at[1]));
}
static Value builtin_issubclass(Args args)
{
    return value_bool(op_is_subclass(args.at[0], args.at[1]));
}

static Value attribute_name(Value name, const char *function)
{
    if (!is_str(name)) {
        if (*function == 'h') {
            raise_type("%s(): attribute name must be string", function);
        }
        raise_type("attribute name must be string, not '%T'", name);
    }
    return str_interned(name);
}
static Value builtin_getattr(Args args)
{
    Value name = attribute_name(args.at[1], "getattr");
    if (!arg_given(args, 2)) {
        return op_get_attr(args.at[0], name);
    }
    Value found = op_find_attr(args.at[0], name);
    return found != EMPTY ? found : args.at[2];
}
static Value builtin_hasattr(Args args)
{
    return value_bool(op_find_attr(args.at[0], attribute_name(args.at[1], "hasattr")) != EMPTY);
}
static Value builtin_setattr(Args args)
{
    op_set_attr(args.at[0], attribute_name(args.at[1], "setattr"), args.at[2]);
    return NONE;
}
static Value builtin_delattr(Args args)
{
    op_set_attr(args.at[0], attribute_name(args.at[1], "delattr"), EMPTY);
    return NONE;
}

static Value sorted_names(Value names)
{
    Value list = list_from_iterable(names);
    list_sort(as_list(list), NONE, false);
    return list;
}

static Value builtin_dir(Args args)
{
    if (!arg_given(args, 0)) {
        return sorted_names(vm_locals());
    }
    Value method = op_special(args.at[0], S_DIR);
    return sorted_names(op_call_special(method, args.at[0], NULL, 0));
}
static Value builtin_vars(Args args)
{
    if (!arg_given(args, 0)) {
        return vm_locals();
    }
    Value dict = op_find_attr(args.at[0], str_intern("__dict__"));
    if (dict == EMPTY) {
        raise_type("vars() argument must have __dict__ attribute");
    }
    return dict;
}
static Value builtin_globals(Args args)
{
    (void)args;
    return vm_globals();
}
static Value builtin_locals(Args args)
{
    (void)args;
    return vm_locals();
}

static Value builtin_import(Args args)
{
    Value from_list = arg_or(args, 3, NONE);
    return import_by_name(arg_str(args, 0, "__import__"),
                          from_list == NONE ? NONE : tuple_from_iterable(from_list),
                          arg_int_or(args, 4, 0));
}
static Value builtin_compile(Args args)
{
    return compile_text(arg_str(args, 0, "compile"), arg_str(args, 1, "compile"),
                        arg_str(args, 2, "compile"));
}
static Value builtin_eval(Args args)
{
    return evaluate(args.at[0], arg_or(args, 1, NONE), arg_or(args, 2, NONE), true);
}
static Value builtin_exec(Args args)
{
    return evaluate(args.at[0], arg_or(args, 1, NONE), arg_or(args, 2, NONE), false);
}

static const NativeDef functions[] = {
    {"print", builtin_print, "*args, sep=, end=, file=, flush=", NULL, 0, 0},
    {"input", builtin_input, "prompt=, /", NULL, 0, 0},
    {"open", file_open, FILE_OPEN_SIGNATURE, NULL, 0, 0},
    {"abs", builtin_abs, "x, /", NULL, 0, 0},
    {"divmod", builtin_divmod, "x, y, /", NULL, 0, 0},
    {"pow", builtin_pow, "base, exp, mod=", NULL, 0, 0},
    {"round", builtin_round, "number, ndigits=", NULL, 0, 0},
    {"hex", builtin_hex, "number, /", NULL, 0, 0},
    {"oct", builtin_oct, "number, /", NULL, 0, 0},
    {"bin", builtin_bin, "number, /", NULL, 0, 0},
    {"chr", builtin_chr, "i, /", NULL, 0, 0},
    {"ord", builtin_ord, "c, /", NULL, 0, 0},
    {"len", builtin_len, "obj, /", NULL, 0, 0},
    {"sum", builtin_sum, "iterable, /, start=", NULL, 0, 0},
    {"any", builtin_any, "iterable, /", NULL, 0, 0},
    {"all", builtin_all, "iterable, /", NULL, 0, 0},
    {"min", builtin_min, "*args, key=, default=", NULL, 0, 0},
    {"max", builtin_max, "*args, key=, default=", NULL, 0, 0},
    {"sorted", builtin_sorted, "iterable, /, *, key=, reverse=", NULL, 0, ERRORS_POSITIONAL},
    {"iter", builtin_iter, "object, sentinel=, /", NULL, 0, 0},
    {"next", builtin_next, "iterator, default=, /", NULL, 0, 0},
    {"repr", builtin_repr, "obj, /", NULL, 0, 0},
    {"ascii", builtin_ascii, "obj, /", NULL, 0, 0},
    {"format", builtin_format, "value, format_spec=, /", NULL, 0, 0},
    {"id", builtin_id, "obj, /", NULL, 0, 0},
    {"hash", builtin_hash, "obj, /", NULL, 0, 0},
    {"callable", builtin_callable, "obj, /", NULL, 0, 0},
    {"isinstance", builtin_isinstance, "obj, class_or_tuple, /", NULL, 0, 0},
    {"issubclass", builtin_issubclass, "cls, class_or_tuple, /", NULL, 0, 0},
    {"getattr", builtin_getattr, "object, name, default=, /", NULL, 0, 0},
    {"hasattr", builtin_hasattr, "obj, name, /", NULL, 0, 0},
    {"setattr", builtin_setattr, "obj, name, value, /", NULL, 0, 0},
    {"delattr", builtin_delattr, "obj, name, /", NULL, 0, 0},
    {"dir", builtin_dir, "object=, /", NULL, 0, 0},
    {"vars", builtin_vars, "object=, /", NULL, 0, 0},
    {"globals", builtin_globals, "", NULL, 0, 0},
    {"locals", builtin_locals, "", NULL, 0, 0},
    {"__import__", builtin_import, "name, globals=, locals=, fromlist=, level=", NULL, 0, 0},
    {"compile", builtin_compile, "source, filename, mode, flags=, dont_inherit=, optimize=", NULL, 0, 0},
    {"eval", builtin_eval, "source, globals=, locals=, /", NULL, 0, 0},
    {"exec", builtin_exec, "source, globals=, locals=, /", NULL, 0, 0},
    {0},
};

static void fill(Value module)
{
    static const struct {
        const char *name;
        Type *type;
    } types[] = {
        {"object", &object_base_type}, {"type", &type_type},       {"int", &int_type},
        {"float", &float_type}, {"complex", &complex_type},        {"bool", &bool_type},       {"str", &str_type},
        {"bytes", &bytes_type},        {"bytearray", &bytearray_type}, {"list", &list_type},       {"tuple", &tuple_type},
        {"dict", &dict_type},          {"set", &set_type},         {"frozenset", &frozenset_type},
        {"range", &range_type},        {"slice", &slice_type},     {"enumerate", &enumerate_type},
        {"zip", &zip_type},            {"map", &map_type},         {"filter", &filter_type},
        {"reversed", &reversed_type},  {"super", &super_type},     {"property", &property_type},
        {"staticmethod", &static_method_type}, {"classmethod", &class_method_type},
    };
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        module_set(module, types[i].name, value_from(types[i].type));
    }
    module_set(module, "BaseException", value_from(&exc_BaseException));
#define X(name, base) module_set(module, #name, value_from(&exc_##name));
    EXCEPTIONS(X)
#undef X
    module_set(module, "EnvironmentError", value_from(&exc_OSError));
    module_set(module, "IOError", value_from(&exc_OSError));
    module_set(module, "NotImplemented", NOT_IMPLEMENTED);
    module_set(module, "Ellipsis", ELLIPSIS);
    module_set(module, "__debug__", TRUE);
    site_fill(module);
}

const ModuleDef builtins_module = {"builtins",
                                   "Built-in functions, exceptions, and other objects.", functions,
                                   fill, NULL};
