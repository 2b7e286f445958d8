/* signature.c: what a native takes: signatures parsed once, calls bound to them, and CPython's
 * words for what does not fit.
 */
#include "runtime/native.h"
#include <ctype.h>
#include <stdlib.h>

/* ---- Parsing ---- */

static const char *skip_blanks(const char *at)
{
    while (*at == ' ') {
        at++;
    }
    return at;
}

static const char *skip_name(const char *at)
{
    while (*at == '_' || isalnum((unsigned char)*at)) {
        at++;
    }
    return at;
}

static size_t count_parts(const char *text)
{
    size_t commas = 0;
    for (; *text; text++) {
        commas += *text == ',';
    }
    return commas + 1;
}

static void add_parameter(Signature *s, const char *name, size_t length, bool is_optional)
{
    bool is_keyword_only = s->has_star || s->keyword_only;
    s->at[s->max + s->keyword_only] = (Parameter){name, (uint16_t)length, is_optional};
    if (is_keyword_only) {
        s->keyword_only++;
        return;
    }
    s->max++;
    if (!is_optional) {
        s->min = s->max;
    }
}

/* One part between commas: `name`, `name=`, `/`, `*`, `*args` or `**kw`. */
static const char *parse_part(Signature *s, const char *at, bool *bare_star)
{
    if (*at == '/') {
        s->positional_only = s->max;
        return at + 1;
    }
    if (at[0] == '*') {
        size_t stars = at[1] == '*' ? 2 : 1;
        const char *end = skip_name(at + stars);
        if (stars == 2) {
            s->has_star_star = true;
        } else {
            s->has_star = true;
            *bare_star = end == at + 1;
        }
        return end;
    }
    const char *end = skip_name(at);
    assert(end != at);
    bool is_optional = *end == '=';
    add_parameter(s, at, (size_t)(end - at), is_optional);
    return end + is_optional;
}

static Signature *parse(const NativeDef *def)
{
    const char *text = def->signature ? def->signature : "";
    Signature *s = calloc(1, sizeof *s + count_parts(text) * sizeof(Parameter));
    if (!s) {
        raise_memory();
    }
    bool bare_star = false;
    const char *at = skip_blanks(text);
    s->has_self = !strncmp(at, "self", 4) || !strncmp(at, "cls", 3);
    while (*at) {
        at = skip_blanks(parse_part(s, at, &bare_star));
        if (*at == ',') {
            at = skip_blanks(at + 1);
        }
    }
    if (bare_star) {
        s->has_star = false;
    }
    if (s->has_self && !s->positional_only) {
        s->positional_only = 1;
    }
    s->is_direct = !s->has_star && !s->has_star_star && !s->keyword_only;
    s->is_open = s->has_star && !s->has_star_star && !s->keyword_only && s->min == s->max;
    return s;
}

/* def -> Signature; open addressing, at most half full. Signatures live as long as the process. */
typedef struct SignatureEntry {
    const NativeDef *def;
    Signature *signature;
} SignatureEntry;
static SignatureEntry *entries;
static size_t entries_size, entries_used;

static SignatureEntry *find_entry(const NativeDef *def)
{
    size_t i = ((uintptr_t)def >> 3) * UINT64_C(0x9e3779b97f4a7c15) >> 32 & (entries_size - 1);
    while (entries[i].def && entries[i].def != def) {
        i = (i + 1) & (entries_size - 1);
    }
    return &entries[i];
}

static void grow_entries(void)
{
    SignatureEntry *old = entries;
    size_t old_size = entries_size, size = MAX(old_size * 2, 512);
    SignatureEntry *fresh = calloc(size, sizeof *fresh);
    if (!fresh) {
        raise_memory();
    }
    entries = fresh;
    entries_size = size;
    for (size_t i = 0; i < old_size; i++) {
        if (old[i].def) {
            *find_entry(old[i].def) = old[i];
        }
    }
    free(old);
}

const Signature *signature_of(const NativeDef *def)
{
    if (entries_used * 2 >= entries_size) {
        grow_entries();
    }
    SignatureEntry *entry = find_entry(def);
    if (!entry->def) {
        entry->signature = parse(def);
        entry->def = def;
        entries_used++;
    }
    return entry->signature;
}

/* ---- Messages ---- */

