// link: stdlib/numpy/kernels.c stdlib/numpy/kernels_arith.c stdlib/numpy/kernels_logic.c
// link: stdlib/numpy/kernels_math.c stdlib/numpy/kernels_cast.c stdlib/numpy/kernels_reduce.c
// link: stdlib/numpy/kernels_sort.c stdlib/numpy/dtype.c stdlib/numpy/promote.c
/* test_kernels.c: the loops under array operations, their types, and what they leave in the flags,
 * against what NumPy 1.24 says. */
#include "stdlib/numpy/kernels.h"
#include "stdlib/numpy/promote.h"

#include <math.h>

#include "tests/unit/check.h"

enum { N = 300 };

static void run2(KernelOp op, DType type, const void *a, const void *b, void *out, intptr_t sa,
                 intptr_t sb, intptr_t so, intptr_t n)
{
    char *ptrs[] = {(char *)a, (char *)b, out};
    kernel_find(op, type)(ptrs, (intptr_t[]){sa, sb, so}, n);
}

static void run1(Kernel kernel, const void *a, void *out, intptr_t sa, intptr_t so, intptr_t n)
{
    kernel((char *[]){(char *)a, out}, (intptr_t[]){sa, so}, n);
}

/* Every operation and type: all the loops of a kernel agree, and write nothing else. */
static void test_loops_agree(void)
{
    for (int op = 0; op < KERNEL_COUNT; op++) {
        for (int type = 0; type < DTYPE_COUNT; type++) {
            DType loop, result;
            if (kernel_resolve(op, type, &loop, &result) != RESOLVE_OK)
                continue;
            Kernel kernel = kernel_find(op, loop);
            CHECK(kernel != NULL);
            if (kernel == NULL)
                continue;
            _Alignas(8) char a[N * 8], b[N * 8], plain[N * 8 + 8], spread[N * 24 + 8];
            int8_t small[N];
            for (int i = 0; i < N; i++)
                small[i] = loop == DT_BOOL ? i % 2 : (int8_t)(i % 7 + 1);
            DType bytes = loop == DT_BOOL ? DT_BOOL : DT_INT8;
            intptr_t size = (intptr_t)dtype_size(loop), out = (intptr_t)dtype_size(result);
            run1(kernel_cast(bytes, loop), small, a, 1, size, N);
            run1(kernel_cast(bytes, loop), small + 1, b, 0, size, N);
            memset(plain, 77, sizeof plain);
            memset(spread, 77, sizeof spread);
            bool two = kernel_info[op].inputs == 2;
            if (two) {
                run2(op, loop, a, b, plain, size, size, out, N);
                run2(op, loop, a, b, spread, size, 0, 3 * out, N);
            } else {
                run1(kernel, a, plain, size, out, N);
                run1(kernel, a, spread, size, 3 * out, N);
            }
            bool same = plain[N * out] == 77;
            for (intptr_t i = 0; i < N; i++) {
                same &= memcmp(plain + i * out, spread + i * 3 * out, (size_t)out) == 0;
                same &= spread[i * 3 * out + out] == 77;
            }
            if (!same)
                fprintf(stderr, "%s %s\n", kernel_info[op].name, dtype_info[loop].name);
            CHECK(same);
            if (two) {
                run2(op, loop, b, a, plain, 0, size, out, N);
                run2(op, loop, b, a, spread, size, size, 3 * out, N);
                for (intptr_t i = 0; i < N; i++)
                    same &= memcmp(plain + i * out, spread + i * 3 * out, (size_t)out) == 0;
                CHECK(same);
            }
            if (result == loop) {
                run2(op, loop, b, b, plain, size, size, out, two ? N : 0);
                if (two)
                    run2(op, loop, b, b, b, size, size, size, N);
                CHECK(!two || memcmp(plain, b, (size_t)(N * out)) == 0);
            }
        }
    }
}

