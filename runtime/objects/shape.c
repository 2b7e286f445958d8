/* shape.c: see shape.h. The tree of transitions is that of Self's maps (Chambers, Ungar and Lee,
 * OOPSLA 1989); the number of inline slots is learned per class.
 */
#include "runtime/error.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/shape.h"
#include "runtime/objects/slots.h"
#include "runtime/objects/str.h"
#include "runtime/objects/tuple.h"
#include "runtime/objects/type.h"
#include <stdlib.h>

uint32_t cache_epoch = 1;

enum {
    FIRST_CAPACITY = 5, /* with the header a cell of 64 bytes */
    MOST_INLINE = 31,
    MOST_ATTRS = 128,   /* beyond: dict mode */
    MOST_SHAPES = 1024, /* of a class: beyond, its instances' names are data: dict mode */
    MOST_CHILDREN = 64,
    LEARNED_AFTER = 32, /* instances */
    TABLE_FROM = 8,     /* attributes: smaller shapes are searched along the parents */
};

/* ---- Shapes ---- */

static Shape *new_shape(Type *type)
{
    Shape *shape = calloc(1, sizeof(Shape));
    if (!shape) {
        raise_memory();
    }
    shape->type = type;
    return shape;
}

/* Only where the Attrs end the instance can slots follow them. */
static bool has_inline_slots(const Type *type)
{
    return (type->flags & TYPE_HEAP) && type->attrs_at &&
           type->attrs_at + sizeof(Attrs) == type->size;
}

static Shape *new_root(Type *type, uint32_t capacity)
{
    Shape *root = new_shape(type), *old = type->shape;
    root->capacity = (uint16_t)capacity;
    root->instance_size = type->size + capacity * (uint32_t)sizeof(Slot);
    root->is_learning = has_inline_slots(type);
    root->next = old;
    if (old) {
        root->made = old->made;
        root->total = old->total;
        root->deepest = old->deepest;
    }
    type->shape = root;
    return root;
}

/* The root with this capacity; type->shape stays or becomes the one in use. */
static Shape *root_with(Type *type, uint32_t capacity)
{
    for (Shape *shape = type->shape; shape; shape = shape->next) {
        if (!shape->parent && !shape->is_dict && shape->capacity == capacity) {
            return shape;
        }
    }
    Shape *used = type->shape, *root = new_root(type, capacity);
    if (used) { /* the one in use stays first in the list */
        root->next = used->next;
        used->next = root;
        type->shape = used;
    }
    return root;
}

static void use_root(Type *type, uint32_t capacity)
{
    Shape *old = type->shape;
    for (Shape **at = &type->shape; *at; at = &(*at)->next) {
        Shape *shape = *at;
        if (!shape->parent && !shape->is_dict && shape->capacity == capacity) {
            if (shape != old) {
                *at = shape->next;
                shape->next = old;
                shape->made = old->made;
                shape->total = old->total;
                shape->deepest = old->deepest;
                shape->is_learning = true;
                type->shape = shape;
            }
            return;
        }
    }
    new_root(type, capacity);
}

/* An odd number of slots fills a cell of a multiple of 16 bytes. */
static uint32_t wanted_capacity(const Shape *root)
{
    return MIN(root->deepest | 1, MOST_INLINE);
}

static Shape *first_root(Type *type)
{
    uint32_t capacity = 0;
    if (has_inline_slots(type)) {
        Type *base = type->base;
        capacity = FIRST_CAPACITY;
        if (base && has_inline_slots(base) && base->shape && base->shape->made) {
            capacity = MAX(base->shape->capacity, 1);
        }
    }
    return new_root(type, capacity);
}

Shape *shape_root(Type *type)
{
    Shape *root = type->shape;
    if (unlikely(!root)) {
        root = first_root(type);
    }
    if (unlikely(root->is_learning)) {
        uint32_t made = root->made++, want = wanted_capacity(root);
        bool may_shrink = made == 1 || made == 4 || made == LEARNED_AFTER - 1;
        if (want > root->capacity || (may_shrink && want < root->capacity)) {
            use_root(type, want);
            root = type->shape;
        }
        if (made >= LEARNED_AFTER - 1) {
            root->is_learning = false;
        }
    }
    return root;
}

