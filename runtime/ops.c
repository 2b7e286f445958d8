/* ops.c: arithmetic and comparison of any two values, truth and hash. Numbers that are immediate
 * values are dealt with in line; the rest goes through the Type slots by Python's protocol.
 */
#include "runtime/native.h"
#include <math.h>

static const char *const binary_texts[] = {
#define X(op, text, forward, reflected, inplace) text,
    BINARY_OPS(X)
#undef X
};
static const char *const compare_texts[] = {
#define X(op, text, method, swapped) text,
    COMPARE_OPS(X)
#undef X
};
static const CompareOp swapped_ops[] = {
#define X(op, text, method, swapped) CMP_##swapped,
    COMPARE_OPS(X)
#undef X
};

/* ---- Binary operators ---- */

static bool is_sequence(const Type *type)
{
    return type->flags & TYPE_SEQUENCE;
}

void raise_binary(BinaryOp op, bool inplace, Value a, Value b)
{
    if (op == OP2_MUL && (is_sequence(type_of(a)) || is_sequence(type_of(b)))) {
        raise_type("can't multiply sequence by non-int of type '%T'",
                   is_sequence(type_of(a)) ? b : a);
    }
    Type *sequence = type_of(a);
    while (sequence->flags & TYPE_HEAP) {
        sequence = sequence->base;
    }
    if (op == OP2_ADD && is_sequence(type_of(a))) {
        if ((sequence->flags & TYPE_BYTES) || sequence == &bytearray_type) {
            raise_type("can't concat %T to %N", b, sequence);
        }
        raise_type("can only concatenate %N (not \"%T\") to %N", sequence, b, sequence);
    }
    if (inplace && op != OP2_POW) {
        raise_type("unsupported operand type(s) for %s=: '%T' and '%T'", binary_texts[op], a, b);
    }
    raise_type("unsupported operand type(s) for %s: '%T' and '%T'",
               inplace ? "**=" : binary_texts[op], a, b);
}

static always_inline Value int_result(int64_t i)
{
    return likely(fits_small_int(i)) ? value_int(i) : int_from_int64(i);
}

/* NOT_IMPLEMENTED where the general way has to be taken. */
static always_inline Value small_int_binary(BinaryOp op, Value a, Value b)
{
    int64_t x = as_int(a), y = as_int(b), product;
    switch (op) {
    case OP2_ADD:
        return int_result(x + y);
    case OP2_SUB:
        return int_result(x - y);
    case OP2_MUL:
        return __builtin_mul_overflow(x, y, &product) ? NOT_IMPLEMENTED : int_result(product);
    case OP2_AND:
        return value_int(x & y);
    case OP2_OR:
        return value_int(x | y);
    case OP2_XOR:
        return value_int(x ^ y);
    case OP2_FLOORDIV:
        return y > 0 ? value_int(x / y - (x % y < 0)) : NOT_IMPLEMENTED;
    case OP2_MOD:
        return y > 0 ? value_int(x % y + (x % y < 0 ? y : 0)) : NOT_IMPLEMENTED;
    case OP2_RSHIFT:
        return y >= 0 ? value_int(x >> MIN(y, 63)) : NOT_IMPLEMENTED;
    case OP2_DIV:
        return y ? value_float((double)x / (double)y) : NOT_IMPLEMENTED;
    default:
        return NOT_IMPLEMENTED;
    }
}

static always_inline Value plain_float_binary(BinaryOp op, double x, double y)
{
    switch (op) {
    case OP2_ADD:
        return value_float(x + y);
    case OP2_SUB:
        return value_float(x - y);
    case OP2_MUL:
        return value_float(x * y);
    case OP2_DIV:
        return y != 0 ? value_float(x / y) : float_binary(op, x, y);
    case OP2_MATMUL:
    case OP2_LSHIFT:
    case OP2_RSHIFT:
    case OP2_AND:
    case OP2_OR:
    case OP2_XOR:
        return NOT_IMPLEMENTED;
    default:
        return float_binary(op, x, y);
    }
}

/* The rule for + and * of built-in sequences: concatenation and repetition are tried after the
 * other operand's numeric operator. */
