/* ufunc_object.c: numpy.add and its like as objects: called, reduced, accumulated. */
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/reduce.h"

typedef struct Ufunc {
    Object head;
    int op; /* KernelOp */
} Ufunc;

static KernelOp op_of(Value ufunc)
{
    return (KernelOp)((Ufunc *)as_object(ufunc))->op;
}
static const char *name_of(Value ufunc)
{
    return kernel_info[op_of(ufunc)].name;
}

/* ---- Calls ---- */

static void keyword(UfuncCall *call, Value name, Value value)
{
    const char *text = str_utf8(name, NULL);
    if (!strcmp(text, "out")) {
        call->out = out_from(value);
    } else if (!strcmp(text, "where")) {
        call->where = value == TRUE ? NULL : array_from(value, DT_NONE);
        if (call->where && call->where->dtype != DT_BOOL) {
            raise_type("Cannot cast array data from %V to dtype('bool') according to the rule "
                       "'safe'",
                       dtype_object((DType)call->where->dtype));
        }
    } else if (!strcmp(text, "dtype")) {
        call->type = dtype_from(value, DT_NONE);
    } else if (!strcmp(text, "casting")) {
        size_t length;
        const char *rule = is_str(value) ? str_utf8(value, &length) : "";
        int casting = is_str(value) ? promote_casting(rule, length) : -1;
        if (casting < 0) {
            raise_value("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' "
                        "(got %V)",
                        value);
        }
        call->is_unsafe = casting == CASTING_UNSAFE;
    } else if (strcmp(text, "order") && strcmp(text, "subok")) {
        raise_type("%s() got an unexpected keyword argument %V", kernel_info[call->op].name, name);
    }
}

static Value ufunc_call_object(Value self, Call args)
{
    KernelOp op = op_of(self);
    UfuncCall call = {.op = op, .type = DT_NONE};
    uint32_t inputs = kernel_info[op].inputs;
    if (args.count < inputs || args.count > inputs + 1) {
        raise_type("%s() takes from %d to %d positional arguments but %d were given", name_of(self),
                   (int)inputs, (int)inputs + 1, (int)args.count);
    }
    if (args.names == EMPTY && args.count == inputs) {
        return ufunc_call(op, args.at, NULL);
    }
    if (args.count > inputs) {
        call.out = out_from(args.at[inputs]);
    }
    for (size_t i = 0; args.names != EMPTY && i < as_tuple(args.names)->count; i++) {
        keyword(&call, as_tuple(args.names)->at[i].v, args.at[args.count + i]);
    }
    if (call.out && !call.where && call.type == DT_NONE && !call.is_unsafe) {
        return ufunc_call(op, args.at, call.out);
    }
    for (uint32_t i = 0; i < inputs; i++) {
        if (!operand_from(args.at[i], &call.in[i])) {
            return ufunc_call(op, args.at, call.out); /* which says why not */
        }
    }
    return ufunc_run(&call);
}

/* ---- Folding with any binary ufunc ---- */

static void check_binary(Value self, const char *what)
{
    if (kernel_info[op_of(self)].inputs != 2) {
        raise_value("%s only supported for binary functions", what);
    }
}

static Value slice_axis(Array *a, int axis, intptr_t i)
{
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS];
    int ndim = 0;
    for (int d = 0; d < a->ndim; d++) {
        if (d != axis) {
            shape[ndim] = array_shape(a)[d];
            strides[ndim++] = array_strides(a)[d];
        }
    }
    return value_from(array_view(a, a->data + i * array_strides(a)[axis], ndim, shape, strides));
}

static Value fold_slices(KernelOp op, Array *a, int axis)
{
    intptr_t n = array_shape(a)[axis];
    if (n == 0) {
        raise_value("zero-size array to reduction operation %s which has no identity",
                    kernel_info[op].name);
    }
    Value acc = value_from(array_copy(as_array(slice_axis(a, axis, 0))));
    for (intptr_t i = 1; i < n; i++) {
        acc = ufunc_call(op, (Value[]){acc, slice_axis(a, axis, i)}, NULL);
    }
    return is_array(acc) ? unwrap_0d(as_array(acc)) : acc;
}

