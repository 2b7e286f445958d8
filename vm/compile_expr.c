#include "vm/unit.h"

#include <math.h>

/* ---- Names ---- */

static Name *mangled(Unit *u, Name *name)
{
    return scope_mangle(u->c->arena, u->scope->class_name, name);
}

static Symbol *symbol_of(Unit *u, Name *name)
{
    return scope_find(u->scope, mangled(u, name));
}

static bool in_namespace(Unit *u)
{
    return u->scope->kind == SCOPE_CLASS || u->scope->namespace_mode;
}

/* The register of a plain local, or -1. */
static int local_register(Unit *u, Name *name)
{
    Symbol *symbol = symbol_of(u, name);
    bool local = symbol && symbol->place == PLACE_LOCAL && u->scope->kind >= SCOPE_FUNCTION;
    return local ? symbol->index : -1;
}

static void check_bound(Unit *u, int local)
{
    if (!(u->bound[local / 64] >> (local % 64) & 1)) {
        emit(u, OP_CHECK_BOUND, local, 0, 0);
        Symbol *symbol = NULL;
        for (int i = 0; i < u->scope->count; i++) {
            if (u->scope->symbols[i]->index == local &&
                u->scope->symbols[i]->place == PLACE_LOCAL) {
                symbol = u->scope->symbols[i];
            }
        }
        if (symbol && !(symbol->flags & SYMBOL_DELETED)) {
            bound_add(u, local);
        }
    }
}

void name_load(Unit *u, Name *name, int dest)
{
    Symbol *symbol = symbol_of(u, name);
    Place place = symbol ? symbol->place : PLACE_GLOBAL;
    if (place == PLACE_GLOBAL && !strcmp(name->bytes, "__debug__")) {
        load_constant(u, dest, TRUE);
        return;
    }
    switch (place) {
    case PLACE_LOCAL:
        if (u->scope->kind >= SCOPE_FUNCTION) {
            check_bound(u, symbol->index);
            if (dest != symbol->index) {
                emit(u, OP_MOVE, dest, symbol->index, 0);
            }
            return;
        }
        emit(u, in_namespace(u) ? OP_LOAD_NAME : OP_LOAD_GLOBAL, dest, name_constant(u, name), 0);
        return;
    case PLACE_CELL:
        emit(u, OP_LOAD_CELL, dest, symbol->index, 0);
        return;
    case PLACE_FREE:
        if (u->scope->kind == SCOPE_CLASS) {
            emit(u, OP_LOAD_CLASS_FREE, dest, symbol->index, name_constant(u, name));
        } else {
            emit(u, OP_LOAD_FREE, dest, symbol->index, 0);
        }
        return;
    default:
        break;
    }
    bool explicit_global = symbol && (symbol->flags & SYMBOL_GLOBAL);
    emit(u, in_namespace(u) && !explicit_global ? OP_LOAD_NAME : OP_LOAD_GLOBAL, dest,
         name_constant(u, name), 0);
}

void name_store(Unit *u, Name *name, int reg)
{
    Symbol *symbol = symbol_of(u, name);
    Place place = symbol ? symbol->place : PLACE_GLOBAL;
    if (!strcmp(name->bytes, "__debug__")) {
        compile_fail(u->c, &u->span, "cannot assign to __debug__");
    }
    switch (place) {
    case PLACE_LOCAL:
        if (u->scope->kind >= SCOPE_FUNCTION) {
            if (reg != symbol->index) {
                emit(u, is_temp(u, reg) ? OP_TAKE : OP_MOVE, symbol->index, reg, 0);
            }
            if (!(symbol->flags & SYMBOL_DELETED)) {
                bound_add(u, symbol->index);
            }
            return;
        }
        emit(u, in_namespace(u) ? OP_STORE_NAME : OP_STORE_GLOBAL, reg, name_constant(u, name), 0);
        return;
    case PLACE_CELL:
        emit(u, OP_STORE_CELL, symbol->index, reg, 0);
        return;
    case PLACE_FREE:
        emit(u, OP_STORE_FREE, symbol->index, reg, 0);
        return;
    default:
        emit(u, OP_STORE_GLOBAL, reg, name_constant(u, name), 0);
    }
}

void name_delete(Unit *u, Name *name)
{
    Symbol *symbol = symbol_of(u, name);
    Place place = symbol ? symbol->place : PLACE_GLOBAL;
    switch (place) {
    case PLACE_LOCAL:
        if (u->scope->kind >= SCOPE_FUNCTION) {
            emit(u, OP_DELETE_LOCAL, symbol->index, 0, 0);
            return;
        }
        emit(u, in_namespace(u) ? OP_DELETE_NAME : OP_DELETE_GLOBAL, 0, name_constant(u, name), 0);
        return;
    case PLACE_CELL:
        emit(u, OP_DELETE_CELL, symbol->index, 0, 0);
        return;
    case PLACE_FREE:
        emit(u, OP_DELETE_FREE, symbol->index, 0, 0);
        return;
    default:
        emit(u, OP_DELETE_GLOBAL, 0, name_constant(u, name), 0);
    }
}

