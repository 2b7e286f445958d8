/* dtype_object.c: numpy.dtype: one object per type of element; and what can be asked about types:
 * casting, promotion, limits.
 */
#include "stdlib/numpy/create.h"
#include "stdlib/numpy/promote.h"
#include "stdlib/numpy/scalar.h"
#include <float.h>
#include <math.h>
#include <stdio.h>

typedef struct DTypeObject {
    Object head;
    DType dtype;
} DTypeObject;

static Slot objects[DTYPE_COUNT];

Value dtype_object(DType dtype)
{
    if (objects[dtype].v == EMPTY) {
        DTypeObject *object = NEW(DTypeObject, &dtype_type);
        object->dtype = dtype;
        mm_add_root(&objects[dtype], "a numpy.dtype");
        mm_init(&dtype_type, &objects[dtype], value_from(object));
    }
    return objects[dtype].v;
}

DType dtype_object_type(Value v)
{
    return ((DTypeObject *)as_object(v))->dtype;
}

static const DTypeInfo *info_of(Value v)
{
    return &dtype_info[dtype_object_type(v)];
}

static Value dtype_repr(Value self)
{
    return str_format("dtype('%s')", info_of(self)->name);
}
static Value dtype_str(Value self)
{
    return str_from(info_of(self)->name);
}
static int64_t dtype_hash(Value self)
{
    return op_hash(str_from(info_of(self)->str));
}

/* DT_NONE where the other operand is no dtype at all. */
static DType dtype_like(Value v)
{
    volatile DType found = DT_NONE;
    Catch c;
    if (CATCH(c)) {
        found = dtype_from(v, DT_FLOAT64);
        catch_end(&c);
    } else if (!exception_matches(c.exception, value_from(&exc_TypeError))) {
        raise_again(c.exception);
    }
    return found;
}

static Value dtype_compare(CompareOp op, Value a, Value b)
{
    DType x = dtype_object_type(a);
    if (op == CMP_EQ || op == CMP_NE) {
        DType y = is_exactly(b, &dtype_type) ? dtype_object_type(b) : dtype_like(b);
        return value_bool((x == y) == (op == CMP_EQ));
    }
    DType y = dtype_from(b, DT_FLOAT64);
    switch (op) {
    case CMP_LT:
        return value_bool(x != y && promote_can_cast(x, y, CASTING_SAFE));
    case CMP_LE:
        return value_bool(promote_can_cast(x, y, CASTING_SAFE));
    case CMP_GT:
        return value_bool(x != y && promote_can_cast(y, x, CASTING_SAFE));
    default:
        return value_bool(promote_can_cast(y, x, CASTING_SAFE));
    }
}

static Value get_name(Value self)
{
    return str_from(info_of(self)->name);
}
static Value get_itemsize(Value self)
{
    return value_int(info_of(self)->size);
}
static Value get_kind(Value self)
{
    return str_from_char((uint8_t)info_of(self)->kind);
}
static Value get_char(Value self)
{
    return str_from_char((uint8_t)info_of(self)->code);
}
static Value get_num(Value self)
{
    return value_int(info_of(self)->num);
}
static Value get_str(Value self)
{
    return str_from(info_of(self)->str);
}
static Value get_type(Value self)
{
    return value_from(&scalar_types[dtype_object_type(self)]);
}
static Value get_byteorder(Value self)
{
    return str_from(info_of(self)->size == 1 ? "|" : "=");
}
static Value get_none(Value self)
{
    (void)self;
    return NONE;
}
static Value get_true(Value self)
{
    (void)self;
    return TRUE;
}
static Value get_false(Value self)
{
    (void)self;
    return FALSE;
}
static Value get_shape(Value self)
{
    (void)self;
    return tuple_empty();
}
static Value get_zero(Value self)
{
    (void)self;
    return value_int(0);
}
static Value get_isbuiltin(Value self)
{
    (void)self;
    return value_int(1);
}
static Value get_self(Value self)
{
    return self;
}
static Value get_descr(Value self)
{
    Value pair = tuple_of(2, str_empty(), get_str(self));
    return list_from(&pair, 1);
}
static const GetSetDef dtype_getsets[] = {
    {"name", get_name, NULL},
    {"itemsize", get_itemsize, NULL},
    {"kind", get_kind, NULL},
    {"char", get_char, NULL},
    {"num", get_num, NULL},
    {"str", get_str, NULL},
    {"type", get_type, NULL},
    {"byteorder", get_byteorder, NULL},
    {"alignment", get_itemsize, NULL},
    {"fields", get_none, NULL},
    {"names", get_none, NULL},
    {"subdtype", get_none, NULL},
    {"isnative", get_true, NULL},
    {"hasobject", get_false, NULL},
    {"shape", get_shape, NULL},
    {"ndim", get_zero, NULL},
    {"isbuiltin", get_isbuiltin, NULL},
    {"base", get_self, NULL},
    {"descr", get_descr, NULL},
    {"flags", get_zero, NULL},
    {"metadata", get_none, NULL},
    {"isalignedstruct", get_false, NULL},
    {0},
};

