/* reduce.c: sums and extremes along axes, running sums, means and variances. */
#include "stdlib/numpy/reduce.h"
#include "stdlib/numpy/iterate.h"

enum { PIECE = 8192 }; /* elements folded in one go: NumPy's number, which float sums show */

/* ---- Arguments ---- */

uint32_t axes_from(Value axis, int ndim)
{
    if (axis == EMPTY || axis == NONE) {
        return axes_all(ndim);
    }
    if (!is_tuple(axis)) {
        if (is_float(axis)) {
            raise_type("'float' object cannot be interpreted as an integer");
        }
        int64_t i = op_index_int64(axis);
        if (ndim == 0 && (i == 0 || i == -1)) {
            return 0;
        }
        return 1u << axis_from(i, ndim);
    }
    uint32_t axes = 0;
    for (size_t i = 0; i < as_tuple(axis)->count; i++) {
        uint32_t bit = 1u << axis_from(op_index_int64(as_tuple(axis)->at[i].v), ndim);
        if (axes & bit) {
            raise_value("duplicate value in 'axis'");
        }
        axes |= bit;
    }
    return axes;
}

Array *out_from(Value v)
{
    if (v == EMPTY || v == NONE) {
        return NULL;
    }
    if (is_tuple(v) && as_tuple(v)->count == 1) {
        return out_from(as_tuple(v)->at[0].v);
    }
    if (!is_array(v)) {
        raise_type("return arrays must be of ArrayType");
    }
    return as_array(v);
}

static DType type_arg(Args args, uint32_t i)
{
    return arg_given(args, i) && args.at[i] != NONE ? dtype_from(args.at[i], DT_NONE) : DT_NONE;
}

static Value result_of(Array *a, const Array *out)
{
    return out ? value_from(out) : unwrap_0d(a);
}

/* ---- The fold ---- */

typedef struct Fold {
    Reduction reduction;
    Kernel cast;       /* NULL: none */
    intptr_t size;     /* of a cast element */
    const Axis *group; /* the innermost axes, if several are folded into one element */
    int group_count;
} Fold;

static void fold_run(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    const Fold *fold = context;
    if (strides[0] == 0) {
        for (intptr_t done = 0; done < n; done += PIECE) {
            fold->reduction.inner(ptrs[0], ptrs[1] + done * strides[1], strides[1],
                                  MIN(n - done, PIECE));
        }
    } else {
        fold->reduction.across(ptrs, strides, n);
    }
}

static void fold_cast(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    const Fold *fold = context;
    char room[PIECE * 8] __attribute__((aligned(64)));
    for (intptr_t done = 0; done < n; done += PIECE) {
        intptr_t part = MIN(n - done, PIECE);
        fold->cast((char *[]){ptrs[1] + done * strides[1], room},
                   (intptr_t[]){strides[1], fold->size}, part);
        if (strides[0] == 0) {
            fold->reduction.inner(ptrs[0], room, fold->size, part);
        } else {
            fold->reduction.across((char *[]){ptrs[0] + done * strides[0], room},
                                   (intptr_t[]){strides[0], fold->size}, part);
        }
    }
}

/* Elements of several axes that lie apart come to the loop through a buffer, as they come one after
 * the other in NumPy's: that decides which ones a float sum takes in one go. */
static void fold_one_group(const Fold *fold, char *acc, const char *in)
{
    char room[PIECE * 8] __attribute__((aligned(64)));
    const Axis *axes = fold->group;
    intptr_t index[MAX_DIMS] = {0}, filled = 0;
    for (;;) {
        for (intptr_t done = 0; done < axes[0].length;) {
            intptr_t part = MIN(axes[0].length - done, PIECE - filled);
            fold->cast(
                (char *[]){(char *)in + done * axes[0].stride[1], room + filled * fold->size},
                (intptr_t[]){axes[0].stride[1], fold->size}, part);
            done += part;
            filled += part;
            if (filled == PIECE) {
                fold->reduction.inner(acc, room, fold->size, filled);
                filled = 0;
            }
        }
        int k = 1;
        for (; k < fold->group_count; k++) {
            in += axes[k].stride[1];
            if (++index[k] < axes[k].length) {
                break;
            }
            in -= axes[k].stride[1] * axes[k].length;
            index[k] = 0;
        }
        if (k == fold->group_count) {
            break;
        }
    }
    if (filled) {
        fold->reduction.inner(acc, room, fold->size, filled);
    }
}

