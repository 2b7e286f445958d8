#include "vm/unit.h"

static bool has_star(ExprSeq args)
{
    for (size_t i = 0; i < args.count; i++) {
        if (args.at[i]->kind == EXPR_STARRED) {
            return true;
        }
    }
    return false;
}

static bool has_double_star(KeywordSeq keywords)
{
    for (size_t i = 0; i < keywords.count; i++) {
        if (!keywords.at[i]->arg) {
            return true;
        }
    }
    return false;
}

/* f(a, a=1, a=2) is an error of the compiler. */
static void check_repeated(Unit *u, KeywordSeq keywords)
{
    for (size_t i = 0; i < keywords.count; i++) {
        for (size_t j = i + 1; keywords.at[i]->arg && j < keywords.count; j++) {
            if (keywords.at[j]->arg == keywords.at[i]->arg) {
                compile_fail(u->c, &keywords.at[j]->span, "keyword argument repeated: %s",
                             keywords.at[j]->arg->bytes);
            }
        }
    }
}

/* Keyword arguments, ** included, as a new dict in `dest`. `callee` is for messages; -1 in classes. */
void keywords_dict(Unit *u, KeywordSeq keywords, int dest, int callee)
{
    emit(u, OP_BUILD_DICT, dest, u->temp, 0);
    for (size_t i = 0; i < keywords.count; i++) {
        int mark = u->temp;
        Keyword *k = keywords.at[i];
        if (k->arg) {
            int key = temp_new(u);
            load_constant(u, key, name_value(u, scope_mangle(u->c->arena, NULL, k->arg)));
            int value = expr_any(u, k->value);
            emit(u, OP_DICT_ADD, dest, key, value);
        } else {
            int value = expr_any(u, k->value);
            if (callee >= 0) {
                emit(u, OP_DICT_MERGE, dest, value, callee);
            } else {
                emit(u, OP_DICT_UPDATE, dest, value, 0);
            }
        }
        u->temp = mark;
    }
}

static Value keyword_names(Unit *u, KeywordSeq keywords)
{
    Tuple *names = tuple_new(keywords.count);
    for (size_t i = 0; i < keywords.count; i++) {
        mm_init(names, &names->at[i], name_value(u, keywords.at[i]->arg));
    }
    return value_from(names);
}

/* f(*args, **kw): the arguments as a tuple and a dict. */
static void general_call(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    int base = temp_run(u, 3);
    expr_into(u, e->call.func, base);
    u->in_call = e->call.args.count == 1;
    sequence_into(u, e->call.args, base + 1);
    u->span = e->span;
    emit(u, OP_LIST_TO_TUPLE, base + 1, base + 1, 0);
    if (e->call.keywords.count) {
        keywords_dict(u, e->call.keywords, base + 2, base);
        u->span = e->span;
    } else {
        emit(u, OP_CLEAR, base + 2, 0, 0);
    }
    emit(u, OP_CALL_EX, dest, base, 0);
    u->temp = mark;
}

void call_into(Unit *u, Expr *e, int dest)
{
    ExprSeq args = e->call.args;
    KeywordSeq keywords = e->call.keywords;
    check_repeated(u, keywords);
    if (has_star(args) || has_double_star(keywords) || args.count + keywords.count > 200) {
        general_call(u, e, dest);
        return;
    }
    int mark = u->temp;
    bool method = e->call.func->kind == EXPR_ATTRIBUTE;
    int base;
    if (method) {
        base = u->temp;
        Expr *func = e->call.func;
        int object = expr_any(u, func->attribute.value);
        u->temp = mark;
        base = temp_run(u, 2);
        u->span = func->span;
        emit(u, OP_GET_METHOD, base, object, name_constant(u, func->attribute.attr));
    } else {
        base = temp_new(u);
        expr_into(u, e->call.func, base);
    }
    int count = (int)(args.count + keywords.count);
    int first = temp_run(u, count);
    for (size_t i = 0; i < args.count; i++) {
        expr_into(u, args.at[i], first + (int)i);
    }
    for (size_t i = 0; i < keywords.count; i++) {
        expr_into(u, keywords.at[i]->value, first + (int)(args.count + i));
    }
    u->span = e->span;
    if (keywords.count) {
        int names = constant_index(u, keyword_names(u, keywords));
        int at = emit(u, method ? OP_CALL_METHOD_KW : OP_CALL_KW, dest, base, count);
        int32_t index = names;
        memcpy(&u->at[at + 1], &index, sizeof index);
    } else {
        emit(u, method ? OP_CALL_METHOD : OP_CALL, dest, base, count);
    }
    u->temp = mark;
}
