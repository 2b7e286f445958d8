/* mapping_proxy.c: mappingproxy: a read-only view of a dict, such as a class's __dict__. */
#include "runtime/native.h"

typedef struct MappingProxy {
    Object head;
    Slot mapping;
} MappingProxy;

static Value mapping_of(Value v)
{
    return ((MappingProxy *)as_object(v))->mapping.v;
}

Value mapping_proxy_new(Value mapping)
{
    MappingProxy *proxy = NEW(MappingProxy, &mapping_proxy_type);
    mm_init(proxy, &proxy->mapping, mapping);
    return value_from(proxy);
}

static Value proxy_repr(Value v)
{
    return str_format("mappingproxy(%V)", mapping_of(v));
}
static Value proxy_str(Value v)
{
    return op_str(mapping_of(v));
}
static Value proxy_compare(CompareOp op, Value a, Value b)
{
    return op_compare(op, mapping_of(a), b);
}
static int64_t proxy_length(Value v)
{
    return op_length(mapping_of(v));
}
static Value proxy_get_item(Value v, Value key)
{
    return op_get_item(mapping_of(v), key);
}
static bool proxy_contains(Value v, Value item)
{
    return op_contains(mapping_of(v), item);
}
static Value proxy_iter(Value v)
{
    return op_iter(mapping_of(v));
}
static Value proxy_binary(BinaryOp op, Value a, Value b)
{
    if (op != OP2_OR) {
        return NOT_IMPLEMENTED;
    }
    a = is_exactly(a, &mapping_proxy_type) ? mapping_of(a) : a;
    b = is_exactly(b, &mapping_proxy_type) ? mapping_of(b) : b;
    return op_binary(op, a, b);
}

static Value call_method(Value v, const char *name, const Value *args, uint32_t count)
{
    Value method = op_get_attr(mapping_of(v), str_intern(name));
    return call_value(method, (Call){args, count, EMPTY});
}
static Value proxy_get(Args args)
{
    return call_method(args.at[0], "get", args.at + 1, args.count - 1);
}
static Value proxy_keys(Args args)
{
    return call_method(args.at[0], "keys", NULL, 0);
}
static Value proxy_values(Args args)
{
    return call_method(args.at[0], "values", NULL, 0);
}
static Value proxy_items(Args args)
{
    return call_method(args.at[0], "items", NULL, 0);
}
static Value proxy_copy(Args args)
{
    return call_method(args.at[0], "copy", NULL, 0);
}
static const NativeDef proxy_methods[] = {
    {.name = "get", .fn = proxy_get, .signature = "self, key, default=, /"},
    {.name = "keys", .fn = proxy_keys, .signature = "self, /"},
    {.name = "values", .fn = proxy_values, .signature = "self, /"},
    {.name = "items", .fn = proxy_items, .signature = "self, /"},
    {.name = "copy", .fn = proxy_copy, .signature = "self, /"},
    {0},
};

static Value proxy_make(Args args)
{
    if (!is_dict(args.at[1]) && !is_exactly(args.at[1], &mapping_proxy_type)) {
        raise_type("mappingproxy() argument must be a mapping, not %T", args.at[1]);
    }
    return mapping_proxy_new(args.at[1]);
}
static const NativeDef proxy_make_def = {
    .name = "mappingproxy", .fn = proxy_make, .signature = "cls, mapping"};

Type mapping_proxy_type = {
    .name = "mappingproxy",
    .size = sizeof(MappingProxy),
    .slots_at = offsetof(MappingProxy, mapping),
    .slots_count = 1,
    .repr = proxy_repr,
    .str = proxy_str,
    .compare = proxy_compare,
    .length = proxy_length,
    .get_item = proxy_get_item,
    .contains = proxy_contains,
    .iter = proxy_iter,
    .binary = proxy_binary,
    .make = &proxy_make_def,
    .methods = proxy_methods,
};
