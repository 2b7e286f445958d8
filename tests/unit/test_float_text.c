// link: runtime/float_text.c runtime/float_exact.c
/* test_float_text.c: reading, writing, rounding and hashing doubles, against what CPython 3.11
 * says. */
#include "runtime/float_exact.h"
#include "runtime/float_text.h"

#include <math.h>
#include <stdlib.h>

#include "tests/unit/check.h"

static double from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static const struct {
    uint64_t bits;
    const char *repr, *hex;
    int64_t hash;
} values[] = {
    {0x0000000000000000, "0.0", "0x0.0p+0", 0},
    {0x8000000000000000, "-0.0", "-0x0.0p+0", 0},
    {0x3ff0000000000000, "1.0", "0x1.0000000000000p+0", 1},
    {0xbff8000000000000, "-1.5", "-0x1.8000000000000p+0", -1152921504606846977},
    {0x3fb999999999999a, "0.1", "0x1.999999999999ap-4", 230584300921369408},
    {0x3fd5555555555555, "0.3333333333333333", "0x1.5555555555555p-2", 768614336404564608},
    {0x3fe5555555555555, "0.6666666666666666", "0x1.5555555555555p-1", 1537228672809129216},
    {0x430c6bf526340000, "1000000000000000.0", "0x1.c6bf526340000p+49", 1000000000000000},
    {0x4341c37937e08000, "1e+16", "0x1.1c37937e08000p+53", 10000000000000000},
    {0x4341c37937e07fff, "9999999999999998.0", "0x1.1c37937e07fffp+53", 9999999999999998},
    {0x437b69b4ba630f35, "1.2345678901234568e+17", "0x1.b69b4ba630f35p+56", 123456789012345680},
    {0x4480f0cf064dd592, "1e+22", "0x1.0f0cf064dd592p+73", 1864712049423028464},
    {0x44b52d02c7e14af6, "1e+23", "0x1.52d02c7e14af6p+76", 200376420512344424},
    {0x3f1a36e2eb1c432d, "0.0001", "0x1.a36e2eb1c432dp-14", 936979306793984537},
    {0x3ee4f8b588e368f1, "1e-05", "0x1.4f8b588e368f1p-17", 2170758078822671208},
    {0x0000000000000001, "5e-324", "0x0.0000000000001p-1022", 16777216},
    {0x0010000000000000, "2.2250738585072014e-308", "0x1.0000000000000p-1022", 32768},
    {0x7fefffffffffffff, "1.7976931348623157e+308", "0x1.fffffffffffffp+1023", 2234066890152476671},
    {0x3d30000000000000, "5.684341886080802e-14", "0x1.0000000000000p-44", 131072},
    {0x0000000000000003, "1.5e-323", "0x0.0000000000003p-1022", 50331648},
    {0x4340000000000000, "9007199254740992.0", "0x1.0000000000000p+53", 9007199254740992},
    {0x3fd3333333333333, "0.3", "0x1.3333333333333p-2", 691752902764108160},
    {0x54b249ad2594c37d, "1e+100", "0x1.249ad2594c37dp+332", 1822893315824342674},
    {0x4059000000000000, "100.0", "0x1.9000000000000p+6", 100},
    {0x4011666666666666, "4.35", "0x1.1666666666666p+2", 807045053224792068},
    {0x4450000000000000, "1.1805916207174113e+21", "0x1.0000000000000p+70", 512},
    {0x7ff0000000000000, "inf", "inf", 314159},
    {0xfff0000000000000, "-inf", "-inf", -314159},
};

static void test_repr(void)
{
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        char text[FLOAT_REPR_MAX], hex[FLOAT_HEX_MAX];
        double x = from_bits(values[i].bits), back = 0;
        size_t len = float_repr(text, x);
        CHECK_TEXT(text, len, values[i].repr);
        CHECK(float_parse(text, len, &back) && memcmp(&back, &x, sizeof x) == 0);
        len = float_hex(hex, x);
        CHECK_TEXT(hex, len, values[i].hex);
        CHECK(float_fromhex(hex, len, &back) == FROMHEX_OK && memcmp(&back, &x, sizeof x) == 0);
        CHECK(float_hash(x) == values[i].hash);
    }
}