static void fold_groups(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    for (intptr_t i = 0; i < n; i++) {
        fold_one_group(context, ptrs[0] + i * strides[0], ptrs[1] + i * strides[1]);
    }
}

static void run_fold(Fold *fold, const Axis *axes, int count, char **data, DType type)
{
    int group = 0;
    while (group < count && axes[group].stride[0] == 0) {
        group++;
    }
    bool together = group > 1 && (fold->cast || dtype_is_float(type));
    if (!together) {
        axes_run(axes, count, 2, data, fold->cast ? fold_cast : fold_run, fold);
        return;
    }
    fold->group = axes;
    fold->group_count = group;
    if (!fold->cast) {
        fold->cast = kernel_cast(type, type);
    }
    axes_run(axes + group, count - group, 2, data, fold_groups, fold);
}

/* The input with `identity` wherever the mask is not set. */
static Array *mask_out(const ReduceCall *call, DType type, const char *identity)
{
    Array *both[] = {call->in, call->where}, *copy;
    intptr_t shape[MAX_DIMS], steps[2][MAX_DIMS];
    int ndim = broadcast_shapes(both, 2, shape);
    copy = array_new(type, ndim, shape, false);
    array_copy_into(copy, call->in);
    Array *mask = array_contiguous(call->where, DT_BOOL);
    broadcast_strides(mask, ndim, shape, steps[0]);
    Array *full = array_new(DT_BOOL, ndim, shape, false);
    array_copy_into(full, mask);
    intptr_t n = array_size(copy);
    size_t size = array_itemsize(copy);
    for (intptr_t i = 0; i < n; i++) {
        if (!full->data[i]) {
            memcpy(copy->data + (size_t)i * size, identity, size);
        }
    }
    return copy;
}

static void fill(Array *a, const char *element)
{
    size_t size = array_itemsize(a);
    intptr_t n = array_size(a);
    for (intptr_t i = 0; i < n; i++) {
        memcpy(a->data + (size_t)i * size, element, size);
    }
}

/* The first element of each folded stretch. */
static void start_with_first(Array *acc, Array *in, uint32_t axes)
{
    intptr_t shape[MAX_DIMS];
    for (int d = 0; d < in->ndim; d++) {
        bool folded = axes >> d & 1;
        if (folded && array_shape(in)[d] == 0) {
            return;
        }
        shape[d] = folded ? 1 : array_shape(in)[d];
    }
    array_copy_into(acc, array_view(in, in->data, in->ndim, shape, array_strides(in)));
}

static const char *const ufunc_names[REDUCE_COUNT] = {
    [REDUCE_SUM] = "add",     [REDUCE_PROD] = "multiply",  [REDUCE_MIN] = "minimum",
    [REDUCE_MAX] = "maximum", [REDUCE_ANY] = "logical_or", [REDUCE_ALL] = "logical_and",
};

int reduce_of_kernel(KernelOp op)
{
    switch (op) {
    case K_ADD:
        return REDUCE_SUM;
    case K_MULTIPLY:
        return REDUCE_PROD;
    case K_MINIMUM:
        return REDUCE_MIN;
    case K_MAXIMUM:
        return REDUCE_MAX;
    case K_LOGICAL_OR:
        return REDUCE_ANY;
    case K_LOGICAL_AND:
        return REDUCE_ALL;
    default:
        return -1;
    }
}

/* Drops the folded axes, which have length 1, from an array that nobody else knows. */
static void drop_axes(Array *a, uint32_t axes)
{
    int kept = 0;
    for (int d = 0; d < a->ndim; d++) {
        if (!(axes >> d & 1)) {
            array_shape(a)[kept] = array_shape(a)[d];
            array_strides(a)[kept++] = array_strides(a)[d];
        }
    }
    a->ndim = (uint8_t)kept;
}