static void test_integers(void)
{
    static const int64_t a[] = {7, -7, 7, -7, INT64_MIN, 5, 0}, b[] = {2, 2, -2, -2, -1, 0, 3};
    static const int64_t quotients[] = {3, -4, -4, 3, INT64_MIN, 0, 0};
    static const int64_t rests[] = {1, 1, -1, -1, 0, 0, 0};
    int64_t out[7];
    kernel_flags_clear();
    run2(K_FLOOR_DIVIDE, DT_INT64, a, b, out, 8, 8, 8, 7);
    CHECK(memcmp(out, quotients, sizeof out) == 0);
    CHECK(kernel_flags_take() == (KERNEL_DIVIDE | KERNEL_OVERFLOW));
    run2(K_REMAINDER, DT_INT64, a, b, out, 8, 8, 8, 7);
    CHECK(memcmp(out, rests, sizeof out) == 0);
    CHECK(kernel_flags_take() == KERNEL_DIVIDE);
    run2(K_POWER, DT_INT64, a, b, out, 8, 8, 8, 2);
    CHECK(out[0] == 49 && out[1] == 49 && kernel_flags_take() == 0);
    run2(K_POWER, DT_INT64, a, b, out, 8, 8, 8, 3);
    CHECK(kernel_flags_take() == KERNEL_NEGATIVE_POWER);

    uint8_t u[] = {200, 255, 16}, v[] = {100, 1, 16}, w[3];
    run2(K_ADD, DT_UINT8, u, v, w, 1, 1, 1, 3);
    CHECK(w[0] == 44 && w[1] == 0 && w[2] == 32);
    run2(K_MULTIPLY, DT_UINT8, u, v, w, 1, 1, 1, 3);
    CHECK(w[0] == 32 && w[1] == 255 && w[2] == 0);
    run2(K_LEFT_SHIFT, DT_UINT8, u, v, w, 1, 1, 1, 3);
    CHECK(w[0] == 0 && w[1] == 254 && w[2] == 0);
    int16_t s = INT16_MIN, t = 15, r;
    run2(K_RIGHT_SHIFT, DT_INT16, &s, &t, &r, 2, 2, 2, 1);
    CHECK(r == -1);
    run1(kernel_find(K_ABSOLUTE, DT_INT16), &s, &r, 2, 2, 1);
    CHECK(r == INT16_MIN);
    CHECK(kernel_find(K_SUBTRACT, DT_BOOL) == NULL && kernel_find(K_SIN, DT_INT64) == NULL);
}

static void test_floats(void)
{
    double a[] = {1, -1, 0, 7.5, -7.5, NAN, INFINITY}, b[] = {0, 0, 0, 2, 2, 1, 3}, out[7];
    kernel_flags_clear();
    run2(K_DIVIDE, DT_FLOAT64, a, b, out, 8, 8, 8, 7);
    CHECK(out[0] == INFINITY && out[1] == -INFINITY && isnan(out[2]) && isnan(out[5]));
    CHECK((kernel_flags_take() & (KERNEL_DIVIDE | KERNEL_INVALID)) == 9);
    run2(K_FLOOR_DIVIDE, DT_FLOAT64, a + 3, b + 3, out, 8, 8, 8, 3);
    CHECK(out[0] == 3 && out[1] == -4 && isnan(out[2]));
    run2(K_REMAINDER, DT_FLOAT64, a + 3, b + 3, out, 8, 8, 8, 3);
    CHECK(out[0] == 1.5 && out[1] == 0.5 && isnan(out[2]));
    CHECK((kernel_flags_take() & KERNEL_INVALID) == 0);
    run2(K_MAXIMUM, DT_FLOAT64, a + 4, b + 4, out, 8, 8, 8, 3);
    CHECK(out[0] == 2 && isnan(out[1]) && out[2] == INFINITY);
    run2(K_FMAX, DT_FLOAT64, a + 4, b + 4, out, 8, 8, 8, 3);
    CHECK(out[0] == 2 && out[1] == 1);
    int64_t whole[7];
    run1(kernel_cast(DT_FLOAT64, DT_INT64), a, whole, 8, 8, 7);
    CHECK(whole[3] == 7 && whole[4] == -7 && whole[5] == INT64_MIN && whole[6] == INT64_MIN);
    CHECK(kernel_flags_take() & KERNEL_INVALID);
}

