// link: stdlib/numpy/format_float.c stdlib/numpy/dtype.c runtime/float_text.c
/* test_format_float.c: numbers as NumPy 1.24 prints them, alone and in the columns of an array. */
#include "stdlib/numpy/format_float.h"

#include <math.h>

#include "tests/unit/check.h"

static const struct {
    DType type;
    int count;
    double values[4];
    const char *text; /* the elements, each followed by '|' */
} arrays[] = {
    {DT_FLOAT64, 3, {1.0, 2.0, 3.0}, "1.|2.|3.|"},
    {DT_FLOAT64, 3, {0.1, 0.25, 100.0}, "  0.1 |  0.25|100.  |"},
    {DT_FLOAT64, 2, {1e-05, 1.0}, "1.e-05|1.e+00|"},
    {DT_FLOAT64, 2, {100000000.0, 1.0}, "1.e+08|1.e+00|"},
    {DT_FLOAT64, 2, {0.3333333333333333, 0.6666666666666666}, "0.33333333|0.66666667|"},
    {DT_FLOAT64, 4, {NAN, 1.5, INFINITY, -INFINITY}, " nan| 1.5| inf|-inf|"},
    {DT_FLOAT64, 2, {NAN, INFINITY}, "nan|inf|"},
    {DT_FLOAT64, 2, {1e-310, 1e+308}, "1.e-310|1.e+308|"},
    {DT_FLOAT64, 2, {123456.789, 0.001}, "1.23456789e+05|1.00000000e-03|"},
    {DT_FLOAT64, 2, {-1.5, 2.0}, "-1.5| 2. |"},
    {DT_FLOAT64, 2, {1e+100, -1e-100}, " 1.e+100|-1.e-100|"},
    {DT_FLOAT64, 2, {0.0, -0.0}, " 0.|-0.|"},
    {DT_FLOAT64, 1, {99999999.9}, "99999999.9|"},
    {DT_FLOAT32, 2, {0.1, 0.3333333333333333}, "0.1       |0.33333334|"},
    {DT_FLOAT32, 1, {0.0001}, "1.e-04|"},
    {DT_FLOAT32, 2, {16777216.0, 1.0}, "1.6777216e+07|1.0000000e+00|"},
    {DT_FLOAT32, 2, {3e+38, 1e-40}, "3.e+38|1.e-40|"},
    {DT_FLOAT32, 3, {1.1, 1000.5, NAN}, "   1.1|1000.5|   nan|"},
};

static void test_arrays(void)
{
    for (size_t i = 0; i < COUNT_OF(arrays); i++) {
        float narrow[4];
        for (int j = 0; j < 4; j++)
            narrow[j] = (float)arrays[i].values[j];
        DType type = arrays[i].type;
        const char *data = type == DT_FLOAT32 ? (char *)narrow : (const char *)arrays[i].values;
        FloatFormat format =
            format_float_prepare(&format_float_options, type, data, arrays[i].count);
        char text[16000];
        size_t len = 0;
        for (int j = 0; j < arrays[i].count; j++) {
            CHECK(len + format_float_element_room(&format) < sizeof text);
            len += format_float_element(text + len, &format, data + (size_t)j * dtype_size(type));
            text[len++] = '|';
        }
        CHECK_TEXT(text, len, arrays[i].text);
    }
}

static void test_scalars(void)
{
    static const struct {
        DType type;
        double value;
        const char *text;
    } scalars[] = {
        {DT_FLOAT64, 0.1, "0.1"},
        {DT_FLOAT64, 1e+16, "1e+16"},
        {DT_FLOAT64, 5.684341886080802e-14, "5.684341886080802e-14"},
        {DT_FLOAT32, 0.1, "0.1"},
        {DT_FLOAT32, 1e+16, "1e+16"},
        {DT_FLOAT32, 1e-05, "1e-05"},
        {DT_FLOAT32, 0.0001, "1e-04"},
        {DT_FLOAT32, 16777217.0, "16777216.0"},
        {DT_FLOAT32, 3.4e+38, "3.4e+38"},
        {DT_FLOAT32, 1e-45, "1e-45"},
        {DT_FLOAT32, -0.0, "-0.0"},
        {DT_FLOAT32, 123456.789, "123456.79"},
        {DT_FLOAT32, NAN, "nan"},
    };
    for (size_t i = 0; i < COUNT_OF(scalars); i++) {
        double x = scalars[i].value;
        char text[32];
        if (scalars[i].type == DT_FLOAT32)
            x = (float)x;
        size_t len = format_float_scalar(text, x, scalars[i].type);
        CHECK_TEXT(text, len, scalars[i].text);
    }
}

static void test_layouts(void)
{
    static const struct {
        double value;
        char form; /* 'p' positional, 's' scientific */
        FloatLayout layout;
        const char *text;
    } layouts[] = {
        {1234.5678, 'p', {2, -1, true, true, '-', false, -1, -1, -1}, "1234.57"},
        {0.0004, 'p', {3, -1, true, true, 'k', false, -1, -1, -1}, "0.000"},
        {0.9999, 'p', {2, -1, true, true, 'k', false, -1, -1, -1}, "1."},
        {1234.5, 'p', {2, -1, true, false, 'k', false, -1, -1, -1}, "1200."},
        {0.1, 'p', {20, -1, false, true, 'k', false, -1, -1, -1}, "0.10000000000000000555"},
        {1.25, 'p', {-1, 4, true, true, 'k', false, -1, -1, -1}, "1.2500"},
        {1234.0, 'p', {-1, -1, true, true, '-', false, 7, 3, -1}, "   1234    "},
        {2.5, 'p', {0, -1, true, true, 'k', false, -1, -1, -1}, "2."},
        {0.1, 's', {-1, 20, true, true, 'k', false, -1, -1, -1}, "1.00000000000000005551e-01"},
        {1.0001, 's', {2, -1, true, true, '-', false, -1, -1, -1}, "1.e+00"},
        {1e-05, 's', {-1, -1, true, true, 'k', false, -1, -1, 1}, "1.e-5"},
        {9.96, 's', {1, -1, true, true, 'k', false, -1, -1, -1}, "1.e+01"},
        {-1.5, 's', {-1, -1, true, true, 'k', false, 4, -1, 3}, "  -1.5e+000"},
        {1.0, 's', {-1, -1, true, true, '0', true, -1, -1, -1}, "+1.0e+00"},
    };
    for (size_t i = 0; i < COUNT_OF(layouts); i++) {
        char text[4000];
        const FloatLayout *layout = &layouts[i].layout;
        CHECK(format_float_room(layout) <= sizeof text);
        size_t len = layouts[i].form == 'p'
                         ? format_float_positional(text, layouts[i].value, DT_FLOAT64, layout)
                         : format_float_scientific(text, layouts[i].value, DT_FLOAT64, layout);
        CHECK_TEXT(text, len, layouts[i].text);
    }
}

static void test_integers(void)
{
    static const int8_t small[] = {-128, 0, 127};
    static const uint64_t large[] = {UINT64_MAX, 0};
    char text[24];
    CHECK(format_integer_width(DT_INT8, small, 3) == 4);
    CHECK(format_integer_width(DT_UINT64, large, 2) == 20);
    CHECK_TEXT(text, format_integer(text, DT_INT8, small), "-128");
    CHECK_TEXT(text, format_integer(text, DT_BOOL, &small[1]), "False");
}

int main(void)
{
    test_arrays();
    test_scalars();
    test_layouts();
    test_integers();
    return check_summary();
}
