/* sort.c: list.sort. The keys are looked at once: if all are small ints, or floats, or strs of one
 * byte a character, or tuples that begin with such, each gets a 64-bit rank in the order of the
 * keys (of a str the first eight characters), so that most comparisons are one of two machine words
 * and follow no pointer. Long unordered arrays whose ranks say all are sorted by radix.
 */
#include "runtime/native.h"
#include "runtime/objects/items.h"

typedef enum RankKind {
    RANK_NONE,  /* compared as Python compares */
    RANK_INT,   /* small ints and bools: the rank says all */
    RANK_FLOAT, /* no NaN: the rank says all, but not which zero it was */
    RANK_STR,   /* equal ranks need a look at the strs */
} RankKind;

typedef struct Ranked {
    uint64_t rank;
    Value item;
} Ranked;
typedef struct Tied {
    uint64_t rank;
    Value key, item;
} Tied;

static bool less_generic(Value a, Value b);

#define SORT_NAME(x) plain_##x
#define ELEM uint64_t
#define LESS(s, a, b) ((a) < (b))
#include "runtime/objects/sort_merge.h"

#define SORT_NAME(x) ranked_##x
#define ELEM Ranked
#define LESS(s, a, b) ((a).rank < (b).rank)
#include "runtime/objects/sort_merge.h"

/* Without a key function: the item is the key. */
#define SORT_NAME(x) item_##x
#define ELEM Ranked
#define LESS(s, a, b) ((a).rank != (b).rank ? (a).rank < (b).rank : (s)->tie((a).item, (b).item))
#include "runtime/objects/sort_merge.h"

#define SORT_NAME(x) tied_##x
#define ELEM Tied
#define LESS(s, a, b) ((a).rank != (b).rank ? (a).rank < (b).rank : (s)->tie((a).key, (b).key))
#include "runtime/objects/sort_merge.h"

/* ---- Ranks ---- */

static always_inline RankKind kind_of(Value key)
{
    if (is_int(key) || is_bool(key)) {
        return RANK_INT;
    }
    if (is_float(key)) {
        return as_float(key) == as_float(key) ? RANK_FLOAT : RANK_NONE;
    }
    return is_exactly(key, &str_type) && as_str(key)->width == 1 ? RANK_STR : RANK_NONE;
}

static always_inline uint64_t rank_of(RankKind kind, Value key)
{
    if (kind == RANK_INT) {
        int64_t i = is_int(key) ? as_int(key) : key == TRUE;
        return (uint64_t)(i - SMALL_INT_MIN);
    }
    if (kind == RANK_FLOAT) {
        double d = as_float(key) + 0.0; /* -0.0 equals 0.0 */
        uint64_t bits;
        memcpy(&bits, &d, sizeof bits);
        return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
    }
    if (kind == RANK_STR) {
        const Str *s = as_str(key);
        uint64_t bytes = 0;
        memcpy(&bytes, s->data, MIN(s->length, sizeof bytes));
        return __builtin_bswap64(bytes);
    }
    return 0;
}

/* The kind that all keys have in common. */
static RankKind common_kind(const Slot *keys, size_t n)
{
    RankKind kind = kind_of(keys[0].v);
    for (size_t i = 1; i < n && kind != RANK_NONE; i++) {
        if (kind_of(keys[i].v) != kind) {
            return RANK_NONE;
        }
    }
    return kind;
}

/* The kind that the first items of all keys have in common, if all are tuples with one. */
static RankKind common_tuple_kind(const Slot *keys, size_t n)
{
    RankKind kind = RANK_NONE;
    for (size_t i = 0; i < n; i++) {
        Value key = keys[i].v;
        if (!is_exactly(key, &tuple_type) || as_tuple(key)->count == 0) {
            return RANK_NONE;
        }
        RankKind this = kind_of(as_tuple(key)->at[0].v);
        if (this == RANK_NONE || (i && this != kind)) {
            return RANK_NONE;
        }
        kind = this;
    }
    return kind;
}

/* ---- Comparisons where ranks are equal ---- */

