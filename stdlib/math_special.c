/* math_special.c: the gamma function by Lanczos's approximation with the rational form and the
 * coefficients for doubles (13 terms) that Boost computed (Pugh, "An Analysis of the Lanczos Gamma
 * Approximation", 2004), and norms without overflow or loss.
 */
#include "stdlib/math_special.h"
#include <float.h>
#include <math.h>

static const double LANCZOS_G = 6.024680040776729583740234375;
static const double LANCZOS_G_MINUS_HALF = 5.524680040776729583740234375;

static const double lanczos_top[] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};

/* x (x + 1) ... (x + 11) */
static const double lanczos_bottom[] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                        45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                        1925.0,    66.0,       1.0};

static double lanczos_sum(double x)
{
    double top = 0.0, bottom = 0.0;
    int terms = COUNT_OF(lanczos_top);
    if (x < 5.0) {
        for (int i = terms - 1; i >= 0; i--) {
            top = top * x + lanczos_top[i];
            bottom = bottom * x + lanczos_bottom[i];
        }
    } else { /* in 1 / x, or the powers would overflow */
        for (int i = 0; i < terms; i++) {
            top = top / x + lanczos_top[i];
            bottom = bottom / x + lanczos_bottom[i];
        }
    }
    return top / bottom;
}

/* sin(pi * x) for x >= 0, exact where the argument is reduced. */
static double sin_of_pi(double x)
{
    double y = fmod(x, 2.0);
    switch ((int)round(2.0 * y)) {
    case 0:
        return sin(M_PI * y);
    case 1:
        return cos(M_PI * (y - 0.5));
    case 2:
        return sin(M_PI * (1.0 - y));
    case 3:
        return -cos(M_PI * (y - 1.5));
    default:
        return sin(M_PI * (y - 2.0));
    }
}

/* base ** exponent where that alone would overflow but `r` times (or by) it does not. */
static double scale(double r, double base, double exponent, bool divide)
{
    if (exponent < 139.5) {
        double power = pow(base, exponent);
        return divide ? r / power : r * power;
    }
    double root = pow(base, exponent / 2.0);
    return divide ? r / root / root : r * root * root;
}

double special_gamma(double x)
{
    if (!isfinite(x)) {
        return x == -INFINITY ? NAN : x;
    }
    if (x == floor(x)) {
        if (x <= 0.0) {
            return NAN;
        }
        if (x <= 23.0) {
            double product = 1.0;
            for (double i = 2.0; i < x; i++) {
                product *= i;
            }
            return product;
        }
    }
    double size = fabs(x);
    if (size < 1e-20) {
        return 1.0 / x;
    }
    if (size > 200.0) {
        return x < 0.0 ? 0.0 / -sin_of_pi(size) : INFINITY;
    }
    double y = size + LANCZOS_G_MINUS_HALF, lost; /* what the sum rounded off */
    if (size > LANCZOS_G_MINUS_HALF) {
        lost = y - size - LANCZOS_G_MINUS_HALF;
    } else {
        lost = y - LANCZOS_G_MINUS_HALF - size;
    }
    lost = lost * LANCZOS_G / y;
    if (x < 0.0) {
        double r = -M_PI / sin_of_pi(size) / size * exp(y) / lanczos_sum(size);
        return scale(r - lost * r, y, size - 0.5, true);
    }
    double r = lanczos_sum(size) / exp(y);
    return scale(r + lost * r, y, size - 0.5, false);
}

double special_lgamma(double x)
{
    static const double LOG_PI = 1.144729885849400174143427351353058711647;
    if (!isfinite(x)) {
        return x != x ? x : INFINITY;
    }
    if (x == floor(x) && x <= 2.0) {
        return x <= 0.0 ? NAN : 0.0;
    }
    double size = fabs(x);
    if (size < 1e-20) {
        return -log(size);
    }
    double r = log(lanczos_sum(size)) - LANCZOS_G;
    r += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1.0);
    if (x < 0.0) {
        r = LOG_PI - log(fabs(sin_of_pi(size))) - log(size) - r;
    }
    return r;
}

/* ---- Norms ---- */

typedef struct Pair {
    double high, low; /* an exact sum or product: high + low */
} Pair;

static Pair exact_sum(double a, double b) /* |a| >= |b| */
{
    double high = a + b;
    return (Pair){high, b - (high - a)};
}

/* Dekker's product with Veltkamp's splitting. */
static Pair exact_square(double a)
{
    double t = a * 134217729.0, head = t - (t - a), tail = a - head;
    double high = a * a;
    return (Pair){high, ((head * head - high) + 2.0 * head * tail) + tail * tail};
}

double special_norm(double *at, size_t count, double largest, bool has_nan)
{
    if (isinf(largest)) {
        return largest;
    }
    if (has_nan) {
        return NAN;
    }
    if (largest == 0.0 || count <= 1) {
        return largest;
    }
    int exponent;
    frexp(largest, &exponent);
    if (exponent < -1023) { /* 2 ** -exponent is too large */
        for (size_t i = 0; i < count; i++) {
            at[i] /= DBL_MIN;
        }
        return DBL_MIN * special_norm(at, count, largest / DBL_MIN, false);
    }
    double factor = ldexp(1.0, -exponent), total = 1.0, low_products = 0.0, low_sums = 0.0;
    for (size_t i = 0; i < count; i++) {
        Pair square = exact_square(at[i] * factor), sum = exact_sum(total, square.high);
        total = sum.high;
        low_products += square.low;
        low_sums += sum.low;
    }
    double root = sqrt(total - 1.0 + (low_products + low_sums));
    Pair square = exact_square(root), sum = exact_sum(total, -square.high);
    double rest = sum.high - 1.0 + ((low_products - square.low) + (low_sums + sum.low));
    root += rest / (2.0 * root);
    return root / factor;
}
