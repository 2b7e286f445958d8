/* engine.h: what the launcher and an engine know of each other. An engine is the whole interpreter
 * compiled for one memory manager; it exports one symbol, engine_NAME. Nothing of an engine has run
 * before `run` is called, and only one engine runs in a process.
 */
#ifndef VM_ENGINE_H
#define VM_ENGINE_H

#include <stdbool.h>
#include <stdint.h>

#define HOGNOSE_VERSION "0.1"

/* The managers, the default one first: X(name, one line for --help). */
#define MANAGERS(X)                                                                                \
    X(generational, "in-place generations with sticky marks: minor and major collections")         \
    X(marksweep, "stop-the-world marking, lazy sweeping")                                          \
    X(refcount, "reference counts; garbage cycles by a backup trace")                              \
    X(boehm, "the Boehm-Demers-Weiser collector, libgc")                                           \
    X(none, "no collection: memory is only ever allocated")

typedef struct EngineOptions {
    /* What to run: the first that is set; none of them: the REPL, or standard input if it is not a
     * terminal. The script's name, "-c" or "-m" is argv[0] of run(). */
    const char *code;   /* -c */
    const char *module; /* -m */
    const char *script; /* a path; "-": standard input */
    bool interactive;   /* -i: the REPL after that */
    bool disassemble;   /* --dis: print the byte code instead of running it */
    /* The memory manager's. */
    uint64_t max_heap; /* bytes; 0: no limit */
    uint64_t stress;   /* collect at every Nth safepoint; 0: off */
    bool verify, log;
    /* Where --compare wants an EngineReport written at exit; -1: nowhere. */
    int report;
} EngineOptions;

/* One run in figures, for --compare. */
typedef struct EngineReport {
    double collector_seconds, longest_pause;
    uint64_t collections_minor, collections_major;
    uint64_t bytes_live; /* reachable at the end of the script: objects and array data */
    /* When most array memory was alive only through views: how much, how much of it the views show,
     * how many arrays that was. */
    uint64_t bytes_views_only, bytes_views_used;
    uint64_t views_only_owners;
    /* Finding these figures takes time and memory itself: what it has added to the run, and the
     * largest resident size apart from it, in KiB. */
    double measuring_seconds;
    uint64_t peak_kib;
} EngineReport;

typedef struct Engine {
    const char *name;
    /* Runs what the options say; argv[0] .. argv[argc - 1] become sys.argv. The exit status. */
    int (*run)(const EngineOptions *options, int argc, char **argv);
} Engine;

/* The sizes that --max-heap takes: "64M", "1.5G", "4096"; false if it is none. */
bool size_parse(const char *text, uint64_t *bytes);

#endif