/* ---- Constants ---- */

static Value constant_value(Unit *u, Expr *e)
{
    const Constant *k = &e->constant;
    switch ((ConstantKind)k->kind) {
    case CONSTANT_NONE:
        return NONE;
    case CONSTANT_TRUE:
        return TRUE;
    case CONSTANT_FALSE:
        return FALSE;
    case CONSTANT_ELLIPSIS:
        return ELLIPSIS;
    case CONSTANT_INT:
        return int_from_int64(k->integer);
    case CONSTANT_BIGINT: {
        if (k->base == 10 && k->text.length > 4300) {
            compile_fail(u->c, &e->span,
                         "Exceeds the limit (4300 digits) for integer string conversion: value has "
                         "%zu digits; use sys.set_int_max_str_digits() to increase the limit - "
                         "Consider hexadecimal for huge integer literals to avoid decimal "
                         "conversion limits.",
                         k->text.length);
        }
        return int_parse(k->text.bytes, k->text.length, k->base);
    }
    case CONSTANT_FLOAT:
        return value_float(k->real);
    case CONSTANT_COMPLEX:
        return complex_new(0.0, k->real);
    case CONSTANT_STR:
        return text_value(u, k->text);
    case CONSTANT_BYTES:
        return bytes_new(k->text.bytes, k->text.length);
    }
    unreachable("constant kind");
}

/* What can be computed now without any doubt: small ints and floats. */
static bool fold_binary(AstBinaryOp op, Value a, Value b, Value *out)
{
    if (are_ints(a, b)) {
        int64_t x = as_int(a), y = as_int(b), r;
        switch (op) {
        case BINARY_ADD:
            r = x + y;
            break;
        case BINARY_SUB:
            r = x - y;
            break;
        case BINARY_MULT:
            if (__builtin_mul_overflow(x, y, &r)) {
                return false;
            }
            break;
        case BINARY_LSHIFT:
            if (x < 0 || y < 0 || y > 46 || x > SMALL_INT_MAX >> y) {
                return false;
            }
            r = x << y;
            break;
        case BINARY_POW: {
            if (y < 0) {
                return false;
            }
            r = 1;
            for (int64_t i = 0; i < y; i++) {
                if (y > 64 || __builtin_mul_overflow(r, x, &r)) {
                    return false;
                }
            }
            break;
        }
        case BINARY_BITOR:
            r = x | y;
            break;
        case BINARY_BITAND:
            r = x & y;
            break;
        case BINARY_BITXOR:
            r = x ^ y;
            break;
        case BINARY_DIV:
            if (y == 0) {
                return false;
            }
            *out = value_float((double)x / (double)y);
            return true;
        default:
            return false;
        }
        if (!fits_small_int(r)) {
            return false;
        }
        *out = value_int(r);
        return true;
    }
    if ((is_float(a) || is_int(a)) && (is_float(b) || is_int(b))) {
        double x = is_int(a) ? (double)as_int(a) : as_float(a);
        double y = is_int(b) ? (double)as_int(b) : as_float(b);
        switch (op) {
        case BINARY_ADD:
            *out = value_float(x + y);
            return true;
        case BINARY_SUB:
            *out = value_float(x - y);
            return true;
        case BINARY_MULT:
            *out = value_float(x * y);
            return true;
        case BINARY_DIV:
            *out = value_float(x / y);
            return y != 0;
        default:
            return false;
        }
    }
    return false;
}

static bool fold_tuple(Unit *u, Expr *e, Value *out)
{
    ExprSeq elts = e->tuple.elts;
    for (size_t i = 0; i < elts.count; i++) {
        uint8_t kind = elts.at[i]->kind;
        if (kind != EXPR_CONSTANT && kind != EXPR_UNARYOP && kind != EXPR_TUPLE &&
            kind != EXPR_BINOP) {
            return false;
        }
    }
    Slot *values = scratch_new(elts.count + 1);
    for (size_t i = 0; i < elts.count; i++) {
        Value v;
        if (!constant_fold(u, elts.at[i], &v)) {
            return false;
        }
        mm_init(values, &values[i], v);
    }
    *out = tuple_from((Value *)values, elts.count);
    return true;
}

