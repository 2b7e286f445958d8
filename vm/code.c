#include "vm/code.h"

#include <stdio.h>

static const struct {
    const char *name;
    uint8_t words;
    const char *operands, *meaning;
} opcodes[] = {
#define X(name, words, operands, meaning) {#name, words, operands, meaning},
    OPCODES(X)
#undef X
};

const uint8_t opcode_length[] = {
#define X(name, words, operands, meaning) words,
    OPCODES(X)
#undef X
};

int opcode_words(Opcode op)
{
    return opcode_length[op];
}

const char *opcode_name(Opcode op)
{
    return opcodes[op].name;
}

const char *opcode_operands(Opcode op)
{
    return opcodes[op].operands;
}

/* The last of `count` records of `size` bytes whose first word is at most `instruction`. */
static const void *find_record(const void *at, uint32_t count, size_t size, uint32_t instruction)
{
    uint32_t low = 0, high = count; /* the answer is before `high`, at or after `low` - 1 */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (*(const uint32_t *)((const char *)at + middle * size) <= instruction) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low ? (const char *)at + (low - 1) * size : NULL;
}

const Position *code_position(const Code *code, uint32_t instruction)
{
    const Position *p =
        find_record(code->positions, code->position_count, sizeof *p, instruction);
    return p ? p : code->positions;
}

const Handler *code_handler(const Code *code, uint32_t instruction)
{
    const HandlerRange *range =
        find_record(code->ranges, code->range_count, sizeof *range, instruction);
    return range && range->handler >= 0 ? &code->handlers[range->handler] : NULL;
}

/* ---- Line events ---- */

/* Marks where a line event may be due: where the source's line changes and where jumps lead, so also
 * where a loop comes back to; and the instructions that leave the frame. */
static void mark_traps(const Code *code, uint8_t *wanted)
{
    int line = -1;
    for (uint32_t i = 0; i < code->count; i += opcode_length[code->at[i].op]) {
        const Instr *instr = &code->at[i];
        const char *operands = opcodes[instr->op].operands;
        int here = code_position(code, i)->line;
        wanted[i] |= here != line || instr->op == OP_RETURN || instr->op == OP_RETURN_K ||
                     instr->op == OP_YIELD;
        line = here;
        if (strchr(operands, 'J')) {
            wanted[i + (uint32_t) * (const int32_t *)&instr[1]] = 1;
        } else if (strchr(operands, 'j')) {
            wanted[i + (uint32_t)instr_jump(instr)] = 1;
        }
    }
}

void code_set_traps(Code *code, bool on)
{
    if (on == (code->trapped != NULL)) {
        return;
    }
    if (!on) {
        for (uint32_t i = 0; i < code->count; i++) {
            if (code->trapped[i]) {
                code->at[i].op = code->trapped[i];
            }
        }
        code->trapped = NULL;
        mm_store(code, &code->trapped_raw, EMPTY);
        return;
    }
    Raw *raw = raw_new(code->count * sizeof(uint16_t));
    memset(raw->at, 0, code->count * sizeof(uint16_t));
    mm_store(code, &code->trapped_raw, value_from(raw));
    code->trapped = (uint16_t *)raw->at;
    uint8_t *wanted = scratch_bytes(code->count + 1);
    mark_traps(code, wanted);
    for (uint32_t i = 0; i < code->count;) {
        uint32_t length = opcode_length[code->at[i].op];
        if (wanted[i] && code->at[i].op != OP_JUMP && code->at[i].op != OP_JUMP_BACK) {
            code->trapped[i] = code->at[i].op;
            code->at[i].op = OP_TRAP;
        }
        i += length;
    }
}

/* ---- Disassembly ---- */

static void print_value(Value v)
{
    size_t length;
    const char *text = str_utf8(op_repr(v), &length);
    printf("%.*s", (int)MIN(length, 60), text);
}

static void print_operand(const Code *code, const Instr *instr, char kind, unsigned operand)
{
    switch (kind) {
    case 'w':
    case 'r':
    case 'v':
        printf(" r%u", operand);
        break;
    case 'k':
        if (instr->op == OP_LOAD_K) {
            operand |= (unsigned)instr->c << 16;
        }
        printf(" k%u=", operand);
        print_value(as_tuple(code->constants.v)->at[operand].v);
        break;
    case 's':
        printf(" ");
        print_value(as_tuple(code->constants.v)->at[operand].v);
        break;
    case 'n':
        printf(" #%u", operand);
        break;
    default:
        break;
    }
}

