/* math.c: the module math. What C's library computes is its result; where Python has its own rules
 * (errors instead of infinities, exact sums, ints of any size) they are here. Gamma functions and norms
 * are in math_special.c.
 */
#include "stdlib/math_special.h"
#include "runtime/native.h"
#include <float.h>
#include <limits.h>
#include <math.h>

static noreturn_fn cold_fn void raise_domain(void)
{
    raise_value("math domain error");
}

static noreturn_fn cold_fn void raise_range(void)
{
    raise_overflow("math range error");
}

static inline double real_arg(Args args, uint32_t i)
{
    Value v = args.at[i];
    return is_float(v) ? as_float(v) : is_int(v) ? (double)as_int(v) : float_from_value(v);
}

/* ---- Functions of one real number: X(name, C function, whether too large is a range error) ---- */

#define REAL_FUNCTIONS(X)                                                                          \
    X(acos, acos, false)                                                                           \
    X(acosh, acosh, false)                                                                         \
    X(asin, asin, false)                                                                           \
    X(asinh, asinh, false)                                                                         \
    X(atan, atan, false)                                                                           \
    X(atanh, atanh, false)                                                                         \
    X(cbrt, cbrt, false)                                                                           \
    X(cos, cos, false)                                                                             \
    X(cosh, cosh, true)                                                                            \
    X(erf, erf, false)                                                                             \
    X(erfc, erfc, false)                                                                           \
    X(exp, exp, true)                                                                              \
    X(exp2, exp2, true)                                                                            \
    X(expm1, expm1, true)                                                                          \
    X(fabs, fabs, false)                                                                           \
    X(gamma, special_gamma, true)                                                                  \
    X(lgamma, special_lgamma, true)                                                                \
    X(log1p, log1p, false)                                                                         \
    X(sin, sin, false)                                                                             \
    X(sinh, sinh, true)                                                                            \
    X(sqrt, sqrt, false)                                                                           \
    X(tan, tan, false)                                                                             \
    X(tanh, tanh, false)

/* A result that is no number for an argument that is, or an infinity for a finite one. */
static cold_fn void check_result(double x, double r, bool may_overflow)
{
    if (r != r && x == x) {
        raise_domain();
    }
    if (isinf(r) && isfinite(x)) {
        if (!may_overflow) {
            raise_domain();
        }
        raise_range();
    }
}

#define X(name, function, may_overflow)                                                            \
    static Value math_##name(Args args)                                                            \
    {                                                                                              \
        double x = real_arg(args, 0), r = function(x);                                             \
        if (unlikely(!isfinite(r))) {                                                              \
            check_result(x, r, may_overflow);                                                      \
        }                                                                                          \
        return value_float(r);                                                                     \
    }
REAL_FUNCTIONS(X)
#undef X

static Value math_degrees(Args args)
{
    return value_float(real_arg(args, 0) * (180.0 / M_PI));
}

static Value math_radians(Args args)
{
    return value_float(real_arg(args, 0) * (M_PI / 180.0));
}

static Value math_isfinite(Args args)
{
    return value_bool(isfinite(real_arg(args, 0)));
}

static Value math_isinf(Args args)
{
    return value_bool(isinf(real_arg(args, 0)));
}

static Value math_isnan(Args args)
{
    return value_bool(isnan(real_arg(args, 0)));
}

