/* counted.c: cells for refcounting: each small block has its own list of free cells, so that a
 * block whose last cell is freed goes back (after mimalloc: Leijen, Zorn and de Moura, "Mimalloc:
 * Free List Sharding in Action", APLAS 2019).
 */
#include "runtime/mm/counted.h"
#if MM_COUNTS
#include "runtime/error.h"
#include "runtime/mm/records.h"
#include "runtime/mm/sanitize.h"

enum { CARVED = 4096, DIRTY_MIN = 64 };

HeapBlock *counted_blocks[HEAP_LISTS];
uint64_t counted_made[HEAP_LISTS], counted_large;
static HeapBlock no_block; /* without free cells */
static uint32_t available[HEAP_LISTS];

void counted_start(void)
{
    heap_start(true);
    for (uint32_t list = 0; list < HEAP_LISTS; list++) {
        counted_blocks[list] = &no_block;
    }
}

static void make_available(HeapBlock *b)
{
    uint32_t number = heap_number(b);
    b->is_available = true;
    b->is_open = !heap_is_poisoned;
    b->previous = 0;
    b->next = available[b->list];
    if (b->next) {
        heap_blocks[b->next].previous = number;
    }
    available[b->list] = number;
}

static void make_unavailable(HeapBlock *b)
{
    b->is_available = b->is_open = false;
    if (b->previous) {
        heap_blocks[b->previous].next = b->next;
    } else {
        available[b->list] = b->next;
    }
    if (b->next) {
        heap_blocks[b->next].previous = b->previous;
    }
}

/* Cuts the next cells of a block that were never used. */
static bool carve(HeapBlock *b)
{
    uint32_t end = b->cells * b->cell;
    if (b->swept >= end) {
        return false;
    }
    char *at = heap_block_start(heap_number(b)) + b->swept;
    uint32_t n = MIN((end - b->swept) / b->cell, MAX(CARVED / b->cell, 1u));
    HeapFreeCell *list = NULL;
    for (uint32_t i = n; i-- > 0;) {
        HeapFreeCell *cell = (HeapFreeCell *)(at + i * b->cell);
        *cell = (HeapFreeCell){0, list};
        list = cell;
    }
    b->free = list;
    b->swept += n * b->cell;
    heap.taken += n * b->cell;
    if (cycles_are_due()) {
        mm_pending = 1;
    }
    return true;
}

noinline HeapFreeCell *counted_refill(uint32_t list)
{
    HeapBlock *b = counted_blocks[list];
    while (!b->free) {
        if (b != &no_block && carve(b)) {
            break;
        }
        if (available[list]) {
            b = &heap_blocks[available[list]];
            make_unavailable(b);
        } else {
            b = heap_new_block(list);
        }
        HeapBlock *old = counted_blocks[list];
        old->is_open = false;
        if (old->free && old != b) { /* freed on the way to a new block */
            make_available(old);
        }
        b->is_open = !heap_is_poisoned;
        counted_blocks[list] = b;
    }
    HeapFreeCell *cell = b->free;
    b->free = cell->next;
    b->live++;
    unpoison_memory(cell, b->cell);
    return cell;
}

noinline void *counted_slow(Type *type, size_t size, bool is_data)
{
    is_data &= !(type->flags & TYPE_HEAP);
    Object *object;
    if (size > HEAP_SMALL_MAX) {
        object = heap_new_large(size, is_data);
        object->mm = 0;
        counted_large += round_up(size, 4096);
    } else {
        size_t cell = heap_cell(size);
        object = (Object *)counted_take(heap_class(size) + (is_data ? HEAP_CLASSES : 0));
        unpoison_memory(object, cell);
        counted_made[heap_class(size) + (is_data ? HEAP_CLASSES : 0)]++;
        memset(object, 0, is_data ? COUNTED_DATA_ZEROED : cell);
    }
    return counted_enter(object, type);
}

static void trim(void)
{
    uint64_t keep = MAX(heap.blocks_used / 8, (uint64_t)DIRTY_MIN);
    if (heap.dirty > keep * 2) {
        heap_trim(keep);
    }
}

noinline void counted_free_slow(Object *object)
{
    if (unlikely(!heap_contains((uintptr_t)object))) {
        record_free(object);
        return;
    }
    HeapBlock *b = heap_block_of(object);
    if (unlikely(b->kind == HEAP_BLOCK_LARGE)) {
        heap.taken -= round_up(b->size, 4096);
        heap_free_large(object);
        trim();
        return;
    }
    if (unlikely(heap_is_poisoned)) {
        memset(object, 0xdb, b->cell);
    }
    *(HeapFreeCell *)object = (HeapFreeCell){0, b->free};
    b->free = object;
    if (unlikely(--b->live == 0 && b != counted_blocks[b->list])) {
        if (b->is_available) {
            make_unavailable(b);
        }
        heap.taken -= b->swept;
        heap_free_block(b);
        trim();
    } else if (unlikely(!b->is_available && b != counted_blocks[b->list])) {
        make_available(b);
    }
}

static void add_blocks(uint64_t sums[2])
{
    for (uint32_t number = 1; number < heap_top(); number++) {
        const HeapBlock *b = &heap_blocks[number];
        if (b->kind == HEAP_BLOCK_SMALL) {
            sums[0] += (uint64_t)b->live * b->cell;
            sums[1] += b->live;
        } else if (b->kind == HEAP_BLOCK_LARGE) {
            sums[1]++;
        }
    }
    sums[0] += heap.bytes_large + record_count * RECORD_SIZE;
    sums[1] += record_count;
}

uint64_t counted_bytes(void)
{
    uint64_t sums[2] = {0, 0};
    add_blocks(sums);
    return sums[0];
}

void counted_made_so_far(uint64_t *objects, uint64_t *bytes)
{
    *objects = 0;
    *bytes = counted_large;
    for (uint32_t list = 0; list < HEAP_LISTS; list++) {
        *objects += counted_made[list];
        *bytes += counted_made[list] * heap_list_cell(list);
    }
}

uint64_t counted_cells(void)
{
    uint64_t sums[2] = {0, 0};
    add_blocks(sums);
    return sums[1];
}
#endif