static Value dtype_make_object(Args args)
{
    return dtype_object(dtype_from(args.at[1], DT_FLOAT64));
}
static const NativeDef dtype_make = {
    "dtype", dtype_make_object, "cls, dtype, align=, copy=", NULL, 0, 0};

static Value newbyteorder(Args args)
{
    const char *order = arg_given(args, 1) ? str_utf8(arg_str(args, 1, "newbyteorder"), NULL) : "S";
    if (info_of(args.at[0])->size > 1 && !strchr("=<|N", order[0])) {
        raise_type("Hognose does not support arrays of another byte order");
    }
    return args.at[0];
}
static const NativeDef dtype_methods[] = {
    {"newbyteorder", newbyteorder, "self, new_order=, /", NULL, 0, 0},
    {0},
};

Type dtype_type = {
    .name = "numpy.dtype",
    .size = sizeof(DTypeObject),
    .repr = dtype_repr,
    .str = dtype_str,
    .hash = dtype_hash,
    .compare = dtype_compare,
    .getsets = dtype_getsets,
    .methods = dtype_methods,
    .make = &dtype_make,
};

/* ---- numpy.finfo, numpy.iinfo ---- */

typedef struct Limits {
    Object head;
    DType dtype;
} Limits;

static DType limits_dtype(Value self)
{
    return ((Limits *)as_object(self))->dtype;
}

/* X(name, of float64, of float32): scalars of the type. */
#define FLOAT_LIMITS(X)                                                                            \
    X(eps, DBL_EPSILON, FLT_EPSILON)                                                               \
    X(epsneg, DBL_EPSILON / 2, FLT_EPSILON / 2)                                                    \
    X(max, DBL_MAX, FLT_MAX)                                                                       \
    X(min, -DBL_MAX, -FLT_MAX)                                                                     \
    X(tiny, DBL_MIN, FLT_MIN)                                                                      \
    X(smallest_normal, DBL_MIN, FLT_MIN)                                                           \
    X(smallest_subnormal, DBL_TRUE_MIN, FLT_TRUE_MIN)                                              \
    X(resolution, 1e-15, 1e-6)
/* X(name, of float64, of float32): ints. */
#define FLOAT_SIZES(X)                                                                             \
    X(bits, 64, 32)                                                                                \
    X(iexp, 11, 8)                                                                                 \
    X(machep, -52, -23)                                                                            \
    X(negep, -53, -24)                                                                             \
    X(maxexp, 1024, 128)                                                                           \
    X(minexp, -1022, -126)                                                                         \
    X(nexp, 11, 8)                                                                                 \
    X(nmant, 52, 23)                                                                               \
    X(precision, 15, 6)

