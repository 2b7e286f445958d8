/* The interpreter loop. Only this function is long: an op body is a few lines, what is slow or rare
 * stands in functions behind it. The loop keeps pc, R (registers), K (constants) and L (number of
 * locals) in C locals; SAVE makes vm.fp->pc current before anything that may raise, collect or run
 * Python code.
 */
#include "vm/generator.h"
#include "vm/interp.h"

#include <math.h>

/* ---- Registers ---- */

/* Lets go of what a register held. Finalizers may run: the frame must be saved. */
#define DROP(old)                                                                                  \
    do {                                                                                           \
        Value dropped = (old);                                                                     \
        if (MM_COUNTS && is_object(dropped)) {                                                     \
            SAVE();                                                                                \
            mm_drop(dropped);                                                                      \
        }                                                                                          \
    } while (0)
#define SAVE() (vm.fp->pc = pc)
/* R[reg] = v, a value that is kept elsewhere too or a temporary. */
#define SET(reg, v)                                                                                \
    do {                                                                                           \
        Value set_new = (v);                                                                       \
        Value *set_at = &R[reg];                                                                   \
        Value set_old = *set_at;                                                                   \
        mm_hold(set_new);                                                                          \
        *set_at = set_new;                                                                         \
        DROP(set_old);                                                                             \
    } while (0)
/* R[reg] = v, a number or singleton. */
#define SET_PLAIN(reg, v)                                                                          \
    do {                                                                                           \
        Value *set_at = &R[reg];                                                                   \
        Value set_old = *set_at;                                                                   \
        *set_at = (v);                                                                             \
        DROP(set_old);                                                                             \
    } while (0)
#define EMPTY_REGISTER(reg)                                                                        \
    do {                                                                                           \
        Value empty_old = R[reg];                                                                  \
        R[reg] = EMPTY;                                                                            \
        DROP(empty_old);                                                                           \
    } while (0)
/* An operand that is a temporary holds nothing after its use; `dest` is overwritten anyway. */
#define CONSUME(reg)                                                                               \
    do {                                                                                           \
        if ((reg) >= L) {                                                                          \
            EMPTY_REGISTER(reg);                                                                   \
        }                                                                                          \
    } while (0)
#define CONSUME_BUT(reg, dest)                                                                     \
    do {                                                                                           \
        if ((reg) >= L && (reg) != (dest)) {                                                       \
            EMPTY_REGISTER(reg);                                                                   \
        }                                                                                          \
    } while (0)
/* Control is back from a native: temporaries may go. */
#define SETTLE() mm_settle()

/* ---- Dispatch ---- */

#define NEXT(words)                                                                                \
    do {                                                                                           \
        pc += (words);                                                                             \
        goto *labels[pc->op];                                                                      \
    } while (0)
#define OP(name) op_##name:
#define LOAD_FRAME()                                                                               \
    do {                                                                                           \
        Frame *loaded = vm.fp;                                                                     \
        pc = loaded->pc;                                                                           \
        R = loaded->base;                                                                          \
        K = as_tuple(loaded->code->constants.v)->at;                                               \
        L = loaded->code->local_count;                                                             \
    } while (0)
#define JUMP_WORD() (*(const int32_t *)&pc[1])
/* A taken jump; backwards it is a safepoint. */
#define TAKE_JUMP(distance)                                                                        \
    do {                                                                                           \
        pc += (distance);                                                                          \
        if (unlikely(mm_pending)) {                                                                \
            goto poll;                                                                             \
        }                                                                                          \
        goto *labels[pc->op];                                                                      \
    } while (0)

/* ---- Numbers ---- */

static always_inline bool small_add(Value a, Value b, Value *out)
{
    int64_t sum;
    if (__builtin_add_overflow((int64_t)(a << 16), (int64_t)(b << 16), &sum)) {
        return false;
    }
    *out = (uint64_t)sum >> 16 | TAG_INT;
    return true;
}
static always_inline bool small_sub(Value a, Value b, Value *out)
{
    int64_t difference;
    if (__builtin_sub_overflow((int64_t)(a << 16), (int64_t)(b << 16), &difference)) {
        return false;
    }
    *out = (uint64_t)difference >> 16 | TAG_INT;
    return true;
}
static always_inline bool small_mul(Value a, Value b, Value *out)
{
    int64_t product;
    if (__builtin_mul_overflow(as_int(a), (int64_t)(b << 16), &product)) {
        return false;
    }
    *out = (uint64_t)product >> 16 | TAG_INT;
    return true;
}
static always_inline bool small_floordiv(Value a, Value b, Value *out)
{
    int64_t x = as_int(a), y = as_int(b);
    if (unlikely(y == 0 || y == -1)) {
        return false;
    }
    int64_t q = x / y;
    q -= (x % y != 0) & ((x ^ y) < 0);
    *out = value_int(q);
    return true;
}
static always_inline bool small_mod(Value a, Value b, Value *out)
{
    int64_t x = as_int(a), y = as_int(b);
    if (unlikely(y == 0)) {
        return false;
    }
    if ((uint64_t)x <= UINT32_MAX && (uint64_t)y <= UINT32_MAX) {
        *out = value_int((uint32_t)x % (uint32_t)y);
        return true;
    }
    int64_t r = x % y;
    r += (r != 0 && (r ^ y) < 0) ? y : 0;
    *out = value_int(r);
    return true;
}
static always_inline bool small_lshift(Value a, Value b, Value *out)
{
    int64_t x = as_int(a), y = as_int(b);
    if (unlikely((uint64_t)y > 46)) {
        return false;
    }
    int64_t r = (int64_t)((uint64_t)x << y);
    if (unlikely(r >> y != x || !fits_small_int(r))) {
        return false;
    }
    *out = value_int(r);
    return true;
}
static always_inline bool small_rshift(Value a, Value b, Value *out)
{
    int64_t y = as_int(b);
    if (unlikely(y < 0)) {
        return false;
    }
    *out = value_int(as_int(a) >> (y > 63 ? 63 : y));
    return true;
}
static always_inline bool small_pow(Value a, Value b, Value *out)
{
    return b == value_int(2) && small_mul(a, a, out);
}
static always_inline bool as_number(Value v, double *out)
{
    if (is_float(v)) {
        *out = as_float(v);
        return true;
    }
    if (is_int(v)) {
        *out = (double)as_int(v);
        return true;
    }
    return false;
}

/* The slow path of a binary operator. */
static noinline Value binary_slow(BinaryOp op, bool inplace, Value a, Value b)
{
    return inplace ? op_inplace(op, a, b) : op_binary(op, a, b);
}

/* Operators: FAST computes `result` from x and y or falls through. */
#define ARITHMETIC(name, op, right, right_is_register, inplace, FAST)                              \
    OP(name)                                                                                       \
    {                                                                                              \
        Value x = R[pc->b], y = (right), result;                                                   \
        FAST;                                                                                      \
        SAVE();                                                                                    \
        if (!(inplace) && is_object(x) && (right_is_register)) {                                   \
            goto binary_object;                                                                    \
        }                                                                                          \
        result = binary_slow(op, inplace, x, y);                                                   \
        SET(pc->a, result);                                                                        \
        CONSUME_BUT(pc->b, pc->a);                                                                 \
        if (right_is_register) {                                                                   \
            CONSUME_BUT(pc->c, pc->a);                                                             \
        }                                                                                          \
        SETTLE();                                                                                  \
        NEXT(1);                                                                                   \
    }