static bool less_str(Value a, Value b)
{
    const Str *x = as_str(a), *y = as_str(b);
    size_t shorter = MIN(x->length, y->length);
    if (shorter > 8) {
        int order = memcmp(x->data + 8, y->data + 8, shorter - 8);
        if (order) {
            return order < 0;
        }
    }
    return x->length < y->length;
}

static bool less_tuple_from(size_t i, Value a, Value b)
{
    const Tuple *x = as_tuple(a), *y = as_tuple(b);
    size_t shorter = MIN(x->count, y->count);
    while (i < shorter && item_equal(x->at[i].v, y->at[i].v)) {
        i++;
    }
    return i == shorter ? x->count < y->count : less_generic(x->at[i].v, y->at[i].v);
}

/* The first items are equal for sure. */
static bool less_tuple_rest(Value a, Value b)
{
    return less_tuple_from(1, a, b);
}

static bool less_tuple(Value a, Value b)
{
    return less_tuple_from(0, a, b);
}

static bool less_generic(Value a, Value b)
{
    if (are_ints(a, b)) {
        return (int64_t)(a << 16) < (int64_t)(b << 16);
    }
    if (is_float(a) && is_float(b)) {
        return as_float(a) < as_float(b);
    }
    if (is_exactly(a, &str_type) && is_exactly(b, &str_type)) {
        return str_compare(a, b) < 0;
    }
    return op_is_true(CMP_LT, a, b);
}

/* ---- Radix sort ---- */

/* Whether the ranks, `stride` words apart, go up and down often enough that merging natural runs
 * gains nothing. */
static bool is_unordered(const uint64_t *rank, size_t stride, size_t n)
{
    size_t falls = 0;
    for (size_t i = 1; i < n; i++) {
        falls += rank[i * stride] < rank[(i - 1) * stride];
    }
    return falls > n / 8 && falls < n - n / 8;
}

/* Sorts by least significant byte first; bytes that are equal in all ranks cost nothing. Returns
 * where the result is, `at` or `spare`. Each element is `stride` words, the rank first. */
static always_inline uint64_t *radix_sort(uint64_t *at, uint64_t *spare, const size_t stride,
                                          size_t n)
{
    uint64_t any = 0, all = ~UINT64_C(0);
    for (size_t i = 0; i < n; i++) {
        any |= at[i * stride];
        all &= at[i * stride];
    }
    for (int shift = 0; shift < 64; shift += 8) {
        if (((any ^ all) >> shift & 255) == 0) {
            continue;
        }
        size_t start[256] = {0};
        for (size_t i = 0; i < n; i++) {
            start[at[i * stride] >> shift & 255]++;
        }
        size_t sum = 0;
        for (int digit = 0; digit < 256; digit++) {
            size_t count = start[digit];
            start[digit] = sum;
            sum += count;
        }
        for (size_t i = 0; i < n; i++) {
            uint64_t *to = &spare[start[at[i * stride] >> shift & 255]++ * stride];
            for (size_t word = 0; word < stride; word++) {
                to[word] = at[i * stride + word];
            }
        }
        uint64_t *other = at;
        at = spare;
        spare = other;
    }
    return at;
}

enum { FEW = 16, RADIX_MIN = 256 };

/* ---- The four ways ---- */

/* All of n items in `slots`, their keys (or the items themselves) in `keys`. */
typedef struct Work {
    Slots *slots;
    const Slot *keys;
    size_t n;
    bool reverse;
} Work;

static void reverse_slots(Slot *at, size_t n)
{
    for (size_t i = 0, j = n; i + 1 < j; i++) {
        j--;
        Value v = at[i].v;
        at[i].v = at[j].v; /* NOBARRIER: the owner keeps the same references */
        at[j].v = v;
    }
}

/* Whether the items are in order already, or strictly in the opposite one (*down). */
static bool is_one_run(const Slot *at, RankKind kind, size_t n, bool *down)
{
    uint64_t last = rank_of(kind, at[0].v), this = rank_of(kind, at[1].v);
    *down = this < last;
    for (size_t i = 1; (this < last) == *down; i++, last = this, this = rank_of(kind, at[i].v)) {
        if (i + 1 == n) {
            return true;
        }
    }
    return false;
}

