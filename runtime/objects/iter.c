#include "runtime/native.h"
#include "runtime/objects/items.h"

static Value iterator_self(Value self)
{
    return self;
}

Value iterator_over(Type *type, Value sequence)
{
    SequenceIterator *it = NEW(SequenceIterator, type);
    mm_init(it, &it->sequence, sequence);
    return value_from(it);
}

static SequenceIterator *as_iterator(Value v)
{
    return (SequenceIterator *)as_object(v);
}

static Value finish(SequenceIterator *it)
{
    mm_store(it, &it->sequence, EMPTY);
    return EMPTY;
}

#define ITERATOR_TYPE(text, next_function, method_table)                                           \
    {                                                                                              \
        .name = text, .flags = TYPE_NO_INSTANCES | TYPE_PLAIN_ATTRS,                               \
        .size = sizeof(SequenceIterator), .slots_at = offsetof(SequenceIterator, sequence),        \
        .slots_count = 1, .iter = iterator_self, .next = next_function, .methods = method_table,   \
    }

/* ---- list and tuple ---- */

static Value list_next(Value self)
{
    SequenceIterator *it = as_iterator(self);
    if (it->sequence.v == EMPTY) {
        return EMPTY;
    }
    List *list = as_list(it->sequence.v);
    return it->next < list->count ? list_at(list, it->next++) : finish(it);
}

static Value tuple_next(Value self)
{
    SequenceIterator *it = as_iterator(self);
    if (it->sequence.v == EMPTY) {
        return EMPTY;
    }
    Tuple *tuple = as_tuple(it->sequence.v);
    return it->next < tuple->count ? tuple->at[it->next++].v : finish(it);
}

static Value length_hint_method(Args args)
{
    SequenceIterator *it = as_iterator(args.at[0]);
    if (it->sequence.v == EMPTY) {
        return value_int(0);
    }
    int64_t left = op_length(it->sequence.v) - (int64_t)it->next;
    return value_int(MAX(left, 0));
}

static const NativeDef methods[] = {
    {"__length_hint__", length_hint_method, "self, /", NULL, 0, 0},
    {0},
};

Type list_iterator_type = ITERATOR_TYPE("list_iterator", list_next, methods);
Type tuple_iterator_type = ITERATOR_TYPE("tuple_iterator", tuple_next, methods);

/* ---- Backwards: `next` is one beyond the next index ---- */

Value iterator_reversed_list(Value list)
{
    Value it = iterator_over(&list_reverse_iterator_type, list);
    as_iterator(it)->next = as_list(list)->count;
    return it;
}

static Value list_previous(Value self)
{
    SequenceIterator *it = as_iterator(self);
    if (it->sequence.v == EMPTY) {
        return EMPTY;
    }
    List *list = as_list(it->sequence.v);
    if (it->next == 0 || it->next > list->count) {
        return finish(it);
    }
    return list_at(list, --it->next);
}

static Value reverse_length_hint_method(Args args)
{
    SequenceIterator *it = as_iterator(args.at[0]);
    if (it->sequence.v == EMPTY || (int64_t)it->next > op_length(it->sequence.v)) {
        return value_int(0);
    }
    return value_int((int64_t)it->next);
}

static const NativeDef reverse_methods[] = {
    {"__length_hint__", reverse_length_hint_method, "self, /", NULL, 0, 0},
    {0},
};

Type list_reverse_iterator_type =
    ITERATOR_TYPE("list_reverseiterator", list_previous, reverse_methods);

/* sequence[i], or EMPTY where IndexError (or StopIteration) says that there is no more. */
static Value item_or_end(Value sequence, int64_t i)
{
    Catch c;
    if (CATCH(c)) {
        Value item = op_get_item(sequence, int_from_int64(i));
        catch_end(&c);
        return item;
    }
    if (exception_matches(c.exception, value_from(&exc_IndexError)) ||
        exception_matches(c.exception, value_from(&exc_StopIteration))) {
        return EMPTY;
    }
    raise_again(c.exception);
}

static Value sequence_previous(Value self)
{
    SequenceIterator *it = as_iterator(self);
    if (it->sequence.v == EMPTY || it->next == 0) {
        return it->sequence.v == EMPTY ? EMPTY : finish(it);
    }
    int64_t i = (int64_t)--it->next;
    Value sequence = it->sequence.v;
    if (is_exactly(sequence, &tuple_type)) {
        return as_tuple(sequence)->at[i].v;
    }
    if (is_exactly(sequence, &str_type)) {
        return str_from_char(str_at(as_str(sequence), (size_t)i));
    }
    Value item = item_or_end(sequence, i);
    return item == EMPTY ? finish(it) : item;
}

