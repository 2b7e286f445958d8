/* ufunc.c: element-wise operations: find the type, broadcast, run the kernel in pieces. */
#include "stdlib/numpy/ufunc.h"
#include "stdlib/numpy/iterate.h"

enum { PIECE = 1024 }; /* elements that are cast at a time */

/* ---- Errors ---- */

uint8_t error_actions[4] = {ERR_WARN, ERR_WARN, ERR_IGNORE, ERR_WARN};

Type *ufunc_error_type(void)
{
    static Slot made;
    if (made.v == EMPTY) {
        Dict *names = dict_new(1);
        dict_set(names, str_intern("__module__"), str_from("numpy.core._exceptions"));
        mm_add_root(&made, "numpy's UFuncTypeError");
        mm_init(&exc_TypeError, &made,
                type_new_class(&type_type, str_intern("UFuncTypeError"),
                               tuple_of(1, value_from(&exc_TypeError)), names, EMPTY));
    }
    return as_type(made.v);
}

static void warn_one(int kind, const char *text, const char *prefix, const char *name)
{
    switch (error_actions[kind]) {
    case ERR_WARN:
        warn_as(&exc_RuntimeWarning, "%s encountered in %s%s", text, prefix, name);
        break;
    case ERR_RAISE:
        raise_as(&exc_FloatingPointError, "%s encountered in %s%s", text, prefix, name);
    case ERR_PRINT: {
        Value line = str_format("Warning: %s encountered in %s%s\n", text, prefix, name);
        size_t length;
        const char *at = str_utf8(line, &length);
        error_write(at, length);
        break;
    }
    }
}

static void warn_prefixed(unsigned flags, const char *prefix, const char *name)
{
    if (flags & KERNEL_NEGATIVE_POWER) {
        raise_value("Integers to negative integer powers are not allowed.");
    }
    if (flags & KERNEL_DIVIDE) {
        warn_one(0, "divide by zero", prefix, name);
    }
    if (flags & KERNEL_OVERFLOW) {
        warn_one(1, "overflow", prefix, name);
    }
    if (flags & KERNEL_UNDERFLOW) {
        warn_one(2, "underflow", prefix, name);
    }
    if (flags & KERNEL_INVALID) {
        warn_one(3, "invalid value", prefix, name);
    }
}

void warn_flags(unsigned flags, const char *name)
{
    if (flags) {
        warn_prefixed(flags, "", name);
    }
}

/* ---- Operands ---- */

static void operand_set(Operand *operand, DType type, const void *element)
{
    operand->array = NULL;
    operand->type = type;
    memcpy(operand->value, element, dtype_size(type));
}

static bool operand_from_int(Value v, Operand *operand)
{
    int64_t i;
    if (int_to_int64(v, &i)) {
        operand_set(operand, DT_INT64, &i);
        return true;
    }
    uint64_t u = int_to_uint64_wrap(v);
    if (int_sign(v) < 0 || int_bit_length(v) > 64) {
        raise_unsupported("arrays of objects, which ints beyond 64 bits would make");
    }
    operand_set(operand, DT_UINT64, &u);
    return true;
}

Operand operand_array(Array *a)
{
    return (Operand){.array = a, .type = (DType)a->dtype};
}

bool operand_from(Value v, Operand *operand)
{
    if (is_float(v)) {
        double d = as_float(v);
        operand_set(operand, DT_FLOAT64, &d);
        return true;
    }
    if (is_int(v)) {
        int64_t i = as_int(v);
        operand_set(operand, DT_INT64, &i);
        return true;
    }
    if (is_bool(v)) {
        uint8_t b = v == TRUE;
        operand_set(operand, DT_BOOL, &b);
        return true;
    }
    if (is_array(v)) {
        Array *a = as_array(v);
        if (a->ndim == 0) {
            operand_set(operand, (DType)a->dtype, a->data);
        } else {
            *operand = operand_array(a);
        }
        return true;
    }
    if (!is_object(v)) {
        return false;
    }
    if (is_scalar(v)) {
        operand_set(operand, scalar_dtype(v), ((Scalar *)as_object(v))->bytes);
        return true;
    }
    if (has_flag(v, TYPE_INT)) {
        return operand_from_int(v, operand);
    }
    if (has_flag(v, TYPE_FLOAT)) {
        double d = op_float(v);
        operand_set(operand, DT_FLOAT64, &d);
        return true;
    }
    if (is_list(v) || is_tuple(v) || is_exactly(v, &range_type)) {
        return operand_from(value_from(array_from(v, DT_NONE)), operand);
    }
    return false;
}

