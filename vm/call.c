/* Calls: binding arguments to parameters in place, and everything that is called without being a
 * plain function of a script.
 */
#include "vm/interp.h"

#include <sys/resource.h>

/* ---- Windows: calls that are set up above the innermost frame ---- */

void raise_recursion(void)
{
    raise_as(&exc_RecursionError, "maximum recursion depth exceeded");
}

Value *vm_window(size_t n)
{
    Value *top = vm_top();
    if (unlikely(n + 16 > (size_t)(vm.stack_limit - top))) {
        raise_recursion();
    }
    vm.window_end = top + n;
    return top;
}

void vm_clear_above(void)
{
    Value *top = vm_top();
    if (vm.window_end > top) {
        clear_run(top, (size_t)(vm.window_end - top));
    }
    vm.window_end = NULL;
}

/* Room for `more` words from `at` on, in or above the innermost frame. */
static void need_room(Value *at, size_t more)
{
    if (unlikely(more + 16 > (size_t)(vm.stack_limit - at))) {
        raise_recursion();
    }
    vm.window_end = MAX(vm.window_end, at + more);
}

/* ---- Messages of binding ---- */

static Value qualname_of(Value *base)
{
    return ((Function *)as_object(base[-1]))->qualname.v;
}

static Value parameter_name(const Code *code, uint32_t i)
{
    return as_tuple(code->local_names.v)->at[i].v;
}

noreturn_fn static void raise_too_many(Value *base, const Code *code, uint32_t given,
                                       uint32_t default_count, uint32_t keyword_only_given)
{
    uint32_t takes = code->parameter_count;
    bool plural = takes != 1;
    Value takes_text;
    if (default_count) {
        plural = true;
        takes_text = str_format("from %d to %d", (int)(takes - default_count), (int)takes);
    } else {
        takes_text = str_format("%d", (int)takes);
    }
    Value extra = str_empty();
    if (keyword_only_given) {
        extra = str_format(" positional argument%s (and %d keyword-only argument%s)",
                           given != 1 ? "s" : "", (int)keyword_only_given,
                           keyword_only_given != 1 ? "s" : "");
    }
    raise_type("%S() takes %S positional argument%s but %d%S %s given", qualname_of(base),
               takes_text, plural ? "s" : "", (int)given, extra,
               given == 1 && !keyword_only_given ? "was" : "were");
}

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'". */
static Value names_text(List *names)
{
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < names->count; i++) {
        if (i) {
            builder_c(&b, i + 1 < names->count ? ", " : names->count == 2 ? " and " : ", and ");
        }
        builder_printf(&b, "%V", list_at(names, i));
    }
    return builder_end(&b);
}

noreturn_fn static void raise_missing(Value *base, const char *kind, List *names)
{
    raise_type("%S() missing %d required %s argument%s: %S", qualname_of(base), (int)names->count,
               kind, names->count == 1 ? "" : "s", names_text(names));
}

/* ---- Binding ---- */

typedef struct Binding {
    Value *base;
    const Code *code;
    Tuple *defaults;         /* or NULL */
    Dict *keyword_defaults;  /* or NULL */
    uint32_t count;          /* positional values */
    Tuple *names;            /* or NULL */
    uint32_t parameters;     /* positional and keyword-only ones */
} Binding;

static int32_t find_parameter(const Binding *b, Value name)
{
    for (uint32_t i = b->code->positional_only; i < b->parameters; i++) {
        Value parameter = parameter_name(b->code, i);
        if (parameter == name || str_equal(parameter, name)) {
            return (int32_t)i;
        }
    }
    return -1;
}

/* Names of positional-only parameters among the keywords, as one str; or EMPTY. */
static Value positional_only_given(const Binding *b)
{
    List *wrong = list_new(0);
    for (size_t k = 0; k < b->names->count; k++) {
        for (uint32_t i = 0; i < b->code->positional_only; i++) {
            if (str_equal(parameter_name(b->code, i), b->names->at[k].v)) {
                list_append(wrong, b->names->at[k].v);
            }
        }
    }
    return wrong->count ? str_join(str_from(", "), value_from(wrong)) : EMPTY;
}

