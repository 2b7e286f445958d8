#include "runtime/native.h"
#include "runtime/objects/dict_table.h"
#include "runtime/objects/items.h"

Dict *dict_new(size_t expected)
{
    Dict *d = NEW(Dict, &dict_type);
    if (expected) {
        mm_init(d, &d->table, value_from(dict_table_new(expected)));
    }
    return d;
}

int64_t dict_find_entry(Dict *d, Value key)
{
    return dict_table_find(d, key, hash_key(key));
}

Value dict_get(Dict *d, Value key)
{
    int64_t position = dict_table_find(d, key, hash_key(key));
    return position < 0 ? EMPTY : dict_table(d)->at[position].value.v;
}

/* Whether an entry's key, known to differ as an object, is the same str. */
static bool is_same_str(const DictTable *t, uint32_t position, Value key, uint32_t hash)
{
    Value have = t->at[position].key.v;
    return table_hashes(t)[position] == hash && is_str(have) && str_equal(have, key);
}

Value dict_get_str(Dict *d, Value key)
{
    const DictTable *t = dict_table(d);
    uint32_t hash = hash_exact_str(key);
    if (unlikely(!t)) {
        return EMPTY;
    }
    if (t->index_size == 0) {
        for (uint32_t bits = small_matches(t, hash); bits; bits &= bits - 1) {
            uint32_t position = (uint32_t)__builtin_ctz(bits);
            if (t->at[position].key.v == key || is_same_str(t, position, key, hash)) {
                return t->at[position].value.v;
            }
        }
        return EMPTY;
    }
    const uint32_t *index = table_index(t);
    for (Probe p = probe_start(t, hash);; probe_next(&p)) {
        uint32_t word = index[p.place];
        if (word == 0) {
            return EMPTY;
        }
        if (((word ^ hash) & ~p.mask) == 0) {
            uint32_t position = (word & p.mask) - 1;
            if (t->at[position].key.v == key || is_same_str(t, position, key, hash)) {
                return t->at[position].value.v;
            }
        }
    }
}

void dict_set_hashed(Dict *d, Value key, uint32_t hash, Value value)
{
    int64_t position = dict_table_find(d, key, hash);
    if (position >= 0) {
        DictTable *t = dict_table(d);
        mm_store(t, &t->at[position].value, value);
    } else {
        dict_table_insert(d, key, hash, value);
    }
}

void dict_set(Dict *d, Value key, Value value)
{
    dict_set_hashed(d, key, hash_key(key), value);
}

bool dict_has(Dict *d, Value key)
{
    return dict_table_find(d, key, hash_key(key)) >= 0;
}

bool dict_delete(Dict *d, Value key)
{
    int64_t position = dict_find_entry(d, key);
    if (position < 0) {
        return false;
    }
    dict_delete_entry(d, (uint32_t)position);
    return true;
}

Value dict_pop(Dict *d, Value key)
{
    int64_t position = dict_find_entry(d, key);
    if (position < 0) {
        return EMPTY;
    }
    Value value = dict_table(d)->at[position].value.v;
    dict_delete_entry(d, (uint32_t)position);
    return value;
}

Value dict_set_default(Dict *d, Value key, Value value)
{
    uint32_t hash = hash_key(key);
    int64_t position = dict_table_find(d, key, hash);
    if (position >= 0) {
        return dict_table(d)->at[position].value.v;
    }
    dict_table_insert(d, key, hash, value);
    return value;
}

uint32_t dict_version(Dict *d)
{
    static uint32_t last_version;
    if (d->version == 0) {
        d->version = ++last_version;
        if (unlikely(d->version == 0)) {
            d->version = ++last_version;
        }
    }
    return d->version;
}

void dict_clear(Dict *d)
{
    d->used = d->count = d->first = d->version = 0;
    mm_store(d, &d->table, EMPTY);
}