bool constant_fold(Unit *u, Expr *e, Value *out)
{
    Value a, b;
    switch (e->kind) {
    case EXPR_CONSTANT:
        *out = constant_value(u, e);
        return true;
    case EXPR_UNARYOP:
        if (e->op == UNARY_NOT || !constant_fold(u, e->unaryop.operand, &a)) {
            return false;
        }
        if (is_int(a) && as_int(a) != SMALL_INT_MIN) {
            int64_t i = as_int(a);
            *out = value_int(e->op == UNARY_USUB ? -i : e->op == UNARY_INVERT ? ~i : i);
            return true;
        }
        if (is_float(a) && e->op != UNARY_INVERT) {
            *out = value_float(e->op == UNARY_USUB ? -as_float(a) : as_float(a));
            return true;
        }
        if (is_exactly(a, &int_type)) {
            *out = op_unary(e->op == UNARY_USUB ? OP1_NEG
                            : e->op == UNARY_INVERT ? OP1_INVERT : OP1_POS, a);
            return true;
        }
        return false;
    case EXPR_BINOP:
        return (e->binop.left->kind != EXPR_BINOP || e->binop.left->binop.left->kind != EXPR_BINOP) &&
               constant_fold(u, e->binop.left, &a) && constant_fold(u, e->binop.right, &b) &&
               fold_binary(e->op, a, b, out);
    case EXPR_TUPLE:
        return e->ctx == CONTEXT_LOAD && fold_tuple(u, e, out);
    default:
        return false;
    }
}

/* A constant that fits the 16-bit operand of the _K forms: small ints and floats only. */
static int number_operand(Unit *u, Expr *e)
{
    Value v;
    if ((e->kind != EXPR_CONSTANT && e->kind != EXPR_UNARYOP && e->kind != EXPR_BINOP) ||
        !constant_fold(u, e, &v) || !(is_int(v) || is_float(v))) {
        return -1;
    }
    int index = constant_index(u, v);
    return index <= UINT16_MAX ? index : -1;
}

/* ---- Operands ---- */

int expr_any(Unit *u, Expr *e)
{
    if (e->kind == EXPR_NAME && !u->scope->has_walrus) {
        int local = local_register(u, e->name.id);
        if (local >= 0) {
            Span saved = u->span;
            u->span = e->span;
            check_bound(u, local);
            u->span = saved;
            return local;
        }
    }
    return expr_temp(u, e);
}

int expr_temp(Unit *u, Expr *e)
{
    int reg = temp_new(u);
    expr_into(u, e, reg);
    return reg;
}

/* ---- Operators ---- */

#define FOUR_FORMS(op) {{OP_##op, OP_##op##_K}, {OP_I_##op, OP_I_##op##_K}}

int arithmetic_opcode(AstBinaryOp op, bool inplace, bool constant)
{
    static const uint16_t opcodes[][2][2] = {
        [BINARY_ADD] = FOUR_FORMS(ADD),       [BINARY_SUB] = FOUR_FORMS(SUB),
        [BINARY_MULT] = FOUR_FORMS(MUL),      [BINARY_MATMULT] = FOUR_FORMS(MATMUL),
        [BINARY_DIV] = FOUR_FORMS(DIV),       [BINARY_MOD] = FOUR_FORMS(MOD),
        [BINARY_POW] = FOUR_FORMS(POW),       [BINARY_LSHIFT] = FOUR_FORMS(LSHIFT),
        [BINARY_RSHIFT] = FOUR_FORMS(RSHIFT), [BINARY_BITOR] = FOUR_FORMS(OR),
        [BINARY_BITXOR] = FOUR_FORMS(XOR),    [BINARY_BITAND] = FOUR_FORMS(AND),
        [BINARY_FLOORDIV] = FOUR_FORMS(FLOORDIV),
    };
    return opcodes[op][inplace][constant];
}

/* Applies `e`, whose left operand is in `left`, whose result goes to `dest`. */
static void binary_step(Unit *u, Expr *e, int left, int dest)
{
    int k = number_operand(u, e->binop.right);
    int right = k >= 0 ? k : expr_any(u, e->binop.right);
    u->span = e->span;
    emit(u, arithmetic_opcode(e->op, false, k >= 0), dest, left, right);
}

/* A chain a + b + c + ... as long as it likes: down the left spine, then up. */
static void binop_into(Unit *u, Expr *e, int dest)
{
    size_t depth = 0;
    for (Expr *p = e; p->kind == EXPR_BINOP; p = p->binop.left) {
        depth++;
    }
    Expr **spine = arena_alloc(u->c->arena, depth * sizeof *spine);
    Expr *p = e;
    for (size_t i = depth; i-- > 0; p = p->binop.left) {
        spine[i] = p;
    }
    int mark = u->temp;
    int left = expr_any(u, p);
    for (size_t i = 0; i < depth; i++) {
        bool last = i + 1 == depth;
        int result = last ? dest : is_temp(u, left) ? left : mark;
        if (!last && u->temp <= result) {
            temp_new(u);
        }
        binary_step(u, spine[i], left, result);
        u->temp = mark + (last ? 0 : 1);
        left = result;
    }
    u->temp = mark;
}

