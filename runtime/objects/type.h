/* type.h: classes: making them, C3, look-up through the MRO, the default attribute access, and the
 * types object, type, super, property, staticmethod, classmethod.
 *
 * The invariant: the C slots of a Type are the truth about its operators. For a class made by a
 * script each is either inherited from the built-in type whose slot wrapper (`list.__len__`) the
 * MRO finds, or a trampoline that calls what `special` holds.
 */
#ifndef RUNTIME_OBJECTS_TYPE_H
#define RUNTIME_OBJECTS_TYPE_H
#include "runtime/objects/shape.h"

extern Type super_type, property_type, static_method_type, class_method_type, mapping_proxy_type;
extern Type wrapper_type, method_wrapper_type, getset_type, member_type, generic_alias_type,
    union_type;

/* property(get, set, delete, doc). */
typedef struct Property {
    Object head;
    Slot get, set, delete, doc, name;
} Property;

/* staticmethod and classmethod objects. */
typedef struct Wrapped {
    Object head;
    Shape *shape;
    Slot more;
    Slot function;
} Wrapped;

/* The descriptor of one of a class's __slots__: at `offset` in instances of `owner` and its heirs.
 */
typedef struct Member {
    Object head;
    uint32_t offset;
    Slot name, owner;
} Member;

static always_inline bool is_type(Value v)
{
    return has_flag(v, TYPE_TYPE);
}
static always_inline Type *as_type(Value v)
{
    return (Type *)as_object(v);
}
/* Makes the built-in types, exceptions included, ready; once, after mm_start and str_start. */
void types_start(void);
/* Completes a static Type: base, mro, inherited slots. Cheap when done. */
void type_ready(Type *type);
/* Fills a static Type's dict and specials, which only some look-ups need. Cheap when done. */
void type_fill(Type *type);
/* type(name, bases, namespace): `keywords` (a dict or EMPTY) go to __init_subclass__. Runs
 * metaclass code. */
Value type_new_class(Type *meta, Value name, Value bases, struct Dict *namespace_dict,
                     Value keywords);
/* For the class statement: bases after __mro_entries__ (the same tuple if there is none). */
Value type_resolve_bases(Value bases);
/* The metaclass of a class statement (`explicit_meta` EMPTY: none was named); may be any callable.
 */
Value type_choose_meta(Value explicit_meta, Value bases);
/* What its __prepare__ returns, a new dict without one. */
Value type_prepare(Value meta, Value name, Value bases, Value keywords);
/* Attribute of the class or its bases, as stored (no descriptor call); EMPTY if absent. Runs no
 * code. */
Value type_lookup(Type *type, Value interned_name);
/* The version of a type, for an inline cache that holds a plain value found by type_lookup just now:
 * valid while type->version is this. 0: the class's values change too often. */
uint32_t type_stable_version(Type *type);
/* The same among those that come after `start` in the MRO of `type`, as super() looks. */
Value type_lookup_after(Type *type, Type *start, Value interned_name);
bool type_is_subtype(const Type *type, const Type *base);
/* Attribute of a class as A.x gives it, and setting it; EMPTY / false if absent. */
Value type_get_attr(Value type, Value interned_name);
bool type_set_attr(Value type, Value interned_name, Value value);
/* The class's own attributes changed behind its back (its dict was written): caches forget it. */
void type_modified(Type *type);
/* object.__getattribute__ / __setattr__ on an instance: EMPTY / false if absent. */
Value object_get_attr(Value object, Value interned_name);
bool object_set_attr(Value object, Value interned_name, Value value /* EMPTY deletes */);
/* Raises CPython's AttributeError for a missing (or, deleting and setting, unsettable) attribute.
 */
noreturn_fn void raise_no_attr(Value object, Value name);
noreturn_fn void raise_cannot_set(Value object, Value name);
/* super(cls, self).name without the super object. `*method_self` as for op_get_method. */
Value super_get_method(Value cls, Value self, Value interned_name, Value *method_self);
/* What calling `super` gives. */
Value super_new(Call call);
/* The same for an attribute of a super object: for op_get_method. */
Value super_object_method(Value super_object, Value interned_name, Value *method_self);
/* Calls a class: __new__, then __init__. */
Value type_call(Type *type, Call call);
/* "module.Qualified.Name" as repr shows it, and plain __name__ / __qualname__. */
Value type_full_name(Type *type);
Value type_name(Type *type);
Value type_qualname(Type *type);
Value type_module(Type *type);
/* list of the direct subclasses that are alive. */
Value type_subclasses(Type *type);
/* The name of a special method, interned: special_name(S_ADD) is "__add__"; and back, -1 if none.
 */
Value special_name(Special special);
int special_of(Value interned_name);

/* A fresh instance (its C part zeroed, its attributes empty) of a type of fixed size. */
void *instance_new_slow(Type *type);
static always_inline void *instance_new(Type *type)
{
    Shape *shape = type->shape;
    if (unlikely(!shape || shape->is_learning || !type->attrs_at ||
                 (type->flags & TYPE_FINALIZES))) {
        return instance_new_slow(type);
    }
    void *object = mm_new(type, shape->instance_size);
    object_attrs(object)->shape = shape;
    return object;
}
/* The same for the types of variable size (tuple, str, int, bytes): `size` is that of the C part,
 * attributes of an heir lie behind it. */
void *instance_new_sized(Type *type, size_t size);
void attrs_trace_behind(Object *object, Visitor *visitor);

/* object.__class__ = cls, the layouts being the same. */
void object_change_class(Object *object, Type *cls);
/* list of the names that dir(cls) shows, unsorted. */
Value type_dir_names(Type *type);
/* A mappingproxy of a dict. */
Value mapping_proxy_new(Value mapping);
/* list[int] and its like; int | None (NOT_IMPLEMENTED if a or b cannot be in a union). */
Value generic_alias_new(Value origin, Value item);
Value union_new(Value a, Value b);
const struct Tuple *union_args(Value v); /* the classes of a union; NULL if v is none */

/* ---- Among the files of type_*.c ---- */

/* A slot wrapper: `list.__len__`. */
typedef struct Wrapper {
    Object head;
    Type *owner;
    uint32_t special;
} Wrapper;
Value wrapper_new(Type *owner, Special special);
/* Whether v is the wrapper of this very special of a base of the type (so its C slot is meant). */
Type *wrapper_owner(Value v, const Type *type, Special special);
/* Adds wrappers for the C slots that the static type does not inherit to its dict. */
void wrappers_fill(Type *type, struct Dict *dict);
Value getset_new(Type *owner, const GetSetDef *def);
Value member_new(Type *owner, Value name, uint32_t offset);
extern const GetSetDef dict_getset, weakref_getset;
/* Fills special[] of a class from its MRO, then its C slots. */
void type_resolve_specials(Type *type);
void type_resolve_slots(Type *type);
/* Copies the C slots that the type leaves NULL from its base. */
void type_inherit_slots(Type *type, const Type *base);
void specials_start(void);
Value type_compute_mro(Type *type);
/* Tells the base that it has one subclass more. */
void type_add_subclass(Type *base, Type *type);
#endif
