/* scalar.c: NumPy's numbers: one immutable object per type of element, with the arithmetic of their
 * type. What meets an array, or what only arrays can do, is done by arrays.
 */
#include "stdlib/numpy/array.h"
#include "stdlib/numpy/format_float.h"
#include "stdlib/numpy/scalar.h"
#include <math.h>

static Slot bool_scalars[2]; /* numpy.False_ and numpy.True_: there are no others */

/* ---- Values ---- */

Value scalar_from(DType dtype, const void *element)
{
    if (likely(dtype == DT_FLOAT64)) {
        Scalar *s = mm_new_data(&scalar_types[DT_FLOAT64], sizeof(Scalar));
        memcpy(&s->f64, element, sizeof s->f64);
        return value_from(s);
    }
    if (dtype == DT_BOOL) {
        return bool_scalars[*(const uint8_t *)element != 0].v;
    }
    Scalar *s = mm_new_data(&scalar_types[dtype], sizeof(Scalar));
    s->u64 = 0;
    memcpy(s->bytes, element, dtype_size(dtype));
    return value_from(s);
}

Value scalar_bool(bool b)
{
    return bool_scalars[b].v;
}

Value python_from(DType dtype, const void *element)
{
    switch (dtype) {
    case DT_BOOL:
        return value_bool(*(const uint8_t *)element != 0);
    case DT_FLOAT64:
        return value_float(*(const double *)element);
    case DT_FLOAT32:
        return value_float((double)*(const float *)element);
    case DT_INT64:
        return int_from_int64(*(const int64_t *)element);
    case DT_UINT64:
        return int_from_uint64(*(const uint64_t *)element);
    case DT_INT8:
        return value_int(*(const int8_t *)element);
    case DT_INT16:
        return value_int(*(const int16_t *)element);
    case DT_INT32:
        return value_int(*(const int32_t *)element);
    case DT_UINT8:
        return value_int(*(const uint8_t *)element);
    case DT_UINT16:
        return value_int(*(const uint16_t *)element);
    case DT_UINT32:
        return value_int(*(const uint32_t *)element);
    default:
        unreachable("no such dtype");
    }
}

static inline bool is_scalar_type(const Type *type)
{
    return type >= scalar_types && type < scalar_types + DTYPE_COUNT;
}

bool is_scalar(Value v)
{
    if (!is_object(v)) {
        return false;
    }
    Type *type = object_type(as_object(v));
    return is_scalar_type(type) ||
           ((type->flags & TYPE_HEAP) && type_is_subtype(type, &generic_type));
}

DType scalar_type_dtype(const Type *type)
{
    while (type && !is_scalar_type(type)) {
        type = type->base;
    }
    return type ? (DType)(type - scalar_types) : DT_NONE;
}

DType scalar_dtype(Value v)
{
    return scalar_type_dtype(object_type(as_object(v)));
}

Value scalar_python(Value v)
{
    return python_from(scalar_dtype(v), as_scalar(v)->bytes);
}

Array *scalar_array(Value v)
{
    DType dtype = scalar_dtype(v);
    Array *a = array_new(dtype, 0, NULL, false);
    memcpy(a->data, as_scalar(v)->bytes, dtype_size(dtype));
    return a;
}

void element_cast(DType to, void *out, DType from, const void *in)
{
    char *ptrs[] = {(char *)(uintptr_t)in, out};
    intptr_t strides[] = {0, 0};
    kernel_cast(from, to)(ptrs, strides, 1);
}

/* ---- A Python value as an element ---- */

noreturn_fn static void raise_too_large(void)
{
    raise_overflow("Python int too large to convert to C long");
}

static bool is_outside(DType dtype, int64_t i)
{
    int bits = 8 * (int)dtype_size(dtype);
    if (dtype_info[dtype].kind == 'u') {
        return i < 0 || (bits < 64 && i >> bits != 0);
    }
    return bits < 64 && (i < -(INT64_C(1) << (bits - 1)) || i >= INT64_C(1) << (bits - 1));
}

