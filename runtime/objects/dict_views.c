#include "runtime/native.h"
#include "runtime/objects/dict_table.h"
#include "runtime/objects/items.h"

/* ---- Iterators ---- */

Value dict_iterator_new(Type *type, Dict *d)
{
    DictIterator *it = NEW(DictIterator, type);
    mm_init(it, &it->dict, value_from(d));
    it->expected = it->left = d->count;
    if (type == &dict_reverse_key_iterator_type || type == &dict_reverse_value_iterator_type ||
        type == &dict_reverse_item_iterator_type) {
        it->position = d->used;
    }
    return value_from(it);
}

static bool finish(DictIterator *it)
{
    mm_store(it, &it->dict, EMPTY);
    return false;
}

static always_inline bool step(DictIterator *it, bool backwards, Value *key, Value *value)
{
    if (it->dict.v == EMPTY) {
        return false;
    }
    Dict *d = as_dict(it->dict.v);
    if (unlikely(it->expected != d->count)) {
        it->expected = UINT32_MAX; /* fails from now on, whatever the dict's size */
        raise_runtime("dictionary changed size during iteration");
    }
    const DictTable *t = dict_table(d);
    uint32_t i;
    if (backwards) {
        i = MIN(it->position, d->used);
        while (i > d->first && t->at[i - 1].key.v == EMPTY) {
            i--;
        }
        if (i <= d->first) {
            return finish(it);
        }
        it->position = --i;
    } else {
        i = MAX(it->position, d->first);
        while (i < d->used && t->at[i].key.v == EMPTY) {
            i++;
        }
        if (i >= d->used) {
            return finish(it);
        }
        it->position = i + 1;
    }
    if (unlikely(it->left == 0)) {
        finish(it);
        raise_runtime("dictionary keys changed during iteration");
    }
    it->left--;
    *key = t->at[i].key.v;
    *value = t->at[i].value.v;
    return true;
}

bool dict_iterator_step(DictIterator *it, Value *key, Value *value)
{
    return step(it, false, key, value);
}

static Value pair_new(Value key, Value value)
{
    Tuple *pair = tuple_new(2);
    mm_init(pair, &pair->at[0], key);
    mm_init(pair, &pair->at[1], value);
    return value_from(pair);
}

/* X(kind, backwards, what a step gives) */
#define ITERATORS(X)                                                                               \
    X(key, false, key)                                                                             \
    X(value, false, value)                                                                         \
    X(item, false, pair_new(key, value))                                                           \
    X(reverse_key, true, key)                                                                      \
    X(reverse_value, true, value)                                                                  \
    X(reverse_item, true, pair_new(key, value))

#define X(kind, backwards, result)                                                                 \
    static Value kind##_next(Value self)                                                           \
    {                                                                                              \
        Value key, value;                                                                          \
        return step((DictIterator *)as_object(self), backwards, &key, &value) ? (result) : EMPTY;  \
    }
ITERATORS(X)
#undef X

static Value iterator_self(Value self)
{
    return self;
}

static Value length_hint_method(Args args)
{
    DictIterator *it = (DictIterator *)as_object(args.at[0]);
    bool valid = it->dict.v != EMPTY && as_dict(it->dict.v)->count == it->expected;
    return value_int(valid ? it->left : 0);
}

static const NativeDef iterator_methods[] = {
    {"__length_hint__", length_hint_method, "self, /", NULL, 0, 0},
    {0},
};

#define ITERATOR_TYPE(kind, text)                                                                  \
    Type dict_##kind##_iterator_type = {                                                           \
        .name = text,                                                                              \
        .flags = TYPE_NO_INSTANCES | TYPE_PLAIN_ATTRS,                                             \
        .size = sizeof(DictIterator),                                                              \
        .slots_at = offsetof(DictIterator, dict),                                                  \
        .slots_count = 1,                                                                          \
        .iter = iterator_self,                                                                     \
        .next = kind##_next,                                                                       \
        .methods = iterator_methods,                                                               \
    };
ITERATOR_TYPE(key, "dict_keyiterator")
ITERATOR_TYPE(value, "dict_valueiterator")
ITERATOR_TYPE(item, "dict_itemiterator")
ITERATOR_TYPE(reverse_key, "dict_reversekeyiterator")
ITERATOR_TYPE(reverse_value, "dict_reversevalueiterator")
ITERATOR_TYPE(reverse_item, "dict_reverseitemiterator")

/* ---- Views ---- */

Value dict_view_new(Type *type, Dict *d)
{
    DictView *view = NEW(DictView, type);
    mm_init(view, &view->dict, value_from(d));
    return value_from(view);
}

static Dict *viewed(Value view)
{
    return as_dict(((DictView *)as_object(view))->dict.v);
}

static bool is_set_view(Value v)
{
    return is_exactly(v, &dict_keys_type) || is_exactly(v, &dict_items_type);
}

static int64_t length(Value self)
{
    return viewed(self)->count;
}

static bool truth(Value self)
{
    return viewed(self)->count != 0;
}

static Value keys_iter(Value self)
{
    return dict_iterator_new(&dict_key_iterator_type, viewed(self));
}
static Value values_iter(Value self)
{
    return dict_iterator_new(&dict_value_iterator_type, viewed(self));
}
static Value items_iter(Value self)
{
    return dict_iterator_new(&dict_item_iterator_type, viewed(self));
}

