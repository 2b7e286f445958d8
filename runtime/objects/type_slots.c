/* type_slots.c: the C slots of classes: inherited from the built-in type whose wrapper the MRO
 * finds, or a trampoline that calls the special method. The VM calls special methods of scripts
 * itself; trampolines are what natives come through.
 */
#include "runtime/native.h"
#include "runtime/objects/names.h"

static Value special_in(Value self, Special special)
{
    return type_of(self)->special[special].v;
}

/* Calls self.special(args...). */
static Value call_special(Value self, Special special, const Value *args, uint32_t count)
{
    return op_call_special(special_in(self, special), self, args, count);
}

static bool is_missing(Value method)
{
    return method == EMPTY || method == NONE;
}

/* ---- Trampolines ---- */

static Value repr_trampoline(Value self)
{
    return call_special(self, S_REPR, NULL, 0); /* op_repr and op_str check the result */
}

static Value str_trampoline(Value self)
{
    return call_special(self, S_STR, NULL, 0);
}

static int64_t hash_trampoline(Value self)
{
    Value hash = call_special(self, S_HASH, NULL, 0);
    if (!is_any_int(hash)) {
        raise_type("__hash__ method should return an integer");
    }
    int64_t h;
    if (!int_to_int64(hash, &h)) {
        h = int_hash(hash);
    }
    return h == -1 ? -2 : h;
}

static bool truth_trampoline(Value self)
{
    Value truth = call_special(self, S_BOOL, NULL, 0);
    if (!is_bool(truth)) {
        raise_type("__bool__ should return bool, returned %T", truth);
    }
    return truth == TRUE;
}

static int64_t length_trampoline(Value self)
{
    Value length = op_index(call_special(self, S_LEN, NULL, 0));
    if (int_sign(length) < 0) {
        raise_value("__len__() should return >= 0");
    }
    int64_t n;
    if (!int_to_int64(length, &n)) {
        raise_overflow("cannot fit 'int' into an index-sized integer");
    }
    return n;
}

static Value get_item_trampoline(Value self, Value key)
{
    return call_special(self, S_GETITEM, &key, 1);
}

static void set_item_trampoline(Value self, Value key, Value value)
{
    if (value == EMPTY) {
        if (is_missing(special_in(self, S_DELITEM))) {
            raise_type("'%T' object doesn't support item deletion", self);
        }
        call_special(self, S_DELITEM, &key, 1);
        return;
    }
    if (is_missing(special_in(self, S_SETITEM))) {
        raise_type("'%T' object does not support item assignment", self);
    }
    Value args[] = {key, value};
    call_special(self, S_SETITEM, args, 2);
}

static bool contains_trampoline(Value self, Value item)
{
    if (special_in(self, S_CONTAINS) == NONE) {
        raise_type("'%T' object is not a container", self);
    }
    return op_truth(call_special(self, S_CONTAINS, &item, 1));
}

static Value iter_trampoline(Value self)
{
    if (special_in(self, S_ITER) == NONE) {
        raise_type("'%T' object is not iterable", self);
    }
    return call_special(self, S_ITER, NULL, 0);
}

static Value next_trampoline(Value self)
{
    Catch c;
    if (CATCH(c)) {
        Value item = call_special(self, S_NEXT, NULL, 0);
        catch_end(&c);
        return item;
    }
    if (!exception_matches(c.exception, value_from(&exc_StopIteration))) {
        raise_again(c.exception);
    }
    return EMPTY;
}

static Value call_trampoline(Value self, Call call)
{
    Value method = special_in(self, S_CALL);
    Value (*get)(Value, Value, Type *) = type_of(method)->descr_get;
    return call_value(get ? get(method, self, type_of(self)) : method, call);
}