bool dict_next(Dict *d, uint32_t *position, Value *key, Value *value)
{
    const DictTable *t = dict_table(d);
    uint32_t i = MAX(*position, d->first);
    while (i < d->used) {
        const DictEntry *entry = &t->at[i++];
        if (entry->key.v != EMPTY) {
            *position = i;
            *key = entry->key.v;
            *value = entry->value.v;
            return true;
        }
    }
    *position = i;
    return false;
}

/* Makes the empty dict `to` a copy of `from`. */
static void copy_into_empty(Dict *to, Dict *from)
{
    if (from->count == 0) {
        return;
    }
    if (from->count == from->used) {
        mm_store(to, &to->table, value_from(dict_table_copy(from)));
        to->used = from->used;
        to->count = from->count;
        to->first = 0;
        to->version = 0;
        return;
    }
    dict_table_reserve(to, from->count);
    const uint32_t *hashes = table_hashes(dict_table(from));
    uint32_t position = 0;
    Value key, value;
    while (dict_next(from, &position, &key, &value)) {
        dict_table_insert(to, key, hashes[position - 1], value);
    }
}

Value dict_copy(Dict *d)
{
    Dict *copy = dict_new(0);
    copy_into_empty(copy, d);
    return value_from(copy);
}

static void update_from_dict(Dict *d, Dict *from)
{
    if (from == d || from->count == 0) {
        return;
    }
    if (d->count == 0) {
        if (dict_table(d)) {
            dict_clear(d);
        }
        copy_into_empty(d, from);
        return;
    }
    if (from->count > d->count) {
        dict_table_reserve(d, from->count);
    }
    uint32_t position = 0;
    uint32_t expected = from->count;
    Value key, value;
    while (dict_next(from, &position, &key, &value)) {
        dict_set_hashed(d, key, table_hashes(dict_table(from))[position - 1], value);
        if (from->count != expected) {
            raise_runtime("dict mutated during update");
        }
    }
}

static void update_from_mapping(Dict *d, Value mapping, Value keys_method)
{
    ITERATE(key, call_0(keys_method))
    {
        dict_set(d, key, op_get_item(mapping, key));
    }
}

static void update_from_pairs(Dict *d, Value pairs)
{
    size_t element = 0;
    ITERATE(pair, pairs)
    {
        if (is_exactly(pair, &tuple_type) && as_tuple(pair)->count == 2) {
            dict_set(d, as_tuple(pair)->at[0].v, as_tuple(pair)->at[1].v);
        } else {
            if (!item_is_iterable(pair)) {
                raise_type("cannot convert dictionary update sequence element #%zu to a sequence",
                           element);
            }
            Value two = is_list(pair) ? pair : list_from_iterable(pair);
            if (as_list(two)->count != 2) {
                raise_value("dictionary update sequence element #%zu has length %zu; 2 is required",
                            element, as_list(two)->count);
            }
            dict_set(d, list_at(as_list(two), 0), list_at(as_list(two), 1));
        }
        element++;
    }
}

void dict_update(Dict *d, Value source)
{
    if (is_dict(source) && type_of(source)->iter == dict_type.iter) {
        update_from_dict(d, as_dict(source));
        return;
    }
    Value keys = op_find_attr(source, str_intern("keys"));
    if (keys != EMPTY) {
        update_from_mapping(d, source, keys);
    } else {
        update_from_pairs(d, source);
    }
}

Value dict_merge(Dict *a, Dict *b)
{
    Value result = dict_copy(a);
    dict_update(as_dict(result), value_from(b));
    return result;
}

/* ---- Operators ---- */

Value dict_get_item(Value self, Value key)
{
    Value value = dict_get(as_dict(self), key);
    if (likely(value != EMPTY)) {
        return value;
    }
    if (!is_exactly(self, &dict_type)) {
        Value missing = op_special(self, S_MISSING);
        if (missing != EMPTY) {
            return op_call_special(missing, self, &key, 1);
        }
    }
    raise_key(key);
}

static void set_item(Value self, Value key, Value value)
{
    if (value != EMPTY) {
        dict_set(as_dict(self), key, value);
    } else if (!dict_delete(as_dict(self), key)) {
        raise_key(key);
    }
}

