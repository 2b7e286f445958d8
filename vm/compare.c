/* compare.c: see compare.h. */
#include "vm/compare.h"
#include "vm/outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ENGINES_MAX = 16, CELL_SIZE = 32 };

typedef struct Run {
    const Engine *engine;
    double wall; /* seconds, without what the measuring took */
    long peak_kib;
    int status; /* of wait4 */
    bool has_report;
    EngineReport report;
    Output out, err;
} Run;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void fail(const char *doing)
{
    fprintf(stderr, "hognose: --compare: %s: %s\n", doing, strerror(errno));
    exit(1);
}

/* ---- Which engines ---- */

static void print_names(FILE *to)
{
#define X(name, help) #name,
    static const char *const names[] = {MANAGERS(X)};
#undef X
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        fprintf(to, "%s%s", i ? ", " : "", names[i]);
    }
}

static bool is_manager(const char *name, size_t length)
{
#define X(manager, help) || (strlen(#manager) == length && memcmp(#manager, name, length) == 0)
    return false MANAGERS(X);
#undef X
}

static const Engine *find(const char *name, size_t length, const Engine *const *engines, int count)
{
    for (int i = 0; i < count; i++) {
        if (strlen(engines[i]->name) == length && memcmp(engines[i]->name, name, length) == 0) {
            return engines[i];
        }
    }
    return NULL;
}

/* Fills runs[].engine from "a,b,c"; how many, or 0 after a message. */
static int read_list(Run *runs, const char *list, const Engine *const *engines, int engine_count)
{
    int count = 0;
    for (const char *at = list;; at++) {
        size_t length = strcspn(at, ",");
        const Engine *engine = find(at, length, engines, engine_count);
        const char *wrong = NULL;
        if (!engine) {
            wrong = is_manager(at, length) ? "this build has no memory manager"
                                           : "unknown memory manager";
        }
        for (int i = 0; i < count && !wrong; i++) {
            wrong = runs[i].engine == engine ? "twice the same memory manager" : NULL;
        }
        if (wrong) {
            fprintf(stderr, "hognose: --compare=LIST: %s '%.*s' (LIST is some of ", wrong,
                    (int)length, at);
            print_names(stderr);
            fputs(", with commas); see hognose --help\n", stderr);
            return 0;
        }
        runs[count++].engine = engine;
        at += length;
        if (!*at) {
            return count;
        }
    }
}

/* ---- One run ---- */

/* Each run reads standard input from its beginning: a copy if it is the script or a file; a
 * terminal or a pipe could be read once only, so what is not the script is empty. */
static FILE *copy_input(const EngineOptions *options)
{
    bool is_script = options->script && strcmp(options->script, "-") == 0;
    struct stat st;
    bool is_file = fstat(0, &st) == 0 && S_ISREG(st.st_mode);
    if (!is_script && !is_file) {
        return NULL;
    }
    FILE *copy = tmpfile();
    if (!copy) {
        fail("a temporary file");
    }
    char part[1 << 14];
    ssize_t n;
    while ((n = read(0, part, sizeof part)) > 0) {
        if (fwrite(part, 1, (size_t)n, copy) != (size_t)n) {
            fail("a temporary file");
        }
    }
    fflush(copy);
    return copy;
}

static void open_input(FILE *copy)
{
    char path[64] = "/dev/null";
    if (copy) { /* opened anew: every run has a position of its own */
        snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(copy));
    }
    int fd = open(path, O_RDONLY);
    if (fd < 0 || dup2(fd, 0) < 0) {
        fail("standard input");
    }
    close(fd);
}

/* In the child: the engine, with its outputs in files; does not return. */
static void run_engine(const Engine *engine, const EngineOptions *given, FILE *in, FILE *out,
                       FILE *err, int report, int argc, char **argv)
{
    EngineOptions options = *given;
    options.report = report;
    options.interactive = false;
    open_input(in);
    if (dup2(fileno(out), 1) < 0 || dup2(fileno(err), 2) < 0) {
        _exit(125);
    }
    int code = engine->run(&options, argc, argv);
    fflush(NULL);
    _exit(code);
}

static bool read_report(int fd, EngineReport *report)
{
    size_t have = 0;
    while (have < sizeof *report) {
        ssize_t n = read(fd, (char *)report + have, sizeof *report - have);
        if (n <= 0 && !(n < 0 && errno == EINTR)) {
            return false;
        }
        have += n > 0 ? (size_t)n : 0;
    }
    return true;
}

