/* heap.h: the heap of our own managers: where cells come from, and whose cell an address lies in.
 *
 * One reserved range of addresses is cut into blocks of 64 KiB. A small block holds cells of one
 * size class, of objects with references or of plain data (strings, big ints), never both; an
 * object past HEAP_SMALL_MAX has a run of whole blocks. Side tables, indexed by address, say the
 * rest: a HeapBlock record per block and one mark bit per 16 bytes. So finding free cells touches
 * no dead object.
 *
 * The tracing managers (and `none`) allocate by bumping through runs of unmarked cells, which are
 * found when they are needed (lazy sweeping). Their invariant: in a small block, a cell below
 * `swept` holds an object unless it lies in the class's current run, at or after the run's `next`;
 * a cell at or above `swept` holds one if and only if it is marked.
 * Refcounting uses a free list per block: a cell below `swept` holds an object unless its type is
 * 0, a cell above never does.
 */
#ifndef RUNTIME_MM_HEAP_H
#define RUNTIME_MM_HEAP_H

#include "runtime/object.h"

enum {
    HEAP_GRANULE = 16,
    HEAP_BLOCK_SHIFT = 16,
    HEAP_BLOCK_SIZE = 1 << HEAP_BLOCK_SHIFT,
    HEAP_FINE_MAX = 512, /* up to here a class every 16 bytes, then four a doubling */
    HEAP_SMALL_MAX = 8192,
    HEAP_CLASSES = 48,
    HEAP_LISTS = 2 * HEAP_CLASSES, /* with references; plain data */
};

typedef enum HeapBlockKind {
    HEAP_BLOCK_FREE,
    HEAP_BLOCK_SMALL,
    HEAP_BLOCK_LARGE,
    HEAP_BLOCK_LARGE_REST
} HeapBlockKind;

typedef struct HeapBlock {
    uint8_t kind;
    uint8_t list;         /* size class, + HEAP_CLASSES for data */
    bool is_data;         /* holds no references: marked, never scanned */
    bool is_clean;        /* a free block: all zero */
    bool is_available;    /* on its class's list of blocks that may have free cells */
    bool is_touched;      /* allocated from since the last collection */
    bool is_open;         /* refcount: available or current, so that a cell is freed without ado */
    uint32_t live;        /* tracing: marked cells; refcount: cells in use */
    uint32_t live_before; /* marked cells when it was touched */
    uint32_t cell;        /* bytes a cell */
    uint32_t cells;       /* in the block */
    uint32_t swept;       /* see above: an offset in bytes */
    uint32_t next, previous; /* in a list: block numbers; 0 ends it */
    uint32_t run;   /* large, free: blocks in the run (at its first; free: at its last too) */
    uint32_t first; /* of the run, in its other blocks */
    uint64_t size;  /* large: bytes asked for */
    void *free;     /* refcount: cells given back */
} HeapBlock;

/* The free cells that a class is allocating from: [next, limit) is zeroed, [limit, end) not yet. */
typedef struct HeapRun {
    char *next, *limit, *end;
    uint32_t block;
    bool is_clean; /* up to `end` */
} HeapRun;

typedef struct HeapState {
    uint64_t blocks_used;              /* blocks that are not free */
    uint64_t bytes_large;              /* in large objects, in whole pages */
    uint64_t taken, taken_cells;       /* in runs and large objects handed out since the start */
    uint64_t bytes_live, objects_live; /* found by the last collection */
    uint64_t taken_at_collection, cells_at_collection;
    uint64_t dirty; /* free blocks whose pages we still hold */
    int64_t budget; /* bytes that may be handed out before `heap_over_budget` */
} HeapState;

extern uintptr_t heap_base, heap_size; /* of the reserved range */
extern HeapBlock *heap_blocks;         /* indexed by block number; number 0 is not used */
extern uint64_t *heap_marks;
extern HeapRun heap_runs[HEAP_LISTS];
extern HeapState heap;

/* Index of the mark bit of an address, and of its block. */
static always_inline bool heap_contains(uintptr_t address)
{
    return address - heap_base < heap_size;
}
static always_inline HeapBlock *heap_block_of(const void *object)
{
    return &heap_blocks[((uintptr_t)object - heap_base) >> HEAP_BLOCK_SHIFT];
}
static always_inline bool heap_is_marked(const void *object)
{
    uintptr_t offset = (uintptr_t)object - heap_base;
    return heap_marks[offset >> 10] >> ((offset >> 4) & 63) & 1;
}
static always_inline void heap_mark(const void *object)
{
    uintptr_t offset = (uintptr_t)object - heap_base;
    heap_marks[offset >> 10] |= UINT64_C(1) << ((offset >> 4) & 63);
}
static always_inline void heap_unmark(const void *object)
{
    uintptr_t offset = (uintptr_t)object - heap_base;
    heap_marks[offset >> 10] &= ~(UINT64_C(1) << ((offset >> 4) & 63));
}
static always_inline char *heap_block_start(uint32_t number)
{
    return (char *)heap_base + ((uintptr_t)number << HEAP_BLOCK_SHIFT);
}