static int64_t length(Value self)
{
    return as_dict(self)->count;
}

static bool truth(Value self)
{
    return as_dict(self)->count != 0;
}

static bool contains(Value self, Value key)
{
    return dict_has(as_dict(self), key);
}

static Value iter(Value self)
{
    return dict_iterator_new(&dict_key_iterator_type, as_dict(self));
}

static bool is_equal(Dict *a, Dict *b)
{
    if (a->count != b->count) {
        return false;
    }
    check_c_stack(" in comparison");
    uint32_t position = 0;
    Value key, value;
    while (dict_next(a, &position, &key, &value)) {
        uint32_t hash = table_hashes(dict_table(a))[position - 1];
        int64_t other = dict_table_find(b, key, hash);
        if (other < 0 || !item_equal(value, dict_table(b)->at[other].value.v)) {
            return false;
        }
    }
    return true;
}

static Value compare(CompareOp op, Value a, Value b)
{
    if (!is_dict(b) || (op != CMP_EQ && op != CMP_NE)) {
        return NOT_IMPLEMENTED;
    }
    return value_bool(is_equal(as_dict(a), as_dict(b)) == (op == CMP_EQ));
}

static Value binary(BinaryOp op, Value a, Value b)
{
    if (op != OP2_OR || !is_dict(a) || !is_dict(b)) {
        return NOT_IMPLEMENTED;
    }
    return dict_merge(as_dict(a), as_dict(b));
}

static Value inplace(BinaryOp op, Value a, Value b)
{
    if (op != OP2_OR) {
        return NOT_IMPLEMENTED;
    }
    dict_update(as_dict(a), b);
    return a;
}

static Value repr_body(Value self)
{
    Dict *d = as_dict(self);
    StrBuilder b;
    builder_start(&b);
    builder_char(&b, '{');
    uint32_t position = 0;
    Value key, value;
    for (bool more = false; dict_next(d, &position, &key, &value); more = true) {
        if (more) {
            builder_ascii(&b, ", ", 2);
        }
        item_append_repr(&b, key);
        builder_ascii(&b, ": ", 2);
        item_append_repr(&b, value);
    }
    builder_char(&b, '}');
    return builder_end(&b);
}

static Value repr(Value self)
{
    return as_dict(self)->count ? item_repr_guarded(self, "{...}", repr_body) : str_from("{}");
}

static size_t size_of(Object *object)
{
    Dict *d = (Dict *)object;
    return object_type(object)->size + (d->table.v ? object_size(as_object(d->table.v)) : 0);
}

/* ---- Methods ---- */

static Value get_method(Args args)
{
    Value value = dict_get(as_dict(args.at[0]), args.at[1]);
    return value != EMPTY ? value : arg_or(args, 2, NONE);
}

static Value setdefault_method(Args args)
{
    return dict_set_default(as_dict(args.at[0]), args.at[1], arg_or(args, 2, NONE));
}

static Value pop_method(Args args)
{
    Value value = dict_pop(as_dict(args.at[0]), args.at[1]);
    if (value != EMPTY) {
        return value;
    }
    if (!arg_given(args, 2)) {
        raise_key(args.at[1]);
    }
    return args.at[2];
}

static Value popitem_method(Args args)
{
    Dict *d = as_dict(args.at[0]);
    if (d->count == 0) {
        raise_key(str_from("popitem(): dictionary is empty"));
    }
    DictTable *t = dict_table(d);
    uint32_t last = d->used - 1;
    while (t->at[last].key.v == EMPTY) {
        last--;
    }
    Value pair = tuple_of(2, t->at[last].key.v, t->at[last].value.v);
    dict_delete_entry(d, last);
    d->used = last; /* so that the next one does not search again */
    d->first = MIN(d->first, last);
    return pair;
}

static Value update_method(Args args)
{
    Dict *d = as_dict(args.at[0]);
    if (arg_given(args, 1)) {
        dict_update(d, args.at[1]);
    }
    if (arg_given(args, 2)) {
        dict_update(d, args.at[2]);
    }
    return NONE;
}