static void test_reductions(void)
{
    static double values[5000];
    uint64_t state = 1;
    for (int i = 0; i < 5000; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        values[i] = (double)(state >> 11) / 9007199254740992.0;
    }
    static const struct {
        intptr_t n;
        double sum;
    } sums[] = {
        {1, 0x1.b15dbeb10ff40p-2},    {7, 0x1.e8286dcb4364cp+1},    {8, 0x1.f08816c1fdc89p+1},
        {9, 0x1.2e021df5a1138p+2},    {15, 0x1.e2c315f5a383fp+2},   {100, 0x1.853d60438f22ep+5},
        {127, 0x1.f6a0754c2df69p+5},  {128, 0x1.fdec2661b3f56p+5},  {129, 0x1.ff30f38614650p+5},
        {136, 0x1.11c3b112a6d30p+6},  {1000, 0x1.fbf22806bfd69p+8}, {1023, 0x1.0320ef66e7567p+9},
        {5000, 0x1.3ad3cbcda6300p+11}};
    for (size_t i = 0; i < COUNT_OF(sums); i++) {
        double acc = 0;
        kernel_reduction(REDUCE_SUM, DT_FLOAT64).inner((char *)&acc, (char *)values, 8, sums[i].n);
        CHECK(acc == sums[i].sum);
    }
    uint8_t bytes[N];
    for (int i = 0; i < N; i++)
        bytes[i] = (uint8_t)(250 - i % 3);
    uint64_t total = 0;
    Reduction sum = kernel_reduction(REDUCE_SUM, DT_UINT8);
    sum.inner((char *)&total, (char *)bytes, 1, N);
    CHECK(sum.acc == DT_UINT64 && total == 74700);
    uint64_t running[3];
    run1(sum.running, bytes, running, 1, 8, 3);
    CHECK(running[2] == 747);
    double least = values[0];
    values[100] = NAN;
    kernel_reduction(REDUCE_MIN, DT_FLOAT64).inner((char *)&least, (char *)values, 8, 5000);
    CHECK(isnan(least) && kernel_argmin(DT_FLOAT64)((char *)values, 8, 5000) == 100);
    CHECK(kernel_argmax(DT_UINT8)((char *)bytes, 1, N) == 0);
    char none = 1, any = 0;
    kernel_reduction(REDUCE_ALL, DT_UINT8).inner(&none, (char *)bytes, 1, N);
    kernel_reduction(REDUCE_ANY, DT_UINT8).inner(&any, (char *)bytes, 1, N);
    CHECK(none == 1 && any == 1 && kernel_count_nonzero(DT_UINT8)((char *)bytes, 1, N) == N);
}

static void test_order(void)
{
    static double keys[5000];
    static int64_t order[5000], scratch[5000];
    static const struct {
        int n, modulus;
        uint64_t hash;
    } sorts[] = {{5, 3, 16003839205390896814u},    {16, 4, 8733562712790865342u},
                 {17, 4, 11573975745795406890u},   {18, 4, 12389603623815841213u},
                 {40, 7, 1930426309887690670u},    {100, 5, 853807355102656152u},
                 {1000, 10, 8336891755190100706u}, {1000, 1073741824, 12205821411087888948u},
                 {5000, 3, 17867158675152532362u}, {5000, 100, 7648315563792343230u}};
    for (size_t i = 0; i < COUNT_OF(sorts); i++) {
        int n = sorts[i].n;
        uint64_t state = 1, hash = 0;
        for (int j = 0; j < n; j++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            keys[j] = (double)((state >> 33) % (uint64_t)sorts[i].modulus);
            order[j] = j;
        }
        kernel_argsort(DT_FLOAT64)((char *)keys, order, n, NULL);
        for (int j = 0; j < n; j++)
            hash = hash * 1000003 + (uint64_t)order[j];
        CHECK(hash == sorts[i].hash);
        for (int j = 0; j < n; j++)
            order[j] = j;
        kernel_argsort_stable(DT_FLOAT64)((char *)keys, order, n, scratch);
        bool stable = true;
        for (int j = 1; j < n; j++) {
            double p = keys[order[j - 1]], q = keys[order[j]];
            stable &= p < q || (p == q && order[j - 1] < order[j]);
        }
        CHECK(stable);
        kernel_sort(DT_FLOAT64)((char *)keys, n);
        for (int j = 1; j < n; j++)
            stable &= keys[j - 1] <= keys[j];
        CHECK(stable);
    }
    double sorted[] = {1, 2, 2, 3, NAN}, wanted[] = {2, 0, 5, NAN};
    int64_t left[4], right[4];
    char *ptrs[] = {(char *)sorted, (char *)wanted, (char *)left};
    kernel_search(DT_FLOAT64, false)(ptrs, (intptr_t[]){8, 8, 8}, 5, 4);
    ptrs[2] = (char *)right;
    kernel_search(DT_FLOAT64, true)(ptrs, (intptr_t[]){8, 8, 8}, 5, 4);
    CHECK(left[0] == 1 && left[1] == 0 && left[2] == 4 && left[3] == 4);
    CHECK(right[0] == 3 && right[1] == 0 && right[2] == 4 && right[3] == 5);
}