/* Every exponent, and bits at random: what is printed reads back, in glibc's strtod as well. */
static void test_round_trip(void)
{
    uint64_t state = 88172645463325252u;
    for (int i = 0; i < 200000; i++) {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        uint64_t bits = i < 4092 ? (uint64_t)(i / 2) << 52 | (i % 2 ? 1 : 0) : state;
        double x = from_bits(bits), back = 0;
        if (!isfinite(x))
            continue;
        char text[FLOAT_REPR_MAX + 1];
        size_t len = float_repr(text, x);
        text[len] = 0;
        if (strtod(text, NULL) != x || !float_parse(text, len, &back) || back != x)
            CHECK(!"round trip");
    }
    CHECK(true);
}

static const struct {
    uint64_t bits;
    char type;
    int precision;
    bool alternate;
    const char *text;
} formats[] = {
    {0x0000000000000000, 'f', 2, false, "0.00"},
    {0x0000000000000000, 'E', 2, false, "0.00E+00"},
    {0x0000000000000000, 'g', 17, true, "0.0000000000000000"},
    {0x0000000000000000, 'e', 2, true, "0.00e+00"},
    {0x0000000000000000, 'f', 17, false, "0.00000000000000000"},
    {0x0000000000000000, 'g', 3, false, "0"},
    {0xbff8000000000000, 'e', 17, true, "-1.50000000000000000e+00"},
    {0xbff8000000000000, '%', -1, false, "-150.000000%"},
    {0xbff8000000000000, 'g', -1, true, "-1.50000"},
    {0xbff8000000000000, 'G', 6, false, "-1.5"},
    {0xbff8000000000000, 'f', 2, false, "-1.50"},
    {0xbff8000000000000, 'g', 2, false, "-1.5"},
    {0x4004000000000000, 0, 3, true, "2.50"},
    {0x4004000000000000, 'F', 0, false, "2"},
    {0x4004000000000000, '%', 17, false, "250.00000000000000000%"},
    {0x4004000000000000, 'r', -1, false, "2.5"},
    {0x4004000000000000, 'f', 2, false, "2.50"},
    {0x4004000000000000, 'g', 3, false, "2.5"},
    {0x3fc0000000000000, 'E', 6, false, "1.250000E-01"},
    {0x3fc0000000000000, 'f', 6, false, "0.125000"},
    {0x3fc0000000000000, 'g', 3, false, "0.125"},
    {0x3fc0000000000000, 'e', 2, false, "1.25e-01"},
    {0x3fc0000000000000, 'f', 6, true, "0.125000"},
    {0x3fc0000000000000, 'g', 1, false, "0.1"},
    {0x40934a456d5cfaad, '%', 17, true, "123456.77999999999883585%"},
    {0x40934a456d5cfaad, 0, 0, false, "1e+03"},
    {0x40934a456d5cfaad, 'n', 2, false, "1.2e+03"},
    {0x40934a456d5cfaad, 'g', 0, false, "1e+03"},
    {0x40934a456d5cfaad, 'f', 6, false, "1234.567800"},
    {0x40934a456d5cfaad, 'g', 6, false, "1234.57"},
    {0x3e7ad7f29abcaf48, '%', 0, false, "0%"},
    {0x3e7ad7f29abcaf48, 0, 2, false, "1e-07"},
    {0x3e7ad7f29abcaf48, 'E', 6, true, "1.000000E-07"},
    {0x3e7ad7f29abcaf48, 'n', -1, false, "1e-07"},
    {0x3e7ad7f29abcaf48, 'f', 17, false, "0.00000010000000000"},
    {0x3e7ad7f29abcaf48, 'g', 3, false, "1e-07"},
    {0x419d6f3454000000, 'f', 17, true, "123456789.00000000000000000"},
    {0x419d6f3454000000, 'r', -1, false, "123456789.0"},
    {0x419d6f3454000000, 'F', 2, false, "123456789.00"},
    {0x419d6f3454000000, 'e', 17, false, "1.23456789000000000e+08"},
    {0x419d6f3454000000, 'f', 2, false, "123456789.00"},
    {0x419d6f3454000000, 'g', 6, false, "1.23457e+08"},
    {0x4005666666666666, 'e', 17, false, "2.67499999999999982e+00"},
    {0x4005666666666666, 'n', 2, false, "2.7"},
    {0x4005666666666666, 'f', 2, false, "2.67"},
    {0x4005666666666666, 'g', 3, false, "2.67"},
    {0x4005666666666666, 'f', 3, false, "2.675"},
    {0x4005666666666666, 'g', 17, false, "2.6749999999999998"},
    {0x3fe0000000000000, 'G', 3, true, "0.500"},
    {0x3fe0000000000000, 'e', 0, false, "5e-01"},
    {0x3fe0000000000000, 'r', -1, false, "0.5"},
    {0x3fe0000000000000, 'F', 17, true, "0.50000000000000000"},
    {0x3fe0000000000000, 'f', 3, false, "0.500"},
    {0x3fe0000000000000, 'g', 17, false, "0.5"},
    {0x4480f0cf064dd592, 'e', -1, false, "1.000000e+22"},
    {0x4480f0cf064dd592, 'E', 17, false, "1.00000000000000000E+22"},
    {0x4480f0cf064dd592, 0, 0, true, "1.e+22"},
    {0x4480f0cf064dd592, 'n', 17, false, "1e+22"},
    {0x4480f0cf064dd592, 'f', 1, true, "10000000000000000000000.0"},
    {0x4480f0cf064dd592, 'g', 0, true, "1.e+22"},
    {0x4023fd70a3d70a3d, 0, 6, true, "9.99500"},
    {0x4023fd70a3d70a3d, 'f', 6, false, "9.995000"},
    {0x4023fd70a3d70a3d, 'g', 2, true, "10."},
    {0x4023fd70a3d70a3d, 'G', 1, false, "1E+01"},
    {0x4023fd70a3d70a3d, 'f', 2, false, "9.99"},
    {0x4023fd70a3d70a3d, 'g', 1, true, "1.e+01"},
    {0x7ff0000000000000, 0, -1, true, "inf"},
    {0x7ff0000000000000, 'F', 2, true, "INF"},
    {0x7ff0000000000000, 'n', 6, false, "inf"},
    {0x7ff0000000000000, '%', 2, false, "inf%"},
    {0x7ff0000000000000, 'f', 6, false, "inf"},
    {0x7ff0000000000000, 'g', 17, true, "inf"},
    {0xfff8000000000000, 0, 6, true, "nan"},
    {0xfff8000000000000, '%', 6, false, "nan%"},
    {0xfff8000000000000, 'F', 1, false, "NAN"},
    {0xfff8000000000000, 'g', 2, true, "nan"},
    {0xfff8000000000000, 'f', 1, true, "nan"},
    {0xfff8000000000000, 'g', 0, false, "nan"},
};

