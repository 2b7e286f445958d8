#include "vm/unit.h"

#include "vm/parser.h"
#include <stdarg.h>
#include <stdio.h>

/* ---- Errors ---- */

/* Line `line` (from 1) of the source, with its newline, as a str, or None. */
static Value source_line(const Compiler *c, int line)
{
    const char *p = c->text, *end = c->text + c->text_length;
    if (!p || line < 1) {
        return NONE;
    }
    for (int i = 1; i < line; i++) {
        const char *newline = memchr(p, '\n', (size_t)(end - p));
        if (!newline) {
            return NONE;
        }
        p = newline + 1;
    }
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    return str_from_utf8(p, (size_t)((newline ? newline + 1 : end) - p));
}

/* A column in code points from 1, of one in bytes from 0. */
static int64_t offset_of(Value line_text, int col)
{
    if (line_text == NONE) {
        return col + 1;
    }
    size_t length;
    const char *bytes = str_utf8(line_text, &length);
    int64_t points = 1;
    for (int i = 0; i < col && (size_t)i < length; i++) {
        points += (bytes[i] & 0xc0) != 0x80;
    }
    return points;
}

noreturn_fn static void fail_with(Compiler *c, Type *type, Value message, int line, int64_t offset,
                                  Value text, int end_line, int64_t end_offset)
{
    Value where = tuple_of(6, c->file_name, value_int(line), value_int(offset), text,
                           value_int(end_line), value_int(end_offset));
    raise_exception(exception_from_args(type, tuple_of(2, message, where)));
}

void compile_fail(Compiler *c, const Span *span, const char *format, ...)
{
    char message[512];
    va_list ap;
    va_start(ap, format);
    vsnprintf(message, sizeof message, format, ap);
    va_end(ap);
    Value text = source_line(c, span->line);
    fail_with(c, &exc_SyntaxError, str_from(message), span->line, offset_of(text, span->col), text,
              span->end_line, offset_of(source_line(c, span->end_line), span->end_col));
}

static void fail_in_scope(void *context, const Span *span, const char *message)
{
    compile_fail(context, span, "%s", message);
}

noreturn_fn static void fail_in_parser(Compiler *c, const SyntaxProblem *problem)
{
    Type *type = !strcmp(problem->kind, "IndentationError") ? &exc_IndentationError
                 : !strcmp(problem->kind, "TabError")       ? &exc_TabError
                 : !strcmp(problem->kind, "MemoryError")    ? &exc_MemoryError
                 : !strcmp(problem->kind, "ValueError")     ? &exc_ValueError
                                                            : &exc_SyntaxError;
    Value message = str_from(problem->message);
    if (type == &exc_MemoryError || type == &exc_ValueError) {
        raise_exception(exception_from_args(type, tuple_of(1, message)));
    }
    if (problem->line == 0 && c->mode != COMPILE_EVAL) { /* no position known */
        raise_exception(exception_from_args(type, tuple_of(1, message)));
    }
    Value text = problem->text ? str_from_utf8(problem->text, problem->text_length) : NONE;
    fail_with(c, type, message, problem->line, problem->col, text, problem->end_line,
              problem->end_col);
}

void check_depth(Unit *u)
{
    (void)u;
    check_c_stack(" during compilation");
}

/* ---- Growing arrays in the arena ---- */

static void *grown(Unit *u, void *old, int count, int *capacity, size_t size)
{
    if (count < *capacity) {
        return old;
    }
    *capacity = *capacity ? *capacity * 2 : 16;
    void *bigger = arena_alloc(u->c->arena, (size_t)*capacity * size);
    if (count) {
        memcpy(bigger, old, (size_t)count * size);
    }
    return bigger;
}

/* ---- Emitting ---- */

static void note_position(Unit *u)
{
    Position *last = u->position_count ? &u->positions[u->position_count - 1] : NULL;
    if (last && last->line == u->span.line && last->col == u->span.col &&
        last->end_line == u->span.end_line && last->end_col == u->span.end_col) {
        return;
    }
    u->positions =
        grown(u, u->positions, u->position_count, &u->position_capacity, sizeof *u->positions);
    u->positions[u->position_count++] = (Position){(uint32_t)u->count, u->span.line,
                                                   u->span.end_line, u->span.col, u->span.end_col};
}