static Array *store_out(Array *result, Array *out, const char *name)
{
    if (!out) {
        return result;
    }
    if (out->ndim != result->ndim) {
        raise_value("output parameter for reduction operation %s has the wrong number of "
                    "dimensions: Found %d but expected %d",
                    name, out->ndim, result->ndim);
    }
    for (int d = 0; d < out->ndim; d++) {
        if (array_shape(out)[d] != array_shape(result)[d]) {
            raise_value("non-broadcastable output operand with shape %S doesn't match the "
                        "broadcast shape %S",
                        shape_text(array_shape(out), out->ndim),
                        shape_text(array_shape(result), result->ndim));
        }
    }
    array_check_writable(out);
    array_copy_into(out, result);
    return out;
}

/* Whether there is something to fold for each element of the result, or nothing to fold at all. */
static bool has_elements(const Array *in, uint32_t axes)
{
    bool none = false;
    for (int d = 0; d < in->ndim; d++) {
        if (array_shape(in)[d] == 0) {
            if (!(axes >> d & 1)) {
                return true; /* the result is empty */
            }
            none = true;
        }
    }
    return !none;
}

Array *reduce_run(ReduceCall *call)
{
    Array *in = call->in;
    DType type = (DType)in->dtype, result = call->type;
    ReduceOp op = call->op;
    const char *name = call->name ? call->name : ufunc_names[op];
    if (op == REDUCE_SUM || op == REDUCE_PROD) {
        if (result == DT_BOOL) {
            op = op == REDUCE_SUM ? REDUCE_ANY : REDUCE_ALL;
        } else if (result != DT_NONE) {
            type = result;
        }
    }
    Fold fold = {.reduction = kernel_reduction(op, type), .size = (intptr_t)dtype_size(type)};
    char start[8] __attribute__((aligned(8)));
    bool has_start = kernel_reduce_identity(op, fold.reduction.acc, start);
    if (call->initial != EMPTY && call->initial != 0 && call->initial != NONE) {
        element_from(fold.reduction.acc, start, call->initial);
        has_start = true;
    }
    if (call->where) {
        char neutral[8] __attribute__((aligned(8)));
        if (!has_start) {
            raise_value("reduction operation '%s' does not have an identity, so to use a where "
                        "mask one has to specify 'initial'",
                        name);
        }
        if (!kernel_reduce_identity(op, type, neutral)) {
            memcpy(neutral, start, sizeof neutral);
        }
        in = mask_out(call, type, neutral);
    }
    if (in->dtype != (int8_t)type) {
        fold.cast = kernel_cast((DType)in->dtype, type);
    }
    if (!has_start && !has_elements(in, call->axes)) {
        raise_value("zero-size array to reduction operation %s which has no identity", name);
    }
    intptr_t shape[MAX_DIMS], steps[MAX_DIMS];
    for (int d = 0; d < in->ndim; d++) {
        shape[d] = call->axes >> d & 1 ? 1 : array_shape(in)[d];
    }
    const intptr_t *in_strides = array_strides(in);
    Array *acc = array_new_ordered(fold.reduction.acc, in->ndim, shape, 1, &in_strides);
    if (has_start) {
        fill(acc, start);
    } else {
        start_with_first(acc, in, call->axes);
    }
    for (int d = 0; d < in->ndim; d++) {
        steps[d] = call->axes >> d & 1 ? 0 : array_strides(acc)[d];
    }
    char *data[] = {acc->data, in->data};
    const intptr_t *strides[] = {steps, in_strides};
    Axis axes[MAX_DIMS];
    kernel_flags_clear();
    int count = axes_prepare(in->ndim, array_shape(in), 2, data, strides, false, axes);
    if (count >= 0) {
        run_fold(&fold, axes, count, data, type);
    }
    unsigned flags = kernel_flags_take();
    if (unlikely(flags) && (op == REDUCE_SUM || op == REDUCE_PROD)) {
        warn_flags(flags, "reduce");
    }
    if (result != DT_NONE && result != (DType)acc->dtype) {
        acc = array_cast(acc, result);
    }
    if (!call->keepdims) {
        drop_axes(acc, call->axes);
    }
    return store_out(acc, call->out, name);
}