#define DONE_IF(test)                                                                              \
    if (likely(test)) {                                                                            \
        SET_PLAIN(pc->a, result);                                                                  \
        NEXT(1);                                                                                   \
    }
#define FLOATS(expression)                                                                         \
    double p, q;                                                                                   \
    if (as_number(x, &p) && as_number(y, &q)) {                                                    \
        result = value_float(expression);                                                          \
        SET_PLAIN(pc->a, result);                                                                  \
        NEXT(1);                                                                                   \
    }
#define FAST_ADD                                                                                   \
    if (are_ints(x, y)) {                                                                          \
        DONE_IF(small_add(x, y, &result));                                                         \
    } else {                                                                                       \
        FLOATS(p + q);                                                                             \
    }
#define FAST_SUB                                                                                   \
    if (are_ints(x, y)) {                                                                          \
        DONE_IF(small_sub(x, y, &result));                                                         \
    } else {                                                                                       \
        FLOATS(p - q);                                                                             \
    }
#define FAST_MUL                                                                                   \
    if (are_ints(x, y)) {                                                                          \
        DONE_IF(small_mul(x, y, &result));                                                         \
    } else {                                                                                       \
        FLOATS(p *q);                                                                              \
    }
#define FAST_DIV                                                                                   \
    double p, q;                                                                                   \
    if (as_number(x, &p) && as_number(y, &q) && likely(q != 0)) {                                  \
        result = value_float(p / q);                                                               \
        SET_PLAIN(pc->a, result);                                                                  \
        NEXT(1);                                                                                   \
    }
#define FAST_FLOORDIV                                                                              \
    if (are_ints(x, y)) {                                                                          \
        DONE_IF(small_floordiv(x, y, &result));                                                    \
    }
#define FAST_MOD                                                                                   \
    if (are_ints(x, y)) {                                                                          \
        DONE_IF(small_mod(x, y, &result));                                                         \
    }
#define FAST_POW                                                                                   \
    if (are_ints(x, y)) {                                                                          \
        DONE_IF(small_pow(x, y, &result));                                                         \
    } else if (is_float(x) && y == value_int(2)) {                                                 \
        double p = as_float(x) * as_float(x);                                                      \
        if (likely(isfinite(p))) {                                                                 \
            SET_PLAIN(pc->a, value_float(p));                                                      \
            NEXT(1);                                                                               \
        }                                                                                          \
    }
#define FAST_MATMUL (void)0
#define FAST_LSHIFT                                                                                \
    if (are_ints(x, y)) {                                                                          \
        DONE_IF(small_lshift(x, y, &result));                                                      \
    }
#define FAST_RSHIFT                                                                                \
    if (are_ints(x, y)) {                                                                          \
        DONE_IF(small_rshift(x, y, &result));                                                      \
    }
#define FAST_BITS(expression)                                                                      \
    if (are_ints(x, y)) {                                                                          \
        SET_PLAIN(pc->a, (expression) | TAG_INT);                                                  \
        NEXT(1);                                                                                   \
    }
#define FAST_AND FAST_BITS(x &y)
#define FAST_OR FAST_BITS(x | y)
#define FAST_XOR FAST_BITS(x ^ y)

