// link: runtime/mt19937.c runtime/sha512.c stdlib/numpy/legacy_random.c
// link: stdlib/numpy/legacy_distributions.c
/* test_random.c: the streams of numpy.random.RandomState (NumPy 1.24) and of random.Random (CPython
 * 3.11): the first numbers literally, long runs by their FNV-1a hash. */
#include "runtime/sha512.h"
#include "stdlib/numpy/legacy_random.h"

#include "tests/unit/check.h"

static LegacyRandom r;
static double reals[1000];
static int64_t wholes[1000];

static uint64_t fingerprint(const void *data, size_t len)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ ((const uint8_t *)data)[i]) * 1099511628211u;
    return hash;
}

#define CHECK_RUN(data, count, hash) CHECK(fingerprint(data, (count) * sizeof *(data)) == hash)

static void test_first_numbers(void)
{
    legacy_seed(&r, 0);
    CHECK(legacy_gauss(&r) == 0x1.c398ef3e5cfa5p+0);
    CHECK(legacy_gauss(&r) == 0x1.99c2cfacc8953p-2);
    CHECK(legacy_gauss(&r) == 0x1.f51d25222c9abp-1);
    legacy_seed(&r, 42);
    legacy_fill_uniform(&r, reals, 2);
    CHECK(reals[0] == 0x1.7f8771e5f51ecp-2 && reals[1] == 0x1.e6c4068bbd654p-1);
    static const int64_t order[10] = {2, 9, 6, 4, 0, 3, 1, 7, 8, 5};
    legacy_seed(&r, 1);
    legacy_permutation(&r, wholes, 10);
    CHECK(memcmp(wholes, order, sizeof order) == 0);
}

static void test_runs(void)
{
    legacy_seed(&r, 123);
    legacy_fill_gauss(&r, reals, 999);
    CHECK_RUN(reals, 999, 0x37f3fea9bde1df2eu);
    legacy_fill_uniform(&r, reals, 1000);
    CHECK_RUN(reals, 1000, 0xf90ac5975786f055u);
    legacy_fill_integers(&r, 0, (uint64_t)INT64_C(0), 1u, wholes, 1000);
    CHECK(fingerprint(wholes, 1000) == 0xd819dfac859892b0u);
    legacy_fill_integers(&r, 1, (uint64_t)INT64_C(-100), 150u, wholes, 1000);
    CHECK(fingerprint(wholes, 1000) == 0xa8379bb5036e1733u);
    legacy_fill_integers(&r, 1, (uint64_t)INT64_C(0), 255u, wholes, 1000);
    CHECK(fingerprint(wholes, 1000) == 0x764b6bf5fc7c44bau);
    legacy_fill_integers(&r, 2, (uint64_t)INT64_C(-5), 1000u, wholes, 1000);
    CHECK(fingerprint(wholes, 2000) == 0xfbf15d69757a2e63u);
    legacy_fill_integers(&r, 2, (uint64_t)INT64_C(0), 65535u, wholes, 1000);
    CHECK(fingerprint(wholes, 2000) == 0x9f029d515d5027b6u);
    legacy_fill_integers(&r, 4, (uint64_t)INT64_C(-10), 1000000000u, wholes, 1000);
    CHECK(fingerprint(wholes, 4000) == 0x1b8b32892bf490adu);
    legacy_fill_integers(&r, 4, (uint64_t)INT64_C(0), 4294967295u, wholes, 1000);
    CHECK(fingerprint(wholes, 4000) == 0x742583c63db7c0a6u);
    legacy_fill_integers(&r, 8, (uint64_t)INT64_C(0), 9u, wholes, 1000);
    CHECK(fingerprint(wholes, 8000) == 0x4cce9c4204039b6bu);
    legacy_fill_integers(&r, 8, (uint64_t)INT64_C(-1000000000000), 2000000000000u, wholes, 1000);
    CHECK(fingerprint(wholes, 8000) == 0xfbde079a7bf70ad9u);
    legacy_fill_integers(&r, 8, (uint64_t)INT64_C(0), 18446744073709551615u, wholes, 1000);
    CHECK(fingerprint(wholes, 8000) == 0xc209451a17695f67u);
    legacy_permutation(&r, wholes, 500);
    CHECK_RUN(wholes, 500, 0x771f368c8f99af59u);
    static const double p[5] = {0.1, 0.2, 0, 0.4, 0.3};
    double scratch[10];
    legacy_choice(&r, p, 5, scratch, wholes, 300);
    CHECK_RUN(wholes, 300, 0xadb1faa847aae040u);
    legacy_choice_distinct(&r, p, 5, scratch, wholes, 4);
    CHECK_RUN(wholes, 4, 0xc63a34380deea4e3u);
    uint8_t bytes[37];
    legacy_bytes(&r, bytes, 37);
    CHECK_RUN(bytes, 37, 0x3cfff8f4a89a2f06u);
    legacy_seed_array(&r, (const uint32_t[]){1, 2, 3}, 3);
    legacy_fill_uniform(&r, reals, 1000);
    CHECK_RUN(reals, 1000, 0x1365437f2914360fu);
}