static int emit_word(Unit *u, Instr word)
{
    u->at = grown(u, u->at, u->count, &u->capacity, sizeof *u->at);
    u->at[u->count] = word;
    return u->count++;
}

int emit(Unit *u, Opcode op, int a, int b, int c)
{
    note_position(u);
    int index = emit_word(u, (Instr){(uint16_t)op, (uint16_t)a, (uint16_t)b, (uint16_t)c});
    for (int i = 1; i < opcode_words(op); i++) {
        emit_word(u, (Instr){0, 0, 0, 0});
    }
    return index;
}

/* Writes the distance from `at` to `target` into the instruction at `at`. */
static void set_jump(Unit *u, int at, int target)
{
    Instr *instr = &u->at[at];
    int32_t distance = target - at;
    if (opcode_words(instr->op) == 1) {
        *instr = instr_with_jump(instr->op, instr->a, distance);
    } else {
        memcpy(&instr[1], &distance, sizeof distance);
    }
}

static void refer(Unit *u, Label *label, int at)
{
    if (label->at >= 0) {
        set_jump(u, at, label->at);
        return;
    }
    Patch *patch = ARENA_NEW(u->c->arena, Patch);
    *patch = (Patch){at, label->patches};
    label->patches = patch;
}

void emit_jump(Unit *u, Opcode op, int a, Label *label)
{
    if (op == OP_JUMP && label->at >= 0) {
        op = OP_JUMP_BACK;
    }
    refer(u, label, emit(u, op, a, 0, 0));
}

void emit_far(Unit *u, Opcode op, int a, int b, int c, Label *label)
{
    refer(u, label, emit(u, op, a, b, c));
}

void label_place(Unit *u, Label *label)
{
    label->at = u->count;
    for (Patch *p = label->patches; p; p = p->next) {
        set_jump(u, p->at, label->at);
    }
}

/* ---- Temporaries ---- */

bool is_temp(const Unit *u, int reg)
{
    return reg >= u->scope->local_count;
}

int temp_run(Unit *u, int count)
{
    int first = u->temp;
    u->temp += count;
    if (u->temp > u->temp_max) {
        u->temp_max = u->temp;
        if (u->temp_max > 60000) {
            compile_fail(u->c, &u->span, "too many values in one expression or function");
        }
    }
    return first;
}

int temp_new(Unit *u)
{
    return temp_run(u, 1);
}

/* ---- Constants ---- */

static uint32_t bits_hash(Value v)
{
    return (uint32_t)((v * UINT64_C(0x9e3779b97f4a7c15)) >> 32);
}

static void constant_table_grow(Unit *u)
{
    u->constant_table_size = u->constant_table_size ? u->constant_table_size * 2 : 32;
    u->constant_table =
        arena_alloc(u->c->arena, (size_t)u->constant_table_size * sizeof *u->constant_table);
    for (size_t i = 0; i < u->constants->count; i++) {
        uint32_t mask = (uint32_t)u->constant_table_size - 1;
        uint32_t at = bits_hash(list_at(u->constants, i)) & mask;
        while (u->constant_table[at]) {
            at = (at + 1) & mask;
        }
        u->constant_table[at] = (int32_t)i + 1;
    }
}

/* Equal bits are one constant: numbers, singletons, interned strs. */
int constant_index(Unit *u, Value v)
{
    if ((int)u->constants->count * 2 >= u->constant_table_size) {
        constant_table_grow(u);
    }
    uint32_t mask = (uint32_t)u->constant_table_size - 1;
    uint32_t at = bits_hash(v) & mask;
    for (; u->constant_table[at]; at = (at + 1) & mask) {
        int index = u->constant_table[at] - 1;
        if (list_at(u->constants, (size_t)index) == v) {
            return index;
        }
    }
    list_append(u->constants, v);
    u->constant_table[at] = (int32_t)u->constants->count;
    return (int)u->constants->count - 1;
}

static Value keep(Unit *u, Value v)
{
    list_append(u->c->keep, v);
    return v;
}

Value name_value(Unit *u, Name *name)
{
    if (!name->cache) {
        Value v = keep(u, str_interned(str_from_utf8(name->bytes, name->length)));
        name->cache = as_object(v);
    }
    return value_from(name->cache);
}

