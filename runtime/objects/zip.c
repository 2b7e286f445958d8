/* zip.c: the built-in iterators over other iterators: enumerate, zip, map, filter. */
#include "runtime/native.h"
#include "runtime/objects/items.h"

static Value iterator_self(Value self)
{
    return self;
}

static always_inline Value advance(Value iterator)
{
    Type *type = type_of(iterator);
    return likely(type->next) ? type->next(iterator) : op_next(iterator);
}

static void *object_for(Value cls, Type *type, size_t size, size_t items)
{
    if (cls == value_from(type)) {
        return mm_new(type, size + items * sizeof(Slot));
    }
    return items ? instance_new_sized(as_type(cls), size + items * sizeof(Slot))
                 : instance_new(as_type(cls));
}

/* ---- enumerate ---- */

static Value enumerate_make(Args args)
{
    if (!arg_given(args, 1)) {
        raise_type("enumerate() missing required argument 'iterable'");
    }
    Value start = arg_given(args, 2) ? op_index(args.at[2]) : value_int(0);
    Value iterator = op_iter(args.at[1]);
    Enumerate *e = object_for(args.at[0], &enumerate_type, sizeof(Enumerate), 0);
    mm_init(e, &e->iterator, iterator);
    if (is_int(start)) {
        e->number = as_int(start);
    } else {
        mm_init(e, &e->big, start);
    }
    return value_from(e);
}

/* The number to use now; counts on. */
static Value next_number(Enumerate *e)
{
    if (likely(e->big.v == EMPTY)) {
        if (likely(fits_small_int(e->number))) {
            return value_int(e->number++);
        }
        mm_store(e, &e->big, int_from_int64(e->number));
    }
    Value number = e->big.v;
    mm_store(e, &e->big, int_binary(OP2_ADD, number, value_int(1)));
    return number;
}

static Value enumerate_next(Value self)
{
    Enumerate *e = (Enumerate *)as_object(self);
    Value item = advance(e->iterator.v);
    if (item == EMPTY) {
        return EMPTY;
    }
    Tuple *pair = tuple_new(2);
    mm_init(pair, &pair->at[0], next_number(e));
    mm_init(pair, &pair->at[1], item);
    return value_from(pair);
}

static const NativeDef enumerate_def = {"enumerate", enumerate_make, "cls, iterable=, start=", NULL,
                                        0,           ERRORS_KEYWORDS};

Type enumerate_type = {
    .name = "enumerate",
    .flags = TYPE_SUBCLASSABLE | TYPE_PLAIN_ATTRS,
    .size = sizeof(Enumerate),
    .slots_at = offsetof(Enumerate, iterator),
    .slots_count = 2,
    .iter = iterator_self,
    .next = enumerate_next,
    .make = &enumerate_def,
    .doc = "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe "
           "enumerate object yields pairs containing a count (from start, which\ndefaults to zero) "
           "and a value yielded by the iterable argument.",
};

/* ---- zip ---- */

static Value zip_make(Args args)
{
    enum { FIRST = 2 };
    size_t count = args.count > FIRST ? args.count - FIRST : 0;
    bool is_strict = arg_bool_or(args, 1, false);
    Slots *iterators = slots_new(count);
    for (size_t i = 0; i < count; i++) {
        mm_init(iterators, &iterators->at[i], op_iter(args.at[FIRST + i]));
    }
    Zip *zip = object_for(args.at[0], &zip_type, sizeof(Zip), count);
    zip->count = count;
    zip->is_strict = is_strict;
    mm_transfer(zip, zip->at, iterators->at, count);
    return value_from(zip);
}

static cold_fn noreturn_fn void raise_uneven(size_t i, const char *how)
{
    raise_value("zip() argument %zu is %s than argument%s%zu", i + 1, how, i == 1 ? " " : "s 1-",
                i);
}

/* Iterator i has ended: all have, or (strictly) it is an error. */
static Value zip_end(Zip *zip, size_t i)
{
    if (!zip->is_strict) {
        return EMPTY;
    }
    if (i > 0) {
        raise_uneven(i, "shorter");
    }
    for (i = 1; i < zip->count; i++) {
        if (advance(zip->at[i].v) != EMPTY) {
            raise_uneven(i, "longer");
        }
    }
    return EMPTY;
}