static Value clear_method(Args args)
{
    dict_clear(as_dict(args.at[0]));
    return NONE;
}

static Value copy_method(Args args)
{
    return dict_copy(as_dict(args.at[0]));
}

static Value keys_method(Args args)
{
    return dict_view_new(&dict_keys_type, as_dict(args.at[0]));
}

static Value values_method(Args args)
{
    return dict_view_new(&dict_values_type, as_dict(args.at[0]));
}

static Value items_method(Args args)
{
    return dict_view_new(&dict_items_type, as_dict(args.at[0]));
}

static Value reversed_method(Args args)
{
    return dict_iterator_new(&dict_reverse_key_iterator_type, as_dict(args.at[0]));
}

static Value fromkeys_method(Args args)
{
    Value cls = args.at[0], value = arg_or(args, 2, NONE);
    if (cls == value_from(&dict_type)) {
        Dict *d = dict_new(0);
        ITERATE(key, args.at[1])
        {
            dict_set(d, key, value);
        }
        return value_from(d);
    }
    Value result = call_0(cls);
    ITERATE(key, args.at[1])
    {
        op_set_item(result, key, value);
    }
    return result;
}

static Value make(Args args)
{
    Type *cls = as_type(args.at[0]);
    return cls == &dict_type ? value_from(dict_new(0)) : value_from(instance_new(cls));
}

static const NativeDef make_def = {"__new__", make, "cls, /, *args, **kw", NULL, 0, 0};
static const NativeDef init_def = {"dict", update_method, "self, iterable=, /, **kw", NULL, 0,
                                   ERRORS_POSITIONAL};

static const NativeDef methods[] = {
    {"get", get_method, "self, key, default=, /", "Return the value for key if key is in the dictionary, else default.", 0, 0},
    {"setdefault", setdefault_method, "self, key, default=, /", "Insert key with a value of default if key is not in the dictionary.", 0, 0},
    {"pop", pop_method, "self, key, default=, /", "Remove specified key and return the corresponding value.", 0, 0},
    {"popitem", popitem_method, "self, /", "Remove and return a (key, value) pair as a 2-tuple.", 0, 0},
    {"update", update_method, "self, other=, /, **kw", "Update D from a mapping or pairs, and keywords.", 0, ERRORS_POSITIONAL},
    {"clear", clear_method, "self, /", "Remove all items.", 0, 0},
    {"copy", copy_method, "self, /", "A shallow copy.", 0, 0},
    {"keys", keys_method, "self, /", "A set-like object providing a view on the keys.", 0, 0},
    {"values", values_method, "self, /", "An object providing a view on the values.", 0, 0},
    {"items", items_method, "self, /", "A set-like object providing a view on the items.", 0, 0},
    {"fromkeys", fromkeys_method, "cls, iterable, value=, /", "Create a new dictionary with keys from iterable and values set to value.", NATIVE_CLASS, 0},
    {"__reversed__", reversed_method, "self, /", "Return a reverse iterator over the dict keys.", 0, 0},
    {0},
};

Type dict_type = {
    .name = "dict",
    .flags = TYPE_SUBCLASSABLE | TYPE_DICT | TYPE_PLAIN_ATTRS,
    .size = sizeof(Dict),
    .slots_at = offsetof(Dict, table),
    .slots_count = 1,
    .size_of = size_of,
    .repr = repr,
    .hash = item_unhashable,
    .compare = compare,
    .truth = truth,
    .length = length,
    .get_item = dict_get_item,
    .set_item = set_item,
    .contains = contains,
    .iter = iter,
    .binary = binary,
    .inplace = inplace,
    .make = &make_def,
    .init = &init_def,
    .methods = methods,
    .doc = "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a "
           "mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized "
           "as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> "
           "new dictionary initialized with the name=value pairs\n    in the keyword argument list."
           "  For example:  dict(one=1, two=2)",
};
