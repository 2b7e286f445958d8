/* weakref.c: see weakref.h: weakref.ref and weakref.proxy.
 *
 * The table, outside the heap, maps an object to the references that watch it. A reference holds the
 * address complemented, so that no trace and no scan takes it for a reference. The managers' calls
 * (mm_set_weak_hooks) run in the midst of collections: they only clear, and put the references that
 * have callbacks on a list (linked through `next_due`), which weakref_run_callbacks works off later.
 */
#include "runtime/objects/weakref.h"
#include "runtime/native.h"
#include <stdlib.h>

typedef struct WeakRef {
    Object head;
    uintptr_t hidden; /* ~address; 0: the referent is dead */
    int64_t hash;     /* -1: not yet known */
    Slot callback;    /* or NONE; EMPTY once it has been called */
    Slot next_due;    /* WeakRef */
} WeakRef;

static Value as_referent(const WeakRef *ref)
{
    return ref->hidden ? value_from((void *)~ref->hidden) : EMPTY;
}

/* ---- The table: open addressing by the referent's address ---- */

typedef struct Entry {
    Object *referent; /* NULL: free; REMOVED: was in use */
    WeakRef **refs;   /* oldest first */
    uint32_t count, capacity;
} Entry;
#define REMOVED ((Object *)8)

static Entry *table;
static size_t table_size, table_used; /* used: removed ones included */
static Slot due_first, due_last;      /* references whose callbacks wait */

static bool is_used(const Entry *entry)
{
    return entry->referent && entry->referent != REMOVED;
}