static Shape *shape_of(Object *object, const Attrs *attrs)
{
    return likely(attrs->shape != NULL) ? attrs->shape : root_with(object_type(object), 0);
}

static Shape *root_of(Shape *shape)
{
    while (shape->parent) {
        shape = shape->parent;
    }
    return shape;
}

static Shape *dict_shape(Shape *shape)
{
    Shape *root = root_of(shape);
    if (!root->dict_mode) {
        Shape *dict = new_shape(shape->type);
        dict->capacity = shape->capacity;
        dict->instance_size = root->instance_size;
        dict->is_dict = true;
        dict->next = shape->type->shape->next;
        shape->type->shape->next = dict; /* the class has a root: `root` is one */
        root->dict_mode = dict;
    }
    return root->dict_mode;
}

/* Open addressing over name addresses (interned names); the index is that of an attribute + 1. */
typedef struct ShapeTable {
    uint32_t mask;
    uint32_t at[];
} ShapeTable;

static uint32_t name_hash(Value name)
{
    return as_str(name)->hash * UINT32_C(0x9e3779b1) >> 8;
}

static Shape *shape_at_index(Shape *shape, uint32_t index)
{
    while (shape->count > index + 1) {
        shape = shape->parent;
    }
    return shape;
}

static void make_table(Shape *shape)
{
    uint32_t size = 32;
    while (size < shape->count * 2) {
        size *= 2;
    }
    /* Beside the indices lie the names, so that a probe touches no parent. */
    ShapeTable *table = calloc(1, sizeof *table + size * (sizeof(uint32_t) + sizeof(Value)));
    if (!table) {
        return; /* the slow search still works */
    }
    table->mask = size - 1;
    Value *names = (Value *)(table->at + size);
    for (Shape *s = shape; s->count; s = s->parent) {
        uint32_t i = name_hash(s->key.v) & table->mask;
        while (table->at[i]) {
            i = (i + 1) & table->mask;
        }
        table->at[i] = s->count;
        names[i] = s->key.v;
    }
    shape->table = table;
}

int shape_find(Shape *shape, Value name)
{
    if (shape->count > TABLE_FROM) {
        if (!shape->table && ++shape->lookups > TABLE_FROM) {
            make_table(shape);
        }
        ShapeTable *table = shape->table;
        if (table) {
            Value *names = (Value *)(table->at + table->mask + 1);
            for (uint32_t i = name_hash(name) & table->mask; table->at[i];
                 i = (i + 1) & table->mask) {
                if (names[i] == name) {
                    return (int)table->at[i] - 1;
                }
            }
            return -1;
        }
    }
    for (; shape->count; shape = shape->parent) {
        if (shape->key.v == name) {
            return (int)shape->count - 1;
        }
    }
    return -1;
}

static Shape *find_child(const Shape *shape, Value name)
{
    Shape *child = shape->children;
    while (child && child->key.v != name) {
        child = child->sibling;
    }
    return child;
}

Shape *shape_with(Shape *shape, Value name)
{
    uint32_t siblings = 0;
    for (Shape *child = shape->children; child; child = child->sibling, siblings++) {
        if (child->key.v == name) {
            return child;
        }
    }
    Type *type = shape->type;
    Shape *first = type->shape;
    if (shape->count >= MOST_ATTRS || siblings >= MOST_CHILDREN || first->total >= MOST_SHAPES) {
        return NULL;
    }
    Shape *child = new_shape(type);
    child->parent = shape;
    child->count = shape->count + 1;
    child->capacity = shape->capacity;
    child->instance_size = shape->instance_size;
    child->sibling = shape->children;
    child->next = first->next;
    shape->children = child;
    first->next = child;
    first->total++;
    mm_store(type, &child->key, name);
    if (child->count > first->deepest) {
        first->deepest = child->count;
        if (child->count > first->capacity && first->capacity < MOST_INLINE) {
            first->is_learning = has_inline_slots(type);
        }
    }
    return child;
}

void shape_visit_all(Type *type, Visitor *visitor)
{
    for (Shape *shape = type->shape; shape; shape = shape->next) {
        visitor->run(visitor, &type->head, &shape->key, 1);
    }
}

