/* Operators, displays, unpacking, functions and classes: what the loop leaves to functions. */
#include "vm/interp.h"

#include "runtime/objects/file.h"

/* ---- Binary operators in Python ---- */

BinaryOp binary_op_of(Opcode op)
{
    switch (op) {
#define X(name)                                                                                    \
    case OP_##name:                                                                                \
    case OP_##name##_K:                                                                            \
    case OP_I_##name:                                                                              \
    case OP_I_##name##_K:                                                                          \
        return OP2_##name;
        ARITHMETIC_OPS(X)
#undef X
    default:
        unreachable("not a binary operator");
    }
}

static Opcode running_op(Opcode op)
{
    return op == OP_TRAP ? vm.fp->code->trapped[vm.fp->pc - vm.fp->code->at] : op;
}

bool binary_push(Opcode op, Value a, Value b)
{
    Type *type = object_type(as_object(a));
    if (!(type->flags & TYPE_HEAP)) {
        return false;
    }
    BinaryOp binary = binary_op_of(running_op(op));
    Value method = type->special[S_ADD + binary].v;
    if (!is_exactly(method, &function_type)) {
        return false;
    }
    Type *other = type_of(b);
    if (other != type && type_is_subtype(other, type)) {
        return false; /* its reflected method may come first */
    }
    Value *at = vm_window(3);
    mm_hold(method);
    mm_hold(a);
    mm_hold(b);
    at[0] = method;
    at[1] = a;
    at[2] = b;
    frame_push_call(at + 1, 2, EMPTY, CONT_BINARY);
    return true;
}

Value binary_rest(Opcode op, Value a, Value b)
{
    BinaryOp binary = binary_op_of(running_op(op));
    Type *type = type_of(b);
    if (type != type_of(a)) {
        Value method = type->special[S_RADD + binary].v;
        if (method != EMPTY) {
            Value result = op_call_special(method, b, &a, 1);
            if (result != NOT_IMPLEMENTED) {
                return result;
            }
        }
    }
    raise_binary(binary, false, a, b);
}

/* ---- Unpacking ---- */

static void set_register(Value *at, Value v)
{
    Value old = *at;
    mm_hold(v);
    *at = v;
    mm_drop(old);
}

noreturn_fn static void raise_too_many(uint32_t count)
{
    raise_value("too many values to unpack (expected %d)", (int)count);
}

noreturn_fn static void raise_too_few(const char *at_least, uint32_t count, uint32_t got)
{
    raise_value("not enough values to unpack (expected %s%d, got %d)", at_least, (int)count,
                (int)got);
}

static Value unpack_iter(Value sequence)
{
    Type *type = type_of(sequence);
    if (!type->iter && !type->get_item) {
        raise_type("cannot unpack non-iterable %T object", sequence);
    }
    return op_iter(sequence);
}

Value unpack_items(Value sequence, uint32_t count)
{
    bool tuple = is_exactly(sequence, &tuple_type);
    if (tuple || is_exactly(sequence, &list_type)) {
        size_t have = tuple ? as_tuple(sequence)->count : as_list(sequence)->count;
        if (have != count) {
            if (have > count) {
                raise_too_many(count);
            }
            raise_too_few("", count, (uint32_t)have);
        }
        return sequence;
    }
    Value iterator = unpack_iter(sequence);
    Tuple *items = tuple_new(count);
    for (uint32_t i = 0; i < count; i++) {
        Value item = op_next(iterator);
        if (item == EMPTY) {
            raise_too_few("", count, i);
        }
        mm_init(items, &items->at[i], item);
    }
    if (op_next(iterator) != EMPTY) {
        raise_too_many(count);
    }
    return value_from(items);
}

