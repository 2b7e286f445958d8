#include "vm/arena.h"
#include "runtime/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { CHUNK_SMALLEST = 16 << 10, CHUNK_LARGEST = 1 << 20, NAMES_FIRST = 128 };

struct ArenaChunk {
    ArenaChunk *previous;
    size_t size;
    char bytes[];
};

void arena_init(Arena *arena)
{
    *arena = (Arena){0};
}

void arena_free(Arena *arena)
{
    for (ArenaChunk *chunk = arena->chunks, *previous; chunk; chunk = previous) {
        previous = chunk->previous;
        free(chunk);
    }
    free(arena->names);
    *arena = (Arena){0};
}

/* Chunks double from small to large, so that a one-liner is cheap and a long source takes few. A
 * big single request gets a chunk of its own and leaves the current one in use. */
void *arena_alloc_slow(Arena *arena, size_t size)
{
    size_t chunk_size = MIN(MAX(arena->reserved, CHUNK_SMALLEST), CHUNK_LARGEST);
    bool own = size > chunk_size / 4;
    if (own) {
        chunk_size = size;
    }
    if (size > SIZE_MAX / 2) {
        memory_exhausted();
    }
    ArenaChunk *chunk = calloc(1, sizeof(ArenaChunk) + chunk_size);
    if (!chunk) {
        memory_exhausted();
    }
    chunk->size = chunk_size;
    chunk->previous = arena->chunks;
    arena->chunks = chunk;
    arena->reserved += chunk_size;
    if (own) {
        return chunk->bytes;
    }
    arena->next = chunk->bytes + size;
    arena->end = chunk->bytes + chunk_size;
    return chunk->bytes;
}

char *arena_copy(Arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length) {
        memcpy(copy, bytes, length);
    }
    return copy;
}

char *arena_printf(Arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    assert(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}

static void grow_names(Arena *arena)
{
    uint32_t capacity = arena->name_capacity ? arena->name_capacity * 2 : NAMES_FIRST;
    Name **names = calloc(capacity, sizeof(Name *));
    if (!names) {
        memory_exhausted();
    }
    for (uint32_t i = 0; i < arena->name_capacity; i++) {
        Name *name = arena->names[i];
        if (name) {
            uint32_t at = name->hash & (capacity - 1);
            while (names[at]) {
                at = (at + 1) & (capacity - 1);
            }
            names[at] = name;
        }
    }
    free(arena->names);
    arena->names = names;
    arena->name_capacity = capacity;
}

/* FNV-1a, with a last mix: names are short, and the table uses the low bits. */
static uint32_t hash_bytes(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (uint8_t)bytes[i]) * 16777619u;
    }
    return hash ^ hash >> 15;
}

Name *arena_name(Arena *arena, const char *bytes, size_t length)
{
    if (arena->name_count * 2 >= arena->name_capacity) {
        grow_names(arena);
    }
    uint32_t hash = hash_bytes(bytes, length), mask = arena->name_capacity - 1;
    uint32_t at = hash & mask;
    for (Name *name; (name = arena->names[at]); at = (at + 1) & mask) {
        if (name->hash == hash && name->length == length &&
            memcmp(name->bytes, bytes, length) == 0) {
            return name;
        }
    }
    if (length > UINT32_MAX - 64) {
        memory_exhausted();
    }
    Name *name = arena_alloc(arena, sizeof(Name) + length + 1);
    name->hash = hash;
    name->length = (uint32_t)length;
    memcpy(name->bytes, bytes, length);
    arena->names[at] = name;
    arena->name_count++;
    return name;
}
