/* site.h: the builtins that are there for the prompt's sake. */
#ifndef STDLIB_SITE_H
#define STDLIB_SITE_H

#include "runtime/native.h"

/* Adds exit, quit and help to the module builtins. */
void site_fill(Value builtins);

#endif