static void ranks_from_values(Slot *at, RankKind kind, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        at[i].v = rank_of(kind, at[i].v);
    }
}

static void values_from_ranks(Slot *at, RankKind kind, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t rank = at[i].v;
        if (kind == RANK_INT) {
            at[i].v = value_int((int64_t)rank + SMALL_INT_MIN);
        } else {
            uint64_t bits = rank >> 63 ? rank & ~(UINT64_C(1) << 63) : ~rank;
            double d;
            memcpy(&d, &bits, sizeof d);
            at[i].v = value_float(d);
        }
    }
}

/* For a handful: by linear insertion. */
static void sort_few(uint64_t *at, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        uint64_t e = at[i];
        size_t j = i;
        for (; j > 0 && e < at[j - 1]; j--) {
            at[j] = at[j - 1];
        }
        at[j] = e;
    }
}

/* Only small ints, or floats but -0.0, without a key function: the ranks are the items, and take
 * their places while they are sorted. False if an item is not its rank.
 * NOBARRIER: only immediates are written, and nothing is allocated while they look otherwise. */
static bool sort_plain(const Work *w, RankKind kind)
{
    Slot *at = w->slots->at;
    size_t n = w->n;
    for (size_t i = 0; i < n; i++) {
        if (is_bool(at[i].v) || at[i].v == value_float(-0.0)) {
            return false;
        }
    }
    if (w->reverse) {
        reverse_slots(at, n);
    }
    bool down;
    if (is_one_run(at, kind, n, &down)) {
        if (down) {
            reverse_slots(at, n);
        }
    } else {
        plain_State s = {.at = (uint64_t *)at};
        s.spare = n < 64 ? NULL : scratch_bytes(n * sizeof *s.spare);
        ranks_from_values(at, kind, n);
        if (n <= FEW) {
            sort_few(s.at, n);
        } else if (n >= RADIX_MIN && is_unordered(s.at, 1, n)) {
            if (radix_sort(s.at, s.spare, 1, n) != s.at) {
                memcpy(s.at, s.spare, n * sizeof *s.at);
            }
        } else {
            plain_sort(&s, n);
        }
        values_from_ranks(at, kind, n);
    }
    if (w->reverse) {
        reverse_slots(at, n);
    }
    return true;
}

static void take_ranked(const Work *w, RankKind kind, Ranked *to)
{
    for (size_t i = 0; i < w->n; i++) {
        size_t from = w->reverse ? w->n - 1 - i : i;
        to[i] = (Ranked){rank_of(kind, w->keys[from].v), w->slots->at[from].v};
    }
}

/* NOBARRIER in these two: the owner keeps the same references in another order. */
static void give_ranked(const Work *w, const Ranked *from)
{
    for (size_t i = 0; i < w->n; i++) {
        w->slots->at[w->reverse ? w->n - 1 - i : i].v = from[i].item;
    }
}
static void give_tied(const Work *w, const Tied *from)
{
    for (size_t i = 0; i < w->n; i++) {
        w->slots->at[w->reverse ? w->n - 1 - i : i].v = from[i].item;
    }
}

static void sort_ranked(const Work *w, RankKind kind)
{
    size_t n = w->n;
    ranked_State s = {0};
    s.at = scratch_bytes(n * sizeof *s.at);
    take_ranked(w, kind, s.at);
    bool radix = n >= RADIX_MIN && is_unordered(&s.at->rank, 2, n);
    s.spare = scratch_bytes((radix ? n : n / 2 + 1) * sizeof *s.at);
    if (radix) {
        s.at = (Ranked *)radix_sort(&s.at->rank, &s.spare->rank, 2, n);
    } else {
        ranked_sort(&s, n);
    }
    give_ranked(w, s.at);
}

typedef bool Less(Value a, Value b);

/* What Python code in a comparison leaves unfinished is given back as far as it was sorted, or, in
 * the middle of a merge, as it was before. */
