/* gc.c: the module gc, in front of whichever memory manager this engine has. What a manager does not
 * have is answered as CPython would answer when there is nothing to say: thresholds are kept and
 * shown, freeze() freezes nothing, garbage stays empty.
 */
#include "runtime/native.h"
#include "runtime/mm/trace.h"

static Slot callbacks; /* the list gc.callbacks */
static int64_t debug_flags;

/* ---- Callbacks: a collection cannot run script code, so the calls come right after it ---- */

typedef struct Told {
    int generation;
    uint64_t freed;
} Told;
static Told told[16];
static uint32_t told_count;

static void note_collection(const MmEvent *event, void *context)
{
    (void)context;
    if (event->kind == MM_END && told_count < COUNT_OF(told) && as_list(callbacks.v)->count) {
        told[told_count++] = (Told){event->generation, event->objects_freed};
    }
}

static void call_callbacks(const char *phase, int generation, uint64_t freed)
{
    Dict *info = dict_new(3);
    dict_set(info, str_intern("generation"), value_int(generation));
    dict_set(info, str_intern("collected"), int_from_uint64(freed));
    dict_set(info, str_intern("uncollectable"), value_int(0));
    List *list = as_list(callbacks.v);
    for (size_t i = 0; i < list->count; i++) {
        Value callback = list_at(list, i);
        Catch c;
        if (CATCH(c)) {
            call_2(callback, str_intern(phase), value_from(info));
            catch_end(&c);
        } else {
            exception_ignore(c.exception, callback);
        }
    }
}

static void tell_callbacks(void)
{
    Told now[COUNT_OF(told)];
    uint32_t count = told_count;
    memcpy(now, told, sizeof now);
    told_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        call_callbacks("start", now[i].generation, 0);
        call_callbacks("stop", now[i].generation, now[i].freed);
    }
}

/* ---- Collecting and its settings ---- */

static Value gc_collect(Args args)
{
    int64_t generation = arg_int_or(args, 0, 2);
    if (generation < 0 || generation > 2) {
        raise_value("invalid generation");
    }
    return int_from_int64(mm_collect((int)generation, "gc.collect()"));
}
static Value gc_enable(Args args)
{
    (void)args;
    mm_enable(true);
    return NONE;
}
static Value gc_disable(Args args)
{
    (void)args;
    mm_enable(false);
    return NONE;
}
static Value gc_isenabled(Args args)
{
    (void)args;
    return value_bool(mm_is_enabled());
}

static Value three(const int64_t at[3])
{
    return tuple_of(3, int_from_int64(at[0]), int_from_int64(at[1]), int_from_int64(at[2]));
}
static Value gc_get_count(Args args)
{
    (void)args;
    int64_t count[3];
    mm_get_count(count);
    return three(count);
}
static Value gc_get_threshold(Args args)
{
    (void)args;
    int64_t threshold[3];
    mm_get_threshold(threshold);
    return three(threshold);
}
static Value gc_set_threshold(Args args)
{
    int64_t threshold[3];
    mm_get_threshold(threshold);
    for (uint32_t i = 0; i < 3; i++) {
        threshold[i] = arg_int_or(args, i, threshold[i]);
    }
    mm_set_threshold(threshold);
    return NONE;
}

static Value gc_get_stats(Args args)
{
    (void)args;
    MmStats stats;
    mm_stats(&stats);
    const uint64_t collections[] = {stats.collections_minor, 0, stats.collections_major};
    const uint64_t collected[] = {0, 0, stats.collected};
    List *list = list_new(3);
    for (int i = 0; i < 3; i++) {
        Dict *d = dict_new(3);
        dict_set(d, str_intern("collections"), int_from_uint64(collections[i]));
        dict_set(d, str_intern("collected"), int_from_uint64(collected[i]));
        dict_set(d, str_intern("uncollectable"), value_int(0));
        list_append(list, value_from(d));
    }
    return value_from(list);
}