static void test_format(void)
{
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        double x = from_bits(formats[i].bits);
        FloatParts parts;
        char *out = malloc(float_format_room(x, formats[i].type, formats[i].precision));
        size_t len = float_format(out, x, formats[i].type, formats[i].precision,
                                  formats[i].alternate, &parts);
        CHECK_TEXT(out, len, formats[i].text);
        CHECK(parts.sign + parts.integral + parts.point + parts.fraction + parts.tail == len);
        free(out);
    }
}

static const struct {
    const char *text;
    uint64_t bits;
} numbers[] = {
    {"1_000.5", 0x408f440000000000},
    {"7", 0x401c000000000000},
    {".5", 0x3fe0000000000000},
    {"5.", 0x4014000000000000},
    {"1e5", 0x40f86a0000000000},
    {"1E-5", 0x3ee4f8b588e368f1},
    {"1_0e1_0", 0x42374876e8000000},
    {"inf", 0x7ff0000000000000},
    {"-Infinity", 0xfff0000000000000},
    {"9007199254740993", 0x4340000000000000},
    {"9007199254740992.5", 0x4340000000000000},
    {"9007199254740993.00000000000000000000001", 0x4340000000000001},
    {"2.4703282292062327208e-324", 0x0000000000000000},
    {"2.4703282292062328e-324", 0x0000000000000001},
    {"1.7976931348623158e308", 0x7fefffffffffffff},
    {"1.7976931348623159e308", 0x7ff0000000000000},
    {"1e400", 0x7ff0000000000000},
    {"-1e-400", 0x8000000000000000},
    {"0.1000000000000000055511151231257827021181583404541015625", 0x3fb999999999999a},
    {"123456789012345678901234567890", 0x45f8ee90ff6c373e},
};