#define ARITHMETIC_FORMS(op)                                                                       \
    ARITHMETIC(op, OP2_##op, R[pc->c], true, false, FAST_##op)                                     \
    ARITHMETIC(op##_K, OP2_##op, K[pc->c].v, false, false, FAST_##op)                              \
    ARITHMETIC(I_##op, OP2_##op, R[pc->c], true, true, FAST_##op)                                  \
    ARITHMETIC(I_##op##_K, OP2_##op, K[pc->c].v, false, true, FAST_##op)

/* Comparisons. On small ints the shifted bits compare like the numbers. */
#define INT_COMPARE(x, sign, y) ((int64_t)((x) << 16) sign(int64_t)((y) << 16))

static noinline bool compare_truth_slow(CompareOp op, Value a, Value b)
{
    if (op == CMP_EQ || op == CMP_NE) {
        if (is_exactly(a, &str_type) && is_exactly(b, &str_type)) {
            return (a == b || str_equal(a, b)) == (op == CMP_EQ);
        }
    }
    return op_truth(op_compare(op, a, b));
}

#define COMPARE_FORMS(op, sign)                                                                    \
    OP(op)                                                                                         \
    {                                                                                              \
        Value x = R[pc->b], y = R[pc->c];                                                          \
        double p, q;                                                                               \
        if (are_ints(x, y)) {                                                                      \
            SET_PLAIN(pc->a, value_bool(INT_COMPARE(x, sign, y)));                                 \
            NEXT(1);                                                                               \
        } else if (as_number(x, &p) && as_number(y, &q)) {                                         \
            SET_PLAIN(pc->a, value_bool(p sign q));                                                \
            NEXT(1);                                                                               \
        }                                                                                          \
        SAVE();                                                                                    \
        Value result = op_compare(CMP_##op, x, y);                                                 \
        SET(pc->a, result);                                                                        \
        CONSUME_BUT(pc->b, pc->a);                                                                 \
        CONSUME_BUT(pc->c, pc->a);                                                                 \
        SETTLE();                                                                                  \
        NEXT(1);                                                                                   \
    }                                                                                              \
    JUMP_FORM(JUMP_##op, op, sign, R[pc->b], true)                                                 \
    JUMP_FORM(JUMP_##op##_K, op, sign, K[pc->b].v, false)

#define JUMP_FORM(name, op, sign, right, right_is_register)                                        \
    OP(name)                                                                                       \
    {                                                                                              \
        Value x = R[pc->a], y = (right);                                                           \
        double p, q;                                                                               \
        bool truth;                                                                                \
        if (likely(are_ints(x, y))) {                                                              \
            truth = INT_COMPARE(x, sign, y);                                                       \
        } else if (as_number(x, &p) && as_number(y, &q)) {                                         \
            truth = p sign q;                                                                      \
        } else {                                                                                   \
            SAVE();                                                                                \
            truth = compare_truth_slow(CMP_##op, x, y);                                            \
            CONSUME(pc->a);                                                                        \
            if (right_is_register) {                                                               \
                CONSUME(pc->b);                                                                    \
            }                                                                                      \
            SETTLE();                                                                              \
        }                                                                                          \
        if (truth == pc->c) {                                                                      \
            TAKE_JUMP(JUMP_WORD());                                                                \
        }                                                                                          \
        NEXT(2);                                                                                   \
    }

static always_inline bool truth_of(Value v)
{
    return v == TRUE ? true : v == FALSE || v == NONE ? false : op_truth(v);
}

/* A list or tuple item by a small int that is in range, else EMPTY. */
static always_inline Value quick_item(Value container, Value key)
{
    if (is_object(container) && is_int(key)) {
        int64_t i = as_int(key);
        if (is_exactly(container, &list_type)) {
            List *list = as_list(container);
            i += i < 0 ? (int64_t)list->count : 0;
            if (likely((uint64_t)i < list->count)) {
                return list_at(list, (size_t)i);
            }
        } else if (is_exactly(container, &tuple_type)) {
            Tuple *tuple = as_tuple(container);
            i += i < 0 ? (int64_t)tuple->count : 0;
            if (likely((uint64_t)i < tuple->count)) {
                return tuple->at[i].v;
            }
        }
    }
    return EMPTY;
}

static Value get_item(Value container, Value key)
{
    if (is_exactly(container, &dict_type)) {
        Value found = dict_get(as_dict(container), key);
        if (likely(found != EMPTY)) {
            return found;
        }
        raise_key(key);
    }
    return op_get_item(container, key);
}

/* ---- The loop ---- */

/* Runs from vm.fp until a frame with CONT_EXIT returns or yields: its value, held. Raises by going
 * to the frame's handlers; returns EMPTY with vm.leaving set when the exception leaves. */
static Value dispatch(Value raising)
{
    static const void *const labels[] = {
#define X(name, words, operands, meaning) &&op_##name,
        OPCODES(X)
#undef X
    };
    Instr *pc;
    Value *R;
    Slot *K;
    uint32_t L;
    Value exception = EMPTY, value;

    LOAD_FRAME();
    if (raising != EMPTY) {
        exception = raising;
        goto unwind;
    }
    goto *labels[pc->op];

poll:
    SAVE();
    vm_poll();
    goto *labels[pc->op];

    OP(NOP)
    {
        NEXT(1);
    }
    OP(MOVE)
    {
        SET(pc->a, R[pc->b]);
        NEXT(1);
    }
    OP(TAKE)
    {
        Value v = R[pc->b];
        Value old = R[pc->a];
        R[pc->b] = EMPTY;
        R[pc->a] = v;
        DROP(old);
        NEXT(1);
    }
    OP(LOAD_K)
    {
        SET(pc->a, K[pc->b | (uint32_t)pc->c << 16].v);
        NEXT(1);
    }
    OP(CLEAR)
    {
        EMPTY_REGISTER(pc->a);
        NEXT(1);
    }
    OP(CHECK_BOUND)
    {
        if (unlikely(R[pc->a] == EMPTY)) {
            SAVE();
            raise_unbound_local(vm.fp->code, pc->a);
        }
        NEXT(1);
    }
    OP(DELETE_LOCAL)
    {
        if (unlikely(R[pc->a] == EMPTY)) {
            SAVE();
            raise_unbound_local(vm.fp->code, pc->a);
        }
        EMPTY_REGISTER(pc->a);
        NEXT(1);
    }

    /* ---- Names ---- */

    OP(LOAD_GLOBAL)
    {
        SAVE();
        value = load_global(pc, frame_function(vm.fp), K[pc->b].v);
        SET(pc->a, value);
        SETTLE();
        NEXT(3);
    }
    OP(LOAD_GLOBAL_FAST)
    {
        const GlobalCache *cache = (const GlobalCache *)&pc[1];
        Dict *globals = as_dict(((Function *)as_object(R[-1]))->globals.v);
        if (unlikely(globals->version != cache->globals_version)) {
            goto op_LOAD_GLOBAL;
        }
        SET(pc->a, dict_table(globals)->at[cache->entry].value.v);
        NEXT(3);
    }
    OP(LOAD_BUILTIN_FAST)
    {
        const GlobalCache *cache = (const GlobalCache *)&pc[1];
        Function *function = (Function *)as_object(R[-1]);
        Dict *globals = as_dict(function->globals.v);
        Dict *builtins = as_dict(function->builtins.v);
        if (unlikely(globals->version != cache->globals_version ||
                     builtins->version != cache->builtins_version)) {
            goto op_LOAD_GLOBAL;
        }
        SET(pc->a, dict_table(builtins)->at[cache->entry].value.v);
        NEXT(3);
    }
    OP(STORE_GLOBAL)
    {
        GlobalCache *cache = (GlobalCache *)&pc[1];
        Dict *globals = as_dict(((Function *)as_object(R[-1]))->globals.v);
        SAVE();
        if (likely(globals->version == cache->globals_version && globals->version)) {
            DictTable *table = dict_table(globals);
            mm_store(table, &table->at[cache->entry].value, R[pc->a]);
        } else {
            store_global(cache, globals, K[pc->b].v, R[pc->a]);
        }
        CONSUME(pc->a);
        SETTLE();
        NEXT(3);
    }
    OP(DELETE_GLOBAL)
    {
        SAVE();
        delete_global(as_dict(((Function *)as_object(R[-1]))->globals.v), K[pc->b].v);
        SETTLE();
        NEXT(1);
    }
    OP(LOAD_NAME)
    {
        SAVE();
        value = load_name(R[0], frame_function(vm.fp), K[pc->b].v);
        SET(pc->a, value);
        SETTLE();
        NEXT(1);
    }
    OP(STORE_NAME)
    {
        SAVE();
        op_set_item(R[0], K[pc->b].v, R[pc->a]);
        CONSUME(pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(DELETE_NAME)
    {
        SAVE();
        delete_name(R[0], K[pc->b].v);
        SETTLE();
        NEXT(1);
    }
    OP(MAKE_CELL)
    {
        SAVE();
        value = cell_new(R[pc->a]);
        SET(pc->a, value);
        SETTLE();
        NEXT(1);
    }
    OP(LOAD_CELL)
    {
        Cell *cell = (Cell *)as_object(R[pc->b]);
        if (unlikely(cell->value.v == EMPTY)) {
            SAVE();
            raise_unbound_local(vm.fp->code, pc->b);
        }
        SET(pc->a, cell->value.v);
        NEXT(1);
    }
    OP(STORE_CELL)
    {
        Cell *cell = (Cell *)as_object(R[pc->a]);
        SAVE();
        mm_store(cell, &cell->value, R[pc->b]);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }
    OP(DELETE_CELL)
    {
        Cell *cell = (Cell *)as_object(R[pc->a]);
        SAVE();
        if (unlikely(cell->value.v == EMPTY)) {
            raise_unbound_local(vm.fp->code, pc->a);
        }
        mm_store(cell, &cell->value, EMPTY);
        SETTLE();
        NEXT(1);
    }
    OP(LOAD_FREE)
    {
        Cell *cell = frame_free_cell(R, pc->b);
        if (unlikely(cell->value.v == EMPTY)) {
            SAVE();
            raise_unbound_free(vm.fp->code, pc->b);
        }
        SET(pc->a, cell->value.v);
        NEXT(1);
    }
    OP(STORE_FREE)
    {
        Cell *cell = frame_free_cell(R, pc->a);
        SAVE();
        mm_store(cell, &cell->value, R[pc->b]);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }
    OP(DELETE_FREE)
    {
        Cell *cell = frame_free_cell(R, pc->a);
        SAVE();
        if (unlikely(cell->value.v == EMPTY)) {
            raise_unbound_free(vm.fp->code, pc->a);
        }
        mm_store(cell, &cell->value, EMPTY);
        SETTLE();
        NEXT(1);
    }
    OP(LOAD_CLASS_FREE)
    {
        SAVE();
        value = load_class_free(R[0], frame_free_cell(R, pc->b), K[pc->c].v, vm.fp->code, pc->b);
        SET(pc->a, value);
        SETTLE();
        NEXT(1);
    }
    OP(FREE_CELL)
    {
        SET(pc->a, value_from(frame_free_cell(R, pc->b)));
        NEXT(1);
    }

    /* ---- Operators ---- */

    ARITHMETIC_OPS(ARITHMETIC_FORMS)
binary_object : {
    /* A class with the operator in Python: its frame runs in this loop. */
    Value x = R[pc->b], y = R[pc->c];
    if (binary_push(pc->op, x, y)) {
        LOAD_FRAME();
        NEXT(0);
    }
    value = op_binary(binary_op_of(pc->op), x, y);
    SET(pc->a, value);
    CONSUME_BUT(pc->b, pc->a);
    CONSUME_BUT(pc->c, pc->a);
    SETTLE();
    NEXT(1);
}
    COMPARE_FORMS(LT, <)
    COMPARE_FORMS(LE, <=)
    COMPARE_FORMS(EQ, ==)
    COMPARE_FORMS(NE, !=)
    COMPARE_FORMS(GT, >)
    COMPARE_FORMS(GE, >=)
    OP(NEG)
    {
        Value x = R[pc->b];
        if (is_float(x)) {
            SET_PLAIN(pc->a, value_float(-as_float(x)));
            NEXT(1);
        }
        if (is_int(x) && as_int(x) != SMALL_INT_MIN) {
            SET_PLAIN(pc->a, value_int(-as_int(x)));
            NEXT(1);
        }
        SAVE();
        value = op_unary(OP1_NEG, x);
        goto set_unary;
    }
    OP(POS)
    {
        SAVE();
        value = op_unary(OP1_POS, R[pc->b]);
        goto set_unary;
    }
    OP(INVERT)
    {
        SAVE();
        value = op_unary(OP1_INVERT, R[pc->b]);
        goto set_unary;
    }
set_unary:
    SET(pc->a, value);
    CONSUME_BUT(pc->b, pc->a);
    SETTLE();
    NEXT(1);
    OP(NOT)
    {
        SAVE();
        bool truth = truth_of(R[pc->b]);
        SET_PLAIN(pc->a, value_bool(!truth));
        CONSUME_BUT(pc->b, pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(IS)
    {
        bool same = R[pc->b] == R[pc->c];
        SET_PLAIN(pc->a, value_bool(same));
        CONSUME_BUT(pc->b, pc->a);
        CONSUME_BUT(pc->c, pc->a);
        NEXT(1);
    }
    OP(IS_NOT)
    {
        bool same = R[pc->b] == R[pc->c];
        SET_PLAIN(pc->a, value_bool(!same));
        CONSUME_BUT(pc->b, pc->a);
        CONSUME_BUT(pc->c, pc->a);
        NEXT(1);
    }
    OP(IN)
    {
        SAVE();
        bool found = op_contains(R[pc->c], R[pc->b]);
        SET_PLAIN(pc->a, value_bool(found));
        goto consumed_in;
    }
    OP(NOT_IN)
    {
        SAVE();
        bool found = op_contains(R[pc->c], R[pc->b]);
        SET_PLAIN(pc->a, value_bool(!found));
    }
consumed_in:
    CONSUME_BUT(pc->b, pc->a);
    CONSUME_BUT(pc->c, pc->a);
    SETTLE();
    NEXT(1);

    /* ---- Jumps ---- */

    OP(JUMP)
    {
        NEXT(instr_jump(pc));
    }
    OP(JUMP_BACK)
    {
        TAKE_JUMP(instr_jump(pc));
    }
    OP(JUMP_IF_TRUE)
    {
        Value v = R[pc->a];
        bool truth = v == TRUE;
        if (!is_bool(v)) {
            SAVE();
            truth = truth_of(v);
            CONSUME(pc->a);
            SETTLE();
        }
        if (truth) {
            TAKE_JUMP(instr_jump(pc));
        }
        NEXT(1);
    }
    OP(JUMP_IF_FALSE)
    {
        Value v = R[pc->a];
        bool truth = v == TRUE;
        if (!is_bool(v)) {
            SAVE();
            truth = truth_of(v);
            CONSUME(pc->a);
            SETTLE();
        }
        if (!truth) {
            TAKE_JUMP(instr_jump(pc));
        }
        NEXT(1);
    }
    OP(KEEP_IF_TRUE)
    {
        SAVE();
        if (truth_of(R[pc->a])) {
            SETTLE();
            NEXT(instr_jump(pc));
        }
        EMPTY_REGISTER(pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(KEEP_IF_FALSE)
    {
        SAVE();
        if (!truth_of(R[pc->a])) {
            SETTLE();
            NEXT(instr_jump(pc));
        }
        EMPTY_REGISTER(pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(JUMP_IF_NONE)
    {
        bool none = R[pc->a] == NONE;
        CONSUME(pc->a);
        if (none) {
            TAKE_JUMP(instr_jump(pc));
        }
        NEXT(1);
    }
    OP(JUMP_IF_NOT_NONE)
    {
        bool none = R[pc->a] == NONE;
        CONSUME(pc->a);
        if (!none) {
            TAKE_JUMP(instr_jump(pc));
        }
        NEXT(1);
    }
    OP(JUMP_IS)
    {
        bool same = R[pc->a] == R[pc->b];
        CONSUME(pc->a);
        CONSUME(pc->b);
        if (same == pc->c) {
            TAKE_JUMP(JUMP_WORD());
        }
        NEXT(2);
    }
    OP(JUMP_IN)
    {
        SAVE();
        bool found = op_contains(R[pc->b], R[pc->a]);
        CONSUME(pc->a);
        CONSUME(pc->b);
        SETTLE();
        if (found == pc->c) {
            TAKE_JUMP(JUMP_WORD());
        }
        NEXT(2);
    }

    /* ---- Iteration ---- */

    OP(GET_ITER)
    {
        SAVE();
        value = op_iter(R[pc->b]);
        SET(pc->a, value);
        CONSUME_BUT(pc->b, pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(FOR_ITER)
    {
        Value iterator = R[pc->b];
        if (is_exactly(iterator, &range_iterator_type)) {
            RangeIterator *range = (RangeIterator *)as_object(iterator);
            if (range->left > 0) {
                int64_t i = range->next;
                range->left--;
                range->next = i + range->increment;
                if (likely(fits_small_int(i))) {
                    SET_PLAIN(pc->a, value_int(i));
                    NEXT(2);
                }
                SAVE();
                value = int_from_int64(i);
                SET(pc->a, value);
                SETTLE();
                NEXT(2);
            }
            goto for_end;
        }
        if (is_exactly(iterator, &list_iterator_type)) {
            SequenceIterator *it = (SequenceIterator *)as_object(iterator);
            List *list = as_list(it->sequence.v);
            if (likely(list && it->next < list->count)) {
                SET(pc->a, list_at(list, it->next++));
                NEXT(2);
            }
        } else if (is_exactly(iterator, &generator_type)) {
            Generator *generator = (Generator *)as_object(iterator);
            if (likely(generator->state <= GENERATOR_SUSPENDED)) {
                SAVE();
                generator_push(generator, NONE, CONT_FOR);
                LOAD_FRAME();
                NEXT(0);
            }
        }
        SAVE();
        value = op_next(iterator);
        if (value != EMPTY) {
            SET(pc->a, value);
            SETTLE();
            NEXT(2);
        }
        SETTLE();
    }
for_end:
    EMPTY_REGISTER(pc->b);
    NEXT(JUMP_WORD());

    /* ---- Attributes and items ---- */

    OP(GET_ATTR)
    {
        SAVE();
        value = get_attr(pc, R[pc->b], K[pc->c].v);
        SET(pc->a, value);
        CONSUME_BUT(pc->b, pc->a);
        SETTLE();
        NEXT(5);
    }
    OP(GET_ATTR_SLOT)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(!cache_holds(cache, object))) {
            goto op_GET_ATTR;
        }
        SET(pc->a, *(Value *)((char *)as_object(object) + cache->offset));
        CONSUME_BUT(pc->b, pc->a);
        NEXT(5);
    }
    OP(GET_ATTR_MODULE)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(!is_exactly(object, &module_type))) {
            goto op_GET_ATTR;
        }
        Dict *dict = as_dict(((Module *)as_object(object))->dict.v);
        if (unlikely(dict->version != cache->version)) {
            goto op_GET_ATTR;
        }
        SET(pc->a, dict_table(dict)->at[cache->offset].value.v);
        CONSUME_BUT(pc->b, pc->a);
        NEXT(5);
    }
    OP(GET_ATTR_MEMBER)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(!is_object(object) || as_object(object)->type != cache->type ||
                     cache->epoch != cache_epoch)) {
            goto op_GET_ATTR;
        }
        value = *(Value *)((char *)as_object(object) + cache->offset);
        if (unlikely(value == EMPTY)) {
            goto op_GET_ATTR;
        }
        SET(pc->a, value);
        CONSUME_BUT(pc->b, pc->a);
        NEXT(5);
    }
    OP(GET_ATTR_CLASS)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(!cache_holds(cache, object) ||
                     object_type(as_object(object))->version != cache->version)) {
            goto op_GET_ATTR;
        }
        SET(pc->a, cache->value);
        CONSUME_BUT(pc->b, pc->a);
        NEXT(5);
    }
    OP(GET_ATTR_TYPE)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(object != value_from(cache->shape) ||
                     as_type(object)->version != cache->version)) {
            goto op_GET_ATTR;
        }
        SET(pc->a, cache->value);
        CONSUME_BUT(pc->b, pc->a);
        NEXT(5);
    }
    OP(GET_ATTR_PROPERTY)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(!cache_holds(cache, object))) {
            goto op_GET_ATTR;
        }
        SAVE();
        Value *top = vm_window(2);
        mm_hold(cache->value);
        mm_hold(object);
        top[0] = cache->value;
        top[1] = object;
        CONSUME_BUT(pc->b, pc->a);
        frame_push_call(top + 1, 1, EMPTY, CONT_VALUE);
        vm.fp->skip = 5;
        LOAD_FRAME();
        NEXT(0);
    }
    OP(SET_ATTR)
    {
        SAVE();
        set_attr(pc, R[pc->a], K[pc->b].v, R[pc->c]);
        CONSUME(pc->a);
        CONSUME(pc->c);
        SETTLE();
        NEXT(5);
    }
    OP(SET_ATTR_SLOT)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->a];
        if (unlikely(!cache_holds(cache, object))) {
            goto op_SET_ATTR;
        }
        SAVE();
        mm_store(as_object(object), (Slot *)((char *)as_object(object) + cache->offset), R[pc->c]);
        CONSUME(pc->a);
        CONSUME(pc->c);
        SETTLE();
        NEXT(5);
    }
    OP(SET_ATTR_MEMBER)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->a];
        if (unlikely(!is_object(object) || as_object(object)->type != cache->type ||
                     cache->epoch != cache_epoch)) {
            goto op_SET_ATTR;
        }
        SAVE();
        mm_store(as_object(object), (Slot *)((char *)as_object(object) + cache->offset), R[pc->c]);
        CONSUME(pc->a);
        CONSUME(pc->c);
        SETTLE();
        NEXT(5);
    }
    OP(SET_ATTR_ADD)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->a];
        if (unlikely(!cache_holds(cache, object))) {
            goto op_SET_ATTR;
        }
        SAVE();
        object_attrs(as_object(object))->shape = (Shape *)(uintptr_t)cache->value;
        mm_store(as_object(object), (Slot *)((char *)as_object(object) + cache->offset), R[pc->c]);
        CONSUME(pc->a);
        CONSUME(pc->c);
        SETTLE();
        NEXT(5);
    }
    OP(DELETE_ATTR)
    {
        SAVE();
        op_set_attr(R[pc->a], K[pc->b].v, EMPTY);
        CONSUME(pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(GET_METHOD)
    {
        SAVE();
        Value self;
        Value object = R[pc->b];
        value = get_method(pc, object, K[pc->c].v, &self);
        if (self != EMPTY) {
            mm_hold(self);
            mm_hold(value);
        } else { /* nothing to bind: the callee stands where self would */
            mm_hold(value);
            self = value;
            value = EMPTY;
        }
        Value old = R[pc->a], above = R[pc->a + 1];
        R[pc->a] = value;
        R[pc->a + 1] = self;
        DROP(old);
        DROP(above);
        CONSUME_BUT(pc->b, pc->a);
        SETTLE();
        NEXT(5);
    }
    OP(GET_METHOD_SHAPE)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(!cache_holds(cache, object))) {
            goto op_GET_METHOD;
        }
        goto method_found;
    }
    OP(GET_METHOD_TYPE)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(!is_object(object) || as_object(object)->type != cache->type ||
                     cache->epoch != cache_epoch)) {
            goto op_GET_METHOD;
        }
    }
