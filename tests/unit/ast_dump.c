#include "tests/unit/ast_dump.h"

#include "vm/unicode_names.h"

#include <gmp.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Dump {
    Buf *out;
    bool positions;
    bool first; /* no field of the present node has been printed */
} Dump;

static void dump_expr(Dump *d, const Expr *e);
static void dump_stmt(Dump *d, const Stmt *s);
static void dump_pattern(Dump *d, const Pattern *p);

/* ---- fields --------------------------------------------------------------------------------- */

static bool open_node(Dump *d, const char *name)
{
    bool outer = d->first;
    buf_printf(d->out, "%s(", name);
    d->first = true;
    return outer;
}

static void close_node(Dump *d, bool outer, const Span *span)
{
    if (span && d->positions) {
        buf_printf(d->out, "%slineno=%d, col_offset=%d, end_lineno=%d, end_col_offset=%d",
                   d->first ? "" : ", ", span->line, span->col, span->end_line, span->end_col);
    }
    buf_put_str(d->out, ")");
    d->first = outer;
}

static void field(Dump *d, const char *name)
{
    buf_printf(d->out, "%s%s=", d->first ? "" : ", ", name);
    d->first = false;
}

static void expr_field(Dump *d, const char *name, const Expr *e)
{
    if (e) {
        field(d, name);
        dump_expr(d, e);
    }
}

/* Prints a list; `each` prints item i. */
#define LIST_FIELD(d, name, count, each)                                                           \
    do {                                                                                           \
        field(d, name);                                                                            \
        buf_put_str((d)->out, "[");                                                                \
        for (size_t i = 0; i < (count); i++) {                                                     \
            buf_put_str((d)->out, i ? ", " : "");                                                  \
            each;                                                                                  \
        }                                                                                          \
        buf_put_str((d)->out, "]");                                                                \
    } while (0)

static void exprs_field(Dump *d, const char *name, ExprSeq seq)
{
    LIST_FIELD(d, name, seq.count, dump_expr(d, seq.at[i]));
}

static void stmts_field(Dump *d, const char *name, StmtSeq seq)
{
    LIST_FIELD(d, name, seq.count, dump_stmt(d, seq.at[i]));
}

static void patterns_field(Dump *d, const char *name, PatternSeq seq)
{
    LIST_FIELD(d, name, seq.count, dump_pattern(d, seq.at[i]));
}

static void word_field(Dump *d, const char *name, const char *word)
{
    field(d, name);
    buf_printf(d->out, "%s()", word);
}

static void int_field(Dump *d, const char *name, int value)
{
    field(d, name);
    buf_printf(d->out, "%d", value);
}

/* ---- constants ------------------------------------------------------------------------------ */

static uint32_t next_char(const char **at)
{
    const uint8_t *s = (const uint8_t *)*at;
    int more = *s < 0x80 ? 0 : *s < 0xE0 ? 1 : *s < 0xF0 ? 2 : 3;
    uint32_t c = more == 0 ? *s : *s & (0x3Fu >> more);
    for (int i = 1; i <= more; i++) {
        c = c << 6 | (s[i] & 0x3F);
    }
    *at += more + 1;
    return c;
}