static void print_instruction(const Code *code, uint32_t i)
{
    const Instr *instr = &code->at[i];
    const char *operands = opcodes[instr->op].operands;
    printf("%5d %5u  %-18s", code_position(code, i)->line, i, opcodes[instr->op].name);
    unsigned values[] = {instr->a, instr->b, instr->c};
    for (int k = 0; operands[k] && k < 3; k++) {
        if (operands[k] == 'j') {
            printf(" -> %d", (int)i + instr_jump(instr));
        } else {
            print_operand(code, instr, operands[k], values[k]);
        }
        if (operands[k] == 'J') {
            printf(" -> %d", (int)i + *(const int32_t *)&instr[1]);
        }
    }
    if (strlen(operands) == 4) {
        printf(" -> %d", (int)i + *(const int32_t *)&instr[1]);
    }
    printf("  ; %s\n", opcodes[instr->op].meaning);
}

void code_disassemble(const Code *code)
{
    printf("%s: %d registers, %d of them locals\n", str_utf8(code->qualname.v, NULL),
           code->register_count, code->local_count);
    for (uint32_t i = 0; i < code->count; i += opcode_length[code->at[i].op]) {
        print_instruction(code, i);
    }
    for (uint32_t i = 0; i < code->range_count; i++) {
        const HandlerRange *range = &code->ranges[i];
        if (range->handler >= 0) {
            printf("  from %u: handler at %u, registers from r%u on\n", range->start,
                   code->handlers[range->handler].target, code->handlers[range->handler].depth);
        }
    }
    Tuple *constants = as_tuple(code->constants.v);
    for (size_t i = 0; i < constants->count; i++) {
        if (is_exactly(constants->at[i].v, &code_type)) {
            printf("\n");
            code_disassemble((Code *)as_object(constants->at[i].v));
        }
    }
}

/* ---- The type ---- */

static Code *as_code(Value v)
{
    return (Code *)as_object(v);
}
static Value code_repr(Value self)
{
    return str_format("<code object %S at 0x%lx, file \"%S\", line %d>", as_code(self)->name.v,
                      (unsigned long)self, as_code(self)->file_name.v, as_code(self)->first_line);
}
static Value get_name(Value self)
{
    return as_code(self)->name.v;
}
static Value get_qualname(Value self)
{
    return as_code(self)->qualname.v;
}
static Value get_file_name(Value self)
{
    return as_code(self)->file_name.v;
}
static Value get_first_line(Value self)
{
    return value_int(as_code(self)->first_line);
}
static Value get_argument_count(Value self)
{
    return value_int(as_code(self)->parameter_count);
}
static Value get_keyword_only_count(Value self)
{
    return value_int(as_code(self)->keyword_only);
}
static Value get_positional_only_count(Value self)
{
    return value_int(as_code(self)->positional_only);
}
static Value get_local_count(Value self)
{
    return value_int(as_code(self)->local_count);
}
static Value get_local_names(Value self)
{
    return as_code(self)->local_names.v;
}
static Value get_free_names(Value self)
{
    return as_code(self)->free_names.v;
}
static Value get_constants(Value self)
{
    return as_code(self)->constants.v;
}

static const GetSetDef code_getsets[] = {
    {"co_name", get_name, NULL},
    {"co_qualname", get_qualname, NULL},
    {"co_filename", get_file_name, NULL},
    {"co_firstlineno", get_first_line, NULL},
    {"co_argcount", get_argument_count, NULL},
    {"co_kwonlyargcount", get_keyword_only_count, NULL},
    {"co_posonlyargcount", get_positional_only_count, NULL},
    {"co_nlocals", get_local_count, NULL},
    {"co_varnames", get_local_names, NULL},
    {"co_freevars", get_free_names, NULL},
    {"co_consts", get_constants, NULL},
    {0},
};

Type code_type = {
    .name = "code",
    .flags = TYPE_NO_INSTANCES,
    .size = sizeof(Code),
    .slots_at = offsetof(Code, constants),
    .slots_count = (offsetof(Code, text) - offsetof(Code, constants)) / sizeof(Slot) + 1,
    .members_at = offsetof(Code, trapped_raw),
    .members_count = 1,
    .repr = code_repr,
    .getsets = code_getsets,
};
