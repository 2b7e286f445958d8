#include "runtime/native.h"
#include "runtime/objects/items.h"
#include "runtime/objects/set_table.h"

/* ---- Iterator ---- */

typedef struct SetIterator {
    Object head;
    size_t position;
    size_t expected; /* items of the set when it was made; SIZE_MAX once it has failed */
    size_t left;
    Slot set; /* EMPTY at the end */
} SetIterator;

static Value iter(Value self)
{
    SetIterator *it = NEW(SetIterator, &set_iterator_type);
    mm_init(it, &it->set, self);
    it->expected = it->left = as_set(self)->count;
    return value_from(it);
}

static Value iterator_self(Value self)
{
    return self;
}

static Value iterator_next(Value self)
{
    SetIterator *it = (SetIterator *)as_object(self);
    if (it->set.v == EMPTY) {
        return EMPTY;
    }
    Set *set = as_set(it->set.v);
    if (set->count != it->expected) {
        it->expected = SIZE_MAX;
        raise_runtime("Set changed size during iteration");
    }
    Value item;
    if (!set_next(set, &it->position, &item)) {
        mm_store(it, &it->set, EMPTY);
        return EMPTY;
    }
    it->left--;
    return item;
}

static Value length_hint_method(Args args)
{
    SetIterator *it = (SetIterator *)as_object(args.at[0]);
    bool valid = it->set.v != EMPTY && as_set(it->set.v)->count == it->expected;
    return value_int(valid ? (int64_t)it->left : 0);
}

static const NativeDef iterator_methods[] = {
    {"__length_hint__", length_hint_method, "self, /", NULL, 0, 0},
    {0},
};

Type set_iterator_type = {
    .name = "set_iterator",
    .flags = TYPE_NO_INSTANCES | TYPE_PLAIN_ATTRS,
    .size = sizeof(SetIterator),
    .slots_at = offsetof(SetIterator, set),
    .slots_count = 1,
    .iter = iterator_self,
    .next = iterator_next,
    .methods = iterator_methods,
};

/* ---- Operators ---- */

static bool is_frozen(Value v)
{
    return type_is_subtype(type_of(v), &frozenset_type);
}

static int64_t length(Value self)
{
    return (int64_t)as_set(self)->count;
}

static bool truth(Value self)
{
    return as_set(self)->count != 0;
}

static bool contains(Value self, Value item)
{
    return set_contains(as_set(self), item);
}

static Set *as_new_set(Value iterable)
{
    Set *set = set_new(&set_type);
    set_update(set, iterable);
    return set;
}

/* Items of self that are not in the set or dict `other`. */
static Value filtered(Value self, Value other)
{
    Set *result = set_new(is_frozen(self) ? &frozenset_type : &set_type);
    size_t position = 0;
    Value item;
    int64_t hash;
    while (set_next_hashed(as_set(self), &position, &item, &hash)) {
        bool found = is_set(other) ? set_find(as_set(other), item, hash) >= 0
                                   : dict_find_entry(as_dict(other), item) >= 0;
        if (!found) {
            set_add_hashed(result, item, hash);
        }
    }
    return value_from(result);
}

static Value difference(Value self, Value other)
{
    bool is_mapping = is_exactly(other, &dict_type);
    if (as_set(self)->count == 0) {
        if (!item_is_iterable(other)) {
            op_iter(other); /* raises */
        }
        return set_copy(self);
    }
    if ((is_set(other) || is_mapping) && as_set(self)->count >> 2 <= (size_t)op_length(other)) {
        return filtered(self, other);
    }
    Value result = set_copy(self);
    set_difference_update(as_set(result), other);
    return result;
}

static Value symmetric_difference(Value self, Value other)
{
    Set *result = set_new(is_frozen(self) ? &frozenset_type : &set_type);
    set_update(result, other);
    set_symmetric_update(result, self);
    return value_from(result);
}

static Value unite(Value self, Value other)
{
    Value result = set_copy(self);
    if (self != other) {
        set_update(as_set(result), other);
    }
    return result;
}

static Value binary(BinaryOp op, Value a, Value b)
{
    if (!is_set(a) || !is_set(b)) {
        return NOT_IMPLEMENTED;
    }
    switch (op) {
    case OP2_OR:
        return unite(a, b);
    case OP2_AND:
        return set_intersection(a, b);
    case OP2_SUB:
        return difference(a, b);
    case OP2_XOR:
        return symmetric_difference(a, b);
    default:
        return NOT_IMPLEMENTED;
    }
}

