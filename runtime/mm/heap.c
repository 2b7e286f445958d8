/* heap.c: cells: runs of free ones in blocks, large objects, reclaiming, resolving. See heap.h. */
#include "runtime/mm/heap.h"
#include "runtime/error.h"
#include "runtime/mm/blocks.h"
#include "runtime/mm/sanitize.h"

enum {
    OPENED = 2048, /* bytes ahead of the bump pointer: what is zeroed stays in the cache */
    RELEASE_MIN = 256 << 10, /* large objects from here on go back to the system when freed */
    PAGE = 4096,
};

HeapRun heap_runs[HEAP_LISTS];
HeapState heap;
bool heap_is_poisoned;
static bool heap_counts;               /* refcount's rule for what is in use */
static uint32_t available[HEAP_LISTS]; /* blocks to sweep */
static uint32_t touched;               /* small blocks allocated from since the last collection */
static uint32_t young_large;           /* large objects since then */

void heap_start(bool counts)
{
    heap_counts = counts;
    blocks_reserve();
}

size_t heap_list_cell(uint32_t list)
{
    uint32_t class = list % HEAP_CLASSES;
    return class < 32 ? (class + 1) * HEAP_GRANULE
                      : (size_t)(5 + (class - 32) % 4) << (7 + (class - 32) / 4);
}

/* ---- Small cells ---- */

HeapBlock *heap_new_block(uint32_t list)
{
    heap_growing(HEAP_BLOCK_SIZE);
    uint32_t number = blocks_take(1);
    if (!number) {
        raise_memory();
    }
    HeapBlock *b = &heap_blocks[number];
    bool clean = b->is_clean;
    uint32_t cell = (uint32_t)heap_list_cell(list);
    *b = (HeapBlock){.kind = HEAP_BLOCK_SMALL,
                     .list = (uint8_t)list,
                     .is_data = list >= HEAP_CLASSES,
                     .is_clean = clean,
                     .cell = cell,
                     .cells = HEAP_BLOCK_SIZE / cell};
    return b;
}

void heap_free_block(HeapBlock *b)
{
    uint32_t number = heap_number(b);
    unpoison_memory(heap_block_start(number), HEAP_BLOCK_SIZE);
    blocks_give(number, 1, false);
}

static bool bit_at(const uint64_t *marks, uint32_t granule)
{
    return marks[granule >> 6] >> (granule & 63) & 1;
}

/* The first marked granule from `from` on, at most `end`. */
static uint32_t next_marked(const uint64_t *marks, uint32_t from, uint32_t end)
{
    for (uint32_t i = from >> 6; i < (end + 63) >> 6; i++) {
        uint64_t word = marks[i];
        if (i == from >> 6) {
            word &= ~UINT64_C(0) << (from & 63);
        }
        if (word) {
            uint32_t found = i * 64 + (uint32_t)__builtin_ctzll(word);
            return MIN(found, end);
        }
    }
    return end;
}

static const uint64_t *block_marks(uint32_t number)
{
    return heap_marks + ((size_t)number << (HEAP_BLOCK_SHIFT - 10));
}

/* Moves the run to the next free cells of its block; false if there are no more. */
static bool sweep_on(HeapRun *run)
{
    HeapBlock *b = &heap_blocks[run->block];
    const uint64_t *marks = block_marks(run->block);
    uint32_t step = b->cell / HEAP_GRANULE, at = b->swept / HEAP_GRANULE, end = b->cells * step;
    while (at < end && bit_at(marks, at)) {
        at += step;
    }
    if (at >= end) {
        b->swept = HEAP_BLOCK_SIZE;
        return false;
    }
    uint32_t stop = next_marked(marks, at, end);
    b->swept = stop * HEAP_GRANULE;
    run->next = run->limit = heap_block_start(run->block) + at * HEAP_GRANULE;
    run->end = heap_block_start(run->block) + stop * HEAP_GRANULE;
    unpoison_memory(run->next, (size_t)(run->end - run->next));
    run->is_clean = b->is_clean;
    return true;
}

static bool find_run(uint32_t list)
{
    HeapRun *run = &heap_runs[list];
    for (;;) {
        if (run->block && sweep_on(run)) {
            return true;
        }
        uint32_t number = available[list];
        run->block = number;
        if (!number) {
            run->next = run->limit = run->end = NULL;
            return false;
        }
        HeapBlock *b = &heap_blocks[number];
        available[list] = b->next;
        b->is_available = false;
        b->live_before = b->live;
        b->next = touched;
        touched = number;
    }
}

static void start_block(uint32_t list)
{
    HeapBlock *b = heap_new_block(list);
    if (available[list]) { /* a collection came in between */
        heap_free_block(b);
        return;
    }
    b->is_available = true;
    available[list] = heap_number(b);
}

/* Opens the next cells of the run: zeroes them, unless they are clean or hold plain data. Bytes
 * count as taken from here on. */
