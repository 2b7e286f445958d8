/* type_class.c: making classes: metaclass, bases, C3, __slots__, layout. */
#include "runtime/native.h"
#include "runtime/objects/names.h"

/* ---- Metaclass and bases of a class statement ---- */

static Type *winner(Type *meta, Value bases)
{
    const Tuple *tuple = as_tuple(bases);
    for (size_t i = 0; i < tuple->count; i++) {
        Type *other = type_of(tuple->at[i].v);
        if (type_is_subtype(meta, other)) {
            continue;
        }
        if (!type_is_subtype(other, meta)) {
            raise_type("metaclass conflict: the metaclass of a derived class must be a "
                       "(non-strict) subclass of the metaclasses of all its bases");
        }
        meta = other;
    }
    return meta;
}

Value type_choose_meta(Value meta, Value bases)
{
    const Tuple *tuple = as_tuple(bases);
    if (meta == EMPTY) {
        meta = value_from(tuple->count ? type_of(tuple->at[0].v) : &type_type);
    }
    return is_type(meta) ? value_from(winner(as_type(meta), bases)) : meta;
}

Value type_resolve_bases(Value bases)
{
    List *resolved = NULL;
    for (size_t i = 0; i < as_tuple(bases)->count; i++) {
        Value base = as_tuple(bases)->at[i].v, entries = EMPTY;
        if (!is_type(base)) {
            entries = op_find_attr(base, NAME(mro_entries));
        }
        if (entries == EMPTY) {
            if (resolved) {
                list_append(resolved, base);
            }
            continue;
        }
        Value instead = call_1(entries, bases);
        if (!is_tuple(instead)) {
            raise_type("__mro_entries__ must return a tuple");
        }
        if (!resolved) {
            resolved = list_new(i);
            for (size_t k = 0; k < i; k++) {
                list_append(resolved, as_tuple(bases)->at[k].v);
            }
        }
        list_extend(resolved, instead);
    }
    return resolved ? tuple_from_iterable(value_from(resolved)) : bases;
}

/* f(a, b, **keywords) or f(a, b, c, **keywords) when c is given. */
static Value call_with_keywords(Value f, const Value *args, uint32_t count, Value keywords)
{
    size_t named = keywords == EMPTY ? 0 : as_dict(keywords)->count;
    Value *at = scratch_bytes((count + named) * sizeof *at);
    for (uint32_t i = 0; i < count; i++) {
        at[i] = args[i];
    }
    Tuple *names = tuple_new(named);
    uint32_t position = 0;
    Value name, value;
    for (size_t i = 0; i < named && dict_next(as_dict(keywords), &position, &name, &value); i++) {
        mm_init(names, &names->at[i], name);
        at[count + i] = value;
    }
    return call_value(f, (Call){at, count, named ? value_from(names) : EMPTY});
}

Value type_prepare(Value meta, Value name, Value bases, Value keywords)
{
    Value prepare = meta == value_from(&type_type) ? EMPTY : op_find_attr(meta, NAME(prepare));
    if (prepare == EMPTY) {
        return value_from(dict_new(8));
    }
    Value args[] = {name, bases};
    Value space = call_with_keywords(prepare, args, 2, keywords);
    if (!is_dict(space) && !type_of(space)->get_item) {
        raise_type("%N.__prepare__() must return a mapping, not %T",
                   is_type(meta) ? as_type(meta) : type_of(meta), space);
    }
    return space;
}

/* ---- C3 (Barrett et al., "A Monotonic Superclass Linearization for Dylan", OOPSLA 1996) ---- */

typedef struct Lists {
    size_t count;
    const Tuple **lists; /* the MROs of the bases, then the bases themselves */
    size_t *next;        /* how much of each is merged */
} Lists;

static bool is_in_a_tail(const Lists *lists, Value candidate)
{
    for (size_t i = 0; i < lists->count; i++) {
        for (size_t k = lists->next[i] + 1; k < lists->lists[i]->count; k++) {
            if (lists->lists[i]->at[k].v == candidate) {
                return true;
            }
        }
    }
    return false;
}