static Value reduce_native(Args args, ReduceOp op, uint32_t type, uint32_t out, uint32_t keepdims,
                           uint32_t initial, uint32_t where)
{
    ReduceCall call = {.op = op, .in = array_from(args.at[0], DT_NONE), .initial = EMPTY};
    call.axes = axes_from(arg_or(args, 1, NONE), call.in->ndim);
    call.type = type ? type_arg(args, type) : DT_NONE;
    call.out = out_from(arg_or(args, out, NONE));
    call.keepdims = arg_bool_or(args, keepdims, false);
    call.initial = initial ? arg_or(args, initial, EMPTY) : EMPTY;
    if (arg_given(args, where) && args.at[where] != TRUE) {
        call.where = array_from(args.at[where], DT_BOOL);
    }
    Array *result = reduce_run(&call);
    return result_of(result, call.out);
}

static Value array_sum(Args args)
{
    return reduce_native(args, REDUCE_SUM, 2, 3, 4, 5, 6);
}
static Value array_prod(Args args)
{
    return reduce_native(args, REDUCE_PROD, 2, 3, 4, 5, 6);
}
static Value array_min(Args args)
{
    return reduce_native(args, REDUCE_MIN, 0, 2, 3, 4, 5);
}
static Value array_max(Args args)
{
    return reduce_native(args, REDUCE_MAX, 0, 2, 3, 4, 5);
}
static Value array_any(Args args)
{
    return reduce_native(args, REDUCE_ANY, 0, 2, 3, 0, 4);
}
static Value array_all(Args args)
{
    return reduce_native(args, REDUCE_ALL, 0, 2, 3, 0, 4);
}

static Value array_ptp(Args args) /* axis, out, keepdims */
{
    ReduceCall call = {.in = array_from(args.at[0], DT_NONE), .initial = EMPTY, .type = DT_NONE};
    call.axes = axes_from(arg_or(args, 1, NONE), call.in->ndim);
    call.keepdims = arg_bool_or(args, 3, false);
    Array *out = out_from(arg_or(args, 2, NONE));
    call.op = REDUCE_MAX;
    Array *high = reduce_run(&call);
    call.op = REDUCE_MIN;
    Array *low = reduce_run(&call);
    return result_of(ufunc_arrays(K_SUBTRACT, high, low, out), out);
}

/* ---- Means ---- */

static intptr_t folded_count(const Array *a, uint32_t axes)
{
    intptr_t n = 1;
    for (int d = 0; d < a->ndim; d++) {
        n *= axes >> d & 1 ? array_shape(a)[d] : 1;
    }
    return n;
}

/* a / n in place: for a 0-d result as NumPy divides scalars, in the type of both and back. */
static void divide_by(Array *a, double n, bool is_whole, bool is_scalar)
{
    UfuncCall call = {.op = K_DIVIDE, .type = DT_NONE, .out = a, .is_unsafe = true};
    call.in[0] = operand_array(a);
    call.in[1].type = is_whole ? DT_INT64 : DT_FLOAT64;
    if (is_whole) {
        int64_t whole = (int64_t)n;
        memcpy(call.in[1].value, &whole, 8);
    } else {
        memcpy(call.in[1].value, &n, 8);
    }
    if (is_scalar) {
        call.in[0].array = NULL;
        memcpy(call.in[0].value, a->data, array_itemsize(a));
        call.is_scalar_math = true;
    }
    ufunc_run(&call);
}

static DType mean_type(const ReduceCall *call)
{
    DType type = (DType)call->in->dtype;
    return call->type != DT_NONE ? call->type : dtype_is_float(type) ? type : DT_FLOAT64;
}

static intptr_t mean_count(const ReduceCall *call)
{
    if (!call->where) {
        return folded_count(call->in, call->axes);
    }
    raise_unsupported("where= in mean, std and var");
}

