/* alias.c: what annotations are made of: list[int] (types.GenericAlias) and int | None
 * (types.UnionType).
 */
#include "runtime/native.h"
#include "runtime/objects/names.h"

typedef struct Alias {
    Object head;
    Slot origin, args; /* args: tuple */
} Alias;

typedef struct Union {
    Object head;
    Slot args; /* tuple */
} Union;

static Alias *as_alias(Value v)
{
    return (Alias *)as_object(v);
}
static Union *as_union(Value v)
{
    return (Union *)as_object(v);
}

const Tuple *union_args(Value v)
{
    return is_exactly(v, &union_type) ? as_tuple(as_union(v)->args.v) : NULL;
}

/* One type as annotations show it. */
static void show(StrBuilder *text, Value item)
{
    if (item == value_from(&none_type)) {
        builder_c(text, "None");
    } else if (item == ELLIPSIS) {
        builder_c(text, "...");
    } else if (is_type(item)) {
        builder_str(text, type_full_name(as_type(item)));
    } else {
        builder_printf(text, "%V", item);
    }
}

/* ---- list[int] ---- */

Value generic_alias_new(Value origin, Value item)
{
    Alias *alias = NEW(Alias, &generic_alias_type);
    mm_init(alias, &alias->origin, origin);
    mm_init(alias, &alias->args, is_tuple(item) ? item : tuple_of(1, item));
    return value_from(alias);
}

static void show_arg(StrBuilder *text, Value item)
{
    if (item == NONE) {
        builder_c(text, "None");
    } else if (is_list(item)) {
        builder_c(text, "[");
        for (size_t i = 0; i < as_list(item)->count; i++) {
            builder_c(text, i ? ", " : "");
            show_arg(text, list_at(as_list(item), i));
        }
        builder_c(text, "]");
    } else {
        show(text, item);
    }
}

static Value alias_repr(Value v)
{
    check_c_stack(" while getting the repr of an object");
    StrBuilder text;
    builder_start(&text);
    show(&text, as_alias(v)->origin.v);
    const Tuple *args = as_tuple(as_alias(v)->args.v);
    builder_c(&text, args->count ? "[" : "[()");
    for (size_t i = 0; i < args->count; i++) {
        builder_c(&text, i ? ", " : "");
        show_arg(&text, args->at[i].v);
    }
    builder_c(&text, "]");
    return builder_end(&text);
}

static Value alias_call(Value v, Call call)
{
    return call_value(as_alias(v)->origin.v, call);
}

static Value alias_compare(CompareOp op, Value a, Value b)
{
    if ((op != CMP_EQ && op != CMP_NE) || !is_exactly(b, &generic_alias_type)) {
        return NOT_IMPLEMENTED;
    }
    bool same = op_equal(as_alias(a)->origin.v, as_alias(b)->origin.v) &&
                op_equal(as_alias(a)->args.v, as_alias(b)->args.v);
    return value_bool(same == (op == CMP_EQ));
}

static int64_t alias_hash(Value v)
{
    return op_hash(as_alias(v)->origin.v) ^ op_hash(as_alias(v)->args.v);
}

static Value union_binary(BinaryOp op, Value a, Value b)
{
    return op == OP2_OR ? union_new(a, b) : NOT_IMPLEMENTED;
}

/* Attributes of the origin shine through. */
static Value alias_get_attr(Value v, Value name)
{
    Value found = object_get_attr(v, name);
    size_t length;
    const char *text = str_utf8(name, &length);
    bool is_special = length > 4 && !strncmp(text, "__", 2) && !strcmp(text + length - 2, "__");
    return found != EMPTY || is_special ? found : op_find_attr(as_alias(v)->origin.v, name);
}

static Value alias_origin(Value v)
{
    return as_alias(v)->origin.v;
}
static Value alias_args(Value v)
{
    return as_alias(v)->args.v;
}
static Value alias_parameters(Value v)
{
    (void)v;
    return tuple_empty();
}
static Value alias_mro_entries(Args args)
{
    return tuple_of(1, as_alias(args.at[0])->origin.v);
}
static const GetSetDef alias_getsets[] = {
    {"__origin__", alias_origin, NULL},
    {"__args__", alias_args, NULL},
    {"__parameters__", alias_parameters, NULL},
    {0},
};
static const NativeDef alias_methods[] = {
    {.name = "__mro_entries__", .fn = alias_mro_entries, .signature = "self, bases, /"},
    {0},
};

Type generic_alias_type = {
    .name = "types.GenericAlias",
    .size = sizeof(Alias),
    .slots_at = offsetof(Alias, origin),
    .slots_count = 2,
    .repr = alias_repr,
    .hash = alias_hash,
    .compare = alias_compare,
    .call = alias_call,
    .get_attr = alias_get_attr,
    .binary = union_binary,
    .methods = alias_methods,
    .getsets = alias_getsets,
};

/* ---- int | None ---- */

static bool may_be_in_union(Value v)
{
    return v == NONE || is_type(v) || is_exactly(v, &generic_alias_type) ||
           is_exactly(v, &union_type);
}

static void add_args(List *args, Value v)
{
    const Tuple *parts = union_args(v);
    for (size_t i = 0; parts && i < parts->count; i++) {
        add_args(args, parts->at[i].v);
    }
    if (parts) {
        return;
    }
    if (v == NONE) {
        v = value_from(&none_type);
    }
    for (size_t i = 0; i < args->count; i++) {
        if (op_equal(list_at(args, i), v)) {
            return;
        }
    }
    list_append(args, v);
}

Value union_new(Value a, Value b)
{
    if (!may_be_in_union(a) || !may_be_in_union(b)) {
        return NOT_IMPLEMENTED;
    }
    List *args = list_new(2);
    add_args(args, a);
    add_args(args, b);
    if (args->count == 1) {
        return list_at(args, 0);
    }
    Union *u = NEW(Union, &union_type);
    mm_init(u, &u->args, tuple_from_iterable(value_from(args)));
    return value_from(u);
}

static Value union_repr(Value v)
{
    check_c_stack(" while getting the repr of an object");
    StrBuilder text;
    builder_start(&text);
    const Tuple *args = union_args(v);
    for (size_t i = 0; i < args->count; i++) {
        builder_c(&text, i ? " | " : "");
        show(&text, args->at[i].v);
    }
    return builder_end(&text);
}

static bool has_all(const Tuple *all, const Tuple *some)
{
    for (size_t i = 0; i < some->count; i++) {
        bool found = false;
        for (size_t k = 0; k < all->count && !found; k++) {
            found = op_equal(all->at[k].v, some->at[i].v);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

static Value union_compare(CompareOp op, Value a, Value b)
{
    const Tuple *x = union_args(a), *y = union_args(b);
    if ((op != CMP_EQ && op != CMP_NE) || !y) {
        return NOT_IMPLEMENTED;
    }
    return value_bool((has_all(x, y) && has_all(y, x)) == (op == CMP_EQ));
}

static int64_t union_hash(Value v)
{
    const Tuple *args = union_args(v);
    int64_t hash = 0;
    for (size_t i = 0; i < args->count; i++) {
        hash ^= op_hash(args->at[i].v);
    }
    return hash;
}

static Value union_get_args(Value v)
{
    return as_union(v)->args.v;
}
static const GetSetDef union_getsets[] = {
    {"__args__", union_get_args, NULL},
    {"__parameters__", alias_parameters, NULL},
    {0},
};

Type union_type = {
    .name = "types.UnionType",
    .size = sizeof(Union),
    .slots_at = offsetof(Union, args),
    .slots_count = 1,
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .binary = union_binary,
    .getsets = union_getsets,
};
