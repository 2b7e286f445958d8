/* float.c: Python's float; see float.h. Arithmetic is C's, with Python's errors and sign rules. An
 * instance of a subclass of float is a FloatInstance.
 */
#include "runtime/native.h"
#include "runtime/float_exact.h"
#include "runtime/float_text.h"
#include "runtime/objects/complex.h"
#include <errno.h>
#include <math.h>

/* ---- Values ---- */

/* The double of a float or of an instance of a subclass. */
Value value_new_nan(double nan)
{
    static uint64_t number;
    uint64_t bits = UINT64_C(0x7ff8000000000000) | (++number & ((UINT64_C(1) << 48) - 1));
    return (bits | (uint64_t)(__builtin_signbit(nan) != 0) << 63) + TAG_DOUBLE;
}

static inline double plain(Value v)
{
    return likely(is_float(v)) ? as_float(v) : ((const FloatInstance *)as_object(v))->value;
}

bool is_any_float(Value v)
{
    return is_float(v) || has_flag(v, TYPE_FLOAT);
}

Value float_plain(Value v)
{
    return is_float(v) ? v : value_float(plain(v));
}

static double from_float_method(Value v, Value method)
{
    Value result = op_call_special(method, v, NULL, 0);
    if (is_float(result)) {
        return as_float(result);
    }
    if (!is_any_float(result)) {
        raise_type("%T.__float__ returned non-float (type %T)", v, result);
    }
    warn_as(&exc_DeprecationWarning,
            "%T.__float__ returned non-float (type %T).  The ability to return an instance of a "
            "strict subclass of float is deprecated, and may be removed in a future version of "
            "Python.",
            v, result);
    return plain(result);
}

/* Whether v has a way to be a float; then *d is it. */
static bool real_value(Value v, double *d)
{
    if (is_any_float(v)) {
        *d = plain(v);
        return true;
    }
    Type *type = type_of(v);
    if (type->flags & TYPE_HEAP) {
        Value method = op_special(v, S_FLOAT);
        if (method != EMPTY) {
            *d = from_float_method(v, method);
            return true;
        }
    }
    if (is_any_int(v)) {
        *d = int_to_double(v);
        return true;
    }
    if (type->to_float) {
        *d = type->to_float(v);
        return true;
    }
    if (type->index || op_special(v, S_INDEX) != EMPTY) {
        *d = int_to_double(op_index(v));
        return true;
    }
    return false;
}

double float_from_value(Value v)
{
    double d;
    if (likely(is_float(v))) {
        return as_float(v);
    }
    if (!real_value(v, &d)) {
        raise_type("must be real number, not %T", v);
    }
    return d;
}

Value float_repr_value(double d)
{
    char text[FLOAT_REPR_MAX];
    return str_from_units(text, 1, float_repr(text, d));
}

Value float_parse_value(Value text)
{
    size_t length;
    double d;
    const char *at = int_text_ascii(text, &length);
    if (!float_parse(at, length, &d)) {
        raise_value("could not convert string to float: %V", text);
    }
    return value_float(d);
}

/* ---- Arithmetic ---- */

double float_mod(double a, double b)
{
    double rest = fmod(a, b);
    if (rest == 0.0) {
        return copysign(0.0, b);
    }
    return (b < 0) != (rest < 0) ? rest + b : rest;
}