/* The set takes over the items of a fresh one. */
static void take_over(Set *set, Value fresh)
{
    Set *from = as_set(fresh);
    mm_store(set, &set->table, from->table.v);
    set->count = from->count;
    set->used = from->used;
    mm_store(from, &from->table, EMPTY);
    from->count = from->used = 0;
}

static Value inplace(BinaryOp op, Value a, Value b)
{
    if (!is_set(b)) {
        return NOT_IMPLEMENTED;
    }
    Set *set = as_set(a);
    switch (op) {
    case OP2_OR:
        set_update(set, b);
        return a;
    case OP2_AND:
        take_over(set, set_intersection(a, b));
        return a;
    case OP2_SUB:
        set_difference_update(set, b);
        return a;
    case OP2_XOR:
        set_symmetric_update(set, b);
        return a;
    default:
        return NOT_IMPLEMENTED;
    }
}

static bool is_subset(Set *a, Set *b)
{
    if (a->count > b->count) {
        return false;
    }
    size_t position = 0;
    Value item;
    int64_t hash;
    while (set_next_hashed(a, &position, &item, &hash)) {
        if (set_find(b, item, hash) < 0) {
            return false;
        }
    }
    return true;
}

static bool is_equal(Set *a, Set *b)
{
    if (a->count != b->count) {
        return false;
    }
    if (is_frozen(value_from(a)) && is_frozen(value_from(b)) && a->hash && b->hash &&
        a->hash != b->hash) {
        return false;
    }
    check_c_stack(" in comparison");
    return is_subset(a, b);
}

static Value compare(CompareOp op, Value a, Value b)
{
    if (!is_set(b)) {
        return NOT_IMPLEMENTED;
    }
    Set *x = as_set(a), *y = as_set(b);
    switch (op) {
    case CMP_EQ:
        return value_bool(is_equal(x, y));
    case CMP_NE:
        return value_bool(!is_equal(x, y));
    case CMP_LT:
        return value_bool(x->count < y->count && is_subset(x, y));
    case CMP_LE:
        return value_bool(is_subset(x, y));
    case CMP_GT:
        return value_bool(x->count > y->count && is_subset(y, x));
    default:
        return value_bool(is_subset(y, x));
    }
}

/* CPython's: the items' hashes, shuffled and combined without regard to order, so that it equals
 * CPython's own wherever the items' hashes do. */
static uint64_t shuffled(int64_t hash)
{
    uint64_t h = (uint64_t)hash;
    return ((h ^ UINT64_C(89869747)) ^ (h << 16)) * UINT64_C(3644798167);
}

static int64_t frozen_hash(Value self)
{
    Set *set = as_set(self);
    if (set->hash) {
        return set->hash;
    }
    uint64_t sum = 0;
    size_t position = 0;
    Value item;
    int64_t hash;
    while (set_next_hashed(set, &position, &item, &hash)) {
        sum ^= shuffled(hash);
    }
    sum ^= (set->count + 1) * UINT64_C(1927868237);
    sum ^= (sum >> 11) ^ (sum >> 25);
    sum = sum * UINT64_C(69069) + UINT64_C(907133923);
    set->hash = sum == ~UINT64_C(0) ? INT64_C(590923713) : (int64_t)sum;
    return set->hash;
}

static Value repr_body(Value self)
{
    bool plain = is_exactly(self, &set_type);
    StrBuilder b;
    builder_start(&b);
    if (!plain) {
        builder_str(&b, type_name(type_of(self)));
        builder_char(&b, '(');
    }
    builder_char(&b, '{');
    List *items = as_list(list_from_iterable(self));
    for (size_t i = 0; i < items->count; i++) {
        if (i) {
            builder_ascii(&b, ", ", 2);
        }
        item_append_repr(&b, list_at(items, i));
    }
    builder_ascii(&b, "})", plain ? 1 : 2);
    return builder_end(&b);
}

static Value repr(Value self)
{
    if (as_set(self)->count == 0) {
        return str_format("%S()", type_name(type_of(self)));
    }
    const char *dots;
    Value text = str_format("%S(...)", type_name(type_of(self)));
    dots = str_utf8(text, NULL);
    return item_repr_guarded(self, dots, repr_body);
}

