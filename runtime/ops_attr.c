/* ops_attr.c: attributes, special methods, text, and the questions about classes. */
#include "runtime/native.h"
#include "runtime/objects/names.h"

/* ---- Attributes ---- */

static Value interned(Value name)
{
    if (unlikely(!is_str(name))) {
        raise_type("attribute name must be string, not '%T'", name);
    }
    return likely(as_str(name)->is_interned) ? name : str_interned(name);
}

Value op_get_attr(Value v, Value name)
{
    name = interned(name);
    Type *type = type_of(v);
    Value found = type->get_attr ? type->get_attr(v, name) : object_get_attr(v, name);
    if (unlikely(found == EMPTY)) {
        raise_no_attr(v, name);
    }
    return found;
}

/* Whether reading the descriptor runs no code that may raise AttributeError. */
static bool is_tame(Value found)
{
    return found == EMPTY || is_exactly(found, &function_type) ||
           is_exactly(found, &method_descriptor_type) || !type_of(found)->descr_get;
}

static bool look_up_is_tame(Value v, Type *type, Value name)
{
    return type->get_attr == type_get_attr && is_tame(type_lookup(type, name)) &&
           is_tame(type_lookup(as_type(v), name));
}

static Value get_attr(Value v, Type *type, Value name)
{
    return type->get_attr ? type->get_attr(v, name) : object_get_attr(v, name);
}

Value op_find_attr(Value v, Value name)
{
    name = interned(name);
    Type *type = type_of(v);
    if (!type->get_attr) {
        Value found = type_lookup(type, name);
        if (is_tame(found)) {
            Value own = type_has_attrs(type) ? attrs_get(as_object(v), name) : EMPTY;
            if (own != EMPTY || found == EMPTY) {
                return own;
            }
            Value (*get)(Value, Value, Type *) = type_of(found)->descr_get;
            return get ? get(found, v, type) : found;
        }
    } else if (look_up_is_tame(v, type, name)) {
        return type->get_attr(v, name);
    }
    Catch c;
    if (CATCH(c)) {
        Value found = get_attr(v, type, name);
        catch_end(&c);
        return found;
    }
    if (!exception_matches(c.exception, value_from(&exc_AttributeError))) {
        raise_again(c.exception);
    }
    return EMPTY;
}

void op_set_attr(Value v, Value name, Value value)
{
    name = interned(name);
    Type *type = type_of(v);
    bool is_done =
        type->set_attr ? type->set_attr(v, name, value) : object_set_attr(v, name, value);
    if (unlikely(!is_done)) {
        raise_cannot_set(v, name);
    }
}

/* Called with the object first, binding has nothing else to do. */
static bool is_method_like(Value v)
{
    return is_exactly(v, &function_type) || is_exactly(v, &method_descriptor_type) ||
           is_exactly(v, &wrapper_type);
}

/* A method of a class called as A.f(): class methods are not bound either. */
static Value get_class_method(Value cls, Value name, Value *self)
{
    Value on_meta = type_lookup(type_of(cls), name);
    if (on_meta == EMPTY) {
        Value found = type_lookup(as_type(cls), name);
        if (is_exactly(found, &class_method_type)) {
            Value function = ((Wrapped *)as_object(found))->function.v;
            if (is_exactly(function, &function_type)) {
                *self = cls;
                return function;
            }
        }
    } else if (method_binds(on_meta, type_of(cls)) && type_lookup(as_type(cls), name) == EMPTY) {
        *self = cls;
        return on_meta;
    }
    return op_get_attr(cls, name);
}

Value op_get_method(Value v, Value name, Value *self)
{
    name = interned(name);
    *self = EMPTY;
    Type *type = type_of(v);
    if (type->get_attr) {
        if (type == &super_type) {
            return super_object_method(v, name, self);
        }
        return type->get_attr == type_get_attr ? get_class_method(v, name, self)
                                               : op_get_attr(v, name);
    }
    Value found = type_lookup(type, name);
    if (found != EMPTY && method_binds(found, type)) {
        Value own = type_has_attrs(type) ? attrs_get(as_object(v), name) : EMPTY;
        if (own != EMPTY) {
            return own;
        }
        *self = v;
        return found;
    }
    if (is_exactly(found, &class_method_type)) {
        Value function = ((Wrapped *)as_object(found))->function.v;
        bool is_hidden = type_has_attrs(type) && attrs_get(as_object(v), name) != EMPTY;
        if (is_exactly(function, &function_type) && !is_hidden) {
            *self = value_from(type);
            return function;
        }
    }
    return op_get_attr(v, name);
}

