/* modules.h: the modules that are built in: X(symbol), the ModuleDef `symbol`_module. */
#ifndef STDLIB_MODULES_H
#define STDLIB_MODULES_H

#include "runtime/native.h"

#define MODULES(X)                                                                                 \
    X(gc)                                                                                          \
    X(math)                                                                                        \
    X(numpy)                                                                                       \
    X(numpy_random)                                                                                \
    X(numpy_linalg)                                                                                \
    X(random)                                                                                      \
    X(time)                                                                                        \
    X(posix)                                                                                       \
    X(builtins)                                                                                    \
    X(line_profile)                                                                                \
    X(sys)                                                                                         \
    X(weakref)

#define X(symbol) extern const ModuleDef symbol##_module;
MODULES(X)
#undef X

/* The built-in module of a dotted name, or NULL. */
const ModuleDef *module_find(const char *name);

#endif
