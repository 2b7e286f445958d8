/* pty KEYS COMMAND...: runs a command on a terminal of its own, types what the file KEYS says and
 * prints what the screen showed, without carriage returns and escape sequences.
 *
 * Each line of KEYS is typed with Enter as soon as a prompt (>>> or ...) stands at the end of the
 * screen (at once, after !keys). Other steps:
 *     !keys TEXT    waits for quiet, types TEXT without Enter, and waits for quiet again
 *     !run TEXT     types TEXT with Enter, then waits for quiet, not for a prompt
 *     !prompt       waits for a prompt
 * Escapes in TEXT: \t \r \e \\ and \xHH (\x03 is Ctrl-C, \x04 Ctrl-D).
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { QUIET_MS = 400, PATIENCE_MS = 20000, SCREEN_MAX = 1 << 20 };

static int terminal;
static char screen[SCREEN_MAX];
static size_t length;

static void fail(const char *what)
{
    perror(what);
    exit(2);
}

/* Reads what comes within ms; false if nothing came or the command has ended. */
static bool listen_for(int ms)
{
    struct pollfd wait = {.fd = terminal, .events = POLLIN};
    if (poll(&wait, 1, ms) <= 0) {
        return false;
    }
    ssize_t n = read(terminal, screen + length, SCREEN_MAX - length - 1);
    if (n <= 0) {
        return false;
    }
    length += (size_t)n;
    screen[length] = 0;
    return true;
}

static bool at_prompt(size_t since)
{
    return length >= since + 4 && (!memcmp(screen + length - 4, ">>> ", 4) ||
                                   !memcmp(screen + length - 4, "... ", 4));
}

static void wait_for_quiet(void)
{
    while (listen_for(QUIET_MS)) {
    }
}

/* `since`: where the screen ended when the last keys were typed. */
static void wait_for_prompt(size_t since)
{
    for (int waited = 0; waited < PATIENCE_MS; waited += 50) {
        while (listen_for(at_prompt(since) ? 30 : 50)) {
            waited = 0;
        }
        if (at_prompt(since)) {
            return;
        }
    }
    fprintf(stderr, "pty: no prompt came\n");
}

static void type_text(const char *text, bool enter)
{
    char keys[4096];
    size_t n = 0;
    for (; *text && n < sizeof keys - 2; text++) {
        if (*text != '\\' || !text[1]) {
            keys[n++] = *text;
            continue;
        }
        text++;
        if (*text == 'x') {
            keys[n++] = (char)strtol((char[]){text[1], text[2], 0}, NULL, 16);
            text += 2;
        } else {
            keys[n++] = *text == 't' ? '\t' : *text == 'r' ? '\r' : *text == 'e' ? '\033' : *text;
        }
    }
    if (enter) {
        keys[n++] = '\r';
    }
    if (write(terminal, keys, n) != (ssize_t)n) {
        fail("pty: write");
    }
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static void play(FILE *keys)
{
    char line[4096];
    size_t since = 0;
    bool is_quiet = false; /* after !keys the next text is typed as it is */
    while (fgets(line, sizeof line, keys)) {
        line[strcspn(line, "\n")] = 0;
        bool typed_on = is_quiet;
        is_quiet = false;
        if (begins(line, "!keys ")) {
            is_quiet = true;
            wait_for_quiet();
            type_text(line + 6, false);
            wait_for_quiet();
        } else if (begins(line, "!prompt")) {
            wait_for_prompt(since);
        } else if (begins(line, "!run ")) {
            wait_for_prompt(since);
            since = length;
            type_text(line + 5, true);
            wait_for_quiet();
        } else {
            if (!typed_on) {
                wait_for_prompt(since);
            }
            since = length;
            type_text(line, true);
        }
    }
}

static void print_screen(void)
{
    for (size_t i = 0; i < length; i++) {
        if (screen[i] == '\033' && screen[i + 1] == '[') {
            i += 2;
            while (i < length && (screen[i] < '@' || screen[i] > '~')) {
                i++;
            }
        } else if (screen[i] != '\r' && screen[i] != '\a') {
            putchar(screen[i]);
        }
    }
}

static pid_t start(char **command)
{
    terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) || unlockpt(terminal)) {
        fail("pty: posix_openpt");
    }
    struct winsize size = {.ws_row = 50, .ws_col = 200};
    ioctl(terminal, TIOCSWINSZ, &size);
    pid_t pid = fork();
    if (pid < 0) {
        fail("pty: fork");
    }
    if (pid == 0) {
        setsid();
        int side = open(ptsname(terminal), O_RDWR);
        close(terminal);
        if (side < 0 || dup2(side, 0) < 0 || dup2(side, 1) < 0 || dup2(side, 2) < 0) {
            fail("pty: open");
        }
        ioctl(side, TIOCSCTTY, 0);
        execvp(command[0], command);
        fail(command[0]);
    }
    return pid;
}

int main(int argc, char **argv)
{
    FILE *keys = argc > 2 ? fopen(argv[1], "r") : NULL;
    if (!keys) {
        fprintf(stderr, "usage: pty KEYS COMMAND...\n");
        return 2;
    }
    pid_t pid = start(argv + 2);
    play(keys);
    int status = 0;
    for (int waited = 0; waitpid(pid, &status, WNOHANG) == 0; waited += 50) {
        listen_for(50);
        usleep(1000);
        if (waited > PATIENCE_MS) {
            fprintf(stderr, "pty: the command did not end\n");
            kill(pid, SIGKILL);
            waitpid(pid, &status, 0);
            break;
        }
    }
    while (listen_for(50)) {
    }
    print_screen();
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
