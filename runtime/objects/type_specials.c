/* type_specials.c: the names of the special methods, and slot wrappers: what `list.__len__` and
 * `(5).__add__` are. A wrapper calls the C slot of the built-in type that owns it.
 */
#include "runtime/native.h"
#include "runtime/objects/names.h"

static const char *const special_texts[SPECIAL_COUNT] = {
#define X(op, text, forward, reflected, inplace) [S_##op] = forward,
    BINARY_OPS(X)
#undef X
#define X(op, text, forward, reflected, inplace) [S_R##op] = reflected,
        BINARY_OPS(X)
#undef X
#define X(op, text, forward, reflected, inplace) [S_I##op] = inplace,
            BINARY_OPS(X)
#undef X
#define X(op, text, method, swapped) [S_##op] = method,
                COMPARE_OPS(X)
#undef X
#define X(op, text, method) [S_##op] = method,
                    UNARY_OPS(X)
#undef X
#define X(name, method) [S_##name] = method,
                        OTHER_SPECIALS(X)
#undef X
};
static Value special_names[SPECIAL_COUNT];

/* Name address -> special + 1, linear probing. */
enum { INDEX_SIZE = 512 };
static Value index_names[INDEX_SIZE];
static uint8_t index_specials[INDEX_SIZE];

static uint32_t index_of(Value name)
{
    return (uint32_t)(name >> 3) * UINT32_C(0x9e3779b1) >> 23;
}

void specials_start(void)
{
    for (int i = 0; i < SPECIAL_COUNT; i++) {
        special_names[i] = str_intern(special_texts[i]);
        if (!special_texts[i][0]) {
            continue; /* there is no __idivmod__ */
        }
        uint32_t at = index_of(special_names[i]);
        while (index_names[at]) {
            at = (at + 1) % INDEX_SIZE;
        }
        index_names[at] = special_names[i];
        index_specials[at] = (uint8_t)i;
    }
}

Value special_name(Special special)
{
    return special_names[special];
}

int special_of(Value name)
{
    for (uint32_t at = index_of(name); index_names[at]; at = (at + 1) % INDEX_SIZE) {
        if (index_names[at] == name) {
            return index_specials[at];
        }
    }
    return -1;
}

/* ---- Which specials a type's C slots stand for ---- */

#define BIT(op) (1u << OP2_##op)
#define ALL_BINARY ((1u << BINARY_OP_COUNT) - 1)
#define FLOAT_BINARY                                                                               \
    (BIT(ADD) | BIT(SUB) | BIT(MUL) | BIT(DIV) | BIT(FLOORDIV) | BIT(MOD) | BIT(POW) | BIT(DIVMOD))
#define SET_BINARY (BIT(SUB) | BIT(AND) | BIT(OR) | BIT(XOR))

/* Of a type whose `binary` knows only some operators; other types answer to all of them. */
typedef struct BinaryMask {
    const Type *type;
    uint32_t forward, reflected, inplace;
} BinaryMask;
static const BinaryMask binary_masks[] = {
    {&int_type, ALL_BINARY & ~BIT(MATMUL), ALL_BINARY & ~BIT(MATMUL), 0},
    {&bool_type, BIT(AND) | BIT(OR) | BIT(XOR), BIT(AND) | BIT(OR) | BIT(XOR), 0},
    {&float_type, FLOAT_BINARY, FLOAT_BINARY, 0},
    {&str_type, BIT(ADD) | BIT(MUL) | BIT(MOD), BIT(MUL) | BIT(MOD), 0},
    {&bytes_type, BIT(ADD) | BIT(MUL) | BIT(MOD), BIT(MUL) | BIT(MOD), 0},
    {&tuple_type, BIT(ADD) | BIT(MUL), BIT(MUL), 0},
    {&list_type, BIT(ADD) | BIT(MUL), BIT(MUL), BIT(ADD) | BIT(MUL)},
    {&dict_type, BIT(OR), BIT(OR), BIT(OR)},
    {&set_type, SET_BINARY, SET_BINARY, SET_BINARY},
    {&frozenset_type, SET_BINARY, SET_BINARY, 0},
    {&type_type, BIT(OR), BIT(OR), 0},
    {&generic_alias_type, BIT(OR), BIT(OR), 0},
    {&union_type, BIT(OR), BIT(OR), 0},
};
static const BinaryMask every_binary = {NULL, ALL_BINARY, ALL_BINARY, ALL_BINARY};