typedef enum CompareClass { COMPARE_ORDER, COMPARE_IDENTITY, COMPARE_MEMBER } CompareClass;

static const struct {
    uint8_t group;
    bool negated; /* of IS, IN */
    uint16_t op, jump, jump_k;
} compare_ops[] = {
    [COMPARE_EQ] = {COMPARE_ORDER, 0, OP_EQ, OP_JUMP_EQ, OP_JUMP_EQ_K},
    [COMPARE_NOT_EQ] = {COMPARE_ORDER, 0, OP_NE, OP_JUMP_NE, OP_JUMP_NE_K},
    [COMPARE_LT] = {COMPARE_ORDER, 0, OP_LT, OP_JUMP_LT, OP_JUMP_LT_K},
    [COMPARE_LT_E] = {COMPARE_ORDER, 0, OP_LE, OP_JUMP_LE, OP_JUMP_LE_K},
    [COMPARE_GT] = {COMPARE_ORDER, 0, OP_GT, OP_JUMP_GT, OP_JUMP_GT_K},
    [COMPARE_GT_E] = {COMPARE_ORDER, 0, OP_GE, OP_JUMP_GE, OP_JUMP_GE_K},
    [COMPARE_IS] = {COMPARE_IDENTITY, 0, OP_IS, OP_JUMP_IS, 0},
    [COMPARE_IS_NOT] = {COMPARE_IDENTITY, 1, OP_IS_NOT, OP_JUMP_IS, 0},
    [COMPARE_IN] = {COMPARE_MEMBER, 0, OP_IN, OP_JUMP_IN, 0},
    [COMPARE_NOT_IN] = {COMPARE_MEMBER, 1, OP_NOT_IN, OP_JUMP_IN, 0},
};

static void compare_into(Unit *u, Expr *e, int dest)
{
    size_t count = e->compare.comparators.count;
    int mark = u->temp;
    if (count == 1) {
        int left = expr_any(u, e->compare.left);
        int right = expr_any(u, e->compare.comparators.at[0]);
        u->span = e->span;
        emit(u, compare_ops[e->compare.ops[0]].op, dest, left, right);
        u->temp = mark;
        return;
    }
    int result = temp_new(u);
    int left = expr_temp(u, e->compare.left);
    int right = temp_new(u);
    Label fail = NEW_LABEL, done = NEW_LABEL;
    for (size_t i = 0; i < count; i++) {
        expr_into(u, e->compare.comparators.at[i], right);
        u->span = e->span;
        if (i + 1 < count) {
            int copy = temp_new(u);
            emit(u, OP_MOVE, copy, right, 0);
            emit(u, compare_ops[e->compare.ops[i]].op, result, left, copy);
            u->temp = copy;
            emit_jump(u, OP_KEEP_IF_FALSE, result, &fail);
            int swap = left;
            left = right;
            right = swap;
        } else {
            emit(u, compare_ops[e->compare.ops[i]].op, result, left, right);
        }
    }
    emit_jump(u, OP_JUMP, 0, &done);
    label_place(u, &fail);
    emit(u, OP_CLEAR, mark + 1, 0, 0);
    emit(u, OP_CLEAR, mark + 2, 0, 0);
    label_place(u, &done);
    emit(u, OP_TAKE, dest, result, 0);
    u->temp = mark;
}

static bool is_none(Expr *e)
{
    return e->kind == EXPR_CONSTANT && e->constant.kind == CONSTANT_NONE;
}

static void compare_condition(Unit *u, Expr *e, bool jump_if, Label *label)
{
    int op = e->compare.ops[0];
    Expr *other = e->compare.comparators.at[0];
    int mark = u->temp;
    int left = expr_any(u, e->compare.left);
    if (compare_ops[op].negated) {
        jump_if = !jump_if;
    }
    if (compare_ops[op].group == COMPARE_IDENTITY && is_none(other)) {
        u->span = e->span;
        emit_jump(u, jump_if ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, left, label);
    } else {
        int k = compare_ops[op].group == COMPARE_ORDER ? number_operand(u, other) : -1;
        int right = k >= 0 ? k : expr_any(u, other);
        u->span = e->span;
        emit_far(u, k >= 0 ? compare_ops[op].jump_k : compare_ops[op].jump, left, right, jump_if,
                 label);
    }
    u->temp = mark;
}

static void boolop_condition(Unit *u, Expr *e, bool jump_if, Label *label)
{
    /* `and` jumps out when one is false, `or` when one is true. */
    bool decisive = e->op == BOOL_OR;
    Label skip = NEW_LABEL;
    uint64_t *skipped = NULL;
    ExprSeq values = e->boolop.values;
    for (size_t i = 0; i + 1 < values.count; i++) {
        condition(u, values.at[i], decisive, decisive == jump_if ? label : &skip);
        if (i == 0) {
            skipped = bound_copy(u);
        }
    }
    condition(u, values.at[values.count - 1], jump_if, label);
    label_place(u, &skip);
    /* What later operands bind (walrus) is not sure. */
    if (skipped) {
        bound_set(u, skipped);
    }
}

