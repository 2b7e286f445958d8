/* type.c: built-in types made ready, look-up through the MRO, attributes of instances and classes.
 */
#include "runtime/native.h"
#include "runtime/objects/items.h"
#include "runtime/objects/names.h"
#include "runtime/objects/weakref.h"
#include <stdlib.h>

Value interned_names[NAME_COUNT];
static const char *const name_texts[] = {
#define X(name, text) text,
    NAMES(X)
#undef X
};

/* What an heir has of its base without further ado. */
enum {
    INHERITED_FLAGS = TYPE_EXCEPTION | TYPE_LIST | TYPE_TUPLE | TYPE_DICT | TYPE_STR | TYPE_INT |
                      TYPE_FLOAT | TYPE_SET | TYPE_BYTES | TYPE_TYPE | TYPE_FINALIZES
};

/* ---- Built-in types ---- */

/* All that are not registered by their module. */
#define BUILTIN_TYPES(X)                                                                           \
    X(type_type)                                                                                   \
    X(int_type)                                                                                    \
    X(float_type)                                                                                  \
    X(bool_type)                                                                                   \
    X(none_type)                                                                                   \
    X(not_implemented_type)                                                                        \
    X(ellipsis_type)                                                                               \
    X(str_type)                                                                                    \
    X(bytes_type)                                                                                  \
    X(list_type)                                                                                   \
    X(tuple_type)                                                                                  \
    X(dict_type)                                                                                   \
    X(set_type)                                                                                    \
    X(frozenset_type)                                                                              \
    X(slice_type)                                                                                  \
    X(range_type)                                                                                  \
    X(range_iterator_type)                                                                         \
    X(list_iterator_type)                                                                          \
    X(tuple_iterator_type)                                                                         \
    X(str_iterator_type)                                                                           \
    X(str_ascii_iterator_type)                                                                     \
    X(enumerate_type)                                                                              \
    X(zip_type)                                                                                    \
    X(map_type)                                                                                    \
    X(filter_type)                                                                                 \
    X(reversed_type)                                                                               \
    X(function_type)                                                                               \
    X(cell_type)                                                                                   \
    X(native_type)                                                                                 \
    X(method_descriptor_type)                                                                      \
    X(class_method_descriptor_type)                                                                \
    X(method_type)                                                                                 \
    X(wrapper_type)                                                                                \
    X(method_wrapper_type)                                                                         \
    X(new_wrapper_type)                                                                            \
    X(getset_type)                                                                                 \
    X(member_type)                                                                                 \
    X(super_type)                                                                                  \
    X(property_type)                                                                               \
    X(static_method_type)                                                                          \
    X(class_method_type)                                                                           \
    X(mapping_proxy_type)                                                                          \
    X(generic_alias_type)                                                                          \
    X(union_type)                                                                                  \
    X(module_type)                                                                                 \
    X(traceback_type)                                                                              \
    X(slots_type)                                                                                  \
    X(bytearray_type)                                                                              \
    X(bytearray_iterator_type)                                                                     \
    X(bytes_iterator_type)                                                                         \
    X(callable_iterator_type)                                                                      \
    X(dict_items_type)                                                                             \
    X(dict_keys_type)                                                                              \
    X(dict_values_type)                                                                            \
    X(dict_table_type)                                                                             \
    X(long_range_iterator_type)                                                                    \
    X(list_reverse_iterator_type)                                                                  \
    X(getitem_iterator_type)                                                                       \
    X(dict_key_iterator_type)                                                                      \
    X(dict_value_iterator_type)                                                                    \
    X(dict_item_iterator_type)                                                                     \
    X(dict_reverse_key_iterator_type)                                                              \
    X(dict_reverse_value_iterator_type)                                                            \
    X(dict_reverse_item_iterator_type)                                                             \
    X(set_table_type)                                                                              \
    X(text_file_type)                                                                              \
    X(reader_type)                                                                                 \
    X(writer_type)                                                                                 \
    X(random_file_type)                                                                            \
    X(set_iterator_type)                                                                           \
    X(complex_type)                                                                                \
    X(weakref_type)                                                                                \
    X(weak_proxy_type)                                                                             \
    X(raw_type)