/* Where each named value goes: a parameter's index, or -1 for **kw. Raises TypeError. */
static void match_names(const Binding *b, int32_t *to)
{
    for (size_t k = 0; k < b->names->count; k++) {
        Value name = b->names->at[k].v;
        if (!is_str(name)) {
            raise_type("%S() keywords must be strings", qualname_of(b->base));
        }
        to[k] = find_parameter(b, name);
        if (to[k] < 0) {
            if (b->code->flags & CODE_VARKEYWORDS) {
                continue;
            }
            Value wrong = positional_only_given(b);
            if (wrong != EMPTY) {
                raise_type("%S() got some positional-only arguments passed as keyword arguments: "
                           "'%S'",
                           qualname_of(b->base), wrong);
            }
            raise_type("%S() got an unexpected keyword argument '%S'", qualname_of(b->base), name);
        }
        bool twice = (uint32_t)to[k] < MIN(b->count, b->code->parameter_count);
        for (size_t j = 0; j < k; j++) {
            twice |= to[j] == to[k];
        }
        if (twice) {
            raise_type("%S() got multiple values for argument '%S'", qualname_of(b->base), name);
        }
    }
}

static bool is_named(const int32_t *to, size_t count, uint32_t index)
{
    for (size_t k = 0; k < count; k++) {
        if (to[k] == (int32_t)index) {
            return true;
        }
    }
    return false;
}

static void check_positional(const Binding *b, const int32_t *to, size_t named)
{
    uint32_t default_count = b->defaults ? (uint32_t)b->defaults->count : 0;
    uint32_t parameter_count = b->code->parameter_count;
    if (b->count > parameter_count && !(b->code->flags & CODE_VARARGS)) {
        uint32_t keyword_only = 0;
        for (size_t k = 0; k < named; k++) {
            keyword_only += to[k] >= (int32_t)parameter_count;
        }
        raise_too_many(b->base, b->code, b->count, default_count, keyword_only);
    }
    List *missing = NULL;
    for (uint32_t i = b->count; i + default_count < parameter_count; i++) {
        if (!is_named(to, named, i)) {
            missing = missing ? missing : list_new(0);
            list_append(missing, parameter_name(b->code, i));
        }
    }
    if (missing) {
        raise_missing(b->base, "positional", missing);
    }
}

static Value keyword_default(const Binding *b, uint32_t i)
{
    return b->keyword_defaults ? dict_get_str(b->keyword_defaults, parameter_name(b->code, i))
                               : EMPTY;
}

static void check_keyword_only(const Binding *b, const int32_t *to, size_t named)
{
    List *missing = NULL;
    for (uint32_t i = b->code->parameter_count; i < b->parameters; i++) {
        if (!is_named(to, named, i) && keyword_default(b, i) == EMPTY) {
            missing = missing ? missing : list_new(0);
            list_append(missing, parameter_name(b->code, i));
        }
    }
    if (missing) {
        raise_missing(b->base, "keyword-only", missing);
    }
}

/* Moves the named values, which stand behind the positional ones, to their places. Nothing here
 * raises; counts move with the values. */
static void place_values(const Binding *b, const int32_t *to, size_t named, Value rest, Value extra)
{
    Value *base = b->base;
    uint32_t parameter_count = b->code->parameter_count;
    Value small[32];
    Value *values = named <= COUNT_OF(small) ? small : (Value *)scratch_bytes(named * sizeof(Value));
    memcpy(values, base + b->count, named * sizeof(Value));
    memset(base + b->count, 0, named * sizeof(Value));
    if (b->count > parameter_count) { /* they are in *args now */
        clear_run(base + parameter_count, b->count - parameter_count);
    }
    for (size_t k = 0; k < named; k++) {
        if (to[k] >= 0) {
            base[to[k]] = values[k];
        } else { /* it is in **kw now */
            mm_drop(values[k]);
        }
    }
    uint32_t default_count = b->defaults ? (uint32_t)b->defaults->count : 0;
    for (uint32_t i = parameter_count - default_count; i < parameter_count; i++) {
        if (base[i] == EMPTY) {
            base[i] = b->defaults->at[i - (parameter_count - default_count)].v;
            mm_hold(base[i]);
        }
    }
    for (uint32_t i = parameter_count; i < b->parameters; i++) {
        if (base[i] == EMPTY) {
            base[i] = keyword_default(b, i);
            mm_hold(base[i]);
        }
    }
    uint32_t at = b->parameters;
    if (rest != EMPTY) {
        mm_hold(rest);
        base[at++] = rest;
    }
    if (extra != EMPTY) {
        mm_hold(extra);
        base[at] = extra;
    }
}

