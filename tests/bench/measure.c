/* measure SECONDS COMMAND [ARGUMENT...]: runs the command, for at most so many seconds, and writes
 * one line to descriptor 3: elapsed seconds, peak resident KiB, wait status.
 *
 * Why not from Python: what a process occupied before its exec counts towards its ru_maxrss, so a
 * child of a Python process never seems smaller than Python. This launcher is smaller than all that
 * it measures. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: measure SECONDS COMMAND [ARGUMENT...]\n");
        return 2;
    }
    double start = now();
    pid_t child = fork();
    if (child < 0) {
        perror("measure: fork");
        return 2;
    }
    if (child == 0) {
        close(3);
        alarm((unsigned)atoi(argv[1])); /* outlives the exec */
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    int status = 0;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) < 0) {
        perror("measure: wait4");
        return 2;
    }
    dprintf(3, "%.6f %ld %d\n", now() - start, usage.ru_maxrss, status);
    return 0;
}