static void test_promotion(void)
{
    CHECK(promote_types(DT_INT8, DT_UINT8) == DT_INT16);
    CHECK(promote_types(DT_INT64, DT_UINT64) == DT_FLOAT64);
    CHECK(promote_types(DT_INT32, DT_FLOAT32) == DT_FLOAT64);
    CHECK(promote_types(DT_UINT16, DT_FLOAT32) == DT_FLOAT32);
    CHECK(promote_can_cast(DT_FLOAT64, DT_FLOAT32, CASTING_SAME_KIND));
    CHECK(!promote_can_cast(DT_FLOAT64, DT_INT64, CASTING_SAME_KIND));
    PromoteOperand array = {.type = DT_UINT8}, scalar = {.type = DT_INT64, .is_scalar = true};
    scalar.value.i = 255;
    CHECK(promote_operands((PromoteOperand[]){array, scalar}, 2) == DT_UINT8);
    scalar.value.i = -1;
    CHECK(promote_operands((PromoteOperand[]){array, scalar}, 2) == DT_INT16);
    array.type = DT_INT8;
    scalar.value.i = 128;
    CHECK(promote_operands((PromoteOperand[]){array, scalar}, 2) == DT_INT16);
    scalar = (PromoteOperand){.type = DT_FLOAT64, .is_scalar = true, .value.f = 0.5};
    CHECK(promote_operands((PromoteOperand[]){array, scalar}, 2) == DT_FLOAT64);
    array.type = DT_FLOAT32;
    CHECK(promote_operands((PromoteOperand[]){array, scalar}, 2) == DT_FLOAT32);
    scalar.value.f = 1e300;
    CHECK(promote_operands((PromoteOperand[]){array, scalar}, 2) == DT_FLOAT64);
    DType loop, result;
    CHECK(kernel_resolve(K_SUBTRACT, DT_BOOL, &loop, &result) == RESOLVE_BOOL_SUBTRACT);
    CHECK(kernel_resolve(K_SQRT, DT_UINT8, &loop, &result) == RESOLVE_FLOAT16);
    CHECK(kernel_resolve(K_SQRT, DT_INT16, &loop, &result) == RESOLVE_OK && result == DT_FLOAT32);
    CHECK(kernel_resolve(K_DIVIDE, DT_UINT8, &loop, &result) == RESOLVE_OK && loop == DT_FLOAT64);
    CHECK(kernel_resolve(K_LESS, DT_INT32, &loop, &result) == RESOLVE_OK && result == DT_BOOL);
    CHECK(dtype_parse("<f8", 3) == DT_FLOAT64 && dtype_parse("u1", 2) == DT_UINT8);
    CHECK(dtype_parse("float16", 7) == DT_NONE && dtype_parse(">i4", 3) == DT_NONE);
}

int main(void)
{
    test_loops_agree();
    test_integers();
    test_floats();
    test_reductions();
    test_order();
    test_promotion();
    return check_summary();
}