static noreturn_fn void raise_inconsistent(const Lists *lists)
{
    StrBuilder text;
    builder_start(&text);
    builder_c(&text, "Cannot create a consistent method resolution\norder (MRO) for bases ");
    List *seen = list_new(0);
    for (size_t i = 0; i < lists->count; i++) {
        if (lists->next[i] >= lists->lists[i]->count) {
            continue;
        }
        Value head = lists->lists[i]->at[lists->next[i]].v;
        bool is_new = true;
        for (size_t k = 0; k < seen->count; k++) {
            is_new &= list_at(seen, k) != head;
        }
        if (is_new) {
            builder_printf(&text, seen->count ? ", %N" : "%N", as_type(head));
            list_append(seen, head);
        }
    }
    raise_type("%S", builder_end(&text));
}

/* The next class of the merge, EMPTY when all lists are used up. */
static Value merge_next(Lists *lists)
{
    bool is_done = true;
    for (size_t i = 0; i < lists->count; i++) {
        if (lists->next[i] >= lists->lists[i]->count) {
            continue;
        }
        is_done = false;
        Value candidate = lists->lists[i]->at[lists->next[i]].v;
        if (is_in_a_tail(lists, candidate)) {
            continue;
        }
        for (size_t k = 0; k < lists->count; k++) {
            if (lists->next[k] < lists->lists[k]->count &&
                lists->lists[k]->at[lists->next[k]].v == candidate) {
                lists->next[k]++;
            }
        }
        return candidate;
    }
    if (!is_done) {
        raise_inconsistent(lists);
    }
    return EMPTY;
}

Value type_compute_mro(Type *type)
{
    const Tuple *bases = as_tuple(type->bases.v);
    List *result = list_new(bases->count + 2);
    list_append(result, value_from(type));
    if (bases->count == 1) {
        list_extend(result, as_type(bases->at[0].v)->mro.v);
        return tuple_from_iterable(value_from(result));
    }
    Lists lists = {bases->count + 1, scratch_bytes((bases->count + 1) * sizeof(Tuple *)),
                   scratch_bytes((bases->count + 1) * sizeof(size_t))};
    for (size_t i = 0; i < bases->count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (bases->at[i].v == bases->at[k].v) {
                raise_type("duplicate base class %N", as_type(bases->at[i].v));
            }
        }
        lists.lists[i] = as_tuple(as_type(bases->at[i].v)->mro.v);
    }
    lists.lists[bases->count] = bases;
    memset(lists.next, 0, lists.count * sizeof(size_t));
    for (Value next; (next = merge_next(&lists)) != EMPTY;) {
        list_append(result, next);
    }
    return tuple_from_iterable(value_from(result));
}

/* ---- Layout ---- */

/* Whether instances of `type` have C fields or members that those of its base lack. */
static bool adds_fields(const Type *type)
{
    const Type *base = type->base;
    if (!base) {
        return true;
    }
    if (type->flags & TYPE_HEAP) {
        return type->members_count > base->members_count;
    }
    size_t attrs = type->attrs_at && !base->attrs_at ? sizeof(Attrs) : 0;
    return type->size != base->size + attrs || type->array_at != base->array_at;
}

/* The nearest class up the line of bases that determines the layout. */
static Type *solid_base(Type *type)
{
    while (!adds_fields(type)) {
        type = type->base;
    }
    return type;
}

static Type *best_base(Value bases)
{
    Type *best = NULL, *solid = NULL;
    const Tuple *tuple = as_tuple(bases);
    for (size_t i = 0; i < tuple->count; i++) {
        if (!is_type(tuple->at[i].v)) {
            raise_type("bases must be types");
        }
        Type *base = as_type(tuple->at[i].v);
        type_ready(base);
        if (!(base->flags & TYPE_SUBCLASSABLE)) {
            raise_type("type '%N' is not an acceptable base type", base);
        }
        Type *candidate = solid_base(base);
        if (!best || (candidate != solid && type_is_subtype(candidate, solid))) {
            best = base;
            solid = candidate;
        } else if (!type_is_subtype(solid, candidate)) {
            raise_type("multiple bases have instance lay-out conflict");
        }
    }
    return best ? best : &object_base_type;
}