static Entry *find(const Object *referent)
{
    if (!table_size) {
        return NULL;
    }
    size_t i = ((uintptr_t)referent >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 24 & (table_size - 1);
    for (; table[i].referent; i = (i + 1) & (table_size - 1)) {
        if (table[i].referent == referent) {
            return &table[i];
        }
    }
    return NULL;
}

static Entry *insert(Object *referent)
{
    size_t i = ((uintptr_t)referent >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 24 & (table_size - 1);
    while (is_used(&table[i])) {
        i = (i + 1) & (table_size - 1);
    }
    table_used += !table[i].referent;
    table[i] = (Entry){.referent = referent};
    return &table[i];
}

static void rebuild_table(void)
{
    Entry *old = table;
    size_t old_size = table_size, live = 0;
    for (size_t i = 0; i < old_size; i++) {
        live += is_used(&old[i]);
    }
    size_t size = 64;
    while (size < live * 4) {
        size *= 2;
    }
    Entry *fresh = calloc(size, sizeof *fresh);
    if (!fresh) {
        raise_memory();
    }
    table = fresh;
    table_size = size;
    table_used = 0;
    for (size_t i = 0; i < old_size; i++) {
        if (is_used(&old[i])) {
            *insert(old[i].referent) = old[i];
        }
    }
    free(old);
}

static Entry *entry_for(Object *referent)
{
    Entry *entry = find(referent);
    if (!entry) {
        if (table_used * 2 >= table_size) {
            rebuild_table();
        }
        entry = insert(referent);
        referent->mm |= OBJECT_HAS_WEAKREF;
    }
    if (entry->count == entry->capacity) {
        uint32_t capacity = entry->capacity ? entry->capacity * 2 : 2;
        WeakRef **refs = realloc(entry->refs, capacity * sizeof *refs);
        if (!refs) {
            raise_memory();
        }
        entry->refs = refs;
        entry->capacity = capacity;
    }
    return entry;
}

static void remove_entry(Entry *entry)
{
    free(entry->refs);
    *entry = (Entry){.referent = REMOVED};
}

static void remove_ref(Entry *entry, const WeakRef *ref)
{
    for (uint32_t i = 0; i < entry->count; i++) {
        if (entry->refs[i] == ref) {
            memmove(&entry->refs[i], &entry->refs[i + 1],
                    (--entry->count - i) * sizeof *entry->refs);
            return;
        }
    }
}

/* ---- What the managers call ---- */

/* mm_init only: no count drops, nothing is logged. What the list's last link and the root were
 * before is EMPTY, or stays referred to by the link. */
static void queue_callback(WeakRef *ref)
{
    Slot *link = due_first.v == EMPTY ? &due_first : &((WeakRef *)as_object(due_last.v))->next_due;
    mm_init(NULL, link, value_from(ref));
    due_last.v = value_from(ref); /* NOBARRIER: not a root and not counted: it is on the list */
}

/* The newest reference's callback is called first, as in CPython. */
static void clear_entry(Entry *entry)
{
    entry->referent->mm &= ~(uint32_t)OBJECT_HAS_WEAKREF;
    for (uint32_t i = entry->count; i-- > 0;) {
        WeakRef *ref = entry->refs[i];
        ref->hidden = 0;
        if (ref->callback.v != NONE && ref->callback.v != EMPTY) {
            queue_callback(ref);
        }
    }
    remove_entry(entry);
}

static void object_dies(Object *object)
{
    Entry *entry = find(object);
    if (entry) {
        clear_entry(entry);
    }
}

static void sweep(bool (*is_live)(const Object *object))
{
    for (size_t i = 0; i < table_size; i++) {
        Entry *entry = &table[i];
        if (!is_used(entry)) {
            continue;
        }
        uint32_t kept = 0;
        for (uint32_t k = 0; k < entry->count; k++) {
            WeakRef *ref = entry->refs[k];
            if (is_live(&ref->head)) {
                entry->refs[kept++] = ref;
            } else {
                ref->hidden = 0;
            }
        }
        entry->count = kept;
        if (!is_live(entry->referent)) {
            clear_entry(entry);
        } else if (!kept) {
            entry->referent->mm &= ~(uint32_t)OBJECT_HAS_WEAKREF;
            remove_entry(entry);
        }
    }
}

void weakref_object_dies(Object *object)
{
    object_dies(object);
}

static void call_callback(WeakRef *ref)
{
    Value callback = ref->callback.v;
    Catch c;
    mm_store(ref, &ref->callback, EMPTY);
    if (CATCH(c)) {
        call_1(callback, value_from(ref));
        catch_end(&c);
    } else {
        exception_ignore(c.exception, callback);
    }
}

int weakref_run_callbacks(void)
{
    int count = 0;
    while (due_first.v != EMPTY) {
        WeakRef *ref = (WeakRef *)as_object(due_first.v);
        Slot held = {EMPTY};
        mm_init(NULL, &held, value_from(ref)); /* a C local that counts, for the while of the call */
        mm_store(ref, &due_first, ref->next_due.v);
        mm_store(ref, &ref->next_due, EMPTY);
        call_callback(ref);
        mm_store(ref, &held, EMPTY);
        count++;
    }
    return count;
}

/* ---- Making ---- */

/* Built-in types whose objects may be referred to weakly, as in CPython. */
static const char *const referable[] = {
    "function",      "method",     "builtin_function_or_method", "set",  "frozenset",
    "module",        "generator",  "code",                       "numpy.ndarray",
    "re.Pattern",    "collections.deque", "functools.partial",   "_io.TextIOWrapper",
};

static bool is_referable(Value v)
{
    if (!is_object(v)) {
        return false;
    }
    Type *type = object_type(as_object(v));
    if (type->flags & TYPE_TYPE) {
        return true;
    }
    if (type->flags & TYPE_HEAP) {
        return type_lookup(type, str_intern("__weakref__")) != EMPTY;
    }
    for (size_t i = 0; i < COUNT_OF(referable); i++) {
        if (!strcmp(type->name, referable[i])) {
            return true;
        }
    }
    return false;
}

void weakref_start(void)
{
    static bool done;
    if (!done) {
        done = true;
        static const MmWeakHooks hooks = {sweep, object_dies, weakref_run_callbacks};
        mm_set_weak_hooks(&hooks);
        mm_add_root(&due_first, "weak references' callbacks");
        type_ready(&weak_proxy_type);
        type_ready(&weak_callable_proxy_type);
    }
}

static Value ref_make_value(Type *type, Value referent, Value callback)
{
    weakref_start();
    if (!is_referable(referent)) {
        raise_type("cannot create weak reference to '%T' object", referent);
    }
    Object *object = as_object(referent);
    bool is_plain = type == &weakref_type || type == &weak_proxy_type ||
                    type == &weak_callable_proxy_type;
    Entry *entry = find(object);
    for (uint32_t i = 0; is_plain && callback == NONE && entry && i < entry->count; i++) {
        WeakRef *ref = entry->refs[i];
        if (object_type(ref) == type && ref->callback.v == NONE) {
            return value_from(ref);
        }
    }
    WeakRef *ref = type->flags & TYPE_HEAP ? instance_new(type) : mm_new(type, sizeof(WeakRef));
    mm_store(ref, &ref->callback, callback);
    ref->hash = -1;
    entry = entry_for(object); /* after the allocation, which may have swept the table */
    ref->hidden = ~(uintptr_t)object;
    entry->refs[entry->count++] = ref;
    mm_watch(ref);
    return value_from(ref);
}

Value weakref_new(Type *type, Value referent, Value callback)
{
    return ref_make_value(type, referent, callback);
}

/* A reference that dies before its referent leaves the table. */
static void ref_on_free(Object *object)
{
    WeakRef *ref = (WeakRef *)object;
    Entry *entry = ref->hidden ? find((Object *)~ref->hidden) : NULL;
    if (entry) {
        remove_ref(entry, ref);
    }
}

Value weakref_get(Value weakref)
{
    Value referent = as_referent((WeakRef *)as_object(weakref));
    return referent == EMPTY ? NONE : referent;
}

int64_t weakref_count(Value object)
{
    Entry *entry = is_object(object) ? find(as_object(object)) : NULL;
    return entry ? entry->count : 0;
}

Value weakrefs_of(Value object)
{
    List *list = list_new(0);
    for (uint32_t i = 0; i < (uint32_t)weakref_count(object); i++) {
        list_append(list, value_from(find(as_object(object))->refs[i]));
    }
    return value_from(list);
}

/* ---- weakref.ref ---- */

static Value ref_make(Args args)
{
    if (args.count < 2) {
        raise_type("__new__ expected at least 1 argument, got 0");
    }
    if (args.count > 3) {
        raise_type("__new__ expected at most 2 arguments, got %d", (int)args.count - 1);
    }
    return ref_make_value(as_type(args.at[0]), args.at[1], arg_or(args, 2, NONE));
}

static Value ref_repr(Value self)
{
    Value referent = as_referent((WeakRef *)as_object(self));
    if (referent == EMPTY) {
        return str_format("<weakref at %p; dead>", (void *)as_object(self));
    }
    Value name = op_find_attr(referent, str_intern("__name__"));
    if (name != EMPTY && is_str(name)) {
        return str_format("<weakref at %p; to '%T' at %p (%S)>", (void *)as_object(self), referent,
                          (void *)as_object(referent), name);
    }
    return str_format("<weakref at %p; to '%T' at %p>", (void *)as_object(self), referent,
                      (void *)as_object(referent));
}

static int64_t ref_hash(Value self)
{
    WeakRef *ref = (WeakRef *)as_object(self);
    if (ref->hash == -1) {
        Value referent = as_referent(ref);
        if (referent == EMPTY) {
            raise_type("weak object has gone away");
        }
        ref->hash = op_hash(referent);
    }
    return ref->hash;
}

static bool is_ref(Value v)
{
    return is_object(v) && type_is_subtype(object_type(as_object(v)), &weakref_type);
}

static Value ref_compare(CompareOp op, Value a, Value b)
{
    if ((op != CMP_EQ && op != CMP_NE) || !is_ref(a) || !is_ref(b)) {
        return NOT_IMPLEMENTED;
    }
    Value x = as_referent((WeakRef *)as_object(a)), y = as_referent((WeakRef *)as_object(b));
    if (x == EMPTY || y == EMPTY) {
        return value_bool((a == b) == (op == CMP_EQ));
    }
    return op_compare(op, x, y);
}

static Value ref_call(Value self, Call call)
{
    if (call.names != EMPTY) {
        raise_type("weakref.__call__() takes no keyword arguments");
    }
    if (call.count) {
        raise_type("weakref() takes 0 positional arguments but %d was given", (int)call.count);
    }
    return weakref_get(self);
}

static Value get_callback(Value self)
{
    Value callback = ((WeakRef *)as_object(self))->callback.v;
    return callback == EMPTY ? NONE : callback;
}

static const GetSetDef ref_getsets[] = {{"__callback__", get_callback, NULL}, {0}};
/* A subclass's __init__ may pass on what __new__ got. */
static Value ref_init(Args args)
{
    (void)args;
    return NONE;
}
static const NativeDef ref_init_def = {"__init__", ref_init, "self, /, *args", NULL, 0, 0};
static const NativeDef ref_def = {"ref", ref_make, "cls, /, *args", NULL, 0, 0};

Type weakref_type = {
    .name = "weakref.ReferenceType",
    .flags = TYPE_SUBCLASSABLE | TYPE_PLAIN_ATTRS,
    .size = sizeof(WeakRef),
    .slots_at = offsetof(WeakRef, callback),
    .slots_count = 2,
    .on_free = ref_on_free,
    .repr = ref_repr,
    .hash = ref_hash,
    .compare = ref_compare,
    .call = ref_call,
    .make = &ref_def,
    .init = &ref_init_def,
    .getsets = ref_getsets,
};

/* ---- weakref.proxy: each operation is the referent's ---- */

static bool is_proxy(Value v)
{
    return is_exactly(v, &weak_proxy_type) || is_exactly(v, &weak_callable_proxy_type);
}

/* The referent of a proxy, any other value itself. */
static Value target(Value v)
{
    if (!is_proxy(v)) {
        return v;
    }
    Value referent = as_referent((WeakRef *)as_object(v));
    if (referent == EMPTY) {
        raise_as(&exc_ReferenceError, "weakly-referenced object no longer exists");
    }
    return referent;
}

static Value proxy_repr(Value self)
{
    Value referent = weakref_get(self);
    return str_format("<weakproxy at %p to %T at %p>", (void *)as_object(self), referent,
                      referent == NONE ? NULL : (void *)as_object(referent));
}
static Value proxy_str(Value self)
{
    return op_str(target(self));
}
static Value proxy_compare(CompareOp op, Value a, Value b)
{
    return op_compare(op, target(a), target(b));
}
static bool proxy_truth(Value self)
{
    return op_truth(target(self));
}
static int64_t proxy_length(Value self)
{
    return op_length(target(self));
}
static Value proxy_get_item(Value self, Value key)
{
    return op_get_item(target(self), key);
}
static void proxy_set_item(Value self, Value key, Value value)
{
    op_set_item(target(self), key, value);
}
static bool proxy_contains(Value self, Value item)
{
    return op_contains(target(self), item);
}
static Value proxy_iter(Value self)
{
    return op_iter(target(self));
}
static Value proxy_next(Value self)
{
    return op_next(target(self));
}
static Value proxy_get_attr(Value self, Value name)
{
    return op_get_attr(target(self), name);
}
static bool proxy_set_attr(Value self, Value name, Value value)
{
    op_set_attr(target(self), name, value);
    return true;
}
static Value proxy_binary(BinaryOp op, Value a, Value b)
{
    return op_binary(op, target(a), target(b));
}
static Value proxy_inplace(BinaryOp op, Value a, Value b)
{
    return op_inplace(op, target(a), target(b));
}
static Value proxy_unary(UnaryOp op, Value self)
{
    return op_unary(op, target(self));
}
static Value proxy_index(Value self)
{
    return op_index(target(self));
}
static double proxy_to_float(Value self)
{
    return op_float(target(self));
}
static Value proxy_call(Value self, Call call)
{
    return call_value(target(self), call);
}
static int64_t proxy_hash(Value self)
{
    raise_type("unhashable type: '%T'", self);
}

#define PROXY                                                                                      \
    .flags = TYPE_NO_INSTANCES, .size = sizeof(WeakRef), .slots_at = offsetof(WeakRef, callback),  \
    .slots_count = 2, .on_free = ref_on_free, .repr = proxy_repr, .str = proxy_str,                \
    .compare = proxy_compare, .truth = proxy_truth, .length = proxy_length,                        \
    .get_item = proxy_get_item, .set_item = proxy_set_item, .contains = proxy_contains,            \
    .iter = proxy_iter, .next = proxy_next, .get_attr = proxy_get_attr,                            \
    .set_attr = proxy_set_attr, .binary = proxy_binary, .inplace = proxy_inplace,                  \
    .unary = proxy_unary, .index = proxy_index, .to_float = proxy_to_float, .hash = proxy_hash

Type weak_proxy_type = {.name = "weakref.ProxyType", PROXY};
Type weak_callable_proxy_type = {.name = "weakref.CallableProxyType", PROXY, .call = proxy_call};
