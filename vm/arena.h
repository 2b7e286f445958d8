/* arena.h: memory that lives and dies at once. A parse takes everything it makes (tree, names,
 * constants, messages) from one arena; `arena_free` gives all of it back, nothing is freed singly.
 * The arena also owns a table of names: two equal names of one arena are the same pointer.
 * Memory comes zeroed and aligned to 8. Running out of memory ends the process with a message.
 */
#ifndef VM_ARENA_H
#define VM_ARENA_H

#include "runtime/base.h"

/* A length and bytes (UTF-8; lone surrogates as three bytes, "WTF-8"). Not NUL-terminated by
 * contract, though the arena's own copies are. */
typedef struct Text {
    const char *bytes;
    size_t length;
} Text;

/* An identifier, already NFKC-normalised; one per spelling and arena, so compare pointers. */
typedef struct Name {
    uint32_t hash;
    uint32_t length;
    void *cache;  /* for whoever walks the tree (say, the interned str); NULL from the parser */
    char bytes[]; /* `length` bytes and a NUL */
} Name;

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    char *next, *end; /* the free part of the current chunk */
    ArenaChunk *chunks;
    size_t reserved; /* bytes taken from the system so far */
    Name **names;    /* open-addressing table, `name_capacity` a power of two (or 0) */
    uint32_t name_count, name_capacity;
} Arena;

/* Makes `arena` empty; it holds no memory yet. */
void arena_init(Arena *arena);

/* Gives everything back; `arena` is empty again and may be used on. */
void arena_free(Arena *arena);

/* Returns `size` zeroed bytes from a new chunk (the slow path of arena_alloc). */
void *arena_alloc_slow(Arena *arena, size_t size);

/* Returns `size` zeroed bytes, aligned to 8. */
static inline void *arena_alloc(Arena *arena, size_t size)
{
    size = round_up(size, 8);
    if (unlikely(size > (size_t)(arena->end - arena->next))) {
        return arena_alloc_slow(arena, size);
    }
    void *result = arena->next;
    arena->next += size;
    return result;
}

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))

/* Returns a NUL-terminated copy of `length` bytes. */
char *arena_copy(Arena *arena, const char *bytes, size_t length);

/* Returns the formatted text as a NUL-terminated string. */
char *arena_printf(Arena *arena, const char *format, ...) printf_like(2, 3);

/* Returns the arena's one Name with these bytes, making it if need be. */
Name *arena_name(Arena *arena, const char *bytes, size_t length);

/* The same for a C string. */
static inline Name *arena_name_cstr(Arena *arena, const char *string)
{
    return arena_name(arena, string, strlen(string));
}

#endif