static Value keys_reversed(Args args)
{
    return dict_iterator_new(&dict_reverse_key_iterator_type, viewed(args.at[0]));
}
static Value values_reversed(Args args)
{
    return dict_iterator_new(&dict_reverse_value_iterator_type, viewed(args.at[0]));
}
static Value items_reversed(Args args)
{
    return dict_iterator_new(&dict_reverse_item_iterator_type, viewed(args.at[0]));
}

static bool keys_contains(Value self, Value key)
{
    return dict_has(viewed(self), key);
}

static bool items_contains(Value self, Value item)
{
    if (!is_tuple(item) || as_tuple(item)->count != 2) {
        return false;
    }
    Value found = dict_get(viewed(self), as_tuple(item)->at[0].v);
    return found != EMPTY && item_equal(found, as_tuple(item)->at[1].v);
}

static bool view_contains(Value view, Value item)
{
    return is_exactly(view, &dict_keys_type) ? keys_contains(view, item)
                                             : items_contains(view, item);
}

static Value repr_body(Value self)
{
    return str_format("%s(%V)", type_of(self)->name, list_from_iterable(self));
}

static Value repr(Value self)
{
    return item_repr_guarded(self, "...", repr_body);
}

/* ---- Set operations of keys and items ---- */

static bool all_contained_in(Value view, Value other)
{
    ITERATE(item, view)
    {
        if (!op_contains(other, item)) {
            return false;
        }
    }
    return true;
}

static Value compare(CompareOp op, Value a, Value b)
{
    if (!is_set(b) && !is_set_view(b)) {
        return NOT_IMPLEMENTED;
    }
    int64_t x = viewed(a)->count, y = op_length(b);
    switch (op) {
    case CMP_EQ:
        return value_bool(x == y && all_contained_in(a, b));
    case CMP_NE:
        return value_bool(!(x == y && all_contained_in(a, b)));
    case CMP_LT:
        return value_bool(x < y && all_contained_in(a, b));
    case CMP_LE:
        return value_bool(x <= y && all_contained_in(a, b));
    case CMP_GT:
        return value_bool(x > y && all_contained_in(b, a));
    default:
        return value_bool(x >= y && all_contained_in(b, a));
    }
}

static Value intersect(Value view, Value other)
{
    int64_t count = viewed(view)->count;
    if (is_exactly(other, &set_type) && count <= op_length(other)) {
        return set_intersection(other, view);
    }
    if (is_set_view(other) && (int64_t)viewed(other)->count > count) {
        Value swap = view;
        view = other;
        other = swap;
    }
    Set *result = set_new(&set_type);
    ITERATE(item, other)
    {
        if (view_contains(view, item)) {
            set_add(result, item);
        }
    }
    return value_from(result);
}

static Value binary(BinaryOp op, Value a, Value b)
{
    if (op != OP2_AND && op != OP2_OR && op != OP2_XOR && op != OP2_SUB) {
        return NOT_IMPLEMENTED;
    }
    Value other = is_set_view(a) ? b : a;
    if (!item_is_iterable(other)) {
        raise_type("'%T' object is not iterable", other);
    }
    if (op == OP2_AND) {
        return is_set_view(a) ? intersect(a, b) : intersect(b, a);
    }
    Set *result = set_new(&set_type);
    set_update(result, a);
    if (op == OP2_OR) {
        set_update(result, b);
    } else if (op == OP2_SUB) {
        set_difference_update(result, b);
    } else {
        set_symmetric_update(result, b);
    }
    return value_from(result);
}

static Value isdisjoint_method(Args args)
{
    Value view = args.at[0], other = args.at[1];
    if (view == other) {
        return value_bool(viewed(view)->count == 0);
    }
    if ((is_set(other) || is_set_view(other)) && op_length(other) > (int64_t)viewed(view)->count) {
        ITERATE(item, view)
        {
            if (op_contains(other, item)) {
                return FALSE;
            }
        }
        return TRUE;
    }
    ITERATE(item, other)
    {
        if (view_contains(view, item)) {
            return FALSE;
        }
    }
    return TRUE;
}

static Value get_mapping(Value self)
{
    return call_1(value_from(&mapping_proxy_type), ((DictView *)as_object(self))->dict.v);
}

static const GetSetDef getsets[] = {{"mapping", get_mapping, NULL}, {0}};

static const NativeDef keys_methods[] = {
    {"isdisjoint", isdisjoint_method, "self, other, /", NULL, 0, 0},
    {"__reversed__", keys_reversed, "self, /", NULL, 0, 0},
    {0},
};
static const NativeDef items_methods[] = {
    {"isdisjoint", isdisjoint_method, "self, other, /", NULL, 0, 0},
    {"__reversed__", items_reversed, "self, /", NULL, 0, 0},
    {0},
};
static const NativeDef values_methods[] = {
    {"__reversed__", values_reversed, "self, /", NULL, 0, 0},
    {0},
};

#define VIEW_TYPE(kind)                                                                            \
    .name = "dict_" #kind, .flags = TYPE_NO_INSTANCES | TYPE_PLAIN_ATTRS,                          \
    .size = sizeof(DictView), .slots_at = offsetof(DictView, dict), .slots_count = 1,              \
    .repr = repr, .length = length, .truth = truth, .iter = kind##_iter,                           \
    .methods = kind##_methods, .getsets = getsets

Type dict_keys_type = {
    VIEW_TYPE(keys),           .hash = item_unhashable, .compare = compare,
    .contains = keys_contains, .binary = binary,
};
Type dict_items_type = {
    VIEW_TYPE(items),           .hash = item_unhashable, .compare = compare,
    .contains = items_contains, .binary = binary,
};
Type dict_values_type = {
    VIEW_TYPE(values),
};
