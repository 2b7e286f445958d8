/* function.c: functions of scripts, natives, bound methods and cells, as objects. */
#include "runtime/native.h"
#include "runtime/objects/names.h"

static Function *as_function(Value v)
{
    return (Function *)as_object(v);
}
static Native *as_native(Value v)
{
    return (Native *)as_object(v);
}
static Method *as_method(Value v)
{
    return (Method *)as_object(v);
}
static Cell *as_cell(Value v)
{
    return (Cell *)as_object(v);
}
static Value or_none(Value v)
{
    return v == EMPTY ? NONE : v;
}
static void *address(Value v)
{
    return (void *)(uintptr_t)v;
}

/* ---- Functions of scripts ---- */

static Value function_repr(Value v)
{
    return str_format("<function %S at %p>", as_function(v)->qualname.v, address(v));
}

static Value function_call(Value v, Call call)
{
    return call_value(v, call); /* which knows how to run them */
}

static Value function_get(Value v, Value object, Type *owner)
{
    (void)owner;
    return object == EMPTY ? v : method_new(v, object);
}

#define FUNCTION_GETTER(field)                                                                     \
    static Value function_##field(Value v)                                                         \
    {                                                                                              \
        return or_none(as_function(v)->field.v);                                                   \
    }
FUNCTION_GETTER(name)
FUNCTION_GETTER(qualname)
FUNCTION_GETTER(doc)
FUNCTION_GETTER(module)
FUNCTION_GETTER(code)
FUNCTION_GETTER(defaults)
FUNCTION_GETTER(keyword_defaults)
FUNCTION_GETTER(closure)
FUNCTION_GETTER(globals)
FUNCTION_GETTER(builtins)

static void set_name(Value v, Value name)
{
    if (name == EMPTY || !is_str(name)) {
        raise_type("__name__ must be set to a string object");
    }
    mm_store(as_object(v), &as_function(v)->name, name);
}
static void set_qualname(Value v, Value name)
{
    if (name == EMPTY || !is_str(name)) {
        raise_type("__qualname__ must be set to a string object");
    }
    mm_store(as_object(v), &as_function(v)->qualname, name);
}
static void set_doc(Value v, Value doc)
{
    mm_store(as_object(v), &as_function(v)->doc, or_none(doc));
}
static void set_module(Value v, Value module)
{
    mm_store(as_object(v), &as_function(v)->module, or_none(module));
}
static void set_defaults(Value v, Value defaults)
{
    if (defaults != EMPTY && defaults != NONE && !is_tuple(defaults)) {
        raise_type("__defaults__ must be set to a tuple object");
    }
    mm_store(as_object(v), &as_function(v)->defaults, or_none(defaults));
}
static void set_keyword_defaults(Value v, Value defaults)
{
    if (defaults != EMPTY && defaults != NONE && !is_dict(defaults)) {
        raise_type("__kwdefaults__ must be set to a dict object");
    }
    mm_store(as_object(v), &as_function(v)->keyword_defaults, or_none(defaults));
}
static void set_code(Value v, Value code)
{
    if (code == EMPTY || !is_exactly(code, type_of(as_function(v)->code.v))) {
        raise_type("__code__ must be set to a code object");
    }
    mm_store(as_object(v), &as_function(v)->code, code);
}
static Value function_annotations(Value v)
{
    Function *function = as_function(v);
    if (function->annotations.v == EMPTY || function->annotations.v == NONE) {
        mm_store(function, &function->annotations, value_from(dict_new(0)));
    }
    return function->annotations.v;
}
static void set_annotations(Value v, Value annotations)
{
    if (annotations != EMPTY && annotations != NONE && !is_dict(annotations)) {
        raise_type("__annotations__ must be set to a dict object");
    }
    mm_store(as_object(v), &as_function(v)->annotations, annotations);
}

