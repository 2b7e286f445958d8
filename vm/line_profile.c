/* line_profile.c: memory by line, for memory_profiler: at each line event of watched code, how much
 * the process's resident memory has grown since the line before. What counts as an occurrence and
 * whose increment it is follows memory_profiler 0.61 on top of CPython's trace events; the events
 * come from traps in the code (code_set_traps), so that code that is not watched pays nothing.
 */
#include "vm/vm.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct LineRecord {
    double increment, memory; /* MiB */
    int64_t occurrences;      /* 0: never */
} LineRecord;

typedef struct LineProfile {
    LineRecord *lines; /* of first_line .. first_line + count - 1 */
    int first_line, count;
    int previous;      /* the line whose event came last; 0: none */
    bool used;
} LineProfile;

static LineProfile *profiles; /* profile number i is profiles[i - 1] */
static int profile_count;
static int *open_lines;       /* the line where each active watched frame is: a stack */
static int open_count, open_capacity;

/* Resident memory in MiB, from /proc/self/statm, which stays open. */
static double resident_memory(void)
{
    static int fd = -1;
    static double page_mib;
    if (fd < 0) {
        fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
        page_mib = (double)sysconf(_SC_PAGESIZE) / (1 << 20);
    }
    char text[128];
    ssize_t n = pread(fd, text, sizeof text - 1, 0);
    if (n <= 0) {
        return 0;
    }
    text[n] = 0;
    long size, resident;
    return sscanf(text, "%ld %ld", &size, &resident) == 2 ? (double)resident * page_mib : 0;
}

static LineRecord *record_of(LineProfile *p, int line)
{
    int i = line - p->first_line;
    return line && i >= 0 && i < p->count ? &p->lines[i] : NULL;
}

/* The line `line` has just been done. */
static void measure(LineProfile *p, int line)
{
    LineRecord *record = record_of(p, line), *before = record_of(p, p->previous);
    if (!record) {
        return;
    }
    double memory = resident_memory();
    double since = before && before->occurrences ? before->memory : 0;
    record->increment += memory - since;
    record->memory = MAX(record->memory, memory);
    record->occurrences++;
}

static LineProfile *profile_of(const Frame *frame)
{
    int number = frame->code->profile;
    return number ? &profiles[number - 1] : NULL;
}

void call_event(Frame *frame)
{
    if (!profile_of(frame)) {
        return;
    }
    if (open_count == open_capacity) {
        open_capacity = open_capacity ? open_capacity * 2 : 64;
        open_lines = realloc(open_lines, (size_t)open_capacity * sizeof *open_lines);
        if (!open_lines) {
            open_capacity = open_count = 0;
            raise_memory();
        }
    }
    open_lines[open_count++] = frame->line == 0 && frame->pc == frame->code->at
                                   ? frame->code->first_line
                                   : code_position(frame->code,
                                                   (uint32_t)(frame->pc - frame->code->at))->line;
}

void line_event(Frame *frame, int line)
{
    LineProfile *p = profile_of(frame);
    if (p && open_count) {
        int done = open_lines[open_count - 1];
        measure(p, done);
        p->previous = done;
        open_lines[open_count - 1] = line;
    }
}

void return_event(Frame *frame)
{
    LineProfile *p = profile_of(frame);
    if (p && open_count) {
        int done = open_lines[--open_count];
        measure(p, done);
        p->previous = done;
    }
}

/* ---- The module _line_profile, for memory_profiler.py ---- */

static Code *code_of(Value v)
{
    if (is_exactly(v, &function_type)) {
        v = ((Function *)as_object(v))->code.v;
    }
    if (!is_exactly(v, &code_type)) {
        raise_type("a function or code object is wanted, not %T", v);
    }
    return (Code *)as_object(v);
}

/* Code and all code inside it. */
static void set_profile(Code *code, int number, bool on)
{
    code->profile = number;
    code_set_traps(code, on);
    Tuple *constants = as_tuple(code->constants.v);
    for (size_t i = 0; i < constants->count; i++) {
        if (is_exactly(constants->at[i].v, &code_type)) {
            set_profile((Code *)as_object(constants->at[i].v), number, on);
        }
    }
}

static int last_line(const Code *code)
{
    int last = code->first_line;
    for (uint32_t i = 0; i < code->position_count; i++) {
        last = MAX(last, code->positions[i].end_line);
    }
    Tuple *constants = as_tuple(code->constants.v);
    for (size_t i = 0; i < constants->count; i++) {
        if (is_exactly(constants->at[i].v, &code_type)) {
            last = MAX(last, last_line((const Code *)as_object(constants->at[i].v)));
        }
    }
    return last;
}

/* watch(function) -> number of a new profile */
static Value profile_watch(Args args)
{
    Code *code = code_of(args.at[0]);
    int last = last_line(code);
    int number = 1;
    while (number <= profile_count && profiles[number - 1].used) {
        number++;
    }
    if (number > profile_count) {
        LineProfile *bigger = realloc(profiles, (size_t)number * sizeof *profiles);
        if (!bigger) {
            raise_memory();
        }
        profiles = bigger;
        profile_count = number;
    }
    LineProfile *p = &profiles[number - 1];
    *p = (LineProfile){.first_line = code->first_line, .count = last - code->first_line + 1};
    p->lines = calloc((size_t)p->count, sizeof *p->lines);
    if (!p->lines) {
        raise_memory();
    }
    p->used = true;
    return value_int(number);
}

static LineProfile *profile_arg(Args args, uint32_t i)
{
    int64_t number = arg_int(args, i);
    if (number < 1 || number > profile_count || !profiles[number - 1].used) {
        raise_value("no such line profile");
    }
    return &profiles[number - 1];
}

/* switch(function, number, on): events of the function's code go to the profile, or stop. */
static Value profile_switch(Args args)
{
    profile_arg(args, 1);
    bool on = op_truth(args.at[2]);
    set_profile(code_of(args.at[0]), on ? (int)arg_int(args, 1) : 0, on);
    return NONE;
}

/* results(number) -> {line: (increment, memory, occurrences)} */
static Value profile_results(Args args)
{
    LineProfile *p = profile_arg(args, 0);
    Dict *results = dict_new(0);
    for (int i = 0; i < p->count; i++) {
        LineRecord *r = &p->lines[i];
        if (r->occurrences) {
            dict_set(results, value_int(p->first_line + i),
                     tuple_of(3, value_float(r->increment), value_float(r->memory),
                              int_from_int64(r->occurrences)));
        }
    }
    return value_from(results);
}

static Value profile_forget(Args args)
{
    LineProfile *p = profile_arg(args, 0);
    free(p->lines);
    *p = (LineProfile){0};
    return NONE;
}

/* lines(function) -> (first, last) line of its source */
static Value profile_lines(Args args)
{
    Code *code = code_of(args.at[0]);
    return tuple_of(2, value_int(code->first_line), value_int(last_line(code)));
}

static Value profile_memory(Args args)
{
    (void)args;
    return value_float(resident_memory());
}

static const NativeDef functions[] = {
    {"watch", profile_watch, "function, /", NULL, 0, 0},
    {"switch", profile_switch, "function, number, on, /", NULL, 0, 0},
    {"results", profile_results, "number, /", NULL, 0, 0},
    {"forget", profile_forget, "number, /", NULL, 0, 0},
    {"lines", profile_lines, "function, /", NULL, 0, 0},
    {"memory", profile_memory, "", NULL, 0, 0},
    {0},
};

const ModuleDef line_profile_module = {"_line_profile", "Memory by line.", functions, NULL, NULL};