/* The default look-up that a class with __getattr__ falls back from. */
static Value default_get(Value self, Value name)
{
    Type *type = type_of(self);
    Value method = type->special[S_GETATTRIBUTE].v;
    Type *owner = wrapper_owner(method, type, S_GETATTRIBUTE);
    if (owner) {
        return owner->get_attr ? owner->get_attr(self, name) : object_get_attr(self, name);
    }
    return op_call_special(method, self, &name, 1);
}

/* Whether the default look-up cannot raise: what it would find is no descriptor that runs code. */
static bool is_tame(Value self, Value name)
{
    Type *type = type_of(self);
    if (type->flags & TYPE_TYPE ||
        !wrapper_owner(type->special[S_GETATTRIBUTE].v, type, S_GETATTRIBUTE)) {
        return false;
    }
    Value found = type_lookup(type, name);
    return found == EMPTY || is_exactly(found, &function_type) || !type_of(found)->descr_get;
}

static Value get_attr_trampoline(Value self, Value name)
{
    Value hook = special_in(self, S_GETATTR);
    if (hook == EMPTY) {
        return default_get(self, name);
    }
    Catch c;
    if (is_tame(self, name)) {
        Value found = default_get(self, name);
        if (found != EMPTY) {
            return found;
        }
    } else if (CATCH(c)) {
        Value found = default_get(self, name);
        catch_end(&c);
        if (found != EMPTY) {
            return found;
        }
    } else if (!exception_matches(c.exception, value_from(&exc_AttributeError))) {
        raise_again(c.exception);
    }
    return op_call_special(special_in(self, S_GETATTR), self, &name, 1);
}

static bool set_attr_trampoline(Value self, Value name, Value value)
{
    Special special = value == EMPTY ? S_DELATTR : S_SETATTR;
    Type *type = type_of(self);
    Type *owner = wrapper_owner(type->special[special].v, type, special);
    if (owner) {
        return owner->set_attr ? owner->set_attr(self, name, value)
                               : object_set_attr(self, name, value);
    }
    Value args[] = {name, value};
    call_special(self, special, args, value == EMPTY ? 1 : 2);
    return true;
}

/* A binary special method of `self`, by its wrapper's C slot if it is one. */
static Value call_binary(Value self, Special special, Value other)
{
    Value method = special_in(self, special);
    return method == EMPTY ? NOT_IMPLEMENTED : op_call_special(method, self, &other, 1);
}

static Value binary_trampoline(BinaryOp op, Value a, Value b)
{
    Type *ta = type_of(a), *tb = type_of(b);
    Special forward = (Special)(S_ADD + op), reflected = (Special)(S_RADD + op);
    bool try_other = ta != tb && tb->binary == binary_trampoline;
    if (ta->binary == binary_trampoline) {
        if (try_other && type_is_subtype(tb, ta) &&
            tb->special[reflected].v != ta->special[reflected].v) {
            Value result = call_binary(b, reflected, a);
            if (result != NOT_IMPLEMENTED) {
                return result;
            }
            try_other = false;
        }
        Value result = call_binary(a, forward, b);
        if (result != NOT_IMPLEMENTED || ta == tb) {
            return result;
        }
    }
    return try_other ? call_binary(b, reflected, a) : NOT_IMPLEMENTED;
}

static Value inplace_trampoline(BinaryOp op, Value a, Value b)
{
    return call_binary(a, (Special)(S_IADD + op), b);
}

static Value unary_trampoline(UnaryOp op, Value a)
{
    Value method = special_in(a, (Special)(S_NEG + op));
    return method == EMPTY ? NOT_IMPLEMENTED : op_call_special(method, a, NULL, 0);
}

static Value compare_trampoline(CompareOp op, Value a, Value b)
{
    Type *type = type_of(a);
    Special special = (Special)(S_LT + op);
    Value method = type->special[special].v;
    if (method == EMPTY) {
        return NOT_IMPLEMENTED;
    }
    Type *owner = wrapper_owner(method, type, special);
    return owner ? owner->compare(op, a, b) : op_call_special(method, a, &b, 1);
}

