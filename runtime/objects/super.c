/* super.c: super objects: look-up that starts after a class in the MRO of an object's class. */
#include "runtime/native.h"
#include "runtime/objects/names.h"

typedef struct Super {
    Object head;
    Slot cls;        /* look after this one; EMPTY: super.__new__ without __init__ */
    Slot self;       /* EMPTY: unbound */
    Slot self_class; /* whose MRO: type(self), or self if that is a class */
} Super;

static Super *as_super(Value v)
{
    return (Super *)as_object(v);
}

/* The class in whose MRO super(cls, self) looks. */
static Type *class_of_self(Value cls, Value self)
{
    if (is_type(self) && type_is_subtype(as_type(self), as_type(cls))) {
        return as_type(self);
    }
    if (type_is_subtype(type_of(self), as_type(cls))) {
        return type_of(self);
    }
    raise_type("super(type, obj): obj must be an instance or subtype of type");
}

Value super_get_method(Value cls, Value self, Value name, Value *method_self)
{
    if (!is_type(cls)) {
        raise_type("super() argument 1 must be a type, not %T", cls);
    }
    Type *type = class_of_self(cls, self);
    *method_self = EMPTY;
    Value found = name == NAME(class) ? EMPTY : type_lookup_after(type, as_type(cls), name);
    if (found == EMPTY) {
        if (name == NAME(class)) {
            return value_from(&super_type);
        }
        raise_as(&exc_AttributeError, "'super' object has no attribute '%S'", name);
    }
    bool is_class = value_from(type) == self;
    if (!is_class && method_binds(found, type)) {
        *method_self = self;
        return found;
    }
    Value (*get)(Value, Value, Type *) = type_of(found)->descr_get;
    return get ? get(found, is_class ? EMPTY : self, type) : found;
}

Value super_object_method(Value v, Value name, Value *method_self)
{
    Super *super = as_super(v);
    if (super->self.v != EMPTY && super->self_class.v != super->self.v) {
        Value found = type_lookup_after(as_type(super->self_class.v), as_type(super->cls.v), name);
        if (method_binds(found, as_type(super->self_class.v))) {
            *method_self = super->self.v;
            return found;
        }
    }
    *method_self = EMPTY;
    return op_get_attr(v, name);
}

static Value super_get_attr(Value v, Value name)
{
    Super *super = as_super(v);
    if (super->self.v != EMPTY && name != NAME(class)) {
        Type *type = as_type(super->self_class.v);
        Value found = type_lookup_after(type, as_type(super->cls.v), name);
        if (found != EMPTY) {
            bool is_class = super->self_class.v == super->self.v;
            Value (*get)(Value, Value, Type *) = type_of(found)->descr_get;
            return get ? get(found, is_class ? EMPTY : super->self.v, type) : found;
        }
    }
    return object_get_attr(v, name);
}

static Value super_make(Args args)
{
    return value_from(instance_new(as_type(args.at[0])));
}

static void fill(Super *super, Value cls, Value self)
{
    if (cls == EMPTY && !vm_super_arguments(&cls, &self)) {
        raise_runtime("super(): no arguments");
    }
    if (!is_type(cls)) {
        raise_type("super() argument 1 must be a type, not %T", cls);
    }
    if (self == NONE) {
        self = EMPTY;
    }
    Type *type = self == EMPTY ? NULL : class_of_self(cls, self);
    mm_store(super, &super->cls, cls);
    mm_store(super, &super->self, self);
    mm_store(super, &super->self_class, value_from(type));
}

static Value super_init(Args args)
{
    fill((Super *)as_object(args.at[0]), arg_or(args, 1, EMPTY), arg_or(args, 2, EMPTY));
    return NONE;
}

static Value super_repr(Value v)
{
    Super *super = as_super(v);
    if (super->cls.v == EMPTY) {
        return str_format("<super: NULL, NULL>");
    }
    if (super->self.v == EMPTY) {
        return str_format("<super: <class '%N'>, NULL>", as_type(super->cls.v));
    }
    return str_format("<super: <class '%N'>, <%N object>>", as_type(super->cls.v),
                      as_type(super->self_class.v));
}

/* An unbound super stored in a class binds to the instance it is read from. */
static Value super_descr_get(Value v, Value object, Type *owner)
{
    (void)owner;
    Super *super = as_super(v);
    if (object == EMPTY || object == NONE || super->self.v != EMPTY) {
        return v;
    }
    Value args[] = {super->cls.v, object};
    return type_call(&super_type, (Call){args, 2, EMPTY});
}

static Value none_if_empty(Value v)
{
    return v == EMPTY ? NONE : v;
}
static Value super_this_class(Value v)
{
    return none_if_empty(as_super(v)->cls.v);
}
static Value super_self(Value v)
{
    return none_if_empty(as_super(v)->self.v);
}
static Value super_self_class(Value v)
{
    return none_if_empty(as_super(v)->self_class.v);
}
static const GetSetDef super_getsets[] = {
    {"__thisclass__", super_this_class, NULL},
    {"__self__", super_self, NULL},
    {"__self_class__", super_self_class, NULL},
    {0},
};

static const NativeDef super_make_def = {
    .name = "super", .fn = super_make, .signature = "cls, *args, **kw"};
static const NativeDef super_init_def = {
    .name = "super", .fn = super_init, .signature = "self, type=, object=, /"};

Value super_new(Call call)
{
    Super *super = NEW(Super, &super_type);
    if (call.names == EMPTY && call.count <= 2) {
        fill(super, call.count > 0 ? call.at[0] : EMPTY, call.count > 1 ? call.at[1] : EMPTY);
    } else {
        native_call_init(&super_type, value_from(super), call);
    }
    return value_from(super);
}

Type super_type = {
    .name = "super",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Super),
    .slots_at = offsetof(Super, cls),
    .slots_count = 3,
    .repr = super_repr,
    .get_attr = super_get_attr,
    .descr_get = super_descr_get,
    .make = &super_make_def,
    .init = &super_init_def,
    .getsets = super_getsets,
};