extern Type list_reverse_iterator_type, getitem_iterator_type, dict_key_iterator_type,
    dict_value_iterator_type, dict_item_iterator_type, dict_reverse_key_iterator_type,
    dict_reverse_value_iterator_type, dict_reverse_item_iterator_type, set_table_type,
    text_file_type, reader_type, writer_type, random_file_type;
extern Type new_wrapper_type, class_method_descriptor_type, bytearray_iterator_type,
    bytes_iterator_type, callable_iterator_type, dict_items_type, dict_keys_type, dict_values_type,
    dict_table_type, long_range_iterator_type, set_iterator_type, complex_type, bytearray_type;

static Type **static_types;
static size_t static_count, static_capacity;

static void remember_static(Type *type)
{
    if (static_count == static_capacity) {
        static_capacity = MAX(static_capacity * 2, 256);
        static_types = realloc(static_types, static_capacity * sizeof *static_types);
        if (!static_types) {
            raise_memory();
        }
    }
    static_types[static_count++] = type;
    mm_add_static_type(type);
}

static void inherit_layout(Type *type, const Type *base)
{
    if (!type->slots_count) {
        type->slots_at = base->slots_at;
        type->slots_count = base->slots_count;
    }
    if (!type->array_at) {
        type->array_at = base->array_at;
        type->array_count_at = base->array_count_at;
    }
    if (!type->attrs_at) {
        type->attrs_at = base->attrs_at;
    }
    type->size = type->size ? type->size : base->size;
    type->trace = type->trace ? type->trace : base->trace;
    type->edge_name = type->edge_name ? type->edge_name : base->edge_name;
    type->size_of = type->size_of ? type->size_of : base->size_of;
    type->on_free = type->on_free ? type->on_free : base->on_free;
    type->finalize = type->finalize ? type->finalize : base->finalize;
}

static size_t base_depth(const Type *type)
{
    size_t depth = 1;
    while ((type = type->base)) {
        depth++;
    }
    return depth;
}

static bool is_in_chain(const Type *type, const Type *base)
{
    while (type && type != base) {
        type = type->base;
    }
    return type != NULL;
}

/* The bases one after the other; a second base and its own stand before the first they share. */
static Tuple *static_mro(Type *type)
{
    size_t count = base_depth(type), i = 0;
    for (Type *at = type->also; at && !is_in_chain(type, at); at = at->base) {
        type_ready(at);
        count++;
    }
    Tuple *mro = tuple_new(count);
    const Type *also = type->also;
    for (Type *at = type; at; at = at->base) {
        if (also && is_in_chain(type->also, at)) {
            for (; also && !is_in_chain(type, also); also = also->base) {
                mm_init(mro, &mro->at[i++], value_from(also));
            }
            also = NULL;
        }
        mm_init(mro, &mro->at[i++], value_from(at));
    }
    return mro;
}

void type_ready(Type *type)
{
    if (likely(type->flags & TYPE_READY)) {
        return;
    }
    Type *base = type->base;
    if (!base && type != &object_base_type) {
        base = type->base = &object_base_type;
    }
    if (base) {
        type_ready(base);
        type->flags |= base->flags & INHERITED_FLAGS;
        inherit_layout(type, base);
        type_inherit_slots(type, base);
        if (base != &object_base_type) {
            type->make = type->make ? type->make : base->make;
            type->init = type->init ? type->init : base->init;
        }
    }
    if (type->hash == item_unhashable) {
        type->hash = NULL; /* so that list.__hash__ is None */
    }
    type->flags |= TYPE_READY;
    if (type->flags & (TYPE_LIST | TYPE_TUPLE | TYPE_STR | TYPE_BYTES)) {
        type->flags |= TYPE_SEQUENCE;
    }
    if (!type->get_attr && !type->set_attr) {
        type->flags |= TYPE_PLAIN_ATTRS;
    }
    type->head.mm = OBJECT_IMMORTAL;
    if (!type->head.type) {
        type->head.type = (uint32_t)(uintptr_t)&type_type;
    }
    remember_static(type);
    mm_init(type, &type->mro, value_from(static_mro(type)));
}