static void open_run(HeapRun *run, uint32_t list, size_t cell)
{
    size_t n = MIN((size_t)(run->end - run->limit), MAX(OPENED / cell * cell, cell));
    if (list < HEAP_CLASSES && !run->is_clean) {
        memset(run->limit, 0, n);
    }
    run->limit += n;
    heap.taken += n;
    heap.taken_cells += n / cell;
    heap.budget -= (int64_t)n;
    if (unlikely(heap.budget < 0)) {
        heap_over_budget();
    }
}

void *heap_refill(uint32_t list)
{
    size_t cell = heap_list_cell(list);
    HeapRun *run = &heap_runs[list];
    for (;;) {
        if (run->limit < run->end) {
            open_run(run, list, cell);
            return heap_bump(list, cell);
        }
        if (!find_run(list)) {
            start_block(list);
        }
    }
}

/* ---- Large objects ---- */

void *heap_new_large(size_t size, bool is_data)
{
    if (size > heap_size) {
        raise_memory();
    }
    uint32_t n = (uint32_t)((size + HEAP_BLOCK_SIZE - 1) >> HEAP_BLOCK_SHIFT);
    size_t pages = round_up(size, PAGE);
    heap_growing(pages);
    uint32_t first = blocks_take(n);
    if (!first) {
        raise_memory();
    }
    for (uint32_t i = 0; i < n; i++) {
        HeapBlock *b = &heap_blocks[first + i];
        if (!b->is_clean && !(is_data && i)) {
            memset(heap_block_start(first + i), 0,
                   MIN(size - ((size_t)i << HEAP_BLOCK_SHIFT), HEAP_BLOCK_SIZE));
        }
        *b = (HeapBlock){.kind = HEAP_BLOCK_LARGE_REST, .first = first};
    }
    heap_blocks[first] = (HeapBlock){.kind = HEAP_BLOCK_LARGE,
                                     .is_data = is_data,
                                     .run = n,
                                     .size = size,
                                     .next = young_large,
                                     .is_touched = true};
    if (young_large) {
        heap_blocks[young_large].previous = first;
    }
    young_large = first;
    heap.bytes_large += pages;
    heap.taken += pages;
    heap.taken_cells++;
    heap.budget -= (int64_t)pages;
    if (unlikely(heap.budget < 0)) {
        heap_over_budget();
    }
    return heap_block_start(first);
}

static void unlink_young(HeapBlock *b)
{
    if (!b->is_touched) {
        return;
    }
    b->is_touched = false;
    if (b->previous) {
        heap_blocks[b->previous].next = b->next;
    } else {
        young_large = b->next;
    }
    if (b->next) {
        heap_blocks[b->next].previous = b->previous;
    }
}

void heap_free_large(void *object)
{
    HeapBlock *b = heap_block_of(object);
    unlink_young(b);
    heap_unmark(object);
    heap.bytes_large -= round_up(b->size, PAGE);
    blocks_give(heap_number(b), b->run, b->size >= RELEASE_MIN);
}

/* ---- Collections ---- */

void heap_clear_marks(void)
{
    for (uint32_t number = 1; number < blocks_top; number++) {
        HeapBlock *b = &heap_blocks[number];
        if (b->kind == HEAP_BLOCK_SMALL) {
            memset((void *)block_marks(number), 0, HEAP_BLOCK_SIZE / HEAP_GRANULE / 8);
        } else if (b->kind == HEAP_BLOCK_LARGE) {
            heap_unmark(heap_block_start(number));
        }
        b->live = heap_counts ? b->live : 0;
    }
}

static void close_runs(void)
{
    for (uint32_t list = 0; list < HEAP_LISTS; list++) {
        HeapRun *run = &heap_runs[list];
        if (run->block) {
            heap.taken -= (size_t)(run->limit - run->next);
            heap.taken_cells -= (size_t)(run->limit - run->next) / heap_list_cell(list);
            *run = (HeapRun){0};
        }
    }
}

/* A small block is free, or has free cells, or is full; blocks that are nearly full are not worth
 * the search of their bits. */
static void reclaim_small(HeapBlock *b)
{
    if (!b->live) {
        heap_free_block(b);
        return;
    }
    heap.bytes_live += (uint64_t)(b->live - b->live_before) * b->cell;
    heap.objects_live += b->live - b->live_before;
    b->swept = 0;
    b->is_clean = false;
    b->is_available = b->live <= b->cells - b->cells / 32 - (b->cells < 32);
    if (b->is_available) {
        b->next = available[b->list];
        available[b->list] = heap_number(b);
    }
}

static void reclaim_large(HeapBlock *b)
{
    if (!b->live) {
        heap_free_large(heap_block_start(heap_number(b)));
        return;
    }
    heap.bytes_live += round_up(b->size, PAGE);
    heap.objects_live++;
}

