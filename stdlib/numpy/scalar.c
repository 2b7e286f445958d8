/* scalar.c: NumPy's numbers: one immutable object per type of element, with the arithmetic of their
 * type. What meets an array, or what only arrays can do, is done by arrays.
 */
#include "stdlib/numpy/array.h"
#include "stdlib/numpy/format_float.h"
#include "stdlib/numpy/promote.h"
#include "stdlib/numpy/scalar.h"
#include "stdlib/numpy/ufunc.h"
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

static Value float64_new(double d)
{
    return scalar_from(DT_FLOAT64, &d);
}
static Value int64_new(int64_t i)
{
    Scalar *s = mm_new_data(&scalar_types[DT_INT64], sizeof(Scalar));
    s->i64 = i;
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

static Scalar *as_scalar(Value v)
{
    return (Scalar *)as_object(v);
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
    } else if (!is_any_int(v) && !is_any_float(v) && !type_of(v)->to_float &&
               !type_of(v)->index && op_special(v, S_FLOAT) == EMPTY &&
               op_special(v, S_INDEX) == EMPTY) {
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
        if (is_array_sequence(v)) {
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

/* ---- Operands of scalar arithmetic ---- */

typedef struct Number {
    DType dtype;
    union {
        double f64;
        int64_t i64;
        char bytes[8];
    };
} Number;

/* False for what is no number that fits 64 bits. */
static inline bool number_from(Value v, Number *o)
{
    if (is_float(v)) {
        o->dtype = DT_FLOAT64;
        o->f64 = as_float(v);
        return true;
    }
    if (is_int(v)) {
        o->dtype = DT_INT64;
        o->i64 = as_int(v);
        return true;
    }
    if (is_bool(v)) {
        o->dtype = DT_BOOL;
        o->i64 = v == TRUE;
        return true;
    }
    if (!is_object(v)) {
        return false;
    }
    if (is_scalar(v)) {
        o->dtype = scalar_dtype(v);
        memcpy(o->bytes, as_scalar(v)->bytes, sizeof o->bytes);
        return true;
    }
    if (has_flag(v, TYPE_FLOAT)) {
        o->dtype = DT_FLOAT64;
        o->f64 = as_float(float_plain(v));
        return true;
    }
    if (!is_any_int(v)) {
        return false;
    }
    if (int_to_int64(v, &o->i64)) {
        o->dtype = DT_INT64;
        return true;
    }
    o->dtype = DT_UINT64;
    o->i64 = (int64_t)int_to_uint64_wrap(v);
    return int_sign(v) > 0 && int_bit_length(v) <= 64;
}

static double number_double(const Number *o)
{
    double d;
    element_cast(DT_FLOAT64, &d, o->dtype, o->bytes);
    return d;
}

/* ---- Arithmetic ---- */

static const struct {
    KernelOp kernel;
    const char *name; /* in warnings */
} operations[BINARY_OP_COUNT] = {
    [OP2_ADD] = {K_ADD, "scalar add"},
    [OP2_SUB] = {K_SUBTRACT, "scalar subtract"},
    [OP2_MUL] = {K_MULTIPLY, "scalar multiply"},
    [OP2_DIV] = {K_DIVIDE, "scalar divide"},
    [OP2_FLOORDIV] = {K_FLOOR_DIVIDE, "scalar floor_divide"},
    [OP2_MOD] = {K_REMAINDER, "scalar remainder"},
    [OP2_POW] = {K_POWER, "scalar power"},
    [OP2_LSHIFT] = {K_LEFT_SHIFT, "scalar left_shift"},
    [OP2_RSHIFT] = {K_RIGHT_SHIFT, "scalar right_shift"},
    [OP2_AND] = {K_BITWISE_AND, "scalar bitwise_and"},
    [OP2_OR] = {K_BITWISE_OR, "scalar bitwise_or"},
    [OP2_XOR] = {K_BITWISE_XOR, "scalar bitwise_xor"},
};

static void report(unsigned flags, BinaryOp op)
{
    if (unlikely(flags & KERNEL_NEGATIVE_POWER)) {
        raise_value("Integers to negative integer powers are not allowed.");
    }
    flags &= KERNEL_DIVIDE | KERNEL_OVERFLOW | KERNEL_INVALID;
    if (unlikely(flags)) {
        warn_flags(flags, operations[op].name);
    }
}

/* What + - * / of doubles raised, from operands and result. */
static cold_fn unsigned double_flags(BinaryOp op, double x, double y, double r)
{
    if (r != r) {
        return x == x && y == y ? KERNEL_INVALID : 0;
    }
    if (!isfinite(x) || !isfinite(y)) {
        return 0;
    }
    return op == OP2_DIV && y == 0 ? KERNEL_DIVIDE : KERNEL_OVERFLOW;
}

static Value doubles_binary(BinaryOp op, double x, double y)
{
    double r;
    switch (op) {
    case OP2_ADD:
        r = x + y;
        break;
    case OP2_SUB:
        r = x - y;
        break;
    case OP2_MUL:
        r = x * y;
        break;
    case OP2_DIV:
        r = x / y;
        break;
    default: {
        char *ptrs[] = {(char *)&x, (char *)&y, (char *)&r};
        intptr_t strides[] = {0, 0, 0};
        kernel_flags_clear();
        kernel_find(operations[op].kernel, DT_FLOAT64)(ptrs, strides, 1);
        report(kernel_flags_take(), op);
        return float64_new(r);
    }
    }
    if (unlikely(!isfinite(r))) {
        report(double_flags(op, x, y, r), op);
    }
    return float64_new(r);
}

static unsigned int_overflow(BinaryOp op, DType dtype, const Number *x, const Number *y,
                             const Number *r)
{
    int64_t a, b, c;
    if (dtype == DT_UINT64) {
        unsigned __int128 wide = op == OP2_MUL ? (unsigned __int128)(uint64_t)x->i64 * (uint64_t)y->i64
                                 : op == OP2_ADD ? (unsigned __int128)(uint64_t)x->i64 + (uint64_t)y->i64
                                 : op == OP2_SUB ? (unsigned __int128)(uint64_t)x->i64 - (uint64_t)y->i64
                                                 : (uint64_t)r->i64;
        return wide != (uint64_t)r->i64 ? KERNEL_OVERFLOW : 0;
    }
    element_cast(DT_INT64, &a, dtype, x->bytes);
    element_cast(DT_INT64, &b, dtype, y->bytes);
    element_cast(DT_INT64, &c, dtype, r->bytes);
    __int128 wide = op == OP2_MUL   ? (__int128)a * b
                    : op == OP2_ADD ? (__int128)a + b
                    : op == OP2_SUB ? (__int128)a - b
                    : op == OP2_FLOORDIV && b == -1 ? -(__int128)a
                                                    : c;
    return wide != c ? KERNEL_OVERFLOW : 0;
}

/* The loop of the common type, over one element. */
static Value kernel_binary(BinaryOp op, const Number *x, const Number *y, Value a, Value b)
{
    DType loop, result;
    KernelOp kernel = operations[op].kernel;
    if (kernel_resolve(kernel, promote_types(x->dtype, y->dtype), &loop, &result) != RESOLVE_OK) {
        Value inputs[] = {a, b};
        return ufunc_call(kernel, inputs, NULL); /* says what is wrong */
    }
    Number in[2] = {{.dtype = loop}, {.dtype = loop}}, out = {.dtype = result};
    out.i64 = 0;
    in[0].i64 = in[1].i64 = 0;
    element_cast(loop, in[0].bytes, x->dtype, x->bytes);
    element_cast(loop, in[1].bytes, y->dtype, y->bytes);
    char *ptrs[] = {in[0].bytes, in[1].bytes, out.bytes};
    intptr_t strides[] = {0, 0, 0};
    kernel_flags_clear();
    kernel_find(kernel, loop)(ptrs, strides, 1);
    unsigned flags = kernel_flags_take();
    if (dtype_is_integer(loop) && loop == result && op <= OP2_FLOORDIV) {
        flags |= int_overflow(op, loop, &in[0], &in[1], &out);
    }
    report(flags, op);
    return scalar_from(result, out.bytes);
}

static Value ints_binary(BinaryOp op, int64_t x, int64_t y)
{
    int64_t r;
    switch (op) {
    case OP2_ADD:
        if (unlikely(__builtin_add_overflow(x, y, &r))) {
            report(KERNEL_OVERFLOW, op);
        }
        return int64_new(r);
    case OP2_SUB:
        if (unlikely(__builtin_sub_overflow(x, y, &r))) {
            report(KERNEL_OVERFLOW, op);
        }
        return int64_new(r);
    case OP2_MUL:
        if (unlikely(__builtin_mul_overflow(x, y, &r))) {
            report(KERNEL_OVERFLOW, op);
        }
        return int64_new(r);
    case OP2_DIV:
        return doubles_binary(op, (double)x, (double)y);
    case OP2_FLOORDIV:
    case OP2_MOD:
        if (unlikely(y == 0 || y == -1)) {
            break;
        }
        r = x % y;
        if (r != 0 && (r < 0) != (y < 0)) {
            return int64_new(op == OP2_MOD ? r + y : x / y - 1);
        }
        return int64_new(op == OP2_MOD ? r : x / y);
    case OP2_AND:
        return int64_new(x & y);
    case OP2_OR:
        return int64_new(x | y);
    case OP2_XOR:
        return int64_new(x ^ y);
    default:
        break;
    }
    Number a = {.dtype = DT_INT64}, b = {.dtype = DT_INT64};
    a.i64 = x;
    b.i64 = y;
    return kernel_binary(op, &a, &b, EMPTY, EMPTY);
}

static Value numbers_divmod(const Number *x, const Number *y, Value a, Value b)
{
    Value quotient, rest;
    static const struct {
        const char *name;
    } as = {"scalar divmod"};
    DType loop, result;
    if (kernel_resolve(K_REMAINDER, promote_types(x->dtype, y->dtype), &loop, &result) !=
        RESOLVE_OK) {
        Value inputs[] = {a, b};
        return ufunc_call(K_REMAINDER, inputs, NULL);
    }
    Number in[2] = {{.dtype = loop}, {.dtype = loop}}, out = {.dtype = result};
    in[0].i64 = in[1].i64 = 0;
    element_cast(loop, in[0].bytes, x->dtype, x->bytes);
    element_cast(loop, in[1].bytes, y->dtype, y->bytes);
    char *ptrs[] = {in[0].bytes, in[1].bytes, out.bytes};
    intptr_t strides[] = {0, 0, 0};
    kernel_flags_clear();
    kernel_find(K_FLOOR_DIVIDE, loop)(ptrs, strides, 1);
    unsigned flags = kernel_flags_take();
    quotient = scalar_from(result, out.bytes);
    kernel_find(K_REMAINDER, loop)(ptrs, strides, 1);
    flags |= kernel_flags_take();
    rest = scalar_from(result, out.bytes);
    flags &= KERNEL_DIVIDE | KERNEL_OVERFLOW | KERNEL_INVALID;
    if (flags) {
        warn_flags(flags, as.name);
    }
    return tuple_of(2, quotient, rest);
}

static Value python_of(Value v)
{
    return is_scalar(v) ? scalar_python(v) : v;
}

noreturn_fn static void raise_no_str_loop(BinaryOp op, Value a, Value b)
{
    StrBuilder text;
    builder_start(&text);
    Value both[] = {a, b};
    for (int i = 0; i < 2; i++) {
        builder_c(&text, i ? ", " : "");
        if (is_str(both[i])) {
            builder_printf(&text, "dtype('<U%zu')", MAX(as_str(both[i])->length, (size_t)1));
        } else {
            builder_printf(&text, "dtype('%s')", dtype_info[scalar_dtype(both[i])].name);
        }
    }
    raise_as(ufunc_error_type(),
             "ufunc '%s' did not contain a loop with signature matching types (%S) -> None",
               kernel_info[operations[op].kernel].name, builder_end(&text));
}

/* One operand is a scalar, the other no number that arrays know. */
static Value foreign_binary(BinaryOp op, Value a, Value b)
{
    Value scalar = is_scalar(a) ? a : b, other = is_scalar(a) ? b : a;
    if (is_array(other)) {
        return array_binary(op, a, b);
    }
    if (op == OP2_MUL && has_flag(other, TYPE_SEQUENCE)) {
        if (!dtype_is_integer(scalar_dtype(scalar))) {
            raise_type("can't multiply sequence by non-int of type '%T'", scalar);
        }
        return op_binary(op, python_of(a), python_of(b));
    }
    if (is_list(other) || is_tuple(other) || is_exactly(other, &range_type)) {
        return op == OP2_DIVMOD ? NOT_IMPLEMENTED : array_binary(op, a, b);
    }
    if (is_str(other) && op != OP2_DIVMOD && op != OP2_MATMUL) {
        if (other == a) {
            return NOT_IMPLEMENTED;
        }
        raise_no_str_loop(op, a, b);
    }
    if (other == a || (is_object(other) && (type_of(other)->flags & TYPE_HEAP))) {
        return NOT_IMPLEMENTED; /* its own operator comes first, and speaks for both */
    }
    return op_binary(op, python_of(a), python_of(b));
}

static Value scalar_binary(BinaryOp op, Value a, Value b)
{
    Number x, y;
    if (unlikely(op == OP2_MATMUL)) {
        return is_array(a) || is_array(b) ? array_binary(op, a, b) : NOT_IMPLEMENTED;
    }
    if (unlikely(!number_from(a, &x) || !number_from(b, &y))) {
        if (is_any_int(a) || is_any_int(b)) { /* beyond 64 bits: as Python does */
            return op_binary(op, python_of(a), python_of(b));
        }
        return foreign_binary(op, a, b);
    }
    if (unlikely(op == OP2_DIVMOD)) {
        return numbers_divmod(&x, &y, a, b);
    }
    if (x.dtype == DT_FLOAT64 || y.dtype == DT_FLOAT64) {
        bool is_bits = op >= OP2_LSHIFT && op <= OP2_XOR;
        if (likely(!is_bits)) {
            return doubles_binary(op, x.dtype == DT_FLOAT64 ? x.f64 : number_double(&x),
                                  y.dtype == DT_FLOAT64 ? y.f64 : number_double(&y));
        }
    } else if (x.dtype == DT_INT64 && y.dtype == DT_INT64 && op != OP2_POW && op != OP2_LSHIFT &&
               op != OP2_RSHIFT) {
        if (likely((op != OP2_FLOORDIV && op != OP2_MOD) || (y.i64 != 0 && y.i64 != -1))) {
            return ints_binary(op, x.i64, y.i64);
        }
    }
    return kernel_binary(op, &x, &y, a, b);
}

static Value scalar_unary(UnaryOp op, Value a)
{
    static const KernelOp kernels[] = {
        [OP1_NEG] = K_NEGATIVE,
        [OP1_POS] = K_POSITIVE,
        [OP1_INVERT] = K_INVERT,
        [OP1_ABS] = K_ABSOLUTE,
    };
    DType dtype = scalar_dtype(a);
    if (dtype == DT_FLOAT64 && op != OP1_INVERT) {
        double d = as_scalar(a)->f64;
        return op == OP1_POS ? a : float64_new(op == OP1_NEG ? -d : fabs(d));
    }
    DType loop, result;
    if (kernel_resolve(kernels[op], dtype, &loop, &result) != RESOLVE_OK || loop != dtype) {
        return ufunc_call(kernels[op], &a, NULL);
    }
    Number in = {.dtype = dtype}, out = {.dtype = result};
    memcpy(in.bytes, as_scalar(a)->bytes, sizeof in.bytes);
    out.i64 = 0;
    char *ptrs[] = {in.bytes, out.bytes};
    intptr_t strides[] = {0, 0};
    kernel_find(kernels[op], loop)(ptrs, strides, 1);
    if (dtype_is_integer(dtype) && (op == OP1_NEG || op == OP1_ABS)) {
        bool is_signed = dtype_info[dtype].kind == 'i';
        bool same = !memcmp(in.bytes, out.bytes, dtype_size(dtype));
        int64_t i;
        element_cast(DT_INT64, &i, dtype, in.bytes);
        if (is_signed ? same && i < 0 : op == OP1_NEG && i != 0) {
            warn_flags(KERNEL_OVERFLOW, op == OP1_NEG ? "scalar negative" : "scalar absolute");
        }
    }
    return scalar_from(result, out.bytes);
}

/* ---- Comparison ---- */

static bool doubles_compare(CompareOp op, double x, double y)
{
    switch (op) {
    case CMP_LT:
        return x < y;
    case CMP_LE:
        return x <= y;
    case CMP_EQ:
        return x == y;
    case CMP_NE:
        return x != y;
    case CMP_GT:
        return x > y;
    default:
        return x >= y;
    }
}

static Value scalar_compare(CompareOp op, Value a, Value b)
{
    Number x, y;
    if (!number_from(a, &x) || !number_from(b, &y)) {
        if (is_any_int(b)) {
            return scalar_bool(op_truth(op_compare(op, scalar_python(a), b)));
        }
        if (is_array(b) || is_list(b) || is_tuple(b)) {
            return array_compare(op, a, b);
        }
        bool is_order = op != CMP_EQ && op != CMP_NE;
        if (is_order && is_str(b)) {
            static const char *const texts[] = {"<", "<=", "==", "!=", ">", ">="};
            raise_type("'%s' not supported between instances of 'numpy.ndarray' and '%T'",
                       texts[op], b);
        }
        if (is_order && !(is_object(b) && (type_of(b)->flags & TYPE_HEAP))) {
            return op_compare(op, scalar_python(a), b);
        }
        return NOT_IMPLEMENTED;
    }
    DType common = promote_types(x.dtype, y.dtype);
    if (dtype_is_float(common)) {
        double p = x.dtype == DT_FLOAT64 ? x.f64 : number_double(&x);
        double q = y.dtype == DT_FLOAT64 ? y.f64 : number_double(&y);
        return scalar_bool(doubles_compare(op, p, q));
    }
    int order;
    if (common == DT_UINT64) {
        uint64_t p, q;
        element_cast(DT_UINT64, &p, x.dtype, x.bytes);
        element_cast(DT_UINT64, &q, y.dtype, y.bytes);
        order = (p > q) - (p < q);
    } else {
        int64_t p, q;
        element_cast(DT_INT64, &p, x.dtype, x.bytes);
        element_cast(DT_INT64, &q, y.dtype, y.bytes);
        order = (p > q) - (p < q);
    }
    return scalar_bool(doubles_compare(op, order, 0));
}

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
        raise_type("%s expected at most 1 argument, got %u", dtype_info[scalar_type_dtype(type)].name,
                   args.count - 1);
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
    {"dtype", get_dtype, NULL},       {"shape", get_empty_tuple, NULL},
    {"strides", get_empty_tuple, NULL}, {"ndim", get_zero, NULL},
    {"size", get_one, NULL},          {"itemsize", get_itemsize, NULL},
    {"nbytes", get_itemsize, NULL},   {"T", get_self, NULL},
    {"real", get_self, NULL},         {"imag", get_imag, NULL},
    {"base", get_none, NULL},         {0},
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
        call_value(op_get_attr(array, str_intern("item")), (Call){args.at + 1, args.count - 1, EMPTY});
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
    if (!arg_given(args, 1) || args.at[1] == NONE) {
        Value plain = scalar_python(self);
        return is_bool(plain) ? int_plain(plain)
                              : call_0(op_get_attr(plain, str_intern("__round__")));
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
    Type symbol##_type = {                                                                         \
        .name = "numpy." text,                                                                     \
        .flags = TYPE_SUBCLASSABLE | TYPE_NO_INSTANCES,                                            \
        .size = sizeof(Scalar),                                                                    \
        .base = parent,                                                                            \
        __VA_ARGS__                                                                                \
    }

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
    {.name = "numpy." text,                                                                        \
     .flags = TYPE_SUBCLASSABLE,                                                                   \
     .size = sizeof(Scalar),                                                                       \
     .base = parent,                                                                               \
     .make = &make_def,                                                                            \
     .make_fast = scalar_make_fast,                                                                \
     __VA_ARGS__}

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
    static Type *const abstract[] = {&generic_type,         &number_type,  &integer_type,
                                     &signedinteger_type,   &unsignedinteger_type,
                                     &inexact_type,         &floating_type};
    static const struct {
        const char *name;
        DType dtype;
    } aliases[] = {
        {"int_", DT_INT64},      {"intp", DT_INT64},    {"longlong", DT_INT64},
        {"uint", DT_UINT64},     {"uintp", DT_UINT64},  {"ulonglong", DT_UINT64},
        {"byte", DT_INT8},       {"ubyte", DT_UINT8},   {"short", DT_INT16},
        {"ushort", DT_UINT16},   {"intc", DT_INT32},    {"uintc", DT_UINT32},
        {"single", DT_FLOAT32},  {"float_", DT_FLOAT64}, {"double", DT_FLOAT64},
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
