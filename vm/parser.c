#include "vm/parser_impl.h"

#include "vm/diagnose.h"
#include "vm/source.h"

void parser_init(Parser *p, Arena *arena, ParserShared *shared, Text text, int line, ParseMode mode)
{
    p->arena = arena;
    p->shared = shared;
    p->end_line = line;
    p->end_col = 0;
    p->depth = 0;
    p->mode = mode;
    p->is_fstring = false;
    p->statement = text.bytes;
    p->statement_line = line;
    lexer_init(&p->lexer, arena, text, line, shared->problem);
}

void parse_leave(Parser *p)
{
    longjmp(p->shared->failed, 1);
}

void parse_fail(Parser *p)
{
    if (p->lexer.interactive && p->lexer.hit_end) {
        *p->shared->problem = (SyntaxProblem){
            .kind = "SyntaxError", .message = "unexpected EOF while parsing", .incomplete = true};
        parse_leave(p);
    }
    diagnose(p);
    parse_leave(p);
}

void parse_fail_here(Parser *p, const char *message)
{
    diagnose_here(p, message);
    parse_leave(p);
}

void parse_too_deep(Parser *p)
{
    *p->shared->problem = (SyntaxProblem){.kind = "MemoryError", .message = ""};
    parse_leave(p);
}

void seq_grow(Parser *p)
{
    ParserShared *s = p->shared;
    size_t capacity = s->item_capacity ? s->item_capacity * 2 : 256;
    void **items = arena_alloc(p->arena, capacity * sizeof(void *));
    if (s->item_count) {
        memcpy(items, s->items, s->item_count * sizeof(void *));
    }
    s->items = items;
    s->item_capacity = capacity;
}

void *seq_take(Parser *p, size_t mark)
{
    ParserShared *s = p->shared;
    size_t size = (s->item_count - mark) * sizeof(void *);
    if (size == 0) {
        return NULL;
    }
    void *at = arena_alloc(p->arena, size);
    memcpy(at, s->items + mark, size);
    s->item_count = mark;
    return at;
}

/* Is there anything but blanks and comments from `at` on? */
static bool is_blank_rest(const char *at)
{
    for (; *at; at++) {
        if (*at == '#') {
            at = strchr(at, '\n');
        } else if (*at != ' ' && *at != '\t' && *at != '\f' && *at != '\n') {
            return false;
        }
    }
    return true;
}

/* The mode's start rule.
 * file: [statements] END
 * single: NEWLINE | simple_stmts | compound_stmt NEWLINE
 * eval: expressions NEWLINE* END */
static void parse_module(Parser *p, AstModule *module)
{
    switch (p->mode) {
    case PARSE_FILE:
        lexer_next(&p->lexer, &p->tok);
        if (parse_at(p, TOKEN_ERROR)) {
            parse_fail(p);
        }
        module->body = parse_statements(p, TOKEN_END);
        break;
    case PARSE_SINGLE:
        if (is_blank_rest(p->lexer.cur)) {
            return;
        }
        p->lexer.interactive = true;
        lexer_next(&p->lexer, &p->tok);
        while (parse_at(p, TOKEN_NEWLINE)) {
            lexer_next(&p->lexer, &p->tok); /* comments before the statement */
        }
        parse_interactive(p, &module->body);
        if (!is_blank_rest(p->lexer.cur)) {
            parse_fail_here(p, "multiple statements found while compiling a single statement");
        }
        break;
    case PARSE_EVAL:
        lexer_next(&p->lexer, &p->tok);
        if (parse_at(p, TOKEN_ERROR)) {
            parse_fail(p);
        }
        module->expression = parse_expressions(p);
        while (parse_accept(p, TOKEN_NEWLINE)) {
        }
        if (!parse_at(p, TOKEN_END)) {
            parse_fail(p);
        }
        break;
    }
}

AstModule *parse_source(Arena *arena, const char *filename, const char *utf8, size_t length,
                        ParseMode mode, SyntaxProblem *problem)
{
    Text text;
    *problem = (SyntaxProblem){0};
    if (!source_decode(arena, filename, utf8, length, &text, problem)) {
        return NULL;
    }
    if (mode == PARSE_EVAL && length && utf8[length - 1] != '\n' && utf8[length - 1] != '\r') {
        text.length--; /* the newline supplied is for statements only */
    }
    ParserShared shared = {
        .problem = problem,
        .name_match = arena_name_cstr(arena, "match"),
        .name_case = arena_name_cstr(arena, "case"),
        .name_underscore = arena_name_cstr(arena, "_"),
        .is_file = filename[0] != '<',
    };
    Parser parser;
    parser_init(&parser, arena, &shared, text, 1, mode);
    AstModule *module = ARENA_NEW(arena, AstModule);
    module->mode = mode;
    if (setjmp(shared.failed)) {
        return NULL;
    }
    parse_module(&parser, module);
    return module;
}