static Value math_ulp(Args args)
{
    double x = fabs(real_arg(args, 0));
    if (!isfinite(x)) {
        return value_float(x);
    }
    double next = nextafter(x, INFINITY);
    return value_float(isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

static Value math_frexp(Args args)
{
    double x = real_arg(args, 0);
    int exponent = 0;
    double mantissa = isfinite(x) && x != 0.0 ? frexp(x, &exponent) : x;
    return tuple_of(2, value_float(mantissa), value_int(exponent));
}

static Value math_modf(Args args)
{
    double x = real_arg(args, 0), whole;
    if (isinf(x)) {
        return tuple_of(2, value_float(copysign(0.0, x)), value_float(x));
    }
    double fraction = modf(x, &whole);
    return tuple_of(2, value_float(fraction), value_float(whole));
}

/* ---- Functions of two ---- */

static Value checked_2(double x, double y, double r)
{
    if (unlikely(!isfinite(r))) {
        if (r != r && x == x && y == y) {
            raise_domain();
        }
        if (isinf(r) && isfinite(x) && isfinite(y)) {
            raise_range();
        }
    }
    return value_float(r);
}

static Value math_atan2(Args args)
{
    return value_float(atan2(real_arg(args, 0), real_arg(args, 1)));
}

static Value math_copysign(Args args)
{
    double x = real_arg(args, 0);
    return value_float(copysign(x, real_arg(args, 1)));
}

static Value math_nextafter(Args args)
{
    double x = real_arg(args, 0), y = real_arg(args, 1);
    return value_float(x == y ? y : nextafter(x, y));
}

static Value math_remainder(Args args)
{
    double x = real_arg(args, 0), y = real_arg(args, 1);
    return checked_2(x, y, remainder(x, y));
}

static Value math_fmod(Args args)
{
    double x = real_arg(args, 0), y = real_arg(args, 1);
    return checked_2(x, y, isinf(y) && isfinite(x) ? x : fmod(x, y));
}

static Value math_pow(Args args)
{
    double x = real_arg(args, 0), y = real_arg(args, 1), r = pow(x, y);
    if (unlikely(!isfinite(r) && isfinite(x) && isfinite(y))) {
        if (r != r || x == 0.0) {
            raise_domain();
        }
        raise_range();
    }
    return value_float(r);
}

static Value math_ldexp(Args args)
{
    double x = real_arg(args, 0);
    if (!is_any_int(args.at[1])) {
        raise_type("Expected an int as second argument to ldexp.");
    }
    int64_t exponent;
    if (!int_to_int64(args.at[1], &exponent)) {
        exponent = int_sign(args.at[1]) < 0 ? INT64_MIN : INT64_MAX;
    }
    if (x == 0.0 || !isfinite(x)) {
        return value_float(x);
    }
    double r = ldexp(x, (int)MAX(MIN(exponent, INT_MAX), INT_MIN));
    if (isinf(r)) {
        raise_range();
    }
    return value_float(r);
}

/* a, b, rel_tol=, abs_tol= */
static Value math_isclose(Args args)
{
    double a = real_arg(args, 0), b = real_arg(args, 1);
    double relative = arg_given(args, 2) ? real_arg(args, 2) : 1e-9;
    double absolute = arg_given(args, 3) ? real_arg(args, 3) : 0.0;
    if (relative < 0.0 || absolute < 0.0) {
        raise_value("tolerances must be non-negative");
    }
    if (a == b) {
        return TRUE;
    }
    if (isinf(a) || isinf(b)) {
        return FALSE;
    }
    double difference = fabs(b - a);
    return value_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) ||
                      difference <= absolute);
}

/* ---- Logarithms: ints of any size have one ---- */

static double log_of(Value v, double (*function)(double))
{
    if (is_any_int(v)) {
        if (int_sign(v) <= 0) {
            raise_domain();
        }
        if (int_bit_length(v) > 1023) {
            int64_t exponent;
            double x = int_frexp(v, &exponent);
            if (exponent > DBL_MAX_EXP) {
                return function(x) + function(2.0) * (double)exponent;
            }
        }
        return function(int_to_double(v));
    }
    double x = is_float(v) ? as_float(v) : float_from_value(v);
    if (x <= 0.0) { /* not for a nan */
        raise_domain();
    }
    return function(x);
}

static Value math_log(Args args)
{
    if (args.count < 1 || args.count > 2) {
        raise_type("math.log requires 1 to 2 arguments");
    }
    double x = log_of(args.at[0], log);
    if (!arg_given(args, 1)) {
        return value_float(x);
    }
    return float_binary(OP2_DIV, x, log_of(args.at[1], log));
}

static Value math_log2(Args args)
{
    return value_float(log_of(args.at[0], log2));
}

static Value math_log10(Args args)
{
    return value_float(log_of(args.at[0], log10));
}

/* ---- To ints ---- */

static Value math_floor(Args args)
{
    Value v = args.at[0];
    if (!is_float(v)) {
        Value method = op_special(v, S_FLOOR);
        if (method != EMPTY) {
            return op_call_special(method, v, NULL, 0);
        }
    }
    return int_from_double(floor(real_arg(args, 0)));
}

static Value math_ceil(Args args)
{
    Value v = args.at[0];
    if (!is_float(v)) {
        Value method = op_special(v, S_CEIL);
        if (method != EMPTY) {
            return op_call_special(method, v, NULL, 0);
        }
    }
    return int_from_double(ceil(real_arg(args, 0)));
}