static void test_parse(void)
{
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        double x = 0, expected = from_bits(numbers[i].bits);
        CHECK(float_parse(numbers[i].text, strlen(numbers[i].text), &x));
        CHECK(memcmp(&x, &expected, sizeof x) == 0);
    }
    static const char *const wrong[] = {"",     "+",    ".",    "e5",   "1e", "1_",    "_1",
                                        "1__0", "1_.5", "1._5", "0x10", "1 ", "infin", "1e+_5"};
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        double x;
        CHECK(!float_parse(wrong[i], strlen(wrong[i]), &x));
    }
}

static const struct {
    uint64_t bits;
    int digits;
    uint64_t rounded;
} roundings[] = {
    {0x4005666666666666, 2, 0x40055c28f5c28f5c},    {0x3fe0000000000000, 0, 0x0000000000000000},
    {0x3ff8000000000000, 0, 0x4000000000000000},    {0x4004000000000000, 0, 0x4000000000000000},
    {0xbfe0000000000000, 0, 0x8000000000000000},    {0x40934a0000000000, -2, 0x4092c00000000000},
    {0x4093880000000000, -2, 0x4092c00000000000},   {0x4095180000000000, -2, 0x4095e00000000000},
    {0x4014000000000000, -1, 0x0000000000000000},   {0x402e000000000000, -1, 0x4034000000000000},
    {0x7e37e43c8800759c, -299, 0x7e37e43c8800759c}, {0x7fee42d130773b76, -307, 0x7fee42d130773b76},
    {0x3fb999999999999a, 20, 0x3fb999999999999a},   {0x0000000000000001, 323, 0x0000000000000000},
    {0x3ff0147ae147ae14, 2, 0x3ff0000000000000},    {0x4480f0cf064dd592, 2, 0x4480f0cf064dd592},
    {0x4039000000000000, -1, 0x4034000000000000},   {0x43e56a95319d63e1, -5, 0x43e56a95319d63f1},
    {0x3fc3333333333333, 1, 0x3fb999999999999a},    {0x4341c37937e08001, -1, 0x4341c37937e08000},
    {0xc004000000000000, 0, 0xc000000000000000},
};

static void test_round(void)
{
    for (size_t i = 0; i < COUNT_OF(roundings); i++) {
        double x = float_round(from_bits(roundings[i].bits), roundings[i].digits);
        double expected = from_bits(roundings[i].rounded);
        CHECK(memcmp(&x, &expected, sizeof x) == 0);
    }
    CHECK(isinf(float_round(1.79e308, -308)));
    CHECK(float_round_integral(2.5) == 2 && float_round_integral(-3.5) == -4);
}

static void test_hash(void)
{
    CHECK(int_hash_small(INT64_C(0)) == 0);
    CHECK(int_hash_small(INT64_C(1)) == 1);
    CHECK(int_hash_small(INT64_C(-1)) == -2);
    CHECK(int_hash_small(INT64_C(-2)) == -2);
    CHECK(int_hash_small(INT64_C(2305843009213693951)) == 0);
    CHECK(int_hash_small(INT64_C(2305843009213693950)) == 2305843009213693950);
    CHECK(int_hash_small(INT64_C(-2305843009213693951)) == 0);
    CHECK(int_hash_small(INT64_C(9223372036854775807)) == 3);
    CHECK(int_hash_small(INT64_MIN) == -4);
    CHECK(int_hash_small(INT64_C(12345)) == 12345);
    static const uint64_t limbs[] = {0x00000000ffffffff, 0xaaaaaaaa55555555, 0xfedcba9876543210,
                                     0x123456789abcdef0};
    CHECK(int_hash_limbs(limbs, 4, false) == INT64_C(1526980474498781682));
    CHECK(int_hash_limbs(limbs, 4, true) == INT64_C(-1526980474498781682));
    int64_t mantissa;
    int exponent;
    float_split(-0.75, &mantissa, &exponent);
    CHECK(mantissa == -3 && exponent == -2);
    double x;
    CHECK(float_fromhex("0x1.fffffffffffff8p1023", 23, &x) == FROMHEX_TOO_LARGE);
    CHECK(float_fromhex("0x", 2, &x) == FROMHEX_INVALID);
    CHECK(float_fromhex("-.8p1", 5, &x) == FROMHEX_OK && x == -1.0);
    CHECK(float32_shortest(0.1f).digits == 1 && float32_shortest(16777216.0f).digits == 16777216);
}

int main(void)
{
    test_repr();
    test_round_trip();
    test_format();
    test_parse();
    test_round();
    test_hash();
    return check_summary();
}