static void sort_items(const Work *w, RankKind kind, bool tuples, Less *tie)
{
    size_t n = w->n;
    item_State s = {0};
    s.tie = tie;
    s.at = scratch_bytes(n * sizeof *s.at);
    s.spare = scratch_bytes((n / 2 + 1) * sizeof *s.at);
    take_ranked(w, tuples ? RANK_NONE : kind, s.at);
    for (size_t i = 0; tuples && i < n; i++) {
        s.at[i].rank = rank_of(kind, as_tuple(s.at[i].item)->at[0].v);
    }
    Catch c;
    if (CATCH(c)) {
        item_sort(&s, n);
        catch_end(&c);
        give_ranked(w, s.at);
        return;
    }
    if (!s.merging) {
        give_ranked(w, s.at);
    }
    raise_again(c.exception);
}

static void sort_tied(const Work *w, RankKind kind, bool tuples, Less *tie)
{
    size_t n = w->n;
    tied_State s = {0};
    s.tie = tie;
    s.at = scratch_bytes(n * sizeof *s.at);
    s.spare = scratch_bytes((n / 2 + 1) * sizeof *s.at);
    for (size_t i = 0; i < n; i++) {
        size_t from = w->reverse ? n - 1 - i : i;
        Value key = w->keys[from].v;
        uint64_t rank = rank_of(kind, tuples ? as_tuple(key)->at[0].v : key);
        s.at[i] = (Tied){rank, key, w->slots->at[from].v};
    }
    Catch c;
    if (CATCH(c)) {
        tied_sort(&s, n);
        catch_end(&c);
        give_tied(w, s.at);
        return;
    }
    if (!s.merging) {
        give_tied(w, s.at);
    }
    raise_again(c.exception);
}

static void sort_work(const Work *w)
{
    RankKind kind = common_kind(w->keys, w->n);
    bool has_keys = w->keys != w->slots->at;
    if (kind == RANK_INT || kind == RANK_FLOAT) {
        if (has_keys || !sort_plain(w, kind)) {
            sort_ranked(w, kind);
        }
        return;
    }
    Less *tie = kind == RANK_STR ? less_str : less_generic;
    bool tuples = false;
    if (kind == RANK_NONE) {
        kind = common_tuple_kind(w->keys, w->n);
        tuples = kind != RANK_NONE;
        tie = tuples ? (kind == RANK_STR ? less_tuple : less_tuple_rest) : less_generic;
    }
    if (has_keys) {
        sort_tied(w, kind, tuples, tie);
    } else {
        sort_items(w, kind, tuples, tie);
    }
}

/* ---- list.sort ---- */

/* The keys, in storage that counts them: key functions run Python code. */
static const Slot *make_keys(const Slots *items, size_t n, Value key)
{
    Slots *keys = slots_new(n);
    for (size_t i = 0; i < n; i++) {
        mm_init(keys, &keys->at[i], call_1(key, items->at[i].v));
    }
    return keys->at;
}

/* While Python code may look, the list is empty, and its items hang on the C stack alone. */
static void sort_hidden(List *list, Value key, bool reverse)
{
    Slots *const slots = list_slots(list);
    const size_t n = list->count;
    list->count = 0;
    mm_store(list, &list->items, EMPTY);
    Catch c;
    volatile bool done = false;
    if (CATCH(c)) {
        const Slot *keys = key == NONE ? slots->at : make_keys(slots, n, key);
        sort_work(&(Work){slots, keys, n, reverse});
        catch_end(&c);
        done = true;
    }
    bool modified = list->items.v != EMPTY;
    mm_store(list, &list->items, value_from(slots));
    list->count = n;
    if (!done) {
        raise_again(c.exception);
    }
    if (modified) {
        raise_value("list modified during sort");
    }
}

void list_sort(List *list, Value key, bool reverse)
{
    if (list->count == 0 || (list->count == 1 && key == NONE)) {
        return;
    }
    if (key == NONE && common_kind(list_slots(list)->at, list->count) != RANK_NONE) {
        sort_work(&(Work){list_slots(list), list_slots(list)->at, list->count, reverse});
    } else {
        sort_hidden(list, key, reverse);
    }
}
