/* object_type.c: the type `object`: what every object can do. */
#include "runtime/native.h"
#include "runtime/objects/names.h"

static Value object_repr(Value v)
{
    Type *type = type_of(v);
    Value module = type_module(type);
    if (!is_str(module) || str_equals_c(module, "builtins")) {
        return str_format("<%S object at %p>", type_qualname(type), (void *)(uintptr_t)v);
    }
    return str_format("<%S.%S object at %p>", module, type_qualname(type), (void *)(uintptr_t)v);
}

static Value object_str(Value v)
{
    return type_of(v)->repr(v); /* op_str checks the result */
}

static int64_t object_hash(Value v)
{
    return (int64_t)(v >> 4 | v << 60); /* CPython's mixing of an address */
}

static Value object_compare(CompareOp op, Value a, Value b)
{
    if (op == CMP_EQ) {
        return a == b ? TRUE : NOT_IMPLEMENTED;
    }
    if (op != CMP_NE) {
        return NOT_IMPLEMENTED;
    }
    Value equal = type_of(a)->compare(CMP_EQ, a, b);
    return equal == NOT_IMPLEMENTED ? equal : value_bool(!op_truth(equal));
}

/* ---- object() ---- */

static bool is_builtin_init(const Type *type)
{
    return !(type->flags & TYPE_HEAP)
               ? type->init == object_base_type.init
               : wrapper_owner(type->special[S_INIT].v, type, S_INIT) == &object_base_type;
}

static bool is_builtin_new(const Type *type)
{
    return !(type->flags & TYPE_HEAP)
               ? type->make == object_base_type.make
               : wrapper_owner(type->special[S_NEW].v, type, S_NEW) == &object_base_type;
}

static Value object_make(Args args)
{
    Type *type = as_type(args.at[0]);
    bool has_arguments = args.count > 2 || (args.at[1] != EMPTY && as_dict(args.at[1])->count);
    if (has_arguments && !is_builtin_new(type)) {
        raise_type("object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (has_arguments && is_builtin_init(type)) {
        raise_type("%N() takes no arguments", type);
    }
    return value_from(instance_new(type));
}
static const NativeDef object_make_def = {
    .name = "object", .fn = object_make, .signature = "cls, /, *args, **kw"};

static Value object_init(Args args)
{
    Type *type = type_of(args.at[0]);
    bool has_arguments = args.count > 2 || (args.at[1] != EMPTY && as_dict(args.at[1])->count);
    if (has_arguments && !is_builtin_init(type)) {
        raise_type("object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (has_arguments && is_builtin_new(type)) {
        raise_type("%N.__init__() takes exactly one argument (the instance to initialize)", type);
    }
    return NONE;
}
static const NativeDef object_init_def = {
    .name = "object", .fn = object_init, .signature = "self, /, *args, **kw"};

/* ---- Methods ---- */

static Value object_format(Args args)
{
    Value self = args.at[0], spec = args.at[1];
    if (!is_str(spec)) {
        raise_type("__format__() argument must be str, not %T", spec);
    }
    if (as_str(spec)->length) {
        raise_type("unsupported format string passed to %T.__format__", self);
    }
    return op_str(self);
}

/* Puts the names of a class's attributes and those of its bases into `names`. */
static void add_class_names(Dict *names, Type *type)
{
    const Tuple *mro = as_tuple(type->mro.v);
    for (size_t i = 0; i < mro->count; i++) {
        Type *at = as_type(mro->at[i].v);
        type_fill(at);
        uint32_t position = 0;
        Value name, value;
        while (dict_next(as_dict(at->dict.v), &position, &name, &value)) {
            dict_set(names, name, NONE);
        }
    }
}

static Value object_dir(Args args)
{
    Value self = args.at[0], name, value;
    Dict *names = dict_new(0);
    uint32_t position = 0;
    if (is_object(self)) {
        while (attrs_next(as_object(self), &position, &name, &value)) {
            dict_set(names, name, NONE);
        }
    }
    add_class_names(names, type_of(self));
    return list_from_iterable(value_from(names));
}

Value type_dir_names(Type *type)
{
    Dict *names = dict_new(0);
    add_class_names(names, type);
    return list_from_iterable(value_from(names));
}

static Value object_sizeof(Args args)
{
    Value self = args.at[0];
    return int_from_int64(is_object(self) ? (int64_t)object_size(as_object(self)) : 8);
}

static Value object_reduce(Args args)
{
    (void)args;
    raise_unsupported("pickling");
}

static Value object_init_subclass(Args args)
{
    if (args.count > 1 && args.at[1] != EMPTY && as_dict(args.at[1])->count) {
        raise_type("%S.__init_subclass__() takes no keyword arguments",
                   type_qualname(as_type(args.at[0])));
    }
    return NONE;
}

static Value object_subclass_hook(Args args)
{
    (void)args;
    return NOT_IMPLEMENTED;
}

static const NativeDef object_methods[] = {
    {.name = "__format__", .fn = object_format, .signature = "self, format_spec, /"},
    {.name = "__dir__", .fn = object_dir, .signature = "self, /"},
    {.name = "__sizeof__", .fn = object_sizeof, .signature = "self, /"},
    {.name = "__reduce__", .fn = object_reduce, .signature = "self, /"},
    {.name = "__reduce_ex__", .fn = object_reduce, .signature = "self, protocol, /"},
    {.name = "__init_subclass__",
     .fn = object_init_subclass,
     .signature = "cls, /, **kw",
     .kind = NATIVE_CLASS},
    {.name = "__subclasshook__",
     .fn = object_subclass_hook,
     .signature = "cls, /, *args",
     .kind = NATIVE_CLASS},
    {0},
};

/* ---- __class__ ---- */

static Value get_class(Value v)
{
    return value_from(type_of(v));
}

/* Whether an instance of one class can become one of the other: the same fields and members. */
static bool same_layout(const Type *a, const Type *b)
{
    return a->size == b->size && a->slots_at == b->slots_at && a->slots_count == b->slots_count &&
           a->members_at == b->members_at && a->members_count == b->members_count &&
           a->attrs_at == b->attrs_at && a->attrs_behind == b->attrs_behind &&
           a->trace == b->trace && a->make == b->make && a->array_at == b->array_at;
}

static void set_class(Value v, Value value)
{
    if (value == EMPTY) {
        raise_type("can't delete __class__ attribute");
    }
    if (!is_type(value)) {
        raise_type("__class__ must be set to a class, not '%T' object", value);
    }
    Type *old = type_of(v), *new = as_type(value);
    if (!(old->flags & new->flags &TYPE_HEAP)) {
        raise_type(
            "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    if (!same_layout(old, new)) {
        raise_type("__class__ assignment: '%N' object layout differs from '%N'", new, old);
    }
    object_change_class(as_object(v), new);
}
static const GetSetDef object_getsets[] = {
    {"__class__", get_class, set_class},
    {0},
};

Type object_base_type = {
    .name = "object",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Object),
    .repr = object_repr,
    .str = object_str,
    .hash = object_hash,
    .compare = object_compare,
    .make = &object_make_def,
    .init = &object_init_def,
    .methods = object_methods,
    .getsets = object_getsets,
    .doc = "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and "
           "returns a new featureless\ninstance that has no instance attributes and cannot be "
           "given any.\n",
};
