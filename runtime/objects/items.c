#include "runtime/objects/items.h"
#include "runtime/error.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/upcalls.h"
#include <stdlib.h>

bool item_is_index(Value v)
{
    return is_int(v) || type_of(v)->index || op_special(v, S_INDEX) != EMPTY;
}

bool item_is_iterable(Value v)
{
    const Type *type = type_of(v);
    return type->iter || op_special(v, S_ITER) != EMPTY || op_special(v, S_GETITEM) != EMPTY;
}

int64_t item_index(Value key, const char *what)
{
    if (likely(is_int(key))) {
        return as_int(key);
    }
    if (!item_is_index(key)) {
        raise_type("%s indices must be integers or slices, not %T", what, key);
    }
    int64_t i;
    if (!int_to_int64(op_index(key), &i)) {
        raise_index("cannot fit '%T' into an index-sized integer", key);
    }
    return i;
}

int64_t item_bound(Value v)
{
    if (likely(is_int(v))) {
        return as_int(v);
    }
    if (!item_is_index(v)) {
        raise_type("slice indices must be integers or have an __index__ method");
    }
    Value index = op_index(v);
    int64_t i;
    if (!int_to_int64(index, &i)) {
        return int_sign(index) < 0 ? INT64_MIN / 2 : INT64_MAX / 2;
    }
    return i;
}

Value item_concat_refused(Value a, Value b, const Type *self)
{
    const Type *other = type_of(b);
    if (other->binary && other->binary != self->binary) {
        Value result = other->binary(OP2_ADD, a, b);
        if (result != NOT_IMPLEMENTED) {
            return result;
        }
    }
    if ((other->flags & TYPE_HEAP) && op_special(b, S_RADD) != EMPTY) {
        return NOT_IMPLEMENTED;
    }
    raise_type("can only concatenate %s (not \"%T\") to %s", self->name, b, self->name);
}

int64_t item_repeat_times(Value times, size_t count)
{
    if (!item_is_index(times)) {
        const Type *type = type_of(times);
        if (type != &float_type && !(type->flags & (TYPE_LIST | TYPE_TUPLE | TYPE_STR)) &&
            (type->binary || op_special(times, S_RMUL) != EMPTY)) {
            return -1;
        }
        raise_type("can't multiply sequence by non-int of type '%T'", times);
    }
    int64_t n;
    Value index = op_index(times);
    if (!int_to_int64(index, &n)) {
        if (int_sign(index) > 0) {
            raise_overflow("cannot fit '%T' into an index-sized integer", times);
        }
        n = 0;
    }
    if (n <= 0 || count == 0) {
        return 0;
    }
    if ((uint64_t)n > (uint64_t)(INT64_MAX / (int64_t)sizeof(Slot)) / count) {
        raise_memory();
    }
    return n;
}

/* The objects whose repr is under way, outermost first. Only compared, never followed, and each is
 * borrowed by the native that is at work on it: so plain memory may hold them. */
static Value *repr_active;
static size_t repr_depth, repr_capacity;

static void repr_push(Value self)
{
    if (repr_depth == repr_capacity) {
        size_t capacity = repr_capacity ? 2 * repr_capacity : 32;
        Value *at = realloc(repr_active, capacity * sizeof(Value));
        if (!at) {
            raise_memory();
        }
        repr_active = at;
        repr_capacity = capacity;
    }
    repr_active[repr_depth++] = self;
}

Value item_repr_guarded(Value self, const char *dots, Value (*body)(Value self))
{
    for (size_t i = repr_depth; i-- > 0;) {
        if (repr_active[i] == self) {
            return str_from(dots);
        }
    }
    check_c_stack(" while getting the repr of an object");
    const volatile size_t depth = repr_depth;
    repr_push(self);
    Catch c;
    if (CATCH(c)) {
        Value result = body(self);
        catch_end(&c);
        repr_depth = depth;
        return result;
    }
    repr_depth = depth;
    raise_again(c.exception);
}

void item_append_repr(StrBuilder *b, Value v)
{
    if (!is_int(v)) {
        builder_str(b, op_repr(v));
        return;
    }
    int64_t i = as_int(v);
    uint64_t rest = i < 0 ? -(uint64_t)i : (uint64_t)i;
    char text[24];
    char *at = text + sizeof text;
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (i < 0) {
        *--at = '-';
    }
    builder_ascii(b, at, (size_t)(text + sizeof text - at));
}

int64_t item_unhashable(Value self)
{
    raise_type("unhashable type: '%T'", self);
}