static void fill_methods(Type *type, Dict *dict)
{
    for (const NativeDef *def = type->methods; def && def->name; def++) {
        Value method = native_new(def, type, EMPTY);
        if (def->kind == NATIVE_STATIC) {
            Wrapped *wrapped = NEW(Wrapped, &static_method_type);
            mm_init(wrapped, &wrapped->function, method);
            method = value_from(wrapped);
        }
        Value name = str_intern(def->name);
        dict_set(dict, name, method);
        int special = special_of(name);
        if (special >= 0) {
            mm_store(type, &type->special[special], method);
        }
    }
}

void type_fill(Type *type)
{
    if (likely(type->flags & TYPE_FILLED)) {
        return;
    }
    type_ready(type);
    Type *base = type->base;
    if (base) {
        type_fill(base);
    }
    type->flags |= TYPE_FILLED;
    Dict *dict = dict_new(16);
    mm_init(type, &type->dict, value_from(dict));
    Value bases = base ? tuple_of(1, value_from(base)) : tuple_empty();
    mm_init(type, &type->bases, bases);
    for (int i = 0; base && i < SPECIAL_COUNT; i++) {
        mm_init(type, &type->special[i], base->special[i].v);
    }
    wrappers_fill(type, dict);
    fill_methods(type, dict);
    for (const GetSetDef *def = type->getsets; def && def->name; def++) {
        dict_set(dict, str_intern(def->name), getset_new(type, def));
    }
    if (type->attrs_at && !(base && base->attrs_at) && dict_get_str(dict, NAME(dict)) == EMPTY) {
        dict_set(dict, NAME(dict), getset_new(type, &dict_getset));
    }
    if (dict_get_str(dict, NAME(doc)) == EMPTY) {
        dict_set(dict, NAME(doc), type->doc ? str_from(type->doc) : NONE);
    }
}

void types_start(void)
{
    for (int i = 0; i < NAME_COUNT; i++) {
        interned_names[i] = str_intern(name_texts[i]);
    }
    specials_start();
    type_ready(&object_base_type);
#define X(type) type_ready(&type);
    BUILTIN_TYPES(X)
#undef X
    type_ready(&exc_BaseException);
#define X(name, base) type_ready(&exc_##name);
    EXCEPTIONS(X)
#undef X
}

Value type_subclasses(Type *type)
{
    List *result = list_new(0);
    for (size_t i = 0; i < static_count; i++) {
        if (static_types[i]->base == type) {
            list_append(result, value_from(static_types[i]));
        }
    }
    if (type->subclasses.v != EMPTY) {
        List *references = as_list(type->subclasses.v);
        for (size_t i = 0; i < references->count; i++) {
            Value subclass = weakref_get(list_at(references, i));
            if (subclass != NONE) {
                list_append(result, subclass);
            }
        }
    }
    return value_from(result);
}

void type_add_subclass(Type *base, Type *type)
{
    Value reference = weakref_new(&weakref_type, value_from(type), NONE);
    if (base->subclasses.v == EMPTY) {
        mm_store(base, &base->subclasses, value_from(list_new(1)));
    }
    List *references = as_list(base->subclasses.v);
    size_t count = references->count;
    if (count >= 8 && !(count & (count - 1))) { /* now and then, the dead are let go */
        List *alive = list_new(count);
        for (size_t i = 0; i < count; i++) {
            if (weakref_get(list_at(references, i)) != NONE) {
                list_append(alive, list_at(references, i));
            }
        }
        references = alive;
        mm_store(base, &base->subclasses, value_from(alive));
    }
    list_append(references, reference);
}

/* ---- Look-up ---- */

bool type_is_subtype(const Type *type, const Type *base)
{
    if (type == base || base == &object_base_type) {
        return true;
    }
    if (!(type->flags & TYPE_HEAP)) {
        do {
            if (type == base || (type->also && type_is_subtype(type->also, base))) {
                return true;
            }
        } while ((type = type->base));
        return false;
    }
    const Tuple *mro = as_tuple(type->mro.v);
    if (unlikely(!mro)) {
        return false;
    }
    for (size_t i = 1; i < mro->count; i++) {
        if (mro->at[i].v == value_from(base)) {
            return true;
        }
    }
    return false;
}