PromoteOperand operand_promotes(const Operand *operand)
{
    PromoteOperand p = {.type = operand->type, .is_scalar = operand->array == NULL};
    if (p.is_scalar) {
        intptr_t none[2] = {0, 0};
        char kind = dtype_info[p.type].kind;
        DType wide = kind == 'f' ? DT_FLOAT64 : kind == 'i' ? DT_INT64 : DT_UINT64;
        kernel_cast(p.type, wide)((char *[]){(char *)operand->value, (char *)&p.value}, none, 1);
    }
    return p;
}

DType operands_promote(const Operand *operands, int count)
{
    bool same = true;
    for (int i = 1; i < count; i++) {
        same &= operands[i].type == operands[0].type;
    }
    if (same) {
        return operands[0].type;
    }
    PromoteOperand promote[8];
    for (int i = 0; i < count; i++) {
        promote[i] = operand_promotes(&operands[i]);
    }
    DType type = promote_operands(promote, count);
    if (type == DT_NONE) {
        raise_unsupported("the type float16");
    }
    return type;
}

/* ---- The run ---- */

typedef struct KernelRun {
    Kernel kernel;
    int inputs;
    bool masked;     /* the operand after the output says where */
    Kernel cast[3];  /* inputs, output; NULL: none */
    uint8_t size[3]; /* of the kernel's own elements */
} KernelRun;

static void run_plain(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    ((KernelRun *)context)->kernel(ptrs, strides, n);
}

/* One piece: n <= PIECE. */
static void run_piece(const KernelRun *run, char *const *ptrs, const intptr_t *strides, intptr_t n)
{
    char room[3][PIECE * 8] __attribute__((aligned(64)));
    char *at[3];
    intptr_t step[3];
    for (int i = 0; i <= run->inputs; i++) {
        at[i] = ptrs[i];
        step[i] = strides[i];
        if (run->cast[i]) {
            at[i] = room[i];
            step[i] = strides[i] || i == run->inputs ? run->size[i] : 0;
        }
    }
    for (int i = 0; i < run->inputs; i++) {
        if (run->cast[i]) {
            run->cast[i]((char *[]){ptrs[i], at[i]}, (intptr_t[]){strides[i], run->size[i]},
                         step[i] ? n : 1);
        }
    }
    run->kernel(at, step, n);
    int out = run->inputs;
    if (run->cast[out]) {
        run->cast[out]((char *[]){at[out], ptrs[out]}, (intptr_t[]){step[out], strides[out]}, n);
    }
}

static void run_pieces(const KernelRun *run, char **ptrs, const intptr_t *strides, intptr_t n)
{
    char *at[3];
    for (intptr_t done = 0; done < n; done += PIECE) {
        for (int i = 0; i <= run->inputs; i++) {
            at[i] = ptrs[i] + done * strides[i];
        }
        run_piece(run, at, strides, MIN(n - done, PIECE));
    }
}

/* Only the stretches where the mask is set. */
static void run_masked(const KernelRun *run, char **ptrs, const intptr_t *strides, intptr_t n)
{
    int mask = run->inputs + 1;
    for (intptr_t i = 0; i < n;) {
        if (!ptrs[mask][i * strides[mask]]) {
            i++;
            continue;
        }
        intptr_t start = i;
        while (i < n && ptrs[mask][i * strides[mask]]) {
            i++;
        }
        char *at[3];
        for (int k = 0; k <= run->inputs; k++) {
            at[k] = ptrs[k] + start * strides[k];
        }
        run_pieces(run, at, strides, i - start);
    }
}

