/* terminal.c: see terminal.h. */
#include "vm/terminal.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

/* What of readline we use. */
#define READLINE(X)                                                                                \
    X(rl_callback_handler_install)                                                                 \
    X(rl_callback_handler_remove)                                                                  \
    X(rl_callback_read_char)                                                                       \
    X(rl_callback_sigcleanup)                                                                      \
    X(rl_cleanup_after_signal)                                                                     \
    X(rl_free_line_state)                                                                          \
    X(rl_insert_text)                                                                              \
    X(rl_resize_terminal)                                                                          \
    X(rl_attempted_completion_function)                                                            \
    X(rl_attempted_completion_over)                                                                \
    X(rl_catch_signals)                                                                            \
    X(rl_completer_word_break_characters)                                                          \
    X(rl_completion_append_character)                                                              \
    X(rl_line_buffer)                                                                              \
    X(rl_readline_name)                                                                            \
    X(rl_variable_bind)                                                                            \
    X(rl_completion_matches)                                                                       \
    X(add_history)                                                                                 \
    X(append_history)                                                                              \
    X(history_get)                                                                                 \
    X(history_truncate_file)                                                                       \
    X(history_length)                                                                              \
    X(read_history)                                                                                \
    X(stifle_history)                                                                              \
    X(using_history)

static struct {
    bool tried, loaded;
#define X(name) __typeof__(&name) name;
    READLINE(X)
#undef X
} lib;

enum { HISTORY_MAX = 1000 };
static char history_path[4096]; /* "": history is not kept */

static char **(*complete)(const char *word);
static volatile bool *interrupted;
static bool line_is_ready;
static char *ready_line; /* what readline gave; NULL is the end of the input */

static char **matches;
static size_t next_match;

static char *give_match(const char *text, int state)
{
    (void)text;
    if (state == 0) {
        next_match = 0;
    }
    return matches && matches[next_match] ? matches[next_match++] : NULL;
}

/* Readline asks: the ways to complete `text`, which begins at `start` of the line. */
static char **on_complete(const char *text, int start, int end)
{
    (void)end;
    *lib.rl_attempted_completion_over = 1; /* no file names */
    *lib.rl_completion_append_character = '\0';
    if (*text == 0) {
        const char *line = *lib.rl_line_buffer;
        if (strspn(line, " \t") >= (size_t)start) {
            lib.rl_insert_text("\t"); /* indents */
        }
        return NULL;
    }
    matches = complete(text);
    char **answer = matches ? lib.rl_completion_matches(text, give_match) : NULL;
    free(matches); /* readline has taken the strings */
    matches = NULL;
    return answer;
}

static void on_line(char *line)
{
    ready_line = line;
    line_is_ready = true;
    lib.rl_callback_handler_remove();
}

static void find_history(void)
{
    const char *told = getenv("HOGNOSE_HISTORY"), *home = getenv("HOME");
    if (told) {
        snprintf(history_path, sizeof history_path, "%s", told);
    } else if (home && *home) {
        snprintf(history_path, sizeof history_path, "%s/.hognose_history", home);
    }
    if (!*history_path) {
        return;
    }
    int fd =
        open(history_path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600); /* appending needs the file */
    if (fd >= 0) {
        close(fd);
    }
    lib.history_truncate_file(history_path, HISTORY_MAX);
    lib.read_history(history_path);
}

static bool load(void)
{
    void *handle = dlopen("libreadline.so.8", RTLD_NOW);
    if (!handle && !(handle = dlopen("libreadline.so", RTLD_NOW))) {
        return false;
    }
#define X(name) lib.name = (__typeof__(lib.name))dlsym(handle, #name);
    READLINE(X)
#undef X
#define X(name) &&lib.name
    lib.loaded = true READLINE(X);
#undef X
    if (!lib.loaded) {
        return false;
    }
    *lib.rl_readline_name = "hognose";
    *lib.rl_catch_signals = 0;
    *lib.rl_attempted_completion_function = on_complete;
    *lib.rl_completer_word_break_characters = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?";
    lib.rl_variable_bind("enable-bracketed-paste", "off");
    lib.using_history();
    lib.stifle_history(HISTORY_MAX);
    find_history();
    return true;
}

static void remember(const char *line)
{
    if (!*line) {
        return;
    }
    HIST_ENTRY *last = lib.history_get(*lib.history_length);
    if (last && strcmp(last->line, line) == 0) {
        return;
    }
    lib.add_history(line);
    if (*history_path) { /* at once: other sessions may be writing, too */
        lib.append_history(1, history_path);
    }
}

static void abandon_line(void)
{
    lib.rl_free_line_state();
    lib.rl_callback_sigcleanup();
    lib.rl_cleanup_after_signal();
    lib.rl_callback_handler_remove();
}

bool terminal_open(char **(*complete_word)(const char *word), volatile bool *interrupt_flag)
{
    if (!lib.tried) {
        lib.tried = true;
        complete = complete_word;
        interrupted = interrupt_flag;
        lib.loaded = load();
    }
    return lib.loaded;
}

bool terminal_read_line(const char *prompt, char **line)
{
    line_is_ready = false;
    lib.rl_callback_handler_install(prompt, on_line);
    while (!line_is_ready) {
        struct pollfd wait = {.fd = 0, .events = POLLIN};
        int n = *interrupted ? -1 : poll(&wait, 1, 100); /* a signal may come just before poll */
        if (n > 0) {
            lib.rl_callback_read_char();
        } else if (*interrupted) {
            abandon_line();
            return false;
        } else if (n < 0 && errno == EINTR) {
            lib.rl_resize_terminal();
        }
    }
    if (ready_line) {
        remember(ready_line);
    }
    *line = ready_line;
    return true;
}