Value unpack_star_items(Value sequence, uint32_t before, uint32_t after)
{
    Value iterator = unpack_iter(sequence);
    Tuple *items = tuple_new(before + 1 + after);
    for (uint32_t i = 0; i < before; i++) {
        Value item = op_next(iterator);
        if (item == EMPTY) {
            raise_too_few("at least ", before + after, i);
        }
        mm_init(items, &items->at[i], item);
    }
    Value rest = list_from_iterable(iterator);
    List *list = as_list(rest);
    if (list->count < after) {
        raise_too_few("at least ", before + after, before + (uint32_t)list->count);
    }
    mm_init(items, &items->at[before], rest);
    for (uint32_t i = after; i > 0; i--) {
        mm_init(items, &items->at[before + i], list_pop(list, list->count - 1));
    }
    return value_from(items);
}

/* What a register held before may have a finalizer, and that may change the list. */
void unpack(Value items, Value *to, uint32_t count)
{
    bool tuple = is_exactly(items, &tuple_type);
    for (uint32_t i = 0; i < count; i++) {
        set_register(&to[i], tuple                         ? as_tuple(items)->at[i].v
                             : i < as_list(items)->count ? list_at(as_list(items), i)
                                                           : NONE);
    }
}

/* ---- Strings and displays ---- */

static Value to_ascii(Value v)
{
    Value ascii = dict_get_str(vm.builtins, str_intern("ascii"));
    return call_1(ascii, v);
}

Value format_value(Value value, Value spec, int conversion)
{
    if (conversion == 0 && spec == EMPTY && is_exactly(value, &str_type)) {
        return value;
    }
    value = conversion == 1   ? op_str(value)
            : conversion == 2 ? op_repr(value)
            : conversion == 3 ? to_ascii(value)
                              : value;
    if (spec == EMPTY && (is_int(value) || is_float(value) || is_exactly(value, &str_type))) {
        return op_str(value);
    }
    return op_format(value, spec == EMPTY ? str_empty() : spec);
}

static bool is_mapping(Value v)
{
    return is_dict(v) || op_find_attr(v, str_intern("keys")) != EMPTY;
}

void update_display(Dict *dict, Value mapping)
{
    if (!is_mapping(mapping)) {
        raise_type("'%T' object is not a mapping", mapping);
    }
    dict_update(dict, mapping);
}

static Value callee_name(Value callee)
{
    Value name = op_find_attr(callee, str_intern("__qualname__"));
    if (name == EMPTY || !is_str(name)) {
        return str_format("%S object", op_str(callee));
    }
    Value module = op_find_attr(callee, str_intern("__module__"));
    if (module != EMPTY && is_str(module) && !str_equals_c(module, "builtins")) {
        return str_format("%S.%S()", module, name);
    }
    return str_format("%S()", name);
}

void extend_display(Value list, Value iterable, Value callee)
{
    Type *type = type_of(iterable);
    if (!type->iter && !type->get_item) {
        if (callee != EMPTY) {
            raise_type("%S argument after * must be an iterable, not %T", callee_name(callee),
                       iterable);
        }
        raise_type("Value after * must be an iterable, not %T", iterable);
    }
    list_extend(as_list(list), iterable);
}

void merge_keywords(Dict *dict, Value mapping, Value callee)
{
    if (!is_mapping(mapping)) {
        raise_type("%S argument after ** must be a mapping, not %T", callee_name(callee), mapping);
    }
    if (!is_dict(mapping)) {
        Dict *copy = dict_new(0);
        dict_update(copy, mapping);
        mapping = value_from(copy);
    }
    uint32_t position = 0;
    Value key, value;
    while (dict_next(as_dict(mapping), &position, &key, &value)) {
        if (!is_str(key)) {
            raise_type("keywords must be strings");
        }
        if (dict_get(dict, key) != EMPTY) {
            raise_type("%S got multiple values for keyword argument '%S'", callee_name(callee),
                       key);
        }
        dict_set(dict, key, value);
    }
}

void display_value(Value value)
{
    if (value == NONE) {
        return;
    }
    Value text = op_repr(value);
    size_t length;
    const char *utf8 = str_utf8(text, &length);
    Value out = file_standard(1);
    file_write(out, utf8, length);
    file_write(out, "\n", 1);
    dict_set(vm.builtins, str_intern("_"), value);
}

/* ---- Functions and classes ---- */

