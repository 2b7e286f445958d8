#include "stdlib/numpy/legacy_distributions.h"

#include <math.h>

static double uniform(LegacyRandom *r)
{
    return mt19937_double(&r->mt);
}

double legacy_uniform(LegacyRandom *r, const double *p)
{
    return p[0] + (p[1] - p[0]) * uniform(r);
}

double legacy_normal(LegacyRandom *r, const double *p)
{
    return p[0] + p[1] * legacy_gauss(r);
}

double legacy_lognormal(LegacyRandom *r, const double *p)
{
    return exp(legacy_normal(r, p));
}

double legacy_laplace(LegacyRandom *r, const double *p)
{
    for (;;) {
        double u = uniform(r);
        if (u >= 0.5)
            return p[0] - p[1] * log(2.0 - u - u);
        if (u > 0.0)
            return p[0] + p[1] * log(u + u);
    }
}

double legacy_logistic(LegacyRandom *r, const double *p)
{
    for (;;) {
        double u = uniform(r);
        if (u > 0.0)
            return p[0] + p[1] * log(u / (1.0 - u));
    }
}

double legacy_gumbel(LegacyRandom *r, const double *p)
{
    for (;;) {
        double u = 1.0 - uniform(r);
        if (u < 1.0)
            return p[0] - p[1] * log(-log(u));
    }
}

static double exponential(LegacyRandom *r)
{
    return -log(1.0 - uniform(r));
}

double legacy_standard_exponential(LegacyRandom *r, const double *p)
{
    (void)p;
    return exponential(r);
}

double legacy_exponential(LegacyRandom *r, const double *p)
{
    return p[0] * exponential(r);
}

/* Below 1: Ahrens and Dieter's rejection (1974, GS). From 1: Marsaglia and Tsang, "A simple method
 * for generating gamma variables" (2000). */
static double gamma_deviate(LegacyRandom *r, double shape)
{
    if (shape == 1.0)
        return exponential(r);
    if (shape == 0.0)
        return 0.0;
    if (shape < 1.0) {
        for (;;) {
            double u = uniform(r), v = exponential(r);
            if (u <= 1.0 - shape) {
                double x = pow(u, 1. / shape);
                if (x <= v)
                    return x;
            } else {
                double y = -log((1 - u) / shape);
                double x = pow(1.0 - shape + shape * y, 1. / shape);
                if (x <= v + y)
                    return x;
            }
        }
    }
    double b = shape - 1. / 3., c = 1. / sqrt(9 * b);
    for (;;) {
        double x, v;
        do {
            x = legacy_gauss(r);
            v = 1.0 + c * x;
        } while (v <= 0.0);
        v = v * v * v;
        double u = uniform(r);
        if (u < 1.0 - 0.0331 * (x * x) * (x * x))
            return b * v;
        if (log(u) < 0.5 * x * x + b * (1. - v + log(v)))
            return b * v;
    }
}

double legacy_standard_gamma(LegacyRandom *r, const double *p)
{
    return gamma_deviate(r, p[0]);
}

double legacy_gamma(LegacyRandom *r, const double *p)
{
    return p[1] * gamma_deviate(r, p[0]);
}

/* Both parameters at most 1: Joehnk's method, in logarithms where the powers underflow. */
double legacy_beta(LegacyRandom *r, const double *p)
{
    double a = p[0], b = p[1];
    if (a > 1.0 || b > 1.0) {
        double ga = gamma_deviate(r, a), gb = gamma_deviate(r, b);
        return ga / (ga + gb);
    }
    for (;;) {
        double u = uniform(r), v = uniform(r);
        double x = pow(u, 1.0 / a), y = pow(v, 1.0 / b), sum = x + y;
        if (sum > 1.0 || u + v <= 0.0)
            continue;
        if (sum > 0)
            return x / sum;
        double log_x = log(u) / a, log_y = log(v) / b, log_max = fmax(log_x, log_y);
        log_x -= log_max;
        log_y -= log_max;
        return exp(log_x - log(exp(log_x) + exp(log_y)));
    }
}

double legacy_chisquare(LegacyRandom *r, const double *p)
{
    return 2.0 * gamma_deviate(r, p[0] / 2.0);
}

double legacy_f(LegacyRandom *r, const double *p)
{
    double num = legacy_chisquare(r, p), den = legacy_chisquare(r, p + 1);
    return (num * p[1]) / (den * p[0]);
}

double legacy_standard_t(LegacyRandom *r, const double *p)
{
    double n = legacy_gauss(r), g = gamma_deviate(r, p[0] / 2);
    return sqrt(p[0] / 2) * n / sqrt(g);
}