static bool looks_like_identifier(Text text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char ch = (unsigned char)text.bytes[i];
        if (!(ch == '_' || (ch >= '0' && ch <= '9') || ((ch | 32) >= 'a' && (ch | 32) <= 'z'))) {
            return false;
        }
    }
    return true;
}

Value text_value(Unit *u, Text text)
{
    Value v = str_from_utf8(text.bytes, text.length);
    return keep(u, text.length < 64 && looks_like_identifier(text) ? str_interned(v) : v);
}

int name_constant(Unit *u, Name *name)
{
    Name *mangled = scope_mangle(u->c->arena, u->scope->class_name, name);
    int index = constant_index(u, name_value(u, mangled));
    if (index > UINT16_MAX) {
        compile_fail(u->c, &u->span, "too many names and constants in one function");
    }
    return index;
}

void load_constant(Unit *u, int dest, Value v)
{
    int index = constant_index(u, v);
    emit(u, OP_LOAD_K, dest, index & 0xffff, index >> 16);
}

/* ---- Handlers ---- */

void handler_set(Unit *u, int handler)
{
    u->handler = handler;
    if (u->range_count && u->ranges[u->range_count - 1].start == (uint32_t)u->count) {
        u->ranges[u->range_count - 1].handler = handler;
        return;
    }
    u->ranges = grown(u, u->ranges, u->range_count, &u->range_capacity, sizeof *u->ranges);
    u->ranges[u->range_count++] = (HandlerRange){(uint32_t)u->count, handler};
}

int handler_new(Unit *u, int depth)
{
    u->handlers =
        grown(u, u->handlers, u->handler_count, &u->handler_capacity, sizeof *u->handlers);
    u->handlers[u->handler_count] = (Handler){0, (uint32_t)depth};
    return u->handler_count++;
}

/* ---- What is bound ---- */

uint64_t *bound_copy(Unit *u)
{
    uint64_t *copy = arena_alloc(u->c->arena, (size_t)(u->bound_words + 1) * sizeof *copy);
    if (u->unreachable) {
        memset(copy, 0xff, (size_t)u->bound_words * sizeof *copy);
    } else if (u->bound_words) {
        memcpy(copy, u->bound, (size_t)u->bound_words * sizeof *copy);
    }
    copy[u->bound_words] = u->unreachable;
    return copy;
}

void bound_set(Unit *u, const uint64_t *from)
{
    if (u->bound_words) {
        memcpy(u->bound, from, (size_t)u->bound_words * sizeof *from);
    }
    u->unreachable = from[u->bound_words];
}

void bound_meet(Unit *u, uint64_t *into)
{
    if (u->unreachable) {
        return;
    }
    for (int i = 0; i < u->bound_words; i++) {
        into[i] &= u->bound[i];
    }
    into[u->bound_words] = 0;
}

void bound_add(Unit *u, int local)
{
    u->bound[local / 64] |= UINT64_C(1) << (local % 64);
}

void mark_unreachable(Unit *u)
{
    u->unreachable = true;
    if (u->bound_words) {
        memset(u->bound, 0xff, (size_t)u->bound_words * sizeof *u->bound);
    }
}

/* ---- Units ---- */

static Value qualified_name(Unit *outer, Scope *scope, Value name)
{
    if (!outer || outer->scope->kind == SCOPE_MODULE) {
        return name;
    }
    Name *plain = scope_mangle(outer->c->arena, outer->scope->class_name, scope->name);
    Symbol *symbol = scope_find(outer->scope, plain);
    if (symbol && (scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_CLASS) &&
        (symbol->flags & SYMBOL_GLOBAL)) {
        return name;
    }
    return str_format(outer->scope->kind == SCOPE_CLASS ? "%S.%S" : "%S.<locals>.%S",
                      outer->qualname, name);
}

