/* main.c: the launcher: reads the flags, picks the engine, runs it or hands over to compare.c. */
#include "vm/compare.h"
#include "vm/engine.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The engines that were linked in: ENGINES is X(refcount) X(marksweep) ... */
#define X(name) extern const Engine engine_##name;
ENGINES
#undef X
static const Engine *const engines[] = {
#define X(name) &engine_##name,
    ENGINES
#undef X
};
enum { ENGINE_COUNT = sizeof engines / sizeof *engines };

static const struct {
    const char *name, *help;
} managers[] = {
#define X(name, help) {#name, help},
    MANAGERS(X)
#undef X
};
enum { MANAGER_COUNT = sizeof managers / sizeof *managers };

typedef struct CommandLine {
    EngineOptions options;
    const char *gc;
    bool compare;
    const char *compare_list; /* NULL: all */
} CommandLine;

/* What follows a flag: nothing, "=VALUE", perhaps "=VALUE", or the next word, after which the
 * script's own arguments begin. */
typedef enum Takes { NOTHING, VALUE, MAYBE, REST } Takes;

/* Every flag: X(id, flag, takes, argument in the help, help). */
#define FLAGS(X)                                                                                   \
    X(GC, "--gc", VALUE, "NAME", "the memory manager (default: $HOGNOSE_GC, or generational)")     \
    X(COMPARE, "--compare", MAYBE, "LIST", "run under all or the listed managers, and compare")    \
    X(CODE, "-c", REST, "CODE", "run this text")                                                   \
    X(MODULE, "-m", REST, "MODULE", "run a module as a script")                                    \
    X(INTERACTIVE, "-i", NOTHING, "", "go on at the prompt after the script")                      \
    X(MAX_HEAP, "--max-heap", VALUE, "SIZE", "MemoryError beyond SIZE (4096, 64M, 1.5G)")          \
    X(GC_LOG, "--gc-log", NOTHING, "", "one line a collection on stderr")                          \
    X(GC_STRESS, "--gc-stress", MAYBE, "N",                                                        \
      "collect at every Nth safepoint and poison what is freed")                                   \
    X(GC_VERIFY, "--gc-verify", NOTHING, "", "check the whole heap after each collection")         \
    X(DIS, "--dis", NOTHING, "", "print the byte code instead of running it")                      \
    X(HELP, "--help", NOTHING, "", "this text")                                                    \
    X(VERSION, "--version", NOTHING, "", "the version")

enum {
#define X(id, flag, takes, argument, help) FLAG_##id,
    FLAGS(X)
#undef X
        FLAG_COUNT
};
static const struct Flag {
    const char *flag;
    Takes takes;
    const char *argument, *help;
} flags[] = {
#define X(id, flag, takes, argument, help) {flag, takes, argument, help},
    FLAGS(X)
#undef X
};

_Noreturn static void usage_error(const char *format, const char *what)
{
    fputs("hognose: ", stderr);
    fprintf(stderr, format, what);
    fputs("; see hognose --help\n", stderr);
    exit(2);
}

static void print_help(void)
{
    puts("usage: hognose [options] [script.py | -c code | -m module | -] [arguments]\n\n"
         "Runs Python. Without a script: the prompt.\n\noptions:");
    for (int i = 0; i < FLAG_COUNT; i++) {
        static const char *const forms[] = {"%s%s", "%s=%s", "%s[=%s]", "%s %s"};
        char text[64];
        snprintf(text, sizeof text, forms[flags[i].takes], flags[i].flag, flags[i].argument);
        printf("  %-20s %s\n", text, flags[i].help);
    }
    puts("\nmemory managers:");
    for (int i = 0; i < MANAGER_COUNT; i++) {
        printf("  %-20s %s\n", managers[i].name, managers[i].help);
    }
}

static const Engine *find_engine(const char *name)
{
    for (int i = 0; i < ENGINE_COUNT; i++) {
        if (strcmp(engines[i]->name, name) == 0) {
            return engines[i];
        }
    }
    for (int i = 0; i < MANAGER_COUNT; i++) {
        if (strcmp(managers[i].name, name) == 0) {
            usage_error("this build has no memory manager '%s'", name);
        }
    }
    usage_error(
        "unknown memory manager '%s' (one of generational, marksweep, refcount, boehm, none)",
        name);
}