/* Everything that may raise comes before anything moves. */
static void bind(Function *function, const Code *code, Value *base, uint32_t count, Value names)
{
    Binding b = {.base = base,
                 .code = code,
                 .count = count,
                 .names = names == EMPTY ? NULL : as_tuple(names),
                 .parameters = (uint32_t)code->parameter_count + code->keyword_only};
    b.defaults = is_tuple(function->defaults.v) ? as_tuple(function->defaults.v) : NULL;
    b.keyword_defaults =
        is_dict(function->keyword_defaults.v) ? as_dict(function->keyword_defaults.v) : NULL;
    size_t named = b.names ? b.names->count : 0;
    int32_t small[32];
    int32_t *to = named <= COUNT_OF(small) ? small : scratch_bytes(named * sizeof *to);
    if (named) {
        match_names(&b, to);
    }
    check_positional(&b, to, named);
    check_keyword_only(&b, to, named);
    Value rest = EMPTY, extra = EMPTY;
    if (code->flags & CODE_VARARGS) {
        uint32_t n = code->parameter_count;
        rest = tuple_from(base + MIN(n, count), count > n ? count - n : 0);
    }
    if (code->flags & CODE_VARKEYWORDS) {
        Dict *dict = dict_new(0);
        extra = value_from(dict);
        for (size_t k = 0; k < named; k++) {
            if (to[k] < 0) {
                dict_set(dict, b.names->at[k].v, base[count + k]);
            }
        }
    }
    place_values(&b, to, named, rest, extra);
}

static void push(Code *code, Value *base, Continuation cont)
{
    Frame *frame = vm.fp + 1;
    *frame = (Frame){.code = code, .pc = code->at, .base = base, .cont = cont, .skip = 1};
    vm.fp = frame;
    vm.window_end = NULL;
}

void frame_push_call(Value *base, uint32_t count, Value names, Continuation cont)
{
    Function *function = (Function *)as_object(base[-1]);
    Code *code = (Code *)as_object(function->code.v);
    size_t named = names == EMPTY ? 0 : as_tuple(names)->count;
    if (unlikely(vm.fp + 1 >= vm.frame_limit)) {
        raise_recursion();
    }
    need_room(base, MAX((size_t)code->register_count, count + named));
    for (size_t i = count + named; i < code->local_count; i++) {
        base[i] = EMPTY; /* dead numbers of the caller's may stand there */
    }
    if (!((code->flags & CODE_SIMPLE) && count == code->parameter_count && !named)) {
        bind(function, code, base, count, names);
    }
    push(code, base, cont);
}

void frame_push_body(Value *base)
{
    Function *function = (Function *)as_object(base[-1]);
    Code *code = (Code *)as_object(function->code.v);
    if (unlikely(vm.fp + 1 >= vm.frame_limit)) {
        raise_recursion();
    }
    need_room(base, code->register_count);
    push(code, base, CONT_EXIT);
}

/* ---- Calling anything ---- */

/* Makes room for one value after at[0] and puts `self` there, `function` in its place. */
static void insert_self(Value *at, uint32_t count, Value function, Value self)
{
    need_room(at, count + 2u);
    Value callee = at[0];
    memmove(at + 2, at + 1, count * sizeof *at);
    mm_hold(function);
    mm_hold(self);
    at[0] = function;
    at[1] = self;
    mm_drop(callee);
}

/* Whether calling the class is: a plain new instance, then __init__ in Python. */
static Value python_init(Type *type)
{
    Value init = type->special[S_INIT].v;
    bool plain = (type->flags & TYPE_HEAP) && is_exactly(init, &function_type) &&
                 type->make == object_base_type.make &&
                 type->special[S_NEW].v == object_base_type.special[S_NEW].v;
    return plain ? init : EMPTY;
}

static void push_init(Value *at, uint32_t count, Value names, Value init, uint8_t skip)
{
    size_t named = names == EMPTY ? 0 : as_tuple(names)->count;
    Value instance = value_from(instance_new(as_type(at[0])));
    need_room(at, count + 3u);
    Value callee = at[0];
    memmove(at + 3, at + 1, count * sizeof *at);
    mm_hold(instance);
    mm_hold(instance);
    mm_hold(init);
    at[0] = instance; /* the result; __init__'s frame begins two words above */
    at[1] = init;
    at[2] = instance;
    mm_drop(callee);
    frame_push_call(at + 2, count + 1 - (uint32_t)named, names, CONT_INIT);
    vm.fp->skip = skip;
}

static Value finish_native(Value *at, uint32_t count, Value result)
{
    mm_hold(result);
    clear_run(at, count + 1u);
    return result;
}

/* The outermost loop's call: all that it has in hand is in registers, so the conservative scan of the
 * natives' stack begins here: gc.collect() is then as exact as it can be. */
