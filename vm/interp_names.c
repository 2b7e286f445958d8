/* Names and attributes: the slow paths, which also fill the inline caches. An instruction is
 * rewritten in place to the form that its cache serves; when the cache fails, the general form runs
 * and rewrites it again.
 */
#include "vm/interp.h"

/* Rewrites an instruction to another form, also under a TRAP. */
static void specialise(Instr *pc, Opcode op)
{
    if (pc->op == OP_TRAP) {
        vm.fp->code->trapped[pc - vm.fp->code->at] = (uint16_t)op;
    } else {
        pc->op = (uint16_t)op;
    }
}

/* ---- Globals ---- */

static Value found_entry(Dict *dict, int64_t entry)
{
    return dict_table(dict)->at[entry].value.v;
}

Value load_global(Instr *pc, Function *function, Value name)
{
    Dict *globals = as_dict(function->globals.v), *builtins = as_dict(function->builtins.v);
    GlobalCache *cache = (GlobalCache *)&pc[1];
    int64_t entry = dict_find_entry(globals, name);
    if (entry >= 0) {
        *cache = (GlobalCache){dict_version(globals), 0, (uint32_t)entry, 0};
        specialise(pc, OP_LOAD_GLOBAL_FAST);
        return found_entry(globals, entry);
    }
    entry = dict_find_entry(builtins, name);
    if (entry < 0) {
        raise_name(name, NULL);
    }
    *cache = (GlobalCache){dict_version(globals), dict_version(builtins), (uint32_t)entry, 0};
    specialise(pc, OP_LOAD_BUILTIN_FAST);
    return found_entry(builtins, entry);
}

void store_global(GlobalCache *cache, Dict *globals, Value name, Value value)
{
    dict_set(globals, name, value);
    int64_t entry = dict_find_entry(globals, name);
    if (entry >= 0) {
        *cache = (GlobalCache){dict_version(globals), 0, (uint32_t)entry, 0};
    }
}

void delete_global(Dict *globals, Value name)
{
    if (!dict_delete(globals, name)) {
        raise_name(name, NULL);
    }
}

/* ---- Namespaces ---- */

static Value find_in_namespace(Value namespace_dict, Value name)
{
    if (is_exactly(namespace_dict, &dict_type)) {
        return dict_get_str(as_dict(namespace_dict), name);
    }
    Catch c;
    Value found;
    if (CATCH(c)) {
        found = op_get_item(namespace_dict, name);
        catch_end(&c);
        return found;
    }
    if (!exception_matches(c.exception, value_from(&exc_KeyError))) {
        raise_again(c.exception);
    }
    return EMPTY;
}

static Value find_global(Function *function, Value name)
{
    Value found = dict_get_str(as_dict(function->globals.v), name);
    return found != EMPTY ? found : dict_get_str(as_dict(function->builtins.v), name);
}

Value load_name(Value namespace_dict, Function *function, Value name)
{
    Value found = find_in_namespace(namespace_dict, name);
    if (found == EMPTY) {
        found = find_global(function, name);
    }
    if (found == EMPTY) {
        raise_name(name, NULL);
    }
    return found;
}

void delete_name(Value namespace_dict, Value name)
{
    if (find_in_namespace(namespace_dict, name) == EMPTY) {
        raise_name(name, NULL);
    }
    op_set_item(namespace_dict, name, EMPTY);
}

Value load_class_free(Value namespace_dict, Cell *cell, Value name, Code *code, uint32_t index)
{
    Value found = find_in_namespace(namespace_dict, name);
    if (found == EMPTY) {
        found = cell->value.v;
    }
    if (found == EMPTY) {
        raise_unbound_free(code, index);
    }
    return found;
}

void raise_unbound_local(Code *code, uint32_t index)
{
    raise_as(&exc_UnboundLocalError,
             "cannot access local variable '%S' where it is not associated with a value",
             as_tuple(code->local_names.v)->at[index].v);
}

void raise_unbound_free(Code *code, uint32_t index)
{
    Value name = as_tuple(code->free_names.v)->at[index].v;
    raise_name(name,
               "cannot access free variable '%S' where it is not associated with a value in "
               "enclosing scope",
               name);
}

Dict *namespace_of(Frame *frame)
{
    if (frame->code->flags & CODE_NAMESPACE) {
        return as_dict(frame->base[0]);
    }
    return as_dict(frame_function(frame)->globals.v);
}

void setup_annotations(Frame *frame)
{
    Dict *names = namespace_of(frame);
    Value name = str_intern("__annotations__");
    if (dict_get_str(names, name) == EMPTY) {
        dict_set(names, name, value_from(dict_new(0)));
    }
}

/* ---- Attributes ---- */