static void run_one(Run *run, const EngineOptions *options, FILE *in, int argc, char **argv)
{
    FILE *out = tmpfile(), *err = tmpfile();
    int report[2];
    if (!out || !err || pipe(report) < 0) {
        fail("a temporary file or pipe");
    }
    fcntl(report[1], F_SETFD, FD_CLOEXEC); /* not for processes that the script starts */
    fflush(NULL);
    double start = now();
    pid_t pid = fork();
    if (pid < 0) {
        fail("fork");
    }
    if (pid == 0) {
        close(report[0]);
        run_engine(run->engine, options, in, out, err, report[1], argc, argv);
    }
    close(report[1]);
    struct rusage usage;
    run->has_report = read_report(report[0], &run->report);
    close(report[0]);
    while (wait4(pid, &run->status, 0, &usage) < 0) {
        if (errno != EINTR) {
            fail("wait");
        }
    }
    run->wall = now() - start - (run->has_report ? run->report.measuring_seconds : 0);
    run->peak_kib = run->has_report ? (long)run->report.peak_kib : usage.ru_maxrss;
    output_read(&run->out, out);
    output_read(&run->err, err);
    fclose(out);
    fclose(err);
}

static bool run_failed(const Run *run)
{
    return run->status != 0;
}

/* ---- The table ---- */

#define COLUMNS(X)                                                                                 \
    X(MANAGER, "manager")                                                                          \
    X(WALL, "wall")                                                                                \
    X(COLLECTOR, "in collector")                                                                   \
    X(COLLECTIONS, "collections")                                                                  \
    X(PAUSE, "longest pause")                                                                      \
    X(PEAK, "peak RSS")                                                                            \
    X(LIVE, "live at end")                                                                         \
    X(VIEWS, "views only")

enum {
#define X(id, title) COLUMN_##id,
    COLUMNS(X)
#undef X
        COLUMN_COUNT
};
static const char *const titles[] = {
#define X(id, title) title,
    COLUMNS(X)
#undef X
};

typedef char Row[COLUMN_COUNT][CELL_SIZE];

static void put_seconds(char *cell, double seconds)
{
    if (seconds < 0.1) {
        snprintf(cell, CELL_SIZE, "%.*f ms", seconds < 0.01 ? 2 : 1, seconds * 1e3);
    } else {
        snprintf(cell, CELL_SIZE, "%.2f s", seconds);
    }
}

static void put_bytes(char *cell, uint64_t bytes)
{
    snprintf(cell, CELL_SIZE, "%.1f MiB", (double)bytes / (1 << 20));
}

static void put_collections(char *cell, const EngineReport *report)
{
    snprintf(cell, CELL_SIZE, "%llu+%llu", (unsigned long long)report->collections_minor,
             (unsigned long long)report->collections_major);
}

static void fill_row(Row row, const Run *run)
{
    snprintf(row[COLUMN_MANAGER], CELL_SIZE, "%s", run->engine->name);
    put_seconds(row[COLUMN_WALL], run->wall);
    put_bytes(row[COLUMN_PEAK], (uint64_t)run->peak_kib << 10);
    const EngineReport *report = &run->report;
    if (!run->has_report) {
        static const int unknown[] = {COLUMN_COLLECTOR, COLUMN_COLLECTIONS, COLUMN_PAUSE,
                                      COLUMN_LIVE, COLUMN_VIEWS};
        for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
            strcpy(row[unknown[i]], "?");
        }
        return;
    }
    put_seconds(row[COLUMN_COLLECTOR], report->collector_seconds);
    put_collections(row[COLUMN_COLLECTIONS], report);
    put_seconds(row[COLUMN_PAUSE], report->longest_pause);
    put_bytes(row[COLUMN_LIVE], report->bytes_live);
    put_bytes(row[COLUMN_VIEWS], report->bytes_views_only);
}

static void print_failure(const Run *run)
{
    if (WIFSIGNALED(run->status)) {
        printf("  %s", strsignal(WTERMSIG(run->status)));
    } else if (WEXITSTATUS(run->status)) {
        printf("  exit code %d", WEXITSTATUS(run->status));
    } else {
        return;
    }
    const char *last = output_last_line(&run->err);
    printf(*last ? ": %.120s" : "%s", last);
}

static void print_table(const Run *runs, int count)
{
    Row rows[ENGINES_MAX + 1];
    int widths[COLUMN_COUNT] = {0};
    for (int column = 0; column < COLUMN_COUNT; column++) {
        strcpy(rows[0][column], titles[column]);
    }
    for (int i = 0; i < count; i++) {
        fill_row(rows[i + 1], &runs[i]);
    }
    for (int i = 0; i <= count; i++) {
        for (int column = 0; column < COLUMN_COUNT; column++) {
            int width = (int)strlen(rows[i][column]);
            widths[column] = width > widths[column] ? width : widths[column];
        }
    }
    for (int i = 0; i <= count; i++) {
        printf("%-*s", widths[0], rows[i][0]);
        for (int column = 1; column < COLUMN_COUNT; column++) {
            printf("   %*s", widths[column], rows[i][column]);
        }
        if (i > 0) {
            print_failure(&runs[i - 1]);
        }
        putchar('\n');
    }
}