static Value math_trunc(Args args)
{
    Value v = args.at[0];
    if (is_float(v)) {
        return int_from_double(as_float(v));
    }
    Value method = op_special(v, S_TRUNC);
    if (method == EMPTY) {
        raise_type("type %T doesn't define __trunc__ method", v);
    }
    return op_call_special(method, v, NULL, 0);
}

/* ---- Ints ---- */

static Value take_mpz(mpz_t z)
{
    Value v = int_from_mpz(z);
    mpz_clear(z);
    return v;
}

static Value index_arg(Args args, uint32_t i)
{
    return is_int(args.at[i]) ? args.at[i] : int_plain(op_index(args.at[i]));
}

static int64_t gcd_short(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static Value gcd_of(Value a, Value b)
{
    if (are_ints(a, b)) {
        return int_from_int64(gcd_short(as_int(a), as_int(b)));
    }
    int_scratch();
    mpz_t x, y, result;
    mp_limb_t small[2];
    int_view(a, x, &small[0]);
    int_view(b, y, &small[1]);
    mpz_init(result);
    mpz_gcd(result, x, y);
    return take_mpz(result);
}

static Value math_gcd(Args args)
{
    Value result = value_int(0);
    for (uint32_t i = 0; i < args.count; i++) {
        result = gcd_of(result, index_arg(args, i));
    }
    return result;
}

static Value math_lcm(Args args)
{
    Value result = value_int(1);
    for (uint32_t i = 0; i < args.count; i++) {
        Value v = int_unary(OP1_ABS, index_arg(args, i));
        Value common = gcd_of(result, v);
        result = int_sign(v) == 0
                     ? v
                     : int_sign(result) == 0
                           ? result
                           : int_binary(OP2_MUL, int_binary(OP2_FLOORDIV, result, common), v);
    }
    return result;
}

static Value math_factorial(Args args)
{
    int64_t n;
    Value v = index_arg(args, 0);
    if (int_sign(v) < 0) {
        raise_value("factorial() not defined for negative values");
    }
    if (!int_to_int64(v, &n)) {
        raise_overflow("factorial() argument should not exceed %ld", LONG_MAX);
    }
    if (n <= 20) {
        int64_t product = 1;
        for (int64_t i = 2; i <= n; i++) {
            product *= i;
        }
        return int_from_int64(product);
    }
    if (n > INT64_C(1) << 33) {
        raise_memory();
    }
    int_scratch();
    mpz_t result;
    mpz_init(result);
    mpz_fac_ui(result, (unsigned long)n);
    return take_mpz(result);
}

static void check_natural(Value v, const char *name)
{
    if (int_sign(v) < 0) {
        raise_value("%s must be a non-negative integer", name);
    }
}

static Value math_comb(Args args)
{
    Value n = index_arg(args, 0), k = index_arg(args, 1);
    check_natural(n, "n");
    check_natural(k, "k");
    Value other = int_binary(OP2_SUB, n, k);
    if (int_sign(other) < 0) {
        return value_int(0);
    }
    if (int_compare(other, k) < 0) {
        k = other;
    }
    int64_t count;
    if (!int_to_int64(k, &count)) {
        raise_overflow("min(n - k, k) must not exceed %lld", LLONG_MAX);
    }
    int_scratch();
    mpz_t whole, result;
    mp_limb_t small;
    int_view(n, whole, &small);
    mpz_init(result);
    mpz_bin_ui(result, whole, (unsigned long)count);
    return take_mpz(result);
}

/* n * (n - 1) * ... * (n - count + 1), the halves multiplied apart to keep the factors alike. */
static Value falling(Value n, int64_t count)
{
    if (count <= 8) {
        Value result = count ? n : value_int(1);
        for (int64_t i = 1; i < count; i++) {
            result = int_binary(OP2_MUL, result, int_binary(OP2_SUB, n, value_int(i)));
        }
        return result;
    }
    int64_t half = count / 2;
    Value left = falling(n, half);
    Value rest = int_binary(OP2_SUB, n, int_from_int64(half));
    return int_binary(OP2_MUL, left, falling(rest, count - half));
}

/* n, k=None */
static Value math_perm(Args args)
{
    if (arg_or(args, 1, NONE) == NONE) {
        return math_factorial(args);
    }
    Value n = index_arg(args, 0), k = index_arg(args, 1);
    check_natural(n, "n");
    check_natural(k, "k");
    if (int_compare(n, k) < 0) {
        return value_int(0);
    }
    int64_t count;
    if (!int_to_int64(k, &count)) {
        raise_overflow("k must not exceed %lld", LLONG_MAX);
    }
    return falling(n, count);
}

static Value math_isqrt(Args args)
{
    Value v = index_arg(args, 0);
    if (int_sign(v) < 0) {
        raise_value("isqrt() argument must be nonnegative");
    }
    if (is_int(v)) { /* below 2**47: sqrt is exact enough to be rounded down */
        return value_int((int64_t)sqrt((double)as_int(v)));
    }
    int_scratch();
    mpz_t x, result;
    mp_limb_t small;
    int_view(v, x, &small);
    mpz_init(result);
    mpz_sqrt(result, x);
    return take_mpz(result);
}

/* ---- Many numbers ---- */

/* iterable, /, *, start=1 */
static Value math_prod(Args args)
{
    Value result = arg_or(args, 1, value_int(1));
    ITERATE(item, args.at[0]) {
        int64_t product;
        if (are_ints(result, item) &&
            !__builtin_mul_overflow(as_int(result), as_int(item), &product)) {
            result = int_from_int64(product);
        } else if (is_float(result) && is_float(item)) {
            result = value_float(as_float(result) * as_float(item));
        } else {
            result = op_binary(OP2_MUL, result, item);
        }
    }
    return result;
}

/* The exact sum as a list of doubles that do not overlap, growing in magnitude (Shewchuk, "Adaptive
 * Precision Floating-Point Arithmetic", 1997). */
typedef struct ExactSum {
    double *at, first[32];
    size_t count, capacity;
    double special, infinities; /* sums of what is not finite */
} ExactSum;

static void sum_append(ExactSum *sum, double x)
{
    if (sum->count == sum->capacity) {
        double *bigger = scratch_bytes(sum->capacity * 2 * sizeof *bigger);
        memcpy(bigger, sum->at, sum->count * sizeof *bigger);
        sum->at = bigger;
        sum->capacity *= 2;
    }
    sum->at[sum->count++] = x;
}

static void sum_add(ExactSum *sum, double x)
{
    double given = x;
    size_t kept = 0;
    for (size_t i = 0; i < sum->count; i++) {
        double y = sum->at[i];
        if (fabs(x) < fabs(y)) {
            double other = x;
            x = y;
            y = other;
        }
        volatile double high = x + y;
        volatile double rounded = high - x;
        double low = y - rounded;
        if (low != 0.0) {
            sum->at[kept++] = low;
        }
        x = high;
    }
    sum->count = kept;
    if (x == 0.0) {
        return;
    }
    if (isfinite(x)) {
        sum_append(sum, x);
        return;
    }
    if (isfinite(given)) {
        raise_overflow("intermediate overflow in fsum");
    }
    if (isinf(given)) {
        sum->infinities += given;
    }
    sum->special += given;
    sum->count = 0;
}

static double sum_rounded(const ExactSum *sum)
{
    if (sum->count == 0) {
        return 0.0;
    }
    size_t i = sum->count;
    double high = sum->at[--i], low = 0.0;
    while (i > 0) {
        double x = high, y = sum->at[--i];
        volatile double total = x + y;
        volatile double rounded = total - x;
        high = total;
        low = y - rounded;
        if (low != 0.0) {
            break;
        }
    }
    /* Half-way: the next part decides. */
    if (i > 0 && ((low < 0.0 && sum->at[i - 1] < 0.0) || (low > 0.0 && sum->at[i - 1] > 0.0))) {
        double twice = low * 2.0;
        volatile double moved = high + twice;
        volatile double rounded = moved - high;
        if (twice == rounded) {
            high = moved;
        }
    }
    return high;
}

static Value math_fsum(Args args)
{
    ExactSum sum = {.capacity = 32};
    sum.at = sum.first;
    ITERATE(item, args.at[0]) {
        sum_add(&sum, is_float(item) ? as_float(item) : float_from_value(item));
    }
    if (sum.special != 0.0) {
        if (sum.infinities != sum.infinities) {
            raise_value("-inf + inf in fsum");
        }
        return value_float(sum.special);
    }
    return value_float(sum_rounded(&sum));
}

static Value norm_of(double *at, size_t count)
{
    double largest = 0.0;
    bool has_nan = false;
    for (size_t i = 0; i < count; i++) {
        at[i] = fabs(at[i]);
        has_nan |= at[i] != at[i];
        largest = at[i] > largest ? at[i] : largest;
    }
    return value_float(special_norm(at, count, largest, has_nan));
}

static Value math_hypot(Args args)
{
    double few[16];
    double *at = args.count <= COUNT_OF(few) ? few : scratch_bytes(args.count * sizeof *at);
    for (uint32_t i = 0; i < args.count; i++) {
        at[i] = real_arg(args, i);
    }
    return norm_of(at, args.count);
}

static Value math_dist(Args args)
{
    Tuple *p = as_tuple(tuple_from_iterable(args.at[0]));
    Tuple *q = as_tuple(tuple_from_iterable(args.at[1]));
    if (p->count != q->count) {
        raise_value("both points must have the same number of dimensions");
    }
    double few[16];
    double *at = p->count <= COUNT_OF(few) ? few : scratch_bytes(p->count * sizeof *at);
    for (size_t i = 0; i < p->count; i++) {
        at[i] = float_from_value(p->at[i].v) - float_from_value(q->at[i].v);
    }
    return norm_of(at, p->count);
}

/* ---- The module ---- */

static const NativeDef functions[] = {
#define X(name, function, may_overflow) {#name, math_##name, "x, /", NULL, 0, 0},
    REAL_FUNCTIONS(X)
#undef X
        {"atan2", math_atan2, "y, x, /", NULL, 0, 0},
    {"ceil", math_ceil, "x, /", NULL, 0, 0},
    {"comb", math_comb, "n, k, /", NULL, 0, 0},
    {"copysign", math_copysign, "x, y, /", NULL, 0, 0},
    {"degrees", math_degrees, "x, /", NULL, 0, 0},
    {"dist", math_dist, "p, q, /", NULL, 0, 0},
    {"factorial", math_factorial, "n, /", NULL, 0, 0},
    {"floor", math_floor, "x, /", NULL, 0, 0},
    {"fmod", math_fmod, "x, y, /", NULL, 0, 0},
    {"frexp", math_frexp, "x, /", NULL, 0, 0},
    {"fsum", math_fsum, "seq, /", NULL, 0, 0},
    {"gcd", math_gcd, "*integers", NULL, 0, 0},
    {"hypot", math_hypot, "*coordinates", NULL, 0, 0},
    {"isclose", math_isclose, "a, b, *, rel_tol=, abs_tol=", NULL, 0, ERRORS_KEYWORDS},
    {"isfinite", math_isfinite, "x, /", NULL, 0, 0},
    {"isinf", math_isinf, "x, /", NULL, 0, 0},
    {"isnan", math_isnan, "x, /", NULL, 0, 0},
    {"isqrt", math_isqrt, "n, /", NULL, 0, 0},
    {"lcm", math_lcm, "*integers", NULL, 0, 0},
    {"ldexp", math_ldexp, "x, i, /", NULL, 0, 0},
    {"log", math_log, "*args", NULL, 0, 0},
    {"log10", math_log10, "x, /", NULL, 0, 0},
    {"log2", math_log2, "x, /", NULL, 0, 0},
    {"modf", math_modf, "x, /", NULL, 0, 0},
    {"nextafter", math_nextafter, "x, y, /", NULL, 0, 0},
    {"perm", math_perm, "n, k=, /", NULL, 0, 0},
    {"pow", math_pow, "x, y, /", NULL, 0, 0},
    {"prod", math_prod, "iterable, /, *, start=", NULL, 0, 0},
    {"radians", math_radians, "x, /", NULL, 0, 0},
    {"remainder", math_remainder, "x, y, /", NULL, 0, 0},
    {"trunc", math_trunc, "x, /", NULL, 0, 0},
    {"ulp", math_ulp, "x, /", NULL, 0, 0},
    {0},
};

static void fill(Value module)
{
    module_set(module, "pi", value_float(M_PI));
    module_set(module, "e", value_float(M_E));
    module_set(module, "tau", value_float(2.0 * M_PI));
    module_set(module, "inf", value_float(INFINITY));
    module_set(module, "nan", value_float(NAN));
}

const ModuleDef math_module = {
    .name = "math",
    .doc = "This module provides access to the mathematical functions\ndefined by the C standard.",
    .functions = functions,
    .fill = fill,
};