/* Remembers what look-ups found, absence included. An entry holds no reference: it is only believed
 * for a type version that was never given twice, and the name's hash guards against another str
 * that came to lie at the address of a dead one. */
typedef struct CacheEntry {
    uint32_t version, hash;
    Value name, value;
} CacheEntry;
enum { CACHE_SIZE = 2048 };
static CacheEntry cache[CACHE_SIZE];
static uint32_t last_version;

static CacheEntry *cache_entry(const Type *type, uint32_t hash)
{
    return &cache[(type->version * UINT32_C(0x9e3779b1) ^ hash) >> 3 & (CACHE_SIZE - 1)];
}

static noinline Value lookup_slow(Type *type, Value name)
{
    const Tuple *mro = as_tuple(type->mro.v);
    for (size_t i = 0; i < mro->count; i++) {
        Type *at = as_type(mro->at[i].v);
        type_fill(at);
        Value found = dict_get_str(as_dict(at->dict.v), name);
        if (found != EMPTY) {
            return found;
        }
    }
    return EMPTY;
}

Value type_lookup(Type *type, Value name)
{
    if (unlikely(!type->version)) {
        type_fill(type);
        if (last_version == UINT32_MAX) {
            return lookup_slow(type, name);
        }
        type->version = ++last_version;
    }
    uint32_t hash = as_str(name)->hash;
    CacheEntry *entry = cache_entry(type, hash);
    if (likely(entry->version == type->version && entry->name == name && entry->hash == hash)) {
        return entry->value;
    }
    Value found = lookup_slow(type, name);
    *entry = (CacheEntry){type->version, hash, name, found};
    return found;
}

Value type_lookup_after(Type *type, Type *start, Value name)
{
    const Tuple *mro = as_tuple(type->mro.v);
    size_t i = 0;
    while (i < mro->count && mro->at[i].v != value_from(start)) {
        i++;
    }
    for (i++; i < mro->count; i++) {
        Type *at = as_type(mro->at[i].v);
        type_fill(at);
        Value found = dict_get_str(as_dict(at->dict.v), name);
        if (found != EMPTY) {
            return found;
        }
    }
    return EMPTY;
}

/* Calls `visit` for the class and all that derive from it. */
static void each_heir(Type *type, void (*visit)(Type *type, Value context), Value context)
{
    visit(type, context);
    if (type->subclasses.v == EMPTY) {
        return;
    }
    List *references = as_list(type->subclasses.v);
    for (size_t i = 0; i < references->count; i++) {
        Value subclass = weakref_get(list_at(references, i));
        if (subclass != NONE) {
            each_heir(as_type(subclass), visit, context);
        }
    }
}

static void forget_version(Type *type, Value context)
{
    (void)context;
    type->version = 0;
}

/* A plain value changed: only the entry for it is forgotten, or, where inline caches depend on the
 * version, all; a class that this happens to again and again is no longer cached by version. */
static void forget_entry(Type *type, Value name)
{
    if (type->flags & TYPE_VERSION_CACHED) {
        type->flags &= ~TYPE_VERSION_CACHED;
        type->version = 0;
        type->plain_sets++;
        return;
    }
    CacheEntry *entry = cache_entry(type, as_str(name)->hash);
    if (entry->version == type->version) {
        entry->version = 0;
    }
}

uint32_t type_stable_version(Type *type)
{
    enum { SETS_MAX = 8 };
    if (type->plain_sets >= SETS_MAX || !type->version) {
        return 0;
    }
    type->flags |= TYPE_VERSION_CACHED;
    return type->version;
}

static void resolve_again(Type *type, Value context)
{
    (void)context;
    if (type->flags & TYPE_HEAP) {
        type_resolve_specials(type);
        type_resolve_slots(type);
    }
}

void type_modified(Type *type)
{
    each_heir(type, forget_version, EMPTY);
    each_heir(type, resolve_again, EMPTY);
    cache_epoch++;
}

/* ---- Attributes of instances ---- */

static inline bool is_descriptor(Value v)
{
    Type *type = type_of(v);
    return type->descr_get || type->descr_set;
}