static Value ufunc_reduce(Args args) /* self, array, axis, dtype, out, keepdims, initial, where */
{
    check_binary(args.at[0], "reduce");
    KernelOp op = op_of(args.at[0]);
    ReduceCall call = {.in = array_from(args.at[1], DT_NONE), .initial = arg_or(args, 6, EMPTY)};
    call.axes = axes_from(arg_or(args, 2, value_int(0)), call.in->ndim);
    call.type = arg_given(args, 3) ? dtype_from(args.at[3], DT_NONE) : DT_NONE;
    call.out = out_from(arg_or(args, 4, NONE));
    call.keepdims = arg_bool_or(args, 5, false);
    call.name = name_of(args.at[0]);
    if (arg_given(args, 7) && args.at[7] != TRUE) {
        call.where = array_from(args.at[7], DT_BOOL);
    }
    if (call.in->ndim == 0) {
        raise_type("cannot reduce on a scalar");
    }
    int fold = reduce_of_kernel(op);
    if (fold >= 0) {
        call.op = (ReduceOp)fold;
        Array *result = reduce_run(&call);
        return call.out ? value_from(result) : unwrap_0d(result);
    }
    if (call.keepdims || call.out || call.where || (call.axes & (call.axes - 1))) {
        raise_unsupported("these options of reduce for this ufunc");
    }
    int axis = call.axes ? __builtin_ctz(call.axes) : 0;
    return fold_slices(op, call.in, axis);
}

static Value ufunc_accumulate(Args args) /* self, array, axis, dtype, out */
{
    check_binary(args.at[0], "accumulate");
    KernelOp op = op_of(args.at[0]);
    Array *a = array_from(args.at[1], DT_NONE);
    if (a->ndim == 0) {
        raise_type("cannot accumulate on a scalar");
    }
    int axis = axis_from(arg_int_or(args, 2, 0), a->ndim);
    int fold = reduce_of_kernel(op);
    if (fold >= 0 && fold != REDUCE_ANY && fold != REDUCE_ALL) {
        DType type = arg_given(args, 3) ? dtype_from(args.at[3], DT_NONE) : DT_NONE;
        return value_from(
            reduce_running((ReduceOp)fold, a, axis, type, out_from(arg_or(args, 4, NONE))));
    }
    DType loop, result;
    if (kernel_resolve(op, (DType)a->dtype, &loop, &result) != RESOLVE_OK) {
        raise_unsupported("accumulate of this ufunc");
    }
    Array *out = array_new(result, a->ndim, array_shape(a), false);
    Value acc = EMPTY;
    for (intptr_t i = 0; i < array_shape(a)[axis]; i++) {
        Value slice = slice_axis(a, axis, i);
        acc = i ? ufunc_call(op, (Value[]){acc, slice}, NULL) : slice;
        array_assign(as_array(slice_axis(out, axis, i)), acc);
    }
    return value_from(out);
}

static Value ufunc_outer(Args args)
{
    check_binary(args.at[0], "outer product");
    Array *a = array_from(args.at[1], DT_NONE), *b = array_from(args.at[2], DT_NONE);
    intptr_t shape[MAX_DIMS];
    if (a->ndim + b->ndim > MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found %d",
                    a->ndim + b->ndim);
    }
    for (int d = 0; d < a->ndim + b->ndim; d++) {
        shape[d] = d < a->ndim ? array_shape(a)[d] : 1;
    }
    Array *tall =
        array_reshape_view(array_contiguous(a, (DType)a->dtype), a->ndim + b->ndim, shape);
    return ufunc_call(op_of(args.at[0]), (Value[]){value_from(tall), value_from(b)}, NULL);
}