static Value call_native_here(Native *native, Call call)
{
    if (vm.loop_depth != 1) {
        return native_call(native, native->self.v, call);
    }
    uintptr_t outer = vm.outer_stack;
    vm.outer_stack = (uintptr_t)__builtin_frame_address(0);
    Value value = native_call(native, native->self.v, call);
    vm.outer_stack = outer;
    return value;
}

Value call_in_place(Value *at, uint32_t count, Value names, uint8_t skip)
{
    uint32_t named = names == EMPTY ? 0 : (uint32_t)as_tuple(names)->count;
    for (int hops = 0; hops < 1000; hops++) {
        Value callee = at[0];
        Type *type = type_of(callee);
        Call call = {at + 1, count - named, names};
        if (type == &function_type) {
            frame_push_call(at + 1, count - named, names, CONT_VALUE);
            vm.fp->skip = skip;
            return EMPTY;
        }
        if (type == &native_type) {
            Native *native = (Native *)as_object(callee);
            return finish_native(at, count, call_native_here(native, call));
        }
        if (type == &method_type) {
            Method *method = (Method *)as_object(callee);
            insert_self(at, count, method->function.v, method->self.v);
            count++;
            continue;
        }
        if (type == &type_type) {
            Value init = python_init(as_type(callee));
            if (init != EMPTY) {
                push_init(at, count, names, init, skip);
                return EMPTY;
            }
            return finish_native(at, count, type_call(as_type(callee), call));
        }
        Value special = type->special[S_CALL].v;
        if ((type->flags & TYPE_HEAP) && is_exactly(special, &function_type)) {
            insert_self(at, count, special, callee);
            count++;
            continue;
        }
        if (!type->call) {
            raise_type("'%T' object is not callable", callee);
        }
        return finish_native(at, count, type->call(callee, call));
    }
    raise_recursion();
}

Value call_spread(Value *at)
{
    Value args = at[1], keywords = at[2];
    size_t count = as_tuple(args)->count;
    size_t named = keywords == EMPTY ? 0 : as_dict(keywords)->count;
    Tuple *names = named ? tuple_new(named) : NULL;
    need_room(at, count + named + 1);
    at[1] = at[2] = EMPTY;
    for (size_t i = 0; i < count; i++) {
        at[1 + i] = as_tuple(args)->at[i].v;
        mm_hold(at[1 + i]);
    }
    uint32_t position = 0;
    Value key, value;
    for (size_t i = 0; i < named && dict_next(as_dict(keywords), &position, &key, &value); i++) {
        mm_init(names, &names->at[i], key);
        mm_hold(value);
        at[1 + count + i] = value;
    }
    mm_drop(args);
    mm_drop(keywords);
    return call_in_place(at, (uint32_t)(count + named), names ? value_from(names) : EMPTY, 1);
}

void raise_init_result(Value result)
{
    raise_type("__init__() should return None, not '%T'", result);
}

/* ---- Calls from C ---- */

static Value call_function(Value function, Value self, Call call)
{
    size_t named = call.names == EMPTY ? 0 : as_tuple(call.names)->count;
    size_t total = call.count + named + (self != EMPTY);
    check_c_stack("");
    Value *at = vm_window(total + 1);
    mm_hold(function);
    at[0] = function;
    size_t i = 1;
    if (self != EMPTY) {
        mm_hold(self);
        at[i++] = self;
    }
    for (size_t k = 0; k < call.count + named; k++) {
        mm_hold(call.at[k]);
        at[i++] = call.at[k];
    }
    Catch c;
    if (CATCH(c)) { /* binding may fail: what was set up must go */
        frame_push_call(at + 1, call.count + (self != EMPTY), call.names, CONT_EXIT);
        catch_end(&c);
    } else {
        vm_clear_above();
        raise_again(c.exception);
    }
    return vm_run(EMPTY);
}

Value call_value(Value callable, Call call)
{
    Type *type = type_of(callable);
    if (type == &function_type) {
        return call_function(callable, EMPTY, call);
    }
    if (type == &native_type) {
        Native *native = (Native *)as_object(callable);
        return native_call(native, native->self.v, call);
    }
    if (type == &method_type) {
        Method *method = (Method *)as_object(callable);
        if (is_exactly(method->function.v, &function_type)) {
            return call_function(method->function.v, method->self.v, call);
        }
    }
    if (type == &type_type) {
        return type_call(as_type(callable), call);
    }
    if (!type->call) {
        raise_type("'%T' object is not callable", callable);
    }
    return type->call(callable, call);
}
