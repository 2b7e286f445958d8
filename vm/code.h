/* code.h: Code is a compiled function, class body or module: instructions, constants, and the tables
 * that say where each instruction stands in the source and which handler covers it. Immutable but
 * for the inline caches in its instructions, which hold no counted reference: whatever they name is
 * checked before use.
 */
#ifndef VM_CODE_H
#define VM_CODE_H

#include "runtime/native.h"
#include "vm/opcodes.h"

enum CodeFlags {
    CODE_VARARGS = 1,
    CODE_VARKEYWORDS = 2,
    CODE_GENERATOR = 4,
    CODE_NAMESPACE = 8, /* names live in a dict in R[0]: class bodies, exec with locals */
    CODE_SIMPLE = 16,   /* only positional parameters and not a generator: a call is a jump */
    CODE_NESTED = 32,
    CODE_IS_MODULE = 64,
    CODE_METHOD_SUPER = 128, /* has a __class__ cell among its free variables */
};

/* From instruction `start` on, the source is here. Columns are UTF-8 bytes from 0. */
typedef struct Position {
    uint32_t start;
    int32_t line, end_line;
    int32_t col, end_col; /* -1: not known */
} Position;

/* From instruction `start` on, this handler (index into handlers, -1: none) catches exceptions. */
typedef struct HandlerRange {
    uint32_t start;
    int32_t handler;
} HandlerRange;

typedef struct Handler {
    uint32_t target;
    uint32_t depth; /* registers from here on are emptied; R[depth] gets the exception */
} Handler;

typedef struct Code {
    Object head;
    Slot constants;   /* Tuple */
    Slot name, qualname, file_name, doc;
    Slot local_names; /* Tuple of str, by register; parameters first */
    Slot free_names;  /* Tuple of str, by index in the closure */
    Slot cell_locals; /* Tuple of small ints: registers that hold a Cell */
    Slot text; /* Raw: instructions, then positions, ranges, handlers */
    Instr *at;
    Position *positions;
    HandlerRange *ranges;
    Handler *handlers;
    uint16_t *trapped; /* with line events on: the opcodes that TRAPs replaced, in trapped_raw */
    Slot trapped_raw;
    int32_t profile; /* the line profile that its events go to; 0: none */
    uint32_t count, position_count, range_count, handler_count;
    uint16_t register_count; /* locals, temporaries, and room for calls */
    uint16_t local_count;    /* parameters and other local variables */
    uint16_t parameter_count;   /* positional ones */
    uint16_t positional_only, keyword_only;
    uint16_t flags;
    int32_t first_line;
} Code;

extern Type code_type;

/* Position of an instruction. */
const Position *code_position(const Code *code, uint32_t instruction);
/* Handler that covers an instruction, or NULL. */
const Handler *code_handler(const Code *code, uint32_t instruction);
/* Words of an instruction, and its name, operands and meaning from the table. */
int opcode_words(Opcode op);
const char *opcode_name(Opcode op);
const char *opcode_operands(Opcode op);
/* Prints the instructions, and those of nested code, to stdout: --dis and dis. */
void code_disassemble(const Code *code);
/* Switches line events for this code on or off: TRAP stands where a line begins. */
void code_set_traps(Code *code, bool on);

#endif
