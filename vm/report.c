/* report.c: see report.h. */
#include "vm/report.h"
#include "vm/engine.h"
#include "vm/vm.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "runtime/buffer.h"
#include "runtime/mm.h"
#include "runtime/mm/trace.h"
#include "stdlib/numpy/view_report.h"

enum { FIRST_LOOK = 1 << 20, GROWTH = 32 }; /* bytes; looks again after 1/32 more */

static EngineReport report;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Keeps the peak so far, before a trace takes memory; `after_trace` sets the kernel's mark back. */
static void keep_peak(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    report.peak_kib = MAX(report.peak_kib, (uint64_t)usage.ru_maxrss);
}

static void after_trace(void)
{
    int fd = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);
    if (fd >= 0) {
        ssize_t ignored = write(fd, "5", 1); /* peak resident size := the present one; proc(5) */
        (void)ignored;
        close(fd);
    }
}

static void on_growth(void);

static void look_at_views(void)
{
    double start = now();
    keep_peak();
    uint64_t used = 0;
    int owners = 0;
    uint64_t bytes = array_bytes_alive_only_through_views(&used, &owners);
    if (bytes > report.bytes_views_only) {
        report.bytes_views_only = bytes;
        report.bytes_views_used = used;
        report.views_only_owners = (uint64_t)owners;
    }
    size_t grown = buffer_bytes();
    buffer_watch(grown + MAX((size_t)FIRST_LOOK, grown / GROWTH), on_growth);
    after_trace();
    report.measuring_seconds += now() - start;
}

/* Inside of a native: the look has to wait until its arrays are held by somebody. */
static void on_growth(void)
{
    vm.poll_task = look_at_views;
    mm_pending = 1;
}

/* Adds an object's cell, and what it owns outside the heap. */
static void add_object(Object *object, void *context)
{
    uint64_t *sum = context;
    const Type *type = object_type(object);
    size_t cell = mm_cell_size(object);
    *sum += cell;
    if (type->on_free && type->size_of) {
        size_t all = object_size(object);
        *sum += all > cell ? all - cell : 0;
    }
}

void report_start(void)
{
    mallopt(M_MMAP_THRESHOLD, 128 << 10); /* fixed: what a trace frees goes back to the system */
    buffer_watch(FIRST_LOOK, on_growth);
}

void report_finish(int fd)
{
    MmStats stats;
    mm_stats(&stats);
    report.collector_seconds = stats.seconds;
    report.longest_pause = stats.longest_pause;
    report.collections_minor = stats.collections_minor;
    report.collections_major = stats.collections_major;
    look_at_views();
    buffer_watch(SIZE_MAX, NULL);
    double start = now();
    trace_reachable(add_object, &report.bytes_live);
    report.measuring_seconds += now() - start;
    if (write(fd, &report, sizeof report) != sizeof report) {
        _exit(125); /* the launcher has gone */
    }
    close(fd);
}