static Value gc_get_debug(Args args)
{
    (void)args;
    return int_from_int64(debug_flags);
}
static Value gc_set_debug(Args args)
{
    debug_flags = arg_int(args, 0);
    return NONE;
}
static Value gc_freeze(Args args)
{
    (void)args;
    return NONE;
}
static Value gc_get_freeze_count(Args args)
{
    (void)args;
    return value_int(0);
}

/* ---- Objects ---- */

/* Whether CPython's collector would know an object of this type at all. */
static bool may_have_references(const Type *type)
{
    if (type->flags & TYPE_STORAGE || type == &range_type || type == &str_type) {
        return false;
    }
    return type->flags & (TYPE_HEAP | TYPE_TYPE) || type->slots_count || type->array_at ||
           type->attrs_at || type->trace;
}

/* A dict of nothing but atoms is not tracked. */
static bool is_dict_tracked(Dict *dict)
{
    uint32_t position = 0;
    Value key, value;
    while (dict_next(dict, &position, &key, &value)) {
        if ((is_object(value) && may_have_references(object_type(as_object(value)))) ||
            (is_object(key) && may_have_references(object_type(as_object(key))))) {
            return true;
        }
    }
    return false;
}

static bool is_tracked(Value v)
{
    if (!is_object(v)) {
        return false;
    }
    if (is_exactly(v, &dict_type)) {
        return is_dict_tracked(as_dict(v));
    }
    if (is_exactly(v, &tuple_type)) {
        return as_tuple(v)->count > 0;
    }
    return may_have_references(object_type(as_object(v)));
}

static Value gc_is_tracked(Args args)
{
    return value_bool(is_tracked(args.at[0]));
}
static Value gc_is_finalized(Args args)
{
    Value v = args.at[0];
    return value_bool(is_object(v) && as_object(v)->mm & OBJECT_FINALIZED);
}

static void count_object(Object *object, void *context)
{
    *(size_t *)context += may_have_references(object_type(object));
}
static void list_object(Object *object, void *context)
{
    List *list = context;
    if (is_tracked(value_from(object)) && &list->head != object &&
        list->count < list_slots(list)->capacity) { /* a visit may not allocate */
        list_append(list, value_from(object));
    }
}

static Value gc_get_objects(Args args)
{
    if (arg_given(args, 0) && args.at[0] != NONE) {
        int64_t generation = arg_int(args, 0);
        if (generation < 0 || generation > 2) {
            raise_value("generation must be %s", generation < 0 ? "a non-negative integer or None"
                                                                : "less than the number of available "
                                                                  "generations (3)");
        }
    }
    size_t count = 0;
    mm_each_object(count_object, &count);
    List *list = list_new(count + 16);
    mm_each_object(list_object, list);
    return value_from(list);
}

/* ---- Referents and referrers: a container's storage counts as the container itself ---- */

typedef struct Search {
    Visitor visitor;
    List *list;
    TraceSet wanted, next; /* referrers: of these; storage found on the way */
    bool hit;
} Search;

static void referent_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)owner;
    Search *search = (Search *)visitor;
    if (object_type(target)->flags & TYPE_STORAGE) {
        object_visit(target, visitor);
    } else {
        list_append(search->list, value_from(target));
    }
}
static void referent_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Value v = at[i].v;
        if (is_object(v)) {
            referent_edge(visitor, owner, as_object(v));
        } else if (v != EMPTY) {
            list_append(((Search *)visitor)->list, v);
        }
    }
}

static Value gc_get_referents(Args args)
{
    Search search = {.visitor = {referent_run, referent_edge}, .list = list_new(0)};
    for (uint32_t i = 0; i < args.count; i++) {
        if (is_object(args.at[i])) {
            object_visit(as_object(args.at[i]), &search.visitor);
        }
    }
    return value_from(search.list);
}