static Value index_trampoline(Value self)
{
    Value index = call_special(self, S_INDEX, NULL, 0);
    if (!is_any_int(index)) {
        raise_type("__index__ returned non-int (type %T)", index);
    }
    return int_plain(index);
}

static double float_trampoline(Value self)
{
    Value result = call_special(self, S_FLOAT, NULL, 0);
    if (is_float(result)) {
        return as_float(result);
    }
    if (!has_flag(result, TYPE_FLOAT)) {
        raise_type("%T.__float__ returned non-float (type %T)", self, result);
    }
    return float_from_value(result);
}

static Value descr_get_trampoline(Value self, Value object, Type *owner)
{
    Value args[] = {object == EMPTY ? NONE : object, value_from(owner)};
    return call_special(self, S_GET, args, 2);
}

static void descr_set_trampoline(Value self, Value object, Value value)
{
    Special special = value == EMPTY ? S_DELETE : S_SET;
    if (special_in(self, special) == EMPTY) {
        raise_as(&exc_AttributeError, "%S", special_name(special));
    }
    Value args[] = {object, value};
    call_special(self, special, args, value == EMPTY ? 1 : 2);
}

/* ---- The table of slots ---- */

/* X(slot, trampoline, first special, last special): a slot stands for all of them. */
#define SLOTS(X)                                                                                   \
    X(repr, repr_trampoline, S_REPR, S_REPR)                                                       \
    X(str, str_trampoline, S_STR, S_STR)                                                           \
    X(hash, hash_trampoline, S_HASH, S_HASH)                                                       \
    X(truth, truth_trampoline, S_BOOL, S_BOOL)                                                     \
    X(length, length_trampoline, S_LEN, S_LEN)                                                     \
    X(get_item, get_item_trampoline, S_GETITEM, S_GETITEM)                                         \
    X(set_item, set_item_trampoline, S_SETITEM, S_DELITEM)                                         \
    X(contains, contains_trampoline, S_CONTAINS, S_CONTAINS)                                       \
    X(iter, iter_trampoline, S_ITER, S_ITER)                                                       \
    X(next, next_trampoline, S_NEXT, S_NEXT)                                                       \
    X(call, call_trampoline, S_CALL, S_CALL)                                                       \
    X(get_attr, get_attr_trampoline, S_GETATTRIBUTE, S_GETATTR)                                    \
    X(set_attr, set_attr_trampoline, S_SETATTR, S_DELATTR)                                         \
    X(binary, binary_trampoline, S_ADD, S_RDIVMOD)                                                 \
    X(inplace, inplace_trampoline, S_IADD, S_IDIVMOD)                                              \
    X(unary, unary_trampoline, S_NEG, S_ABS)                                                       \
    X(compare, compare_trampoline, S_LT, S_GE)                                                     \
    X(index, index_trampoline, S_INDEX, S_INDEX)                                                   \
    X(to_float, float_trampoline, S_FLOAT, S_FLOAT)                                                \
    X(descr_get, descr_get_trampoline, S_GET, S_GET)                                               \
    X(descr_set, descr_set_trampoline, S_SET, S_DELETE)

void type_inherit_slots(Type *type, const Type *base)
{
    /* Equality and hash go together: a type that compares otherwise is not hashed as its base. */
    if (!type->hash && !type->compare) {
        type->hash = base->hash;
    }
#define X(slot, trampoline, first, last)                                                           \
    if (first != S_HASH && !type->slot) {                                                          \
        type->slot = base->slot;                                                                   \
    }
    SLOTS(X)
#undef X
}

/* What the C slot of [first, last] has to be. */
typedef enum Source { NOTHING, INHERITED, TRAMPOLINE } Source;

/* Where a slot that stands for these specials comes from: a trampoline as soon as one of them is
 * not the wrapper of a base that has its say in this very class; *owner is the built-in type. */
