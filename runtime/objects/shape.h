/* shape.h: hidden classes: which attribute an instance has at which place. Instances of a class
 * that set the same attributes in the same order share a Shape; an inline cache that has seen a
 * shape knows the place. Shapes belong to their class and die with it (which bumps cache_epoch).
 *
 * The invariant: an instance's shape describes exactly the attributes it has; slot i of the shape
 * is at[i] if i < capacity, else more->at[i - capacity]. An instance whose __dict__ was asked for,
 * or with a deleted attribute or too many of them, is in dict mode: shape->is_dict, and `more`
 * holds its Dict, at[] is EMPTY. A NULL shape (an object that was made without instance_new) means
 * no attributes and no inline slots.
 *
 * A class learns from its first instances how many inline slots the later ones get: there is one
 * tree of shapes per capacity, and type->shape is the root of the one in use.
 */
#ifndef RUNTIME_OBJECTS_SHAPE_H
#define RUNTIME_OBJECTS_SHAPE_H
#include "runtime/mm.h"

typedef struct Shape {
    Type *type;
    struct Shape *parent; /* without the last attribute; NULL for a root */
    Slot key;             /* the last attribute's name, interned (the class's trace visits it) */
    uint32_t count;       /* attributes */
    uint16_t capacity;    /* attributes inline in the instance */
    bool is_dict;
    bool is_learning;       /* of type->shape: ask shape_root before making an instance */
    uint32_t instance_size; /* bytes of an instance with this capacity (0: not of fixed size) */
    uint32_t lookups;       /* shape_find's, before the table is worth making */
    struct Shape *children, *sibling; /* shapes with one more; the class's list of all: next */
    struct Shape *next;
    struct Shape *dict_mode;       /* of a root: what its instances have in dict mode */
    void *table;                   /* name -> index for big shapes, made on demand */
    uint32_t made, total, deepest; /* of type->shape: instances, shapes, most attributes seen */
} Shape;

/* At type->attrs_at in an instance; for plain classes right after the header. */
typedef struct Attrs {
    Shape *shape;
    Slot more; /* Slots of the attributes beyond capacity, or the Dict; EMPTY if neither */
    Slot at[]; /* capacity of them, at the end of the instance */
} Attrs;

/* The attributes of an object whose type->attrs_at is not 0. */
static always_inline Attrs *object_attrs(void *object)
{
    return (Attrs *)((char *)object + object_type(object)->attrs_at);
}
/* The attributes of any object, also behind a variable part; NULL if it has none. */
Attrs *object_any_attrs(void *object);
/* Whether instances of the type have a __dict__. */
static always_inline bool type_has_attrs(const Type *type)
{
    return type->attrs_at | type->attrs_behind;
}
int shape_find(Shape *shape, Value interned_name); /* index or -1; runs no code */
/* The shape with one attribute more (not in it yet); NULL: there are too many, use dict mode. */
Shape *shape_with(Shape *shape, Value interned_name);
Shape *
shape_root(Type *type); /* for a new instance; its capacity follows what earlier ones needed */
/* Frees the shapes of a class that dies. */
void shape_free_all(Type *type);
/* Visits the slots of a class's shapes. */
void shape_visit_all(Type *type, Visitor *visitor);
Value attrs_get(void *object, Value interned_name); /* EMPTY if absent or without __dict__ */
void attrs_set(void *object, Value interned_name, Value value);
bool attrs_delete(void *object, Value interned_name);
Value attrs_dict(void *object); /* the live __dict__: turns the instance to dict mode */
void attrs_set_dict(void *object, Value dict); /* object.__dict__ = dict */
size_t attrs_count(void *object);
/* Names and values in order, without turning to dict mode: *position starts at 0. */
bool attrs_next(void *object, uint32_t *position, Value *name, Value *value);

/* Bumped when a class changes so that inline caches could be wrong: every cache holds the epoch in
 * which it was filled, and is valid only in that one. Not bumped when an existing class attribute
 * goes from one plain value to another (neither has descr_get or descr_set: counters, settings): an
 * inline cache may hold what was found on a class only if its type has descr_get, or together with
 * type_stable_version (type.h). */
extern uint32_t cache_epoch;
#endif
