/* Sorting and searching. The quick sort is introsort (Musser 1997) over a median-of-three quicksort
 * that leaves runs of 16 to insertion, making the very comparisons NumPy's makes, so that equal
 * elements of an argsort end up in the same places. Written once for elements of any size and
 * inlined for each type; an element is a value, or an index that stands for one. */
#include "stdlib/numpy/kernel_loops.h"

enum { SMALL = 16, MAX_PENDING = 64 }; /* elements left to insertion; parts that wait */

/* Is the element at `a` before the one at `b`? keys: the values, where elements are indices. */
typedef bool Less(const void *keys, const char *a, const char *b);

typedef struct {
    char bytes[8];
} Item;

static always_inline Item item_at(const char *p, size_t size)
{
    Item item;
    memcpy(item.bytes, p, size);
    return item;
}

static always_inline void item_put(char *p, Item item, size_t size)
{
    memcpy(p, item.bytes, size);
}

static always_inline void item_swap(char *p, char *q, size_t size)
{
    Item kept = item_at(p, size);
    item_put(p, item_at(q, size), size);
    item_put(q, kept, size);
}

static always_inline void insertion_sort(char *low, char *high, size_t size, Less less,
                                         const void *keys)
{
    for (char *p = low + size; p <= high; p += size) {
        Item moved = item_at(p, size);
        char *hole = p, *q = p - size;
        for (; hole > low && less(keys, moved.bytes, q); hole = q, q -= size)
            item_put(hole, item_at(q, size), size);
        item_put(hole, moved, size);
    }
}

/* Lets the element `moved` sink from place `i` (counted from 1) in a heap of n. */
static always_inline void heap_sink(char *base, size_t i, size_t n, Item moved, size_t size,
                                    Less less, const void *keys)
{
    char *from_one = base - size;
    for (size_t j = 2 * i; j <= n; j = 2 * i) {
        if (j < n && less(keys, from_one + j * size, from_one + (j + 1) * size))
            j++;
        if (!less(keys, moved.bytes, from_one + j * size))
            break;
        item_put(from_one + i * size, item_at(from_one + j * size, size), size);
        i = j;
    }
    item_put(from_one + i * size, moved, size);
}

static always_inline void heap_sort(char *base, size_t n, size_t size, Less less, const void *keys)
{
    for (size_t i = n / 2; i > 0; i--)
        heap_sink(base, i, n, item_at(base + (i - 1) * size, size), size, less, keys);
    while (n > 1) {
        Item moved = item_at(base + (n - 1) * size, size);
        item_put(base + (n - 1) * size, item_at(base, size), size);
        heap_sink(base, 1, --n, moved, size, less, keys);
    }
}

/* Splits low .. high around the median of three; returns where the pivot ends up. */
static always_inline char *partition(char *low, char *high, size_t size, Less less,
                                     const void *keys)
{
    char *middle = low + (size_t)(high - low) / size / 2 * size;
    if (less(keys, middle, low))
        item_swap(middle, low, size);
    if (less(keys, high, middle))
        item_swap(high, middle, size);
    if (less(keys, middle, low))
        item_swap(middle, low, size);
    Item pivot = item_at(middle, size);
    char *i = low, *j = high - size;
    item_swap(middle, j, size);
    for (;;) {
        do
            i += size;
        while (less(keys, i, pivot.bytes));
        do
            j -= size;
        while (less(keys, pivot.bytes, j));
        if (i >= j)
            break;
        item_swap(i, j, size);
    }
    item_swap(i, high - size, size);
    return i;
}

/* The larger part waits on the stack, so that there are at most log2(n) of them; one that has been
 * split too often when its turn comes goes to the heap sort. */
static always_inline void introsort(char *base, intptr_t n, size_t size, Less less,
                                    const void *keys)
{
    struct {
        char *low, *high;
        int depth;
    } pending[MAX_PENDING];
    int waiting = 0;
    if (n < 2)
        return;
    char *low = base, *high = base + (size_t)(n - 1) * size;
    int depth = 2 * (63 - __builtin_clzll((uint64_t)n));
    for (;;) {
        if (unlikely(depth < 0)) {
            heap_sort(low, (size_t)(high - low) / size + 1, size, less, keys);
        } else {
            while (high - low >= (intptr_t)(SMALL * size)) {
                char *pivot = partition(low, high, size, less, keys);
                depth--;
                pending[waiting].depth = depth;
                if (pivot - low < high - pivot) {
                    pending[waiting].low = pivot + size;
                    pending[waiting++].high = high;
                    high = pivot - size;
                } else {
                    pending[waiting].low = low;
                    pending[waiting++].high = pivot - size;
                    low = pivot + size;
                }
            }
            insertion_sort(low, high, size, less, keys);
        }
        if (waiting == 0)
            return;
        waiting--;
        low = pending[waiting].low;
        high = pending[waiting].high;
        depth = pending[waiting].depth;
    }
}