static Value limit(Value self, double wide, double narrow)
{
    if (limits_dtype(self) == DT_FLOAT64) {
        return scalar_from(DT_FLOAT64, &wide);
    }
    float f = (float)narrow;
    return scalar_from(DT_FLOAT32, &f);
}
#define X(name, wide, narrow)                                                                      \
    static Value finfo_##name(Value self)                                                          \
    {                                                                                              \
        return limit(self, wide, narrow);                                                          \
    }
FLOAT_LIMITS(X)
#undef X
#define X(name, wide, narrow)                                                                      \
    static Value finfo_##name(Value self)                                                          \
    {                                                                                              \
        return value_int(limits_dtype(self) == DT_FLOAT64 ? (wide) : (narrow));                    \
    }
FLOAT_SIZES(X)
#undef X
static Value limits_get_dtype(Value self)
{
    return dtype_object(limits_dtype(self));
}
static const GetSetDef finfo_getsets[] = {
#define X(name, wide, narrow) {#name, finfo_##name, NULL},
    FLOAT_LIMITS(X) FLOAT_SIZES(X)
#undef X
        {"dtype", limits_get_dtype, NULL},
    {0},
};
static Value finfo_repr(Value self)
{
    return str_format("finfo(resolution=%S, min=%S, max=%S, dtype=%s)", finfo_resolution(self),
                      finfo_min(self), finfo_max(self), dtype_info[limits_dtype(self)].name);
}
/* All digits that tell the number from its neighbours, and more. */
static Value digits_of(Value scalar)
{
    char text[40];
    bool is_wide = scalar_dtype(scalar) == DT_FLOAT64;
    return str_from_ascii(text, (size_t)snprintf(text, sizeof text, "%.*e", is_wide ? 16 : 7,
                                                 as_float(scalar_python(scalar))));
}
static Value finfo_str(Value self)
{
    return str_format(
        "Machine parameters for %s\n"
        "---------------------------------------------------------------\n"
        "precision = %3d   resolution = %S\n"
        "machep = %6d   eps =        %S\n"
        "negep =  %6d   epsneg =     %S\n"
        "minexp = %6d   tiny =       %S\n"
        "maxexp = %6d   max =        %S\n"
        "nexp =   %6d   min =        -max\n"
        "smallest_normal = %S   smallest_subnormal = %S\n"
        "---------------------------------------------------------------\n",
        dtype_info[limits_dtype(self)].name, (int)as_int(finfo_precision(self)),
        digits_of(finfo_resolution(self)), (int)as_int(finfo_machep(self)),
        digits_of(finfo_eps(self)), (int)as_int(finfo_negep(self)), digits_of(finfo_epsneg(self)),
        (int)as_int(finfo_minexp(self)), digits_of(finfo_tiny(self)),
        (int)as_int(finfo_maxexp(self)), digits_of(finfo_max(self)), (int)as_int(finfo_nexp(self)),
        digits_of(finfo_smallest_normal(self)), digits_of(finfo_smallest_subnormal(self)));
}
static Value limits_make(Type *type, DType dtype)
{
    Limits *limits = NEW(Limits, type);
    limits->dtype = dtype;
    return value_from(limits);
}
/* The type that a number, array, class or dtype stands for. */
static DType limits_argument(Value v)
{
    if (is_array(v)) {
        return (DType)as_array(v)->dtype;
    }
    if (is_float(v)) {
        return DT_FLOAT64;
    }
    if (is_int(v)) {
        return DT_INT64;
    }
    return is_scalar(v) ? scalar_dtype(v) : dtype_from(v, DT_FLOAT64);
}
static Type finfo_type, iinfo_type;
static Value finfo_make_object(Args args)
{
    DType dtype = limits_argument(args.at[1]);
    if (!dtype_is_float(dtype)) {
        raise_value("data type %V not inexact", value_from(&scalar_types[dtype]));
    }
    return limits_make(&finfo_type, dtype);
}
static const NativeDef finfo_make = {"finfo", finfo_make_object, "cls, dtype", NULL, 0, 0};
static Type finfo_type = {
    .name = "numpy.finfo",
    .size = sizeof(Limits),
    .repr = finfo_repr,
    .str = finfo_str,
    .getsets = finfo_getsets,
    .make = &finfo_make,
};