static const GetSetDef function_getsets[] = {
    {"__name__", function_name, set_name},
    {"__qualname__", function_qualname, set_qualname},
    {"__doc__", function_doc, set_doc},
    {"__module__", function_module, set_module},
    {"__code__", function_code, set_code},
    {"__defaults__", function_defaults, set_defaults},
    {"__kwdefaults__", function_keyword_defaults, set_keyword_defaults},
    {"__closure__", function_closure, NULL},
    {"__globals__", function_globals, NULL},
    {"__builtins__", function_builtins, NULL},
    {"__annotations__", function_annotations, set_annotations},
    {0},
};

static const char *function_edge_name(Object *object, Slot *slot, char *text, size_t size)
{
    static const char *const names[] = {
        "__code__", "__globals__",  "__builtins__", "__defaults__", "__kwdefaults__", "__closure__",
        "__name__", "__qualname__", "__doc__",      "__module__",   "__annotations__"};
    (void)text, (void)size;
    size_t i = (size_t)(slot - &((Function *)object)->code);
    return i < COUNT_OF(names) ? names[i] : NULL;
}

Type function_type = {
    .name = "function",
    .size = sizeof(Function),
    .slots_at = offsetof(Function, code),
    .slots_count = 11,
    .attrs_at = offsetof(Function, shape),
    .edge_name = function_edge_name,
    .repr = function_repr,
    .call = function_call,
    .descr_get = function_get,
    .getsets = function_getsets,
};

/* ---- Cells ---- */

Value cell_new(Value value)
{
    Cell *cell = NEW(Cell, &cell_type);
    mm_init(cell, &cell->value, value);
    return value_from(cell);
}

static Value cell_repr(Value v)
{
    Value content = as_cell(v)->value.v;
    if (content == EMPTY) {
        return str_format("<cell at %p: empty>", address(v));
    }
    return str_format("<cell at %p: %T object at %p>", address(v), content, address(content));
}

static Value cell_contents(Value v)
{
    if (as_cell(v)->value.v == EMPTY) {
        raise_value("Cell is empty");
    }
    return as_cell(v)->value.v;
}
static void set_cell_contents(Value v, Value value)
{
    mm_store(as_object(v), &as_cell(v)->value, value);
}
static const GetSetDef cell_getsets[] = {
    {"cell_contents", cell_contents, set_cell_contents},
    {0},
};

Type cell_type = {
    .name = "cell",
    .size = sizeof(Cell),
    .slots_at = offsetof(Cell, value),
    .slots_count = 1,
    .repr = cell_repr,
    .getsets = cell_getsets,
};

/* ---- Natives ---- */

Value native_new(const NativeDef *def, Type *owner, Value self)
{
    Type *type = self != EMPTY || !owner || def->kind == NATIVE_STATIC ? &native_type
                 : def->kind == NATIVE_CLASS ? &class_method_descriptor_type
                                             : &method_descriptor_type;
    Native *native = NEW(Native, type);
    native->def = def;
    native->owner = owner;
    mm_init(native, &native->self, self);
    return value_from(native);
}

static Value native_repr(Value v)
{
    Native *native = as_native(v);
    Value self = native->self.v;
    if (native->def->kind == NATIVE_STATIC && native->owner) {
        self = value_from(native->owner);
    }
    if (self == EMPTY || is_exactly(self, &module_type)) {
        return str_format("<built-in function %s>", native->def->name);
    }
    return str_format("<built-in method %s of %T object at %p>", native->def->name, self,
                      address(self));
}

static Value native_type_call(Value v, Call call)
{
    return native_call(as_native(v), as_native(v)->self.v, call);
}