static const BinaryMask *mask_of(const Type *type)
{
    for (size_t i = 0; i < COUNT_OF(binary_masks); i++) {
        if (binary_masks[i].type == type) {
            return &binary_masks[i];
        }
    }
    return &every_binary;
}

static void add(Type *type, Dict *dict, Special special)
{
    Value wrapper = wrapper_new(type, special);
    dict_set(dict, special_names[special], wrapper);
    mm_store(type, &type->special[special], wrapper);
}

static void add_binary(Type *type, Dict *dict, uint32_t mask, Special first)
{
    for (unsigned op = 0; op < BINARY_OP_COUNT; op++) {
        if (mask >> op & 1 && special_texts[first + op][0]) {
            add(type, dict, (Special)(first + op));
        }
    }
}

void wrappers_fill(Type *type, Dict *dict)
{
    static const Type nothing;
    const Type *base = type->base ? type->base : &nothing;
#define OWN(slot) (type->slot && type->slot != base->slot)
    if (OWN(repr)) {
        add(type, dict, S_REPR);
    }
    if (OWN(hash)) {
        add(type, dict, S_HASH);
    } else if (!type->hash && base->hash) {
        dict_set(dict, NAME(hash), NONE);
        mm_store(type, &type->special[S_HASH], NONE);
    }
    if (OWN(call)) {
        add(type, dict, S_CALL);
    }
    if (OWN(str)) {
        add(type, dict, S_STR);
    }
    if (OWN(get_attr) || type == &object_base_type) {
        add(type, dict, S_GETATTRIBUTE);
    }
    if (OWN(set_attr) || type == &object_base_type) {
        add(type, dict, S_SETATTR);
        add(type, dict, S_DELATTR);
    }
    for (int op = CMP_LT; OWN(compare) && op <= CMP_GE; op++) {
        add(type, dict, (Special)(S_LT + op));
    }
    if (OWN(iter)) {
        add(type, dict, S_ITER);
    }
    if (OWN(next)) {
        add(type, dict, S_NEXT);
    }
    if (OWN(init)) {
        add(type, dict, S_INIT);
    }
    const BinaryMask *mask = mask_of(type);
    if (OWN(binary)) {
        add_binary(type, dict, mask->forward, S_ADD);
        add_binary(type, dict, mask->reflected, S_RADD);
    }
    if (OWN(inplace)) {
        add_binary(type, dict, mask->inplace, S_IADD);
    }
    if (OWN(unary)) {
        for (int op = OP1_NEG; op <= OP1_ABS; op++) {
            bool has = !(op == OP1_INVERT && type == &float_type) &&
                       !(op != OP1_INVERT && type == &bool_type);
            if (has) {
                add(type, dict, (Special)(S_NEG + op));
            }
        }
    }
    if (OWN(truth) && !type->length) { /* a container's __bool__ would hide an heir's __len__ */
        add(type, dict, S_BOOL);
    }
    if (OWN(length)) {
        add(type, dict, S_LEN);
    }
    if (OWN(get_item)) {
        add(type, dict, S_GETITEM);
    }
    if (OWN(set_item)) {
        add(type, dict, S_SETITEM);
        add(type, dict, S_DELITEM);
    }
    if (OWN(contains)) {
        add(type, dict, S_CONTAINS);
    }
    if (OWN(index)) {
        add(type, dict, S_INDEX);
    }
    if (OWN(to_float)) {
        add(type, dict, S_FLOAT);
    }
    if (OWN(descr_get)) {
        add(type, dict, S_GET);
    }
    if (OWN(descr_set)) {
        add(type, dict, S_SET);
        add(type, dict, S_DELETE);
    }
    if (OWN(make)) {
        add(type, dict, S_NEW);
    }
#undef OWN
}

/* ---- Wrappers ---- */

extern Type new_wrapper_type;

Value wrapper_new(Type *owner, Special special)
{
    Wrapper *wrapper = NEW(Wrapper, special == S_NEW ? &new_wrapper_type : &wrapper_type);
    wrapper->owner = owner;
    wrapper->special = special;
    return value_from(wrapper);
}

Type *wrapper_owner(Value v, const Type *type, Special special)
{
    if (!is_exactly(v, &wrapper_type) && !is_exactly(v, &new_wrapper_type)) {
        return NULL;
    }
    Wrapper *wrapper = (Wrapper *)as_object(v);
    return wrapper->special == special && type_is_subtype(type, wrapper->owner) ? wrapper->owner
                                                                                : NULL;
}