static Value iinfo_bits(Value self)
{
    return value_int(8 * (int64_t)dtype_size(limits_dtype(self)));
}
static Value iinfo_min(Value self)
{
    DType dtype = limits_dtype(self);
    int bits = 8 * (int)dtype_size(dtype);
    return dtype_info[dtype].kind == 'u' ? value_int(0)
                                         : int_from_int64((int64_t)(UINT64_MAX << (bits - 1)));
}
static Value iinfo_max(Value self)
{
    DType dtype = limits_dtype(self);
    int bits = 8 * (int)dtype_size(dtype) - (dtype_info[dtype].kind == 'i');
    return int_from_uint64(UINT64_MAX >> (64 - bits));
}
static Value iinfo_kind(Value self)
{
    return str_from_char((uint8_t)dtype_info[limits_dtype(self)].kind);
}
static Value iinfo_key(Value self)
{
    return str_format("%c%d", dtype_info[limits_dtype(self)].kind, (int)as_int(iinfo_bits(self)));
}
static const GetSetDef iinfo_getsets[] = {
    {"bits", iinfo_bits, NULL},
    {"min", iinfo_min, NULL},
    {"max", iinfo_max, NULL},
    {"kind", iinfo_kind, NULL},
    {"key", iinfo_key, NULL},
    {"dtype", limits_get_dtype, NULL},
    {0},
};
static Value iinfo_repr(Value self)
{
    return str_format("iinfo(min=%S, max=%S, dtype=%s)", iinfo_min(self), iinfo_max(self),
                      dtype_info[limits_dtype(self)].name);
}
static Value iinfo_str(Value self)
{
    return str_format("Machine parameters for %s\n"
                      "---------------------------------------------------------------\n"
                      "min = %S\n"
                      "max = %S\n"
                      "---------------------------------------------------------------\n",
                      dtype_info[limits_dtype(self)].name, iinfo_min(self), iinfo_max(self));
}
static Value iinfo_make_object(Args args)
{
    DType dtype = limits_argument(args.at[1]);
    if (!dtype_is_integer(dtype)) {
        raise_value("Invalid integer data type '%c'.", dtype_info[dtype].kind);
    }
    return limits_make(&iinfo_type, dtype);
}
static const NativeDef iinfo_make = {"iinfo", iinfo_make_object, "cls, type", NULL, 0, 0};
static Type iinfo_type = {
    .name = "numpy.iinfo",
    .size = sizeof(Limits),
    .repr = iinfo_repr,
    .str = iinfo_str,
    .getsets = iinfo_getsets,
    .make = &iinfo_make,
};

/* ---- Functions ---- */

/* An operand of result_type and its kin: an array, a number, or a dtype (false). */
static bool promote_operand(Value v, PromoteOperand *o, DType *dtype)
{
    if (is_type(v) || is_str(v) || is_exactly(v, &dtype_type) || v == NONE) {
        *dtype = dtype_from(v, DT_FLOAT64);
        *o = (PromoteOperand){.type = *dtype};
        return false;
    }
    Array *a = array_from(v, DT_NONE);
    *dtype = (DType)a->dtype;
    *o = (PromoteOperand){.type = *dtype, .is_scalar = a->ndim == 0};
    if (a->ndim == 0 && dtype_is_float(*dtype)) {
        element_cast(DT_FLOAT64, &o->value.f, *dtype, a->data);
    } else if (a->ndim == 0 && dtype_info[*dtype].kind == 'u') {
        element_cast(DT_UINT64, &o->value.u, *dtype, a->data);
    } else if (a->ndim == 0) {
        element_cast(DT_INT64, &o->value.i, *dtype, a->data);
    }
    return true;
}