double float_floordiv(double a, double b)
{
    double rest = fmod(a, b), quotient = (a - rest) / b;
    if (rest != 0.0 && (b < 0) != (rest < 0)) {
        quotient -= 1.0;
    }
    if (quotient == 0.0) {
        return copysign(0.0, a / b);
    }
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

static noreturn_fn cold_fn void raise_zero_division(const char *text)
{
    raise_as(&exc_ZeroDivisionError, "%s", text);
}

noreturn_fn cold_fn void float_raise_range(void)
{
    raise_exception(exception_from_args(
        &exc_OverflowError,
        tuple_of(2, value_int(ERANGE), str_from("Numerical result out of range"))));
}

static Value power(double a, double b)
{
    if (a == 0.0 && b < 0.0) {
        raise_zero_division("0.0 cannot be raised to a negative power");
    }
    if (a < 0.0 && isfinite(a) && isfinite(b) && floor(b) != b) {
        return complex_power_of_floats(a, b);
    }
    double result = b == 2.0 ? a * a : pow(a, b);
    if (unlikely(isinf(result)) && isfinite(a) && isfinite(b)) {
        float_raise_range();
    }
    return value_float(result);
}

Value float_binary(BinaryOp op, double a, double b)
{
    switch (op) {
    case OP2_ADD:
        return value_float(a + b);
    case OP2_SUB:
        return value_float(a - b);
    case OP2_MUL:
        return value_float(a * b);
    case OP2_DIV:
        if (b == 0.0) {
            raise_zero_division("float division by zero");
        }
        return value_float(a / b);
    case OP2_FLOORDIV:
        if (b == 0.0) {
            raise_zero_division("float floor division by zero");
        }
        return value_float(float_floordiv(a, b));
    case OP2_MOD:
        if (b == 0.0) {
            raise_zero_division("float modulo");
        }
        return value_float(float_mod(a, b));
    case OP2_DIVMOD:
        if (b == 0.0) {
            raise_zero_division("float divmod()");
        }
        return tuple_of(2, value_float(float_floordiv(a, b)), value_float(float_mod(a, b)));
    case OP2_POW:
        return power(a, b);
    default:
        return NOT_IMPLEMENTED;
    }
}

/* Only floats and ints take part: others have their own methods. */
static inline bool operand(Value v, double *d)
{
    if (likely(is_float(v))) {
        *d = as_float(v);
    } else if (is_int(v)) {
        *d = (double)as_int(v);
    } else if (has_flag(v, TYPE_FLOAT)) {
        *d = plain(v);
    } else if (is_any_int(v)) {
        *d = int_to_double(v);
    } else {
        return false;
    }
    return true;
}

static Value binary_slot(BinaryOp op, Value a, Value b)
{
    double x, y;
    if (op >= OP2_MATMUL && op != OP2_DIVMOD) {
        return NOT_IMPLEMENTED;
    }
    return operand(a, &x) && operand(b, &y) ? float_binary(op, x, y) : NOT_IMPLEMENTED;
}

static Value unary_slot(UnaryOp op, Value a)
{
    double d = plain(a);
    switch (op) {
    case OP1_NEG:
        return value_float(-d);
    case OP1_POS:
        return value_float(d);
    case OP1_ABS:
        return value_float(fabs(d));
    case OP1_INVERT:
        break;
    }
    return NOT_IMPLEMENTED;
}

static Value compare_doubles(CompareOp op, double x, double y)
{
    switch (op) {
    case CMP_LT:
        return value_bool(x < y);
    case CMP_LE:
        return value_bool(x <= y);
    case CMP_EQ:
        return value_bool(x == y);
    case CMP_NE:
        return value_bool(x != y);
    case CMP_GT:
        return value_bool(x > y);
    case CMP_GE:
        return value_bool(x >= y);
    }
    return NOT_IMPLEMENTED;
}

static Value compare_slot(CompareOp op, Value a, Value b)
{
    double x = plain(a);
    if (is_any_float(b)) {
        return compare_doubles(op, x, plain(b));
    }
    if (!is_any_int(b)) {
        return NOT_IMPLEMENTED;
    }
    if (x != x) {
        return value_bool(op == CMP_NE);
    }
    return compare_doubles(op, 0.0, (double)int_compare_double(b, x));
}

static Value repr_slot(Value self)
{
    return float_repr_value(plain(self));
}

static bool truth_slot(Value self)
{
    return plain(self) != 0.0;
}

static int64_t hash_slot(Value self)
{
    double d = plain(self);
    return d != d ? 0 : float_hash(d);
}

/* ---- Construction ---- */

static double value_of(Value v)
{
    if (is_float(v)) {
        return as_float(v);
    }
    if (is_str(v)) {
        return as_float(float_parse_value(v));
    }
    double d;
    if (real_value(v, &d)) {
        return d;
    }
    if (is_bytes(v)) {
        return as_float(float_parse_value(v));
    }
    raise_type("float() argument must be a string or a real number, not '%T'", v);
}

static Value of_type(Type *type, double d)
{
    if (type == &float_type) {
        return value_float(d);
    }
    FloatInstance *f = instance_new(type);
    f->value = d;
    return value_from(f);
}

static Value make(Args args)
{
    return of_type(as_type(args.at[0]), arg_given(args, 1) ? value_of(args.at[1]) : 0.0);
}

static Value make_fast(Type *type, const Value *at, uint32_t count)
{
    (void)type;
    return count == 1 ? value_float(value_of(at[0])) : EMPTY;
}

static const NativeDef float_make = {"float", make, "cls, x=, /", NULL, 0, 0};

/* ---- Methods ---- */

static Value is_integer_method(Args args)
{
    double d = plain(args.at[0]);
    return value_bool(isfinite(d) && floor(d) == d);
}

static Value conjugate_method(Args args)
{
    return float_plain(args.at[0]);
}

static Value hex_method(Args args)
{
    char text[FLOAT_HEX_MAX];
    return str_from_units(text, 1, float_hex(text, plain(args.at[0])));
}

static Value from_hex_method(Args args)
{
    if (!is_str(args.at[1])) {
        raise_type("bad argument type for built-in operation");
    }
    size_t length;
    const char *text = int_text_ascii(args.at[1], &length);
    double d;
    switch (float_fromhex(text, length, &d)) {
    case FROMHEX_OK:
        break;
    case FROMHEX_INVALID:
        raise_value("invalid hexadecimal floating-point string");
    case FROMHEX_TOO_LARGE:
        raise_overflow("hexadecimal value too large to represent as a float");
    }
    return args.at[0] == value_from(&float_type) ? value_float(d)
                                                 : call_1(args.at[0], value_float(d));
}

static Value as_integer_ratio_method(Args args)
{
    double d = plain(args.at[0]);
    if (isinf(d)) {
        raise_overflow("cannot convert Infinity to integer ratio");
    }
    if (d != d) {
        raise_value("cannot convert NaN to integer ratio");
    }
    int64_t mantissa;
    int exponent;
    float_split(d, &mantissa, &exponent);
    Value one = value_int(1), top = int_from_int64(mantissa);
    if (exponent >= 0) {
        return tuple_of(2, int_binary(OP2_LSHIFT, top, value_int(exponent)), one);
    }
    return tuple_of(2, top, int_binary(OP2_LSHIFT, one, value_int(-exponent)));
}

static Value trunc_method(Args args)
{
    return int_from_double(plain(args.at[0]));
}

static Value floor_method(Args args)
{
    return int_from_double(floor(plain(args.at[0])));
}

static Value ceil_method(Args args)
{
    return int_from_double(ceil(plain(args.at[0])));
}

static Value round_method(Args args)
{
    double d = plain(args.at[0]);
    if (arg_or(args, 1, NONE) == NONE) {
        return int_from_double(float_round_integral(d));
    }
    int64_t digits;
    Value count = op_index(args.at[1]);
    if (!int_to_int64(count, &digits)) {
        digits = int_sign(count) > 0 ? INT64_MAX : INT64_MIN;
    }
    if (!isfinite(d)) {
        return value_float(d);
    }
    double result = float_round(d, digits);
    if (isinf(result)) {
        raise_overflow("rounded value too large to represent");
    }
    return value_float(result);
}

static Value format_method(Args args)
{
    Value spec = arg_str(args, 1, "__format__");
    return as_str(spec)->length == 0 ? op_str(args.at[0]) : str_format_spec(args.at[0], spec);
}

static Value get_new_args_method(Args args)
{
    return tuple_of(1, float_plain(args.at[0]));
}

static Value get_format_method(Args args)
{
    Value kind = arg_str(args, 1, "__getformat__");
    if (!str_equals_c(kind, "double") && !str_equals_c(kind, "float")) {
        raise_value("__getformat__() argument 1 must be 'double' or 'float'");
    }
    return str_from("IEEE, little-endian");
}

static const NativeDef methods[] = {
    {"is_integer", is_integer_method, "self, /", NULL, 0, 0},
    {"conjugate", conjugate_method, "self, /", NULL, 0, 0},
    {"hex", hex_method, "self, /", NULL, 0, 0},
    {"fromhex", from_hex_method, "cls, string, /", NULL, NATIVE_CLASS, 0},
    {"as_integer_ratio", as_integer_ratio_method, "self, /", NULL, 0, 0},
    {"__trunc__", trunc_method, "self, /", NULL, 0, 0},
    {"__int__", trunc_method, "self, /", NULL, 0, 0},
    {"__floor__", floor_method, "self, /", NULL, 0, 0},
    {"__ceil__", ceil_method, "self, /", NULL, 0, 0},
    {"__round__", round_method, "self, ndigits=, /", NULL, 0, 0},
    {"__format__", format_method, "self, format_spec, /", NULL, 0, 0},
    {"__getnewargs__", get_new_args_method, "self, /", NULL, 0, 0},
    {"__getformat__", get_format_method, "cls, typestr, /", NULL, NATIVE_CLASS, 0},
    {0},
};

static Value get_zero(Value self)
{
    (void)self;
    return value_float(0.0);
}

static const GetSetDef getsets[] = {
    {"real", float_plain, NULL},
    {"imag", get_zero, NULL},
    {0},
};

Type float_type = {
    .name = "float",
    .flags = TYPE_FLOAT | TYPE_SUBCLASSABLE,
    .size = sizeof(FloatInstance),
    .repr = repr_slot,
    .hash = hash_slot,
    .compare = compare_slot,
    .truth = truth_slot,
    .binary = binary_slot,
    .unary = unary_slot,
    .to_float = plain,
    .make = &float_make,
    .make_fast = make_fast,
    .methods = methods,
    .getsets = getsets,
    .doc = "Convert a string or number to a floating point number, if possible.",
};