static Wrapper *as_wrapper(Value v)
{
    return (Wrapper *)as_object(v);
}

static void check_count(const Wrapper *wrapper, Call call, uint32_t low, uint32_t high)
{
    if (call.names != EMPTY && as_tuple(call.names)->count) {
        raise_type("wrapper %s() takes no keyword arguments", special_texts[wrapper->special]);
    }
    if (call.count < low || call.count > high) {
        raise_type(low == high        ? "expected %u argument%s, got %u"
                   : call.count < low ? "expected at least %u argument%s, got %u"
                                      : "expected at most %u argument%s, got %u",
                   call.count < low ? low : high, (call.count < low ? low : high) == 1 ? "" : "s",
                   call.count);
    }
}

static Value call_binary(const Wrapper *wrapper, Value self, Call call)
{
    Type *type = wrapper->owner;
    Special special = (Special)wrapper->special;
    bool has_modulus = special == S_POW && call.count == 2 && (type->flags & TYPE_INT);
    check_count(wrapper, call, 1, has_modulus ? 2 : 1);
    if (has_modulus && call.at[1] != NONE) {
        return int_pow_mod(self, call.at[0], call.at[1]);
    }
    if (special < S_RADD) {
        return type->binary((BinaryOp)(special - S_ADD), self, call.at[0]);
    }
    if (special < S_IADD) {
        return type->binary((BinaryOp)(special - S_RADD), call.at[0], self);
    }
    return type->inplace((BinaryOp)(special - S_IADD), self, call.at[0]);
}

static Value attr_name(Value name)
{
    if (!is_str(name)) {
        raise_type("attribute name must be string, not '%T'", name);
    }
    return str_interned(name);
}

static Value call_get_attribute(const Wrapper *wrapper, Value self, Call call)
{
    Type *type = wrapper->owner;
    check_count(wrapper, call, 1, 1);
    Value name = attr_name(call.at[0]);
    Value found = type->get_attr ? type->get_attr(self, name) : object_get_attr(self, name);
    if (found == EMPTY) {
        raise_no_attr(self, name);
    }
    return found;
}

static Value call_set_attribute(const Wrapper *wrapper, Value self, Call call)
{
    Type *type = wrapper->owner;
    bool is_set = wrapper->special == S_SETATTR;
    check_count(wrapper, call, is_set ? 2 : 1, is_set ? 2 : 1);
    Value name = attr_name(call.at[0]), value = is_set ? call.at[1] : EMPTY;
    if (!type->set_attr && type_of(self)->set_attr && is_type(self)) {
        raise_type("can't apply this %s to %T object", special_texts[wrapper->special], self);
    }
    if (!(type->set_attr ? type->set_attr(self, name, value)
                         : object_set_attr(self, name, value))) {
        raise_cannot_set(self, name);
    }
    return NONE;
}

static Value call_descriptor(const Wrapper *wrapper, Value self, Call call)
{
    Type *type = wrapper->owner;
    if (wrapper->special == S_GET) {
        check_count(wrapper, call, 1, 2);
        Value object = call.at[0] == NONE ? EMPTY : call.at[0];
        Value owner = call.count > 1 ? call.at[1] : NONE;
        if (object == EMPTY && owner == NONE) {
            raise_type("__get__(None, None) is invalid");
        }
        return type->descr_get(self, object, is_type(owner) ? as_type(owner) : type_of(object));
    }
    uint32_t count = wrapper->special == S_SET ? 2 : 1;
    check_count(wrapper, call, count, count);
    type->descr_set(self, call.at[0], count == 2 ? call.at[1] : EMPTY);
    return NONE;
}

static Value call_container(const Wrapper *wrapper, Value self, Call call)
{
    Type *type = wrapper->owner;
    if (wrapper->special == S_SETITEM) {
        if (call.count != 2) {
            raise_type(" expected 2 arguments, got %u", call.count);
        }
        type->set_item(self, call.at[0], call.at[1]);
        return NONE;
    }
    check_count(wrapper, call, 1, 1);
    if (wrapper->special == S_GETITEM) {
        return type->get_item(self, call.at[0]);
    }
    if (wrapper->special == S_CONTAINS) {
        return value_bool(type->contains(self, call.at[0]));
    }
    type->set_item(self, call.at[0], EMPTY);
    return NONE;
}