/* A call that is being bound, and who is called. */
typedef struct Binding {
    const NativeDef *def;
    const Signature *s;
    Type *owner;         /* of a method or a constructor, or NULL */
    bool is_constructor; /* make or init: shown by the type's name */
    Value module;        /* str or EMPTY */
} Binding;

/* The type whose own constructor a def is. */
static const char *short_name(const Binding *b)
{
    if (!b->is_constructor || b->def->name[0] != '_') {
        return b->def->name;
    }
    Type *type = b->owner;
    while (type->base && (type->base->make == b->def || type->base->init == b->def)) {
        type = type->base;
    }
    return type->name;
}

/* "list.append", "math.sqrt" or "len". */
static Value long_name(const Binding *b)
{
    if (b->is_constructor) {
        return str_from(short_name(b));
    }
    if (b->owner) {
        return str_format("%S.%s", type_qualname(b->owner), b->def->name);
    }
    if (b->module != EMPTY && is_str(b->module) && !str_equals_c(b->module, "builtins")) {
        return str_format("%S.%s", b->module, b->def->name);
    }
    return str_from(b->def->name);
}

static bool takes_keywords(const Signature *s)
{
    return s->positional_only < s->max || s->keyword_only || s->has_star_star;
}

/* Counts without self. */
static noreturn_fn void raise_positional_count(const Binding *b, uint32_t min, uint32_t max,
                                               uint32_t given)
{
    bool is_open = b->s->has_star;
    if (!is_open && min == max && max <= 1 && !b->is_constructor && b->def->errors == ERRORS_AUTO) {
        raise_type(max ? "%S() takes exactly one argument (%u given)"
                       : "%S() takes no arguments (%u given)",
                   long_name(b), given);
    }
    uint32_t wanted = given < min ? min : max;
    raise_type(min == max && !is_open ? "%s expected %u argument%s, got %u"
               : given < min          ? "%s expected at least %u argument%s, got %u"
                                      : "%s expected at most %u argument%s, got %u",
               short_name(b), wanted, wanted == 1 ? "" : "s", given);
}

static noreturn_fn void raise_keyword_count(const Binding *b, uint32_t min, uint32_t max,
                                            uint32_t positional, uint32_t named)
{
    const Signature *s = b->s;
    const char *name = short_name(b);
    uint32_t all = max + s->keyword_only, given = positional + named;
    if (given > all) {
        raise_type("%s() takes at most %u %sargument%s (%u given)", name, all,
                   positional ? "" : "keyword ", all == 1 ? "" : "s", given);
    }
    if (positional > max) {
        if (!max) {
            raise_type("%s() takes no positional arguments", name);
        }
        raise_type("%s() takes %s %u positional argument%s (%u given)", name,
                   min < max ? "at most" : "exactly", max, max == 1 ? "" : "s", positional);
    }
    raise_type("%s() takes %s %u %sargument%s (%u given)", name, min < max ? "at least" : "exactly",
               min, takes_keywords(s) ? "positional " : "", min == 1 ? "" : "s", positional);
}

static noreturn_fn void raise_cython_count(const Binding *b, uint32_t count)
{
    uint32_t self = b->s->has_self, given = count - self;
    uint32_t min = b->s->min - self, max = b->s->max - self, wanted = given < min ? min : max;
    raise_type("%s() takes %s %u positional argument%s (%u given)", short_name(b),
               min == max    ? "exactly"
               : given < min ? "at least"
                             : "at most",
               wanted, wanted == 1 ? "" : "s", given);
}

static noreturn_fn void raise_missing(const Binding *b, uint32_t i)
{
    const Parameter *p = &b->s->at[i];
    raise_type("%s() missing required argument '%.*s' (pos %u)", short_name(b), (int)p->length,
               p->name, i + 1 - b->s->has_self);
}

/* ---- The same for what CPython has written in Python ---- */

/* Its __qualname__: without the module. */
static Value python_name(const Binding *b)
{
    return b->owner && !b->is_constructor ? long_name(b) : str_from(b->def->name);
}

static noreturn_fn void raise_python_count(const Binding *b, uint32_t given)
{
    const Signature *s = b->s;
    Value range =
        s->min < s->max ? str_format("from %u to %u", s->min, s->max) : str_format("%u", s->max);
    raise_type("%S() takes %S positional argument%s but %u %s given", python_name(b), range,
               s->max == 1 ? "" : "s", given, given == 1 ? "was" : "were");
}

