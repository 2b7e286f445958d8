/* ops.h: Python's operations on Values of any type: what the VM does when its fast paths miss, and
 * what natives call. Each dispatches through the Type slots, then through the special methods of
 * classes. All may run Python code and raise, unless they say otherwise.
 */
#ifndef RUNTIME_OPS_H
#define RUNTIME_OPS_H

#include "runtime/object.h"

Value op_binary(BinaryOp op, Value a, Value b);
Value op_inplace(BinaryOp op, Value a, Value b);
Value op_power_mod(Value a, Value b, Value mod);
Value op_unary(UnaryOp op, Value a);
Value op_compare(CompareOp op, Value a, Value b); /* any object: rich comparison */
bool op_is_true(CompareOp op, Value a, Value b);  /* its truth; identity first, as containers do, for == */
bool op_equal(Value a, Value b);                  /* identity or ==: as containers compare */
bool op_truth(Value v);
int64_t op_hash(Value v);     /* "unhashable type: 'list'" */
int64_t op_length(Value v);   /* "object of type 'int' has no len()" */
int64_t op_length_hint(Value v, int64_t otherwise); /* raises nothing */
Value op_get_item(Value v, Value key);
void op_set_item(Value v, Value key, Value item); /* EMPTY deletes */
bool op_contains(Value container, Value item);
Value op_iter(Value v);       /* "'int' object is not iterable" */
Value op_next(Value iterator); /* EMPTY at the end: StopIteration is not raised */
Value op_get_attr(Value v, Value name);
Value op_find_attr(Value v, Value name); /* EMPTY if absent (AttributeError swallowed) */
void op_set_attr(Value v, Value name, Value value); /* EMPTY deletes */
/* What `v.name(...)` calls: a function to be called with v first (*self = v), or a bound thing to be
 * called without (*self = EMPTY). Saves the bound method. */
Value op_get_method(Value v, Value name, Value *self);
/* A special method looked up on the type, never on the instance: EMPTY if none. Runs no code. */
static inline Value op_special(Value v, Special special);
/* Calls a special method that was found by op_special (descriptors other than functions are bound). */
Value op_call_special(Value method, Value self, const Value *args, uint32_t count);
Value op_repr(Value v);  /* a str; "..." for what is being printed already is the containers' job */
Value op_str(Value v);
Value op_format(Value v, Value spec); /* format(v, spec) */
/* As an index: small int range; "'str' object cannot be interpreted as an integer". */
Value op_index(Value v);
int64_t op_index_int64(Value v); /* OverflowError beyond int64: "Python int too large to convert to C ssize_t" as IndexError where CPython does */
double op_float(Value v);  /* "must be real number, not str" */
bool op_is_instance(Value v, Value class_or_tuple);
bool op_is_subclass(Value cls, Value class_or_tuple);
bool op_callable(Value v);
/* Goes through any iterable: ITERATE(it, value, iterable) { ... } */
#define ITERATE(item, iterable)                                                                    \
    for (Value item##_it = op_iter(iterable), item;                                                \
         (item = op_next(item##_it)) != EMPTY;)

void type_fill(Type *type); /* type.h */
static inline Value op_special(Value v, Special special)
{
    Type *type = type_of(v);
    if (unlikely(!(type->flags & TYPE_FILLED))) {
        type_fill(type);
    }
    return type->special[special].v;
}

/* "unsupported operand type(s) for +: 'int' and 'str'" and its kin. */
noreturn_fn void raise_binary(BinaryOp op, bool inplace, Value a, Value b);

#endif
