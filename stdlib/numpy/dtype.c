#include "stdlib/numpy/dtype.h"

const DTypeInfo dtype_info[DTYPE_COUNT] = {
#define X(arg, NAME, name_, T, U, text, kind_, code_, str_, num_)                                  \
    {.name = text, .str = str_, .kind = kind_, .code = code_, .size = sizeof(T), .num = num_},
    DTYPES(X, )
#undef X
};

/* Further names; those of the C types mean what they are on a 64-bit Unix. */
static const struct {
    const char *name;
    DType type;
} aliases[] = {
    {"bool_", DT_BOOL},    {"bool8", DT_BOOL},       {"int", DT_INT64},
    {"int_", DT_INT64},    {"long", DT_INT64},       {"longlong", DT_INT64},
    {"intp", DT_INT64},    {"int0", DT_INT64},       {"p", DT_INT64},
    {"q", DT_INT64},       {"uint", DT_UINT64},      {"ulong", DT_UINT64},
    {"uintp", DT_UINT64},  {"uint0", DT_UINT64},     {"P", DT_UINT64},
    {"Q", DT_UINT64},      {"ulonglong", DT_UINT64}, {"byte", DT_INT8},
    {"ubyte", DT_UINT8},   {"short", DT_INT16},      {"ushort", DT_UINT16},
    {"intc", DT_INT32},    {"uintc", DT_UINT32},     {"single", DT_FLOAT32},
    {"float", DT_FLOAT64}, {"float_", DT_FLOAT64},   {"double", DT_FLOAT64},
};

DType dtype_of(char kind, size_t size)
{
    for (int i = 0; i < DTYPE_COUNT; i++) {
        if (dtype_info[i].kind == kind && dtype_info[i].size == size)
            return (DType)i;
    }
    return DT_NONE;
}

static bool is_same(const char *text, size_t len, const char *name)
{
    return strlen(name) == len && memcmp(text, name, len) == 0;
}

DType dtype_parse(const char *text, size_t len)
{
    for (int i = 0; i < DTYPE_COUNT; i++) {
        const DTypeInfo *info = &dtype_info[i];
        if (is_same(text, len, info->name) || (len == 1 && text[0] == info->code))
            return (DType)i;
    }
    for (size_t i = 0; i < COUNT_OF(aliases); i++) {
        if (is_same(text, len, aliases[i].name))
            return aliases[i].type;
    }
    if (len > 0 && (text[0] == '<' || text[0] == '=' || text[0] == '|')) {
        text++, len--;
        if (len == 1)
            return dtype_parse(text, len);
    }
    if (len == 2 && text[1] >= '1' && text[1] <= '8')
        return dtype_of(text[0], (size_t)(text[1] - '0'));
    return DT_NONE;
}
