/* descriptor.c: the descriptors that C code and __slots__ make (getset_descriptor,
 * member_descriptor), and those of scripts: property, staticmethod, classmethod.
 */
#include "runtime/native.h"
#include "runtime/objects/names.h"
#include "runtime/objects/weakref.h"

static Value or_none(Value v)
{
    return v == EMPTY ? NONE : v;
}

/* ---- getset_descriptor ---- */

typedef struct GetSet {
    Object head;
    const GetSetDef *def;
    Slot owner; /* Type */
} GetSet;

static GetSet *as_getset(Value v)
{
    return (GetSet *)as_object(v);
}

Value getset_new(Type *owner, const GetSetDef *def)
{
    GetSet *getset = NEW(GetSet, &getset_type);
    getset->def = def;
    mm_init(getset, &getset->owner, value_from(owner));
    return value_from(getset);
}

static void check_object(Value object, Value owner, const char *name)
{
    if (!type_is_subtype(type_of(object), as_type(owner))) {
        raise_type("descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name,
                   as_type(owner), object);
    }
}

static Value getset_get(Value v, Value object, Type *owner)
{
    (void)owner;
    GetSet *getset = as_getset(v);
    if (object == EMPTY) {
        return v;
    }
    check_object(object, getset->owner.v, getset->def->name);
    return getset->def->get(object);
}

static void getset_set(Value v, Value object, Value value)
{
    GetSet *getset = as_getset(v);
    check_object(object, getset->owner.v, getset->def->name);
    if (!getset->def->set) {
        raise_as(&exc_AttributeError, "attribute '%s' of '%N' objects is not writable",
                 getset->def->name, as_type(getset->owner.v));
    }
    getset->def->set(object, value);
}

static Value getset_repr(Value v)
{
    return str_format("<attribute '%s' of '%N' objects>", as_getset(v)->def->name,
                      as_type(as_getset(v)->owner.v));
}

static Value getset_name(Value v)
{
    return str_intern(as_getset(v)->def->name);
}
static Value getset_objclass(Value v)
{
    return as_getset(v)->owner.v;
}
static const GetSetDef getset_getsets[] = {
    {"__name__", getset_name, NULL},
    {"__objclass__", getset_objclass, NULL},
    {0},
};

Type getset_type = {
    .name = "getset_descriptor",
    .size = sizeof(GetSet),
    .slots_at = offsetof(GetSet, owner),
    .slots_count = 1,
    .repr = getset_repr,
    .descr_get = getset_get,
    .descr_set = getset_set,
    .getsets = getset_getsets,
};

/* The __dict__ and __weakref__ of the instances of classes. */
static Value get_dict(Value object)
{
    return attrs_dict(as_object(object));
}
static void set_dict(Value object, Value dict)
{
    if (dict == EMPTY) {
        dict = value_from(dict_new(0));
    } else if (!is_dict(dict)) {
        raise_type("__dict__ must be set to a dictionary, not a '%T'", dict);
    }
    attrs_set_dict(as_object(object), dict);
}
const GetSetDef dict_getset = {"__dict__", get_dict, set_dict};

static Value get_weakref(Value object)
{
    if (!(as_object(object)->mm & OBJECT_HAS_WEAKREF)) {
        return NONE;
    }
    List *references = as_list(weakrefs_of(object));
    return references->count ? list_at(references, 0) : NONE;
}
const GetSetDef weakref_getset = {"__weakref__", get_weakref, NULL};

/* ---- member_descriptor: one of a class's __slots__ ---- */

static Member *as_member(Value v)
{
    return (Member *)as_object(v);
}

Value member_new(Type *owner, Value name, uint32_t offset)
{
    Member *member = NEW(Member, &member_type);
    member->offset = offset;
    mm_init(member, &member->name, name);
    mm_init(member, &member->owner, value_from(owner));
    return value_from(member);
}

static Slot *member_slot(const Member *member, Value object)
{
    Type *owner = as_type(member->owner.v);
    if (!type_is_subtype(type_of(object), owner)) {
        raise_type("descriptor '%S' for '%N' objects doesn't apply to a '%T' object",
                   member->name.v, owner, object);
    }
    return (Slot *)((char *)as_object(object) + member->offset);
}

static Value member_get(Value v, Value object, Type *owner)
{
    (void)owner;
    Member *member = as_member(v);
    if (object == EMPTY) {
        return v;
    }
    Value value = member_slot(member, object)->v;
    if (value == EMPTY) {
        raise_no_attr(object, member->name.v);
    }
    return value;
}