Value function_new(Code *code, Dict *globals)
{
    Function *function = NEW(Function, &function_type);
    mm_init(function, &function->code, value_from(code));
    mm_init(function, &function->globals, value_from(globals));
    mm_init(function, &function->builtins, value_from(vm.builtins));
    mm_init(function, &function->name, code->name.v);
    mm_init(function, &function->qualname, code->qualname.v);
    mm_init(function, &function->doc, code->doc.v);
    return value_from(function);
}

Value make_function(Function *outer, Value code, Value *parts)
{
    Value value = function_new((Code *)as_object(code), as_dict(outer->globals.v));
    Function *function = (Function *)as_object(value);
    Value module = dict_get_str(as_dict(outer->globals.v), str_intern("__name__"));
    if (module != EMPTY) {
        mm_init(function, &function->module, module);
    }
    if (parts) {
        mm_init(function, &function->defaults, parts[0]);
        mm_init(function, &function->keyword_defaults, parts[1]);
        mm_init(function, &function->annotations, parts[2]);
        mm_init(function, &function->closure, parts[3]);
    }
    return value;
}

/* Runs a class body with its namespace. */
static void run_class_body(Value function, Value namespace_dict)
{
    Value *at = vm_window(2);
    mm_hold(function);
    mm_hold(namespace_dict);
    at[0] = function;
    at[1] = namespace_dict;
    frame_push_body(at + 1);
    vm_run(EMPTY);
}

Value build_class(Value function, Value name, Value bases, Value keywords)
{
    Value explicit_meta = EMPTY;
    if (keywords != EMPTY) {
        explicit_meta = dict_pop(as_dict(keywords), str_intern("metaclass"));
    }
    Value resolved = type_resolve_bases(bases);
    Value meta = type_choose_meta(explicit_meta, resolved);
    Value namespace_dict = type_prepare(meta, name, resolved, keywords);
    if (resolved != bases) {
        op_set_item(namespace_dict, str_intern("__orig_bases__"), bases);
    }
    run_class_body(function, namespace_dict);
    if (meta == value_from(&type_type) && is_exactly(namespace_dict, &dict_type)) {
        return type_new_class(&type_type, name, resolved, as_dict(namespace_dict), keywords);
    }
    size_t extra = keywords == EMPTY ? 0 : as_dict(keywords)->count;
    Slot *at = scratch_new(3 + extra);
    Slot *names = scratch_new(extra + 1);
    mm_init(at, &at[0], name);
    mm_init(at, &at[1], resolved);
    mm_init(at, &at[2], namespace_dict);
    uint32_t position = 0, i = 0;
    Value key, value;
    while (extra && dict_next(as_dict(keywords), &position, &key, &value)) {
        mm_init(names, &names[i], key);
        mm_init(at, &at[3 + i++], value);
    }
    return call_value(meta, (Call){(Value *)at, 3,
                                   extra ? tuple_from((Value *)names, extra) : EMPTY});
}

/* ---- with ---- */

noreturn_fn static void raise_no_context_manager(Value manager, const char *missed)
{
    raise_type("'%T' object does not support the context manager protocol%s", manager, missed);
}

Value with_exit_method(Value manager)
{
    if (op_special(manager, S_ENTER) == EMPTY) {
        raise_no_context_manager(manager, "");
    }
    Value method = op_special(manager, S_EXIT);
    if (method == EMPTY) {
        raise_no_context_manager(manager, " (missed __exit__ method)");
    }
    Type *type = type_of(method);
    if (type == &function_type || type == &method_descriptor_type) {
        return method_new(method, manager);
    }
    return type->descr_get ? type->descr_get(method, manager, type_of(manager)) : method;
}

Value with_enter(Value manager)
{
    return op_call_special(op_special(manager, S_ENTER), manager, NULL, 0);
}

bool with_except(Value leave_method, Value exception)
{
    Value traceback = ((Exception *)as_object(exception))->traceback.v;
    return op_truth(call_3(leave_method, value_from(type_of(exception)), exception,
                           traceback == EMPTY ? NONE : traceback));
}