Value object_get_attr(Value object, Value name)
{
    Type *type = type_of(object);
    Value found = type_lookup(type, name);
    Value (*get)(Value, Value, Type *) = NULL;
    if (found != EMPTY) {
        Type *descriptor = type_of(found);
        get = descriptor->descr_get;
        if (get && descriptor->descr_set) {
            return get(found, object, type);
        }
    }
    if (type_has_attrs(type)) {
        Value own = attrs_get(as_object(object), name);
        if (own != EMPTY) {
            return own;
        }
    }
    return get ? get(found, object, type) : found;
}

bool object_set_attr(Value object, Value name, Value value)
{
    Type *type = type_of(object);
    Value found = type_lookup(type, name);
    if (found != EMPTY && type_of(found)->descr_set) {
        type_of(found)->descr_set(found, object, value);
        return true;
    }
    if (!type_has_attrs(type)) {
        return false;
    }
    if (value == EMPTY) {
        return attrs_delete(as_object(object), name);
    }
    attrs_set(as_object(object), name, value);
    return true;
}

void raise_no_attr(Value object, Value name)
{
    if (is_type(object)) {
        raise_attribute(object, name, "type object '%N' has no attribute '%S'", as_type(object),
                        name);
    }
    if (is_exactly(object, &module_type)) {
        Value own = dict_get_str(module_dict(object), NAME(name));
        if (own == EMPTY || !is_str(own)) {
            raise_attribute(object, name, "module has no attribute '%S'", name);
        }
        raise_attribute(object, name, "module '%S' has no attribute '%S'", own, name);
    }
    raise_attribute(object, name, "'%T' object has no attribute '%S'", object, name);
}

void raise_cannot_set(Value object, Value name)
{
    Type *type = type_of(object);
    if (is_type(object) || type_has_attrs(type) || type_lookup(type, name) == EMPTY) {
        raise_no_attr(object, name);
    }
    raise_attribute(object, name, "'%T' object attribute '%S' is read-only", object, name);
}

/* ---- Attributes of classes ---- */

Value type_get_attr(Value object, Value name)
{
    Type *type = as_type(object), *meta = type_of(object);
    Value on_meta = type_lookup(meta, name);
    if (on_meta != EMPTY && type_of(on_meta)->descr_set && type_of(on_meta)->descr_get) {
        return type_of(on_meta)->descr_get(on_meta, object, meta);
    }
    Value found = type_lookup(type, name);
    if (found != EMPTY) {
        Value (*get)(Value, Value, Type *) = type_of(found)->descr_get;
        return get ? get(found, EMPTY, type) : found;
    }
    if (on_meta != EMPTY) {
        Value (*get)(Value, Value, Type *) = type_of(on_meta)->descr_get;
        return get ? get(on_meta, object, meta) : on_meta;
    }
    return EMPTY;
}

bool type_set_attr(Value object, Value name, Value value)
{
    Type *type = as_type(object);
    if (!(type->flags & TYPE_HEAP)) {
        raise_type("cannot set '%S' attribute of immutable type '%N'", name, type);
    }
    Value on_meta = type_lookup(type_of(object), name);
    if (on_meta != EMPTY && type_of(on_meta)->descr_set) {
        type_of(on_meta)->descr_set(on_meta, object, value);
        return true;
    }
    Dict *dict = as_dict(type->dict.v);
    Value old = dict_get_str(dict, name);
    bool is_plain = old != EMPTY && value != EMPTY && special_of(name) < 0 && !is_descriptor(old) &&
                    !is_descriptor(value);
    if (value == EMPTY) {
        if (!dict_delete(dict, name)) {
            return false;
        }
    } else {
        dict_set(dict, name, value);
    }
    if (is_plain) {
        each_heir(type, forget_entry, name);
        return true;
    }
    each_heir(type, forget_version, EMPTY);
    if (special_of(name) >= 0) {
        each_heir(type, resolve_again, EMPTY);
    }
    cache_epoch++;
    return true;
}

/* ---- Names ---- */

static const char *last_part(const char *dotted)
{
    const char *dot = strrchr(dotted, '.');
    return dot ? dot + 1 : dotted;
}

Value type_name(Type *type)
{
    return type->name_str.v != EMPTY ? type->name_str.v : str_intern(last_part(type->name));
}

Value type_qualname(Type *type)
{
    return type->qualname.v != EMPTY ? type->qualname.v : type_name(type);
}