Value iterator_reversed(Value v)
{
    Value method = op_special(v, S_REVERSED);
    if (method != EMPTY && method != NONE) {
        return op_call_special(method, v, NULL, 0);
    }
    bool is_sequence = type_of(v)->get_item || op_special(v, S_GETITEM) != EMPTY;
    if (method == NONE || !is_sequence || is_dict(v)) {
        raise_type("'%T' object is not reversible", v);
    }
    int64_t length = op_length(v);
    Value it = iterator_over(&reversed_type, v);
    as_iterator(it)->next = (size_t)length;
    return it;
}

static Value reversed_make(Args args)
{
    return iterator_reversed(args.at[1]);
}

static const NativeDef reversed_def = {"reversed", reversed_make,    "cls, sequence, /", NULL,
                                       0,          ERRORS_POSITIONAL};

Type reversed_type = {
    .name = "reversed",
    .flags = TYPE_SUBCLASSABLE | TYPE_PLAIN_ATTRS,
    .size = sizeof(SequenceIterator),
    .slots_at = offsetof(SequenceIterator, sequence),
    .slots_count = 1,
    .iter = iterator_self,
    .next = sequence_previous,
    .make = &reversed_def,
    .methods = reverse_methods,
    .doc = "Return a reverse iterator over the values of the given sequence.",
};

/* ---- Over __getitem__ ---- */

Value iterator_from_getitem(Value sequence)
{
    return iterator_over(&getitem_iterator_type, sequence);
}

static Value getitem_next(Value self)
{
    SequenceIterator *it = as_iterator(self);
    if (it->sequence.v == EMPTY) {
        return EMPTY;
    }
    Value item = item_or_end(it->sequence.v, (int64_t)it->next);
    if (item == EMPTY) {
        return finish(it);
    }
    it->next++;
    return item;
}

static Value getitem_length_hint_method(Args args)
{
    SequenceIterator *it = as_iterator(args.at[0]);
    if (it->sequence.v == EMPTY) {
        return value_int(0);
    }
    Type *type = type_of(it->sequence.v);
    if (!type->length && op_special(it->sequence.v, S_LEN) == EMPTY) {
        return NOT_IMPLEMENTED;
    }
    int64_t left = op_length(it->sequence.v) - (int64_t)it->next;
    return value_int(MAX(left, 0));
}

static const NativeDef getitem_methods[] = {
    {"__length_hint__", getitem_length_hint_method, "self, /", NULL, 0, 0},
    {0},
};

Type getitem_iterator_type = ITERATOR_TYPE("iterator", getitem_next, getitem_methods);

/* ---- iter(callable, sentinel) ---- */

typedef struct CallableIterator {
    Object head;
    Slot callable, sentinel; /* EMPTY at the end */
} CallableIterator;

Value iterator_from_callable(Value callable, Value sentinel)
{
    if (!op_callable(callable)) {
        raise_type("iter(v, w): v must be callable");
    }
    CallableIterator *it = NEW(CallableIterator, &callable_iterator_type);
    mm_init(it, &it->callable, callable);
    mm_init(it, &it->sentinel, sentinel);
    return value_from(it);
}

static Value callable_end(CallableIterator *it)
{
    mm_store(it, &it->callable, EMPTY);
    mm_store(it, &it->sentinel, EMPTY);
    return EMPTY;
}

static Value callable_next(Value self)
{
    CallableIterator *it = (CallableIterator *)as_object(self);
    if (it->callable.v == EMPTY) {
        return EMPTY;
    }
    Catch c;
    Value result;
    if (CATCH(c)) {
        result = call_0(it->callable.v);
        catch_end(&c);
    } else if (exception_matches(c.exception, value_from(&exc_StopIteration))) {
        return callable_end((CallableIterator *)as_object(self));
    } else {
        raise_again(c.exception);
    }
    if (it->callable.v == EMPTY) { /* ended by a call from within */
        return EMPTY;
    }
    return item_equal(it->sentinel.v, result) ? callable_end(it) : result;
}

Type callable_iterator_type = {
    .name = "callable_iterator",
    .flags = TYPE_NO_INSTANCES | TYPE_PLAIN_ATTRS,
    .size = sizeof(CallableIterator),
    .slots_at = offsetof(CallableIterator, callable),
    .slots_count = 2,
    .iter = iterator_self,
    .next = callable_next,
};