static void store_int(DType dtype, void *element, Value v, bool warns)
{
    int64_t i;
    if (!int_to_int64(v, &i)) {
        if (dtype != DT_UINT64 || int_sign(v) < 0 || int_bit_length(v) > 64) {
            raise_too_large();
        }
        i = (int64_t)int_to_uint64_wrap(v);
    } else if (warns && is_outside(dtype, i)) {
        warn_as(&exc_DeprecationWarning,
                "NumPy will stop allowing conversion of out-of-bound Python integers to integer "
                "arrays.  The conversion of %V to %s will fail in the future.\nFor the old "
                "behavior, usually:\n    np.array(value).astype(dtype)`\nwill give the desired "
                "result (the cast overflows).",
                v, dtype_info[dtype].name);
    }
    memcpy(element, &i, dtype_size(dtype)); /* little-endian: the low bytes */
}

static void store_float(DType dtype, void *element, double d)
{
    if (dtype == DT_FLOAT64) {
        memcpy(element, &d, sizeof d);
        return;
    }
    float f = (float)d;
    memcpy(element, &f, sizeof f);
    if (unlikely(isinf(f) && !isinf(d))) {
        warn_flags(KERNEL_OVERFLOW, "cast");
    }
}

bool is_array_sequence(Value v)
{
    if (is_list(v) || is_tuple(v) || is_exactly(v, &range_type)) {
        return true;
    }
    if (!is_object(v) || is_str(v) || is_bytes(v) || is_dict(v) || is_type(v)) {
        return false;
    }
    Type *type = object_type(as_object(v));
    return (type->flags & TYPE_HEAP) && op_special(v, S_GETITEM) != EMPTY &&
           op_special(v, S_LEN) != EMPTY && !is_scalar(v);
}

noreturn_fn static void raise_sequence(void)
{
    raise_value("setting an array element with a sequence.");
}

static void float_element(DType dtype, void *element, Value v)
{
    if (v == NONE) {
        store_float(dtype, element, NAN);
    } else if (is_str(v) || is_bytes(v)) {
        store_float(dtype, element, as_float(float_parse_value(v)));
    } else if (!is_any_int(v) && !is_any_float(v) && !type_of(v)->to_float && !type_of(v)->index &&
               op_special(v, S_FLOAT) == EMPTY && op_special(v, S_INDEX) == EMPTY) {
        raise_type("float() argument must be a string or a real number, not '%T'", v);
    } else {
        store_float(dtype, element, float_from_value(v));
    }
}

void element_from(DType dtype, void *element, Value v)
{
    if (likely(is_float(v))) {
        if (dtype_is_float(dtype)) {
            store_float(dtype, element, as_float(v));
            return;
        }
    } else if (is_int(v)) {
        if (dtype_is_integer(dtype)) {
            store_int(dtype, element, v, true);
            return;
        }
    } else if (is_object(v)) {
        if (is_array(v)) {
            Array *a = as_array(v);
            if (array_size(a) != 1) {
                raise_sequence();
            }
            element_cast(dtype, element, (DType)a->dtype, a->data);
            return;
        }
        if (is_scalar(v) && scalar_dtype(v) != DT_FLOAT64) {
            kernel_flags_clear();
            element_cast(dtype, element, scalar_dtype(v), as_scalar(v)->bytes);
            warn_flags(kernel_flags_take(), "cast");
            return;
        }
        if (dtype != DT_BOOL && is_array_sequence(v)) {
            raise_sequence();
        }
    }
    if (dtype == DT_BOOL) {
        *(uint8_t *)element = op_truth(v);
    } else if (dtype_is_float(dtype)) {
        float_element(dtype, element, v);
    } else {
        store_int(dtype, element, int_plain(int_from_value(v)), is_any_int(v) && !is_bool(v));
    }
}

/* ---- As a Python number ---- */

static int64_t scalar_hash(Value v)
{
    return op_hash(scalar_python(v));
}

static bool scalar_truth(Value v)
{
    return op_truth(scalar_python(v));
}

static double scalar_to_float(Value v)
{
    DType dtype = scalar_dtype(v);
    double d;
    if (dtype == DT_FLOAT64) {
        return as_scalar(v)->f64;
    }
    element_cast(DT_FLOAT64, &d, dtype, as_scalar(v)->bytes);
    return d;
}

static Value scalar_index(Value v)
{
    if (scalar_dtype(v) == DT_BOOL) {
        warn_as(&exc_DeprecationWarning, "In future, it will be an error for 'np.bool_' scalars to "
                                         "be interpreted as an index");
        return value_int(as_scalar(v)->bytes[0] != 0);
    }
    return scalar_python(v);
}