void shape_free_all(Type *type)
{
    Shape *shape = type->shape;
    type->shape = NULL;
    while (shape) {
        Shape *next = shape->next;
        free(shape->table);
        free(shape);
        shape = next;
    }
    cache_epoch++; /* an inline cache may hold the address of one of them */
}

/* ---- Attributes of instances ---- */

/* The bytes of an instance of a type derived from a built-in one of variable size. */
static size_t variable_size(const Object *object)
{
    uint32_t flags = object_type(object)->flags;
    if (flags & TYPE_TUPLE) {
        return offsetof(Tuple, at) + ((const Tuple *)object)->count * sizeof(Slot);
    }
    if (flags & TYPE_STR) {
        const Str *s = (const Str *)object;
        return offsetof(Str, at) + (s->length + 1) * s->width;
    }
    if (flags & TYPE_INT) {
        int64_t size = ((const BigInt *)object)->size;
        return offsetof(BigInt, limbs) + (size_t)(size < 0 ? -size : size) * sizeof(mp_limb_t);
    }
    assert(flags & TYPE_BYTES);
    return offsetof(Bytes, data) + ((const Bytes *)object)->length + 1;
}

Attrs *object_any_attrs(void *object)
{
    Type *type = object_type(object);
    if (likely(type->attrs_at)) {
        return object_attrs(object);
    }
    if (!type->attrs_behind) {
        return NULL;
    }
    return (Attrs *)((char *)object + round_up(variable_size(object), sizeof(Slot)));
}

static Slot *attr_slot(Attrs *attrs, const Shape *shape, uint32_t i)
{
    return i < shape->capacity ? &attrs->at[i]
                               : &((Slots *)as_object(attrs->more.v))->at[i - shape->capacity];
}

Value attrs_get(void *object, Value name)
{
    Attrs *attrs = object_any_attrs(object);
    if (!attrs || !attrs->shape) {
        return EMPTY;
    }
    Shape *shape = attrs->shape;
    if (unlikely(shape->is_dict)) {
        return dict_get_str(as_dict(attrs->more.v), name);
    }
    int i = shape_find(shape, name);
    return i < 0 ? EMPTY : attr_slot(attrs, shape, (uint32_t)i)->v;
}

/* Room in `more` for slot i of it. */
static Slot *more_slot(void *object, Attrs *attrs, size_t i)
{
    Slots *slots = (Slots *)as_object(attrs->more.v);
    if (!slots || i >= slots->capacity) {
        slots = slots_resize(object, &attrs->more, i, i < 4 ? 4 : i * 2);
    }
    return &slots->at[i];
}

void attrs_set(void *object, Value name, Value value)
{
    Attrs *attrs = object_any_attrs(object);
    Shape *shape = shape_of(object, attrs);
    if (unlikely(shape->is_dict)) {
        dict_set(as_dict(attrs->more.v), name, value);
        return;
    }
    Shape *after = find_child(shape, name); /* if there is one, the name is not in the shape */
    if (!after) {
        int i = shape_find(shape, name);
        if (i >= 0) {
            void *owner = (uint32_t)i < shape->capacity ? object : as_object(attrs->more.v);
            mm_store(owner, attr_slot(attrs, shape, (uint32_t)i), value);
            return;
        }
        after = shape_with(shape, name);
        if (!after) {
            dict_set(as_dict(attrs_dict(object)), name, value);
            return;
        }
    }
    uint32_t i = shape->count;
    if (i < shape->capacity) {
        mm_store(object, &attrs->at[i], value);
    } else {
        Slot *slot = more_slot(object, attrs, i - shape->capacity);
        mm_store(as_object(attrs->more.v), slot, value);
    }
    attrs->shape = after;
}

bool attrs_delete(void *object, Value name)
{
    Attrs *attrs = object_any_attrs(object);
    if (!attrs || !attrs->shape) {
        return false;
    }
    Shape *shape = attrs->shape;
    if (!shape->is_dict) {
        int i = shape_find(shape, name);
        if (i < 0) {
            return false;
        }
        if ((uint32_t)i + 1 == shape->count) { /* the youngest: as if it had never been set */
            void *owner = (uint32_t)i < shape->capacity ? object : as_object(attrs->more.v);
            attrs->shape = shape->parent;
            mm_store(owner, attr_slot(attrs, shape, (uint32_t)i), EMPTY);
            return true;
        }
    }
    return dict_delete(as_dict(attrs_dict(object)), name);
}