static Value native_name(Value v)
{
    return str_intern(as_native(v)->def->name);
}
static Value native_qualname(Value v)
{
    Native *native = as_native(v);
    return native->owner ? str_format("%N.%s", native->owner, native->def->name) : native_name(v);
}
static Value native_doc(Value v)
{
    const char *doc = as_native(v)->def->doc;
    return doc ? str_from(doc) : NONE;
}
/* A module's function has the module as its self. */
static Value native_self(Value v)
{
    Native *native = as_native(v);
    Value globals = vm_globals();
    if (native->self.v != EMPTY || native->module.v == EMPTY || !is_dict(globals)) {
        return or_none(native->self.v);
    }
    Value builtins = dict_get_str(as_dict(globals), str_intern("__builtins__"));
    if (builtins == EMPTY || !is_exactly(builtins, &module_type)) {
        return NONE;
    }
    return call_1(op_get_attr(builtins, str_intern("__import__")), native->module.v);
}
static Value native_module(Value v)
{
    return or_none(as_native(v)->module.v);
}
static Value native_objclass(Value v)
{
    return value_from(as_native(v)->owner);
}
static Value native_text_signature(Value v)
{
    (void)v;
    return NONE;
}
static const GetSetDef native_getsets[] = {
    {"__name__", native_name, NULL},
    {"__qualname__", native_qualname, NULL},
    {"__doc__", native_doc, NULL},
    {"__self__", native_self, NULL},
    {"__module__", native_module, NULL},
    {"__text_signature__", native_text_signature, NULL},
    {0},
};

static Value native_compare(CompareOp op, Value a, Value b)
{
    if ((op != CMP_EQ && op != CMP_NE) || !is_exactly(b, &native_type)) {
        return NOT_IMPLEMENTED;
    }
    Native *x = as_native(a), *y = as_native(b);
    return value_bool((x->def == y->def && x->self.v == y->self.v) == (op == CMP_EQ));
}

static int64_t native_hash(Value v)
{
    return (int64_t)(((uintptr_t)as_native(v)->def ^ as_native(v)->self.v) >> 4);
}

Type native_type = {
    .name = "builtin_function_or_method",
    .size = sizeof(Native),
    .slots_at = offsetof(Native, self),
    .slots_count = 2,
    .repr = native_repr,
    .hash = native_hash,
    .compare = native_compare,
    .call = native_type_call,
    .getsets = native_getsets,
};

static Value descriptor_repr(Value v)
{
    Native *native = as_native(v);
    return str_format("<method '%s' of '%N' objects>", native->def->name, native->owner);
}

static Value descriptor_call(Value v, Call call)
{
    native_check_self(as_native(v), call);
    return native_call(as_native(v), EMPTY, call);
}

static Value bind_native(Native *native, Value self)
{
    Native *bound = NEW(Native, &native_type);
    bound->def = native->def;
    bound->signature = native->signature;
    bound->owner = native->owner;
    mm_init(bound, &bound->self, self);
    return value_from(bound);
}

static Value descriptor_get(Value v, Value object, Type *owner)
{
    (void)owner;
    if (object == EMPTY) {
        return v;
    }
    native_check_self(as_native(v), (Call){&object, 1, EMPTY});
    return bind_native(as_native(v), object);
}

static const GetSetDef descriptor_getsets[] = {
    {"__name__", native_name, NULL},
    {"__qualname__", native_qualname, NULL},
    {"__doc__", native_doc, NULL},
    {"__objclass__", native_objclass, NULL},
    {"__text_signature__", native_text_signature, NULL},
    {0},
};

Type method_descriptor_type = {
    .name = "method_descriptor",
    .size = sizeof(Native),
    .slots_at = offsetof(Native, self),
    .slots_count = 2,
    .repr = descriptor_repr,
    .call = descriptor_call,
    .descr_get = descriptor_get,
    .getsets = descriptor_getsets,
};

static Value class_descriptor_get(Value v, Value object, Type *owner)
{
    (void)object;
    return bind_native(as_native(v), value_from(owner));
}