static Value scalar_repr(Value v)
{
    DType dtype = scalar_dtype(v);
    char text[48];
    size_t length;
    if (dtype_is_float(dtype)) {
        double d = scalar_to_float(v);
        if (isfinite(d)) {
            length = format_float_scalar(text, d, dtype);
        } else {
            strcpy(text, d != d ? "nan" : d < 0 ? "-inf" : "inf");
            length = strlen(text);
        }
    } else {
        length = format_integer(text, dtype, as_scalar(v)->bytes);
    }
    return str_from_ascii(text, length);
}

/* ---- Construction ---- */

static Value of_type(Type *type, DType dtype, const void *element)
{
    if (likely(!(type->flags & TYPE_HEAP))) {
        return scalar_from(dtype, element);
    }
    Scalar *s = instance_new(type);
    memcpy(s->bytes, element, dtype_size(dtype));
    return value_from(s);
}

static Value make_from(Type *type, Value v)
{
    DType dtype = scalar_type_dtype(type);
    char element[8] = {0};
    if (is_object(v) && (is_array(v) || is_array_sequence(v))) {
        Array *a = array_cast(array_from(v, DT_NONE), dtype);
        if (a->ndim) {
            return value_from(a);
        }
        memcpy(element, a->data, dtype_size(dtype));
    } else {
        element_from(dtype, element, v);
    }
    return of_type(type, dtype, element);
}

static Value scalar_make(Args args)
{
    Type *type = as_type(args.at[0]);
    if (args.count > 2) {
        raise_type("%s expected at most 1 argument, got %u",
                   dtype_info[scalar_type_dtype(type)].name, args.count - 1);
    }
    return arg_given(args, 1) ? make_from(type, args.at[1])
                              : of_type(type, scalar_type_dtype(type), "\0\0\0\0\0\0\0\0");
}

static Value scalar_make_fast(Type *type, const Value *at, uint32_t count)
{
    return count == 1 ? make_from(type, at[0]) : EMPTY;
}

static const NativeDef make_def = {"numpy.generic", scalar_make, "cls, x=, /", NULL, 0, 0};

/* ---- Items and attributes ---- */

static Value scalar_get_item(Value self, Value key)
{
    bool empty_tuple = is_tuple(key) && as_tuple(key)->count == 0;
    if (empty_tuple) {
        return self;
    }
    if (key == ELLIPSIS || key == NONE || is_tuple(key)) {
        return array_get_item(value_from(scalar_array(self)), key);
    }
    raise_index("invalid index to scalar variable.");
}

/* What scalars do not have themselves, an array of no dimensions has. */
static Value scalar_get_attr(Value self, Value name)
{
    Value found = object_get_attr(self, name);
    if (found == EMPTY && type_lookup(&array_type, name) != EMPTY) {
        found = op_get_attr(value_from(scalar_array(self)), name);
    }
    return found;
}

static Value get_dtype(Value self)
{
    return dtype_object(scalar_dtype(self));
}
static Value get_empty_tuple(Value self)
{
    (void)self;
    return tuple_empty();
}
static Value get_zero(Value self)
{
    (void)self;
    return value_int(0);
}
static Value get_one(Value self)
{
    (void)self;
    return value_int(1);
}
static Value get_itemsize(Value self)
{
    return value_int((int64_t)dtype_size(scalar_dtype(self)));
}
static Value get_self(Value self)
{
    return self;
}
static Value get_imag(Value self)
{
    return scalar_from(scalar_dtype(self), "\0\0\0\0\0\0\0\0");
}
static Value get_none(Value self)
{
    (void)self;
    return NONE;
}

static const GetSetDef generic_getsets[] = {
    {"dtype", get_dtype, NULL},
    {"shape", get_empty_tuple, NULL},
    {"strides", get_empty_tuple, NULL},
    {"ndim", get_zero, NULL},
    {"size", get_one, NULL},
    {"itemsize", get_itemsize, NULL},
    {"nbytes", get_itemsize, NULL},
    {"T", get_self, NULL},
    {"real", get_self, NULL},
    {"imag", get_imag, NULL},
    {"base", get_none, NULL},
    {0},
};
static const GetSetDef integer_getsets[] = {
    {"numerator", get_self, NULL},
    {"denominator", get_one, NULL},
    {0},
};

