/* native.h: what C code that scripts call may use: the only runtime header that stdlib/ includes.
 * Argument helpers raise the messages that CPython raises for the same mistake.
 */
#ifndef RUNTIME_NATIVE_H
#define RUNTIME_NATIVE_H

#include "runtime/error.h"
#include "runtime/mm.h"
#include "runtime/ops.h"
#include "runtime/upcalls.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/complex.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/function.h"
#include "runtime/objects/int.h"
#include "runtime/objects/iter.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/set.h"
#include "runtime/objects/shape.h"
#include "runtime/objects/slice.h"
#include "runtime/objects/slots.h"
#include "runtime/objects/str.h"
#include "runtime/objects/tuple.h"
#include "runtime/objects/type.h"

static inline Value arg_or(Args args, uint32_t i, Value otherwise)
{
    return i < args.count && args.at[i] != EMPTY ? args.at[i] : otherwise;
}
static inline bool arg_given(Args args, uint32_t i)
{
    return i < args.count && args.at[i] != EMPTY;
}
/* As an index (through __index__), in int64. */
int64_t arg_int(Args args, uint32_t i);
int64_t arg_int_or(Args args, uint32_t i, int64_t otherwise);
double arg_float(Args args, uint32_t i);
bool arg_bool_or(Args args, uint32_t i, bool otherwise); /* truth */
/* A str: "NAME() argument N must be str, not int" with the given function name. */
Value arg_str(Args args, uint32_t i, const char *function);

/* A module of natives: NAME is imported as `name`. `fill` (may be NULL) adds the rest. */
typedef struct ModuleDef {
    const char *name;
    const char *doc;
    const NativeDef *functions;
    void (*fill)(Value module);
    const char *source; /* Python text run in the module after that, or NULL */
} ModuleDef;

#endif