static void run_general(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    const KernelRun *run = context;
    (run->masked ? run_masked : run_pieces)(run, ptrs, strides, n);
}

/* ---- Resolution ---- */

static const char *name_of(const UfuncCall *call)
{
    return call->name ? call->name : kernel_info[call->op].name;
}

noreturn_fn static void raise_resolve(Resolve problem, const UfuncCall *call)
{
    const char *name = name_of(call);
    const DTypeInfo *type = &dtype_info[call->in[0].type];
    switch (problem) {
    case RESOLVE_NO_SIGNATURE:
        if (kernel_info[call->op].inputs == 1) {
            raise_as(ufunc_error_type(),
                     "ufunc '%s' did not contain a loop with signature matching types <class "
                     "'numpy.dtype[%s%s]'> -> None",
                     name, type->name, type->kind == 'b' ? "_" : "");
        }
        raise_as(ufunc_error_type(),
                 "ufunc '%s' did not contain a loop with signature matching types (<class "
                 "'numpy.dtype[%s%s]'>, <class 'numpy.dtype[%s%s]'>) -> None",
                 name, type->name, type->kind == 'b' ? "_" : "", dtype_info[call->in[1].type].name,
                 dtype_info[call->in[1].type].kind == 'b' ? "_" : "");
    case RESOLVE_FLOAT16:
        raise_unsupported("the type float16, which NumPy computes this in");
    case RESOLVE_BOOL_SUBTRACT:
        raise_type("numpy boolean subtract, the `-` operator, is not supported, use the "
                   "bitwise_xor, the `^` operator, or the logical_xor function instead.");
    case RESOLVE_BOOL_NEGATIVE:
        raise_type("The numpy boolean negative, the `-` operator, is not supported, use the `~` "
                   "operator or the logical_not function instead.");
    default:
        raise_type("ufunc '%s' not supported for the input types, and the inputs could not be "
                   "safely coerced to any supported types according to the casting rule ''safe''",
                   name);
    }
}

static void resolve(UfuncCall *call, DType *loop, DType *result)
{
    int inputs = kernel_info[call->op].inputs;
    DType common = call->type;
    if (common == DT_NONE) {
        common = operands_promote(call->in, inputs);
    }
    Resolve problem = kernel_resolve(call->op, common, loop, result);
    if (problem == RESOLVE_OK && call->type != DT_NONE && *result != common && *result != DT_BOOL) {
        raise_type("No loop matching the specified signature and casting was found for ufunc %s",
                   name_of(call));
    }
    if (problem == RESOLVE_NO_LOOP && (call->op == K_GCD || call->op == K_LCM)) {
        problem = RESOLVE_NO_SIGNATURE;
    }
    if (problem != RESOLVE_OK) {
        raise_resolve(problem, call);
    }
    for (int i = 0; i < inputs && call->type != DT_NONE; i++) {
        if (!call->is_unsafe && !promote_can_cast(call->in[i].type, *loop, CASTING_SAME_KIND) &&
            call->in[i].type != *loop) {
            if (!call->in[i].array &&
                promote_can_cast_scalar(operand_promotes(&call->in[i]), *loop, CASTING_SAME_KIND)) {
                continue;
            }
            raise_as(ufunc_error_type(),
                     inputs == 1
                         ? "Cannot cast ufunc '%s' input from %V to %V with casting rule "
                           "'same_kind'"
                         : "Cannot cast ufunc '%s' input %d from %V to %V with casting rule "
                           "'same_kind'",
                     name_of(call), i, dtype_object(call->in[i].type), dtype_object(*loop));
        }
    }
    if (call->out && !call->is_unsafe &&
        !promote_can_cast(*result, (DType)call->out->dtype, CASTING_SAME_KIND)) {
        raise_as(ufunc_error_type(),
                 "Cannot cast ufunc '%s' output from %V to %V with casting rule 'same_kind'",
                 name_of(call), dtype_object(*result), dtype_object((DType)call->out->dtype));
    }
}