static Value class_descriptor_call(Value v, Call call)
{
    Native *native = as_native(v);
    if (!call.count) {
        raise_type("descriptor '%s' of '%N' object needs an argument", native->def->name,
                   native->owner);
    }
    if (!is_type(call.at[0])) {
        raise_type("descriptor '%s' requires a type but received a '%T' instance",
                   native->def->name, call.at[0]);
    }
    return native_call(native, EMPTY, call);
}

Type class_method_descriptor_type = {
    .name = "classmethod_descriptor",
    .size = sizeof(Native),
    .slots_at = offsetof(Native, self),
    .slots_count = 2,
    .repr = descriptor_repr,
    .call = class_descriptor_call,
    .descr_get = class_descriptor_get,
    .getsets = descriptor_getsets,
};

/* ---- Bound methods ---- */

Value method_new(Value function, Value self)
{
    Method *method = NEW(Method, &method_type);
    mm_init(method, &method->function, function);
    mm_init(method, &method->self, self);
    return value_from(method);
}

static Value method_repr(Value v)
{
    Method *method = as_method(v);
    Value name = op_find_attr(method->function.v, NAME(qualname));
    if (name == EMPTY || !is_str(name)) {
        name = op_find_attr(method->function.v, NAME(name));
    }
    return str_format("<bound method %S of %V>",
                      name != EMPTY && is_str(name) ? name : str_intern("?"), method->self.v);
}

static Value method_call(Value v, Call call)
{
    Method *method = as_method(v);
    size_t named = call.names == EMPTY ? 0 : as_tuple(call.names)->count;
    size_t total = call.count + named;
    Value small[16];
    Value *at = total < COUNT_OF(small) ? small : scratch_bytes((total + 1) * sizeof *at);
    at[0] = method->self.v;
    for (size_t i = 0; i < total; i++) {
        at[i + 1] = call.at[i];
    }
    return call_value(method->function.v, (Call){at, call.count + 1, call.names});
}

static Value method_compare(CompareOp op, Value a, Value b)
{
    if ((op != CMP_EQ && op != CMP_NE) || !is_exactly(b, &method_type)) {
        return NOT_IMPLEMENTED;
    }
    Method *x = as_method(a), *y = as_method(b);
    bool same = x->self.v == y->self.v && op_equal(x->function.v, y->function.v);
    return value_bool(same == (op == CMP_EQ));
}

static int64_t method_hash(Value v)
{
    Method *method = as_method(v);
    return (int64_t)(method->self.v >> 4) ^ op_hash(method->function.v);
}

/* A method has the attributes of its function. */
static Value method_get_attr(Value v, Value name)
{
    Value found = object_get_attr(v, name);
    return found != EMPTY ? found : op_get_attr(as_method(v)->function.v, name);
}

static Value method_get(Value v, Value object, Type *owner)
{
    (void)object, (void)owner;
    return v;
}

static Value method_function(Value v)
{
    return as_method(v)->function.v;
}
static Value method_self(Value v)
{
    return as_method(v)->self.v;
}
static Value method_doc(Value v)
{
    return or_none(op_find_attr(as_method(v)->function.v, NAME(doc)));
}
static const GetSetDef method_getsets[] = {
    {"__func__", method_function, NULL},
    {"__self__", method_self, NULL},
    {"__doc__", method_doc, NULL},
    {0},
};

static Value method_make(Args args)
{
    if (!op_callable(args.at[1])) {
        raise_type("first argument must be callable");
    }
    if (args.at[2] == NONE) {
        raise_type("self must not be None");
    }
    return method_new(args.at[1], args.at[2]);
}
static const NativeDef method_make_def = {
    .name = "method", .fn = method_make, .signature = "cls, function, instance, /"};

Type method_type = {
    .name = "method",
    .size = sizeof(Method),
    .slots_at = offsetof(Method, function),
    .slots_count = 2,
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .get_attr = method_get_attr,
    .descr_get = method_get,
    .make = &method_make_def,
    .getsets = method_getsets,
};
