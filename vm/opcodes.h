/* opcodes.h: THE table of the register machine: name, words, operands, meaning. The compiler's
 * emitters, the interpreter's labels, the disassembler and the checks come from it.
 *
 * An instruction is 8 bytes: op and three 16-bit operands a, b, c. What follows it (words - 1 more
 * 8-byte words) is a jump distance or an inline cache. R is the frame's registers, K the constants.
 * Registers below the code's `local_count` are locals, the others temporaries. "Consumes" means:
 * a temporary among the operands holds nothing afterwards (a number may stay: it keeps nothing
 * alive); locals are left as they are. Jumps are relative to the first word of the instruction.
 *
 * Operand letters: w register written, r register read (consumed if a temporary), v register read
 * and kept, k constant, n number, j jump (32 bits in b and c), J (a whole word: int32) in the word
 * that follows, s name constant, - unused.
 */
#ifndef VM_OPCODES_H
#define VM_OPCODES_H

/* Operators with an inline path for numbers: X(NAME, BinaryOp). Each has the forms NAME a b c,
 * NAME_K a b k and I_NAME a b c (augmented assignment). */
#define ARITHMETIC_OPS(X)                                                                          \
    X(ADD)                                                                                         \
    X(SUB)                                                                                         \
    X(MUL)                                                                                         \
    X(DIV)                                                                                         \
    X(FLOORDIV)                                                                                    \
    X(MOD)                                                                                         \
    X(POW)                                                                                         \
    X(MATMUL)                                                                                      \
    X(LSHIFT)                                                                                      \
    X(RSHIFT)                                                                                      \
    X(AND)                                                                                         \
    X(OR)                                                                                          \
    X(XOR)

#define ORDER_OPS(X)                                                                               \
    X(LT)                                                                                          \
    X(LE)                                                                                          \
    X(EQ)                                                                                          \
    X(NE)                                                                                          \
    X(GT)                                                                                          \
    X(GE)

