/* function.h: things that are called: functions of scripts, natives, bound methods, cells.
 * The Code of a function is the VM's (vm/code.h); here it is only a reference.
 */
#ifndef RUNTIME_OBJECTS_FUNCTION_H
#define RUNTIME_OBJECTS_FUNCTION_H
#include "runtime/mm.h"

typedef struct Function {
    Object head;
    struct Shape *shape; /* Attrs part: f.attribute = ... */
    Slot more;
    Slot code;                                     /* Code */
    Slot globals;                                  /* Dict */
    Slot builtins;                                 /* Dict */
    Slot defaults;                                 /* Tuple or NONE/EMPTY */
    Slot keyword_defaults;                         /* Dict or NONE/EMPTY */
    Slot closure;                                  /* Tuple of Cell or EMPTY */
    Slot name, qualname, doc, module, annotations; /* doc EMPTY: None; annotations EMPTY: {} */
} Function;

typedef struct Cell {
    Object head;
    Slot value; /* EMPTY: unbound */
} Cell;

/* A parameter's name, as it stands in a NativeDef's signature. */
typedef struct Parameter {
    const char *name;
    uint16_t length;
    bool is_optional;
} Parameter;

/* A NativeDef's signature, parsed. Numbers of positional values include `self` or `cls`. */
typedef struct Signature {
    uint32_t min, max;        /* positional values; max without *args */
    uint32_t positional_only; /* of the max, those that have no name for the caller */
    uint32_t keyword_only;
    bool is_direct; /* a call without keywords and with min..max values needs no binding */
    bool is_open;   /* *args and no more: the same, with min or more values */
    bool has_star, has_star_star;
    bool has_self;  /* the first parameter is not counted in messages */
    Parameter at[]; /* the positional ones, then the keyword-only ones */
} Signature;

/* A native bound to an object (list.append of one list) or free (len; list.append itself). */
typedef struct Native {
    Object head;
    const NativeDef *def;
    const Signature *signature; /* parsed at the first call (signature.c); NULL before */
    Type *owner;                /* the type whose method it is, or NULL */
    Slot self;                  /* EMPTY if unbound */
    Slot module;                /* name of the module, for repr and pickling names */
} Native;

typedef struct Method {
    Object head;
    Slot function, self;
} Method;

extern Type function_type, cell_type, native_type, method_descriptor_type, method_type;
extern Type class_method_descriptor_type; /* dict.fromkeys in dict's __dict__ */

Value native_new(const NativeDef *def, Type *owner /* or NULL */, Value self /* or EMPTY */);
/* Binds the call to the signature and calls. `self` EMPTY or the first argument before call.at. */
Value native_call_slow(Native *native, Value self, Call call);
static always_inline Value native_call(Native *native, Value self, Call call)
{
    const Signature *signature = native->signature;
    if (likely(self == EMPTY && signature && signature->is_direct && call.names == EMPTY &&
               call.count - signature->min <= signature->max - signature->min)) {
        return native->def->fn((Args){(Value *)call.at, call.count});
    }
    return native_call_slow(native, self, call);
}
/* Binds to their signatures and calls type->make and type->init; self is the class or the object. */
Value native_call_make(Type *type, Value self, Call call);
Value native_call_init(Type *type, Value self, Call call);
/* The parsed signature of a def: the same for the same def. */
const Signature *signature_of(const NativeDef *def);
/* Whether instances of the type are what an unbound method wants. */
bool native_serves(const Native *native, const Type *type);
/* Raises TypeError unless call.at[0] is what an unbound method of a type wants. */
void native_check_self(const Native *native, Call call);
extern Type wrapper_type;
/* Whether `found`, an attribute of `type`, is a method that may simply be called with an instance of
 * the type first (a native one checks nothing then; a slot wrapper checks by itself). */
static always_inline bool method_binds(Value found, const Type *type)
{
    return is_exactly(found, &function_type) || is_exactly(found, &wrapper_type) ||
           (is_exactly(found, &method_descriptor_type) &&
            native_serves((const Native *)as_object(found), type));
}
Value method_new(Value function, Value self);
Value cell_new(Value value /* or EMPTY */);
#endif