static void member_set(Value v, Value object, Value value)
{
    Slot *slot = member_slot(as_member(v), object);
    if (value == EMPTY && slot->v == EMPTY) {
        raise_as(&exc_AttributeError, "%S", as_member(v)->name.v);
    }
    mm_store(as_object(object), slot, value);
}

static Value member_repr(Value v)
{
    return str_format("<member '%S' of '%N' objects>", as_member(v)->name.v,
                      as_type(as_member(v)->owner.v));
}

static Value member_name(Value v)
{
    return as_member(v)->name.v;
}
static Value member_objclass(Value v)
{
    return as_member(v)->owner.v;
}
static const GetSetDef member_getsets[] = {
    {"__name__", member_name, NULL},
    {"__objclass__", member_objclass, NULL},
    {0},
};

Type member_type = {
    .name = "member_descriptor",
    .size = sizeof(Member),
    .slots_at = offsetof(Member, name),
    .slots_count = 2,
    .repr = member_repr,
    .descr_get = member_get,
    .descr_set = member_set,
    .getsets = member_getsets,
};

/* ---- property ---- */

static Property *as_property(Value v)
{
    return (Property *)as_object(v);
}

static bool is_given(Value v)
{
    return v != EMPTY && v != NONE;
}

static noreturn_fn void raise_no_accessor(const Property *property, Value object, const char *what)
{
    if (is_given(property->name.v)) {
        raise_as(&exc_AttributeError, "property %V of %V object has no %s", property->name.v,
                 type_qualname(type_of(object)), what);
    }
    raise_as(&exc_AttributeError, "property of %V object has no %s", type_qualname(type_of(object)),
             what);
}

static Value property_get(Value v, Value object, Type *owner)
{
    (void)owner;
    if (object == EMPTY) {
        return v;
    }
    Property *property = as_property(v);
    if (!is_given(property->get.v)) {
        raise_no_accessor(property, object, "getter");
    }
    return call_1(property->get.v, object);
}

static void property_set(Value v, Value object, Value value)
{
    Property *property = as_property(v);
    Value accessor = value == EMPTY ? property->delete.v : property->set.v;
    if (!is_given(accessor)) {
        raise_no_accessor(property, object, value == EMPTY ? "deleter" : "setter");
    }
    if (value == EMPTY) {
        call_1(accessor, object);
    } else {
        call_2(accessor, object, value);
    }
}

static Value property_make(Args args)
{
    return value_from(instance_new(as_type(args.at[0])));
}
static const NativeDef property_make_def = {
    .name = "property", .fn = property_make, .signature = "cls, *args, **kw"};

static Value property_init(Args args)
{
    Property *property = as_property(args.at[0]);
    Value get = arg_or(args, 1, NONE), doc = arg_or(args, 4, NONE);
    mm_store(property, &property->get, get);
    mm_store(property, &property->set, arg_or(args, 2, NONE));
    mm_store(property, &property->delete, arg_or(args, 3, NONE));
    if (doc == NONE && get != NONE) {
        doc = or_none(op_find_attr(get, NAME(doc)));
    }
    mm_store(property, &property->doc, doc);
    return NONE;
}
static const NativeDef property_init_def = {
    .name = "property",
    .fn = property_init,
    .signature = "self, fget=, fset=, fdel=, doc=",
};

/* A copy with one accessor replaced. */
static Value property_with(Value v, int which, Value accessor)
{
    Property *old = as_property(v);
    Value parts[] = {or_none(old->get.v), or_none(old->set.v), or_none(old->delete.v),
                     or_none(old->doc.v)};
    if (which == 0 && old->get.v != EMPTY && old->get.v != NONE) {
        Value old_doc = or_none(op_find_attr(old->get.v, NAME(doc)));
        if (parts[3] == old_doc) {
            parts[3] = NONE; /* it was the getter's: the new getter's takes its place */
        }
    }
    parts[which] = accessor;
    Value copy = call_value(value_from(type_of(v)), (Call){parts, 4, EMPTY});
    if (is_given(old->name.v) && is_exactly(copy, type_of(v))) {
        mm_store(as_object(copy), &as_property(copy)->name, old->name.v);
    }
    return copy;
}

static Value property_getter(Args args)
{
    return property_with(args.at[0], 0, args.at[1]);
}
static Value property_setter(Args args)
{
    return property_with(args.at[0], 1, args.at[1]);
}
static Value property_deleter(Args args)
{
    return property_with(args.at[0], 2, args.at[1]);
}
static Value property_set_name(Args args)
{
    mm_store(as_object(args.at[0]), &as_property(args.at[0])->name, args.at[2]);
    return NONE;
}
static const NativeDef property_methods[] = {
    {.name = "getter", .fn = property_getter, .signature = "self, fget, /"},
    {.name = "setter", .fn = property_setter, .signature = "self, fset, /"},
    {.name = "deleter", .fn = property_deleter, .signature = "self, fdel, /"},
    {.name = "__set_name__", .fn = property_set_name, .signature = "self, owner, name, /"},
    {0},
};