Value type_module(Type *type)
{
    if (type->flags & TYPE_HEAP) {
        Value module = dict_get_str(as_dict(type->dict.v), NAME(module));
        return module != EMPTY ? module : NONE;
    }
    const char *last = last_part(type->name);
    return last == type->name ? str_intern("builtins")
                              : str_from_utf8(type->name, (size_t)(last - type->name) - 1);
}

Value type_full_name(Type *type)
{
    Value module = type_module(type), name = type_qualname(type);
    if (!is_str(module) || str_equals_c(module, "builtins")) {
        return name;
    }
    return str_format("%S.%S", module, name);
}

/* ---- Calling a class ---- */

static noreturn_fn void raise_no_instances(Type *type)
{
    raise_type("cannot create '%N' instances", type);
}

/* Calls f(first, *call). */
static Value call_with_first(Value f, Value first, Call call)
{
    size_t total = call.count + (call.names == EMPTY ? 0 : as_tuple(call.names)->count);
    Value small[33];
    Value *at = total < COUNT_OF(small) ? small : scratch_bytes((total + 1) * sizeof *at);
    at[0] = first;
    for (size_t i = 0; i < total; i++) {
        at[i + 1] = call.at[i];
    }
    return call_value(f, (Call){at, call.count + 1, call.names});
}

static Value make_instance(Type *type, Call call)
{
    if (type->flags & TYPE_HEAP) {
        Value new = type->special[S_NEW].v;
        if (!is_exactly(new, &new_wrapper_type)) {
            Value function = op_get_attr(value_from(type), NAME(new));
            return call_with_first(function, value_from(type), call);
        }
    }
    if (!type->make || (type->flags & TYPE_NO_INSTANCES)) {
        raise_no_instances(type);
    }
    return native_call_make(type, value_from(type), call);
}

static void init_instance(Type *type, Value object, Call call)
{
    if (type->flags & TYPE_HEAP) {
        Value init = type->special[S_INIT].v;
        if (!is_exactly(init, &wrapper_type)) {
            Value result;
            if (is_exactly(init, &function_type)) {
                result = call_with_first(init, object, call);
            } else {
                Value (*get)(Value, Value, Type *) = type_of(init)->descr_get;
                result = call_value(get ? get(init, object, type) : init, call);
            }
            if (result != NONE) {
                raise_type("__init__() should return None, not '%T'", result);
            }
            return;
        }
    }
    if (type->init) {
        native_call_init(type, object, call);
    }
}

/* Calling a built-in class: nothing of scripts has a say in it. */
static Value call_builtin(Type *type, Call call)
{
    if (unlikely(type == &type_type && call.count == 1 && call.names == EMPTY)) {
        return value_from(type_of(call.at[0]));
    }
    if (type == &super_type) {
        return super_new(call);
    }
    check_c_stack("");
    Value object = make_instance(type, call);
    if (type->init) {
        Type *made = type_of(object);
        if (made == type || type_is_subtype(made, type)) {
            init_instance(made, object, call);
        }
    }
    return object;
}

Value type_call(Type *type, Call call)
{
    if (type->make_fast && call.names == EMPTY) {
        Value made = type->make_fast(type, call.at, call.count);
        if (made != EMPTY) {
            return made;
        }
    }
    if (!(type->flags & TYPE_HEAP)) {
        return call_builtin(type, call);
    }
    Value init = type->special[S_INIT].v;
    bool is_plain_init = init == object_base_type.special[S_INIT].v;
    bool has_no_arguments = call.count == 0 && call.names == EMPTY;
    Value object;
    if ((type->flags & TYPE_DEFAULT_NEW) && (!is_plain_init || has_no_arguments)) {
        /* What object.__new__ does; its check of the arguments is __init__'s here. */
        object = value_from(instance_new(type));
        if (is_plain_init) {
            return object;
        }
        check_c_stack("");
    } else {
        check_c_stack("");
        object = make_instance(type, call);
        Type *made = type_of(object);
        if (made != type) {
            if (!type_is_subtype(made, type)) {
                return object;
            }
            type = made;
        }
    }
    init_instance(type, object, call);
    return object;
}
