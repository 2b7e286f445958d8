/* complex.c: Python's complex; see complex.h. */
#include "runtime/objects/complex.h"
#include "runtime/float_exact.h"
#include "runtime/float_text.h"
#include "runtime/native.h"
#include <math.h>

typedef struct Pair {
    double real, imag;
} Pair;

static inline Pair pair_of(Value v)
{
    const Complex *c = (const Complex *)as_object(v);
    return (Pair){c->real, c->imag};
}

static bool is_complex(Value v)
{
    return is_object(v) && type_is_subtype(type_of(v), &complex_type);
}

Value complex_new(double real, double imag)
{
    Complex *c = mm_new_data(&complex_type, sizeof(Complex));
    c->real = real;
    c->imag = imag;
    return value_from(c);
}

static Value from_pair(Pair p)
{
    return complex_new(p.real, p.imag);
}

/* A complex, float or int as a complex number. */
static bool operand(Value v, Pair *p)
{
    if (is_any_float(v)) {
        *p = (Pair){as_float(float_plain(v)), 0.0};
    } else if (is_any_int(v)) {
        *p = (Pair){int_to_double(v), 0.0};
    } else if (is_complex(v)) {
        *p = pair_of(v);
    } else {
        return false;
    }
    return true;
}

/* ---- Arithmetic ---- */

