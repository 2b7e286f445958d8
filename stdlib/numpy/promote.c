#include "stdlib/numpy/promote.h"

#include <math.h>

DType promote_types(DType a, DType b)
{
    const DTypeInfo *x = &dtype_info[a], *y = &dtype_info[b];
    if (a == b || y->kind == 'b')
        return a;
    if (x->kind == 'b')
        return b;
    if (x->kind == y->kind)
        return x->size > y->size ? a : b;
    if (y->kind == 'f' || (x->kind == 'u' && y->kind == 'i')) {
        const DTypeInfo *t = x;
        x = y, y = t;
    }
    /* now x is a float and y an integer, or x is signed and y unsigned */
    if (x->kind == 'f')
        return x->size == 8 || y->size >= 4 ? DT_FLOAT64 : DT_FLOAT32;
    size_t size = MAX(x->size, 2u * y->size);
    return size > 8 ? DT_FLOAT64 : dtype_of('i', size);
}

static int kind_order(DType type)
{
    static const char kinds[] = "buif";
    return (int)(strchr(kinds, dtype_info[type].kind) - kinds);
}

bool promote_can_cast(DType from, DType to, Casting casting)
{
    switch (casting) {
    case CASTING_NO:
    case CASTING_EQUIV:
        return from == to;
    case CASTING_SAFE:
        return promote_types(from, to) == to;
    case CASTING_SAME_KIND:
        return kind_order(from) <= kind_order(to);
    default:
        return true;
    }
}

int promote_casting(const char *text, size_t len)
{
    static const char *const names[] = {"no", "equiv", "safe", "same_kind", "unsafe"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strlen(names[i]) == len && memcmp(names[i], text, len) == 0)
            return (int)i;
    }
    return -1;
}

static DType min_unsigned(uint64_t n, bool *is_small)
{
    size_t size = n <= UINT8_MAX ? 1 : n <= UINT16_MAX ? 2 : n <= UINT32_MAX ? 4 : 8;
    *is_small = n >> (8 * size - 1) == 0;
    return dtype_of('u', size);
}

static DType min_signed(int64_t n)
{
    size_t size = n >= INT8_MIN ? 1 : n >= INT16_MIN ? 2 : n >= INT32_MIN ? 4 : 8;
    return dtype_of('i', size);
}

DType promote_min_scalar(PromoteOperand scalar, bool *is_small)
{
    bool ignored;
    is_small = is_small == NULL ? &ignored : is_small;
    *is_small = false;
    switch (dtype_info[scalar.type].kind) {
    case 'i':
        return scalar.value.i < 0 ? min_signed(scalar.value.i)
                                  : min_unsigned((uint64_t)scalar.value.i, is_small);
    case 'u':
        return min_unsigned(scalar.value.u, is_small);
    case 'f': {
        bool wide = isfinite(scalar.value.f) && fabs(scalar.value.f) >= 3.4e38;
        return wide ? scalar.type : DT_FLOAT32;
    }
    default:
        return scalar.type;
    }
}

static int category(DType type)
{
    char kind = dtype_info[type].kind;
    return kind == 'b' ? 0 : kind == 'f' ? 2 : 1;
}

/* Values count when there are both arrays and scalars and no scalar is of a higher category than
 * all arrays. */
static bool is_value_based(const PromoteOperand *operands, int count)
{
    int scalar = -1, array = -1;
    for (int i = 0; i < count; i++) {
        int *highest = operands[i].is_scalar ? &scalar : &array;
        *highest = MAX(*highest, category(operands[i].type));
    }
    return scalar >= 0 && array >= scalar;
}

/* A small unsigned value takes the sign of the type it meets. */
static DType meet(DType small, DType other)
{
    if (dtype_info[small].kind == 'u' && dtype_info[other].kind == 'i')
        return dtype_of('i', dtype_size(small));
    return small;
}

/* By types alone. Floats first: int8 with uint16 makes int32, whose float is float64, although both
 * fit float32. */
static DType promote_all(const PromoteOperand *operands, int count)
{
    DType result = DT_BOOL;
    for (int floats = 1; floats >= 0; floats--) {
        for (int i = 0; i < count; i++) {
            if (dtype_is_float(operands[i].type) == floats)
                result = promote_types(result, operands[i].type);
        }
    }
    return result;
}

DType promote_operands(const PromoteOperand *operands, int count)
{
    if (!is_value_based(operands, count))
        return promote_all(operands, count);
    DType result = DT_BOOL;
    bool result_small = false;
    for (int i = 0; i < count; i++) {
        bool small = false;
        DType type = operands[i].type;
        if (operands[i].is_scalar)
            type = promote_min_scalar(operands[i], &small);
        if (i == 0) {
            result = type;
            result_small = small;
            continue;
        }
        if (small && !result_small)
            type = meet(type, result);
        else if (result_small && !small)
            result = meet(result, type);
        result = promote_types(result, type);
        result_small = result_small && small;
    }
    return result;
}

bool promote_can_cast_scalar(PromoteOperand scalar, DType to, Casting casting)
{
    bool small;
    DType least = promote_min_scalar(scalar, &small);
    if (small)
        least = meet(least, to);
    return promote_can_cast(least, to, casting);
}

DType promote_sum(DType type)
{
    char kind = dtype_info[type].kind;
    return kind == 'u' ? DT_UINT64 : kind == 'f' ? type : DT_INT64;
}