/* Jumps to `label` if the truth of e is `jump_if`, else goes on. */
void condition(Unit *u, Expr *e, bool jump_if, Label *label)
{
    check_depth(u);
    Span saved = u->span;
    u->span = e->span;
    int mark = u->temp;
    Value k;
    if (e->kind == EXPR_UNARYOP && e->op == UNARY_NOT) {
        condition(u, e->unaryop.operand, !jump_if, label);
    } else if (e->kind == EXPR_BOOLOP) {
        boolop_condition(u, e, jump_if, label);
    } else if (e->kind == EXPR_COMPARE && e->compare.comparators.count == 1) {
        compare_condition(u, e, jump_if, label);
    } else if (e->kind == EXPR_CONSTANT && constant_fold(u, e, &k)) {
        if (op_truth(k) == jump_if) {
            emit_jump(u, OP_JUMP, 0, label);
        }
    } else {
        int reg = expr_any(u, e);
        emit_jump(u, jump_if ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, reg, label);
    }
    u->temp = mark;
    u->span = saved;
}

/* `dest`, or a temporary in its stead if it is a local that the expression might still read. */
static int safe_dest(Unit *u, int dest)
{
    return is_temp(u, dest) ? dest : temp_new(u);
}

/* Evaluates e into reg; jumps to `end`, keeping it, if its truth is `decisive`; else goes on without
 * it. What is inside an operand of the other kind, as x in (x and y) or z, is tested only once. */
static void operand_into(Unit *u, Expr *e, int reg, bool decisive, Label *end)
{
    if (e->kind != EXPR_BOOLOP) {
        expr_into(u, e, reg);
        emit_jump(u, decisive ? OP_KEEP_IF_TRUE : OP_KEEP_IF_FALSE, reg, end);
        return;
    }
    check_depth(u);
    ExprSeq values = e->boolop.values;
    bool inner_decisive = e->op == BOOL_OR;
    Label next = NEW_LABEL;
    for (size_t i = 0; i + 1 < values.count; i++) {
        if (inner_decisive == decisive) {
            operand_into(u, values.at[i], reg, decisive, end);
        } else {
            condition(u, values.at[i], inner_decisive, &next);
        }
    }
    operand_into(u, values.at[values.count - 1], reg, decisive, end);
    label_place(u, &next);
}

static void boolop_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    int reg = safe_dest(u, dest);
    Label end = NEW_LABEL;
    uint64_t *first = NULL;
    ExprSeq values = e->boolop.values;
    for (size_t i = 0; i < values.count; i++) {
        if (i + 1 < values.count) {
            operand_into(u, values.at[i], reg, e->op == BOOL_OR, &end);
        } else {
            expr_into(u, values.at[i], reg);
        }
        if (i == 0) {
            first = bound_copy(u);
        }
    }
    bound_set(u, first);
    label_place(u, &end);
    if (reg != dest) {
        emit(u, OP_TAKE, dest, reg, 0);
    }
    u->temp = mark;
}

static void ifexp_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    int reg = safe_dest(u, dest);
    Label orelse = NEW_LABEL, end = NEW_LABEL;
    condition(u, e->ifexp.test, false, &orelse);
    uint64_t *after_test = bound_copy(u);
    expr_into(u, e->ifexp.body, reg);
    emit_jump(u, OP_JUMP, 0, &end);
    uint64_t *after_body = bound_copy(u);
    bound_set(u, after_test);
    label_place(u, &orelse);
    expr_into(u, e->ifexp.orelse, reg);
    bound_meet(u, after_body);
    bound_set(u, after_body);
    label_place(u, &end);
    if (reg != dest) {
        emit(u, OP_TAKE, dest, reg, 0);
    }
    u->temp = mark;
}

static void unary_into(Unit *u, Expr *e, int dest)
{
    static const uint16_t opcodes[] = {[UNARY_INVERT] = OP_INVERT,
                                       [UNARY_NOT] = OP_NOT,
                                       [UNARY_UADD] = OP_POS,
                                       [UNARY_USUB] = OP_NEG};
    int mark = u->temp;
    int reg = expr_any(u, e->unaryop.operand);
    u->span = e->span;
    emit(u, opcodes[e->op], dest, reg, 0);
    u->temp = mark;
}

/* ---- Displays ---- */

enum { RUN_MAX = 64 }; /* values collected in registers before they go into the container */

static bool all_constant(Unit *u, ExprSeq seq, Value *tuple)
{
    Expr fake = {.kind = EXPR_TUPLE, .ctx = CONTEXT_LOAD};
    fake.tuple.elts = seq;
    return seq.count > 2 && fold_tuple(u, &fake, tuple);
}