/* The shape of an object whose attributes an inline cache may serve, or NULL. */
static Shape *cacheable_shape(Value object)
{
    if (!is_object(object)) {
        return NULL;
    }
    Type *type = object_type(as_object(object));
    if (!(type->flags & TYPE_PLAIN_ATTRS) || type->attrs_at != sizeof(Object)) {
        return NULL;
    }
    Shape *shape = object_attrs(as_object(object))->shape;
    return shape && !shape->is_dict ? shape : NULL;
}

static AttrCache *fill_cache(Instr *pc, Opcode op, Value object, Shape *shape)
{
    AttrCache *cache = (AttrCache *)&pc[1];
    *cache = (AttrCache){.shape = shape, .type = as_object(object)->type, .epoch = cache_epoch};
    specialise(pc, op);
    return cache;
}

static uint32_t slot_offset(int index)
{
    return (uint32_t)(sizeof(Object) + offsetof(Attrs, at) + (size_t)index * sizeof(Slot));
}

static bool is_data_descriptor(Value v)
{
    if (!is_object(v)) {
        return false;
    }
    Type *type = type_of(v);
    return type->descr_set || type->special[S_SET].v != EMPTY || type->special[S_DELETE].v != EMPTY;
}

/* The entry of a module's attribute, cached; or -1. */
static int64_t module_entry(Instr *pc, Opcode op, Value module, Value name)
{
    Dict *dict = module_dict(module);
    int64_t entry = dict_find_entry(dict, name);
    if (entry >= 0) {
        AttrCache *cache = (AttrCache *)&pc[1];
        *cache = (AttrCache){.offset = (uint32_t)entry, .version = dict_version(dict)};
        specialise(pc, op);
    }
    return entry;
}

/* Whether `found` is one of the __slots__ of the type. */
static bool is_member_of(Value found, const Type *type)
{
    return is_exactly(found, &member_type) &&
           type_is_subtype(type, as_type(((Member *)as_object(found))->owner.v));
}

/* What reading an attribute of a class gives without running code and always the same; or EMPTY. */
static Value class_value(Value found)
{
    if (is_exactly(found, &static_method_type)) {
        return ((Wrapped *)as_object(found))->function.v;
    }
    bool is_itself = is_exactly(found, &function_type) || !type_of(found)->descr_get;
    return is_itself ? found : EMPTY;
}

/* Caches a value that reading an attribute of this very class gives. */
static void cache_class(Instr *pc, Opcode op, Type *cls, Value value, bool binds)
{
    uint32_t version = type_stable_version(cls);
    if (version) {
        AttrCache *cache = (AttrCache *)&pc[1];
        *cache =
            (AttrCache){.shape = (Shape *)cls, .value = value, .offset = binds, .version = version};
        specialise(pc, op);
    }
}

/* An attribute of a class whose metaclass is type; EMPTY: the general way has to be taken. */
static Value get_type_attr(Instr *pc, Type *cls, Value name)
{
    if (type_lookup(&type_type, name) != EMPTY) {
        return EMPTY;
    }
    Value found = type_lookup(cls, name);
    Value value = found == EMPTY ? EMPTY : class_value(found);
    if (value != EMPTY) {
        cache_class(pc, OP_GET_ATTR_TYPE, cls, value, false);
    }
    return value;
}

/* A member, or a plain value of the class; EMPTY: the general way has to be taken. */
static Value get_by_type(Instr *pc, Value object, Value name, Shape *shape)
{
    Type *type = object_type(as_object(object));
    if (type == &type_type) {
        return get_type_attr(pc, as_type(object), name);
    }
    Value found = type->flags & TYPE_PLAIN_ATTRS ? type_lookup(type, name) : EMPTY;
    if (found == EMPTY) {
        return EMPTY;
    }
    if (is_member_of(found, type)) {
        uint32_t offset = ((Member *)as_object(found))->offset;
        Value value = *(Value *)((char *)as_object(object) + offset);
        if (value != EMPTY) {
            fill_cache(pc, OP_GET_ATTR_MEMBER, object, NULL)->offset = offset;
        }
        return value;
    }
    if (!shape || type_of(found)->descr_get || type_of(found)->descr_set ||
        shape_find(shape, name) >= 0) {
        return EMPTY;
    }
    uint32_t version = type_stable_version(type);
    if (version) {
        AttrCache *cache = fill_cache(pc, OP_GET_ATTR_CLASS, object, shape);
        cache->value = found;
        cache->version = version;
    }
    return found;
}

