/* suggest.c: "Did you mean": the name that differs least from the one that was not found, by the
 * edit distance of Levenshtein with CPython's costs.
 */
#include "runtime/native.h"
#include "runtime/traceback.h"

enum {
    MOVE_COST = 2, /* a character more, less or another one */
    CASE_COST = 1, /* the same letter in the other case */
    MOST_CANDIDATES = 750,
    LONGEST_NAME = 40,
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static int substitution_cost(char a, char b)
{
    return a == b ? 0 : (unsigned char)a < 128 && lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

/* The edit distance, or something above `limit` as soon as that is sure. */
static int distance(const char *a, size_t a_size, const char *b, size_t b_size, int limit)
{
    while (a_size && b_size && *a == *b) {
        a++, b++, a_size--, b_size--;
    }
    while (a_size && b_size && a[a_size - 1] == b[b_size - 1]) {
        a_size--, b_size--;
    }
    if (a_size == 0 || b_size == 0) {
        return (int)(a_size + b_size) * MOVE_COST;
    }
    if (a_size > LONGEST_NAME || b_size > LONGEST_NAME) {
        return limit + 1;
    }
    int row[LONGEST_NAME + 1];
    for (size_t i = 0; i <= a_size; i++) {
        row[i] = (int)i * MOVE_COST;
    }
    for (size_t j = 0; j < b_size; j++) {
        int diagonal = row[0], least = row[0] = (int)(j + 1) * MOVE_COST;
        for (size_t i = 0; i < a_size; i++) {
            int change = diagonal + substitution_cost(a[i], b[j]);
            diagonal = row[i + 1];
            int shift = MIN(row[i], row[i + 1]) + MOVE_COST;
            row[i + 1] = MIN(change, shift);
            least = MIN(least, row[i + 1]);
        }
        if (least > limit) {
            return limit + 1;
        }
    }
    return row[a_size];
}

typedef struct Search {
    Value name, best;
    int best_distance;
} Search;

static void try_candidate(Search *search, Value candidate)
{
    if (!is_str(candidate) || str_equal(candidate, search->name)) {
        return;
    }
    size_t size, candidate_size;
    const char *name = str_utf8(search->name, &size);
    const char *text = str_utf8(candidate, &candidate_size);
    int limit = (int)MIN(size + candidate_size + 3, 1000) * MOVE_COST / 6;
    limit = MIN(limit, search->best_distance - 1);
    int d = distance(name, size, text, candidate_size, limit);
    if (d <= limit) {
        search->best = candidate;
        search->best_distance = d;
    }
}

static Value among_items(Value name, const Value *at, size_t count)
{
    Search search = {name, EMPTY, INT32_MAX};
    for (size_t i = 0; i < count && count < MOST_CANDIDATES; i++) {
        try_candidate(&search, at[i]);
    }
    return search.best;
}

static Value among_keys(Value name, Value dict)
{
    Search search = {name, EMPTY, INT32_MAX};
    if (!is_dict(dict) || as_dict(dict)->count >= MOST_CANDIDATES) {
        return EMPTY;
    }
    uint32_t position = 0;
    Value key, value;
    while (dict_next(as_dict(dict), &position, &key, &value)) {
        try_candidate(&search, key);
    }
    return search.best;
}

static Value for_name(const Exception *e, Value name)
{
    Value traceback = e->traceback.v;
    if (!is_exactly(traceback, &traceback_type)) {
        return EMPTY;
    }
    while (is_exactly(((Traceback *)as_object(traceback))->next.v, &traceback_type)) {
        traceback = ((Traceback *)as_object(traceback))->next.v;
    }
    Value locals = EMPTY, globals = EMPTY, builtins = EMPTY, found = EMPTY;
    vm_traceback_names(traceback, &locals, &globals, &builtins);
    if (is_tuple(locals)) {
        found = among_items(name, (const Value *)as_tuple(locals)->at, as_tuple(locals)->count);
    }
    if (found == EMPTY) {
        found = among_keys(name, globals);
    }
    return found == EMPTY ? among_keys(name, builtins) : found;
}

static Value for_attribute(Value object, Value name)
{
    Value method = op_special(object, S_DIR);
    if (method == EMPTY) {
        return EMPTY;
    }
    List *names = as_list(list_from_iterable(op_call_special(method, object, NULL, 0)));
    list_sort(names, NONE, false);
    return names->count ? among_items(name, (const Value *)list_slots(names)->at, names->count)
                        : EMPTY;
}

Value suggest_name(Value exception)
{
    const Exception *e = (const Exception *)as_object(exception);
    Type *type = type_of(exception);
    bool is_name = type_is_subtype(type, &exc_NameError);
    if (!is_name && !type_is_subtype(type, &exc_AttributeError)) {
        return EMPTY;
    }
    if (!is_tuple(e->extra.v) || as_tuple(e->extra.v)->count < 2 ||
        !is_str(as_tuple(e->extra.v)->at[0].v)) {
        return EMPTY;
    }
    Value name = as_tuple(e->extra.v)->at[0].v, object = as_tuple(e->extra.v)->at[1].v;
    Catch c;
    volatile Value found = EMPTY;
    if (CATCH(c)) {
        found = is_name ? for_name(e, name) : object != EMPTY ? for_attribute(object, name) : EMPTY;
        catch_end(&c);
    }
    return found;
}