static Value zip_next(Value self)
{
    Zip *zip = (Zip *)as_object(self);
    if (zip->count == 0) {
        return EMPTY;
    }
    Tuple *tuple = tuple_new(zip->count);
    for (size_t i = 0; i < zip->count; i++) {
        Value item = advance(zip->at[i].v);
        if (item == EMPTY) {
            return zip_end(zip, i);
        }
        mm_init(tuple, &tuple->at[i], item);
    }
    return value_from(tuple);
}

static const NativeDef zip_def = {"zip", zip_make, "cls, /, *iterables, strict=", NULL, 0, 0};

Type zip_type = {
    .name = "zip",
    .flags = TYPE_SUBCLASSABLE | TYPE_PLAIN_ATTRS,
    .size = sizeof(Zip),
    .array_at = offsetof(Zip, at),
    .array_count_at = offsetof(Zip, count),
    .iter = iterator_self,
    .next = zip_next,
    .make = &zip_def,
    .doc = "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.",
};

/* ---- map ---- */

typedef struct Map {
    Object head;
    size_t count; /* of `at`: the function and the iterators */
    Slot at[];
} Map;

static Value map_make(Args args)
{
    if (args.count < 3) {
        raise_type("map() must have at least two arguments.");
    }
    size_t count = args.count - 1;
    Slots *parts = slots_new(count);
    mm_init(parts, &parts->at[0], args.at[1]);
    for (size_t i = 1; i < count; i++) {
        mm_init(parts, &parts->at[i], op_iter(args.at[i + 1]));
    }
    Map *map = object_for(args.at[0], &map_type, sizeof(Map), count);
    map->count = count;
    mm_transfer(map, map->at, parts->at, count);
    return value_from(map);
}

static Value map_next_many(Map *map)
{
    size_t count = map->count - 1;
    Slots *items = slots_new(count);
    for (size_t i = 0; i < count; i++) {
        Value item = advance(map->at[i + 1].v);
        if (item == EMPTY) {
            return EMPTY;
        }
        mm_init(items, &items->at[i], item);
    }
    return call_value(map->at[0].v, (Call){&items->at[0].v, (uint32_t)count, EMPTY});
}

static Value map_next(Value self)
{
    Map *map = (Map *)as_object(self);
    if (map->count != 2) {
        return map_next_many(map);
    }
    Value item = advance(map->at[1].v);
    return item == EMPTY ? EMPTY : call_1(map->at[0].v, item);
}

static const NativeDef map_def = {"map", map_make, "cls, /, *args", NULL, 0, 0};

Type map_type = {
    .name = "map",
    .flags = TYPE_SUBCLASSABLE | TYPE_PLAIN_ATTRS,
    .size = sizeof(Map),
    .array_at = offsetof(Map, at),
    .array_count_at = offsetof(Map, count),
    .iter = iterator_self,
    .next = map_next,
    .make = &map_def,
    .doc = "map(func, *iterables) --> map object\n\nMake an iterator that computes the function "
           "using arguments from\neach of the iterables.  Stops when the shortest iterable is "
           "exhausted.",
};

/* ---- filter ---- */

typedef struct Filter {
    Object head;
    Slot function, iterator;
} Filter;

static Value filter_make(Args args)
{
    Value iterator = op_iter(args.at[2]);
    Filter *filter = object_for(args.at[0], &filter_type, sizeof(Filter), 0);
    mm_init(filter, &filter->function, args.at[1]);
    mm_init(filter, &filter->iterator, iterator);
    return value_from(filter);
}

static Value filter_next(Value self)
{
    Filter *filter = (Filter *)as_object(self);
    bool is_truth = filter->function.v == NONE || filter->function.v == value_from(&bool_type);
    Value item;
    while ((item = advance(filter->iterator.v)) != EMPTY) {
        if (op_truth(is_truth ? item : call_1(filter->function.v, item))) {
            break;
        }
    }
    return item;
}

static const NativeDef filter_def = {"filter", filter_make, "cls, function, iterable, /",
                                     NULL,     0,           ERRORS_POSITIONAL};

Type filter_type = {
    .name = "filter",
    .flags = TYPE_SUBCLASSABLE | TYPE_PLAIN_ATTRS,
    .size = sizeof(Filter),
    .slots_at = offsetof(Filter, function),
    .slots_count = 2,
    .iter = iterator_self,
    .next = filter_next,
    .make = &filter_def,
    .doc = "filter(function or None, iterable) --> filter object\n\nReturn an iterator yielding "
           "those items of iterable for which function(item)\nis true. If function is None, return "
           "the items that are true.",
};