/* Values (with stars) into a new container: list or set. */
static void display_into(Unit *u, ExprSeq seq, int dest, Opcode build, Opcode add, Opcode extend)
{
    int mark = u->temp;
    bool in_call = u->in_call;
    u->in_call = false;
    bool starred = seq.count > RUN_MAX;
    for (size_t i = 0; i < seq.count; i++) {
        starred |= seq.at[i]->kind == EXPR_STARRED;
    }
    Span span = u->span;
    Value constants;
    if (!starred && (build == OP_BUILD_SET || !all_constant(u, seq, &constants))) {
        int base = temp_run(u, (int)seq.count);
        for (size_t i = 0; i < seq.count; i++) {
            expr_into(u, seq.at[i], base + (int)i);
        }
        u->span = span;
        emit(u, build, dest, base, (int)seq.count);
        u->temp = mark;
        return;
    }
    int reg = safe_dest(u, dest);
    emit(u, build, reg, u->temp, 0);
    if (all_constant(u, seq, &constants)) {
        int value = temp_new(u);
        load_constant(u, value, constants);
        emit(u, extend, reg, value, 0);
    } else {
        for (size_t i = 0; i < seq.count; i++) {
            int inner = u->temp;
            bool star = seq.at[i]->kind == EXPR_STARRED;
            int value = expr_any(u, star ? seq.at[i]->starred.value : seq.at[i]);
            u->span = star ? seq.at[i]->span : span;
            emit(u, star ? extend : add, reg, value, star && in_call);
            u->temp = inner;
        }
    }
    u->span = span;
    if (reg != dest) {
        emit(u, OP_TAKE, dest, reg, 0);
    }
    u->temp = mark;
}

void sequence_into(Unit *u, ExprSeq seq, int dest)
{
    display_into(u, seq, dest, OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND);
}

static void tuple_into(Unit *u, Expr *e, int dest)
{
    ExprSeq seq = e->tuple.elts;
    Value folded;
    if (fold_tuple(u, e, &folded)) {
        load_constant(u, dest, folded);
        return;
    }
    int mark = u->temp;
    bool starred = seq.count > RUN_MAX;
    for (size_t i = 0; i < seq.count; i++) {
        starred |= seq.at[i]->kind == EXPR_STARRED;
    }
    if (starred) {
        int list = temp_new(u);
        sequence_into(u, seq, list);
        emit(u, OP_LIST_TO_TUPLE, dest, list, 0);
    } else {
        int base = temp_run(u, (int)seq.count);
        for (size_t i = 0; i < seq.count; i++) {
            expr_into(u, seq.at[i], base + (int)i);
        }
        u->span = e->span;
        emit(u, OP_BUILD_TUPLE, dest, base, (int)seq.count);
    }
    u->temp = mark;
}

static void dict_into(Unit *u, Expr *e, int dest)
{
    ExprSeq keys = e->dict.keys, values = e->dict.values;
    int mark = u->temp;
    bool plain = keys.count <= RUN_MAX;
    for (size_t i = 0; i < keys.count; i++) {
        plain &= keys.at[i] != NULL;
    }
    int reg = plain ? dest : safe_dest(u, dest);
    if (plain) {
        int base = temp_run(u, 2 * (int)keys.count);
        for (size_t i = 0; i < keys.count; i++) {
            expr_into(u, keys.at[i], base + 2 * (int)i);
            expr_into(u, values.at[i], base + 2 * (int)i + 1);
        }
        u->span = e->span;
        emit(u, OP_BUILD_DICT, dest, base, (int)keys.count);
        u->temp = mark;
        return;
    }
    emit(u, OP_BUILD_DICT, reg, u->temp, 0);
    for (size_t i = 0; i < keys.count; i++) {
        int inner = u->temp;
        int key = keys.at[i] ? expr_any(u, keys.at[i]) : 0;
        int value = expr_any(u, values.at[i]);
        u->span = e->span;
        if (keys.at[i]) {
            emit(u, OP_DICT_ADD, reg, key, value);
        } else {
            emit(u, OP_DICT_UPDATE, reg, value, 0);
        }
        u->temp = inner;
    }
    if (reg != dest) {
        emit(u, OP_TAKE, dest, reg, 0);
    }
    u->temp = mark;
}

/* ---- Strings ---- */

static void formatted_value_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    int base = temp_run(u, 2);
    expr_into(u, e->formattedvalue.value, base);
    int conversion = e->formattedvalue.conversion;
    int how = conversion == 's' ? 1 : conversion == 'r' ? 2 : conversion == 'a' ? 3 : 0;
    if (e->formattedvalue.format_spec) {
        expr_into(u, e->formattedvalue.format_spec, base + 1);
        how |= 4;
    }
    u->span = e->span;
    emit(u, OP_FORMAT, dest, base, how);
    u->temp = mark;
}