static size_t size_of(Object *object)
{
    Set *set = (Set *)object;
    return object_type(object)->size + (set->table.v ? object_size(as_object(set->table.v)) : 0);
}

/* ---- Methods ---- */

static Value add_method(Args args)
{
    set_add(as_set(args.at[0]), args.at[1]);
    return NONE;
}

static Value discard_method(Args args)
{
    set_discard(as_set(args.at[0]), args.at[1]);
    return NONE;
}

static Value remove_method(Args args)
{
    if (!set_discard(as_set(args.at[0]), args.at[1])) {
        raise_key(args.at[1]);
    }
    return NONE;
}

static Value pop_method(Args args)
{
    Set *set = as_set(args.at[0]);
    if (set->count == 0) {
        raise_key(str_from("pop from an empty set"));
    }
    const SetTable *t = set_table(set);
    size_t mask = t->size - 1, place = set->finger & mask;
    while (t->at[place].v == EMPTY || t->at[place].v == SET_DUMMY) {
        place = (place + 1) & mask;
    }
    Value item = t->at[place].v;
    set_remove_at(set, place);
    set->finger = place + 1;
    return item;
}

static Value clear_method(Args args)
{
    set_clear(as_set(args.at[0]));
    return NONE;
}

static Value copy_method(Args args)
{
    if (is_exactly(args.at[0], &frozenset_type)) {
        return args.at[0];
    }
    return set_copy(args.at[0]);
}

static Value update_method(Args args)
{
    for (uint32_t i = 1; i < args.count; i++) {
        set_update(as_set(args.at[0]), args.at[i]);
    }
    return NONE;
}

static Value union_method(Args args)
{
    Value result = set_copy(args.at[0]);
    for (uint32_t i = 1; i < args.count; i++) {
        if (args.at[i] != args.at[0]) {
            set_update(as_set(result), args.at[i]);
        }
    }
    return result;
}

static Value intersect_all(Args args)
{
    Value result = args.count > 1 ? args.at[0] : set_copy(args.at[0]);
    for (uint32_t i = 1; i < args.count; i++) {
        result = set_intersection(result, args.at[i]);
    }
    return result;
}

static Value intersection_update_method(Args args)
{
    take_over(as_set(args.at[0]), intersect_all(args));
    return NONE;
}

static Value difference_method(Args args)
{
    if (args.count == 1) {
        return set_copy(args.at[0]);
    }
    Value result = difference(args.at[0], args.at[1]);
    for (uint32_t i = 2; i < args.count; i++) {
        set_difference_update(as_set(result), args.at[i]);
    }
    return result;
}

static Value difference_update_method(Args args)
{
    for (uint32_t i = 1; i < args.count; i++) {
        set_difference_update(as_set(args.at[0]), args.at[i]);
    }
    return NONE;
}

static Value symmetric_difference_method(Args args)
{
    return symmetric_difference(args.at[0], args.at[1]);
}

static Value symmetric_difference_update_method(Args args)
{
    set_symmetric_update(as_set(args.at[0]), args.at[1]);
    return NONE;
}

static Value isdisjoint_method(Args args)
{
    Value self = args.at[0], other = args.at[1];
    if (self == other) {
        return value_bool(as_set(self)->count == 0);
    }
    if (is_set(other) && as_set(other)->count > as_set(self)->count) {
        Value swap = self;
        self = other;
        other = swap;
    }
    ITERATE(item, other)
    {
        if (set_find(as_set(self), item, set_hash(item)) >= 0) {
            return FALSE;
        }
    }
    return TRUE;
}

static Value issubset_method(Args args)
{
    Value other = args.at[1];
    Set *all = is_set(other) ? as_set(other) : as_new_set(other);
    return value_bool(is_subset(as_set(args.at[0]), all));
}

static Value issuperset_method(Args args)
{
    Set *set = as_set(args.at[0]);
    if (is_set(args.at[1])) {
        return value_bool(is_subset(as_set(args.at[1]), set));
    }
    ITERATE(item, args.at[1])
    {
        if (set_find(set, item, set_hash(item)) < 0) {
            return FALSE;
        }
    }
    return TRUE;
}

static Value set_make(Args args)
{
    Type *cls = as_type(args.at[0]);
    return value_from(cls == &set_type ? set_new(cls) : (Set *)instance_new(cls));
}