Array *reduce_mean(ReduceCall *call)
{
    intptr_t n = mean_count(call);
    if (n == 0) {
        warn_as(&exc_RuntimeWarning, "Mean of empty slice.");
    }
    Array *out = call->out;
    ReduceCall sum = *call;
    sum.op = REDUCE_SUM;
    sum.type = mean_type(call);
    sum.out = NULL;
    Array *mean = reduce_run(&sum);
    if (dtype_is_float((DType)mean->dtype)) {
        divide_by(mean, (double)n, true, mean->ndim == 0);
    } else { /* an int asked for: divided as floats, cut */
        Array *exact = array_cast(mean, DT_FLOAT64);
        divide_by(exact, (double)n, true, exact->ndim == 0);
        mean = array_cast(exact, (DType)mean->dtype);
    }
    return store_out(mean, out, "add");
}

Array *reduce_var(ReduceCall *call, double ddof)
{
    intptr_t n = mean_count(call);
    double rest = (double)n - ddof;
    if (rest <= 0) {
        warn_as(&exc_RuntimeWarning, "Degrees of freedom <= 0 for slice");
    }
    ReduceCall sum = *call;
    sum.op = REDUCE_SUM;
    sum.type = mean_type(call);
    sum.keepdims = true;
    sum.out = NULL;
    if (!dtype_is_float(sum.type)) {
        raise_unsupported("var and std in an integer type");
    }
    Array *mean = reduce_run(&sum);
    divide_by(mean, (double)n, true, mean->ndim == 0);
    Array *x = ufunc_arrays(K_SUBTRACT, call->in, mean, NULL);
    x = ufunc_arrays(K_MULTIPLY, x, x, x);
    sum.in = x;
    sum.keepdims = call->keepdims;
    Array *var = reduce_run(&sum);
    rest = MAX(rest, 0);
    divide_by(var, rest, rest == (double)(int64_t)rest, var->ndim == 0);
    return store_out(var, call->out, "add");
}

static void mean_call(Args args, ReduceCall *call, uint32_t keepdims, uint32_t where)
{
    *call = (ReduceCall){.in = array_from(args.at[0], DT_NONE), .initial = EMPTY};
    Value axis = arg_or(args, 1, NONE);
    call->axes = axes_from(axis, call->in->ndim);
    if (call->in->ndim == 0 && axis != NONE && !is_tuple(axis)) {
        raise_axis(op_index_int64(axis), 0);
    }
    call->type = type_arg(args, 2);
    call->out = out_from(arg_or(args, 3, NONE));
    call->keepdims = arg_bool_or(args, keepdims, false);
    if (arg_given(args, where) && args.at[where] != TRUE) {
        call->where = array_from(args.at[where], DT_BOOL);
    }
}

static Value array_mean(Args args) /* axis, dtype, out, keepdims, where */
{
    ReduceCall call;
    mean_call(args, &call, 4, 5);
    return result_of(reduce_mean(&call), call.out);
}
static Value array_var(Args args) /* axis, dtype, out, ddof, keepdims, where */
{
    ReduceCall call;
    mean_call(args, &call, 5, 6);
    double ddof = arg_given(args, 4) ? op_float(args.at[4]) : 0;
    return result_of(reduce_var(&call, ddof), call.out);
}
static Value array_std(Args args)
{
    ReduceCall call;
    mean_call(args, &call, 5, 6);
    double ddof = arg_given(args, 4) ? op_float(args.at[4]) : 0;
    Array *var = reduce_var(&call, ddof);
    return result_of(ufunc_arrays(K_SQRT, var, NULL, var), call.out);
}

/* ---- Where the extremes are ---- */

/* Calls the kernel on each stretch along an axis; out holds an int64 per stretch. */
static Array *each_stretch(Array *a, int axis, ArgKernel kernel)
{
    intptr_t shape[MAX_DIMS], index[MAX_DIMS] = {0};
    int kept[MAX_DIMS], count = 0;
    for (int d = 0; d < a->ndim; d++) {
        if (d != axis) {
            kept[count] = d;
            shape[count++] = array_shape(a)[d];
        }
    }
    Array *out = array_new(DT_INT64, count, shape, false);
    int64_t *to = (int64_t *)out->data, *end = to + array_size(out);
    const char *at = a->data;
    intptr_t stride = array_strides(a)[axis], n = array_shape(a)[axis];
    while (to < end) {
        *to++ = kernel(at, stride, n);
        for (int k = count; k-- > 0;) {
            int d = kept[k];
            at += array_strides(a)[d];
            if (++index[k] < shape[k]) {
                break;
            }
            at -= array_strides(a)[d] * shape[k];
            index[k] = 0;
        }
    }
    return out;
}