bool size_parse(const char *text, uint64_t *bytes)
{
    char *end;
    double size = strtod(text, &end);
    if (end == text || !(size >= 0)) {
        return false;
    }
    static const char units[] = "kKmMgGtT";
    const char *unit = *end ? strchr(units, *end) : NULL;
    if (unit) {
        for (int k = 0; k <= (unit - units) / 2; k++) {
            size *= 1024;
        }
        end++;
        end += end[0] == 'i' && end[1] == 'B' ? 2 : end[0] == 'B' ? 1 : 0;
    }
    *bytes = size < 1e18 ? (uint64_t)size : UINT64_C(1) << 60;
    return *end == 0;
}

static uint64_t count_parse(const char *text)
{
    char *end;
    errno = 0;
    unsigned long long n = strtoull(text, &end, 10);
    if (end == text || *end || errno || n == 0 || *text == '-') {
        usage_error("--gc-stress=N: N is a number from 1, not '%s'", text);
    }
    return n;
}

static void take_flag(CommandLine *line, int id, const char *value)
{
    EngineOptions *options = &line->options;
    switch (id) {
    case FLAG_GC:
        line->gc = value;
        break;
    case FLAG_COMPARE:
        line->compare = true;
        line->compare_list = value;
        break;
    case FLAG_CODE:
        options->code = value;
        break;
    case FLAG_MODULE:
        options->module = value;
        break;
    case FLAG_INTERACTIVE:
        options->interactive = true;
        break;
    case FLAG_MAX_HEAP:
        if (!size_parse(value, &options->max_heap) || options->max_heap == 0) {
            usage_error("--max-heap=SIZE: a size is like 4096, 64M or 1.5G, not '%s'", value);
        }
        break;
    case FLAG_GC_LOG:
        options->log = true;
        break;
    case FLAG_GC_STRESS:
        options->stress = value ? count_parse(value) : 1;
        break;
    case FLAG_GC_VERIFY:
        options->verify = true;
        break;
    case FLAG_DIS:
        options->disassemble = true;
        break;
    case FLAG_HELP:
        print_help();
        exit(0);
    case FLAG_VERSION:
        printf("Hognose %s (Python 3.11)\n", HOGNOSE_VERSION);
        exit(0);
    }
}

/* Reads argv[*at], one flag with its argument; false if the script's arguments begin after it. */
static bool read_flag(CommandLine *line, char **argv, int *at)
{
    const char *word = argv[*at];
    for (int id = 0; id < FLAG_COUNT; id++) {
        size_t n = strlen(flags[id].flag);
        if (strncmp(word, flags[id].flag, n) != 0) {
            continue;
        }
        const char *rest = word + n;
        if (flags[id].takes == REST) { /* "-c code" and "-ccode" */
            const char *value = *rest ? rest : argv[*at + 1];
            if (!value) {
                usage_error("%s needs an argument", flags[id].flag);
            }
            *at += *rest ? 1 : 2;
            take_flag(line, id, value);
            return false;
        }
        if (*rest && *rest != '=') {
            continue;
        }
        const char *value = *rest ? rest + 1 : NULL;
        if (value && flags[id].takes == NOTHING) {
            usage_error("%s takes no value", flags[id].flag);
        }
        if (!value && flags[id].takes == VALUE) {
            value = argv[*at + 1]; /* "--gc NAME" will do as well */
            if (!value) {
                usage_error("%s needs a value", flags[id].flag);
            }
            ++*at;
        }
        if (value && !*value) {
            usage_error("%s needs a value", flags[id].flag);
        }
        ++*at;
        take_flag(line, id, value);
        return true;
    }
    usage_error("unknown flag '%s'", word);
}

int main(int argc, char **argv)
{
    CommandLine line = {.options.report = -1};
    bool flags_follow = true;
    int at = 1;
    while (at < argc && flags_follow && argv[at][0] == '-' && argv[at][1]) {
        if (strcmp(argv[at], "--") == 0) {
            at++;
            break;
        }
        flags_follow = read_flag(&line, argv, &at);
    }
    EngineOptions *options = &line.options;
    static char *nothing[] = {"", NULL};
    int count = argc - at;
    char **rest = argv + at;
    if (!flags_follow) { /* sys.argv[0] is "-c" or "-m" */
        rest--;
        count++;
        rest[0] = options->code ? "-c" : "-m";
    } else if (at < argc) {
        options->script = argv[at];
    } else {
        rest = nothing;
        count = 1;
    }
    if (line.compare) {
        if (!options->script && !options->code && !options->module) {
            usage_error("%s needs a script", "--compare");
        }
        return compare_run(options, line.compare_list, engines, ENGINE_COUNT, count, rest);
    }
    const char *gc = line.gc ? line.gc : getenv("HOGNOSE_GC");
    return find_engine(gc && *gc ? gc : managers[0].name)->run(options, count, rest);
}