Value op_call_special(Value method, Value self, const Value *args, uint32_t count)
{
    if (likely(is_method_like(method))) {
        Value at[4];
        assert(count < COUNT_OF(at));
        at[0] = self;
        for (uint32_t i = 0; i < count; i++) {
            at[i + 1] = args[i];
        }
        return call_value(method, (Call){at, count + 1, EMPTY});
    }
    Value (*get)(Value, Value, Type *) = type_of(method)->descr_get;
    if (get) {
        method = get(method, self, type_of(self));
    }
    return call_value(method, (Call){args, count, EMPTY});
}

bool op_callable(Value v)
{
    return type_of(v)->call != NULL;
}

/* ---- Text ---- */

Value op_repr(Value v)
{
    check_c_stack(" while getting the repr of an object");
    Value text = type_of(v)->repr(v);
    if (unlikely(!is_str(text))) {
        raise_type("__repr__ returned non-string (type %T)", text);
    }
    return text;
}

Value op_str(Value v)
{
    if (is_exactly(v, &str_type)) {
        return v;
    }
    if (is_int(v)) {
        return int_to_str(v, 10);
    }
    check_c_stack(" while getting the str of an object");
    Type *type = type_of(v);
    Value text = type->str ? type->str(v) : type->repr(v);
    if (unlikely(!is_str(text))) {
        raise_type("__str__ returned non-string (type %T)", text);
    }
    return text;
}

Value op_format(Value v, Value spec)
{
    Type *type = type_of(v);
    bool is_empty = spec == EMPTY || !as_str(spec)->length;
    if (is_exactly(v, &str_type) || is_int(v) || is_float(v)) {
        return is_empty ? op_str(v) : str_format_spec(v, spec);
    }
    Value method = op_special(v, S_FORMAT);
    if (is_empty && method == object_base_type.special[S_FORMAT].v) {
        return op_str(v);
    }
    Value arg = spec == EMPTY ? str_empty() : spec;
    Value text = op_call_special(method, v, &arg, 1);
    if ((type->flags & TYPE_HEAP) && !is_str(text)) {
        raise_type("__format__ must return a str, not %T", text);
    }
    return text;
}

/* ---- Classes ---- */

static noreturn_fn void raise_bad_class(bool is_instance, Value cls)
{
    if (is_exactly(cls, &generic_alias_type)) {
        raise_type("%s() argument 2 cannot be a parameterized generic",
                   is_instance ? "isinstance" : "issubclass");
    }
    raise_type(is_instance ? "isinstance() arg 2 must be a type, a tuple of types, or a union"
                           : "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

/* The __instancecheck__ or __subclasscheck__ that is not type's own; EMPTY if there is none. */
static Value custom_check(Value cls, Special special)
{
    Type *meta = type_of(cls);
    if (meta == &type_type) {
        return EMPTY;
    }
    Value check = op_special(cls, special);
    type_fill(&type_type);
    return check == type_type.special[special].v ? EMPTY : check;
}

/* One of the two questions; `v` is an instance or a class. */
static bool is_of(Value v, Value cls, bool is_instance)
{
    if (is_type(cls)) {
        Type *type = is_instance ? type_of(v) : is_type(v) ? as_type(v) : NULL;
        if (is_instance && type == as_type(cls)) {
            return true;
        }
        Value check = custom_check(cls, is_instance ? S_INSTANCECHECK : S_SUBCLASSCHECK);
        if (check != EMPTY) {
            return op_truth(op_call_special(check, cls, &v, 1));
        }
        if (!type) {
            raise_type("issubclass() arg 1 must be a class");
        }
        return type_is_subtype(type, as_type(cls));
    }
    const Tuple *many = is_tuple(cls) ? as_tuple(cls) : union_args(cls);
    if (many) {
        check_c_stack(is_instance ? " in __instancecheck__" : " in __subclasscheck__");
        for (size_t i = 0; i < many->count; i++) {
            if (is_of(v, many->at[i].v, is_instance)) {
                return true;
            }
        }
        return false;
    }
    Value check = custom_check(cls, is_instance ? S_INSTANCECHECK : S_SUBCLASSCHECK);
    if (check != EMPTY) {
        return op_truth(op_call_special(check, cls, &v, 1));
    }
    if (!is_instance && !is_type(v)) {
        raise_type("issubclass() arg 1 must be a class");
    }
    raise_bad_class(is_instance, cls);
}

bool op_is_instance(Value v, Value class_or_tuple)
{
    return is_of(v, class_or_tuple, true);
}

bool op_is_subclass(Value cls, Value class_or_tuple)
{
    return is_of(cls, class_or_tuple, false);
}
