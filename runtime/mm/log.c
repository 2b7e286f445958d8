/* log.c: the course of collections: their events, their figures, --gc-log. */
#define _GNU_SOURCE
#include "runtime/mm/shared.h"
#include <stdio.h>
#include <time.h>

uint64_t external_bytes, external_allocated;
static MmEvent event;
static bool is_open;
static double started, total_seconds, longest_pause;
static uint64_t minors, majors, freed, peak;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

uint64_t peak_note(uint64_t bytes)
{
    peak = MAX(peak, bytes);
    return peak;
}

void event_begin(const char *collection, const char *reason, int generation, uint64_t bytes)
{
    event = (MmEvent){.kind = MM_BEGIN,
                      .collection = collection,
                      .reason = reason,
                      .generation = generation,
                      .bytes_before = bytes};
    is_open = true;
    peak_note(bytes);
    event_tell(&event);
    started = now();
}

void event_marked(void)
{
    event.kind = MM_MARKED;
    event.seconds = now() - started;
    event_tell(&event);
}

void event_end(uint64_t bytes, uint64_t objects_freed)
{
    event.kind = MM_END;
    event.seconds = now() - started;
    event.bytes_after = bytes;
    event.objects_freed = objects_freed;
    is_open = false;
    total_seconds += event.seconds;
    longest_pause = MAX(longest_pause, event.seconds);
    freed += objects_freed;
    *(event.generation < 2 ? &minors : &majors) += 1;
    if (mm_options.log) {
        fprintf(stderr, "gc: %s (%s) %.3f ms, %.2f MiB -> %.2f MiB\n", event.collection,
                event.reason, event.seconds * 1e3, (double)event.bytes_before / 1048576,
                (double)event.bytes_after / 1048576);
    }
    event_tell(&event);
}

bool event_is_open(void)
{
    return is_open;
}

void event_stats(MmStats *stats)
{
    stats->collections_minor = minors;
    stats->collections_major = majors;
    stats->seconds = total_seconds;
    stats->longest_pause = longest_pause;
    stats->collected = freed;
    stats->external_bytes = external_bytes;
    stats->peak_bytes = peak_note(stats->bytes + external_bytes);
}