method_found : {
    const AttrCache *cache = (const AttrCache *)&pc[1];
    mm_hold(cache->value);
    if (pc->b == pc->a) { /* the object moves up by one */
        Value above = R[pc->a + 1];
        R[pc->a + 1] = R[pc->b];
        R[pc->a] = cache->value;
        DROP(above);
    } else {
        SET(pc->a + 1, R[pc->b]);
        Value old = R[pc->a];
        R[pc->a] = cache->value;
        DROP(old);
    }
    NEXT(5);
}
    OP(GET_METHOD_CLASS)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(object != value_from(cache->shape) ||
                     as_type(object)->version != cache->version)) {
            goto op_GET_METHOD;
        }
        if (cache->offset) { /* a class method */
            goto method_found;
        }
        SET(pc->a + 1, cache->value);
        EMPTY_REGISTER(pc->a);
        CONSUME_BUT(pc->b, pc->a);
        NEXT(5);
    }
    OP(GET_METHOD_MODULE)
    {
        const AttrCache *cache = (const AttrCache *)&pc[1];
        Value object = R[pc->b];
        if (unlikely(!is_exactly(object, &module_type))) {
            goto op_GET_METHOD;
        }
        Dict *dict = as_dict(((Module *)as_object(object))->dict.v);
        if (unlikely(dict->version != cache->version)) {
            goto op_GET_METHOD;
        }
        SET(pc->a + 1, dict_table(dict)->at[cache->offset].value.v);
        EMPTY_REGISTER(pc->a);
        CONSUME_BUT(pc->b, pc->a);
        NEXT(5);
    }
    OP(GET_ITEM)
    {
        Value container = R[pc->b], key = R[pc->c];
        value = quick_item(container, key);
        if (unlikely(value == EMPTY)) {
            SAVE();
            value = get_item(container, key);
        }
        SET(pc->a, value);
        CONSUME_BUT(pc->b, pc->a);
        if (!is_int(key)) {
            CONSUME_BUT(pc->c, pc->a);
        }
        SETTLE();
        NEXT(1);
    }
    OP(GET_ITEM_K)
    {
        Value container = R[pc->b], key = K[pc->c].v;
        value = quick_item(container, key);
        if (unlikely(value == EMPTY)) {
            SAVE();
            value = get_item(container, key);
        }
        SET(pc->a, value);
        CONSUME_BUT(pc->b, pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(SET_ITEM)
    {
        Value container = R[pc->a], key = R[pc->b];
        SAVE();
        if (is_exactly(container, &list_type) && is_int(key)) {
            List *list = as_list(container);
            int64_t i = as_int(key);
            i += i < 0 ? (int64_t)list->count : 0;
            if (likely((uint64_t)i < list->count)) {
                Slots *slots = list_slots(list);
                mm_store(slots, &slots->at[i], R[pc->c]);
                CONSUME(pc->a);
                CONSUME(pc->c);
                SETTLE();
                NEXT(1);
            }
        }
        if (is_exactly(container, &dict_type)) {
            dict_set(as_dict(container), key, R[pc->c]);
        } else {
            op_set_item(container, key, R[pc->c]);
        }
        CONSUME(pc->a);
        CONSUME(pc->b);
        CONSUME(pc->c);
        SETTLE();
        NEXT(1);
    }
    OP(DELETE_ITEM)
    {
        SAVE();
        op_set_item(R[pc->a], R[pc->b], EMPTY);
        CONSUME(pc->a);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }

    /* ---- Building ---- */

    OP(BUILD_LIST)
    {
        SAVE();
        value = list_from(&R[pc->b], pc->c);
        goto built;
    }
    OP(BUILD_TUPLE)
    {
        SAVE();
        value = tuple_from(&R[pc->b], pc->c);
        goto built;
    }
    OP(BUILD_SET)
    {
        SAVE();
        Set *set = set_new(&set_type);
        for (uint32_t i = 0; i < pc->c; i++) {
            set_add(set, R[pc->b + i]);
        }
        value = value_from(set);
        goto built;
    }
    OP(BUILD_STRING)
    {
        SAVE();
        value = str_join_run(&R[pc->b], pc->c);
    }
built : {
    mm_hold(value);
    for (uint32_t i = pc->b, end = pc->b + pc->c; i < end; i++) {
        EMPTY_REGISTER(i);
    }
    Value old = R[pc->a];
    R[pc->a] = value;
    DROP(old);
    SETTLE();
    NEXT(1);
}
    OP(BUILD_DICT)
    {
        SAVE();
        Dict *dict = dict_new(pc->c);
        value = value_from(dict);
        for (uint32_t i = 0; i < pc->c; i++) {
            dict_set(dict, R[pc->b + 2 * i], R[pc->b + 2 * i + 1]);
        }
        mm_hold(value);
        for (uint32_t i = pc->b, end = pc->b + 2u * pc->c; i < end; i++) {
            EMPTY_REGISTER(i);
        }
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        SETTLE();
        NEXT(1);
    }
    OP(BUILD_SLICE)
    {
        SAVE();
        value = slice_new(R[pc->b], R[pc->b + 1], R[pc->b + 2]);
        mm_hold(value);
        for (uint32_t i = 0; i < 3; i++) {
            EMPTY_REGISTER(pc->b + i);
        }
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        SETTLE();
        NEXT(1);
    }
    OP(LIST_APPEND)
    {
        SAVE();
        list_append(as_list(R[pc->a]), R[pc->b]);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }
    OP(LIST_EXTEND)
    {
        SAVE();
        extend_display(R[pc->a], R[pc->b], pc->c ? R[pc->a - 1] : EMPTY);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }
    OP(LIST_TO_TUPLE)
    {
        SAVE();
        value = tuple_from_iterable(R[pc->b]);
        SET(pc->a, value);
        CONSUME_BUT(pc->b, pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(SET_ADD)
    {
        SAVE();
        set_add((Set *)as_object(R[pc->a]), R[pc->b]);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }
    OP(SET_UPDATE)
    {
        SAVE();
        set_update((Set *)as_object(R[pc->a]), R[pc->b]);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }
    OP(DICT_ADD)
    {
        SAVE();
        dict_set(as_dict(R[pc->a]), R[pc->b], R[pc->c]);
        CONSUME(pc->b);
        CONSUME(pc->c);
        SETTLE();
        NEXT(1);
    }
    OP(DICT_UPDATE)
    {
        SAVE();
        update_display(as_dict(R[pc->a]), R[pc->b]);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }
    OP(DICT_MERGE)
    {
        SAVE();
        merge_keywords(as_dict(R[pc->a]), R[pc->b], R[pc->c]);
        CONSUME(pc->b);
        SETTLE();
        NEXT(1);
    }
    OP(UNPACK)
    {
        SAVE();
        Value items = unpack_items(R[pc->b], pc->c);
        mm_hold(items); /* its register may be among the targets; nothing is raised until the drop */
        CONSUME(pc->b);
        unpack(items, &R[pc->a], pc->c);
        DROP(items);
        SETTLE();
        NEXT(1);
    }
    OP(UNPACK_STAR)
    {
        SAVE();
        uint32_t after = (uint32_t)JUMP_WORD();
        Value items = unpack_star_items(R[pc->b], pc->c, after);
        mm_hold(items);
        CONSUME(pc->b);
        unpack(items, &R[pc->a], pc->c + 1 + after);
        DROP(items);
        SETTLE();
        NEXT(2);
    }
    OP(FORMAT)
    {
        SAVE();
        value = format_value(R[pc->b], pc->c & 4 ? R[pc->b + 1] : EMPTY, pc->c & 3);
        mm_hold(value);
        EMPTY_REGISTER(pc->b);
        if (pc->c & 4) {
            EMPTY_REGISTER(pc->b + 1);
        }
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        SETTLE();
        NEXT(1);
    }

    /* ---- Calls ---- */

    OP(CALL)
    {
        Value f = R[pc->b];
        if (likely(is_exactly(f, &function_type))) {
            Code *code = (Code *)as_object(((Function *)as_object(f))->code.v);
            if (likely((code->flags & CODE_SIMPLE) && code->parameter_count == pc->c)) {
                Value *base = &R[pc->b + 1];
                Frame *frame = vm.fp + 1;
                SAVE();
                if (unlikely(frame >= vm.frame_limit ||
                             base + code->register_count > vm.stack_limit)) {
                    raise_recursion();
                }
                frame->code = code;
                frame->base = base;
                frame->cont = CONT_VALUE;
                frame->skip = 1;
                frame->is_generator = frame->reraising = false;
                frame->line = 0;
                vm.fp = frame;
                R = base;
                K = as_tuple(code->constants.v)->at;
                L = code->local_count;
                for (uint32_t i = code->parameter_count; i < L; i++) {
                    R[i] = EMPTY; /* dead numbers of the caller's may stand there */
                }
                pc = code->at;
                if (unlikely(mm_pending)) {
                    goto poll;
                }
                goto *labels[pc->op];
            }
        }
        SAVE();
        value = call_in_place(&R[pc->b], pc->c, EMPTY, 1);
        goto called;
    }
    OP(CALL_METHOD)
    {
        Value f = R[pc->b];
        if (likely(is_exactly(f, &function_type))) {
            Code *code = (Code *)as_object(((Function *)as_object(f))->code.v);
            if (likely((code->flags & CODE_SIMPLE) && code->parameter_count == pc->c + 1)) {
                Value *base = &R[pc->b + 1];
                Frame *frame = vm.fp + 1;
                SAVE();
                if (unlikely(frame >= vm.frame_limit ||
                             base + code->register_count > vm.stack_limit)) {
                    raise_recursion();
                }
                frame->code = code;
                frame->base = base;
                frame->cont = CONT_VALUE;
                frame->skip = 1;
                frame->is_generator = frame->reraising = false;
                frame->line = 0;
                vm.fp = frame;
                R = base;
                K = as_tuple(code->constants.v)->at;
                L = code->local_count;
                for (uint32_t i = code->parameter_count; i < L; i++) {
                    R[i] = EMPTY; /* dead numbers of the caller's may stand there */
                }
                pc = code->at;
                if (unlikely(mm_pending)) {
                    goto poll;
                }
                goto *labels[pc->op];
            }
        }
        SAVE();
        if (f == EMPTY) {
            value = call_in_place(&R[pc->b + 1], pc->c, EMPTY, 1);
        } else if (is_exactly(f, &method_descriptor_type)) {
            Value *at = &R[pc->b];
            uint32_t count = pc->c + 2u;
            value = native_call((Native *)as_object(f), EMPTY, (Call){at + 1, count - 1, EMPTY});
            mm_hold(value);
            clear_run(at, count);
        } else {
            value = call_in_place(&R[pc->b], pc->c + 1u, EMPTY, 1);
        }
        goto called;
    }
    OP(CALL_KW)
    {
        SAVE();
        value = call_in_place(&R[pc->b], pc->c, K[JUMP_WORD()].v, 2);
        goto called;
    }
    OP(CALL_METHOD_KW)
    {
        SAVE();
        bool bound = R[pc->b] == EMPTY;
        value = call_in_place(&R[pc->b + bound], pc->c + !bound, K[JUMP_WORD()].v, 2);
        goto called;
    }
    OP(CALL_EX)
    {
        SAVE();
        value = call_spread(&R[pc->b]);
    }
called:
    /* `value` is held; EMPTY: a frame was pushed. */
    if (value == EMPTY) {
        LOAD_FRAME();
        if (unlikely(mm_pending)) {
            goto poll;
        }
        NEXT(0);
    } else {
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        SETTLE();
        NEXT(opcode_length[pc->op]);
    }

    OP(RETURN)
    {
        value = R[pc->a];
        R[pc->a] = EMPTY;
        goto leave;
    }
    OP(RETURN_K)
    {
        value = K[pc->a].v;
        mm_hold(value);
    }
leave : {
    /* `value`, held, is the frame's result. */
    Frame *frame = vm.fp;
    if (MM_COUNTS) {
        SAVE();
    }
    clear_frame(R, frame->code->register_count);
    switch ((Continuation)frame->cont) {
    case CONT_VALUE: {
        vm.fp = frame - 1;
        LOAD_FRAME();
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        NEXT(frame->skip);
    }
    case CONT_INIT:
        vm.fp = frame - 1;
        LOAD_FRAME();
        if (unlikely(value != NONE)) {
            raise_init_result(value);
        }
        value = frame->base[-2]; /* the instance stood before __init__ and its arguments */
        frame->base[-2] = EMPTY;
        {
            Value old = R[pc->a];
            R[pc->a] = value;
            DROP(old);
        }
        NEXT(frame->skip);
    case CONT_BINARY:
        vm.fp = frame - 1;
        LOAD_FRAME();
        if (unlikely(value == NOT_IMPLEMENTED)) {
            value = binary_rest(pc->op, R[pc->b], R[pc->c]);
            mm_hold(value);
        }
        {
            Value old = R[pc->a];
            R[pc->a] = value;
            DROP(old);
        }
        CONSUME_BUT(pc->b, pc->a);
        CONSUME_BUT(pc->c, pc->a);
        SETTLE();
        NEXT(frame->skip);
    case CONT_FOR:
    case CONT_YIELD_FROM: {
        generator_finish(frame);
        Continuation cont = frame->cont;
        vm.fp = frame - 1;
        LOAD_FRAME();
        if (cont == CONT_FOR) {
            DROP(value);
            goto for_end;
        }
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        EMPTY_REGISTER(pc->b);
        NEXT(1);
    }
    case CONT_EXIT:
        if (frame->is_generator) {
            generator_finish(frame);
        }
        vm.fp = frame - 1;
        return value;
    }
}

    OP(MAKE_FUNCTION)
    {
        SAVE();
        value = make_function(frame_function(vm.fp), K[pc->b].v,
                              pc->c == UINT16_MAX ? NULL : &R[pc->c]);
        mm_hold(value);
        if (pc->c != UINT16_MAX) {
            clear_run(&R[pc->c], 4);
        }
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        SETTLE();
        NEXT(1);
    }
    OP(BUILD_CLASS)
    {
        SAVE();
        value = build_class(R[pc->b], R[pc->b + 1], R[pc->b + 2], R[pc->b + 3]);
        mm_hold(value);
        clear_run(&R[pc->b], 4);
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        SETTLE();
        NEXT(1);
    }

    /* ---- Generators ---- */

    OP(GENERATOR)
    {
        SAVE();
        value = value_from(generator_from_frame(vm.fp));
        mm_hold(value);
        goto leave;
    }
    OP(YIELD)
    {
        Frame *frame = vm.fp;
        Continuation cont = frame->cont;
        SAVE();
        value = R[pc->b];
        if (pc->b >= L) {
            R[pc->b] = EMPTY;
        } else {
            mm_hold(value);
        }
        generator_suspend(frame);
        if (cont == CONT_EXIT) {
            return value;
        }
        LOAD_FRAME();
        while (cont == CONT_YIELD_FROM) { /* the generator around yields it too */
            frame = vm.fp;
            cont = frame->cont;
            generator_suspend(frame);
            if (cont == CONT_EXIT) {
                return value;
            }
            LOAD_FRAME();
        }
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        SETTLE();
        NEXT(2); /* FOR_ITER's */
    }
    OP(YIELD_FROM)
    {
        SAVE();
        Value iterator = R[pc->b];
        if (is_exactly(iterator, &generator_type) &&
            ((Generator *)as_object(iterator))->state <= GENERATOR_SUSPENDED) {
            Value sent = R[pc->a];
            R[pc->a] = EMPTY;
            generator_push((Generator *)as_object(iterator), sent, CONT_YIELD_FROM);
            mm_drop(sent); /* not DROP, which would save this frame's pc in the generator's */
            LOAD_FRAME();
            NEXT(0);
        }
        Value result = NONE;
        value = delegate(iterator, R[pc->a], &result);
        EMPTY_REGISTER(pc->a);
        if (value == EMPTY) {
            SET(pc->a, result);
            EMPTY_REGISTER(pc->b);
            SETTLE();
            NEXT(1);
        }
        mm_hold(value);
        Frame *frame = vm.fp;
        Continuation cont = frame->cont;
        generator_suspend(frame);
        while (cont == CONT_YIELD_FROM) {
            frame = vm.fp;
            cont = frame->cont;
            generator_suspend(frame);
        }
        if (cont == CONT_EXIT) {
            return value;
        }
        LOAD_FRAME();
        Value old = R[pc->a];
        R[pc->a] = value;
        DROP(old);
        SETTLE();
        NEXT(2);
    }
    OP(GET_YIELD_FROM_ITER)
    {
        SAVE();
        value = is_exactly(R[pc->b], &generator_type) ? R[pc->b] : op_iter(R[pc->b]);
        SET(pc->a, value);
        CONSUME_BUT(pc->b, pc->a);
        SETTLE();
        NEXT(1);
    }

    /* ---- Exceptions ---- */

    OP(RAISE)
    {
        SAVE();
        if (pc->c == 0) {
            exception = handled_to_reraise();
            vm.fp->reraising = true;
        } else {
            exception = exception_to_raise(R[pc->a], pc->c == 2 ? R[pc->b] : EMPTY, pc->c == 2);
        }
        mm_hold(exception);
        vm_set_slot(&vm.leaving, exception);
        if (pc->c) {
            EMPTY_REGISTER(pc->a);
        }
        if (pc->c == 2) {
            EMPTY_REGISTER(pc->b);
        }
        DROP(exception);
        SETTLE();
        goto unwind;
    }
    OP(RERAISE)
    {
        SAVE();
        exception = R[pc->a];
        vm_set_slot(&vm.leaving, exception);
        if (pc->b) {
            vm_set_slot(&vm.handled, R[pc->a + 1]);
            EMPTY_REGISTER(pc->a + 1);
        }
        EMPTY_REGISTER(pc->a);
        vm.fp->reraising = true;
        goto unwind;
    }
    OP(PUSH_HANDLED)
    {
        SAVE();
        SET(pc->a + 1, vm.handled.v);
        vm_set_slot(&vm.handled, R[pc->a]);
        NEXT(1);
    }
    OP(POP_HANDLED)
    {
        SAVE();
        vm_set_slot(&vm.handled, R[pc->a + 1]);
        EMPTY_REGISTER(pc->a + 1);
        EMPTY_REGISTER(pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(JUMP_UNLESS_MATCH)
    {
        SAVE();
        bool matches = exception_matches_checked(R[pc->a], R[pc->b]);
        CONSUME(pc->b);
        SETTLE();
        NEXT(matches ? 2 : JUMP_WORD());
    }
    OP(WITH_ENTER)
    {
        SAVE();
        Value manager = R[pc->b];
        Value leave_method = with_exit_method(manager);
        SET(pc->a, leave_method);
        value = with_enter(manager);
        SET(pc->a + 1, value);
        CONSUME_BUT(pc->b, pc->a + 1);
        SETTLE();
        NEXT(1);
    }
    OP(WITH_EXIT)
    {
        SAVE();
        call_3(R[pc->a], NONE, NONE, NONE);
        EMPTY_REGISTER(pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(WITH_EXCEPT)
    {
        SAVE();
        bool suppress = with_except(R[pc->b], R[pc->c]);
        SET_PLAIN(pc->a, value_bool(suppress));
        SETTLE();
        NEXT(1);
    }
    OP(LOAD_ASSERTION_ERROR)
    {
        SET(pc->a, value_from(&exc_AssertionError));
        NEXT(1);
    }

    /* ---- Modules ---- */

    OP(IMPORT_NAME)
    {
        SAVE();
        value = import_module(K[pc->c].v, R[pc->b], as_int(R[pc->b + 1]),
                              as_dict(frame_function(vm.fp)->globals.v));
        SET(pc->a, value);
        CONSUME_BUT(pc->b, pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(IMPORT_FROM)
    {
        SAVE();
        value = import_from(R[pc->b], K[pc->c].v);
        SET(pc->a, value);
        SETTLE();
        NEXT(1);
    }
    OP(IMPORT_STAR)
    {
        SAVE();
        import_star(R[pc->a], namespace_of(vm.fp));
        CONSUME(pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(SETUP_ANNOTATIONS)
    {
        SAVE();
        setup_annotations(vm.fp);
        SETTLE();
        NEXT(1);
    }
    OP(PRINT_EXPR)
    {
        SAVE();
        display_value(R[pc->a]);
        CONSUME(pc->a);
        SETTLE();
        NEXT(1);
    }
    OP(TRAP)
    {
        SAVE();
        uint16_t op = line_trap(vm.fp);
        goto *labels[op];
    }

    /* ---- Unwinding ---- */

unwind : {
    /* `exception` (kept alive by vm.leaving or as a temporary) passes through vm.fp. */
    Frame *frame = vm.fp;
    vm_set_slot(&vm.leaving, exception);
    uint32_t at = (uint32_t)(frame->pc - frame->code->at);
    const Handler *handler = code_handler(frame->code, at);
    if (!frame->reraising) {
        traceback_add(frame, exception, !handler);
    }
    frame->reraising = false;
    if (handler) {
        pc = frame->pc;
        R = frame->base;
        clear_run(R + handler->depth, frame->code->register_count - handler->depth);
        mm_hold(exception);
        R[handler->depth] = exception;
        vm_set_slot(&vm.leaving, EMPTY);
        frame->pc = frame->code->at + handler->target;
        LOAD_FRAME();
        SETTLE();
        NEXT(0);
    }
    if (frame->is_generator) {
        exception = generator_failed(frame, exception);
        vm_set_slot(&vm.leaving, exception);
    }
    pc = frame->pc;
    if (unlikely(frame->code->trapped)) {
        return_event(frame);
    }
    clear_frame(frame->base, frame->code->register_count);
    if (frame->is_generator) {
        generator_finish(frame);
    }
    vm.fp = frame - 1;
    if (frame->cont == CONT_EXIT) {
        return EMPTY;
    }
    LOAD_FRAME();
    goto unwind;
}
}

Value vm_run(Value raising)
{
    Catch catch;
    volatile Value exception = raising;
    Frame *entry = vm.fp;
    Value result;
    if (vm.loop_depth++ == 0) {
        vm.outer_stack = (uintptr_t)__builtin_frame_address(0);
    }
    /* The registers that the calling native owns are saved here, just below the frame's address. */
    __builtin_unwind_init();
    uintptr_t outer_loop_stack = vm.loop_stack;
    vm.loop_stack = (uintptr_t)__builtin_frame_address(0) - 8 * sizeof(uintptr_t);
    for (;;) {
        if (CATCH(catch)) {
            result = dispatch(exception);
            catch_end(&catch);
            break;
        }
        exception = catch.exception;
        if (vm.loop_depth == 1) { /* call_native_here was left by a jump */
            vm.outer_stack = (uintptr_t)__builtin_frame_address(0);
        }
        assert(vm.fp >= entry);
        vm_clear_above();
    }
    (void)entry;
    /* What is returned or raised is from here on a temporary of the native that called: it must not
     * be let go as the outermost loop would, at once. */
    if (vm.loop_depth == 1) {
        vm.loop_depth = 0;
    }
    Value leaving = result == EMPTY ? vm.leaving.v : result;
    if (result == EMPTY) {
        vm.leaving.v = EMPTY;
    }
    mm_lend(leaving);
    if (vm.loop_depth) {
        vm.loop_depth--;
    }
    vm.loop_stack = outer_loop_stack;
    if (result == EMPTY) {
        raise_again(leaving);
    }
    return result;
}