static const struct {
    const char *name;
    double params[3];
    uint64_t hash;
} distributions[] = {
    {"uniform", {-1, 5}, 0x78bdc6443a1a9f74u},
    {"normal", {2, 0.5}, 0x1c169cc87769f234u},
    {"lognormal", {0, 1}, 0x85b33fe0c4f9c842u},
    {"laplace", {0, 1}, 0x55998c15018af205u},
    {"logistic", {0, 1}, 0x99e3107d55ec0427u},
    {"gumbel", {0, 1}, 0x86eb716c668e6e85u},
    {"exponential", {2}, 0x45010ad9e738a267u},
    {"standard_gamma", {0.5}, 0x94b3e30351fd1f28u},
    {"standard_gamma", {3}, 0xc2e7385b679dbc52u},
    {"gamma", {2, 2}, 0x957cbd02daa5610eu},
    {"beta", {0.5, 0.5}, 0xc228906d842f5feeu},
    {"beta", {2, 3}, 0x3da3312daa2e59b9u},
    {"chisquare", {3}, 0x822728887583ce46u},
    {"f", {2, 5}, 0xcc6f60e374e4cbcdu},
    {"standard_t", {4}, 0xbe9535e06e9083e9u},
    {"standard_cauchy", {0}, 0x2a58fdc38759d4f9u},
    {"rayleigh", {1}, 0x78211e35de9bc3e9u},
    {"weibull", {2}, 0x3a66188d8ecd58f9u},
    {"pareto", {3}, 0xff18a2f8b2f7df47u},
    {"power", {2}, 0x965c9147beac2664u},
    {"triangular", {0, 1, 3}, 0x7c105e27b45ea1fcu},
    {"poisson", {4}, 0xb912463ab6fc5e24u},
    {"poisson", {100}, 0x7a9f746c63683fa8u},
    {"binomial", {10, 0.3}, 0x1280c2731d468dc6u},
    {"binomial", {1000, 0.7}, 0x083106e588f6d358u},
    {"negative_binomial", {5, 0.4}, 0x020d3cd0760ca4f4u},
    {"geometric", {0.5}, 0x52d6b2e5365090c9u},
    {"geometric", {0.1}, 0x3d7b4debf706a67au},
};

static void test_distributions(void)
{
    for (size_t i = 0; i < COUNT_OF(distributions); i++) {
        const LegacyDistribution *d = legacy_distribution(distributions[i].name);
        CHECK(d != NULL);
        legacy_seed(&r, 7);
        for (int j = 0; j < 200; j++) {
            if (d->real != NULL)
                reals[j] = d->real(&r, distributions[i].params);
            else
                wholes[j] = d->whole(&r, distributions[i].params);
        }
        const void *run = d->real != NULL ? (const void *)reals : wholes;
        if (fingerprint(run, 200 * 8) != distributions[i].hash)
            fprintf(stderr, "%s differs\n", distributions[i].name);
        CHECK(fingerprint(run, 200 * 8) == distributions[i].hash);
    }
    CHECK(legacy_distribution("none") == NULL);
    CHECK(legacy_check(LEGACY_NON_NEGATIVE, -0.0) != NULL && legacy_check(LEGACY_RATE, 3) == NULL);
}

static void test_python_seeds(void)
{
    Mt19937 mt;
    mt19937_seed_array(&mt, (const uint32_t[]){12345}, 1);
    CHECK(mt19937_double(&mt) == 0x1.aa9e665dc8a18p-2);
    uint32_t words[2];
    mt19937_bits(&mt, 40, words);
    CHECK(words[0] == 43676229u && words[1] == 209u);
    mt19937_seed_text(&mt, "hognose", 7);
    CHECK(mt19937_double(&mt) == 0x1.b22b5e3bda550p-5);
    uint8_t digest[SHA512_BYTES];
    sha512(digest, "abc", 3);
    CHECK(digest[0] == 0xdd && digest[1] == 0xaf && digest[63] == 0x9f);
}

int main(void)
{
    test_first_numbers();
    test_runs();
    test_distributions();
    test_python_seeds();
    return check_summary();
}