#define OPCODES_BINARY(X, op)                                                                      \
    X(op, 1, "wrr", "R[a] = R[b] op R[c]")                                                         \
    X(op##_K, 1, "wrk", "R[a] = R[b] op K[c]")                                                     \
    X(I_##op, 1, "wrr", "R[a] = R[b] op= R[c]")                                                    \
    X(I_##op##_K, 1, "wrk", "R[a] = R[b] op= K[c]")

#define OPCODES_COMPARE(X, op)                                                                     \
    X(op, 1, "wrr", "R[a] = R[b] op R[c]")                                                         \
    X(JUMP_##op, 2, "rrnJ", "jump if (R[a] op R[b]) is c")                                         \
    X(JUMP_##op##_K, 2, "rknJ", "jump if (R[a] op K[b]) is c")

#define OPCODES_ARITHMETIC(X)                                                                      \
    OPCODES_BINARY(X, ADD)                                                                         \
    OPCODES_BINARY(X, SUB)                                                                         \
    OPCODES_BINARY(X, MUL)                                                                         \
    OPCODES_BINARY(X, DIV)                                                                         \
    OPCODES_BINARY(X, FLOORDIV)                                                                    \
    OPCODES_BINARY(X, MOD)                                                                         \
    OPCODES_BINARY(X, POW)                                                                         \
    OPCODES_BINARY(X, MATMUL)                                                                      \
    OPCODES_BINARY(X, LSHIFT)                                                                      \
    OPCODES_BINARY(X, RSHIFT)                                                                      \
    OPCODES_BINARY(X, AND)                                                                         \
    OPCODES_BINARY(X, OR)                                                                          \
    OPCODES_BINARY(X, XOR)                                                                         \
    OPCODES_COMPARE(X, LT)                                                                         \
    OPCODES_COMPARE(X, LE)                                                                         \
    OPCODES_COMPARE(X, EQ)                                                                         \
    OPCODES_COMPARE(X, NE)                                                                         \
    OPCODES_COMPARE(X, GT)                                                                         \
    OPCODES_COMPARE(X, GE)

#define OPCODES(X)                                                                                 \
    X(NOP, 1, "---", "nothing")                                                                    \
    /* Registers and names. */                                                                     \
    X(MOVE, 1, "wv-", "R[a] = R[b]")                                                               \
    X(TAKE, 1, "wr-", "R[a] = R[b], which is a temporary: emptied")                                \
    X(LOAD_K, 1, "wk-", "R[a] = K[b]")                                                             \
    X(CLEAR, 1, "r--", "empties R[a]")                                                             \
    X(CHECK_BOUND, 1, "v--", "UnboundLocalError if R[a] is empty")                                 \
    X(DELETE_LOCAL, 1, "v--", "empties R[a]; UnboundLocalError if it is")                          \
    X(LOAD_GLOBAL, 3, "ws-", "R[a] = the global or built-in named K[b]; cache: version, entry")    \
    X(LOAD_GLOBAL_FAST, 3, "ws-", "the same, the entry is known: cache holds")                      \
    X(LOAD_BUILTIN_FAST, 3, "ws-", "the same, for a built-in")                                     \
    X(STORE_GLOBAL, 3, "rs-", "global K[b] = R[a]; cache: version, entry")                         \
    X(DELETE_GLOBAL, 1, "-s-", "del global K[b]")                                                  \
    X(LOAD_NAME, 1, "ws-", "R[a] = K[b] in the namespace R[0], the globals, the built-ins")        \
    X(STORE_NAME, 1, "rs-", "R[0][K[b]] = R[a]")                                                   \
    X(DELETE_NAME, 1, "-s-", "del R[0][K[b]]")                                                     \
    X(MAKE_CELL, 1, "w--", "R[a] = a cell that holds what R[a] held")                              \
    X(LOAD_CELL, 1, "wv-", "R[a] = contents of the cell R[b]")                                     \
    X(STORE_CELL, 1, "vr-", "contents of the cell R[a] = R[b]")                                    \
    X(DELETE_CELL, 1, "v--", "empties the cell R[a]")                                              \
    X(LOAD_FREE, 1, "wn-", "R[a] = contents of the closure's cell b")                              \
    X(STORE_FREE, 1, "nr-", "contents of the closure's cell a = R[b]")                             \
    X(DELETE_FREE, 1, "n--", "empties the closure's cell a")                                       \
    X(LOAD_CLASS_FREE, 1, "wns", "R[a] = K[c] in the namespace R[0], else the closure's cell b")   \
    X(FREE_CELL, 1, "wn-", "R[a] = the closure's cell b itself")                                   \
    /* Operators. */                                                                               \
    OPCODES_ARITHMETIC(X)                                                                          \
    X(NEG, 1, "wr-", "R[a] = -R[b]")                                                               \
    X(POS, 1, "wr-", "R[a] = +R[b]")                                                               \
    X(INVERT, 1, "wr-", "R[a] = ~R[b]")                                                            \
    X(NOT, 1, "wr-", "R[a] = not R[b]")                                                            \
    X(IS, 1, "wrr", "R[a] = R[b] is R[c]")                                                         \
    X(IS_NOT, 1, "wrr", "R[a] = R[b] is not R[c]")                                                 \
    X(IN, 1, "wrr", "R[a] = R[b] in R[c]")                                                         \
    X(NOT_IN, 1, "wrr", "R[a] = R[b] not in R[c]")                                                 \
    /* Jumps. */                                                                                   \
    X(JUMP, 1, "-j", "jump")                                                                       \
    X(JUMP_BACK, 1, "-j", "jump, and a safepoint")                                                 \
    X(JUMP_IF_TRUE, 1, "rj", "jump if R[a] is true")                                               \
    X(JUMP_IF_FALSE, 1, "rj", "jump if R[a] is false")                                             \
    X(KEEP_IF_TRUE, 1, "vj", "jump if R[a] is true, else empty R[a]")                              \
    X(KEEP_IF_FALSE, 1, "vj", "jump if R[a] is false, else empty R[a]")                            \
    X(JUMP_IF_NONE, 1, "rj", "jump if R[a] is None")                                               \
    X(JUMP_IF_NOT_NONE, 1, "rj", "jump if R[a] is not None")                                       \
    X(JUMP_IS, 2, "rrnJ", "jump if (R[a] is R[b]) is c")                                           \
    X(JUMP_IN, 2, "rrnJ", "jump if (R[a] in R[b]) is c")                                           \
    X(GET_ITER, 1, "wr-", "R[a] = iter(R[b])")                                                     \
    X(FOR_ITER, 2, "wvJ", "R[a] = next(R[b]), or empty R[b] and jump at the end")                  \
    /* Attributes and items. */                                                                    \
    X(GET_ATTR, 5, "wrs", "R[a] = R[b].K[c]; cache")                                               \
    X(GET_ATTR_SLOT, 5, "wrs", "the same, inline in an instance of the cached shape")              \
    X(GET_ATTR_MODULE, 5, "wrs", "the same, of a module whose keys are the cached ones")           \
    X(GET_ATTR_PROPERTY, 5, "wrs", "the same, a property of the cached shape's class in Python")   \
    X(GET_ATTR_MEMBER, 5, "wrs", "the same, one of __slots__ of the cached type")                  \
    X(GET_ATTR_CLASS, 5, "wrs", "the same, a plain value of the cached shape's class")             \
    X(GET_ATTR_TYPE, 5, "wrs", "the same, of the cached class itself")                             \
    X(SET_ATTR, 5, "rsr", "R[a].K[b] = R[c]; cache")                                               \
    X(SET_ATTR_SLOT, 5, "rsr", "the same, inline and there already")                               \
    X(SET_ATTR_MEMBER, 5, "rsr", "the same, one of __slots__ of the cached type")                  \
    X(SET_ATTR_ADD, 5, "rsr", "the same, inline and new: from the cached shape to the next")       \
    X(DELETE_ATTR, 1, "rs-", "del R[a].K[b]")                                                      \
    X(GET_METHOD, 5, "wrs", "R[a], R[a+1] = function, R[b] or EMPTY, R[b].K[c]; cache")            \
    X(GET_METHOD_SHAPE, 5, "wrs", "the same, for the cached shape")                                \
    X(GET_METHOD_TYPE, 5, "wrs", "the same, for the cached type, which has no instance attributes") \
    X(GET_METHOD_CLASS, 5, "wrs", "the same, of the cached class: a class method or what needs no self") \
    X(GET_METHOD_MODULE, 5, "wrs", "the same, a function of a module")                             \
    X(GET_ITEM, 1, "wrr", "R[a] = R[b][R[c]]")                                                     \
    X(GET_ITEM_K, 1, "wrk", "R[a] = R[b][K[c]]")                                                   \
    X(SET_ITEM, 1, "rrr", "R[a][R[b]] = R[c]")                                                     \
    X(DELETE_ITEM, 1, "rr-", "del R[a][R[b]]")                                                     \
    /* Building. The parts are consecutive temporaries from b on, consumed. */                     \
    X(BUILD_LIST, 1, "wrn", "R[a] = [R[b], ... c of them]")                                        \
    X(BUILD_TUPLE, 1, "wrn", "R[a] = (R[b], ... c of them)")                                       \
    X(BUILD_SET, 1, "wrn", "R[a] = {R[b], ... c of them}")                                         \
    X(BUILD_DICT, 1, "wrn", "R[a] = {R[b]: R[b+1], ... c pairs}")                                  \
    X(BUILD_STRING, 1, "wrn", "R[a] = the c strs from R[b] joined")                                \
    X(BUILD_SLICE, 1, "wr-", "R[a] = slice(R[b], R[b+1], R[b+2])")                                 \
    X(LIST_APPEND, 1, "vr-", "R[a].append(R[b])")                                                  \
    X(LIST_EXTEND, 1, "vrn", "R[a].extend(R[b]); c: the arguments of a call of R[a-1]")                                             \
    X(LIST_TO_TUPLE, 1, "wr-", "R[a] = tuple(R[b])")                                               \
    X(SET_ADD, 1, "vr-", "R[a].add(R[b])")                                                         \
    X(SET_UPDATE, 1, "vr-", "R[a].update(R[b])")                                                   \
    X(DICT_ADD, 1, "vrr", "R[a][R[b]] = R[c]")                                                     \
    X(DICT_UPDATE, 1, "vr-", "R[a].update(R[b]): {**R[b]}")                                        \
    X(DICT_MERGE, 1, "vrv", "keyword arguments R[b] of a call of R[c] into R[a], no duplicates")   \
    X(UNPACK, 1, "wrn", "R[a], ... c of them = R[b]")                                              \
    X(UNPACK_STAR, 2, "wrn", "R[a], ... = R[b]: c before the star, next word: number after it")    \
    X(FORMAT, 1, "wrn", "R[a] = format(R[b], R[b+1] if c & 4), converted: c & 3 = 1 str 2 repr 3 ascii") \
    /* Calls. The callee's registers begin at the first argument. */                               \
    X(CALL, 1, "wrn", "R[a] = R[b](R[b+1], ... c of them)")                                        \
    X(CALL_METHOD, 1, "wrn", "the same after GET_METHOD b: R[b+2], ... c of them")                 \
    X(CALL_KW, 2, "wrn", "as CALL; the next word's names (K index) are those of the last values")  \
    X(CALL_METHOD_KW, 2, "wrn", "as CALL_METHOD with names")                                       \
    X(CALL_EX, 1, "wrn", "R[a] = R[b](*R[b+1], **R[b+2]); R[b+2] may be empty")                    \
    X(RETURN, 1, "r--", "return R[a]")                                                             \
    X(RETURN_K, 1, "k--", "return K[a]")                                                           \
    X(MAKE_FUNCTION, 1, "wkr", "R[a] = function of code K[b]; R[c..c+3]: defaults, keyword defaults, annotations, closure, or empty") \
    X(BUILD_CLASS, 1, "wr-", "R[a] = class: R[b] body function, R[b+1] name, R[b+2] tuple of bases, R[b+3] dict of keywords or empty") \
    /* Generators. */                                                                              \
    X(GENERATOR, 1, "---", "returns a generator that goes on after this instruction")              \
    X(YIELD, 1, "wr-", "yields R[b]; R[a] = what is sent")                                         \
    X(YIELD_FROM, 1, "wv-", "R[a] = result of delegating to the iterator R[b]; emptied")           \
    X(GET_YIELD_FROM_ITER, 1, "wr-", "R[a] = R[b] if it is a generator, else iter(R[b])")          \
    /* Exceptions. The unwinder puts the exception into the handler's first free temporary. */     \
    X(RAISE, 1, "rrn", "raise R[a] from R[b]; c: number of parts given (0: raise again)")          \
    X(RERAISE, 1, "rn-", "goes on raising R[a], without a new traceback entry; b: R[a+1] is handled again") \
    X(PUSH_HANDLED, 1, "v--", "R[a+1] = what is being handled; R[a] is handled from now on")       \
    X(POP_HANDLED, 1, "r--", "what R[a+1] holds is handled again; empties R[a], R[a+1]")           \
    X(JUMP_UNLESS_MATCH, 2, "vrJ", "jump unless the exception R[a] matches R[b]")                  \
    X(WITH_ENTER, 1, "wr-", "R[a] = bound __exit__ of R[b]; R[a+1] = R[b].__enter__()")            \
    X(WITH_EXIT, 1, "r--", "R[a](None, None, None)")                                               \
    X(WITH_EXCEPT, 1, "wvv", "R[a] = bool of R[b](type, R[c], traceback)")                         \
    X(LOAD_ASSERTION_ERROR, 1, "w--", "R[a] = AssertionError")                                     \
    /* Modules. */                                                                                 \
    X(IMPORT_NAME, 1, "wrs", "R[a] = __import__(K[c], fromlist R[b], level R[b+1])")               \
    X(IMPORT_FROM, 1, "wvs", "R[a] = R[b].K[c], or the submodule")                                 \
    X(IMPORT_STAR, 1, "r--", "all public names of R[a] into the namespace")                        \
    X(SETUP_ANNOTATIONS, 1, "---", "__annotations__ = {} if there is none")                        \
    X(PRINT_EXPR, 1, "r--", "the REPL's display of R[a]")                                          \
    X(TRAP, 1, "---", "a line event: then the instruction that stood here (code->trapped)")

typedef enum Opcode {
#define X(name, words, operands, meaning) OP_##name,
    OPCODES(X)
#undef X
        OPCODE_COUNT
} Opcode;

typedef struct Instr {
    uint16_t op, a, b, c;
} Instr;

/* A jump's distance from `b` and `c`. */
static inline int32_t instr_jump(const Instr *instr)
{
    return (int32_t)(instr->b | (uint32_t)instr->c << 16);
}
static inline Instr instr_with_jump(Opcode op, uint16_t a, int32_t distance)
{
    return (Instr){(uint16_t)op, a, (uint16_t)distance, (uint16_t)((uint32_t)distance >> 16)};
}

#endif