static bool is_variable_size(const Type *type)
{
    return type->flags & (TYPE_TUPLE | TYPE_STR | TYPE_INT | TYPE_BYTES);
}

/* The instances of metaclasses are Type records: attributes and members have no place there. */
static bool is_metaclass(const Type *type)
{
    return type->flags & TYPE_TYPE;
}

/* `__x` in class A is `_A__x`. */
static Value mangle(Type *type, Value name)
{
    const char *text = str_utf8(name, NULL), *cls = type->name;
    size_t length = strlen(text);
    if (length < 2 || text[0] != '_' || text[1] != '_' ||
        (text[length - 1] == '_' && text[length - 2] == '_') || strchr(text, '.')) {
        return name;
    }
    while (*cls == '_') {
        cls++;
    }
    return *cls ? str_interned(str_format("_%s%S", cls, name)) : name;
}

static bool is_identifier(Value name)
{
    return op_truth(call_0(op_get_attr(name, str_intern("isidentifier"))));
}

/* What a class's __slots__ ask for. */
typedef struct SlotsWish {
    List *names;   /* of the members, mangled */
    bool has_dict; /* instances have a __dict__ of this class */
    bool has_weakref;
} SlotsWish;

static void add_slot_name(Type *type, SlotsWish *wish, Dict *dict, Value name)
{
    if (!is_str(name)) {
        raise_type("__slots__ items must be strings, not '%T'", name);
    }
    if (!is_identifier(name)) {
        raise_type("__slots__ must be identifiers");
    }
    name = str_interned(name);
    if (name == NAME(dict)) {
        if (wish->has_dict || type_has_attrs(type->base)) {
            raise_type("__dict__ slot disallowed: we already got one");
        }
        wish->has_dict = true;
        return;
    }
    if (name == NAME(weakref)) {
        wish->has_weakref = true;
        return;
    }
    Value mangled = mangle(type, name);
    if (dict_get_str(dict, mangled) != EMPTY && mangled != NAME(qualname)) {
        raise_value("%V in __slots__ conflicts with class variable", name);
    }
    list_append(wish->names, mangled);
}

static SlotsWish read_slots(Type *type, Dict *dict)
{
    SlotsWish wish = {list_new(0), true, true};
    Value slots = dict_get_str(dict, NAME(slots));
    if (slots == EMPTY) {
        return wish;
    }
    wish.has_dict = wish.has_weakref = false;
    if (is_str(slots)) {
        add_slot_name(type, &wish, dict, slots);
    } else {
        List *names = as_list(list_from_iterable(slots));
        for (size_t i = 0; i < names->count; i++) {
            add_slot_name(type, &wish, dict, list_at(names, i));
        }
    }
    if (wish.names->count && (is_variable_size(type->base) || is_metaclass(type->base))) {
        raise_type("nonempty __slots__ not supported for subtype of '%N'", type->base);
    }
    list_sort(wish.names, NONE, false);
    return wish;
}

static bool some_base_has_attrs(const Type *type)
{
    const Tuple *bases = as_tuple(type->bases.v);
    for (size_t i = 0; i < bases->count; i++) {
        if (type_has_attrs(as_type(bases->at[i].v))) {
            return true;
        }
    }
    return false;
}

/* [C part of the built-in base][members of bases][members][Attrs]; Attrs that a built-in base has
 * in its C part stay there. */