static void finish_flags(const UfuncCall *call)
{
    unsigned flags = kernel_flags_take();
    if (unlikely(flags) && !kernel_info[call->op].quiet) {
        warn_prefixed(flags, call->is_scalar_math ? "scalar " : "", name_of(call));
    }
}

/* The number as an element of the loop's type. */
static void cast_value(Operand *operand, DType loop)
{
    if (operand->type != loop) {
        char cast[8];
        kernel_cast(operand->type, loop)((char *[]){operand->value, cast}, (intptr_t[]){0, 0}, 1);
        memcpy(operand->value, cast, sizeof cast);
        operand->type = loop;
    }
}

static Value run_on_numbers(UfuncCall *call, DType loop, DType result)
{
    char out[8] __attribute__((aligned(8)));
    char *ptrs[3];
    static const intptr_t strides[3];
    int inputs = kernel_info[call->op].inputs;
    for (int i = 0; i < inputs; i++) {
        cast_value(&call->in[i], loop);
        ptrs[i] = call->in[i].value;
    }
    ptrs[inputs] = out;
    kernel_flags_clear();
    kernel_find(call->op, loop)(ptrs, strides, 1);
    finish_flags(call);
    return scalar_from(result, out);
}

/* Whether an input would be read after it was overwritten. */
static bool needs_copy(const Array *in, const Array *out, const intptr_t *strides)
{
    if (!arrays_may_overlap(in, out)) {
        return false;
    }
    bool same = in->data == out->data && in->dtype == out->dtype;
    for (int d = 0; d < out->ndim && same; d++) {
        same = array_shape(out)[d] <= 1 || strides[d] == array_strides(out)[d];
    }
    return !same;
}

static int find_shape(const UfuncCall *call, intptr_t *shape)
{
    Array *operands[4], *number = NULL;
    int count = 0, inputs = kernel_info[call->op].inputs;
    if (inputs == 2 && call->in[0].array && call->in[1].array && !call->out && !call->where &&
        call->in[0].array->ndim == call->in[1].array->ndim) { /* most often: equal */
        const Array *a = call->in[0].array, *b = call->in[1].array;
        size_t bytes = (size_t)a->ndim * sizeof *shape;
        if (!memcmp(array_shape(a), array_shape(b), bytes)) {
            memcpy(shape, array_shape(a), bytes);
            return a->ndim;
        }
    }
    for (int i = 0; i < inputs; i++) {
        if (!call->in[i].array && call->out && !number) { /* shown as () in the message */
            number = array_new(call->in[i].type, 0, NULL, true);
        }
        operands[count] = call->in[i].array ? call->in[i].array : number;
        count += operands[count] != NULL;
    }
    int inner = count;
    if (call->out) {
        operands[count++] = call->out;
    }
    if (call->where) {
        operands[count++] = call->where;
    }
    int ndim = broadcast_shapes(operands, count, shape);
    if (call->out) {
        intptr_t wanted[MAX_DIMS];
        if (call->where) {
            operands[inner++] = call->where;
        }
        int wanted_ndim = inner ? broadcast_shapes(operands, inner, wanted) : 0;
        bool fits = ndim == call->out->ndim;
        for (int d = 0; d < ndim && fits; d++) {
            fits = shape[d] == array_shape(call->out)[d];
        }
        if (!fits) {
            raise_value("non-broadcastable output operand with shape %S doesn't match the "
                        "broadcast shape %S",
                        shape_text(array_shape(call->out), call->out->ndim),
                        shape_text(wanted, wanted_ndim));
        }
    }
    return ndim;
}

