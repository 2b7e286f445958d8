/* bool.c: Python's bool: the immediates FALSE and TRUE, ints for all arithmetic. */
#include "runtime/native.h"

static Value repr_slot(Value self)
{
    return str_intern(self == TRUE ? "True" : "False");
}

static bool truth_slot(Value self)
{
    return self == TRUE;
}

static Value binary_slot(BinaryOp op, Value a, Value b)
{
    if (is_bool(a) && is_bool(b)) {
        bool x = a == TRUE, y = b == TRUE;
        switch (op) {
        case OP2_AND:
            return value_bool(x & y);
        case OP2_OR:
            return value_bool(x | y);
        case OP2_XOR:
            return value_bool(x ^ y);
        default:
            break;
        }
    }
    return int_binary(op, a, b);
}

static Value make(Args args)
{
    return value_bool(arg_given(args, 1) && op_truth(args.at[1]));
}

static Value make_fast(Type *type, const Value *at, uint32_t count)
{
    (void)type;
    return count == 1 ? value_bool(op_truth(at[0])) : EMPTY;
}

static const NativeDef bool_make = {"bool", make, "cls, x=, /", NULL, 0, 0};

Type bool_type = {
    .name = "bool",
    .flags = TYPE_INT,
    .size = sizeof(BigInt),
    .repr = repr_slot,
    .truth = truth_slot,
    .binary = binary_slot,
    .make = &bool_make,
    .make_fast = make_fast,
    .doc = "bool(x) -> bool",
    .base = &int_type,
};