/* 'a', 'a' and 'b', 'a', 'b', and 'c' */
static noreturn_fn void raise_python_missing(const Binding *b, const Value *at)
{
    const Signature *s = b->s;
    uint32_t missing = 0, shown = 0;
    for (uint32_t i = 0; i < s->max; i++) {
        missing += at[i] == EMPTY && !s->at[i].is_optional;
    }
    StrBuilder names;
    builder_start(&names);
    for (uint32_t i = 0; i < s->max; i++) {
        if (at[i] == EMPTY && !s->at[i].is_optional) {
            const char *before = shown == 0            ? ""
                                 : shown + 1 < missing ? ", "
                                 : missing > 2         ? ", and "
                                                       : " and ";
            builder_printf(&names, "%s'%.*s'", before, (int)s->at[i].length, s->at[i].name);
            shown++;
        }
    }
    raise_type("%S() missing %u required positional argument%s: %S", python_name(b), missing,
               missing == 1 ? "" : "s", builder_end(&names));
}

/* ---- Binding ---- */

static int find_parameter(const Signature *s, Value name)
{
    size_t length;
    const char *text = str_utf8(name, &length);
    for (uint32_t i = s->positional_only; i < s->max + s->keyword_only; i++) {
        if (s->at[i].length == length && !memcmp(s->at[i].name, text, length)) {
            return (int)i;
        }
    }
    return -1;
}

/* Puts the named values into their places of `at`, unknown names into **kw. */
static void bind_keywords(const Binding *b, Value *at, uint32_t count, Call call, Dict *rest)
{
    const Signature *s = b->s;
    const Tuple *names = as_tuple(call.names);
    for (size_t i = 0; i < names->count; i++) {
        Value name = names->at[i].v, value = call.at[call.count + i];
        int place = find_parameter(s, name);
        if (place >= 0) {
            if ((uint32_t)place < s->max && (uint32_t)place < count) {
                if (b->def->errors == ERRORS_PYTHON) {
                    raise_type("%S() got multiple values for argument '%S'", python_name(b), name);
                }
                raise_type("argument for %s() given by name ('%S') and position (%d)",
                           short_name(b), name, place + 1 - s->has_self);
            }
            at[place] = value;
        } else if (rest) {
            dict_set(rest, name, value);
        } else if (b->def->errors == ERRORS_PYTHON) {
            raise_type("%S() got an unexpected keyword argument '%S'",
                       b->def->errors == ERRORS_PYTHON ? python_name(b) : long_name(b), name);
        } else {
            raise_type("'%S' is an invalid keyword argument for %s()", name, short_name(b));
        }
    }
}

static void check_counts(const Binding *b, uint32_t count, size_t named)
{
    const Signature *s = b->s;
    uint32_t self = s->has_self;
    if (named && !takes_keywords(s)) {
        raise_type("%S() takes no keyword arguments", long_name(b));
    }
    if (count < self) {
        raise_type("unbound method %S() needs an argument", long_name(b));
    }
    uint32_t min = s->min - self, max = s->max - self, given = count - self;
    bool too_many = !s->has_star && count > s->max;
    if (b->def->errors == ERRORS_PYTHON) {
        if (too_many) {
            raise_python_count(b, count);
        }
        return;
    }
    if (b->def->errors == ERRORS_CYTHON) {
        if (too_many) {
            raise_cython_count(b, count);
        }
        return;
    }
    if (b->def->errors == ERRORS_KEYWORDS ||
        (b->def->errors == ERRORS_AUTO && takes_keywords(s) && !s->has_star)) {
        /* A parameter without a name must be given by position. */
        uint32_t unnamed = MIN(s->positional_only, s->min) - self;
        bool over =
            !s->has_star && !s->has_star_star && given + named > (size_t)max + s->keyword_only;
        if (too_many || over || given < unnamed) {
            raise_keyword_count(b, s->positional_only > self ? unnamed : min, max, given,
                                (uint32_t)named);
        }
    } else if (too_many || (count < s->min && !named)) {
        raise_positional_count(b, min, max, given);
    }
}