/* Bottom-up merge sort of indices: runs of SMALL by insertion, then doubled between two arrays. */
static always_inline void merge_sort(int64_t *order, intptr_t n, int64_t *scratch, Less less,
                                     const void *keys)
{
    for (intptr_t at = 0; at < n; at += SMALL) {
        intptr_t last = MIN(at + SMALL, n) - 1;
        insertion_sort((char *)(order + at), (char *)(order + last), sizeof *order, less, keys);
    }
    int64_t *from = order, *to = scratch;
    for (intptr_t width = SMALL; width < n; width *= 2) {
        for (intptr_t at = 0; at < n; at += 2 * width) {
            intptr_t left = at, middle = MIN(at + width, n), right = middle;
            intptr_t end = MIN(at + 2 * width, n);
            for (intptr_t out = at; out < end; out++) {
                bool take_right =
                    left == middle || (right < end && less(keys, (const char *)(from + right),
                                                           (const char *)(from + left)));
                to[out] = take_right ? from[right++] : from[left++];
            }
        }
        int64_t *t = from;
        from = to, to = t;
    }
    if (from != order)
        memcpy(order, from, (size_t)n * sizeof *order);
}

/* ---- for each type: values in order, a nan after every number ---- */

#define BEFORE_INT(a, b) a < b
#define BEFORE_FLOAT(a, b) (a < b) | ((b != b) & (a == a))

#define DEFINE_SORT(BEFORE, NAME, name, T, ...)                                                    \
    static always_inline bool before_##name(T a, T b)                                              \
    {                                                                                              \
        return BEFORE(a, b);                                                                       \
    }                                                                                              \
    static always_inline bool less_##name(const void *keys, const char *a, const char *b)          \
    {                                                                                              \
        (void)keys;                                                                                \
        T x, y;                                                                                    \
        memcpy(&x, a, sizeof x);                                                                   \
        memcpy(&y, b, sizeof y);                                                                   \
        return before_##name(x, y);                                                                \
    }                                                                                              \
    static always_inline bool less_index_##name(const void *keys, const char *a, const char *b)    \
    {                                                                                              \
        int64_t i, j;                                                                              \
        memcpy(&i, a, sizeof i);                                                                   \
        memcpy(&j, b, sizeof j);                                                                   \
        return before_##name(((const T *)keys)[i], ((const T *)keys)[j]);                          \
    }                                                                                              \
    static void sort_##name(char *data, intptr_t n)                                                \
    {                                                                                              \
        introsort(data, n, sizeof(T), less_##name, NULL);                                          \
    }                                                                                              \
    static void argsort_##name(const char *data, int64_t *order, intptr_t n, int64_t *scratch)     \
    {                                                                                              \
        (void)scratch;                                                                             \
        introsort((char *)order, n, sizeof *order, less_index_##name, data);                       \
    }                                                                                              \
    static void argsort_stable_##name(const char *data, int64_t *order, intptr_t n,                \
                                      int64_t *scratch)                                            \
    {                                                                                              \
        merge_sort(order, n, scratch, less_index_##name, data);                                    \
    }

DTYPES_BOOL(DEFINE_SORT, BEFORE_INT)
DTYPES_INT(DEFINE_SORT, BEFORE_INT)
DTYPES_FLOAT(DEFINE_SORT, BEFORE_FLOAT)

/* Binary search; keys that ascend find half of their bounds already known. */
#define DEFINE_SEARCH(_, NAME, name, T, ...)                                                       \
    static always_inline void search_##name(char **ptrs, const intptr_t *strides, intptr_t sorted, \
                                            intptr_t keys, bool right)                             \
    {                                                                                              \
        for (intptr_t i = 0; i < keys; i++) {                                                      \
            T key = *(const T *)(ptrs[1] + i * strides[1]);                                        \
            intptr_t low = 0, high = sorted;                                                       \
            while (low < high) {                                                                   \
                intptr_t middle = low + (high - low) / 2;                                          \
                T value = *(const T *)(ptrs[0] + middle * strides[0]);                             \
                if (right ? !before_##name(key, value) : before_##name(value, key))                \
                    low = middle + 1;                                                              \
                else                                                                               \
                    high = middle;                                                                 \
            }                                                                                      \
            *(int64_t *)(ptrs[2] + i * strides[2]) = low;                                          \
        }                                                                                          \
    }                                                                                              \
    static void search_left_##name(char **ptrs, const intptr_t *strides, intptr_t sorted,          \
                                   intptr_t keys)                                                  \
    {                                                                                              \
        search_##name(ptrs, strides, sorted, keys, false);                                         \
    }                                                                                              \
    static void search_right_##name(char **ptrs, const intptr_t *strides, intptr_t sorted,         \
                                    intptr_t keys)                                                 \
    {                                                                                              \
        search_##name(ptrs, strides, sorted, keys, true);                                          \
    }

DTYPES(DEFINE_SEARCH, )

static const SortKernel sorts[DTYPE_COUNT] = {DTYPES(ENTRY, sort)};
static const ArgsortKernel argsorts[DTYPE_COUNT] = {DTYPES(ENTRY, argsort)};
static const ArgsortKernel stable_argsorts[DTYPE_COUNT] = {DTYPES(ENTRY, argsort_stable)};
static const SearchKernel searches[2][DTYPE_COUNT] = {{DTYPES(ENTRY, search_left)},
                                                      {DTYPES(ENTRY, search_right)}};

SortKernel kernel_sort(DType type)
{
    return sorts[type];
}

ArgsortKernel kernel_argsort(DType type)
{
    return argsorts[type];
}

ArgsortKernel kernel_argsort_stable(DType type)
{
    return stable_argsorts[type];
}

SearchKernel kernel_search(DType type, bool right)
{
    return searches[right][type];
}
