/* sort_merge.h: a template, not an ordinary header: sort.c includes it once for each kind of
 * element, with ELEM (the element's C type), LESS(s, a, b) and SORT_NAME(x) defined. It makes
 * `SORT_NAME(sort)(SORT_NAME(State) *s, size_t n)`, a stable sort of s->at[0..n).
 *
 * The algorithm is the one that Tim Peters describes in CPython's listsort.txt (natural runs, short
 * ones extended by binary insertion, merges that gallop), with the merge order of powersort (Munro
 * and Wild, Nearly-Optimal Mergesorts, ESA 2018). It asks LESS the same questions in the same order
 * as CPython's, so that even an inconsistent order (NaNs) gives the same result.
 *
 * The invariant: while `merging` is false, s->at holds all elements, in some order, at each LESS.
 */

typedef struct SORT_NAME(State) {
    ELEM *at;
    ELEM *spare; /* room for half of the elements */
    bool (*tie)(Value a, Value b);
    size_t gallop; /* wins in a row that make a merge gallop */
    size_t count;
    volatile bool merging;
    int runs;
    struct {
        size_t base, count;
        int power;
    } run[64 + 24];
} SORT_NAME(State);

/* Length of the run at from..to-1; *down if it is strictly descending. */
static size_t SORT_NAME(count_run)(SORT_NAME(State) * s, size_t from, size_t to, bool *down)
{
    ELEM *at = s->at;
    size_t i = from + 1;
    *down = false;
    if (i == to) {
        return 1;
    }
    *down = LESS(s, at[i], at[i - 1]);
    i++;
    while (i < to && LESS(s, at[i], at[i - 1]) == *down) {
        i++;
    }
    return i - from;
}

static void SORT_NAME(reverse_run)(ELEM *low, size_t n)
{
    for (ELEM *high = low + n; low + 1 < high; low++) {
        ELEM e = *low;
        *low = *--high;
        *high = e;
    }
}

