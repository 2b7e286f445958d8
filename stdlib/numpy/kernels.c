#include "stdlib/numpy/kernels.h"

#include <fenv.h>

#include "stdlib/numpy/kernel_loops.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

const KernelInfo kernel_info[KERNEL_COUNT] = {
#define X(NAME, name, inputs, class, quiet) {#name, inputs, CLASS_##class, quiet},
    KERNELS(X)
#undef X
};

static const struct {
    const char *name;
    KernelOp op;
} aliases[] = {
    {"true_divide", K_DIVIDE}, {"mod", K_REMAINDER},      {"abs", K_ABSOLUTE},
    {"conj", K_CONJUGATE},     {"bitwise_not", K_INVERT}, {"radians", K_DEG2RAD},
    {"degrees", K_RAD2DEG},
};

static Kernel find(KernelOp op, DType type)
{
    KernelRow (*const rows[])(KernelOp) = {kernels_arith_row, kernels_logic_row, kernels_math_row};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Kernel found = rows[i](op)[type];
        if (found != NULL)
            return found;
    }
    return NULL;
}

Kernel kernel_find(KernelOp op, DType type)
{
    Kernel found = find(op, type);
    KernelClass class = kernel_info[op].class;
    char kind = dtype_info[type].kind;
    if (found != NULL || kind == 'u' || kind == 'f')
        return found;
    if (kind == 'b' && class != CLASS_ALL && class != CLASS_COMPARE && class != CLASS_BITS)
        return NULL;
    return find(op, dtype_of('u', dtype_size(type)));
}

static bool is_same(const char *text, size_t len, const char *name)
{
    return strlen(name) == len && memcmp(text, name, len) == 0;
}

int kernel_named(const char *name, size_t len)
{
    for (int i = 0; i < KERNEL_COUNT; i++) {
        if (is_same(name, len, kernel_info[i].name))
            return i;
    }
    for (size_t i = 0; i < COUNT_OF(aliases); i++) {
        if (is_same(name, len, aliases[i].name))
            return (int)aliases[i].op;
    }
    return -1;
}

/* The float in which a function of floats takes this type; DT_NONE for float16. */
static DType float_for(DType type)
{
    const DTypeInfo *info = &dtype_info[type];
    if (info->kind == 'f')
        return type;
    return info->size == 1 ? DT_NONE : info->size == 2 ? DT_FLOAT32 : DT_FLOAT64;
}

Resolve kernel_resolve(KernelOp op, DType common, DType *loop, DType *result)
{
    char kind = dtype_info[common].kind;
    *loop = common;
    switch ((KernelClass)kernel_info[op].class) {
    case CLASS_ALL:
    case CLASS_COMPARE:
        break;
    case CLASS_STRICT:
        if (kind == 'b')
            return op == K_SUBTRACT   ? RESOLVE_BOOL_SUBTRACT
                   : op == K_NEGATIVE ? RESOLVE_BOOL_NEGATIVE
                                      : RESOLVE_NO_SIGNATURE;
        break;
    case CLASS_BITS:
        if (kind == 'f')
            return RESOLVE_NO_LOOP;
        break;
    case CLASS_INT:
        if (kind == 'f')
            return RESOLVE_NO_LOOP;
        if (kind == 'b' && (op == K_GCD || op == K_LCM))
            return RESOLVE_NO_SIGNATURE;
        *loop = kind == 'b' ? DT_INT8 : common;
        break;
    case CLASS_NUMBER:
        *loop = kind == 'b' ? DT_INT8 : common;
        break;
    case CLASS_DIVIDE:
        *loop = kind == 'f' && op != K_FLOAT_POWER ? common : DT_FLOAT64;
        break;
    case CLASS_TEST: /* the answer is the same in float16 and in float32 */
        *loop = dtype_size(common) == 1 ? DT_FLOAT32 : float_for(common);
        break;
    case CLASS_FLOAT:
        *loop = float_for(common);
        if (*loop == DT_NONE)
            return RESOLVE_FLOAT16;
        break;
    }
    KernelClass class = kernel_info[op].class;
    *result = class == CLASS_COMPARE || class == CLASS_TEST ? DT_BOOL : *loop;
    return RESOLVE_OK;
}

bool kernel_reduce_identity(ReduceOp op, DType acc, char *out)
{
    if (op == REDUCE_MIN || op == REDUCE_MAX)
        return false;
    char one = op == REDUCE_PROD || op == REDUCE_ALL;
    intptr_t none[2] = {0, 0};
    kernel_cast(DT_INT8, acc)((char *[]){&one, out}, none, 1);
    return true;
}

/* ---- flags ---- */

static unsigned raised; /* by hand; the rest are the processor's */

#if defined(__SSE2__)

/* The control register directly: the C library's functions look after the old x87 unit as well,
 * which costs more than a small array's whole operation. */
void kernel_flags_clear(void)
{
    raised = 0;
    unsigned status = _mm_getcsr();
    if (status & 0x3f)
        _mm_setcsr(status & ~0x3fu);
}

unsigned kernel_flags_take(void)
{
    unsigned status = _mm_getcsr(), flags = raised;
    flags |= status & _MM_EXCEPT_DIV_ZERO ? KERNEL_DIVIDE : 0;
    flags |= status & _MM_EXCEPT_OVERFLOW ? KERNEL_OVERFLOW : 0;
    flags |= status & _MM_EXCEPT_UNDERFLOW ? KERNEL_UNDERFLOW : 0;
    flags |= status & _MM_EXCEPT_INVALID ? KERNEL_INVALID : 0;
    kernel_flags_clear();
    return flags;
}

#else

void kernel_flags_clear(void)
{
    raised = 0;
    feclearexcept(FE_ALL_EXCEPT);
}

unsigned kernel_flags_take(void)
{
    unsigned flags = raised;
    flags |= fetestexcept(FE_DIVBYZERO) ? KERNEL_DIVIDE : 0;
    flags |= fetestexcept(FE_OVERFLOW) ? KERNEL_OVERFLOW : 0;
    flags |= fetestexcept(FE_UNDERFLOW) ? KERNEL_UNDERFLOW : 0;
    flags |= fetestexcept(FE_INVALID) ? KERNEL_INVALID : 0;
    kernel_flags_clear();
    return flags;
}

#endif

void kernel_raise(unsigned flags)
{
    raised |= flags;
}