/* ---- What it means ---- */

/* The run in which views kept most: they are the same objects everywhere. */
static void print_views(const Run *runs, int count)
{
    const EngineReport *most = &runs[0].report;
    for (int i = 1; i < count; i++) {
        if (runs[i].has_report && runs[i].report.bytes_views_only > most->bytes_views_only) {
            most = &runs[i].report;
        }
    }
    if (most->bytes_views_only) {
        printf(
            "\nviews only: at its most, %.1f MiB in %llu array%s were alive only because views of "
            "%.1f MiB of it were.\n",
            (double)most->bytes_views_only / (1 << 20), (unsigned long long)most->views_only_owners,
            most->views_only_owners == 1 ? "" : "s", (double)most->bytes_views_used / (1 << 20));
    }
}

static bool same_results(const Run *a, const Run *b, bool with_errors)
{
    return a->status == b->status && output_equal(&a->out, &b->out) &&
           (!with_errors || output_equal(&a->err, &b->err));
}

static void print_difference(const Run *a, const Run *b)
{
    if (!output_equal(&a->out, &b->out)) {
        output_diff(&a->out, &b->out, a->engine->name, b->engine->name);
    } else if (!output_equal(&a->err, &b->err)) {
        puts("(standard error)");
        output_diff(&a->err, &b->err, a->engine->name, b->engine->name);
    } else {
        puts("(the same output, but another exit status)");
    }
}

/* Whether all agree with the first; says so. `with_errors`: standard error is compared, too. */
static bool judge(const Run *runs, int count, bool with_errors)
{
    int differ = 0;
    bool is_masked = runs[0].out.is_masked || runs[0].err.is_masked;
    for (int i = 1; i < count; i++) {
        differ += !same_results(&runs[0], &runs[i], with_errors);
    }
    if (!differ) {
        printf("\nAll outputs agree%s%s.\n",
               is_masked ? ", figures of memory (MiB) and addresses apart" : "",
               run_failed(&runs[0]) ? ", and every run failed in the same way" : "");
        return true;
    }
    printf("\nOutputs differ from %s's under:", runs[0].engine->name);
    for (int i = 1; i < count; i++) {
        if (!same_results(&runs[0], &runs[i], with_errors)) {
            printf(" %s", runs[i].engine->name);
        }
    }
    puts("");
    for (int i = 1; i < count; i++) {
        if (!same_results(&runs[0], &runs[i], with_errors)) {
            print_difference(&runs[0], &runs[i]);
        }
    }
    return false;
}

static int exit_code(const Run *runs, int count, bool agree)
{
    bool failed = false;
    for (int i = 0; i < count; i++) {
        failed = failed || run_failed(&runs[i]);
    }
    if (agree && !failed) {
        return 0;
    }
    return agree && WIFEXITED(runs[0].status) ? WEXITSTATUS(runs[0].status) : 1;
}

/* ---- The whole ---- */

static void show_progress(const char *name, int number, int count)
{
    if (!isatty(2)) {
        return;
    }
    if (name) {
        fprintf(stderr, "\r\033[Krunning %s ... %d of %d", name, number, count);
    } else {
        fputs("\r\033[K", stderr);
    }
    fflush(stderr);
}

int compare_run(const EngineOptions *options, const char *list, const Engine *const *engines,
                int engine_count, int argc, char **argv)
{
    static Run runs[ENGINES_MAX];
    int count = 0;
    if (list) {
        count = read_list(runs, list, engines, engine_count);
        if (count == 0) {
            return 2;
        }
    } else {
        for (; count < engine_count && count < ENGINES_MAX; count++) {
            runs[count].engine = engines[count];
        }
    }
    FILE *in = copy_input(options);
    for (int i = 0; i < count; i++) {
        show_progress(runs[i].engine->name, i + 1, count);
        run_one(&runs[i], options, in, argc, argv);
    }
    show_progress(NULL, 0, 0);
    output_write(&runs[0].out, stdout);
    output_write(&runs[0].err, stderr);
    if (runs[0].out.length) {
        puts("");
    }
    print_table(runs, count);
    print_views(runs, count);
    bool agree = judge(runs, count, !options->log);
    int code = exit_code(runs, count, agree);
    for (int i = 0; i < count; i++) {
        output_free(&runs[i].out);
        output_free(&runs[i].err);
    }
    if (in) {
        fclose(in);
    }
    return fflush(stdout) == 0 ? code : 1;
}
