/* embedded.h: the modules that are written in Python, as text in the binary (made by the Makefile
 * from the .py files under stdlib/). */
#ifndef STDLIB_EMBEDDED_H
#define STDLIB_EMBEDDED_H
#include <stdbool.h>
typedef struct EmbeddedModule {
    const char *name; /* "weakref", "numpy.testing"; NULL ends the table */
    bool is_package;  /* from an __init__.py */
    const char *source;
} EmbeddedModule;
extern const EmbeddedModule embedded_modules[];
#endif