static Value call_simple(const Wrapper *wrapper, Value self, Call call)
{
    Type *type = wrapper->owner;
    check_count(wrapper, call, 0, 0);
    switch (wrapper->special) {
    case S_REPR:
        return type->repr(self);
    case S_STR:
        return type->str(self);
    case S_HASH:
        return int_from_int64(type->hash(self));
    case S_BOOL:
        return value_bool(type->truth(self));
    case S_LEN:
        return int_from_int64(type->length(self));
    case S_ITER:
        return type->iter(self);
    case S_INDEX:
        return type->index(self);
    case S_FLOAT:
        return value_float(type->to_float(self));
    case S_NEXT: {
        Value item = type->next(self);
        if (item == EMPTY) {
            raise_stop_iteration(stop_value_take());
        }
        return item;
    }
    default:
        return type->unary((UnaryOp)(wrapper->special - S_NEG), self);
    }
}

static Value invoke(const Wrapper *wrapper, Value self, Call call)
{
    uint32_t special = wrapper->special;
    if (special < S_LT) {
        return call_binary(wrapper, self, call);
    }
    if (special < S_NEG) {
        check_count(wrapper, call, 1, 1);
        return wrapper->owner->compare((CompareOp)(special - S_LT), self, call.at[0]);
    }
    switch (special) {
    case S_INIT:
        if (wrapper->owner == &object_base_type && !call.count && call.names == EMPTY) {
            return NONE; /* super().__init__() is frequent */
        }
        native_call_init(wrapper->owner, self, call);
        return NONE;
    case S_CALL:
        return wrapper->owner->call(self, call);
    case S_GETATTRIBUTE:
        return call_get_attribute(wrapper, self, call);
    case S_SETATTR:
    case S_DELATTR:
        return call_set_attribute(wrapper, self, call);
    case S_GET:
    case S_SET:
    case S_DELETE:
        return call_descriptor(wrapper, self, call);
    case S_GETITEM:
    case S_SETITEM:
    case S_DELITEM:
    case S_CONTAINS:
        return call_container(wrapper, self, call);
    default:
        return call_simple(wrapper, self, call);
    }
}

static Value wrapper_call(Value v, Call call)
{
    Wrapper *wrapper = as_wrapper(v);
    const char *name = special_texts[wrapper->special];
    if (!call.count) {
        raise_type("descriptor '%s' of '%N' object needs an argument", name, wrapper->owner);
    }
    if (!type_is_subtype(type_of(call.at[0]), wrapper->owner)) {
        raise_type("descriptor '%s' requires a '%N' object but received a '%T'", name,
                   wrapper->owner, call.at[0]);
    }
    return invoke(wrapper, call.at[0], (Call){call.at + 1, call.count - 1, call.names});
}

static Value wrapper_repr(Value v)
{
    Wrapper *wrapper = as_wrapper(v);
    return str_format("<slot wrapper '%s' of '%N' objects>", special_texts[wrapper->special],
                      wrapper->owner);
}

typedef struct MethodWrapper {
    Object head;
    Slot wrapper, self;
} MethodWrapper;

static MethodWrapper *as_method_wrapper(Value v)
{
    return (MethodWrapper *)as_object(v);
}