static Value arg_extreme(Args args, bool max) /* axis, out, keepdims */
{
    Array *a = array_from(args.at[0], DT_NONE), *out = out_from(arg_or(args, 2, NONE));
    ArgKernel kernel = (max ? kernel_argmax : kernel_argmin)((DType)a->dtype);
    int ndim = a->ndim, axis = -1;
    bool keepdims = arg_bool_or(args, 3, false);
    if (arg_given(args, 1) && args.at[1] != NONE) {
        axis = a->ndim ? axis_from(op_index_int64(args.at[1]), a->ndim)
                       : axis_from(op_index_int64(args.at[1]), 1);
    }
    intptr_t n = axis >= 0 && a->ndim ? array_shape(a)[axis] : array_size(a);
    if (n == 0) {
        raise_value("attempt to get %s of an empty sequence", max ? "argmax" : "argmin");
    }
    Array *result;
    intptr_t shape[MAX_DIMS];
    for (int d = 0; d < ndim; d++) {
        shape[d] = axis < 0 || d == axis ? 1 : array_shape(a)[d];
    }
    if (axis < 0 || a->ndim == 0) {
        Array *flat = array_contiguous(a, (DType)a->dtype);
        result = array_new(DT_INT64, 0, NULL, false);
        *(int64_t *)result->data = kernel(flat->data, (intptr_t)array_itemsize(flat), n);
    } else {
        result = each_stretch(a, axis, kernel);
    }
    if (keepdims && ndim) {
        result = array_reshape_view(result, ndim, shape);
    }
    return result_of(store_out(result, out, max ? "argmax" : "argmin"), out);
}
static Value array_argmin(Args args)
{
    return arg_extreme(args, false);
}
static Value array_argmax(Args args)
{
    return arg_extreme(args, true);
}

/* ---- Running sums ---- */

Array *reduce_running(ReduceOp op, Array *a, int axis, DType type, Array *out)
{
    DType loop = type == DT_NONE ? (DType)a->dtype : type;
    Reduction reduction = kernel_reduction(op, loop);
    if (!reduction.running) {
        raise_unsupported("accumulate of this ufunc");
    }
    if (a->dtype != (int8_t)loop) {
        a = array_cast(a, loop);
    }
    Array *result = array_new(reduction.acc, a->ndim, array_shape(a), false);
    intptr_t n = array_shape(a)[axis], size = array_size(a);
    intptr_t index[MAX_DIMS] = {0};
    const char *from = a->data;
    char *to = result->data;
    intptr_t steps[] = {array_strides(a)[axis], array_strides(result)[axis]};
    kernel_flags_clear();
    for (intptr_t left = n ? size / n : 0; left > 0; left--) {
        reduction.running((char *[]){(char *)from, to}, steps, n);
        for (int d = a->ndim; d-- > 0;) {
            if (d == axis) {
                continue;
            }
            from += array_strides(a)[d];
            to += array_strides(result)[d];
            if (++index[d] < array_shape(a)[d]) {
                break;
            }
            from -= array_strides(a)[d] * array_shape(a)[d];
            to -= array_strides(result)[d] * array_shape(a)[d];
            index[d] = 0;
        }
    }
    unsigned flags = kernel_flags_take();
    if (flags && (op == REDUCE_SUM || op == REDUCE_PROD)) {
        warn_flags(flags, "accumulate");
    }
    if (type != DT_NONE && type != (DType)result->dtype) {
        result = array_cast(result, type);
    }
    if (out) {
        array_check_writable(out);
        array_copy_into(out, result);
        return out;
    }
    return result;
}