static Value run_on_arrays(UfuncCall *call, DType loop, DType result)
{
    int inputs = kernel_info[call->op].inputs, count = inputs + 1;
    intptr_t shape[MAX_DIMS], steps[4][MAX_DIMS];
    const intptr_t *strides[4] = {steps[0], steps[1], steps[2], steps[3]};
    char *data[4];
    int ndim = find_shape(call, shape);
    KernelRun run = {.kernel = kernel_find(call->op, loop), .inputs = inputs};
    bool is_plain = true;
    for (int i = 0; i < inputs; i++) {
        Operand *in = &call->in[i];
        run.size[i] = (uint8_t)dtype_size(loop);
        if (!in->array) {
            cast_value(in, loop);
            memset(steps[i], 0, (size_t)ndim * sizeof steps[i][0]);
            data[i] = in->value;
            continue;
        }
        broadcast_strides(in->array, ndim, shape, steps[i]);
        if (call->out && needs_copy(in->array, call->out, steps[i])) {
            in->array = array_copy(in->array);
            broadcast_strides(in->array, ndim, shape, steps[i]);
        }
        data[i] = in->array->data;
        if (in->type != loop) {
            run.cast[i] = kernel_cast(in->type, loop);
            is_plain = false;
        }
    }
    Array *out = call->out;
    if (out) {
        array_check_writable(out);
    } else {
        out = array_new_ordered(result, ndim, shape, inputs, strides);
    }
    run.size[inputs] = (uint8_t)dtype_size(result);
    if (out->dtype != (int8_t)result) {
        run.cast[inputs] = kernel_cast(result, (DType)out->dtype);
        is_plain = false;
    }
    data[inputs] = out->data;
    strides[inputs] = array_strides(out);
    if (call->where) {
        run.masked = true;
        is_plain = false;
        Array *where = call->where;
        if (arrays_may_overlap(where, out)) {
            where = array_copy(where);
        }
        broadcast_strides(where, ndim, shape, steps[3]);
        data[count] = where->data;
        strides[count++] = steps[3];
    }
    kernel_flags_clear();
    iterate(ndim, shape, count, data, strides, is_plain ? run_plain : run_general, &run);
    finish_flags(call);
    return value_from(out);
}

Value ufunc_run(UfuncCall *call)
{
    DType loop, result;
    resolve(call, &loop, &result);
    bool is_array = call->in[0].array || call->out || call->where ||
                    (kernel_info[call->op].inputs == 2 && call->in[1].array);
    return is_array ? run_on_arrays(call, loop, result) : run_on_numbers(call, loop, result);
}

Array *ufunc_arrays(KernelOp op, Array *a, Array *b, Array *out)
{
    UfuncCall call = {.op = op, .in = {operand_array(a)}, .out = out, .type = DT_NONE};
    if (b) {
        call.in[1] = operand_array(b);
    }
    return as_array(ufunc_run(&call));
}

noreturn_fn static void raise_no_number(const UfuncCall *call, Value v)
{
    if (is_str(v) && kernel_info[call->op].inputs == 2) {
        raise_as(ufunc_error_type(),
                 "ufunc '%s' did not contain a loop with signature matching types (dtype('<U%zu'), "
                 "dtype('<U%zu')) -> None",
                 name_of(call), MAX(as_str(v)->length, 1u), MAX(as_str(v)->length, 1u));
    }
    raise_resolve(RESOLVE_NO_LOOP, call);
}

Value ufunc_call(KernelOp op, const Value *inputs, Array *out)
{
    UfuncCall call = {.op = op, .out = out, .type = DT_NONE};
    for (int i = 0; i < kernel_info[op].inputs; i++) {
        if (!operand_from(inputs[i], &call.in[i])) {
            call.in[0].type = DT_INT64;
            raise_no_number(&call, inputs[i]);
        }
    }
    return ufunc_run(&call);
}

Value unwrap_0d(Array *a)
{
    return a->ndim ? value_from(a) : scalar_from((DType)a->dtype, a->data);
}

/* ---- Operators ---- */

static const uint8_t binary_kernels[BINARY_OP_COUNT] = {
    [OP2_ADD] = K_ADD,         [OP2_SUB] = K_SUBTRACT,          [OP2_MUL] = K_MULTIPLY,
    [OP2_DIV] = K_DIVIDE,      [OP2_FLOORDIV] = K_FLOOR_DIVIDE, [OP2_MOD] = K_REMAINDER,
    [OP2_POW] = K_POWER,       [OP2_LSHIFT] = K_LEFT_SHIFT,     [OP2_RSHIFT] = K_RIGHT_SHIFT,
    [OP2_AND] = K_BITWISE_AND, [OP2_OR] = K_BITWISE_OR,         [OP2_XOR] = K_BITWISE_XOR,
};