static Value wrapper_get(Value v, Value object, Type *owner)
{
    (void)owner;
    if (object == EMPTY) {
        return v;
    }
    Wrapper *wrapper = as_wrapper(v);
    if (!type_is_subtype(type_of(object), wrapper->owner)) {
        raise_type("descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                   special_texts[wrapper->special], wrapper->owner, object);
    }
    MethodWrapper *bound = NEW(MethodWrapper, &method_wrapper_type);
    mm_init(bound, &bound->wrapper, v);
    mm_init(bound, &bound->self, object);
    return value_from(bound);
}

static Value wrapper_name(Value v)
{
    return special_names[as_wrapper(v)->special];
}
static Value wrapper_qualname(Value v)
{
    return str_format("%N.%S", as_wrapper(v)->owner, wrapper_name(v));
}
static Value wrapper_objclass(Value v)
{
    return value_from(as_wrapper(v)->owner);
}
static const GetSetDef wrapper_getsets[] = {
    {"__name__", wrapper_name, NULL},
    {"__qualname__", wrapper_qualname, NULL},
    {"__objclass__", wrapper_objclass, NULL},
    {0},
};

Type wrapper_type = {
    .name = "wrapper_descriptor",
    .size = sizeof(Wrapper),
    .repr = wrapper_repr,
    .call = wrapper_call,
    .descr_get = wrapper_get,
    .getsets = wrapper_getsets,
};

static Value method_wrapper_call(Value v, Call call)
{
    MethodWrapper *bound = as_method_wrapper(v);
    return invoke(as_wrapper(bound->wrapper.v), bound->self.v, call);
}

static Value method_wrapper_repr(Value v)
{
    MethodWrapper *bound = as_method_wrapper(v);
    return str_format("<method-wrapper '%S' of %T object at %p>", wrapper_name(bound->wrapper.v),
                      bound->self.v, (void *)(uintptr_t)bound->self.v);
}

static Value method_wrapper_compare(CompareOp op, Value a, Value b)
{
    if ((op != CMP_EQ && op != CMP_NE) || !is_exactly(b, &method_wrapper_type)) {
        return NOT_IMPLEMENTED;
    }
    MethodWrapper *x = as_method_wrapper(a), *y = as_method_wrapper(b);
    return value_bool((x->wrapper.v == y->wrapper.v && x->self.v == y->self.v) == (op == CMP_EQ));
}

static int64_t method_wrapper_hash(Value v)
{
    MethodWrapper *bound = as_method_wrapper(v);
    return (int64_t)((bound->wrapper.v ^ bound->self.v) >> 4);
}

static Value method_wrapper_self(Value v)
{
    return as_method_wrapper(v)->self.v;
}
static Value method_wrapper_name(Value v)
{
    return wrapper_name(as_method_wrapper(v)->wrapper.v);
}
static Value method_wrapper_qualname(Value v)
{
    return wrapper_qualname(as_method_wrapper(v)->wrapper.v);
}
static const GetSetDef method_wrapper_getsets[] = {
    {"__self__", method_wrapper_self, NULL},
    {"__name__", method_wrapper_name, NULL},
    {"__qualname__", method_wrapper_qualname, NULL},
    {0},
};

Type method_wrapper_type = {
    .name = "method-wrapper",
    .size = sizeof(MethodWrapper),
    .slots_at = offsetof(MethodWrapper, wrapper),
    .slots_count = 2,
    .repr = method_wrapper_repr,
    .hash = method_wrapper_hash,
    .compare = method_wrapper_compare,
    .call = method_wrapper_call,
    .getsets = method_wrapper_getsets,
};

/* ---- The built-in __new__ ---- */

static Value new_wrapper_call(Value v, Call call)
{
    Type *owner = as_wrapper(v)->owner;
    if (!call.count) {
        raise_type("%N.__new__(): not enough arguments", owner);
    }
    Value cls = call.at[0];
    if (!is_type(cls)) {
        raise_type("%N.__new__(X): X is not a type object (%T)", owner, cls);
    }
    Type *type = as_type(cls), *builtin = type;
    if (!type_is_subtype(type, owner)) {
        raise_type("%N.__new__(%N): %N is not a subtype of %N", owner, type, type, owner);
    }
    while (builtin->flags & TYPE_HEAP) {
        builtin = builtin->base;
    }
    if (owner == &object_base_type && builtin == owner && call.count == 1 && call.names == EMPTY) {
        return value_from(instance_new(type));
    }
    if (builtin->make != owner->make || (type->flags & TYPE_NO_INSTANCES)) {
        raise_type("%N.__new__(%N) is not safe, use %N.__new__()", owner, type, builtin);
    }
    return native_call_make(owner, cls, (Call){call.at + 1, call.count - 1, call.names});
}

static Value new_wrapper_repr(Value v)
{
    return str_format("<built-in method __new__ of type object at %p>",
                      (void *)as_wrapper(v)->owner);
}

static Value new_wrapper_self(Value v)
{
    return value_from(as_wrapper(v)->owner);
}
static const GetSetDef new_wrapper_getsets[] = {
    {"__name__", wrapper_name, NULL},
    {"__qualname__", wrapper_qualname, NULL},
    {"__self__", new_wrapper_self, NULL},
    {0},
};

Type new_wrapper_type = {
    .name = "builtin_function_or_method",
    .size = sizeof(Wrapper),
    .repr = new_wrapper_repr,
    .call = new_wrapper_call,
    .getsets = new_wrapper_getsets,
};