static void lay_out(Type *type, Dict *dict, const SlotsWish *wish)
{
    Type *base = type->base;
    bool attrs_at_end =
        base->attrs_at && base->attrs_at + sizeof(Attrs) == base->size && (base->flags & TYPE_HEAP);
    size_t at = attrs_at_end ? base->attrs_at : round_up(base->size, sizeof(Slot));
    size_t count = wish->names->count;
    if (count > 4000) {
        raise_unsupported("that many __slots__");
    }
    type->members_at = base->members_count ? base->members_at : (uint16_t)at;
    type->members_count = (uint16_t)(base->members_count + count);
    for (size_t i = 0; i < count; i++, at += sizeof(Slot)) {
        Value name = list_at(wish->names, i);
        dict_set(dict, name, member_new(type, name, (uint32_t)at));
    }
    bool has_attrs = (wish->has_dict || some_base_has_attrs(type)) && !is_metaclass(base);
    bool inherits_attrs = base->attrs_at && !attrs_at_end;
    type->attrs_at = inherits_attrs ? base->attrs_at : 0;
    if (has_attrs && !inherits_attrs) {
        if (is_variable_size(base)) {
            type->attrs_behind = true;
            type->trace = attrs_trace_behind;
            at = base->size;
        } else {
            type->attrs_at = (uint16_t)at;
            at += sizeof(Attrs);
        }
    }
    type->size = is_variable_size(base) ? base->size : (uint32_t)at;
    if (has_attrs && !type_has_attrs(base)) {
        dict_set_default(dict, NAME(dict), getset_new(type, &dict_getset));
    }
    if (wish->has_weakref && type_lookup(base, NAME(weakref)) == EMPTY &&
        (!is_variable_size(base) || wish->has_dict) && !is_metaclass(base)) {
        dict_set_default(dict, NAME(weakref), getset_new(type, &weakref_getset));
    }
}

static void copy_from_base(Type *type, Type *base)
{
    /* NOBARRIER: what lies between these fields of the record holds no references. */
    memcpy((char *)type + offsetof(Type, slots_at), (char *)base + offsetof(Type, slots_at),
           offsetof(Type, methods) - offsetof(Type, slots_at));
    type->flags =
        TYPE_HEAP | TYPE_SUBCLASSABLE | TYPE_READY | TYPE_FILLED |
        (base->flags & (TYPE_EXCEPTION | TYPE_LIST | TYPE_TUPLE | TYPE_DICT | TYPE_STR | TYPE_INT |
                        TYPE_FLOAT | TYPE_SET | TYPE_BYTES | TYPE_TYPE | TYPE_FINALIZES));
    type->base = base;
}

/* ---- The class ---- */

static Value wrap(Type *descriptor, Value function)
{
    Wrapped *wrapped = NEW(Wrapped, descriptor);
    mm_init(wrapped, &wrapped->function, function);
    return value_from(wrapped);
}

static void wrap_function(Dict *dict, Value name, Type *descriptor)
{
    Value function = dict_get_str(dict, name);
    if (is_exactly(function, &function_type)) {
        dict_set(dict, name, wrap(descriptor, function));
    }
}

/* The entries of the class's dict that Python adds or changes. */
static void complete_dict(Type *type, Dict *dict)
{
    if (dict_get_str(dict, NAME(module)) == EMPTY) {
        Value globals = vm_globals();
        Value module = is_dict(globals) ? dict_get_str(as_dict(globals), NAME(name)) : EMPTY;
        if (module != EMPTY) {
            dict_set(dict, NAME(module), module);
        }
    }
    Value qualname = dict_pop(dict, NAME(qualname));
    if (qualname != EMPTY && !is_str(qualname)) {
        raise_type("type __qualname__ must be a str, not %T", qualname);
    }
    mm_store(type, &type->qualname, qualname == EMPTY ? type->name_str.v : qualname);
    wrap_function(dict, NAME(new), &static_method_type);
    wrap_function(dict, NAME(init_subclass), &class_method_type);
    wrap_function(dict, NAME(class_getitem), &class_method_type);
    if (dict_get_str(dict, NAME(eq)) != EMPTY && dict_get_str(dict, NAME(hash)) == EMPTY) {
        dict_set(dict, NAME(hash), NONE);
    }
}

static void set_mro(Type *type, Type *meta)
{
    Value mro;
    Value custom = meta == &type_type ? EMPTY : type_lookup(meta, NAME(mro));
    if (custom == EMPTY || custom == type_lookup(&type_type, NAME(mro))) {
        mro = type_compute_mro(type);
    } else {
        mro = tuple_from_iterable(op_call_special(custom, value_from(type), NULL, 0));
        for (size_t i = 0; i < as_tuple(mro)->count; i++) {
            if (!is_type(as_tuple(mro)->at[i].v)) {
                raise_type("mro() returned a non-class ('%T')", as_tuple(mro)->at[i].v);
            }
        }
    }
    mm_store(type, &type->mro, mro);
}