/* What an operator does with None, strs and other objects: what NumPy's elements would. */
static Value binary_with_other(BinaryOp op, Value a, Value b)
{
    Value other = is_array(a) || is_scalar(a) ? b : a;
    Value number = other == a ? b : a;
    if (is_str(other)) {
        size_t width = MAX(as_str(other)->length, 1u);
        Value type =
            dtype_object(is_array(number) ? (DType)as_array(number)->dtype : scalar_dtype(number));
        Value text = str_format("dtype('<U%zu')", width);
        Value number_text = op_repr(type);
        raise_as(ufunc_error_type(),
                 "ufunc '%s' did not contain a loop with signature matching types (%S, %S) -> None",
                 kernel_info[binary_kernels[op]].name, other == b ? number_text : text,
                 other == b ? text : number_text);
    }
    if (other == NONE || is_dict(other)) {
        char zero[8] = {0};
        DType type = is_array(number) ? (DType)as_array(number)->dtype : scalar_dtype(number);
        Value element = python_from(
            type, is_array(number) && array_size(as_array(number)) ? as_array(number)->data : zero);
        raise_binary(op, false, other == a ? a : element, other == a ? element : b);
    }
    return NOT_IMPLEMENTED;
}

/* An exponent for which there is a faster (and more exact) operation: NumPy's special cases. */
static bool find_fast_power(UfuncCall *call, Value exponent)
{
    DType type = call->in[0].type;
    double e;
    if (!call->in[0].array || call->in[1].array) {
        return false;
    }
    if (is_float(exponent)) {
        e = as_float(exponent);
    } else if (is_int(exponent)) {
        e = (double)as_int(exponent);
    } else {
        return false;
    }
    if (dtype_is_float(type)) {
        KernelOp op = e == 1    ? K_POSITIVE
                      : e == -1 ? K_RECIPROCAL
                      : e == .5 ? K_SQRT
                      : e == 2  ? K_SQUARE
                                : K_POWER;
        call->op = op;
        return op != K_POWER;
    }
    if (e == 2 && (is_int(exponent) || (type != DT_BOOL && !call->out))) {
        call->op = K_SQUARE;
        call->type = is_float(exponent) ? DT_FLOAT64 : DT_NONE;
        return true;
    }
    return false;
}

static Value divmod_of(UfuncCall *call)
{
    UfuncCall second = *call;
    call->op = K_FLOOR_DIVIDE;
    second.op = K_REMAINDER;
    call->name = second.name = "divmod";
    Value quotient = ufunc_run(call);
    uint8_t saved[4];
    memcpy(saved, error_actions, sizeof saved);
    memset(error_actions, ERR_IGNORE, sizeof saved); /* said once */
    Value rest = ufunc_run(&second);
    memcpy(error_actions, saved, sizeof saved);
    return tuple_of(2, quotient, rest);
}

Value array_binary(BinaryOp op, Value a, Value b)
{
    UfuncCall call = {.op = binary_kernels[op], .type = DT_NONE};
    if (op == OP2_MATMUL) {
        Operand ignored;
        if (!operand_from(a, &ignored) || !operand_from(b, &ignored)) {
            return NOT_IMPLEMENTED;
        }
        return array_matmul(a, b, EMPTY);
    }
    if (!operand_from(a, &call.in[0]) || !operand_from(b, &call.in[1])) {
        return binary_with_other(op, a, b);
    }
    call.is_scalar_math = !is_array(a) && !is_array(b) && !call.in[0].array && !call.in[1].array;
    if (op == OP2_DIVMOD) {
        return divmod_of(&call);
    }
    if (op == OP2_POW && is_array(a)) {
        find_fast_power(&call, b);
    }
    return ufunc_run(&call);
}