static Value running_native(Args args, ReduceOp op) /* axis, dtype, out */
{
    Array *a = array_from(args.at[0], DT_NONE);
    int axis = 0;
    intptr_t n = array_size(a);
    bool flatten = !arg_given(args, 1) || args.at[1] == NONE;
    if ((flatten && a->ndim != 1) || a->ndim == 0) {
        a = array_reshape_view(array_contiguous(a, (DType)a->dtype), 1, &n);
    }
    if (!flatten) {
        axis = axis_from(op_index_int64(args.at[1]), a->ndim);
    }
    return value_from(
        reduce_running(op, a, axis, type_arg(args, 2), out_from(arg_or(args, 3, NONE))));
}
static Value array_cumsum(Args args)
{
    return running_native(args, REDUCE_SUM);
}
static Value array_cumprod(Args args)
{
    return running_native(args, REDUCE_PROD);
}

static Value count_nonzero(Args args) /* axis, keepdims */
{
    Array *a = array_from(args.at[0], DT_NONE);
    if (arg_given(args, 1) && args.at[1] != NONE) {
        char zero[8] = {0};
        UfuncCall test = {.op = K_NOT_EQUAL, .type = DT_NONE, .in = {operand_array(a)}};
        test.in[1].type = (DType)a->dtype;
        memcpy(test.in[1].value, zero, 8);
        ReduceCall call = {.op = REDUCE_SUM, .initial = EMPTY, .type = DT_INT64};
        call.in = as_array(ufunc_run(&test));
        call.axes = axes_from(args.at[1], a->ndim);
        call.keepdims = arg_bool_or(args, 2, false);
        return unwrap_0d(reduce_run(&call));
    }
    Array *flat = array_contiguous(a, (DType)a->dtype);
    intptr_t n = kernel_count_nonzero((DType)a->dtype)(flat->data, (intptr_t)array_itemsize(a),
                                                       array_size(a));
    return int_from_int64(n);
}

/* ---- Tables: as methods and as functions ---- */

#define REDUCERS(X)                                                                                \
    X("sum", array_sum, "axis=, dtype=, out=, keepdims=, initial=, where=")                        \
    X("prod", array_prod, "axis=, dtype=, out=, keepdims=, initial=, where=")                      \
    X("min", array_min, "axis=, out=, keepdims=, initial=, where=")                                \
    X("max", array_max, "axis=, out=, keepdims=, initial=, where=")                                \
    X("any", array_any, "axis=, out=, keepdims=, *, where=")                                       \
    X("all", array_all, "axis=, out=, keepdims=, *, where=")                                       \
    X("mean", array_mean, "axis=, dtype=, out=, keepdims=, *, where=")                             \
    X("var", array_var, "axis=, dtype=, out=, ddof=, keepdims=, *, where=")                        \
    X("std", array_std, "axis=, dtype=, out=, ddof=, keepdims=, *, where=")                        \
    X("ptp", array_ptp, "axis=, out=, keepdims=")                                                  \
    X("argmin", array_argmin, "axis=, out=, *, keepdims=")                                         \
    X("argmax", array_argmax, "axis=, out=, *, keepdims=")                                         \
    X("cumsum", array_cumsum, "axis=, dtype=, out=")                                               \
    X("cumprod", array_cumprod, "axis=, dtype=, out=")

const NativeDef reduce_methods[] = {
#define X(name_, fn_, signature_) {.name = name_, .fn = fn_, .signature = "self, " signature_},
    REDUCERS(X)
#undef X
        {0},
};

const NativeDef reduce_functions[] = {
#define X(name_, fn_, signature_)                                                                  \
    {.name = name_, .fn = fn_, .signature = "a, " signature_, .errors = ERRORS_PYTHON},
    REDUCERS(X) X("amin", array_min, "axis=, out=, keepdims=, initial=, where=")
        X("amax", array_max, "axis=, out=, keepdims=, initial=, where=")
            X("product", array_prod, "axis=, dtype=, out=, keepdims=, initial=, where=")
                X("sometrue", array_any, "axis=, out=, keepdims=, *, where=")
                    X("alltrue", array_all, "axis=, out=, keepdims=, *, where=")
                        X("cumproduct", array_cumprod, "axis=, dtype=, out=")
                            X("count_nonzero", count_nonzero, "axis=, keepdims=")
#undef X
                                {0},
};