Unit *unit_begin(Compiler *c, Unit *outer, Scope *scope, Value name)
{
    Unit *u = ARENA_NEW(c->arena, Unit);
    u->c = c;
    u->outer = outer;
    u->scope = scope;
    u->name = name;
    u->qualname = outer ? qualified_name(outer, scope, name) : name;
    u->doc = NONE;
    list_append(c->keep, name);
    list_append(c->keep, u->qualname);
    u->constants = list_new(8);
    list_append(c->keep, value_from(u->constants));
    u->handler = -1;
    u->temp = u->temp_max = scope->local_count;
    u->bound_words = (scope->local_count + 63) / 64;
    u->bound = arena_alloc(c->arena, (size_t)(u->bound_words + 1) * sizeof *u->bound);
    for (int i = 0; i < scope->count; i++) {
        Symbol *symbol = scope->symbols[i];
        if ((symbol->flags & (SYMBOL_PARAMETER | SYMBOL_DELETED)) == SYMBOL_PARAMETER &&
            symbol->place == PLACE_LOCAL) {
            bound_add(u, symbol->index);
        }
    }
    return u;
}

static Value names_by_index(Unit *u, int count, bool free_names)
{
    Tuple *names = tuple_new((size_t)count);
    Value none = str_intern("");
    for (int i = 0; i < count; i++) {
        mm_init(names, &names->at[i], none);
    }
    for (int i = 0; i < u->scope->count; i++) {
        Symbol *symbol = u->scope->symbols[i];
        bool wanted = free_names ? symbol->place == PLACE_FREE
                                 : (symbol->place == PLACE_LOCAL || symbol->place == PLACE_CELL) &&
                                       u->scope->kind >= SCOPE_FUNCTION;
        if (wanted) {
            mm_store(names, &names->at[symbol->index], name_value(u, symbol->name));
        }
    }
    return value_from(names);
}

static Value cell_locals(Unit *u)
{
    Value cells = value_from(list_new(0));
    for (int i = 0; i < u->scope->count; i++) {
        Symbol *symbol = u->scope->symbols[i];
        if (symbol->place == PLACE_CELL && u->scope->kind >= SCOPE_FUNCTION) {
            list_append(as_list(cells), value_int(symbol->index));
        }
    }
    return tuple_from_iterable(cells);
}

/* The instructions and tables, one after the other in a Raw. */
static void write_text(Unit *u, Code *code)
{
    size_t sizes[] = {(size_t)u->count * sizeof *u->at,
                      (size_t)u->position_count * sizeof *u->positions,
                      (size_t)u->range_count * sizeof *u->ranges,
                      (size_t)u->handler_count * sizeof *u->handlers};
    const void *parts[] = {u->at, u->positions, u->ranges, u->handlers};
    size_t offsets[4], total = 0;
    for (int i = 0; i < 4; i++) {
        offsets[i] = total;
        total += round_up(sizes[i], 8);
    }
    Raw *raw = raw_new(total);
    mm_init(code, &code->text, value_from(raw));
    for (int i = 0; i < 4; i++) {
        if (sizes[i]) {
            memcpy(raw->at + offsets[i], parts[i], sizes[i]);
        }
    }
    code->at = (Instr *)raw->at;
    code->positions = (Position *)(raw->at + offsets[1]);
    code->ranges = (HandlerRange *)(raw->at + offsets[2]);
    code->handlers = (Handler *)(raw->at + offsets[3]);
    code->count = (uint32_t)u->count;
    code->position_count = (uint32_t)u->position_count;
    code->range_count = (uint32_t)u->range_count;
    code->handler_count = (uint32_t)u->handler_count;
}

Code *unit_end(Unit *u, Arguments *args, int flags)
{
    Code *code = NEW(Code, &code_type);
    list_append(u->c->keep, value_from(code));
    mm_init(code, &code->constants, tuple_from_iterable(value_from(u->constants)));
    mm_init(code, &code->name, u->name);
    mm_init(code, &code->qualname, u->qualname);
    mm_init(code, &code->file_name, u->c->file_name);
    mm_init(code, &code->doc, u->doc);
    mm_init(code, &code->local_names, names_by_index(u, u->scope->local_count, false));
    mm_init(code, &code->free_names, names_by_index(u, u->scope->free_count, true));
    mm_init(code, &code->cell_locals, cell_locals(u));
    write_text(u, code);
    if (args) {
        code->positional_only = (uint16_t)args->posonlyargs.count;
        code->parameter_count = (uint16_t)(args->posonlyargs.count + args->args.count);
        code->keyword_only = (uint16_t)args->kwonlyargs.count;
        flags |= (args->vararg ? CODE_VARARGS : 0) | (args->kwarg ? CODE_VARKEYWORDS : 0);
    } else if (u->scope->kind == SCOPE_COMPREHENSION) {
        code->parameter_count = 1;
    }
    if (u->scope->is_generator) {
        flags |= CODE_GENERATOR;
    }
    Symbol *cls = scope_find(u->scope, arena_name_cstr(u->c->arena, "__class__"));
    if (cls && cls->place == PLACE_FREE) {
        flags |= CODE_METHOD_SUPER;
    }
    if (u->scope->kind >= SCOPE_FUNCTION && !code->keyword_only &&
        !(flags & (CODE_VARARGS | CODE_VARKEYWORDS))) {
        flags |= CODE_SIMPLE;
    }
    code->flags = (uint16_t)flags;
    code->local_count = (uint16_t)u->scope->local_count;
    code->register_count = (uint16_t)u->temp_max;
    return code;
}

