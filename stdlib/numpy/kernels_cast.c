/* A loop for every pair of types. */
#include "stdlib/numpy/kernel_loops.h"

/* Out of an integer's range a float becomes what x86-64's truncation to 32 or 64 bits leaves in the
 * low bits (the least number of that width), raising the invalid flag. */
static inline uint64_t unsigned_from(double a)
{
    const double top = 9223372036854775808.0;
    return a >= top ? (uint64_t)(int64_t)(a - top) ^ UINT64_C(1) << 63 : (uint64_t)(int64_t)a;
}

#define FROM_FLOAT_bool8(R) a != 0
#define FROM_FLOAT_int8(R) (int32_t) a
#define FROM_FLOAT_int16(R) (int32_t) a
#define FROM_FLOAT_int32(R) (int32_t) a
#define FROM_FLOAT_int64(R) (int64_t) a
#define FROM_FLOAT_uint8(R) (int32_t) a
#define FROM_FLOAT_uint16(R) (int32_t) a
#define FROM_FLOAT_uint32(R) (int64_t) a
#define FROM_FLOAT_uint64(R) unsigned_from((double)a)
#define FROM_FLOAT_float32(R) a
#define FROM_FLOAT_float64(R) a

#define MAKE_FROM_FLOAT(from, NAME, name, R, ...)                                                  \
    UNARY(from##_to_##name, C_##from, uint8_t, R, FROM_FLOAT_##name(R))
#define MAKE_PLAIN(from, NAME, name, R, ...) UNARY(from##_to_##name, C_##from, uint8_t, R, a)
#define MAKE_TRUTH(from, NAME, name, R, ...) UNARY(from##_to_##name, C_##from, uint8_t, R, a != 0)

/* The C types by name, for the table inside the table. */
#define X(_, NAME, name, T, ...) typedef T C_##name;
DTYPES_INT(X, )
DTYPES_FLOAT(X, )
#undef X

/* To a signed integer and to its unsigned twin leave the same bits: one loop. */
#define ALL_FROM_INT(from)                                                                         \
    DTYPES_BOOL(MAKE_TRUTH, from)                                                                  \
    DTYPES_UNSIGNED(MAKE_PLAIN, from)                                                              \
    DTYPES_FLOAT(MAKE_PLAIN, from)

ALL_FROM_INT(int8)
ALL_FROM_INT(int16)
ALL_FROM_INT(int32)
ALL_FROM_INT(int64)
ALL_FROM_INT(uint8)
ALL_FROM_INT(uint16)
ALL_FROM_INT(uint32)
ALL_FROM_INT(uint64)
DTYPES(MAKE_FROM_FLOAT, float32)
DTYPES(MAKE_FROM_FLOAT, float64)

#define CAST_ENTRY(from, NAME, name, ...) [DT_##NAME] = from##_to_##name,
#define ROW_INT(FROM, from)                                                                        \
    [DT_##FROM] = {DTYPES_BOOL(CAST_ENTRY, from) DTYPES_UNSIGNED(CAST_ENTRY, from)                 \
                       DTYPES_FLOAT(CAST_ENTRY, from)}

static const Kernel table[DTYPE_COUNT][DTYPE_COUNT] = {
    ROW_INT(BOOL, uint8),
    ROW_INT(INT8, int8),
    ROW_INT(INT16, int16),
    ROW_INT(INT32, int32),
    ROW_INT(INT64, int64),
    ROW_INT(UINT8, uint8),
    ROW_INT(UINT16, uint16),
    ROW_INT(UINT32, uint32),
    ROW_INT(UINT64, uint64),
    [DT_FLOAT32] = {DTYPES(CAST_ENTRY, float32)},
    [DT_FLOAT64] = {DTYPES(CAST_ENTRY, float64)},
};

Kernel kernel_cast(DType from, DType to)
{
    Kernel found = table[from][to];
    return found != NULL ? found : table[from][dtype_of('u', dtype_size(to))];
}