/* The class of a size from 1 to HEAP_SMALL_MAX, and the cell that it gets. */
static always_inline uint32_t heap_class(size_t size)
{
    if (size <= HEAP_FINE_MAX) {
        return (uint32_t)((size + HEAP_GRANULE - 1) / HEAP_GRANULE - 1);
    }
    uint32_t shift = 61 - (uint32_t)__builtin_clzll(size - 1);
    return 32 + (shift - 7) * 4 + (((size - 1) >> shift) & 3);
}
static always_inline size_t heap_cell(size_t size)
{
    if (size <= HEAP_FINE_MAX) {
        return (size + HEAP_GRANULE - 1) & ~(size_t)(HEAP_GRANULE - 1);
    }
    return round_up(size, (size_t)1 << (61 - __builtin_clzll(size - 1)));
}

/* Bytes in a list's cells. */
size_t heap_list_cell(uint32_t list);

/* A cell from the class's run, or NULL: then heap_refill gives one. */
static always_inline char *heap_bump(uint32_t list, size_t cell)
{
    HeapRun *run = &heap_runs[list];
    char *at = run->next;
    if (unlikely(cell > (size_t)(run->limit - at))) {
        return NULL;
    }
    run->next = at + cell;
    return at;
}

/* Zeroes a cell, which is a multiple of 16 bytes, without a call. */
static always_inline void heap_zero(void *at, size_t size)
{
    typedef long long Pair __attribute__((vector_size(16), aligned(16)));
    char *p = at, *end = p + size;
    if (__builtin_constant_p(size) && size <= 256) {
        memset(p, 0, size);
        return;
    }
    do {
        *(Pair *)p = (Pair){0, 0};
        p += 16;
        __asm__("" : "+r"(p)); /* or gcc makes a call of memset of it, slow for few bytes */
    } while (p < end);
}

/* Reserves the range. `counts`: refcount's rule for what is in use, else the tracing one. */
void heap_start(bool counts);
/* A cell of a class (zeroed unless it is of data), from a new run. Raises MemoryError. */
void *heap_refill(uint32_t list);
/* A zeroed object beyond HEAP_SMALL_MAX (data: its first block). Raises MemoryError. */
void *heap_new_large(size_t size, bool is_data);
void heap_free_large(void *object);
/* An empty small block of a class, as refcount wants it (on no list). Raises MemoryError. */
HeapBlock *heap_new_block(uint32_t list);
void heap_free_block(HeapBlock *block);
static always_inline uint32_t heap_number(const HeapBlock *block)
{
    return (uint32_t)(block - heap_blocks);
}

/* Before a full marking: forgets all marks. */
void heap_clear_marks(void);
/* After a marking: what is not marked is free. A minor one looks at blocks touched since the last.
 */
void heap_reclaim(bool minor);
/* Gives the pages of free blocks back to the system, but for `keep` blocks. */
void heap_trim(uint64_t keep);
/* Bytes and objects handed out since the start; found live at the last collection or handed out
 * since; bytes of blocks in use. */
uint64_t heap_bytes_allocated(void);
uint64_t heap_objects_allocated(void);
uint64_t heap_bytes_held(void);
uint64_t heap_objects_held(void);
uint64_t heap_bytes_committed(void);
/* No block from this number on was ever used. */
uint32_t heap_top(void);
/* The object that an address lies in, or NULL. */
Object *heap_resolve(uintptr_t address);
void heap_each(void (*visit)(Object *object, void *context), void *context);
size_t heap_cell_size(const Object *object);
/* Between marking and heap_reclaim: fills what is not marked with 0xdb (if heap_is_poisoned), and
 * closes it to the address sanitizer. */
void heap_poison(void);
extern bool heap_is_poisoned;

/* ---- Asked of the manager ---- */

/* `bytes` more are about to be taken from the system; may collect, raises MemoryError past the
 * limit. The heap is consistent, and may have free cells afterwards. */
void heap_growing(uint64_t bytes);
/* heap.budget has become negative. */
void heap_over_budget(void);

#endif
