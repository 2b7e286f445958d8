/* compare.c: see compare.h. */
#include "vm/compare.h"
#include <stdio.h>

int compare_run(const EngineOptions *options, const char *list, const Engine *const *engines,
                int engine_count, int argc, char **argv)
{
    (void)options, (void)list, (void)engines, (void)engine_count, (void)argc, (void)argv;
    fputs("hognose: --compare is not built yet\n", stderr);
    return 2;
}