static Value sequence_binary(BinaryOp op, Value a, Value b)
{
    Type *ta = type_of(a), *tb = type_of(b);
    if (is_sequence(ta)) {
        if (tb->binary && !is_sequence(tb) && !is_int(b)) {
            Value result = tb->binary(op, a, b);
            if (result != NOT_IMPLEMENTED) {
                return result;
            }
        }
        return ta->binary(op, a, b);
    }
    Value result = ta->binary ? ta->binary(op, a, b) : NOT_IMPLEMENTED;
    if (result == NOT_IMPLEMENTED && op == OP2_MUL) {
        result = tb->binary(op, a, b);
    }
    return result;
}

static Value dispatch_binary(BinaryOp op, Value a, Value b)
{
    Type *ta = type_of(a), *tb = type_of(b);
    if (ta->binary == tb->binary) {
        return ta->binary ? ta->binary(op, a, b) : NOT_IMPLEMENTED;
    }
    bool b_first = ta != tb && tb->binary && type_is_subtype(tb, ta);
    if (unlikely(op == OP2_ADD || op == OP2_MUL) && !b_first &&
        (is_sequence(ta) || is_sequence(tb))) {
        return sequence_binary(op, a, b);
    }
    if (b_first) {
        Value result = tb->binary(op, a, b);
        if (result != NOT_IMPLEMENTED) {
            return result;
        }
    }
    if (ta->binary) {
        Value result = ta->binary(op, a, b);
        if (result != NOT_IMPLEMENTED) {
            return result;
        }
    }
    return tb->binary && !b_first ? tb->binary(op, a, b) : NOT_IMPLEMENTED;
}

static always_inline Value number_binary(BinaryOp op, Value a, Value b)
{
    if (are_ints(a, b)) {
        return small_int_binary(op, a, b);
    }
    if (is_float(a)) {
        if (is_float(b)) {
            return plain_float_binary(op, as_float(a), as_float(b));
        }
        return is_int(b) ? plain_float_binary(op, as_float(a), (double)as_int(b)) : NOT_IMPLEMENTED;
    }
    if (is_int(a) && is_float(b)) {
        return plain_float_binary(op, (double)as_int(a), as_float(b));
    }
    return NOT_IMPLEMENTED;
}

Value op_binary(BinaryOp op, Value a, Value b)
{
    Value result = number_binary(op, a, b);
    if (result == NOT_IMPLEMENTED) {
        result = dispatch_binary(op, a, b);
        if (unlikely(result == NOT_IMPLEMENTED)) {
            raise_binary(op, false, a, b);
        }
    }
    return result;
}

Value op_inplace(BinaryOp op, Value a, Value b)
{
    Value result = number_binary(op, a, b);
    if (result != NOT_IMPLEMENTED) {
        return result;
    }
    Type *type = type_of(a);
    if (type->inplace) {
        result = type->inplace(op, a, b);
    }
    if (result == NOT_IMPLEMENTED) {
        result = dispatch_binary(op, a, b);
        if (unlikely(result == NOT_IMPLEMENTED)) {
            raise_binary(op, true, a, b);
        }
    }
    return result;
}

Value op_power_mod(Value a, Value b, Value mod)
{
    if (mod == NONE) {
        return op_binary(OP2_POW, a, b);
    }
    if (is_any_int(a) && is_any_int(b) && is_any_int(mod) &&
        !(is_object(a) && (type_of(a)->flags & TYPE_HEAP))) {
        return int_pow_mod(a, b, mod);
    }
    Value method = op_special(a, S_POW);
    if (method != EMPTY && (type_of(a)->flags & TYPE_HEAP)) {
        Value args[] = {b, mod};
        Value result = op_call_special(method, a, args, 2);
        if (result != NOT_IMPLEMENTED) {
            return result;
        }
    } else if (is_float(a) || is_float(b) || is_float(mod)) {
        raise_type("pow() 3rd argument not allowed unless all arguments are integers");
    }
    raise_type("unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", a, b, mod);
}

Value op_unary(UnaryOp op, Value a)
{
    static const char *const texts[] = {
#define X(op, text, method) text,
        UNARY_OPS(X)
#undef X
    };
    if (is_int(a)) {
        int64_t i = as_int(a);
        return op == OP1_NEG   ? int_result(-i)
               : op == OP1_POS ? a
               : op == OP1_ABS ? int_result(i < 0 ? -i : i)
                               : value_int(~i);
    }
    if (is_float(a) && op != OP1_INVERT) {
        double d = as_float(a);
        return op == OP1_NEG ? value_float(-d) : op == OP1_POS ? a : value_float(fabs(d));
    }
    Type *type = type_of(a);
    Value result = type->unary ? type->unary(op, a) : NOT_IMPLEMENTED;
    if (result == NOT_IMPLEMENTED) {
        if (op == OP1_ABS) {
            raise_type("bad operand type for abs(): '%T'", a);
        }
        raise_type("bad operand type for unary %s: '%T'", texts[op], a);
    }
    return result;
}

