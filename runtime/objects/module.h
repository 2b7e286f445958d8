/* module.h: Python's module object: a Dict of its globals. */
#ifndef RUNTIME_OBJECTS_MODULE_H
#define RUNTIME_OBJECTS_MODULE_H
#include "runtime/object.h"
typedef struct Module {
    Object head;
    Slot dict; /* Dict */
} Module;
extern Type module_type;
Value module_new(Value name, Value doc);
struct Dict *module_dict(Value module);
void module_set(Value module, const char *name, Value value);
#endif