static Value can_cast(Args args)
{
    Casting casting = CASTING_SAFE;
    if (arg_given(args, 2)) {
        size_t length;
        const char *text = str_utf8(arg_str(args, 2, "can_cast"), &length);
        int found = promote_casting(text, length);
        if (found < 0) {
            raise_value("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' "
                        "(got '%s')",
                        text);
        }
        casting = (Casting)found;
    }
    PromoteOperand from;
    DType from_type, to = dtype_from(args.at[1], DT_FLOAT64);
    promote_operand(args.at[0], &from, &from_type);
    return value_bool(from.is_scalar ? promote_can_cast_scalar(from, to, casting)
                                     : promote_can_cast(from_type, to, casting));
}

static Value promote_types_function(Args args)
{
    return dtype_object(
        promote_types(dtype_from(args.at[0], DT_FLOAT64), dtype_from(args.at[1], DT_FLOAT64)));
}

static Value result_type(Args args)
{
    if (args.count == 0) {
        raise_value("at least one array or dtype is required");
    }
    PromoteOperand operands[64];
    if (args.count > COUNT_OF(operands)) {
        raise_value("too many arguments");
    }
    for (uint32_t i = 0; i < args.count; i++) {
        DType dtype;
        promote_operand(args.at[i], &operands[i], &dtype);
    }
    return dtype_object(promote_operands(operands, (int)args.count));
}

static Value min_scalar_type(Args args)
{
    PromoteOperand o;
    DType dtype;
    promote_operand(args.at[0], &o, &dtype);
    if (!o.is_scalar) {
        return dtype_object(dtype);
    }
    if (dtype_is_float(dtype) && !(isfinite(o.value.f) && fabs(o.value.f) >= 65000)) {
        raise_type("Hognose does not support dtype float16, the answer of min_scalar_type");
    }
    return dtype_object(promote_min_scalar(o, NULL));
}

/* A class stands for itself if it is one of the hierarchy, otherwise for its dtype's class. */
static Type *class_of(Value v)
{
    if (is_type(v) && type_is_subtype(as_type(v), &generic_type)) {
        return as_type(v);
    }
    return &scalar_types[dtype_from(v, DT_FLOAT64)];
}
static Value issubdtype(Args args)
{
    return value_bool(type_is_subtype(class_of(args.at[0]), class_of(args.at[1])));
}
static Value issubclass_function(Args args)
{
    return value_bool(op_is_subclass(args.at[0], args.at[1]));
}
static Value isscalar(Args args)
{
    Value v = args.at[0];
    return value_bool(is_float(v) || is_any_int(v) || is_any_float(v) || is_str(v) || is_bytes(v) ||
                      is_scalar(v) || is_exactly(v, &complex_type));
}
static Value obj2sctype(Args args)
{
    return value_from(&scalar_types[limits_argument(args.at[0])]);
}

const NativeDef dtype_functions[] = {
    {"can_cast", can_cast, "from_, to, casting=", NULL, 0, 0},
    {"promote_types", promote_types_function, "type1, type2, /", NULL, 0, 0},
    {"result_type", result_type, "*arrays_and_dtypes", NULL, 0, 0},
    {"min_scalar_type", min_scalar_type, "a, /", NULL, 0, 0},
    {"issubdtype", issubdtype, "arg1, arg2", NULL, 0, ERRORS_PYTHON},
    {"issubclass_", issubclass_function, "arg1, arg2", NULL, 0, ERRORS_PYTHON},
    {"isscalar", isscalar, "element", NULL, 0, ERRORS_PYTHON},
    {"obj2sctype", obj2sctype, "rep, default=", NULL, 0, ERRORS_PYTHON},
    {0},
};

void dtypes_fill(Value module)
{
    static Type *const types[] = {&dtype_type, &finfo_type, &iinfo_type};
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        type_ready(types[i]);
        module_set(module, strchr(types[i]->name, '.') + 1, value_from(types[i]));
    }
}