/* a[indices] op= b without buffering: repeated indices count each time. */
static Value ufunc_at(Args args) /* self, a, indices, b */
{
    KernelOp op = op_of(args.at[0]);
    bool binary = kernel_info[op].inputs == 2;
    if (!is_array(args.at[1])) {
        raise_type("first operand must be array");
    }
    Array *a = as_array(args.at[1]);
    array_check_writable(a);
    if (is_tuple(args.at[2]) || a->ndim == 0) {
        raise_unsupported("ufunc.at with several indices");
    }
    Array *at = array_from(args.at[2], DT_NONE);
    if (at->dtype == DT_BOOL || dtype_is_float((DType)at->dtype)) {
        raise_unsupported("ufunc.at with other than whole numbers");
    }
    intptr_t n = array_size(at);
    at = array_contiguous(at, DT_INT64);
    Array *b = NULL;
    if (binary) {
        Array *given = array_from(arg_or(args, 3, NONE), DT_NONE);
        intptr_t shape[MAX_DIMS];
        int ndim = at->ndim + a->ndim - 1;
        if (ndim > MAX_DIMS) {
            raise_value("maximum supported dimension for an ndarray is 32, found %d", ndim);
        }
        for (int d = 0; d < ndim; d++) {
            shape[d] = d < at->ndim ? array_shape(at)[d] : array_shape(a)[d - at->ndim + 1];
        }
        b = array_new((DType)given->dtype, ndim, shape, false);
        array_assign(b, value_from(given));
        shape[0] = n;
        memmove(shape + 1, shape + at->ndim, (size_t)(a->ndim - 1) * sizeof *shape);
        b = array_reshape_view(b, a->ndim, shape);
    }
    for (intptr_t i = 0; i < n; i++) {
        int64_t k = ((int64_t *)at->data)[i], size = array_shape(a)[0];
        if (k < -size || k >= size) {
            raise_index("index %ld is out of bounds for axis 0 with size %ld", (long)k, (long)size);
        }
        Array *to = as_array(slice_axis(a, 0, k < 0 ? k + size : k));
        Value in[] = {value_from(to), b ? slice_axis(b, 0, i) : EMPTY};
        ufunc_call(op, in, to);
    }
    return NONE;
}

/* ---- The type ---- */

static Value get_nin(Value self)
{
    return value_int(kernel_info[op_of(self)].inputs);
}
static Value get_nout(Value self)
{
    (void)self;
    return value_int(1);
}
static Value get_nargs(Value self)
{
    return value_int(kernel_info[op_of(self)].inputs + 1);
}
static Value get_name(Value self)
{
    return str_from(name_of(self));
}
static Value get_identity(Value self)
{
    switch (op_of(self)) {
    case K_ADD:
    case K_LOGADDEXP2:
    case K_BITWISE_OR:
    case K_BITWISE_XOR:
    case K_HYPOT:
    case K_GCD:
        return value_int(0);
    case K_MULTIPLY:
        return value_int(1);
    case K_BITWISE_AND:
        return value_int(-1);
    case K_LOGICAL_AND:
        return TRUE;
    case K_LOGICAL_OR:
    case K_LOGICAL_XOR:
        return FALSE;
    default:
        return NONE;
    }
}
static const GetSetDef ufunc_getsets[] = {
    {"nin", get_nin, NULL},       {"nout", get_nout, NULL},         {"nargs", get_nargs, NULL},
    {"__name__", get_name, NULL}, {"identity", get_identity, NULL}, {0},
};
static const NativeDef ufunc_type_methods[] = {
    {.name = "reduce",
     .fn = ufunc_reduce,
     .signature = "self, array, axis=, dtype=, out=, keepdims=, initial=, where="},
    {.name = "accumulate", .fn = ufunc_accumulate, .signature = "self, array, axis=, dtype=, out="},
    {.name = "outer", .fn = ufunc_outer, .signature = "self, A, B, /"},
    {.name = "at", .fn = ufunc_at, .signature = "self, a, indices, b=, /"},
    {0},
};
static Value ufunc_repr(Value self)
{
    return str_format("<ufunc '%s'>", name_of(self));
}
static Type ufunc_type = {
    .name = "numpy.ufunc",
    .size = sizeof(Ufunc),
    .flags = TYPE_NO_INSTANCES,
    .repr = ufunc_repr,
    .call = ufunc_call_object,
    .methods = ufunc_type_methods,
    .getsets = ufunc_getsets,
};

void ufuncs_fill(Value module)
{
    static const char *const aliases[][2] = {
        {"true_divide", "divide"}, {"mod", "remainder"},   {"abs", "absolute"},
        {"conj", "conjugate"},     {"radians", "deg2rad"}, {"bitwise_not", "invert"},
        {"degrees", "rad2deg"},
    };
    type_ready(&ufunc_type);
    for (int i = 0; i < KERNEL_COUNT; i++) {
        Ufunc *ufunc = NEW(Ufunc, &ufunc_type);
        ufunc->op = i;
        module_set(module, kernel_info[i].name, value_from(ufunc));
    }
    for (size_t i = 0; i < COUNT_OF(aliases); i++) {
        module_set(module, aliases[i][0],
                   dict_get_str(module_dict(module), str_intern(aliases[i][1])));
    }
    module_set(module, "ufunc", value_from(&ufunc_type));
}