/* ---- Comparison ---- */

static always_inline bool compare_ints(CompareOp op, int64_t x, int64_t y)
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

static always_inline bool compare_floats(CompareOp op, double x, double y)
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

/* Immediate numbers (a small int is exact as a double); false: something else is among them. */
static always_inline bool compare_numbers(CompareOp op, Value a, Value b, bool *result)
{
    if (are_ints(a, b)) {
        *result = compare_ints(op, as_int(a), as_int(b));
        return true;
    }
    if (is_float(a) ? !(is_float(b) || is_int(b)) : !(is_int(a) && is_float(b))) {
        return false;
    }
    double x = is_float(a) ? as_float(a) : (double)as_int(a);
    double y = is_float(b) ? as_float(b) : (double)as_int(b);
    *result = compare_floats(op, x, y);
    return true;
}

static Value dispatch_compare(CompareOp op, Value a, Value b)
{
    check_c_stack(" in comparison");
    Type *ta = type_of(a), *tb = type_of(b);
    bool tried_b = false;
    if (ta != tb && tb->compare && type_is_subtype(tb, ta)) {
        Value result = tb->compare(swapped_ops[op], b, a);
        if (result != NOT_IMPLEMENTED) {
            return result;
        }
        tried_b = true;
    }
    if (ta->compare) {
        Value result = ta->compare(op, a, b);
        if (result != NOT_IMPLEMENTED) {
            return result;
        }
    }
    if (tb->compare && !tried_b) {
        Value result = tb->compare(swapped_ops[op], b, a);
        if (result != NOT_IMPLEMENTED) {
            return result;
        }
    }
    if (op == CMP_EQ) {
        return value_bool(a == b);
    }
    if (op == CMP_NE) {
        return value_bool(a != b);
    }
    raise_type("'%s' not supported between instances of '%T' and '%T'", compare_texts[op], a, b);
}

static always_inline bool are_plain_strs(Value a, Value b)
{
    return is_exactly(a, &str_type) && is_exactly(b, &str_type);
}

Value op_compare(CompareOp op, Value a, Value b)
{
    bool result;
    if (compare_numbers(op, a, b, &result)) {
        return value_bool(result);
    }
    if (are_plain_strs(a, b) && (op == CMP_EQ || op == CMP_NE)) {
        return value_bool((a == b || str_equal(a, b)) == (op == CMP_EQ));
    }
    return dispatch_compare(op, a, b);
}

bool op_equal(Value a, Value b)
{
    if (a == b) {
        return true;
    }
    bool result;
    if (compare_numbers(CMP_EQ, a, b, &result)) {
        return result;
    }
    if (are_plain_strs(a, b)) {
        return str_equal(a, b);
    }
    return op_truth(dispatch_compare(CMP_EQ, a, b));
}

bool op_is_true(CompareOp op, Value a, Value b)
{
    if (op == CMP_EQ) {
        return op_equal(a, b);
    }
    bool result;
    if (compare_numbers(op, a, b, &result)) {
        return a == b && op == CMP_NE ? false : result;
    }
    if (are_plain_strs(a, b)) {
        return compare_ints(op, a == b ? 0 : str_compare(a, b), 0);
    }
    if (a == b && op == CMP_NE) {
        return false;
    }
    return op_truth(dispatch_compare(op, a, b));
}

/* ---- Truth and hash ---- */

bool op_truth(Value v)
{
    if (is_object(v)) {
        Type *type = object_type(as_object(v));
        if (type->truth) {
            return type->truth(v);
        }
        return type->length ? type->length(v) != 0 : true;
    }
    if (is_int(v)) {
        return as_int(v) != 0;
    }
    if (is_float(v)) {
        return as_float(v) != 0;
    }
    return v != FALSE && v != NONE;
}

int64_t op_hash(Value v)
{
    if (is_int(v)) {
        int64_t i = as_int(v);
        return i == -1 ? -2 : i;
    }
    Type *type = type_of(v);
    if (type == &str_type) {
        return str_hash(v);
    }
    if (unlikely(!type->hash)) {
        raise_type("unhashable type: '%T'", v);
    }
    return type->hash(v);
}