static Value item_method(Args args)
{
    if (args.count > 1) {
        Value array = value_from(scalar_array(args.at[0]));
        call_value(op_get_attr(array, str_intern("item")),
                   (Call){args.at + 1, args.count - 1, EMPTY});
    }
    return scalar_python(args.at[0]);
}
static Value tolist_method(Args args)
{
    return scalar_python(args.at[0]);
}
static Value self_method(Args args)
{
    return args.at[0];
}
static Value astype_method(Args args)
{
    Array *a = array_cast(scalar_array(args.at[0]), dtype_from(args.at[1], DT_FLOAT64));
    return scalar_from((DType)a->dtype, a->data);
}
static Value int_method(Args args)
{
    return int_from_value(scalar_python(args.at[0]));
}
static Value round_method(Args args)
{
    Value self = args.at[0];
    if (scalar_dtype(self) == DT_BOOL) {
        raise_type("type numpy.bool_ doesn't define __round__ method");
    }
    if (!arg_given(args, 1) || args.at[1] == NONE) {
        return call_0(op_get_attr(scalar_python(self), str_intern("__round__")));
    }
    return call_1(op_get_attr(self, str_intern("round")), args.at[1]);
}
static Value format_method(Args args)
{
    if (!is_str(args.at[1])) {
        raise_type("__format__() argument must be str, not %T", args.at[1]);
    }
    return op_format(scalar_python(args.at[0]), args.at[1]);
}
static Value is_integer_method(Args args)
{
    double d = scalar_to_float(args.at[0]);
    return value_bool(isfinite(d) && floor(d) == d);
}
static Value true_method(Args args)
{
    (void)args;
    return TRUE;
}
static Value ratio_method(Args args)
{
    return call_0(op_get_attr(scalar_python(args.at[0]), str_intern("as_integer_ratio")));
}
static Value hex_method(Args args)
{
    return call_0(op_get_attr(scalar_python(args.at[0]), str_intern("hex")));
}
static Value bit_count_method(Args args)
{
    return call_0(op_get_attr(scalar_python(args.at[0]), str_intern("bit_count")));
}

static const NativeDef generic_methods[] = {
    {"item", item_method, "self, /, *args", NULL, 0, 0},
    {"tolist", tolist_method, "self, /", NULL, 0, 0},
    {"copy", self_method, "self, order=", NULL, 0, 0},
    {"conjugate", self_method, "self, /", NULL, 0, 0},
    {"conj", self_method, "self, /", NULL, 0, 0},
    {"transpose", self_method, "self, /, *axes", NULL, 0, 0},
    {"squeeze", self_method, "self, axis=", NULL, 0, 0},
    {"__copy__", self_method, "self, /", NULL, 0, 0},
    {"__deepcopy__", self_method, "self, memo=, /", NULL, 0, 0},
    {"astype", astype_method, "self, dtype, order=, casting=, subok=, copy=", NULL, 0, 0},
    {"__int__", int_method, "self, /", NULL, 0, 0},
    {"__round__", round_method, "self, ndigits=", NULL, 0, 0},
    {"__format__", format_method, "self, format_spec, /", NULL, 0, 0},
    {0},
};
static const NativeDef integer_methods[] = {
    {"is_integer", true_method, "self, /", NULL, 0, 0},
    {"bit_count", bit_count_method, "self, /", NULL, 0, 0},
    {0},
};
static const NativeDef float_methods[] = {
    {"is_integer", is_integer_method, "self, /", NULL, 0, 0},
    {"as_integer_ratio", ratio_method, "self, /", NULL, 0, 0},
    {0},
};
static const NativeDef float64_methods[] = {
    {"hex", hex_method, "self, /", NULL, 0, 0},
    {0},
};

/* ---- Types ---- */

#define ABSTRACT(symbol, text, parent, ...)                                                        \
    Type symbol##_type = {.name = "numpy." text,                                                   \
                          .flags = TYPE_SUBCLASSABLE | TYPE_NO_INSTANCES,                          \
                          .size = sizeof(Scalar),                                                  \
                          .base = parent,                                                          \
                          __VA_ARGS__}

ABSTRACT(generic, "generic", NULL, .repr = scalar_repr, .hash = scalar_hash,
         .compare = scalar_compare, .truth = scalar_truth, .get_item = scalar_get_item,
         .get_attr = scalar_get_attr, .binary = scalar_binary, .unary = scalar_unary,
         .to_float = scalar_to_float, .methods = generic_methods, .getsets = generic_getsets);