double legacy_standard_cauchy(LegacyRandom *r, const double *p)
{
    (void)p;
    double n = legacy_gauss(r);
    return n / legacy_gauss(r);
}

double legacy_rayleigh(LegacyRandom *r, const double *p)
{
    return p[0] * sqrt(-2.0 * log1p(-uniform(r)));
}

double legacy_weibull(LegacyRandom *r, const double *p)
{
    return p[0] == 0.0 ? 0.0 : pow(exponential(r), 1. / p[0]);
}

double legacy_pareto(LegacyRandom *r, const double *p)
{
    return exp(exponential(r) / p[0]) - 1;
}

double legacy_power(LegacyRandom *r, const double *p)
{
    return pow(1 - exp(-exponential(r)), 1. / p[0]);
}

double legacy_triangular(LegacyRandom *r, const double *p)
{
    double left = p[0], mode = p[1], right = p[2];
    double base = right - left, left_base = mode - left, u = uniform(r);
    if (u <= left_base / base)
        return left + sqrt(u * (left_base * base));
    return right - sqrt((1.0 - u) * ((right - mode) * base));
}

/* ---- whole numbers ---- */

/* log(gamma(x)) by Stirling's series (Zhang and Jin, "Computation of Special Functions", 3.1). */
static double log_gamma(double x)
{
    static const double series[10] = {8.333333333333333e-02, -2.777777777777778e-03,
                                      7.936507936507937e-04, -5.952380952380952e-04,
                                      8.417508417508418e-04, -1.917526917526918e-03,
                                      6.410256410256410e-03, -2.955065359477124e-02,
                                      1.796443723688307e-01, -1.39243221690590e+00};
    if (x == 1.0 || x == 2.0)
        return 0.0;
    int steps = x < 7.0 ? (int)(7 - x) : 0;
    double x0 = x + steps, inverse_square = (1.0 / x0) * (1.0 / x0), sum = series[9];
    for (int k = 8; k >= 0; k--)
        sum = sum * inverse_square + series[k];
    double result = sum / x0 + 0.5 * 1.8378770664093453 + (x0 - 0.5) * log(x0) - x0;
    for (int k = 0; k < steps; k++) {
        result -= log(x0 - 1.0);
        x0 -= 1.0;
    }
    return result;
}

/* Wolfgang Hoermann, "The transformed rejection method for generating Poisson random variables"
 * (1993), PTRS. */
static int64_t poisson_rejection(LegacyRandom *r, double lam)
{
    double root = sqrt(lam), log_lam = log(lam);
    double b = 0.931 + 2.53 * root, a = -0.059 + 0.02483 * b;
    double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), vr = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
        double u = uniform(r) - 0.5, v = uniform(r), us = 0.5 - fabs(u);
        int64_t k = (int64_t)floor((2 * a / us + b) * u + lam + 0.43);
        if (us >= 0.07 && v <= vr)
            return k;
        if (k < 0 || (us < 0.013 && v > us))
            continue;
        if (log(v) + log(inverse_alpha) - log(a / (us * us) + b) <=
            -lam + (double)k * log_lam - log_gamma((double)k + 1))
            return k;
    }
}

int64_t legacy_poisson(LegacyRandom *r, const double *p)
{
    double lam = p[0];
    if (lam >= 10)
        return poisson_rejection(r, lam);
    if (lam == 0)
        return 0;
    double limit = exp(-lam), product = 1.0;
    for (int64_t k = 0;; k++) {
        product *= uniform(r);
        if (!(product > limit))
            return k;
    }
}

/* Sums the probabilities of 0, 1, 2, ... until they pass a uniform deviate. */
static int64_t binomial_inversion(LegacyRandom *r, int64_t n, double p)
{
    double q = 1.0 - p, first = exp((double)n * log(q)), np = (double)n * p;
    int64_t bound = (int64_t)fmin((double)n, np + 10.0 * sqrt(np * q + 1));
    int64_t k = 0;
    double px = first, u = uniform(r);
    while (u > px) {
        k++;
        if (k > bound) {
            k = 0;
            px = first;
            u = uniform(r);
        } else {
            u -= px;
            px = ((double)(n - k + 1) * p * px) / ((double)k * q);
        }
    }
    return k;
}

/* Kachitvichyanukul and Schmeiser, "Binomial random variate generation" (1988), BTPE. The names
 * are the paper's. */
typedef struct {
    int64_t n, m;
    double r, q, fm, p1, xm, xl, xr, c, laml, lamr, p2, p3, p4;
} Btpe;

