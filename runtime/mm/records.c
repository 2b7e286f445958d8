/* records.c: see records.h. */
#define _GNU_SOURCE
#include "runtime/mm/records.h"
#include "runtime/error.h"
#include <sys/mman.h>

enum { REGION = 256 << 20 };

uint64_t record_count;
static char *region, *top;
static Type *free_records; /* linked through `base` */

static void reserve_region(void)
{
    for (size_t size = REGION; size >= 1 << 20; size >>= 1) {
        char *at = mmap(NULL, size, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_32BIT, -1, 0);
        if (at != MAP_FAILED) {
            madvise(at, size, MADV_NOHUGEPAGE);
            region = top = at;
            return;
        }
    }
    raise_memory();
}

Type *record_new(Type *meta)
{
    Type *record = free_records;
    if (record) {
        free_records = record->base;
        record->base = NULL;
    } else {
        if (!region) {
            reserve_region();
        }
        if (top + RECORD_SIZE > region + REGION) {
            raise_memory();
        }
        record = (Type *)top;
        top += RECORD_SIZE;
    }
    record->head.type = (uint32_t)(uintptr_t)meta;
    record_count++;
    return record;
}

void record_free(Object *object)
{
    Type *record = (Type *)object;
    memset(record, 0, RECORD_SIZE);
    record->base = free_records;
    free_records = record;
    record_count--;
}

bool is_record(const void *at)
{
    /* Unsigned: `at` may be any word at all. */
    return (uintptr_t)at - (uintptr_t)region < (uintptr_t)(top - region);
}

Object *record_resolve(uintptr_t address)
{
    if (!is_record((void *)address)) {
        return NULL;
    }
    Object *record = (Object *)(region + (address - (uintptr_t)region) / RECORD_SIZE * RECORD_SIZE);
    return record->type ? record : NULL;
}

void record_each(void (*visit)(Object *object, void *context), void *context)
{
    for (char *at = region; at < top; at += RECORD_SIZE) {
        if (((Object *)at)->type) {
            visit((Object *)at, context);
        }
    }
}