Value array_inplace(BinaryOp op, Value a, Value b)
{
    if (op == OP2_MATMUL) {
        raise_type("Inplace matrix multiplication is not (yet) supported. Use 'a = a @ b' instead "
                   "of 'a @= b'.");
    }
    if (op == OP2_DIVMOD || !is_array(a)) {
        return NOT_IMPLEMENTED;
    }
    UfuncCall call = {.op = binary_kernels[op], .type = DT_NONE, .out = as_array(a)};
    if (!operand_from(a, &call.in[0]) || !operand_from(b, &call.in[1])) {
        return NOT_IMPLEMENTED;
    }
    if (op == OP2_POW) {
        find_fast_power(&call, b);
    }
    ufunc_run(&call);
    return a;
}

Value array_unary(UnaryOp op, Value a)
{
    static const uint8_t kernels[] = {[OP1_NEG] = K_NEGATIVE,
                                      [OP1_POS] = K_POSITIVE,
                                      [OP1_INVERT] = K_INVERT,
                                      [OP1_ABS] = K_ABSOLUTE};
    UfuncCall call = {.op = kernels[op], .type = DT_NONE};
    if (!operand_from(a, &call.in[0])) {
        return NOT_IMPLEMENTED;
    }
    if (op == OP1_POS && call.in[0].type == DT_BOOL &&
        is_array(a)) { /* only the function refuses */
        return unwrap_0d(array_copy(as_array(a)));
    }
    call.is_scalar_math = !is_array(a);
    return ufunc_run(&call);
}

/* ---- Comparison ---- */

/* With an object that is no number: element by element, as Python compares. */
static Value compare_elements(CompareOp op, Array *a, Value b)
{
    Array *flat = array_contiguous(a, (DType)a->dtype);
    Array *out = array_new(DT_BOOL, a->ndim, array_shape(a), true);
    intptr_t n = array_size(a);
    size_t size = array_itemsize(a);
    for (intptr_t i = 0; i < n; i++) {
        Value element = python_from((DType)a->dtype, flat->data + i * (intptr_t)size);
        out->data[i] = op_truth(op_compare(op, element, b));
    }
    return unwrap_0d(out);
}

/* == of arrays that do not fit: NumPy gives up and answers with one bool. */
static bool shapes_fit(Array *a, Array *b)
{
    int ndim = MIN(a->ndim, b->ndim);
    for (int d = 1; d <= ndim; d++) {
        intptr_t m = array_shape(a)[a->ndim - d], n = array_shape(b)[b->ndim - d];
        if (m != n && m != 1 && n != 1) {
            return false;
        }
    }
    return true;
}

Value array_compare(CompareOp op, Value a, Value b)
{
    static const uint8_t kernels[] = {
        [CMP_LT] = K_LESS,      [CMP_LE] = K_LESS_EQUAL, [CMP_EQ] = K_EQUAL,
        [CMP_NE] = K_NOT_EQUAL, [CMP_GT] = K_GREATER,    [CMP_GE] = K_GREATER_EQUAL};
    UfuncCall call = {.op = kernels[op], .type = DT_NONE};
    bool is_equality = op == CMP_EQ || op == CMP_NE;
    if (!operand_from(a, &call.in[0])) {
        return NOT_IMPLEMENTED;
    }
    bool big = has_flag(b, TYPE_INT) && !is_scalar(b) && int_bit_length(b) > 63;
    if (big || !operand_from(b, &call.in[1])) {
        if (is_str(b)) {
            if (is_equality) {
                warn_as(&exc_FutureWarning,
                        "elementwise comparison failed; returning scalar instead, but in the "
                        "future will perform elementwise comparison");
            }
            return NOT_IMPLEMENTED;
        }
        return is_array(a) ? compare_elements(op, as_array(a), b) : NOT_IMPLEMENTED;
    }
    if (is_equality && call.in[0].array && call.in[1].array &&
        !shapes_fit(call.in[0].array, call.in[1].array)) {
        warn_as(&exc_DeprecationWarning,
                "elementwise comparison failed; this will raise an error in the future.");
        return NOT_IMPLEMENTED;
    }
    return ufunc_run(&call);
}
