#include "runtime/buffer.h"
#include "runtime/error.h"
#include "runtime/mm.h"

#include <stdlib.h>
#include <sys/mman.h>

enum { MAPPED_FROM = 128 << 10, CACHE_MAX = 24 << 20, PAGE = 4096 };

/* The piece that was freed last, if it was mapped and not too large. */
static struct {
    void *data;
    size_t size;
} kept;

static size_t in_use, watch_limit = SIZE_MAX;
static void (*watcher)(void);

void buffer_watch(size_t limit, void (*watch)(void))
{
    watch_limit = limit;
    watcher = watch;
}

size_t buffer_bytes(void)
{
    return in_use;
}

static size_t mapped_size(size_t bytes)
{
    return round_up(bytes, PAGE);
}

static void *take_kept(size_t size)
{
    if (!kept.data || kept.size < size || kept.size - size > size / 8) {
        return NULL;
    }
    void *data = kept.data;
    if (kept.size > size) { /* the end that is not needed goes back */
        munmap((char *)data + size, kept.size - size);
    }
    kept.data = NULL;
    return data;
}

static void *map(size_t size, bool zeroed)
{
    void *data = take_kept(size);
    if (data) {
        if (zeroed) {
            madvise(data, size, MADV_DONTNEED);
        }
        return data;
    }
    data = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return data == MAP_FAILED ? NULL : data;
}

/* Whether the manager lets us have so much more. */
static bool allowed(size_t bytes)
{
    Catch c;
    if (CATCH(c)) {
        mm_account_check(bytes);
        catch_end(&c);
        return true;
    }
    return false;
}

void *buffer_new(size_t bytes, bool zeroed)
{
    if (bytes > SIZE_MAX / 2 || !allowed(bytes)) {
        return NULL;
    }
    void *data;
    if (bytes >= MAPPED_FROM) {
        data = map(mapped_size(bytes), zeroed);
    } else {
        data = aligned_alloc(64, round_up(bytes + !bytes, 64));
        if (data && zeroed) {
            memset(data, 0, bytes);
        }
    }
    if (data) {
        mm_account((int64_t)bytes);
        in_use += bytes;
        if (unlikely(in_use > watch_limit)) {
            watch_limit = SIZE_MAX;
            watcher();
        }
    }
    return data;
}

void buffer_free(void *data, size_t bytes)
{
    if (!data) {
        return;
    }
    mm_account(-(int64_t)bytes);
    in_use -= bytes;
    if (bytes < MAPPED_FROM) {
        free(data);
        return;
    }
    size_t size = mapped_size(bytes);
    if (size <= CACHE_MAX) {
        if (kept.data) {
            munmap(kept.data, kept.size);
        }
        kept.data = data;
        kept.size = size;
    } else {
        munmap(data, size);
    }
}