static void joined_str_into(Unit *u, Expr *e, int dest)
{
    ExprSeq parts = e->joinedstr.values;
    if (parts.count == 0) {
        load_constant(u, dest, str_empty());
        return;
    }
    if (parts.count == 1) {
        expr_into(u, parts.at[0], dest);
        return;
    }
    int mark = u->temp;
    int base = temp_run(u, (int)parts.count);
    for (size_t i = 0; i < parts.count; i++) {
        expr_into(u, parts.at[i], base + (int)i);
    }
    u->span = e->span;
    emit(u, OP_BUILD_STRING, dest, base, (int)parts.count);
    u->temp = mark;
}

/* ---- The rest ---- */

static void slice_into(Unit *u, Expr *e, int dest)
{
    Expr *parts[] = {e->slice.lower, e->slice.upper, e->slice.step};
    int mark = u->temp;
    int base = temp_run(u, 3);
    for (int i = 0; i < 3; i++) {
        if (parts[i]) {
            expr_into(u, parts[i], base + i);
        } else {
            load_constant(u, base + i, NONE);
        }
    }
    u->span = e->span;
    emit(u, OP_BUILD_SLICE, dest, base, 0);
    u->temp = mark;
}

static void subscript_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    int object = expr_any(u, e->subscript.value);
    Value k;
    Expr *key = e->subscript.slice;
    if ((key->kind == EXPR_CONSTANT || key->kind == EXPR_UNARYOP) && constant_fold(u, key, &k) &&
        constant_index(u, k) <= UINT16_MAX) {
        u->span = e->span;
        emit(u, OP_GET_ITEM_K, dest, object, constant_index(u, k));
    } else {
        int reg = expr_any(u, key);
        u->span = e->span;
        emit(u, OP_GET_ITEM, dest, object, reg);
    }
    u->temp = mark;
}

static void attribute_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    int object = expr_any(u, e->attribute.value);
    u->span = e->span;
    emit(u, OP_GET_ATTR, dest, object, name_constant(u, e->attribute.attr));
    u->temp = mark;
}

static void yield_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    if (e->kind == EXPR_YIELDFROM) {
        int iterator = temp_new(u);
        expr_into(u, e->yieldfrom.value, iterator);
        u->span = e->span;
        emit(u, OP_GET_YIELD_FROM_ITER, iterator, iterator, 0);
        int result = temp_new(u); /* gets what is sent, at last the result: never a local */
        load_constant(u, result, NONE);
        emit(u, OP_YIELD_FROM, result, iterator, 0);
        emit(u, OP_TAKE, dest, result, 0);
    } else {
        int value = temp_new(u);
        if (e->yield.value) {
            expr_into(u, e->yield.value, value);
        } else {
            load_constant(u, value, NONE);
        }
        u->span = e->span;
        emit(u, OP_YIELD, dest, value, 0);
    }
    u->temp = mark;
}

static void named_expr_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    int value = temp_new(u);
    expr_into(u, e->namedexpr.value, value);
    if (is_temp(u, dest)) {
        emit(u, OP_MOVE, dest, value, 0);
        name_store(u, e->namedexpr.target->name.id, value);
    } else {
        int copy = temp_new(u);
        emit(u, OP_MOVE, copy, value, 0);
        name_store(u, e->namedexpr.target->name.id, value);
        emit(u, OP_TAKE, dest, copy, 0);
    }
    u->temp = mark;
}

static void constant_into(Unit *u, Expr *e, int dest)
{
    Value v;
    if (constant_fold(u, e, &v)) {
        load_constant(u, dest, v);
    }
}