/* Lets go of what the instance's slots hold; its shape says dict mode already. */
static void empty_slots(Object *object, Attrs *attrs, uint32_t capacity)
{
    for (uint32_t i = 0; i < capacity; i++) {
        mm_store(object, &attrs->at[i], EMPTY);
    }
}

Value attrs_dict(void *object)
{
    Attrs *attrs = object_any_attrs(object);
    Shape *shape = shape_of(object, attrs);
    if (shape->is_dict) {
        return attrs->more.v;
    }
    Dict *dict = dict_new(shape->count);
    for (uint32_t i = 0; i < shape->count; i++) {
        dict_set(dict, shape_at_index(shape, i)->key.v, attr_slot(attrs, shape, i)->v);
    }
    Shape *after = dict_shape(shape);
    attrs->shape = after;
    mm_store(object, &attrs->more, value_from(dict));
    empty_slots(object, attrs, after->capacity);
    return value_from(dict);
}

void attrs_set_dict(void *object, Value dict)
{
    Attrs *attrs = object_any_attrs(object);
    Shape *shape = shape_of(object, attrs);
    attrs->shape = dict_shape(shape);
    mm_store(object, &attrs->more, dict);
    empty_slots(object, attrs, shape->capacity);
}

size_t attrs_count(void *object)
{
    Attrs *attrs = object_any_attrs(object);
    if (!attrs || !attrs->shape) {
        return 0;
    }
    return attrs->shape->is_dict ? as_dict(attrs->more.v)->count : attrs->shape->count;
}

bool attrs_next(void *object, uint32_t *position, Value *name, Value *value)
{
    Attrs *attrs = object_any_attrs(object);
    if (!attrs || !attrs->shape) {
        return false;
    }
    Shape *shape = attrs->shape;
    if (shape->is_dict) {
        return dict_next(as_dict(attrs->more.v), position, name, value);
    }
    if (*position >= shape->count) {
        return false;
    }
    *name = shape_at_index(shape, *position)->key.v;
    *value = attr_slot(attrs, shape, *position)->v;
    (*position)++;
    return true;
}

/* ---- Instances ---- */

static Object *finish_instance(Type *type, Object *object)
{
    if (unlikely(type->flags & TYPE_FINALIZES)) {
        mm_watch(object);
    }
    return object;
}

void *instance_new_slow(Type *type)
{
    Object *object;
    if (type->attrs_at) {
        Shape *shape = shape_root(type);
        object = mm_new(type, shape->instance_size);
        object_attrs(object)->shape = shape;
    } else {
        object = mm_new(type, type->size);
    }
    return finish_instance(type, object);
}

void *instance_new_sized(Type *type, size_t size)
{
    if (likely(!type->attrs_behind)) {
        return finish_instance(type, mm_new(type, size));
    }
    /* A NULL shape is right: no attributes yet. */
    return finish_instance(type, mm_new(type, round_up(size, sizeof(Slot)) + sizeof(Attrs)));
}

void object_change_class(Object *object, Type *cls)
{
    Type *old = object_type(object);
    if (type_has_attrs(old)) {
        attrs_dict(object); /* its shape is the old class's */
        Attrs *attrs = object_any_attrs(object);
        attrs->shape = dict_shape(root_with(cls, attrs->shape->capacity));
    }
    /* The header's edge is counted and logged like a slot. */
    mm_hold(value_from(cls));
    object->type = (uint32_t)(uintptr_t)cls;
    mm_touch(object);
    mm_drop(value_from(old));
    if ((cls->flags & TYPE_FINALIZES) && !(object->mm & OBJECT_WATCHED)) {
        mm_watch(object);
    }
}

/* The trace function of classes with attrs_behind. */
void attrs_trace_behind(Object *object, Visitor *visitor)
{
    visitor->run(visitor, object, &object_any_attrs(object)->more, 1);
}
