/* dtype.h: the element types of arrays. THE table: each type's C type, name, kind and codes come
 * from it, here and in every kernel. The invariant: an element is stored in native byte order and
 * aligned to its size; a bool is one byte, 0 or 1.
 */
#ifndef STDLIB_NUMPY_DTYPE_H
#define STDLIB_NUMPY_DTYPE_H

#include "runtime/base.h"

/* X(arg, NAME, name, C type, unsigned C type, "python name", kind, code, "array protocol string",
 *   NumPy's number). `arg` is whatever the user of the table passes through. */
#define DTYPES_BOOL(X, arg) X(arg, BOOL, bool8, uint8_t, uint8_t, "bool", 'b', '?', "|b1", 0)
#define DTYPES_SIGNED(X, arg)                                                                      \
    X(arg, INT8, int8, int8_t, uint8_t, "int8", 'i', 'b', "|i1", 1)                                \
    X(arg, INT16, int16, int16_t, uint16_t, "int16", 'i', 'h', "<i2", 3)                           \
    X(arg, INT32, int32, int32_t, uint32_t, "int32", 'i', 'i', "<i4", 5)                           \
    X(arg, INT64, int64, int64_t, uint64_t, "int64", 'i', 'l', "<i8", 7)
#define DTYPES_UNSIGNED(X, arg)                                                                    \
    X(arg, UINT8, uint8, uint8_t, uint8_t, "uint8", 'u', 'B', "|u1", 2)                            \
    X(arg, UINT16, uint16, uint16_t, uint16_t, "uint16", 'u', 'H', "<u2", 4)                       \
    X(arg, UINT32, uint32, uint32_t, uint32_t, "uint32", 'u', 'I', "<u4", 6)                       \
    X(arg, UINT64, uint64, uint64_t, uint64_t, "uint64", 'u', 'L', "<u8", 8)
#define DTYPES_FLOAT(X, arg)                                                                       \
    X(arg, FLOAT32, float32, float, uint32_t, "float32", 'f', 'f', "<f4", 11)                      \
    X(arg, FLOAT64, float64, double, uint64_t, "float64", 'f', 'd', "<f8", 12)

#define DTYPES_INT(X, arg) DTYPES_SIGNED(X, arg) DTYPES_UNSIGNED(X, arg)
#define DTYPES(X, arg) DTYPES_BOOL(X, arg) DTYPES_INT(X, arg) DTYPES_FLOAT(X, arg)

typedef enum {
    DT_NONE = -1,
#define X(arg, NAME, ...) DT_##NAME,
    DTYPES(X, )
#undef X
        DTYPE_COUNT
} DType;

typedef struct {
    const char *name;
    const char *str; /* the array protocol's string, such as "<f8" */
    char kind;       /* 'b' bool, 'i' signed, 'u' unsigned, 'f' float */
    char code;       /* dtype.char */
    uint8_t size;    /* bytes of an element, and its alignment */
    uint8_t num;     /* dtype.num */
} DTypeInfo;

/* Facts about each type, indexed by DType. */
extern const DTypeInfo dtype_info[DTYPE_COUNT];

static inline size_t dtype_size(DType type)
{
    return dtype_info[type].size;
}

static inline bool dtype_is_float(DType type)
{
    return dtype_info[type].kind == 'f';
}

static inline bool dtype_is_integer(DType type)
{
    return dtype_info[type].kind == 'i' || dtype_info[type].kind == 'u';
}

/* The type of that kind and size; DT_NONE if there is none. */
DType dtype_of(char kind, size_t size);

/* The type a string names: "float64", "f8", "<f8", "d", "float", ...; DT_NONE if it names none. */
DType dtype_parse(const char *text, size_t len);

#endif