/* ---- Whole sources ---- */

static Value docstring(Unit *u, StmtSeq seq)
{
    if (seq.count && seq.at[0]->kind == STMT_EXPR &&
        seq.at[0]->expr.value->kind == EXPR_CONSTANT &&
        seq.at[0]->expr.value->constant.kind == CONSTANT_STR) {
        return text_value(u, seq.at[0]->expr.value->constant.text);
    }
    return NONE;
}

static void module_body(Unit *u, AstModule *module)
{
    if (u->scope->has_annotations) {
        emit(u, OP_SETUP_ANNOTATIONS, 0, 0, 0);
    }
    if (u->c->mode == COMPILE_FILE) {
        Value doc = docstring(u, module->body);
        if (doc != NONE) {
            int reg = temp_new(u);
            u->span = module->body.at[0]->span;
            load_constant(u, reg, doc);
            name_store(u, arena_name_cstr(u->c->arena, "__doc__"), reg);
            u->temp = reg;
        }
    }
    body(u, module->body);
    emit(u, OP_RETURN_K, constant_index(u, NONE), 0, 0);
}

static Code *compile_tree(Compiler *c, AstModule *module, bool namespace_mode)
{
    ScopeErrors errors = {fail_in_scope, c};
    Scope *scope = scope_analyse(c->arena, module, namespace_mode, &errors);
    Unit *u = unit_begin(c, NULL, scope, str_intern("<module>"));
    u->span = (Span){1, 0, 1, 0};
    if (module->mode == PARSE_EVAL) {
        int reg = expr_any(u, module->expression);
        u->span = module->expression->span;
        emit(u, OP_RETURN, reg, 0, 0);
    } else {
        module_body(u, module);
    }
    Code *code = unit_end(u, NULL, CODE_IS_MODULE | (namespace_mode ? CODE_NAMESPACE : 0));
    code->first_line = 1;
    return code;
}

static Code *compile(const char *text, size_t length, Value file_name, CompileMode mode,
                     bool namespace_mode, bool *incomplete)
{
    static const ParseMode parse_modes[] = {
        [COMPILE_FILE] = PARSE_FILE, [COMPILE_SINGLE] = PARSE_SINGLE, [COMPILE_EVAL] = PARSE_EVAL};
    Arena arena;
    arena_init(&arena);
    Compiler c = {.arena = &arena,
                  .file_name = file_name,
                  .text = text,
                  .text_length = length,
                  .mode = mode};
    Code *volatile code = NULL;
    Catch catch;
    if (CATCH(catch)) {
        c.keep = list_new(64);
        SyntaxProblem problem = {0};
        AstModule *module = parse_source(&arena, str_utf8(file_name, NULL), text, length,
                                         parse_modes[mode], &problem);
        if (module) {
            code = compile_tree(&c, module, namespace_mode);
        } else if (incomplete && problem.incomplete) {
            *incomplete = true;
        } else {
            fail_in_parser(&c, &problem);
        }
        catch_end(&catch);
    } else {
        arena_free(&arena);
        raise_exception(catch.exception);
    }
    arena_free(&arena);
    return code;
}

Code *compile_source(const char *text, size_t length, Value file_name, CompileMode mode,
                     bool namespace_mode)
{
    return compile(text, length, file_name, mode, namespace_mode, NULL);
}

Code *compile_interactive(const char *text, size_t length, Value file_name, bool *incomplete)
{
    *incomplete = false;
    return compile(text, length, file_name, COMPILE_SINGLE, false, incomplete);
}
