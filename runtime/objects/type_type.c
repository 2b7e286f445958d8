/* type_type.c: the type `type`: what every class can do. */
#include "runtime/native.h"
#include "runtime/objects/names.h"

static Value type_repr(Value v)
{
    return str_format("<class '%S'>", type_full_name(as_type(v)));
}

static Value call_class(Value v, Call call)
{
    return type_call(as_type(v), call);
}

static Value type_binary(BinaryOp op, Value a, Value b)
{
    return op == OP2_OR ? union_new(a, b) : NOT_IMPLEMENTED;
}

static void trace_shapes(Object *object, Visitor *visitor)
{
    shape_visit_all((Type *)object, visitor);
}

static void free_shapes(Object *object)
{
    shape_free_all((Type *)object);
}

static const char *type_edge_name(Object *object, Slot *slot, char *text, size_t size)
{
    static const char *const names[] = {"__bases__",    "__mro__",    "__dict__",      "__name__",
                                        "__qualname__", "__module__", "__subclasses__"};
    (void)text, (void)size;
    size_t i = (size_t)(slot - &((Type *)object)->bases);
    return i < COUNT_OF(names) ? names[i] : NULL;
}

/* ---- Attributes ---- */

static Value get_name(Value v)
{
    return type_name(as_type(v));
}
static Value get_qualname(Value v)
{
    return type_qualname(as_type(v));
}
static Value get_module(Value v)
{
    return type_module(as_type(v));
}
static Value get_bases(Value v)
{
    type_fill(as_type(v));
    return as_type(v)->bases.v;
}
static Value get_base(Value v)
{
    type_ready(as_type(v));
    return as_type(v)->base ? value_from(as_type(v)->base) : NONE;
}
static Value get_mro(Value v)
{
    type_ready(as_type(v));
    return as_type(v)->mro.v;
}
static Value get_dict(Value v)
{
    type_fill(as_type(v));
    return mapping_proxy_new(as_type(v)->dict.v);
}
static Value get_doc(Value v)
{
    Type *type = as_type(v);
    type_fill(type);
    Value doc = dict_get_str(as_dict(type->dict.v), NAME(doc));
    if (doc == EMPTY) {
        return NONE;
    }
    Value (*get)(Value, Value, Type *) = type_of(doc)->descr_get;
    if (is_exactly(doc, &getset_type)) { /* a built-in type whose instances have a __doc__ */
        return type->doc ? str_from(type->doc) : NONE;
    }
    return get ? get(doc, EMPTY, type) : doc;
}
static Value get_annotations(Value v)
{
    Type *type = as_type(v);
    type_fill(type);
    Value found = dict_get_str(as_dict(type->dict.v), NAME(annotations));
    if (found == EMPTY) {
        if (!(type->flags & TYPE_HEAP)) {
            raise_no_attr(v, NAME(annotations));
        }
        found = value_from(dict_new(0));
        dict_set(as_dict(type->dict.v), NAME(annotations), found);
    }
    return found;
}

static void check_settable(Value v, Value value, const char *name)
{
    Type *type = as_type(v);
    if (!(type->flags & TYPE_HEAP)) {
        raise_type("cannot set '%s' attribute of immutable type '%N'", name, type);
    }
    if (value == EMPTY) {
        raise_type("cannot delete '%s' attribute of immutable type '%N'", name, type);
    }
}

static void set_name(Value v, Value value)
{
    Type *type = as_type(v);
    check_settable(v, value, "__name__");
    if (!is_str(value)) {
        raise_type("can only assign string to %N.__name__, not '%T'", type, value);
    }
    const char *text = str_utf8(value, NULL);
    mm_store(type, &type->name_str, value);
    type->name = text;
}
static void set_qualname(Value v, Value value)
{
    check_settable(v, value, "__qualname__");
    if (!is_str(value)) {
        raise_type("can only assign string to %N.__qualname__, not '%T'", as_type(v), value);
    }
    mm_store(as_object(v), &as_type(v)->qualname, value);
}
static void set_in_dict(Value v, Value value, Value name)
{
    check_settable(v, value, str_utf8(name, NULL));
    dict_set(as_dict(as_type(v)->dict.v), name, value);
    type_modified(as_type(v));
}
static void set_module(Value v, Value value)
{
    set_in_dict(v, value, NAME(module));
}
static void set_doc(Value v, Value value)
{
    set_in_dict(v, value, NAME(doc));
}
static void set_annotations(Value v, Value value)
{
    set_in_dict(v, value, NAME(annotations));
}
static void set_bases(Value v, Value value)
{
    check_settable(v, value, "__bases__");
    if (!is_tuple(value)) {
        raise_type("can only assign tuple to %N.__bases__, not %T", as_type(v), value);
    }
    if (!as_tuple(value)->count) {
        raise_type("can only assign non-empty tuple to %N.__bases__, not ()", as_type(v));
    }
    raise_unsupported("assignment to __bases__");
}