void heap_reclaim(bool minor)
{
    close_runs();
    if (minor) {
        for (uint32_t number = touched, next; number; number = next) {
            next = heap_blocks[number].next;
            reclaim_small(&heap_blocks[number]);
        }
        for (uint32_t number = young_large, next; number; number = next) {
            next = heap_blocks[number].next;
            reclaim_large(&heap_blocks[number]);
            heap_blocks[number].is_touched = false;
        }
    } else {
        memset(available, 0, sizeof available);
        heap.bytes_live = heap.objects_live = 0;
        for (uint32_t number = blocks_top; --number;) {
            HeapBlock *b = &heap_blocks[number];
            if (b->kind == HEAP_BLOCK_SMALL) {
                b->live_before = 0;
                reclaim_small(b);
            } else if (b->kind == HEAP_BLOCK_LARGE) {
                reclaim_large(b);
                b->is_touched = false;
            }
        }
    }
    touched = young_large = 0;
    heap.taken_at_collection = heap.taken;
    heap.cells_at_collection = heap.taken_cells;
}

void heap_trim(uint64_t keep)
{
    blocks_trim(keep);
}

/* ---- Figures ---- */

static uint64_t runs_rest(bool as_cells)
{
    uint64_t rest = 0;
    for (uint32_t list = 0; list < HEAP_LISTS; list++) {
        size_t bytes = (size_t)(heap_runs[list].limit - heap_runs[list].next);
        rest += as_cells ? bytes / heap_list_cell(list) : bytes;
    }
    return rest;
}

uint64_t heap_bytes_allocated(void)
{
    return heap.taken - runs_rest(false);
}
uint64_t heap_objects_allocated(void)
{
    return heap.taken_cells - runs_rest(true);
}
uint64_t heap_bytes_held(void)
{
    return heap.bytes_live + heap_bytes_allocated() - heap.taken_at_collection;
}
uint64_t heap_objects_held(void)
{
    return heap.objects_live + heap_objects_allocated() - heap.cells_at_collection;
}
uint32_t heap_top(void)
{
    return blocks_top;
}
uint64_t heap_bytes_committed(void)
{
    return heap.blocks_used << HEAP_BLOCK_SHIFT;
}

/* ---- From addresses to objects ---- */

static bool in_use(const HeapBlock *b, const char *at)
{
    uint32_t number = heap_number(b);
    bool is_below = (uint32_t)(at - heap_block_start(number)) < b->swept;
    if (heap_counts) {
        return is_below && ((const Object *)at)->type != 0;
    }
    const HeapRun *run = &heap_runs[b->list];
    return is_below ? !(run->block == number && at >= run->next && at < run->end)
                    : heap_is_marked(at);
}

Object *heap_resolve(uintptr_t address)
{
    uintptr_t offset = address - heap_base;
    if (offset >= (uintptr_t)blocks_top << HEAP_BLOCK_SHIFT) {
        return NULL;
    }
    uint32_t number = (uint32_t)(offset >> HEAP_BLOCK_SHIFT);
    const HeapBlock *b = &heap_blocks[number];
    if (b->kind == HEAP_BLOCK_LARGE_REST) {
        number = b->first;
        b = &heap_blocks[number];
    }
    char *start = heap_block_start(number);
    if (b->kind == HEAP_BLOCK_LARGE) {
        return address - (uintptr_t)start < round_up(b->size, PAGE) ? (Object *)start : NULL;
    }
    if (b->kind != HEAP_BLOCK_SMALL) {
        return NULL;
    }
    uint32_t index = (uint32_t)(offset & (HEAP_BLOCK_SIZE - 1)) / b->cell;
    char *at = start + index * b->cell;
    return index < b->cells && in_use(b, at) ? (Object *)at : NULL;
}

void heap_each(void (*visit)(Object *object, void *context), void *context)
{
    for (uint32_t number = 1; number < blocks_top; number++) {
        const HeapBlock *b = &heap_blocks[number];
        char *start = heap_block_start(number);
        if (b->kind == HEAP_BLOCK_LARGE) {
            visit((Object *)start, context);
        } else if (b->kind == HEAP_BLOCK_SMALL) {
            for (uint32_t i = 0; i < b->cells && b->kind == HEAP_BLOCK_SMALL; i++) {
                if (in_use(b, start + i * b->cell)) {
                    visit((Object *)(start + i * b->cell), context);
                }
            }
        }
    }
}

size_t heap_cell_size(const Object *object)
{
    const HeapBlock *b = heap_block_of(object);
    return b->kind == HEAP_BLOCK_LARGE ? round_up(b->size, PAGE) : b->cell;
}

void heap_poison(void)
{
    for (uint32_t number = 1; number < blocks_top; number++) {
        const HeapBlock *b = &heap_blocks[number];
        char *start = heap_block_start(number);
        if (b->kind == HEAP_BLOCK_LARGE && !b->live) {
            memset(start, 0xdb, b->size);
        } else if (b->kind == HEAP_BLOCK_SMALL) {
            for (uint32_t i = 0; i < b->cells; i++) {
                char *at = start + i * b->cell;
                if (!heap_is_marked(at)) {
                    unpoison_memory(at, b->cell);
                    if (heap_is_poisoned) {
                        memset(at, 0xdb, b->cell);
                    }
                    poison_memory(at, b->cell);
                }
            }
        }
    }
}
