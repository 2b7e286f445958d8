/* names.h: the attribute names that C code looks up, interned once by types_start: NAME(dict) is
 * the str "__dict__".
 */
#ifndef RUNTIME_OBJECTS_NAMES_H
#define RUNTIME_OBJECTS_NAMES_H
#include "runtime/value.h"

#define NAMES(X)                                                                                   \
    X(annotations, "__annotations__")                                                              \
    X(bases, "__bases__")                                                                          \
    X(class, "__class__")                                                                          \
    X(class_getitem, "__class_getitem__")                                                          \
    X(classcell, "__classcell__")                                                                  \
    X(dict, "__dict__")                                                                            \
    X(doc, "__doc__")                                                                              \
    X(eq, "__eq__")                                                                                \
    X(getattr, "__getattr__")                                                                      \
    X(hash, "__hash__")                                                                            \
    X(init_subclass, "__init_subclass__")                                                          \
    X(module, "__module__")                                                                        \
    X(mro, "mro")                                                                                  \
    X(mro_entries, "__mro_entries__")                                                              \
    X(name, "__name__")                                                                            \
    X(new, "__new__")                                                                              \
    X(prepare, "__prepare__")                                                                      \
    X(qualname, "__qualname__")                                                                    \
    X(set_name, "__set_name__")                                                                    \
    X(slots, "__slots__")                                                                          \
    X(weakref, "__weakref__")                                                                      \
    X(length_hint, "__length_hint__")

enum {
#define X(name, text) NAME_##name,
    NAMES(X)
#undef X
        NAME_COUNT
};
extern Value interned_names[NAME_COUNT];
#define NAME(name) (interned_names[NAME_##name])

#endif
