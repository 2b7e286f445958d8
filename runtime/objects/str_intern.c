#include "runtime/objects/str_units.h"
#include <stdlib.h>

/* The strs of one character below 256, and the empty one: immortal, in static memory. */
typedef struct OneChar {
    _Alignas(8) char str[sizeof(Str) + 8]; /* a Str and its units */
} OneChar;
static OneChar one_char[256] __attribute__((aligned(16)));
static OneChar no_char __attribute__((aligned(16)));

/* Interned strs: open addressing, linear probing; at most half full. It refers weakly: who dies is
 * taken out by str_forget (told by on_free) or by `sweep` (after a marking), whichever is first. */
static Str **table;
static size_t table_size, table_used; /* table_used counts the forgotten, too */
static Str forgotten;

/* Memory of the immortal names, in chunks. */
typedef struct Chunk {
    struct Chunk *next;
    size_t used, size;
    char data[] __attribute__((aligned(16)));
} Chunk;
static Chunk *chunks;

static void set_static(OneChar *at, uint8_t c, size_t length)
{
    Str *s = (Str *)at->str;
    s->head = (Object){OBJECT_IMMORTAL, (uint32_t)(uintptr_t)&str_type};
    s->width = 1;
    s->is_ascii = c < 128;
    s->length = length;
    s->data = s->at;
    s->data[0] = (char)c;
    s->data[length] = 0;
}

Value str_empty(void)
{
    return value_from(&no_char);
}

Value str_from_char(uint32_t code_point)
{
    if (likely(code_point < 256)) {
        return value_from(&one_char[code_point]);
    }
    int width = width_for(code_point);
    Str *s = str_alloc(1, width, false);
    unit_put(s->data, width, 0, code_point);
    return value_from(s);
}

static void insert(Str *s)
{
    size_t i = s->hash & (table_size - 1);
    while (table[i] && table[i] != &forgotten) {
        i = (i + 1) & (table_size - 1);
    }
    table_used += table[i] == NULL;
    table[i] = s;
    s->is_interned = true;
}

static void grow_table(void)
{
    Str **old = table;
    size_t old_size = table_size, live = 0;
    for (size_t i = 0; i < old_size; i++) {
        live += old[i] && old[i] != &forgotten;
    }
    size_t size = old_size ? old_size : 4096;
    while (size < live * 4) {
        size *= 2;
    }
    Str **fresh = calloc(size, sizeof *fresh);
    if (!fresh) {
        raise_memory();
    }
    table = fresh;
    table_size = size;
    table_used = 0;
    for (size_t i = 0; i < old_size; i++) {
        if (old[i] && old[i] != &forgotten) {
            insert(old[i]);
        }
    }
    free(old);
}

static Str *find(const void *data, size_t length, int width, uint32_t hash)
{
    for (size_t i = hash & (table_size - 1); table[i]; i = (i + 1) & (table_size - 1)) {
        Str *s = table[i];
        if (s->hash == hash && s->length == length && s->width == width &&
            !memcmp(s->data, data, length * (size_t)width)) {
            return s;
        }
    }
    return NULL;
}

Value str_interned(Value str)
{
    Str *s = as_str(str);
    if (likely(s->is_interned)) {
        return str;
    }
    Str *found = find(s->data, s->length, s->width, str_hash(str));
    if (found) {
        return value_from(found);
    }
    str = str_plain(str);
    s = as_str(str);
    str_hash(str);
    if (table_used * 2 >= table_size) {
        grow_table();
    }
    if (!(s->head.mm & OBJECT_IMMORTAL)) {
        mm_watch(s);
    }
    insert(s);
    return str;
}

static void *chunk_take(size_t size)
{
    size = round_up(size, 8);
    if (!chunks || chunks->size - chunks->used < size) {
        size_t room = MAX(size, 16384 - sizeof(Chunk));
        Chunk *fresh = malloc(sizeof(Chunk) + room);
        if (!fresh) {
            raise_memory();
        }
        *fresh = (Chunk){chunks, 0, room};
        chunks = fresh;
    }
    void *at = chunks->data + chunks->used;
    chunks->used += size;
    return at;
}

Value str_intern(const char *c_string)
{
    size_t length = strlen(c_string);
    if (unlikely(!units_are_ascii(c_string, length))) {
        return str_interned(str_from_utf8(c_string, length));
    }
    uint32_t hash = units_hash(c_string, length);
    Str *s = find(c_string, length, 1, hash);
    if (s) {
        return value_from(s);
    }
    if (table_used * 2 >= table_size) {
        grow_table();
    }
    s = chunk_take(offsetof(Str, at) + length + 1);
    *s = (Str){.head = {OBJECT_IMMORTAL, (uint32_t)(uintptr_t)&str_type},
               .hash = hash,
               .width = 1,
               .is_ascii = true,
               .length = length,
               .data = s->at};
    memcpy(s->at, c_string, length + 1);
    insert(s);
    return value_from(s);
}

void str_forget(Str *s)
{
    if (!s->is_interned || !table) {
        return;
    }
    for (size_t i = s->hash & (table_size - 1); table[i]; i = (i + 1) & (table_size - 1)) {
        if (table[i] == s) {
            table[i] = &forgotten;
            break;
        }
    }
    s->is_interned = false;
}

static void sweep(bool (*is_live)(const Object *object))
{
    for (size_t i = 0; i < table_size; i++) {
        Str *s = table[i];
        if (s && s != &forgotten && !(s->head.mm & OBJECT_IMMORTAL) && !is_live(&s->head)) {
            table[i] = &forgotten;
            s->is_interned = false;
        }
    }
}

void str_start(void)
{
    if (table) {
        return;
    }
    set_static(&no_char, 0, 0);
    for (unsigned c = 0; c < 256; c++) {
        set_static(&one_char[c], (uint8_t)c, 1);
    }
    grow_table();
    str_interned(str_empty());
    for (unsigned c = 0; c < 128; c++) {
        str_interned(str_from_char(c));
    }
    mm_add_weak_table(sweep);
}

void str_finish(void)
{
    free(table);
    table = NULL;
    table_size = table_used = 0;
    while (chunks) {
        Chunk *next = chunks->next;
        free(chunks);
        chunks = next;
    }
}