static void referrer_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)owner;
    Search *search = (Search *)visitor;
    search->hit |= trace_set_has(&search->wanted, target);
}
static void referrer_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_object(at[i].v)) {
            referrer_edge(visitor, owner, as_object(at[i].v));
        }
    }
}
static void look_for_referrer(Object *object, void *context)
{
    Search *search = context;
    search->hit = false;
    object_visit(object, &search->visitor);
    if (!search->hit || object == &search->list->head) {
        return;
    }
    if (object_type(object)->flags & TYPE_STORAGE) {
        trace_set_add(&search->next, object, NULL);
    } else if (list_slots(search->list) && search->list->count < list_slots(search->list)->capacity) {
        list_append(search->list, value_from(object));
    }
}

static Value gc_get_referrers(Args args)
{
    size_t count = 0;
    mm_each_object(count_object, &count);
    Search search = {.visitor = {referrer_run, referrer_edge}, .list = list_new(count + 16)};
    for (uint32_t i = 0; i < args.count; i++) {
        if (is_object(args.at[i])) {
            trace_set_add(&search.wanted, as_object(args.at[i]), NULL);
        }
    }
    while (search.wanted.count) {
        mm_each_object(look_for_referrer, &search);
        trace_set_free(&search.wanted);
        search.wanted = search.next;
        search.next = (TraceSet){0};
    }
    trace_set_free(&search.wanted);
    return list_get_slice(search.list, 0, 1, search.list->count);
}

/* ---- The module ---- */

#define DEBUG_FLAGS(X)                                                                             \
    X(DEBUG_STATS, 1)                                                                              \
    X(DEBUG_COLLECTABLE, 2)                                                                        \
    X(DEBUG_UNCOLLECTABLE, 4)                                                                      \
    X(DEBUG_SAVEALL, 32)                                                                           \
    X(DEBUG_LEAK, 38)

static const NativeDef functions[] = {
    {"collect", gc_collect, "generation=", "Collects; how many unreachable objects were found.", 0,
     ERRORS_KEYWORDS},
    {"enable", gc_enable, "", "Lets collections happen by themselves.", 0, 0},
    {"disable", gc_disable, "", "Collects only when asked to.", 0, 0},
    {"isenabled", gc_isenabled, "", NULL, 0, 0},
    {"get_count", gc_get_count, "", NULL, 0, 0},
    {"get_threshold", gc_get_threshold, "", NULL, 0, 0},
    {"set_threshold", gc_set_threshold, "threshold0, threshold1=, threshold2=, /", NULL, 0,
     ERRORS_KEYWORDS},
    {"get_stats", gc_get_stats, "", NULL, 0, 0},
    {"get_debug", gc_get_debug, "", NULL, 0, 0},
    {"set_debug", gc_set_debug, "flags, /", NULL, 0, 0},
    {"is_tracked", gc_is_tracked, "obj, /", NULL, 0, 0},
    {"is_finalized", gc_is_finalized, "obj, /", NULL, 0, 0},
    {"get_objects", gc_get_objects, "generation=", NULL, 0, 0},
    {"get_referents", gc_get_referents, "*objs", NULL, 0, 0},
    {"get_referrers", gc_get_referrers, "*objs", NULL, 0, 0},
    {"freeze", gc_freeze, "", NULL, 0, 0},
    {"unfreeze", gc_freeze, "", NULL, 0, 0},
    {"get_freeze_count", gc_get_freeze_count, "", NULL, 0, 0},
    {0},
};

static void fill(Value module)
{
    if (callbacks.v == EMPTY) {
        mm_init(NULL, &callbacks, value_from(list_new(0)));
        mm_add_root(&callbacks, "gc.callbacks");
        mm_listen(note_collection, NULL);
        mm_add_task(tell_callbacks);
    }
    module_set(module, "callbacks", callbacks.v);
    module_set(module, "garbage", value_from(list_new(0)));
    module_set(module, "manager", str_from(MM_NAME));
#define X(name, value) module_set(module, #name, value_int(value));
    DEBUG_FLAGS(X)
#undef X
}

const ModuleDef gc_module = {"gc", "The memory manager.", functions, fill, NULL};
