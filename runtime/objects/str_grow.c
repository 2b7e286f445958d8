/* str_grow.c: text built by `s += part` in a loop. From the second `+` on, the result's units go
 * into a run outside the heap with room behind them; the next result is a new Str over the same
 * run, one part longer. The strs that it grew from keep their lengths and never see what lies
 * behind, so strs stay immutable; who is not the longest any more and is appended to again gets a
 * run of its own. A run is given back when the last Str over it dies.
 */
#include "runtime/objects/str_units.h"
#include <stdlib.h>

typedef struct TextRun {
    size_t users;
    size_t used, capacity; /* in bytes, the terminator not counted */
    char at[];
} TextRun;

enum { GROW_FROM = 256 }; /* bytes: below that copying is cheaper */

static TextRun *run_of(const Str *s)
{
    return (TextRun *)(s->data - offsetof(TextRun, at));
}

void str_let_go(Str *s)
{
    if (!(s->growth & STR_SHARED)) {
        return;
    }
    TextRun *run = run_of(s);
    s->growth = 0;
    s->length = 0;
    s->data = s->at;
    if (--run->users == 0) {
        mm_account(-(int64_t)(sizeof *run + run->capacity));
        free(run);
    }
}

void str_on_free(Object *object)
{
    Str *s = (Str *)object;
    str_forget(s);
    str_let_go(s);
}

/* A run that begins with the units of s and has room for `size` bytes, with no user yet. */
static TextRun *new_run(const Str *s, size_t size)
{
    size_t used = s->length * s->width, capacity = size + size / 2;
    mm_account_check(sizeof(TextRun) + capacity);
    TextRun *run = malloc(sizeof *run + capacity + 4);
    if (!run) {
        raise_memory();
    }
    *run = (TextRun){0, used, capacity};
    memcpy(run->at, s->data, used);
    return run;
}

Value str_grow(Value a, Value b)
{
    const Str *s = as_str(a), *t = as_str(b);
    size_t width = s->width, used = s->length * width, size = used + t->length * width;
    if (used < GROW_FROM || t->width > width || t->length > s->length ||
        !is_exactly(a, &str_type)) {
        return EMPTY;
    }
    TextRun *run = s->growth & STR_SHARED ? run_of(s) : NULL;
    bool extends = run && run->used == used && size <= run->capacity;
    Str *r = mm_new_data(&str_type, sizeof(Str));
    *r = (Str){
        .head = r->head, .width = s->width, .is_ascii = s->is_ascii & t->is_ascii, .data = r->at};
    if (!extends) {
        run = new_run(s, size);
        mm_account((int64_t)(sizeof *run + run->capacity));
    }
    units_copy(run->at + used, s->width, t->data, t->width, t->length);
    unit_put(run->at + size, s->width, 0, 0);
    run->used = size;
    run->users++;
    r->data = run->at;
    r->length = s->length + t->length;
    r->growth = STR_SHARED;
    mm_watch(r);
    return value_from(r);
}