static void call_set_name(Type *type, Value name, Value item)
{
    Value set_name = type_lookup(type_of(item), NAME(set_name));
    if (set_name == EMPTY) {
        return;
    }
    Value args[] = {value_from(type), name};
    Catch c;
    if (CATCH(c)) {
        op_call_special(set_name, item, args, 2);
        catch_end(&c);
        return;
    }
    Value e =
        exception_new(&exc_RuntimeError, "Error calling __set_name__ on '%T' instance %V in '%N'",
                      item, name, type);
    mm_store(as_object(e), &((Exception *)as_object(e))->cause, c.exception);
    mm_store(as_object(e), &((Exception *)as_object(e))->context, c.exception);
    ((Exception *)as_object(e))->suppress_context = true;
    raise_exception(e);
}

static void set_names(Type *type, Dict *dict)
{
    List *items = list_new(dict->count * 2); /* __set_name__ may add attributes */
    uint32_t position = 0;
    Value name, item;
    while (dict_next(dict, &position, &name, &item)) {
        if (!is_exactly(item, &function_type)) {
            list_append(items, name);
            list_append(items, item);
        }
    }
    for (size_t i = 0; i + 1 < items->count; i += 2) {
        call_set_name(type, list_at(items, i), list_at(items, i + 1));
    }
}

static void init_subclass(Type *type, Value keywords)
{
    Value found = type_lookup_after(type, type, NAME(init_subclass));
    Value object_s = type_lookup(&object_base_type, NAME(init_subclass));
    if (found == EMPTY || (found == object_s && (keywords == EMPTY || !as_dict(keywords)->count))) {
        return;
    }
    Value (*get)(Value, Value, Type *) = type_of(found)->descr_get;
    if (get) {
        found = get(found, EMPTY, type);
    }
    call_with_keywords(found, NULL, 0, keywords);
}

/* Copies the namespace; the class cell leaves it. */
static Dict *own_dict(Dict *space, Value *cell)
{
    Dict *dict = as_dict(dict_copy(space));
    *cell = dict_pop(dict, NAME(classcell));
    if (*cell != EMPTY && !is_exactly(*cell, &cell_type)) {
        raise_type("type.__new__(): __classcell__ must be a nonlocal cell, not <class '%T'>",
                   *cell);
    }
    return dict;
}

static Value call_other_new(Type *meta, Value name, Value bases, Dict *space, Value keywords)
{
    Value args[] = {value_from(meta), name, bases, value_from(space)};
    return call_with_keywords(op_get_attr(value_from(meta), NAME(new)), args, 4, keywords);
}

Value type_new_class(Type *meta, Value name, Value bases, Dict *space, Value keywords)
{
    Type *best_meta = winner(meta, bases);
    if (best_meta != meta && best_meta->special[S_NEW].v != meta->special[S_NEW].v) {
        return call_other_new(best_meta, name, bases, space, keywords);
    }
    meta = best_meta;
    if (!as_tuple(bases)->count) {
        bases = tuple_of(1, value_from(&object_base_type));
    }
    Type *base = best_base(bases);
    type_fill(base);
    Type *type = type_allocate(meta);
    mm_watch(type);
    copy_from_base(type, base);
    mm_store(type, &type->bases, bases);
    name = str_interned(name);
    mm_store(type, &type->name_str, name);
    type->name = str_utf8(name, NULL);
    Value cell;
    Dict *dict = own_dict(space, &cell);
    SlotsWish wish = read_slots(type, dict);
    complete_dict(type, dict);
    lay_out(type, dict, &wish);
    if (dict_get_str(dict, NAME(doc)) == EMPTY) {
        dict_set(dict, NAME(doc), NONE);
    }
    mm_store(type, &type->dict, value_from(dict));
    set_mro(type, meta);
    type_resolve_specials(type);
    type_resolve_slots(type);
    for (size_t i = 0; i < as_tuple(bases)->count; i++) {
        type_add_subclass(as_type(as_tuple(bases)->at[i].v), type);
    }
    if (cell != EMPTY) {
        mm_store(as_object(cell), &((Cell *)as_object(cell))->value, value_from(type));
    }
    set_names(type, dict);
    init_subclass(type, keywords);
    return value_from(type);
}
