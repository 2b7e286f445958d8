/* scalar_math.c: operators of NumPy's numbers. float64 and int64 with each other and with Python's
 * numbers are computed here; other pairs meet in their common type and go through its kernel.
 */
#include "stdlib/numpy/promote.h"
#include "stdlib/numpy/scalar.h"
#include "stdlib/numpy/ufunc.h"
#include <math.h>

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

/* Scalars that have to be promoted both (and bools in front) go the way of arrays, which do not see
 * that integers overflow, and whose warnings do not say "scalar". */
static bool is_scalar_math(Value a, const Number *x, Value b, const Number *y, DType common)
{
    bool a_is = is_object(a) && is_scalar(a), b_is = is_object(b) && is_scalar(b);
    bool has_big_int = (!a_is && x->dtype == DT_UINT64) || (!b_is && y->dtype == DT_UINT64);
    if (has_big_int || (a_is && x->dtype == DT_BOOL)) {
        return false;
    }
    return (a_is && x->dtype == common) || (b_is && y->dtype == common);
}

static void report_as(unsigned flags, BinaryOp op, bool is_scalar_math)
{
    if (unlikely(flags & KERNEL_NEGATIVE_POWER)) {
        raise_value("Integers to negative integer powers are not allowed.");
    }
    flags &= KERNEL_DIVIDE | KERNEL_OVERFLOW | KERNEL_INVALID;
    if (unlikely(flags)) {
        warn_flags(flags, operations[op].name + (is_scalar_math ? 0 : strlen("scalar ")));
    }
}

static void report(unsigned flags, BinaryOp op)
{
    report_as(flags, op, true);
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
        unsigned __int128 wide =
            op == OP2_MUL   ? (unsigned __int128)(uint64_t)x->i64 * (uint64_t)y->i64
            : op == OP2_ADD ? (unsigned __int128)(uint64_t)x->i64 + (uint64_t)y->i64
            : op == OP2_SUB ? (unsigned __int128)(uint64_t)x->i64 - (uint64_t)y->i64
                            : (uint64_t)r->i64;
        return wide != (uint64_t)r->i64 ? KERNEL_OVERFLOW : 0;
    }
    element_cast(DT_INT64, &a, dtype, x->bytes);
    element_cast(DT_INT64, &b, dtype, y->bytes);
    element_cast(DT_INT64, &c, dtype, r->bytes);
    __int128 wide = op == OP2_MUL                   ? (__int128)a * b
                    : op == OP2_ADD                 ? (__int128)a + b
                    : op == OP2_SUB                 ? (__int128)a - b
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
    bool scalar_math = a == EMPTY || is_scalar_math(a, x, b, y, promote_types(x->dtype, y->dtype));
    if (scalar_math && dtype_is_integer(loop) && loop == result && op <= OP2_FLOORDIV) {
        flags |= int_overflow(op, loop, &in[0], &in[1], &out);
    }
    report_as(flags, op, scalar_math);
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
        bool scalar_math = is_scalar_math(a, x, b, y, promote_types(x->dtype, y->dtype));
        warn_flags(flags, scalar_math ? "scalar divmod" : "divmod");
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

/* A double, or a small int beside one. */
static inline bool is_quick(Value v, double *d)
{
    if (is_exactly(v, &scalar_types[DT_FLOAT64])) {
        *d = as_scalar(v)->f64;
    } else if (is_float(v)) {
        *d = as_float(v);
    } else if (is_int(v)) {
        *d = (double)as_int(v);
    } else {
        return false;
    }
    return true;
}

Value scalar_binary(BinaryOp op, Value a, Value b)
{
    Number x, y;
    double p, q;
    if (op <= OP2_DIV && is_quick(a, &p) && is_quick(b, &q)) {
        return doubles_binary(op, p, q);
    }
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
        if (likely(!is_bits && (is_exactly(a, &scalar_types[DT_FLOAT64]) ||
                                is_exactly(b, &scalar_types[DT_FLOAT64])))) {
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

Value scalar_unary(UnaryOp op, Value a)
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

Value scalar_compare(CompareOp op, Value a, Value b)
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