static void put_repr(Buf *out, Text text, bool is_bytes)
{
    const char *s = text.bytes, *end = s + text.length;
    char quote =
        text.length && memchr(s, '\'', text.length) && !memchr(s, '"', text.length) ? '"' : '\'';
    buf_printf(out, "%s%c", is_bytes ? "b" : "", quote);
    while (s < end) {
        uint32_t c = is_bytes ? (uint8_t)*s++ : next_char(&s);
        if (c == (uint32_t)quote || c == '\\') {
            buf_printf(out, "\\%c", (int)c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
            buf_put_str(out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
        } else if (c < 0x80 || is_bytes ? c >= 32 && c < 127 : name_char_is_printable(c)) {
            buf_put_utf8(out, c);
        } else {
            buf_printf(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        }
    }
    buf_printf(out, "%c", quote);
}

/* Python's repr of a float: the shortest digits that read back, "1e+16" from there on. */
static void put_float(Buf *out, double value, bool imaginary)
{
    char text[40];
    int digits = 1;
    do {
        snprintf(text, sizeof(text), "%.*e", digits - 1, value);
    } while (strtod(text, NULL) != value && digits++ < 17);
    if (isinf(value)) {
        buf_put_str(out, "inf");
        return;
    }
    int exponent = atoi(strchr(text, 'e') + 1);
    if (exponent >= -4 && exponent < 16) {
        int places = MAX(digits - 1 - exponent, imaginary ? 0 : 1);
        buf_printf(out, "%.*f", places, value);
    } else {
        buf_put_str(out, text);
    }
}

static void put_constant(Buf *out, const Constant *c)
{
    switch ((ConstantKind)c->kind) {
    case CONSTANT_NONE:
        buf_put_str(out, "None");
        break;
    case CONSTANT_TRUE:
        buf_put_str(out, "True");
        break;
    case CONSTANT_FALSE:
        buf_put_str(out, "False");
        break;
    case CONSTANT_ELLIPSIS:
        buf_put_str(out, "Ellipsis");
        break;
    case CONSTANT_INT:
        buf_printf(out, "%" PRId64, c->integer);
        break;
    case CONSTANT_BIGINT: {
        char *digits = strndup(c->text.bytes, c->text.length);
        mpz_t number;
        mpz_init_set_str(number, digits, c->base);
        char *decimal = mpz_get_str(NULL, 10, number);
        buf_put_str(out, decimal);
        free(decimal);
        free(digits);
        mpz_clear(number);
        break;
    }
    case CONSTANT_FLOAT:
        put_float(out, c->real, false);
        break;
    case CONSTANT_COMPLEX:
        put_float(out, c->real, true);
        buf_put_str(out, "j");
        break;
    case CONSTANT_STR:
        put_repr(out, c->text, false);
        break;
    case CONSTANT_BYTES:
        put_repr(out, c->text, true);
        break;
    }
}

static void name_field(Dump *d, const char *name, const Name *value)
{
    if (value) {
        field(d, name);
        put_repr(d->out, (Text){value->bytes, value->length}, false);
    }
}

static void names_field(Dump *d, const char *name, NameSeq seq)
{
    LIST_FIELD(d, name, seq.count,
               put_repr(d->out, (Text){seq.at[i]->bytes, seq.at[i]->length}, false));
}

/* ---- parts of nodes ------------------------------------------------------------------------- */

static void dump_arg(Dump *d, const Arg *arg)
{
    bool outer = open_node(d, "arg");
    name_field(d, "arg", arg->arg);
    expr_field(d, "annotation", arg->annotation);
    close_node(d, outer, &arg->span);
}

static void args_field(Dump *d, const char *name, ArgSeq seq)
{
    LIST_FIELD(d, name, seq.count, dump_arg(d, seq.at[i]));
}

static void dump_arguments(Dump *d, const Arguments *a)
{
    bool outer = open_node(d, "arguments");
    args_field(d, "posonlyargs", a->posonlyargs);
    args_field(d, "args", a->args);
    if (a->vararg) {
        field(d, "vararg");
        dump_arg(d, a->vararg);
    }
    args_field(d, "kwonlyargs", a->kwonlyargs);
    exprs_field(d, "kw_defaults", a->kw_defaults);
    if (a->kwarg) {
        field(d, "kwarg");
        dump_arg(d, a->kwarg);
    }
    exprs_field(d, "defaults", a->defaults);
    close_node(d, outer, NULL);
}

static void dump_keyword(Dump *d, const Keyword *k)
{
    bool outer = open_node(d, "keyword");
    name_field(d, "arg", k->arg);
    expr_field(d, "value", k->value);
    close_node(d, outer, &k->span);
}

static void keywords_field(Dump *d, KeywordSeq seq)
{
    LIST_FIELD(d, "keywords", seq.count, dump_keyword(d, seq.at[i]));
}

static void dump_comprehension(Dump *d, const Comprehension *c)
{
    bool outer = open_node(d, "comprehension");
    expr_field(d, "target", c->target);
    expr_field(d, "iter", c->iter);
    exprs_field(d, "ifs", c->ifs);
    int_field(d, "is_async", c->is_async);
    close_node(d, outer, NULL);
}

static void generators_field(Dump *d, ComprehensionSeq seq)
{
    LIST_FIELD(d, "generators", seq.count, dump_comprehension(d, seq.at[i]));
}

static void dump_alias(Dump *d, const Alias *a)
{
    bool outer = open_node(d, "alias");
    name_field(d, "name", a->name);
    name_field(d, "asname", a->asname);
    close_node(d, outer, &a->span);
}

static void dump_with_item(Dump *d, const WithItem *item)
{
    bool outer = open_node(d, "withitem");
    expr_field(d, "context_expr", item->context_expr);
    expr_field(d, "optional_vars", item->optional_vars);
    close_node(d, outer, NULL);
}

static void dump_handler(Dump *d, const ExceptHandler *h)
{
    bool outer = open_node(d, "ExceptHandler");
    expr_field(d, "type", h->type);
    name_field(d, "name", h->name);
    stmts_field(d, "body", h->body);
    close_node(d, outer, &h->span);
}

static void dump_case(Dump *d, const MatchCase *c)
{
    bool outer = open_node(d, "match_case");
    field(d, "pattern");
    dump_pattern(d, c->pattern);
    expr_field(d, "guard", c->guard);
    stmts_field(d, "body", c->body);
    close_node(d, outer, NULL);
}

/* ---- nodes ---------------------------------------------------------------------------------- */

static void dump_context(Dump *d, const Expr *e)
{
    static const char *const names[] = {"Load", "Store", "Del"};
    word_field(d, "ctx", names[e->ctx]);
}

static void expr_fields(Dump *d, const Expr *e)
{
    switch ((ExprKind)e->kind) {
    case EXPR_BOOLOP:
        word_field(d, "op", e->op == BOOL_AND ? "And" : "Or");
        exprs_field(d, "values", e->boolop.values);
        break;
    case EXPR_NAMEDEXPR:
        expr_field(d, "target", e->namedexpr.target);
        expr_field(d, "value", e->namedexpr.value);
        break;
    case EXPR_BINOP:
        expr_field(d, "left", e->binop.left);
        word_field(d, "op", binary_op_name(e->op));
        expr_field(d, "right", e->binop.right);
        break;
    case EXPR_UNARYOP:
        word_field(d, "op", unary_op_name(e->op));
        expr_field(d, "operand", e->unaryop.operand);
        break;
    case EXPR_LAMBDA:
        field(d, "args");
        dump_arguments(d, e->lambda.args);
        expr_field(d, "body", e->lambda.body);
        break;
    case EXPR_IFEXP:
        expr_field(d, "test", e->ifexp.test);
        expr_field(d, "body", e->ifexp.body);
        expr_field(d, "orelse", e->ifexp.orelse);
        break;
    case EXPR_DICT:
        exprs_field(d, "keys", e->dict.keys);
        exprs_field(d, "values", e->dict.values);
        break;
    case EXPR_SET:
        exprs_field(d, "elts", e->set.elts);
        break;
    case EXPR_LISTCOMP:
    case EXPR_SETCOMP:
    case EXPR_GENERATOREXP:
        expr_field(d, "elt", e->listcomp.elt);
        generators_field(d, e->listcomp.generators);
        break;
    case EXPR_DICTCOMP:
        expr_field(d, "key", e->dictcomp.key);
        expr_field(d, "value", e->dictcomp.value);
        generators_field(d, e->dictcomp.generators);
        break;
    case EXPR_AWAIT:
    case EXPR_YIELD:
    case EXPR_YIELDFROM:
        expr_field(d, "value", e->yield.value);
        break;
    case EXPR_COMPARE:
        expr_field(d, "left", e->compare.left);
        LIST_FIELD(d, "ops", e->compare.comparators.count,
                   buf_printf(d->out, "%s()", compare_op_name(e->compare.ops[i])));
        exprs_field(d, "comparators", e->compare.comparators);
        break;
    case EXPR_CALL:
        expr_field(d, "func", e->call.func);
        exprs_field(d, "args", e->call.args);
        keywords_field(d, e->call.keywords);
        break;
    case EXPR_FORMATTEDVALUE:
        expr_field(d, "value", e->formattedvalue.value);
        int_field(d, "conversion", e->formattedvalue.conversion);
        expr_field(d, "format_spec", e->formattedvalue.format_spec);
        break;
    case EXPR_JOINEDSTR:
        exprs_field(d, "values", e->joinedstr.values);
        break;
    case EXPR_CONSTANT:
        field(d, "value");
        put_constant(d->out, &e->constant);
        if (e->constant.u_prefix) {
            field(d, "kind");
            buf_put_str(d->out, "'u'");
        }
        break;
    case EXPR_ATTRIBUTE:
        expr_field(d, "value", e->attribute.value);
        name_field(d, "attr", e->attribute.attr);
        dump_context(d, e);
        break;
    case EXPR_SUBSCRIPT:
        expr_field(d, "value", e->subscript.value);
        expr_field(d, "slice", e->subscript.slice);
        dump_context(d, e);
        break;
    case EXPR_STARRED:
        expr_field(d, "value", e->starred.value);
        dump_context(d, e);
        break;
    case EXPR_NAME:
        name_field(d, "id", e->name.id);
        dump_context(d, e);
        break;
    case EXPR_LIST:
    case EXPR_TUPLE:
        exprs_field(d, "elts", e->list.elts);
        dump_context(d, e);
        break;
    case EXPR_SLICE:
        expr_field(d, "lower", e->slice.lower);
        expr_field(d, "upper", e->slice.upper);
        expr_field(d, "step", e->slice.step);
        break;
    }
}

static void dump_expr(Dump *d, const Expr *e)
{
    if (!e) {
        buf_put_str(d->out, "None");
        return;
    }
    bool outer = open_node(d, expr_kind_name(e->kind));
    expr_fields(d, e);
    close_node(d, outer, &e->span);
}

static void dump_pattern(Dump *d, const Pattern *p)
{
    bool outer = open_node(d, pattern_kind_name(p->kind));
    switch ((PatternKind)p->kind) {
    case PATTERN_VALUE:
        expr_field(d, "value", p->value.value);
        break;
    case PATTERN_SINGLETON: {
        Constant constant = {.kind = p->singleton.value};
        field(d, "value");
        put_constant(d->out, &constant);
        break;
    }
    case PATTERN_SEQUENCE:
    case PATTERN_OR:
        patterns_field(d, "patterns", p->sequence.patterns);
        break;
    case PATTERN_MAPPING:
        exprs_field(d, "keys", p->mapping.keys);
        patterns_field(d, "patterns", p->mapping.patterns);
        name_field(d, "rest", p->mapping.rest);
        break;
    case PATTERN_CLASS:
        expr_field(d, "cls", p->cls.cls);
        patterns_field(d, "patterns", p->cls.patterns);
        names_field(d, "kwd_attrs", p->cls.kwd_attrs);
        patterns_field(d, "kwd_patterns", p->cls.kwd_patterns);
        break;
    case PATTERN_STAR:
        name_field(d, "name", p->star.name);
        break;
    case PATTERN_AS:
        if (p->as.pattern) {
            field(d, "pattern");
            dump_pattern(d, p->as.pattern);
        }
        name_field(d, "name", p->as.name);
        break;
    }
    close_node(d, outer, &p->span);
}

static void stmt_fields(Dump *d, const Stmt *s)
{
    switch ((StmtKind)s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        name_field(d, "name", s->function_def.name);
        field(d, "args");
        dump_arguments(d, s->function_def.args);
        stmts_field(d, "body", s->function_def.body);
        exprs_field(d, "decorator_list", s->function_def.decorator_list);
        expr_field(d, "returns", s->function_def.returns);
        break;
    case STMT_CLASS_DEF:
        name_field(d, "name", s->class_def.name);
        exprs_field(d, "bases", s->class_def.bases);
        keywords_field(d, s->class_def.keywords);
        stmts_field(d, "body", s->class_def.body);
        exprs_field(d, "decorator_list", s->class_def.decorator_list);
        break;
    case STMT_RETURN:
    case STMT_EXPR:
        expr_field(d, "value", s->expr.value);
        break;
    case STMT_DELETE:
        exprs_field(d, "targets", s->delete_.targets);
        break;
    case STMT_ASSIGN:
        exprs_field(d, "targets", s->assign.targets);
        expr_field(d, "value", s->assign.value);
        break;
    case STMT_AUG_ASSIGN:
        expr_field(d, "target", s->aug_assign.target);
        word_field(d, "op", binary_op_name(s->aug_assign.op));
        expr_field(d, "value", s->aug_assign.value);
        break;
    case STMT_ANN_ASSIGN:
        expr_field(d, "target", s->ann_assign.target);
        expr_field(d, "annotation", s->ann_assign.annotation);
        expr_field(d, "value", s->ann_assign.value);
        int_field(d, "simple", s->ann_assign.simple);
        break;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        expr_field(d, "target", s->for_.target);
        expr_field(d, "iter", s->for_.iter);
        stmts_field(d, "body", s->for_.body);
        stmts_field(d, "orelse", s->for_.orelse);
        break;
    case STMT_WHILE:
    case STMT_IF:
        expr_field(d, "test", s->if_.test);
        stmts_field(d, "body", s->if_.body);
        stmts_field(d, "orelse", s->if_.orelse);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        LIST_FIELD(d, "items", s->with.items.count, dump_with_item(d, s->with.items.at[i]));
        stmts_field(d, "body", s->with.body);
        break;
    case STMT_MATCH:
        expr_field(d, "subject", s->match.subject);
        LIST_FIELD(d, "cases", s->match.cases.count, dump_case(d, s->match.cases.at[i]));
        break;
    case STMT_RAISE:
        expr_field(d, "exc", s->raise.exc);
        expr_field(d, "cause", s->raise.cause);
        break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        stmts_field(d, "body", s->try_.body);
        LIST_FIELD(d, "handlers", s->try_.handlers.count, dump_handler(d, s->try_.handlers.at[i]));
        stmts_field(d, "orelse", s->try_.orelse);
        stmts_field(d, "finalbody", s->try_.finalbody);
        break;
    case STMT_ASSERT:
        expr_field(d, "test", s->assert_.test);
        expr_field(d, "msg", s->assert_.msg);
        break;
    case STMT_IMPORT:
        LIST_FIELD(d, "names", s->import.names.count, dump_alias(d, s->import.names.at[i]));
        break;
    case STMT_IMPORT_FROM:
        name_field(d, "module", s->import_from.module);
        LIST_FIELD(d, "names", s->import_from.names.count,
                   dump_alias(d, s->import_from.names.at[i]));
        int_field(d, "level", s->import_from.level);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
        names_field(d, "names", s->global.names);
        break;
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
        break;
    }
}

static void dump_stmt(Dump *d, const Stmt *s)
{
    bool outer = open_node(d, stmt_kind_name(s->kind));
    stmt_fields(d, s);
    close_node(d, outer, &s->span);
}

void ast_dump(Buf *out, const AstModule *module, bool positions)
{
    static const char *const names[] = {"Module", "Interactive", "Expression"};
    Dump dump = {.out = out, .positions = positions, .first = true};
    bool outer = open_node(&dump, names[module->mode]);
    if (module->mode == PARSE_EVAL) {
        expr_field(&dump, "body", module->expression);
    } else {
        stmts_field(&dump, "body", module->body);
    }
    if (module->mode == PARSE_FILE) {
        field(&dump, "type_ignores");
        buf_put_str(out, "[]");
    }
    close_node(&dump, outer, NULL);
}
