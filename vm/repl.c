#include "vm/repl.h"

void repl_run(Value module)
{
    (void)module;
}
