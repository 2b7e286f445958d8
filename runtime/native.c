/* native.c: reading a native's arguments; see native.h. */
#include "runtime/native.h"

int64_t arg_int(Args args, uint32_t i)
{
    Value v = args.at[i];
    return likely(is_int(v)) ? as_int(v) : op_index_int64(v);
}

int64_t arg_int_or(Args args, uint32_t i, int64_t otherwise)
{
    return arg_given(args, i) ? arg_int(args, i) : otherwise;
}

double arg_float(Args args, uint32_t i)
{
    Value v = args.at[i];
    return likely(is_float(v)) ? as_float(v) : float_from_value(v);
}

bool arg_bool_or(Args args, uint32_t i, bool otherwise)
{
    if (!arg_given(args, i)) {
        return otherwise;
    }
    Value v = args.at[i];
    return is_bool(v) ? v == TRUE : op_truth(v);
}

Value arg_str(Args args, uint32_t i, const char *function)
{
    Value v = args.at[i];
    if (unlikely(!is_str(v))) {
        /* CPython counts a function's arguments from 1 and names only those of more than one. */
        if (args.count <= 2) {
            raise_type("%s() argument must be str, not %T", function, v);
        }
        raise_type("%s() argument %u must be str, not %T", function, i, v);
    }
    return v;
}