ABSTRACT(number, "number", &generic_type, );
ABSTRACT(integer, "integer", &number_type, .index = scalar_index, .methods = integer_methods,
         .getsets = integer_getsets);
ABSTRACT(signedinteger, "signedinteger", &integer_type, );
ABSTRACT(unsignedinteger, "unsignedinteger", &integer_type, );
ABSTRACT(inexact, "inexact", &number_type, );
ABSTRACT(floating, "floating", &inexact_type, .methods = float_methods);

#define CONCRETE(text, parent, ...)                                                                \
    {                                                                                              \
        .name = "numpy." text, .flags = TYPE_SUBCLASSABLE, .size = sizeof(Scalar), .base = parent, \
        .make = &make_def, .make_fast = scalar_make_fast, __VA_ARGS__                              \
    }

Type scalar_types[DTYPE_COUNT] = {
    [DT_BOOL] = CONCRETE("bool_", &generic_type, .index = scalar_index),
    [DT_INT8] = CONCRETE("int8", &signedinteger_type, ),
    [DT_INT16] = CONCRETE("int16", &signedinteger_type, ),
    [DT_INT32] = CONCRETE("int32", &signedinteger_type, ),
    [DT_INT64] = CONCRETE("int64", &signedinteger_type, ),
    [DT_UINT8] = CONCRETE("uint8", &unsignedinteger_type, ),
    [DT_UINT16] = CONCRETE("uint16", &unsignedinteger_type, ),
    [DT_UINT32] = CONCRETE("uint32", &unsignedinteger_type, ),
    [DT_UINT64] = CONCRETE("uint64", &unsignedinteger_type, ),
    [DT_FLOAT32] = CONCRETE("float32", &floating_type, ),
    [DT_FLOAT64] = {.name = "numpy.float64",
                    .flags = TYPE_SUBCLASSABLE | TYPE_FLOAT,
                    .size = sizeof(Scalar),
                    .base = &floating_type,
                    .also = &float_type,
                    .make = &make_def,
                    .make_fast = scalar_make_fast,
                    .methods = float64_methods},
};

void scalars_fill(Value module)
{
    static Type *const abstract[] = {&generic_type,       &number_type,          &integer_type,
                                     &signedinteger_type, &unsignedinteger_type, &inexact_type,
                                     &floating_type};
    static const struct {
        const char *name;
        DType dtype;
    } aliases[] = {
        {"int_", DT_INT64},     {"intp", DT_INT64},     {"longlong", DT_INT64},
        {"uint", DT_UINT64},    {"uintp", DT_UINT64},   {"ulonglong", DT_UINT64},
        {"byte", DT_INT8},      {"ubyte", DT_UINT8},    {"short", DT_INT16},
        {"ushort", DT_UINT16},  {"intc", DT_INT32},     {"uintc", DT_UINT32},
        {"single", DT_FLOAT32}, {"float_", DT_FLOAT64}, {"double", DT_FLOAT64},
        {"bool8", DT_BOOL},
    };
    for (size_t i = 0; i < COUNT_OF(abstract); i++) {
        type_ready(abstract[i]);
        module_set(module, strchr(abstract[i]->name, '.') + 1, value_from(abstract[i]));
    }
    for (int i = 0; i < DTYPE_COUNT; i++) {
        type_ready(&scalar_types[i]);
        module_set(module, strchr(scalar_types[i].name, '.') + 1, value_from(&scalar_types[i]));
    }
    for (size_t i = 0; i < COUNT_OF(aliases); i++) {
        module_set(module, aliases[i].name, value_from(&scalar_types[aliases[i].dtype]));
    }
    for (int i = 0; i < 2; i++) {
        if (bool_scalars[i].v == EMPTY) {
            Scalar *s = NEW(Scalar, &scalar_types[DT_BOOL]);
            s->bytes[0] = (char)i;
            mm_add_root(&bool_scalars[i], i ? "numpy.True_" : "numpy.False_");
            mm_init(&scalar_types[DT_BOOL], &bool_scalars[i], value_from(s));
        }
    }
    module_set(module, "False_", bool_scalars[0].v);
    module_set(module, "True_", bool_scalars[1].v);
}