static Value bind_and_call(const Binding *b, Value self, Call call)
{
    const Signature *s = b->s;
    size_t named = call.names == EMPTY ? 0 : as_tuple(call.names)->count;
    uint32_t shift = self != EMPTY, count = call.count + shift;
    check_counts(b, count, named);
    size_t fixed = (size_t)s->max + s->keyword_only + s->has_star_star;
    size_t star = s->has_star && count > s->max ? count - s->max : 0;
    Value small[40];
    Value *at =
        fixed + star <= COUNT_OF(small) ? small : scratch_bytes((fixed + star) * sizeof *at);
    memset(at, 0, fixed * sizeof *at);
    uint32_t positional = MIN(count, s->max);
    for (uint32_t i = 0; i < positional + star; i++) {
        Value value = i < shift ? self : call.at[i - shift];
        at[i < positional ? i : fixed + (i - positional)] = value;
    }
    Dict *rest = s->has_star_star && named ? dict_new(named) : NULL;
    if (named) {
        bind_keywords(b, at, positional, call, rest);
    }
    if (rest) {
        at[fixed - 1] = value_from(rest);
    }
    for (uint32_t i = 0; i < s->max + s->keyword_only; i++) {
        if (at[i] == EMPTY && !s->at[i].is_optional) {
            if (b->def->errors == ERRORS_PYTHON) {
                raise_python_missing(b, at);
            }
            if (b->def->errors == ERRORS_CYTHON) {
                raise_cython_count(b, count);
            }
            raise_missing(b, i);
        }
    }
    uint32_t total = (uint32_t)(fixed + star);
    if (s->is_direct) { /* `count` is then what was really given */
        while (total > count && at[total - 1] == EMPTY) {
            total--;
        }
    }
    return b->def->fn((Args){at, total});
}

/* The same without a copy where the values lie as the native wants them. */
static Value call_bound(const Binding *b, Value self, Call call)
{
    const Signature *s = b->s;
    if (call.names == EMPTY) {
        uint32_t count = call.count + (self != EMPTY);
        bool fits = count >= s->min && (s->is_open || (s->is_direct && count <= s->max));
        if (fits && self == EMPTY) {
            return b->def->fn((Args){(Value *)call.at, count});
        }
        Value at[12];
        if (fits && count <= COUNT_OF(at)) {
            at[0] = self;
            for (uint32_t i = 1; i < count; i++) {
                at[i] = call.at[i - 1];
            }
            return b->def->fn((Args){at, count});
        }
    }
    return bind_and_call(b, self, call);
}

Value native_call_slow(Native *native, Value self, Call call)
{
    if (!native->signature) {
        native->signature = signature_of(native->def);
    }
    Binding b = {native->def, native->signature, native->owner, false, native->module.v};
    return call_bound(&b, self, call);
}

/* A constructor of a built-in type; the parsed signature is kept in the type. */
static always_inline Value call_constructor(const NativeDef *def, const Signature **kept,
                                            Type *type, Value self, Call call)
{
    if (unlikely(!*kept)) {
        *kept = signature_of(def);
    }
    const Signature *s = *kept;
    Value at[4] = {self};
    if (s->is_direct && call.names == EMPTY && call.count < COUNT_OF(at) &&
        call.count + 1 - s->min <= s->max - s->min) {
        for (uint32_t i = 0; i < call.count; i++) {
            at[i + 1] = call.at[i];
        }
        return def->fn((Args){at, call.count + 1});
    }
    Binding b = {def, s, type, true, EMPTY};
    return call_bound(&b, self, call);
}

Value native_call_make(Type *type, Value self, Call call)
{
    return call_constructor(type->make, &type->make_signature, type, self, call);
}

Value native_call_init(Type *type, Value self, Call call)
{
    return call_constructor(type->init, &type->init_signature, type, self, call);
}

bool native_serves(const Native *native, const Type *type)
{
    return type_is_subtype(type, native->owner);
}

void native_check_self(const Native *native, Call call)
{
    const Type *owner = native->owner;
    if (!call.count) {
        raise_type("unbound method %N.%s() needs an argument", owner, native->def->name);
    }
    if (!type_is_subtype(type_of(call.at[0]), owner)) {
        raise_type("descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                   native->def->name, owner, call.at[0]);
    }
}