/* Sorts from..to-1, of which from..sorted-1 are in order. */
static void SORT_NAME(insert_binary)(SORT_NAME(State) * s, size_t from, size_t to, size_t sorted)
{
    ELEM *at = s->at;
    for (; sorted < to; sorted++) {
        ELEM e = at[sorted];
        size_t low = from, high = sorted;
        while (low < high) {
            size_t middle = low + ((high - low) >> 1);
            if (LESS(s, e, at[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        memmove(&at[low + 1], &at[low], (sorted - low) * sizeof(ELEM));
        at[low] = e;
    }
}

/* Narrows low..high to the first element of `at` that key does not exceed (`right`: that exceeds
 * key). */
static always_inline size_t SORT_NAME(bisect)(SORT_NAME(State) * s, bool right, ELEM key, ELEM *at,
                                              size_t low, size_t high)
{
    (void)s;
    while (low < high) {
        size_t middle = low + ((high - low) >> 1);
        if (right ? !LESS(s, key, at[middle]) : LESS(s, at[middle], key)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Where key belongs in the sorted at[0..n): before its equals, or (`right`) after them. The search
 * starts at `hint` and doubles its stride. */
static always_inline size_t SORT_NAME(gallop)(SORT_NAME(State) * s, bool right, ELEM key, ELEM *at,
                                              size_t n, size_t hint)
{
    size_t last = 0, offset = 1;
    bool up = right ? !LESS(s, key, at[hint]) : LESS(s, at[hint], key);
    if (up) {
        size_t limit = n - hint;
        while (offset < limit &&
               (right ? !LESS(s, key, at[hint + offset]) : LESS(s, at[hint + offset], key))) {
            last = offset;
            offset = 2 * offset + 1;
        }
        return SORT_NAME(bisect)(s, right, key, at, hint + last + 1, hint + MIN(offset, limit));
    }
    size_t limit = hint + 1;
    while (offset < limit &&
           (right ? LESS(s, key, at[hint - offset]) : !LESS(s, at[hint - offset], key))) {
        last = offset;
        offset = 2 * offset + 1;
    }
    return SORT_NAME(bisect)(s, right, key, at, hint + 1 - MIN(offset, limit), hint - last);
}

static noinline size_t SORT_NAME(gallop_left)(SORT_NAME(State) * s, ELEM key, ELEM *at, size_t n,
                                              size_t hint)
{
    return SORT_NAME(gallop)(s, false, key, at, n, hint);
}
static noinline size_t SORT_NAME(gallop_right)(SORT_NAME(State) * s, ELEM key, ELEM *at, size_t n,
                                               size_t hint)
{
    return SORT_NAME(gallop)(s, true, key, at, n, hint);
}

enum { SORT_NAME(MIN_GALLOP) = 7 };

/* Merges the runs a[0..na) and b[0..nb), b right behind a, na <= nb, b's first below a's first, a's
 * last above b's last: upwards, with a moved aside. */
static void SORT_NAME(merge_up)(SORT_NAME(State) * s, ELEM *a, size_t na, ELEM *b, size_t nb)
{
    ELEM *to = a;
    memcpy(s->spare, a, na * sizeof(ELEM));
    a = s->spare;
    *to++ = *b++;
    if (--nb == 0) {
        goto rest_of_a;
    }
    if (na == 1) {
        goto last_of_a;
    }
    for (size_t gallop = s->gallop;;) {
        size_t wins_a = 0, wins_b = 0;
        do {
            if (LESS(s, *b, *a)) {
                *to++ = *b++;
                wins_b++, wins_a = 0;
                if (--nb == 0) {
                    goto rest_of_a;
                }
            } else {
                *to++ = *a++;
                wins_a++, wins_b = 0;
                if (--na == 1) {
                    goto last_of_a;
                }
            }
        } while (wins_a < gallop && wins_b < gallop);
        gallop++;
        do {
            gallop -= gallop > 1;
            s->gallop = gallop;
            wins_a = SORT_NAME(gallop_right)(s, *b, a, na, 0);
            memcpy(to, a, wins_a * sizeof(ELEM));
            to += wins_a, a += wins_a, na -= wins_a;
            if (wins_a && na == 1) {
                goto last_of_a;
            }
            if (na == 0) { /* only if the order is inconsistent */
                goto rest_of_a;
            }
            *to++ = *b++;
            if (--nb == 0) {
                goto rest_of_a;
            }
            wins_b = SORT_NAME(gallop_left)(s, *a, b, nb, 0);
            memmove(to, b, wins_b * sizeof(ELEM));
            to += wins_b, b += wins_b, nb -= wins_b;
            if (nb == 0) {
                goto rest_of_a;
            }
            *to++ = *a++;
            if (--na == 1) {
                goto last_of_a;
            }
        } while (wins_a >= SORT_NAME(MIN_GALLOP) || wins_b >= SORT_NAME(MIN_GALLOP));
        s->gallop = ++gallop;
    }
rest_of_a:
    memcpy(to, a, na * sizeof(ELEM));
    return;
last_of_a:
    memmove(to, b, nb * sizeof(ELEM));
    to[nb] = *a;
}

/* The same for na > nb: downwards, with b moved aside. `a` and `b` point behind what is left. */
static void SORT_NAME(merge_down)(SORT_NAME(State) * s, ELEM *a, size_t na, ELEM *b, size_t nb)
{
    ELEM *first_a = a, *first_b = s->spare, *to = b + nb;
    memcpy(s->spare, b, nb * sizeof(ELEM));
    a += na;
    b = s->spare + nb;
    *--to = *--a;
    if (--na == 0) {
        goto rest_of_b;
    }
    if (nb == 1) {
        goto last_of_b;
    }
    for (size_t gallop = s->gallop;;) {
        size_t wins_a = 0, wins_b = 0;
        do {
            if (LESS(s, b[-1], a[-1])) {
                *--to = *--a;
                wins_a++, wins_b = 0;
                if (--na == 0) {
                    goto rest_of_b;
                }
            } else {
                *--to = *--b;
                wins_b++, wins_a = 0;
                if (--nb == 1) {
                    goto last_of_b;
                }
            }
        } while (wins_a < gallop && wins_b < gallop);
        gallop++;
        do {
            gallop -= gallop > 1;
            s->gallop = gallop;
            wins_a = na - SORT_NAME(gallop_right)(s, b[-1], first_a, na, na - 1);
            to -= wins_a, a -= wins_a, na -= wins_a;
            memmove(to, a, wins_a * sizeof(ELEM));
            if (na == 0) {
                goto rest_of_b;
            }
            *--to = *--b;
            if (--nb == 1) {
                goto last_of_b;
            }
            wins_b = nb - SORT_NAME(gallop_left)(s, a[-1], first_b, nb, nb - 1);
            to -= wins_b, b -= wins_b, nb -= wins_b;
            memcpy(to, b, wins_b * sizeof(ELEM));
            if (wins_b && nb == 1) {
                goto last_of_b;
            }
            if (nb == 0) { /* only if the order is inconsistent */
                goto rest_of_b;
            }
            *--to = *--a;
            if (--na == 0) {
                goto rest_of_b;
            }
        } while (wins_a >= SORT_NAME(MIN_GALLOP) || wins_b >= SORT_NAME(MIN_GALLOP));
        s->gallop = ++gallop;
    }
rest_of_b:
    memcpy(to - nb, first_b, nb * sizeof(ELEM));
    return;
last_of_b:
    memmove(to - na, a - na, na * sizeof(ELEM));
    to[-(ptrdiff_t)na - 1] = b[-1];
}

/* Merges runs i and i + 1 of the stack. */
static void SORT_NAME(merge_runs)(SORT_NAME(State) * s, int i)
{
    ELEM *a = &s->at[s->run[i].base], *b = &s->at[s->run[i + 1].base];
    size_t na = s->run[i].count, nb = s->run[i + 1].count;
    s->run[i].count = na + nb;
    if (i == s->runs - 3) {
        s->run[i + 1] = s->run[i + 2];
    }
    s->runs--;
    size_t skip = SORT_NAME(gallop_right)(s, *b, a, na, 0);
    a += skip;
    na -= skip;
    if (na == 0) {
        return;
    }
    nb = SORT_NAME(gallop_left)(s, a[na - 1], b, nb, nb - 1);
    if (nb == 0) {
        return;
    }
    s->merging = true;
    if (na <= nb) {
        SORT_NAME(merge_up)(s, a, na, b, nb);
    } else {
        SORT_NAME(merge_down)(s, a, na, b, nb);
    }
    s->merging = false;
}

/* Powersort's node power of the boundary between two runs: the depth at which their midpoints, as
 * fractions of the whole, fall into different halves. */
static int SORT_NAME(power)(size_t base, size_t left, size_t right, size_t n)
{
    size_t a = 2 * base + left, b = a + left + right;
    for (int power = 1;; power++) {
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

static void SORT_NAME(push_run)(SORT_NAME(State) * s, size_t base, size_t count)
{
    if (s->runs) {
        int top = s->runs - 1;
        int power = SORT_NAME(power)(s->run[top].base, s->run[top].count, count, s->count);
        while (s->runs > 1 && s->run[s->runs - 2].power > power) {
            SORT_NAME(merge_runs)(s, s->runs - 2);
        }
        s->run[s->runs - 1].power = power;
    }
    s->run[s->runs].base = base;
    s->run[s->runs].count = count;
    s->runs++;
}

static void SORT_NAME(sort)(SORT_NAME(State) * s, size_t n)
{
    s->gallop = SORT_NAME(MIN_GALLOP);
    s->count = n;
    s->runs = 0;
    size_t shortest = n, odd = 0;
    while (shortest >= 64) {
        odd |= shortest & 1;
        shortest >>= 1;
    }
    shortest += odd;
    for (size_t from = 0; from < n;) {
        bool down;
        size_t count = SORT_NAME(count_run)(s, from, n, &down);
        if (down) {
            SORT_NAME(reverse_run)(&s->at[from], count);
        }
        if (count < shortest) {
            size_t forced = MIN(shortest, n - from);
            SORT_NAME(insert_binary)(s, from, from + forced, from + count);
            count = forced;
        }
        SORT_NAME(push_run)(s, from, count);
        from += count;
    }
    while (s->runs > 1) {
        int i = s->runs - 2;
        if (i > 0 && s->run[i - 1].count < s->run[i + 1].count) {
            i--;
        }
        SORT_NAME(merge_runs)(s, i);
    }
}

#undef ELEM
#undef LESS
#undef SORT_NAME