static const GetSetDef type_getsets[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module},
    {"__bases__", get_bases, set_bases},
    {"__base__", get_base, NULL},
    {"__mro__", get_mro, NULL},
    {"__dict__", get_dict, NULL},
    {"__doc__", get_doc, set_doc},
    {"__annotations__", get_annotations, set_annotations},
    {0},
};

/* ---- Methods ---- */

static Value mro_method(Args args)
{
    type_fill(as_type(args.at[0]));
    return list_from_iterable(type_compute_mro(as_type(args.at[0])));
}
static Value subclasses_method(Args args)
{
    return type_subclasses(as_type(args.at[0]));
}
static Value prepare_method(Args args)
{
    (void)args;
    return value_from(dict_new(0));
}
static Value instance_check(Args args)
{
    return value_bool(type_is_subtype(type_of(args.at[1]), as_type(args.at[0])));
}
static Value subclass_check(Args args)
{
    if (!is_type(args.at[1])) {
        raise_type("issubclass() arg 1 must be a class");
    }
    return value_bool(type_is_subtype(as_type(args.at[1]), as_type(args.at[0])));
}
static Value dir_method(Args args)
{
    return type_dir_names(as_type(args.at[0]));
}

static const NativeDef type_methods[] = {
    {.name = "mro", .fn = mro_method, .signature = "self, /"},
    {.name = "__subclasses__", .fn = subclasses_method, .signature = "self, /"},
    {.name = "__prepare__",
     .fn = prepare_method,
     .signature = "cls, /, *args, **kw",
     .kind = NATIVE_CLASS},
    {.name = "__instancecheck__", .fn = instance_check, .signature = "self, instance, /"},
    {.name = "__subclasscheck__", .fn = subclass_check, .signature = "self, subclass, /"},
    {.name = "__dir__", .fn = dir_method, .signature = "self, /"},
    {0},
};

/* ---- type(name, bases, namespace) ---- */

static Value type_make(Args args)
{
    Type *meta = as_type(args.at[0]);
    const Value *at = args.at + 2;
    uint32_t count = args.count - 2;
    if (count != 3) {
        if (meta == &type_type) {
            raise_type("type() takes 1 or 3 arguments");
        }
        raise_type("type.__new__() takes exactly 3 arguments (%u given)", count);
    }
    if (!is_str(at[0])) {
        raise_type("type.__new__() argument 1 must be str, not %T", at[0]);
    }
    if (!is_tuple(at[1])) {
        raise_type("type.__new__() argument 2 must be tuple, not %T", at[1]);
    }
    if (!is_dict(at[2])) {
        raise_type("type.__new__() argument 3 must be dict, not %T", at[2]);
    }
    const Tuple *bases = as_tuple(at[1]);
    for (size_t i = 0; i < bases->count; i++) {
        if (!is_type(bases->at[i].v) && op_find_attr(bases->at[i].v, NAME(mro_entries)) != EMPTY) {
            raise_type("type() doesn't support MRO entry resolution; use types.new_class()");
        }
    }
    return type_new_class(meta, at[0], at[1], as_dict(at[2]), args.at[1]);
}
static const NativeDef type_make_def = {
    .name = "type", .fn = type_make, .signature = "cls, /, *args, **kw"};

static Value type_init(Args args)
{
    uint32_t count = args.count - 2;
    if (count != 1 && count != 3) {
        raise_type("type.__init__() takes 1 or 3 arguments");
    }
    return NONE;
}
static const NativeDef type_init_def = {
    .name = "type", .fn = type_init, .signature = "self, /, *args, **kw"};

Type type_type = {
    .name = "type",
    .flags = TYPE_SUBCLASSABLE | TYPE_TYPE,
    .size = sizeof(Type),
    .slots_at = offsetof(Type, bases),
    .slots_count = 7 + SPECIAL_COUNT, /* bases ... subclasses, special */
    .trace = trace_shapes,
    .edge_name = type_edge_name,
    .on_free = free_shapes,
    .repr = type_repr,
    .call = call_class,
    .get_attr = type_get_attr,
    .set_attr = type_set_attr,
    .binary = type_binary,
    .make = &type_make_def,
    .init = &type_init_def,
    .methods = type_methods,
    .getsets = type_getsets,
};
_Static_assert(offsetof(Type, special) == offsetof(Type, bases) + 7 * sizeof(Slot),
               "the references of a Type lie in one run");