static Value property_fget(Value v)
{
    return or_none(as_property(v)->get.v);
}
static Value property_fset(Value v)
{
    return or_none(as_property(v)->set.v);
}
static Value property_fdel(Value v)
{
    return or_none(as_property(v)->delete.v);
}
static Value property_doc(Value v)
{
    return or_none(as_property(v)->doc.v);
}
static void property_set_doc(Value v, Value doc)
{
    mm_store(as_object(v), &as_property(v)->doc, or_none(doc));
}
static const GetSetDef property_getsets[] = {
    {"fget", property_fget, NULL},
    {"fset", property_fset, NULL},
    {"fdel", property_fdel, NULL},
    {"__doc__", property_doc, property_set_doc},
    {0},
};

Type property_type = {
    .name = "property",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Property),
    .slots_at = offsetof(Property, get),
    .slots_count = 5,
    .descr_get = property_get,
    .descr_set = property_set,
    .make = &property_make_def,
    .init = &property_init_def,
    .methods = property_methods,
    .getsets = property_getsets,
};

/* ---- staticmethod and classmethod ---- */

static Wrapped *as_wrapped(Value v)
{
    return (Wrapped *)as_object(v);
}

static Value wrapped_make(Args args)
{
    return value_from(instance_new(as_type(args.at[0])));
}

static Value wrapped_init(Args args)
{
    Wrapped *wrapped = as_wrapped(args.at[0]);
    Value function = args.at[1];
    mm_store(wrapped, &wrapped->function, function);
    static const char *const copied[] = {"__module__", "__name__", "__qualname__", "__doc__",
                                         "__annotations__"};
    for (size_t i = 0; i < COUNT_OF(copied); i++) {
        Value name = str_intern(copied[i]);
        Value value = op_find_attr(function, name);
        if (value != EMPTY) {
            attrs_set(wrapped, name, value);
        }
    }
    return NONE;
}

static Value wrapped_repr(Value v)
{
    return str_format("<%T(%V)>", v, or_none(as_wrapped(v)->function.v));
}

static Value wrapped_function(Value v)
{
    return or_none(as_wrapped(v)->function.v);
}
static const GetSetDef wrapped_getsets[] = {
    {"__func__", wrapped_function, NULL},
    {"__wrapped__", wrapped_function, NULL},
    {0},
};

static Value static_get(Value v, Value object, Type *owner)
{
    (void)object, (void)owner;
    return as_wrapped(v)->function.v;
}

static Value static_call(Value v, Call call)
{
    return call_value(as_wrapped(v)->function.v, call);
}

static const NativeDef static_make_def = {
    .name = "staticmethod", .fn = wrapped_make, .signature = "cls, *args, **kw"};
static const NativeDef static_init_def = {
    .name = "staticmethod", .fn = wrapped_init, .signature = "self, function, /"};

Type static_method_type = {
    .name = "staticmethod",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Wrapped),
    .slots_at = offsetof(Wrapped, function),
    .slots_count = 1,
    .attrs_at = offsetof(Wrapped, shape),
    .repr = wrapped_repr,
    .call = static_call,
    .descr_get = static_get,
    .make = &static_make_def,
    .init = &static_init_def,
    .getsets = wrapped_getsets,
};

static Value class_get(Value v, Value object, Type *owner)
{
    (void)object;
    Value function = as_wrapped(v)->function.v;
    Value (*get)(Value, Value, Type *) = type_of(function)->descr_get;
    return get ? get(function, value_from(owner), type_of(value_from(owner)))
               : method_new(function, value_from(owner));
}

static const NativeDef class_make_def = {
    .name = "classmethod", .fn = wrapped_make, .signature = "cls, *args, **kw"};
static const NativeDef class_init_def = {
    .name = "classmethod", .fn = wrapped_init, .signature = "self, function, /"};

Type class_method_type = {
    .name = "classmethod",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Wrapped),
    .slots_at = offsetof(Wrapped, function),
    .slots_count = 1,
    .attrs_at = offsetof(Wrapped, shape),
    .repr = wrapped_repr,
    .descr_get = class_get,
    .make = &class_make_def,
    .init = &class_init_def,
    .getsets = wrapped_getsets,
};