Value get_attr(Instr *pc, Value object, Value name)
{
    if (is_exactly(object, &module_type)) {
        int64_t entry = module_entry(pc, OP_GET_ATTR_MODULE, object, name);
        if (entry >= 0) {
            return found_entry(module_dict(object), entry);
        }
    }
    Shape *shape = cacheable_shape(object);
    if (shape) {
        Value descriptor = type_lookup(type_of(object), name);
        if (descriptor != EMPTY && is_exactly(descriptor, &property_type)) {
            Value getter = ((Property *)as_object(descriptor))->get.v;
            if (is_exactly(getter, &function_type)) {
                fill_cache(pc, OP_GET_ATTR_PROPERTY, object, shape)->value = getter;
                return call_1(getter, object);
            }
        } else if (descriptor == EMPTY || !is_data_descriptor(descriptor)) {
            int index = shape_find(shape, name);
            if (index >= 0 && index < shape->capacity) {
                fill_cache(pc, OP_GET_ATTR_SLOT, object, shape)->offset = slot_offset(index);
                return object_attrs(as_object(object))->at[index].v;
            }
        }
    }
    if (is_object(object)) {
        Value value = get_by_type(pc, object, name, shape);
        if (value != EMPTY) {
            return value;
        }
    }
    return op_get_attr(object, name);
}

void set_attr(Instr *pc, Value object, Value name, Value value)
{
    Shape *shape = cacheable_shape(object);
    if (shape && !type_of(object)->set_attr &&
        type_of(object)->special[S_SETATTR].v == object_base_type.special[S_SETATTR].v) {
        Value descriptor = type_lookup(type_of(object), name);
        if (descriptor == EMPTY || !is_data_descriptor(descriptor)) {
            attrs_set(as_object(object), name, value);
            Shape *after = object_attrs(as_object(object))->shape;
            int index = after->is_dict ? -1 : shape_find(after, name);
            if (index < 0 || index >= after->capacity) {
                return;
            }
            if (after == shape) {
                fill_cache(pc, OP_SET_ATTR_SLOT, object, shape)->offset = slot_offset(index);
            } else if (after->parent == shape) {
                AttrCache *cache = fill_cache(pc, OP_SET_ATTR_ADD, object, shape);
                cache->offset = slot_offset(index);
                cache->value = (Value)(uintptr_t)after;
            }
            return;
        }
    }
    if (is_object(object) && (object_type(as_object(object))->flags & TYPE_PLAIN_ATTRS)) {
        Type *type = object_type(as_object(object));
        Value found = type_lookup(type, name);
        if (found != EMPTY && is_member_of(found, type)) {
            uint32_t offset = ((Member *)as_object(found))->offset;
            fill_cache(pc, OP_SET_ATTR_MEMBER, object, NULL)->offset = offset;
            mm_store(as_object(object), (Slot *)((char *)as_object(object) + offset), value);
            return;
        }
    }
    op_set_attr(object, name, value);
}

/* What A.f() calls, cached; EMPTY: the general way has to be taken. */
static Value get_type_method(Instr *pc, Type *cls, Value name, Value *self)
{
    Value found = type_lookup(&type_type, name) != EMPTY ? EMPTY : type_lookup(cls, name);
    *self = EMPTY;
    if (found == EMPTY) {
        return EMPTY;
    }
    Value value = class_value(found);
    if (is_exactly(found, &class_method_type)) {
        Value function = ((Wrapped *)as_object(found))->function.v;
        if (!is_exactly(function, &function_type)) {
            return EMPTY;
        }
        value = function;
        *self = value_from(cls);
    }
    if (value != EMPTY) {
        cache_class(pc, OP_GET_METHOD_CLASS, cls, value, *self != EMPTY);
    }
    return value;
}

Value get_method(Instr *pc, Value object, Value name, Value *self)
{
    if (is_exactly(object, &module_type)) {
        int64_t entry = module_entry(pc, OP_GET_METHOD_MODULE, object, name);
        if (entry >= 0) {
            *self = EMPTY;
            return found_entry(module_dict(object), entry);
        }
    }
    if (is_exactly(object, &type_type)) {
        Value value = get_type_method(pc, as_type(object), name, self);
        if (value != EMPTY) {
            return value;
        }
    } else if (is_object(object)) {
        Type *type = object_type(as_object(object));
        Value method = type_lookup(type, name);
        bool binds = method_binds(method, type);
        Shape *shape = cacheable_shape(object);
        if (method != EMPTY && binds && shape && shape_find(shape, name) < 0) {
            fill_cache(pc, OP_GET_METHOD_SHAPE, object, shape)->value = method;
        } else if (method != EMPTY && binds && !type->attrs_at &&
                   (type->flags & TYPE_PLAIN_ATTRS)) {
            fill_cache(pc, OP_GET_METHOD_TYPE, object, NULL)->value = method;
        }
    }
    return op_get_method(object, name, self);
}