static Pair product(Pair a, Pair b)
{
    return (Pair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Smith's division: scaled by the larger part of the divisor, so that nothing overflows needlessly
 * (Algorithm 116, CACM 1962). */
static Pair quotient(Pair a, Pair b)
{
    double real = fabs(b.real), imag = fabs(b.imag);
    if (real >= imag) {
        if (real == 0.0) {
            raise_as(&exc_ZeroDivisionError, "complex division by zero");
        }
        double ratio = b.imag / b.real, divisor = b.real + b.imag * ratio;
        return (Pair){(a.real + a.imag * ratio) / divisor, (a.imag - a.real * ratio) / divisor};
    }
    if (imag >= real) {
        double ratio = b.real / b.imag, divisor = b.real * ratio + b.imag;
        return (Pair){(a.real * ratio + a.imag) / divisor, (a.imag * ratio - a.real) / divisor};
    }
    return (Pair){NAN, NAN};
}

static Pair power_natural(Pair base, unsigned exponent)
{
    Pair result = {1.0, 0.0}, square = base;
    for (unsigned bit = 1; bit <= exponent; bit <<= 1) {
        if (exponent & bit) {
            result = product(result, square);
        }
        square = product(square, square);
    }
    return result;
}

static Pair power_polar(Pair a, Pair b)
{
    if (b.real == 0.0 && b.imag == 0.0) {
        return (Pair){1.0, 0.0};
    }
    if (a.real == 0.0 && a.imag == 0.0) {
        if (b.imag != 0.0 || b.real < 0.0) {
            raise_as(&exc_ZeroDivisionError, "0.0 to a negative or complex power");
        }
        return (Pair){0.0, 0.0};
    }
    double size = hypot(a.real, a.imag), angle = atan2(a.imag, a.real);
    double length = pow(size, b.real), phase = angle * b.real;
    if (b.imag != 0.0) {
        length /= exp(angle * b.imag);
        phase += b.imag * log(size);
    }
    if (isinf(phase)) { /* has no cosine */
        raise_as(&exc_ZeroDivisionError, "0.0 to a negative or complex power");
    }
    return (Pair){length * cos(phase), length * sin(phase)};
}

static Pair power(Pair a, Pair b)
{
    Pair result;
    if (b.imag == 0.0 && b.real == floor(b.real) && fabs(b.real) <= 100.0) {
        result = b.real > 0.0 ? power_natural(a, (unsigned)b.real) : (Pair){1.0, 0.0};
        if (b.real <= 0.0) {
            Pair divisor = power_natural(a, (unsigned)-b.real);
            if (divisor.real == 0.0 && divisor.imag == 0.0) {
                raise_as(&exc_ZeroDivisionError, "0.0 to a negative or complex power");
            }
            result = quotient(result, divisor);
        }
    } else {
        result = power_polar(a, b);
    }
    if (isinf(result.real) || isinf(result.imag)) {
        raise_overflow("complex exponentiation");
    }
    return result;
}

Value complex_power_of_floats(double base, double exponent)
{
    return from_pair(power((Pair){base, 0.0}, (Pair){exponent, 0.0}));
}

static Value binary_slot(BinaryOp op, Value a, Value b)
{
    Pair x, y;
    if ((op > OP2_POW) || op == OP2_FLOORDIV || op == OP2_MOD || !operand(a, &x) ||
        !operand(b, &y)) {
        return NOT_IMPLEMENTED;
    }
    switch (op) {
    case OP2_ADD:
        return complex_new(x.real + y.real, x.imag + y.imag);
    case OP2_SUB:
        return complex_new(x.real - y.real, x.imag - y.imag);
    case OP2_MUL:
        return from_pair(product(x, y));
    case OP2_DIV:
        return from_pair(quotient(x, y));
    case OP2_POW:
        return from_pair(power(x, y));
    default:
        return NOT_IMPLEMENTED;
    }
}

static Value unary_slot(UnaryOp op, Value a)
{
    Pair p = pair_of(a);
    switch (op) {
    case OP1_NEG:
        return complex_new(-p.real, -p.imag);
    case OP1_POS:
        return complex_new(p.real, p.imag);
    case OP1_ABS: {
        double size = hypot(p.real, p.imag);
        if (isinf(size) && isfinite(p.real) && isfinite(p.imag)) {
            raise_overflow("absolute value too large");
        }
        return value_float(size);
    }
    case OP1_INVERT:
        break;
    }
    return NOT_IMPLEMENTED;
}

static Value compare_slot(CompareOp op, Value a, Value b)
{
    if (op != CMP_EQ && op != CMP_NE) {
        return NOT_IMPLEMENTED;
    }
    Pair x = pair_of(a), y;
    bool equal;
    if (is_any_int(b)) {
        equal = x.imag == 0.0 && x.real == x.real && int_compare_double(b, x.real) == 0;
    } else if (operand(b, &y)) {
        equal = x.real == y.real && x.imag == y.imag;
    } else {
        return NOT_IMPLEMENTED;
    }
    return value_bool(equal == (op == CMP_EQ));
}

static int64_t hash_of(double d)
{
    return d != d ? 0 : float_hash(d);
}

static int64_t hash_slot(Value self)
{
    Pair p = pair_of(self);
    int64_t hash = (int64_t)((uint64_t)hash_of(p.real) + 1000003 * (uint64_t)hash_of(p.imag));
    return hash == -1 ? -2 : hash;
}

static bool truth_slot(Value self)
{
    Pair p = pair_of(self);
    return p.real != 0.0 || p.imag != 0.0;
}

/* ---- Text ---- */

/* As repr of a float, without ".0"; returns the length. */
static size_t write_part(char *out, double d, bool with_sign)
{
    size_t start = with_sign && !signbit(d) ? 1 : 0;
    if (start) {
        out[0] = '+';
    }
    size_t length = start + float_repr(out + start, d);
    if (d != d && signbit(d) && with_sign) { /* a nan shows no sign of its own */
        memmove(out + 1, out, length);
        out[0] = '+';
        length++;
    }
    return length > 2 && !memcmp(out + length - 2, ".0", 2) ? length - 2 : length;
}

static Value repr_slot(Value self)
{
    Pair p = pair_of(self);
    char text[2 * FLOAT_REPR_MAX + 8], *at = text;
    bool is_imaginary = p.real == 0.0 && !signbit(p.real);
    if (!is_imaginary) {
        *at++ = '(';
        at += write_part(at, p.real, false);
    }
    at += write_part(at, p.imag, !is_imaginary);
    *at++ = 'j';
    if (!is_imaginary) {
        *at++ = ')';
    }
    return str_from_units(text, 1, (size_t)(at - text));
}

/* The imaginary part without its j: also a bare sign, or nothing. */
static bool parse_imaginary(const char *text, size_t length, double *d)
{
    if (length == 0 || (length == 1 && (*text == '+' || *text == '-'))) {
        *d = length && *text == '-' ? -1.0 : 1.0;
        return true;
    }
    return float_parse(text, length, d);
}

static bool parse(const char *text, size_t length, Pair *p)
{
    *p = (Pair){0.0, 0.0};
    if (length == 0 || (text[length - 1] | 0x20) != 'j') {
        return float_parse(text, length, &p->real);
    }
    length--;
    size_t split = length;
    while (split > 0) {
        char c = text[split - 1];
        bool is_exponent = split > 1 && (text[split - 2] | 0x20) == 'e';
        if ((c == '+' || c == '-') && !is_exponent) {
            break;
        }
        split--;
    }
    if (split <= 1) {
        return parse_imaginary(text, length, &p->imag);
    }
    split--;
    return float_parse(text, split, &p->real) &&
           parse_imaginary(text + split, length - split, &p->imag);
}

static Pair parse_value(Value v)
{
    size_t length;
    const char *text = int_text_ascii(v, &length);
    if (length > 1 && *text == '(' && text[length - 1] == ')') {
        text++;
        length -= 2;
        while (length && *text == ' ') {
            text++;
            length--;
        }
        while (length && text[length - 1] == ' ') {
            length--;
        }
    }
    Pair p;
    if (!parse(text, length, &p)) {
        raise_value("complex() arg is a malformed string");
    }
    return p;
}

/* ---- Construction ---- */

/* What v's __complex__ gives, if it has one. */
static bool from_method(Value v, Pair *p)
{
    if (!is_object(v) || is_complex(v)) {
        return false;
    }
    Value method = type_lookup(type_of(v), str_intern("__complex__"));
    if (method == EMPTY) {
        return false;
    }
    Value result = op_call_special(method, v, NULL, 0);
    if (!is_complex(result)) {
        raise_type("__complex__ returned non-complex (type %T)", result);
    }
    *p = pair_of(result);
    return true;
}

static bool is_number(Value v)
{
    Type *type = type_of(v);
    return type->to_float || type->index || op_special(v, S_FLOAT) != EMPTY ||
           op_special(v, S_INDEX) != EMPTY;
}

static Pair number_of(Value v, bool may_convert, const char *complaint)
{
    Pair p;
    if ((may_convert && from_method(v, &p)) || operand(v, &p)) {
        return p;
    }
    if (!is_number(v)) {
        raise_type("%s, not '%T'", complaint, v);
    }
    return (Pair){float_from_value(v), 0.0};
}

static Value make(Args args)
{
    Pair p = {0.0, 0.0};
    Type *type = as_type(args.at[0]);
    if (arg_given(args, 2) && is_str(args.at[2]) && !(arg_given(args, 1) && is_str(args.at[1]))) {
        raise_type("complex() second arg can't be a string");
    }
    if (arg_given(args, 1)) {
        Value real = args.at[1];
        if (is_exactly(real, &complex_type) && type == &complex_type && !arg_given(args, 2)) {
            return real;
        }
        if (is_str(real)) {
            if (arg_given(args, 2)) {
                raise_type("complex() can't take second arg if first is a string");
            }
            p = parse_value(real);
        } else {
            p = number_of(real, true, "complex() first argument must be a string or a number");
        }
    }
    if (arg_given(args, 2)) {
        Pair q = number_of(args.at[2], false, "complex() second argument must be a number");
        bool is_plain = !arg_given(args, 1) || !is_complex(args.at[1]);
        bool q_is_plain = !is_complex(args.at[2]);
        p.real = q_is_plain ? p.real : p.real - q.imag;
        p.imag = is_plain ? q.real : p.imag + q.real;
    }
    if (type == &complex_type) {
        return from_pair(p);
    }
    Complex *c = instance_new(type);
    c->real = p.real;
    c->imag = p.imag;
    return value_from(c);
}

static const NativeDef complex_make = {
    "complex", make, "cls, real=, imag=", NULL, 0, ERRORS_KEYWORDS};

/* ---- Methods ---- */

static Value conjugate_method(Args args)
{
    Pair p = pair_of(args.at[0]);
    return complex_new(p.real, -p.imag);
}

static Value complex_method(Args args)
{
    return from_pair(pair_of(args.at[0]));
}

static Value format_method(Args args)
{
    Value spec = arg_str(args, 1, "__format__");
    if (as_str(spec)->length) {
        raise_unsupported("format specifications of complex numbers");
    }
    return op_str(args.at[0]);
}

static Value get_new_args_method(Args args)
{
    Pair p = pair_of(args.at[0]);
    return tuple_of(2, value_float(p.real), value_float(p.imag));
}

static const NativeDef methods[] = {
    {"conjugate", conjugate_method, "self, /", NULL, 0, 0},
    {"__complex__", complex_method, "self, /", NULL, 0, 0},
    {"__format__", format_method, "self, format_spec, /", NULL, 0, 0},
    {"__getnewargs__", get_new_args_method, "self, /", NULL, 0, 0},
    {0},
};

static Value get_real(Value self)
{
    return value_float(pair_of(self).real);
}

static Value get_imag(Value self)
{
    return value_float(pair_of(self).imag);
}

static const GetSetDef getsets[] = {
    {"real", get_real, NULL},
    {"imag", get_imag, NULL},
    {0},
};

Type complex_type = {
    .name = "complex",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Complex),
    .repr = repr_slot,
    .hash = hash_slot,
    .compare = compare_slot,
    .truth = truth_slot,
    .binary = binary_slot,
    .unary = unary_slot,
    .make = &complex_make,
    .methods = methods,
    .getsets = getsets,
    .doc = "Create a complex number from a real part and an optional imaginary part.",
};