static Value set_init(Args args)
{
    Set *set = as_set(args.at[0]);
    if (set->used) {
        set_clear(set);
    }
    if (arg_given(args, 1)) {
        set_update(set, args.at[1]);
    }
    return NONE;
}

static Value frozenset_make(Args args)
{
    Type *cls = as_type(args.at[0]);
    Value items = arg_or(args, 1, EMPTY);
    if (cls == &frozenset_type && items != EMPTY && is_exactly(items, &frozenset_type)) {
        return items;
    }
    Set *set = cls == &frozenset_type ? set_new(cls) : instance_new(cls);
    if (items != EMPTY) {
        set_update(set, items);
    }
    return value_from(set);
}

static const NativeDef set_make_def = {"__new__", set_make, "cls, /, *args, **kw", NULL, 0, 0};
static const NativeDef set_init_def = {"set", set_init, "self, iterable=, /",
                                       NULL,  0,        ERRORS_POSITIONAL};
static const NativeDef frozenset_make_def = {
    "frozenset", frozenset_make, "cls, iterable=, /", NULL, 0, ERRORS_POSITIONAL};

#define COMMON_METHODS                                                                             \
    {"copy", copy_method, "self, /", "Return a shallow copy of a set.", 0, 0},                     \
        {"union", union_method, "self, /, *others", "Return the union of sets.", 0, 0},            \
        {"intersection", intersect_all, "self, /, *others", "Return the intersection.", 0, 0},     \
        {"difference", difference_method, "self, /, *others", "Return the difference.", 0, 0},     \
        {"symmetric_difference",                                                                   \
         symmetric_difference_method,                                                              \
         "self, other, /",                                                                         \
         "Return the symmetric difference of two sets.",                                           \
         0,                                                                                        \
         0},                                                                                       \
        {"isdisjoint",                                                                             \
         isdisjoint_method,                                                                        \
         "self, other, /",                                                                         \
         "Return True if two sets have a null intersection.",                                      \
         0,                                                                                        \
         0},                                                                                       \
        {"issubset",                                                                               \
         issubset_method,                                                                          \
         "self, other, /",                                                                         \
         "Report whether another set contains this set.",                                          \
         0,                                                                                        \
         0},                                                                                       \
    {                                                                                              \
        "issuperset", issuperset_method, "self, other, /",                                         \
            "Report whether this set contains another set.", 0, 0                                  \
    }

static const NativeDef set_methods[] = {
    COMMON_METHODS,
    {"add", add_method, "self, item, /", "Add an element to a set.", 0, 0},
    {"discard", discard_method, "self, item, /", "Remove an element if it is a member.", 0, 0},
    {"remove", remove_method, "self, item, /", "Remove an element; it must be a member.", 0, 0},
    {"pop", pop_method, "self, /", "Remove and return an arbitrary set element.", 0, 0},
    {"clear", clear_method, "self, /", "Remove all elements from this set.", 0, 0},
    {"update", update_method, "self, /, *others", "Add all elements of the others.", 0, 0},
    {"intersection_update", intersection_update_method, "self, /, *others", NULL, 0, 0},
    {"difference_update", difference_update_method, "self, /, *others", NULL, 0, 0},
    {"symmetric_difference_update", symmetric_difference_update_method, "self, other, /", NULL, 0,
     0},
    {0},
};
static const NativeDef frozenset_methods[] = {COMMON_METHODS, {0}};

#define SET_TYPE                                                                                   \
    .flags = TYPE_SUBCLASSABLE | TYPE_SET | TYPE_PLAIN_ATTRS, .size = sizeof(Set),                 \
    .slots_at = offsetof(Set, table), .slots_count = 1, .size_of = size_of, .repr = repr,          \
    .compare = compare, .truth = truth, .length = length, .contains = contains, .iter = iter,      \
    .binary = binary

Type set_type = {
    .name = "set",
    SET_TYPE,
    .hash = item_unhashable,
    .inplace = inplace,
    .make = &set_make_def,
    .init = &set_init_def,
    .methods = set_methods,
    .doc = "set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered "
           "collection of unique elements.",
};
Type frozenset_type = {
    .name = "frozenset",
    SET_TYPE,
    .hash = frozen_hash,
    .make = &frozenset_make_def,
    .methods = frozenset_methods,
    .doc =
        "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild "
        "an immutable unordered collection of unique elements.",
};
