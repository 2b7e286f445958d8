/* ops_items.c: operations on containers and iterators, indices and conversions to numbers. */
#include "runtime/native.h"
#include "runtime/objects/names.h"

int64_t op_length(Value v)
{
    Type *type = type_of(v);
    if (unlikely(!type->length)) {
        raise_type("object of type '%T' has no len()", v);
    }
    return type->length(v);
}

/* len(v) or what __length_hint__ says; -1 if neither is there. */
static int64_t ask_length_hint(Value v)
{
    Type *type = type_of(v);
    if (type->length) {
        return type->length(v);
    }
    Value method = op_special(v, S_LENGTH_HINT);
    if (method == EMPTY) {
        return -1;
    }
    Value hint = op_call_special(method, v, NULL, 0);
    int64_t n;
    return is_any_int(hint) && int_to_int64(hint, &n) && n >= 0 ? n : -1;
}

int64_t op_length_hint(Value v, int64_t otherwise)
{
    if (!(type_of(v)->flags & TYPE_HEAP)) {
        int64_t n = ask_length_hint(v);
        return n < 0 ? otherwise : n;
    }
    Catch c;
    if (CATCH(c)) {
        int64_t n = ask_length_hint(v);
        catch_end(&c);
        return n < 0 ? otherwise : n;
    }
    return otherwise;
}

/* ---- Items ---- */

/* list[int] and A[int] by __class_getitem__. */
static Value class_get_item(Value cls, Value key)
{
    static Type *const generic[] = {&list_type,      &tuple_type,     &dict_type, &set_type,
                                    &frozenset_type, &enumerate_type, &type_type};
    for (size_t i = 0; i < COUNT_OF(generic); i++) {
        if (cls == value_from(generic[i])) {
            return generic_alias_new(cls, key);
        }
    }
    Value method = op_find_attr(cls, NAME(class_getitem));
    if (method != EMPTY) {
        return call_1(method, key);
    }
    for (size_t i = 0; i < COUNT_OF(generic) - 1; i++) {
        if (type_is_subtype(as_type(cls), generic[i])) {
            return generic_alias_new(cls, key);
        }
    }
    raise_type("type '%N' is not subscriptable", as_type(cls));
}

Value op_get_item(Value v, Value key)
{
    Type *type = type_of(v);
    if (likely(type->get_item != NULL)) {
        return type->get_item(v, key);
    }
    if (type->flags & TYPE_TYPE) {
        return class_get_item(v, key);
    }
    raise_type("'%T' object is not subscriptable", v);
}

void op_set_item(Value v, Value key, Value item)
{
    Type *type = type_of(v);
    if (unlikely(!type->set_item)) {
        raise_type(item == EMPTY ? "'%T' object doesn't support item deletion"
                                 : "'%T' object does not support item assignment",
                   v);
    }
    type->set_item(v, key, item);
}

bool op_contains(Value container, Value item)
{
    Type *type = type_of(container);
    if (type->contains) {
        return type->contains(container, item);
    }
    if (!type->iter && type->special[S_GETITEM].v == EMPTY) {
        raise_type("argument of type '%T' is not iterable", container);
    }
    ITERATE(candidate, container)
    {
        if (op_equal(candidate, item)) {
            return true;
        }
    }
    return false;
}

/* ---- Iteration ---- */

static noreturn_fn void raise_not_iterable(Value v)
{
    raise_type("'%T' object is not iterable", v);
}

Value op_iter(Value v)
{
    Type *type = type_of(v);
    if (likely(type->iter != NULL)) {
        Value iterator = type->iter(v);
        if (unlikely((type->flags & TYPE_HEAP) && !type_of(iterator)->next)) {
            raise_type("iter() returned non-iterator of type '%T'", iterator);
        }
        return iterator;
    }
    if ((type->flags & (TYPE_HEAP | TYPE_DICT)) == TYPE_HEAP &&
        type->special[S_GETITEM].v != EMPTY) {
        return iterator_from_getitem(v);
    }
    raise_not_iterable(v);
}

Value op_next(Value iterator)
{
    Type *type = type_of(iterator);
    if (unlikely(!type->next)) {
        raise_type("'%T' object is not an iterator", iterator);
    }
    return type->next(iterator);
}

/* ---- Indices and numbers ---- */

Value op_index(Value v)
{
    if (likely(is_int(v))) {
        return v;
    }
    Type *type = type_of(v);
    if (type->flags & TYPE_INT || is_bool(v)) {
        return int_plain(v);
    }
    if (!type->index) {
        raise_type("'%T' object cannot be interpreted as an integer", v);
    }
    return type->index(v);
}

int64_t op_index_int64(Value v)
{
    if (likely(is_int(v))) {
        return as_int(v);
    }
    int64_t i;
    if (!int_to_int64(op_index(v), &i)) {
        raise_overflow("Python int too large to convert to C ssize_t");
    }
    return i;
}

double op_float(Value v)
{
    if (is_float(v)) {
        return as_float(v);
    }
    if (is_int(v)) {
        return (double)as_int(v);
    }
    Type *type = type_of(v);
    if (type->to_float) {
        return type->to_float(v);
    }
    if (!type->index) {
        raise_type("must be real number, not %T", v);
    }
    return int_to_double(op_index(v));
}