static Source slot_source(const Type *type, int first, int last, Type **owner)
{
    Source source = NOTHING;
    for (int s = first; s <= last; s++) {
        Value method = type->special[s].v;
        if (method == EMPTY) {
            continue;
        }
        Type *from = wrapper_owner(method, type, (Special)s);
        if (!from || (source == INHERITED && from != *owner)) {
            return TRAMPOLINE;
        }
        source = INHERITED;
        *owner = from;
    }
    return source;
}

void type_resolve_slots(Type *type)
{
    Type *owner = NULL;
    Source source;
#define X(slot, trampoline, first, last)                                                           \
    source = slot_source(type, first, last, &owner);                                               \
    type->slot = source == TRAMPOLINE ? trampoline : source == INHERITED ? owner->slot : NULL;
    SLOTS(X)
#undef X
    if (type->special[S_HASH].v == NONE) {
        type->hash = NULL;
    }
    type->flags &= ~(TYPE_PLAIN_ATTRS | TYPE_DEFAULT_NEW | TYPE_SEQUENCE);
    if (!type->get_attr && !type->set_attr && !type->attrs_behind) {
        type->flags |= TYPE_PLAIN_ATTRS;
    }
    if (type->binary && type->binary != binary_trampoline) {
        type->flags |= type->base->flags & TYPE_SEQUENCE;
    }
    type->make_signature = type->init_signature = NULL;
    owner = wrapper_owner(type->special[S_NEW].v, type, S_NEW);
    if (owner) {
        type->make = owner->make;
        type->flags |= owner == &object_base_type ? TYPE_DEFAULT_NEW : 0;
    }
    Type *maker = owner;
    owner = wrapper_owner(type->special[S_INIT].v, type, S_INIT);
    if (owner) {
        type->init = owner->init;
    }
    /* An exception class without methods of its own for this is made as its base. */
    bool is_plain = (type->flags & TYPE_EXCEPTION) && maker && owner;
    type->make_fast = is_plain ? maker->make_fast : NULL;
    if (type->special[S_DEL].v != EMPTY) {
        type->flags |= TYPE_FINALIZES; /* object_finalize calls it */
    }
}

/* Whether the MRO of `type` from place i on is the MRO of the class at i: true for single
 * inheritance, where the base's table answers for all the rest. */
static bool is_tail(const Tuple *mro, size_t i)
{
    const Tuple *other = as_tuple(as_type(mro->at[i].v)->mro.v);
    return other->count == mro->count - i &&
           !memcmp(other->at, &mro->at[i], other->count * sizeof(Slot));
}

/* What each special method is for a class whose first `own` classes of the MRO have to be asked one
 * by one and whose rest has a table. */
static void find_specials(const Tuple *mro, size_t own, const Type *rest, Value *found)
{
    for (int s = 0; s < SPECIAL_COUNT; s++) {
        found[s] = rest ? rest->special[s].v : EMPTY;
    }
    for (size_t i = own; i-- > 0;) {
        Dict *dict = as_dict(as_type(mro->at[i].v)->dict.v);
        uint32_t position = 0;
        Value name, value;
        while (dict_next(dict, &position, &name, &value)) {
            int special = is_str(name) ? special_of(name) : -1;
            if (special >= 0) {
                found[special] = value;
            }
        }
    }
}

void type_resolve_specials(Type *type)
{
    const Tuple *mro = as_tuple(type->mro.v);
    size_t own = 1;
    while (own < mro->count && !is_tail(mro, own)) {
        own++;
    }
    for (size_t i = 1; i < mro->count; i++) {
        type_fill(as_type(mro->at[i].v));
    }
    Value found[SPECIAL_COUNT];
    find_specials(mro, own, own < mro->count ? as_type(mro->at[own].v) : NULL, found);
    for (int s = 0; s < SPECIAL_COUNT; s++) {
        if (type->special[s].v != found[s]) {
            mm_store(type, &type->special[s], found[s]);
        }
    }
}