/* Compiles e; its value goes to `dest` (a local or temporary), which is written last. */
void expr_into(Unit *u, Expr *e, int dest)
{
    check_depth(u);
    Span saved = u->span;
    u->span = e->span;
    Value folded;
    switch ((ExprKind)e->kind) {
    case EXPR_BOOLOP:
        boolop_into(u, e, dest);
        break;
    case EXPR_NAMEDEXPR:
        named_expr_into(u, e, dest);
        break;
    case EXPR_BINOP:
        if (constant_fold(u, e, &folded)) {
            load_constant(u, dest, folded);
        } else {
            binop_into(u, e, dest);
        }
        break;
    case EXPR_UNARYOP:
        if (constant_fold(u, e, &folded)) {
            load_constant(u, dest, folded);
        } else {
            unary_into(u, e, dest);
        }
        break;
    case EXPR_LAMBDA:
        lambda_into(u, e, dest);
        break;
    case EXPR_IFEXP:
        ifexp_into(u, e, dest);
        break;
    case EXPR_DICT:
        dict_into(u, e, dest);
        break;
    case EXPR_SET:
        display_into(u, e->set.elts, dest, OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE);
        break;
    case EXPR_LISTCOMP:
    case EXPR_SETCOMP:
    case EXPR_DICTCOMP:
    case EXPR_GENERATOREXP:
        comprehension_into(u, e, dest);
        break;
    case EXPR_AWAIT:
        compile_fail(u->c, &e->span, "Hognose does not support 'await'");
        break;
    case EXPR_YIELD:
    case EXPR_YIELDFROM:
        yield_into(u, e, dest);
        break;
    case EXPR_COMPARE:
        compare_into(u, e, dest);
        break;
    case EXPR_CALL:
        call_into(u, e, dest);
        break;
    case EXPR_FORMATTEDVALUE:
        formatted_value_into(u, e, dest);
        break;
    case EXPR_JOINEDSTR:
        joined_str_into(u, e, dest);
        break;
    case EXPR_CONSTANT:
        constant_into(u, e, dest);
        break;
    case EXPR_ATTRIBUTE:
        attribute_into(u, e, dest);
        break;
    case EXPR_SUBSCRIPT:
        subscript_into(u, e, dest);
        break;
    case EXPR_STARRED:
        compile_fail(u->c, &e->span, "can't use starred expression here");
        break;
    case EXPR_NAME:
        name_load(u, e->name.id, dest);
        break;
    case EXPR_LIST:
        sequence_into(u, e->list.elts, dest);
        break;
    case EXPR_TUPLE:
        tuple_into(u, e, dest);
        break;
    case EXPR_SLICE:
        slice_into(u, e, dest);
        break;
    }
    u->span = saved;
}

/* ---- Targets ---- */

static void unpack_to(Unit *u, Expr *target, int reg)
{
    ExprSeq elts = target->tuple.elts;
    int mark = u->temp;
    int star = -1;
    for (size_t i = 0; i < elts.count; i++) {
        if (elts.at[i]->kind == EXPR_STARRED) {
            if (star >= 0) {
                compile_fail(u->c, &target->span, "multiple starred expressions in assignment");
            }
            star = (int)i;
        }
    }
    int base = temp_run(u, (int)elts.count);
    if (star < 0) {
        emit(u, OP_UNPACK, base, reg, (int)elts.count);
    } else {
        int at = emit(u, OP_UNPACK_STAR, base, reg, star);
        int32_t after = (int32_t)elts.count - star - 1;
        memcpy(&u->at[at + 1], &after, sizeof after);
    }
    for (size_t i = 0; i < elts.count; i++) {
        Expr *elt = elts.at[i];
        store(u, elt->kind == EXPR_STARRED ? elt->starred.value : elt, base + (int)i);
    }
    u->temp = mark;
}

void store(Unit *u, Expr *target, int reg)
{
    check_depth(u);
    int mark = u->temp;
    Span saved = u->span;
    u->span = target->span;
    switch (target->kind) {
    case EXPR_NAME:
        name_store(u, target->name.id, reg);
        break;
    case EXPR_ATTRIBUTE: {
        int object = expr_any(u, target->attribute.value);
        emit(u, OP_SET_ATTR, object, name_constant(u, target->attribute.attr), reg);
        break;
    }
    case EXPR_SUBSCRIPT: {
        int object = expr_any(u, target->subscript.value);
        int key = expr_any(u, target->subscript.slice);
        emit(u, OP_SET_ITEM, object, key, reg);
        break;
    }
    case EXPR_TUPLE:
    case EXPR_LIST:
        unpack_to(u, target, reg);
        break;
    case EXPR_STARRED:
        compile_fail(u->c, &target->span, "starred assignment target must be in a list or tuple");
    default:
        compile_fail(u->c, &target->span, "cannot assign here");
    }
    u->span = saved;
    u->temp = mark;
}

void delete_target(Unit *u, Expr *target)
{
    check_depth(u);
    int mark = u->temp;
    Span saved = u->span;
    u->span = target->span;
    switch (target->kind) {
    case EXPR_NAME:
        name_delete(u, target->name.id);
        break;
    case EXPR_ATTRIBUTE: {
        int object = expr_any(u, target->attribute.value);
        emit(u, OP_DELETE_ATTR, object, name_constant(u, target->attribute.attr), 0);
        break;
    }
    case EXPR_SUBSCRIPT: {
        int object = expr_any(u, target->subscript.value);
        int key = expr_any(u, target->subscript.slice);
        emit(u, OP_DELETE_ITEM, object, key, 0);
        break;
    }
    case EXPR_TUPLE:
    case EXPR_LIST:
        for (size_t i = 0; i < target->tuple.elts.count; i++) {
            delete_target(u, target->tuple.elts.at[i]);
        }
        break;
    default:
        compile_fail(u->c, &target->span, "cannot delete this");
    }
    u->span = saved;
    u->temp = mark;
}
