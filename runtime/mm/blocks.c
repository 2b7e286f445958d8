/* blocks.c: see blocks.h. */
#define _GNU_SOURCE
#include "runtime/mm/blocks.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { BINS = 32, HUGE_FROM = 32 << 20 };

uintptr_t heap_base, heap_size;
HeapBlock *heap_blocks;
uint64_t *heap_marks;
uint32_t blocks_top = 1; /* number 0 means none */
static uint32_t blocks_count;
static uint32_t bins[BINS]; /* free runs of 2^i to 2^(i+1) - 1 blocks */

static void *reserve(size_t size)
{
    void *at = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                    -1, 0);
    if (at == MAP_FAILED) {
        return NULL;
    }
    /* Huge pages would make two MiB resident for the first byte. */
    madvise(at, size, MADV_NOHUGEPAGE);
    return at;
}

void blocks_reserve(void)
{
    for (size_t size = (size_t)1 << 38; size >= (size_t)1 << 26; size >>= 1) {
        char *range = reserve(size + HEAP_BLOCK_SIZE);
        HeapBlock *table = range ? reserve((size >> HEAP_BLOCK_SHIFT) * sizeof(HeapBlock)) : NULL;
        uint64_t *marks = table ? reserve(size / HEAP_GRANULE / 8) : NULL;
        if (marks) {
            heap_base = round_up((uintptr_t)range, HEAP_BLOCK_SIZE);
            heap_size = size;
            /* A heap of some size is faulted in by large pages: several times faster. */
            madvise((char *)round_up(heap_base + HUGE_FROM, (size_t)2 << 20), size - HUGE_FROM,
                    MADV_HUGEPAGE);
            heap_blocks = table;
            heap_marks = marks;
            blocks_count = (uint32_t)(size >> HEAP_BLOCK_SHIFT);
            return;
        }
        if (table) {
            munmap(table, (size >> HEAP_BLOCK_SHIFT) * sizeof(HeapBlock));
        }
        if (range) {
            munmap(range, size + HEAP_BLOCK_SIZE);
        }
    }
    fputs("hognose: no address space for the heap\n", stderr);
    exit(1);
}

static uint32_t bin_of(uint32_t n)
{
    return 31 - (uint32_t)__builtin_clz(n);
}

static void bin_add(uint32_t first, uint32_t n)
{
    HeapBlock *b = &heap_blocks[first], *last = &heap_blocks[first + n - 1];
    uint32_t *bin = &bins[bin_of(n)];
    b->run = last->run = n;
    b->first = last->first = first;
    b->previous = 0;
    b->next = *bin;
    if (*bin) {
        heap_blocks[*bin].previous = first;
    }
    *bin = first;
}

static void bin_remove(uint32_t first)
{
    HeapBlock *b = &heap_blocks[first];
    if (b->previous) {
        heap_blocks[b->previous].next = b->next;
    } else {
        bins[bin_of(b->run)] = b->next;
    }
    if (b->next) {
        heap_blocks[b->next].previous = b->previous;
    }
}

/* A free run of at least n blocks, off its list; 0 if there is none. */
static uint32_t find_run(uint32_t n)
{
    for (uint32_t i = bin_of(n); i < BINS; i++) {
        for (uint32_t first = bins[i]; first; first = heap_blocks[first].next) {
            if (heap_blocks[first].run >= n) {
                bin_remove(first);
                return first;
            }
        }
    }
    return 0;
}

uint32_t blocks_take(uint32_t n)
{
    uint32_t first = find_run(n);
    if (first) {
        uint32_t rest = heap_blocks[first].run - n;
        if (rest) {
            bin_add(first + n, rest);
        }
        for (uint32_t i = 0; i < n; i++) {
            heap.dirty -= !heap_blocks[first + i].is_clean;
        }
    } else {
        if (n > blocks_count - blocks_top) {
            return 0;
        }
        first = blocks_top;
        blocks_top += n;
        for (uint32_t i = 0; i < n; i++) {
            heap_blocks[first + i].is_clean = true;
        }
    }
    heap.blocks_used += n;
    return first;
}

static void release_pages(uint32_t first, uint32_t n)
{
    /* Where the system keeps the pages (MADV_DONTNEED refused: locked memory), they stay dirty. */
    bool clean =
        madvise(heap_block_start(first), (size_t)n << HEAP_BLOCK_SHIFT, MADV_DONTNEED) == 0;
    for (uint32_t i = 0; i < n; i++) {
        heap_blocks[first + i].is_clean = clean;
    }
}

void blocks_give(uint32_t first, uint32_t n, bool release)
{
    heap.blocks_used -= n;
    for (uint32_t i = 0; i < n; i++) {
        heap_blocks[first + i] = (HeapBlock){.kind = HEAP_BLOCK_FREE};
    }
    if (release) {
        release_pages(first, n);
    }
    for (uint32_t i = 0; i < n; i++) {
        heap.dirty += !heap_blocks[first + i].is_clean;
    }
    if (first + n < blocks_top && heap_blocks[first + n].kind == HEAP_BLOCK_FREE) {
        uint32_t behind = heap_blocks[first + n].run;
        bin_remove(first + n);
        n += behind;
    }
    if (first > 1 && heap_blocks[first - 1].kind == HEAP_BLOCK_FREE) {
        uint32_t before = heap_blocks[first - 1].first;
        bin_remove(before);
        n += first - before;
        first = before;
    }
    bin_add(first, n);
}

void blocks_trim(uint64_t keep)
{
    for (uint32_t number = blocks_top; number > 1 && heap.dirty > keep;) {
        number--;
        if (heap_blocks[number].kind != HEAP_BLOCK_FREE || heap_blocks[number].is_clean) {
            continue;
        }
        uint32_t last = number;
        while (number > 1 && heap_blocks[number - 1].kind == HEAP_BLOCK_FREE &&
               !heap_blocks[number - 1].is_clean && heap.dirty > keep + (last - number) + 1) {
            number--;
        }
        uint32_t n = last - number + 1;
        release_pages(number, n);
        if (!heap_blocks[number].is_clean) {
            return;
        }
        heap.dirty -= n;
    }
}