static Btpe btpe_setup(int64_t n, double p)
{
    Btpe b = {.n = n, .r = p, .q = 1.0 - p};
    b.fm = (double)n * b.r + b.r;
    b.m = (int64_t)floor(b.fm);
    b.p1 = floor(2.195 * sqrt((double)n * b.r * b.q) - 4.6 * b.q) + 0.5;
    b.xm = (double)b.m + 0.5;
    b.xl = b.xm - b.p1;
    b.xr = b.xm + b.p1;
    b.c = 0.134 + 20.5 / (15.3 + (double)b.m);
    double a = (b.fm - b.xl) / (b.fm - b.xl * b.r);
    b.laml = a * (1.0 + a / 2.0);
    a = (b.xr - b.fm) / (b.xr * b.q);
    b.lamr = a * (1.0 + a / 2.0);
    b.p2 = b.p1 * (1.0 + 2.0 * b.c);
    b.p3 = b.p2 + b.c / b.laml;
    b.p4 = b.p3 + b.c / b.lamr;
    return b;
}

/* The paper's Stirling correction; `square` is x * x. */
static double btpe_stirling(double x, double square)
{
    return (13680. - (462. - (132. - (99. - 140. / square) / square) / square) / square) / x /
           166320.;
}

/* Step 5: whether y stands the test of the deviate v. */
static bool btpe_accepts(const Btpe *b, int64_t y, double v)
{
    double nrq = (double)b->n * b->r * b->q;
    int64_t k = y > b->m ? y - b->m : b->m - y;
    double dk = (double)k;
    if (!(k > 20 && dk < nrq / 2.0 - 1)) {
        double s = b->r / b->q, a = s * (double)(b->n + 1), f = 1.0;
        for (int64_t i = b->m + 1; i <= y; i++)
            f *= a / (double)i - s;
        for (int64_t i = y + 1; i <= b->m; i++)
            f /= a / (double)i - s;
        return !(v > f);
    }
    double rho = (dk / nrq) * ((dk * (dk / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5);
    double t = -dk * dk / (2 * nrq), log_v = log(v);
    if (log_v < t - rho)
        return true;
    if (log_v > t + rho)
        return false;
    double x1 = (double)y + 1, f1 = (double)b->m + 1, z = (double)b->n + 1 - (double)b->m;
    double w = (double)(b->n - y) + 1;
    double limit = b->xm * log(f1 / x1) + ((double)(b->n - b->m) + 0.5) * log(z / w) +
                   (double)(y - b->m) * log(w * b->r / (x1 * b->q)) + btpe_stirling(f1, f1 * f1) +
                   btpe_stirling(z, z * z) + btpe_stirling(x1, x1 * x1) + btpe_stirling(w, w * w);
    return !(log_v > limit);
}

static int64_t binomial_btpe(LegacyRandom *r, int64_t n, double p)
{
    Btpe b = btpe_setup(n, p);
    for (;;) {
        double u = uniform(r) * b.p4, v = uniform(r);
        int64_t y;
        if (u <= b.p1)
            return (int64_t)floor(b.xm - b.p1 * v + u);
        if (u <= b.p2) {
            double x = b.xl + (u - b.p1) / b.c;
            v = v * b.c + 1.0 - fabs((double)b.m - x + 0.5) / b.p1;
            if (v > 1.0)
                continue;
            y = (int64_t)floor(x);
        } else if (v == 0.0) {
            continue; /* its logarithm has no floor */
        } else if (u <= b.p3) {
            y = (int64_t)floor(b.xl + log(v) / b.laml);
            if (y < 0)
                continue;
            v = v * (u - b.p2) * b.laml;
        } else {
            y = (int64_t)floor(b.xr - log(v) / b.lamr);
            if (y > n)
                continue;
            v = v * (u - b.p3) * b.lamr;
        }
        if (btpe_accepts(&b, y, v))
            return y;
    }
}

int64_t legacy_binomial(LegacyRandom *r, const double *params)
{
    int64_t n = (int64_t)params[0];
    double p = params[1];
    bool flip = p > 0.5;
    if (flip)
        p = 1.0 - p;
    int64_t k = p * (double)n <= 30.0 ? binomial_inversion(r, n, p) : binomial_btpe(r, n, p);
    return flip ? n - k : k;
}

int64_t legacy_negative_binomial(LegacyRandom *r, const double *p)
{
    double lam = (1 - p[1]) / p[1] * gamma_deviate(r, p[0]);
    return legacy_poisson(r, &lam);
}

int64_t legacy_geometric(LegacyRandom *r, const double *params)
{
    double p = params[0];
    if (p < 0.333333333333333333333333)
        return (int64_t)ceil(log1p(-uniform(r)) / log(1 - p));
    double sum = p, product = p, u = uniform(r);
    int64_t k = 1;
    for (; u > sum; k++) {
        product *= 1.0 - p;
        sum += product;
    }
    return k;
}
