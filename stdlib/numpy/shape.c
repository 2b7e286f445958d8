/* shape.c: the same elements under another shape: views where memory allows, else copies; and the
 * question whether two arrays share memory. */
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/reduce.h"

/* ---- Reshaping ---- */

/* NumPy shows an unknown dimension as "newaxis". */
static Value wanted_text(const intptr_t *shape, int ndim)
{
    StrBuilder b;
    builder_start(&b);
    builder_c(&b, "(");
    int first = 0;
    while (first < ndim && shape[first] < 0) {
        first++; /* not shown */
    }
    for (int i = first; i < ndim; i++) {
        builder_c(&b, i > first ? "," : "");
        if (shape[i] < 0) {
            builder_c(&b, "newaxis");
        } else {
            builder_printf(&b, "%ld", (long)shape[i]);
        }
    }
    builder_c(&b, ndim == 1 ? ",)" : ")");
    return builder_end(&b);
}

static void resolve_shape(const Array *a, int ndim, intptr_t *shape)
{
    intptr_t size = array_size(a), known = 1, wanted[MAX_DIMS];
    int unknown = -1;
    bool overflow = false;
    memcpy(wanted, shape, (size_t)ndim * sizeof *shape);
    for (int i = 0; i < ndim; i++) {
        if (shape[i] >= 0) {
            overflow |= __builtin_mul_overflow(known, shape[i], &known);
        } else if (unknown >= 0) {
            raise_value("can only specify one unknown dimension");
        } else {
            unknown = i;
        }
    }
    if (unknown >= 0 && known > 0 && !overflow && size % known == 0) {
        shape[unknown] = size / known;
        known = size;
    } else if (unknown >= 0) {
        overflow = true;
    }
    if (overflow || known != size) {
        raise_value("cannot reshape array of size %ld into shape %S", (long)size,
                    wanted_text(wanted, ndim));
    }
}

typedef enum { ORDER_C, ORDER_F } Order;

static Order order_from(Value v, const Array *a)
{
    if (v == EMPTY || v == NONE) {
        return ORDER_C;
    }
    if (!is_str(v)) {
        raise_type("order must be str, not %T", v);
    }
    if (str_equals_c(v, "C") || str_equals_c(v, "c")) {
        return ORDER_C;
    }
    if (str_equals_c(v, "F") || str_equals_c(v, "f")) {
        return ORDER_F;
    }
    if (str_equals_c(v, "A") || str_equals_c(v, "K") || str_equals_c(v, "a") ||
        str_equals_c(v, "k")) {
        return array_is_fortran(a) && !array_is_contiguous(a) ? ORDER_F : ORDER_C;
    }
    raise_value("order must be one of 'C', 'F', 'A', or 'K' (got %V)", v);
}

/* In Fortran's order: the reversed axes in C's order. */
static Array *reshape_in(Array *a, int ndim, const intptr_t *shape, Order order)
{
    if (order == ORDER_F) {
        intptr_t reversed[MAX_DIMS];
        for (int i = 0; i < ndim; i++) {
            reversed[i] = shape[ndim - 1 - i];
        }
        Array *turned = reshape_in(as_array(array_transpose(a, NULL)), ndim, reversed, ORDER_C);
        return as_array(array_transpose(turned, NULL));
    }
    Array *view = array_reshape_view(a, ndim, shape);
    return view ? view : array_reshape_view(array_copy(a), ndim, shape);
}

static Value reshape_value(Array *a, Value shape_value, Value order)
{
    intptr_t shape[MAX_DIMS];
    int ndim = shape_from(shape_value, shape);
    resolve_shape(a, ndim, shape);
    return value_from(reshape_in(a, ndim, shape, order_from(order, a)));
}

/* Several positional values as one tuple; a lone one as it is. */
static Value packed(Args args, uint32_t from)
{
    uint32_t count = args.count - MIN(from, args.count);
    return count == 1 ? args.at[from] : tuple_from(args.at + from, count);
}

static Value reshape_method(Args args) /* self, order, *shape */
{
    return reshape_value(as_array(args.at[0]), packed(args, 2), args.at[1]);
}
static Value reshape_function(Args args) /* a, newshape, order */
{
    return reshape_value(array_from(args.at[0], DT_NONE), args.at[1], arg_or(args, 2, NONE));
}

static void copy_run(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    ((Kernel)(uintptr_t)context)(ptrs, strides, n);
}

static Array *flatten_in(Array *a, Order order)
{
    intptr_t n = array_size(a);
    if (order == ORDER_F) {
        a = as_array(array_transpose(a, NULL));
    }
    Array *copy = array_new((DType)a->dtype, 1, &n, false);
    /* written under a's shape */
    intptr_t steps[MAX_DIMS], step = (intptr_t)array_itemsize(a);
    for (int d = a->ndim; d-- > 0;) {
        steps[d] = step;
        step *= MAX(array_shape(a)[d], 1);
    }
    char *data[] = {a->data, copy->data};
    const intptr_t *strides[] = {array_strides(a), steps};
    if (array_is_contiguous(a)) {
        memcpy(copy->data, a->data, copy->bytes);
    } else {
        Kernel kernel = kernel_cast((DType)a->dtype, (DType)a->dtype);
        Axis axes[MAX_DIMS];
        int count = axes_prepare(a->ndim, array_shape(a), 2, data, strides, false, axes);
        if (count >= 0) {
            axes_run(axes, count, 2, data, copy_run, (void *)(uintptr_t)kernel);
        }
    }
    return copy;
}

static Value array_flatten(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    return value_from(flatten_in(a, order_from(arg_or(args, 1, NONE), a)));
}

static Value array_ravel(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    Order order = order_from(arg_or(args, 1, NONE), a);
    intptr_t n = array_size(a);
    if (order == ORDER_C ? array_is_contiguous(a) : array_is_fortran(a)) {
        return value_from(reshape_in(a, 1, &n, order));
    }
    return value_from(flatten_in(a, order));
}

/* ---- Axes ---- */

Value array_transpose(Array *a, const int *axes)
{
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS];
    for (int i = 0; i < a->ndim; i++) {
        int from = axes ? axes[i] : a->ndim - 1 - i;
        shape[i] = array_shape(a)[from];
        strides[i] = array_strides(a)[from];
    }
    return value_from(array_view(a, a->data, a->ndim, shape, strides));
}

static Value transpose_value(Array *a, Value axes_value)
{
    if (axes_value == NONE || axes_value == EMPTY) {
        return array_transpose(a, NULL);
    }
    Value list = is_any_int(axes_value) ? tuple_of(1, axes_value) : tuple_from_iterable(axes_value);
    int axes[MAX_DIMS];
    uint32_t seen = 0;
    if (as_tuple(list)->count != a->ndim) {
        raise_value("axes don't match array");
    }
    for (int i = 0; i < a->ndim; i++) {
        axes[i] = axis_from(op_index_int64(as_tuple(list)->at[i].v), a->ndim);
        if (seen >> axes[i] & 1) {
            raise_value("repeated axis in transpose");
        }
        seen |= 1u << axes[i];
    }
    return array_transpose(a, axes);
}
static Value transpose_method(Args args) /* self, *axes */
{
    Array *a = as_array(args.at[0]);
    return args.count == 1 ? array_transpose(a, NULL) : transpose_value(a, packed(args, 1));
}
static Value transpose_function(Args args)
{
    return transpose_value(array_from(args.at[0], DT_NONE), arg_or(args, 1, NONE));
}

static Value array_swapaxes(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    int axes[MAX_DIMS];
    int wanted[2];
    for (uint32_t i = 0; i < 2; i++) {
        int64_t axis = arg_int(args, i + 1);
        if (axis < -a->ndim || axis >= a->ndim) {
            raise_as(&axis_error_type,
                     "axis%u: axis %ld is out of bounds for array of dimension %d", i + 1,
                     (long)axis, a->ndim);
        }
        wanted[i] = (int)(axis < 0 ? axis + a->ndim : axis);
    }
    int one = wanted[0], two = wanted[1];
    for (int i = 0; i < a->ndim; i++) {
        axes[i] = i == one ? two : i == two ? one : i;
    }
    return array_transpose(a, axes);
}

static Value array_moveaxis(Args args) /* a, source, destination */
{
    Array *a = array_from(args.at[0], DT_NONE);
    Value from = args.at[1], to = args.at[2];
    from = is_any_int(from) ? tuple_of(1, from) : tuple_from_iterable(from);
    to = is_any_int(to) ? tuple_of(1, to) : tuple_from_iterable(to);
    size_t count = as_tuple(from)->count;
    int axes[MAX_DIMS];
    uint32_t taken = 0, moved = 0;
    if (count != as_tuple(to)->count) {
        raise_value("`source` and `destination` arguments must have the same number of elements");
    }
    for (size_t i = 0; i < count; i++) {
        int s = axis_from(op_index_int64(as_tuple(from)->at[i].v), a->ndim);
        int d = axis_from(op_index_int64(as_tuple(to)->at[i].v), a->ndim);
        if (moved >> s & 1 || taken >> d & 1) {
            raise_value("repeated axis in `%s` argument",
                        moved >> s & 1 ? "source" : "destination");
        }
        moved |= 1u << s;
        taken |= 1u << d;
        axes[d] = s;
    }
    for (int d = 0, next = 0; d < a->ndim; d++) {
        if (!(taken >> d & 1)) {
            while (moved >> next & 1) {
                next++;
            }
            axes[d] = next++;
        }
    }
    return array_transpose(a, axes);
}

static Value array_squeeze(Args args) /* a, axis */
{
    Array *a = array_from(args.at[0], DT_NONE);
    uint32_t axes = 0;
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS];
    int ndim = 0;
    bool all = !arg_given(args, 1) || args.at[1] == NONE;
    if (!all) {
        axes = axes_from(args.at[1], a->ndim);
    }
    for (int d = 0; d < a->ndim; d++) {
        bool one = array_shape(a)[d] == 1;
        if (axes >> d & 1 && !one) {
            raise_value("cannot select an axis to squeeze out which has size not equal to one");
        }
        if (all ? !one : !(axes >> d & 1)) {
            shape[ndim] = array_shape(a)[d];
            strides[ndim++] = array_strides(a)[d];
        }
    }
    return value_from(array_view(a, a->data, ndim, shape, strides));
}

static Value array_expand_dims(Args args) /* a, axis */
{
    Array *a = array_from(args.at[0], DT_NONE);
    Value list = args.at[1];
    list = is_tuple(list) || is_list(list) ? tuple_from_iterable(list) : tuple_of(1, list);
    size_t added = as_tuple(list)->count;
    int ndim = (int)MIN(added, MAX_DIMS + 1u) + a->ndim;
    if (ndim > MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found %d", ndim);
    }
    uint32_t axes = 0;
    for (size_t i = 0; i < added; i++) {
        if (is_float(as_tuple(list)->at[i].v)) {
            raise_type("integer argument expected, got float");
        }
        uint32_t bit = 1u << axis_from(op_index_int64(as_tuple(list)->at[i].v), ndim);
        if (axes & bit) {
            raise_value("repeated axis");
        }
        axes |= bit;
    }
    intptr_t shape[MAX_DIMS];
    for (int d = 0, from = 0; d < ndim; d++) {
        shape[d] = axes >> d & 1 ? 1 : array_shape(a)[from++];
    }
    return value_from(reshape_in(a, ndim, shape, ORDER_C));
}

/* ---- Broadcasting ---- */

static Array *broadcast_view(Array *a, int ndim, const intptr_t *shape)
{
    intptr_t strides[MAX_DIMS];
    broadcast_strides(a, ndim, shape, strides);
    return array_view(a, a->data, ndim, shape, strides);
}

static Value array_broadcast_to(Args args) /* a, shape */
{
    Array *a = array_from(args.at[0], DT_NONE);
    intptr_t shape[MAX_DIMS];
    int ndim = shape_from(args.at[1], shape);
    for (int d = 0; d < ndim; d++) {
        if (shape[d] < 0) {
            raise_value("all elements of broadcast shape must be non-negative");
        }
    }
    if (a->ndim > ndim) {
        raise_value("input operand has more dimensions than allowed by the axis remapping");
    }
    for (int d = 0; d < a->ndim; d++) {
        intptr_t n = array_shape(a)[d];
        if (n != 1 && n != shape[ndim - a->ndim + d]) {
            raise_value("operands could not be broadcast together with remapped shapes "
                        "[original->remapped]: %S  and requested shape %S",
                        shape_text(array_shape(a), a->ndim), shape_text(shape, ndim));
        }
    }
    Array *view = broadcast_view(a, ndim, shape);
    view->flags |= ARRAY_READONLY;
    return value_from(view);
}

List *arrays_from(const Value *at, size_t count)
{
    List *list = list_new(count);
    for (size_t i = 0; i < count; i++) {
        list_append(list, value_from(array_from(at[i], DT_NONE)));
    }
    return list;
}

Array **arrays_of(const List *list)
{
    Array **arrays = scratch_bytes((list->count + 1) * sizeof *arrays);
    for (size_t i = 0; i < list->count; i++) {
        arrays[i] = as_array(list_at(list, i));
    }
    return arrays;
}

static Value array_broadcast_arrays(Args args)
{
    List *list = arrays_from(args.at, args.count);
    Array **arrays = arrays_of(list);
    intptr_t shape[MAX_DIMS];
    int ndim = broadcast_shapes(arrays, (int)args.count, shape);
    for (uint32_t i = 0; i < args.count; i++) {
        Array *a = arrays[i];
        bool same = a->ndim == ndim && !memcmp(array_shape(a), shape, (size_t)ndim * sizeof *shape);
        list_set(list, i, value_from(same ? a : broadcast_view(a, ndim, shape)));
    }
    return value_from(list);
}

static Value at_least(Value v, int ndim)
{
    Array *a = array_from(v, DT_NONE);
    if (a->ndim >= ndim) {
        return value_from(a);
    }
    intptr_t shape[3] = {1, 1, 1};
    if (ndim == 3 && a->ndim == 2) {
        shape[0] = array_shape(a)[0];
        shape[1] = array_shape(a)[1];
    } else if (a->ndim == 1) {
        shape[1] = array_shape(a)[0]; /* a row; (1, n, 1) of three */
    }
    return value_from(reshape_in(a, ndim, shape, ORDER_C));
}
static Value at_least_all(Args args, int ndim)
{
    if (args.count == 1) {
        return at_least(args.at[0], ndim);
    }
    List *list = list_new(args.count);
    for (uint32_t i = 0; i < args.count; i++) {
        list_append(list, at_least(args.at[i], ndim));
    }
    return value_from(list);
}
static Value atleast_1d(Args args)
{
    return at_least_all(args, 1);
}
static Value atleast_2d(Args args)
{
    return at_least_all(args, 2);
}
static Value atleast_3d(Args args)
{
    return at_least_all(args, 3);
}

/* ---- repeat ---- */

static Value array_repeat(Args args) /* a, repeats, axis */
{
    Array *a = array_from(args.at[0], DT_NONE), *counts = array_from(args.at[1], DT_NONE);
    int axis = 0;
    if (arg_given(args, 2) && args.at[2] != NONE) {
        axis = axis_from(arg_int(args, 2), a->ndim);
    } else {
        intptr_t n = array_size(a);
        a = reshape_in(a, 1, &n, ORDER_C);
    }
    if (dtype_is_float((DType)counts->dtype)) {
        raise_type("Cannot cast array data from %V to dtype('int64') according to the rule 'safe'",
                   dtype_object((DType)counts->dtype));
    }
    counts = array_contiguous(counts, DT_INT64);
    a = array_contiguous(a, (DType)a->dtype);
    intptr_t n = array_shape(a)[axis], total = 0, given = array_size(counts);
    const int64_t *times = (int64_t *)counts->data;
    if (counts->ndim > 1) {
        raise_value("object too deep for desired array");
    }
    if (given != 1 && given != n) {
        raise_value("operands could not be broadcast together with shape %S %S", shape_text(&n, 1),
                    shape_text(&given, 1));
    }
    for (intptr_t i = 0; i < n; i++) {
        int64_t k = times[given == 1 ? 0 : i];
        if (k < 0) {
            raise_value("repeats may not contain negative values.");
        }
        if (__builtin_add_overflow(total, k, &total)) {
            raise_value("Maximum allowed dimension exceeded");
        }
    }
    intptr_t shape[MAX_DIMS], outer = 1, inner = (intptr_t)array_itemsize(a);
    for (int d = 0; d < a->ndim; d++) {
        shape[d] = d == axis ? total : array_shape(a)[d];
        outer *= d < axis ? shape[d] : 1;
        inner *= d > axis ? shape[d] : 1;
    }
    Array *out = array_new((DType)a->dtype, a->ndim, shape, false);
    char *to = out->data, *from = a->data;
    for (intptr_t o = 0; o < outer && out->bytes; o++) {
        for (intptr_t i = 0; i < n; i++, from += inner) {
            for (int64_t k = times[given == 1 ? 0 : i]; k > 0; k--, to += inner) {
                memcpy(to, from, (size_t)inner);
            }
        }
    }
    return value_from(out);
}

/* ---- Facts ---- */

static Value function_shape(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    return shape_tuple(array_shape(a), a->ndim);
}
static Value function_ndim(Args args)
{
    return value_int(array_from(args.at[0], DT_NONE)->ndim);
}
static Value function_size(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    if (arg_given(args, 1) && args.at[1] != NONE) {
        return int_from_int64(array_shape(a)[axis_from(arg_int(args, 1), a->ndim)]);
    }
    return int_from_int64(array_size(a));
}

/* ---- Shared memory: is there a sum of multiples of strides that lies in an interval? ---- */

typedef struct Reach {
    int count;
    int64_t stride[2 * MAX_DIMS], last[2 * MAX_DIMS]; /* positive strides, largest first */
    int64_t rest[2 * MAX_DIMS + 1];                   /* what those from i on can add at most */
    int64_t divisor[2 * MAX_DIMS + 1];                /* of all strides from i on */
    int64_t steps;
} Reach;

static void reach_add(Reach *reach, int64_t stride, int64_t last)
{
    int i = reach->count++;
    while (i > 0 && reach->stride[i - 1] < stride) {
        reach->stride[i] = reach->stride[i - 1];
        reach->last[i] = reach->last[i - 1];
        i--;
    }
    reach->stride[i] = stride;
    reach->last[i] = last;
}

static int64_t gcd(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static bool reach_find(Reach *reach, int i, int64_t low, int64_t high)
{
    if (high < 0 || low > reach->rest[i] || ++reach->steps > 20000000) {
        return reach->steps > 20000000; /* not known: be careful */
    }
    if (low <= 0) {
        return true;
    }
    int64_t divisor = reach->divisor[i];
    if (i == reach->count || floor_div(high, divisor) * divisor < low) {
        return false;
    }
    int64_t stride = reach->stride[i];
    int64_t first = MAX(0, -floor_div(-(low - reach->rest[i + 1]), stride));
    int64_t last = MIN(reach->last[i], floor_div(high, stride));
    for (int64_t x = last; x >= first; x--) {
        if (reach_find(reach, i + 1, low - x * stride, high - x * stride)) {
            return true;
        }
    }
    return false;
}

/* Elements of a and b meet if (a's offset - b's offset) lies between -(a's item size) and b's. */
static bool overlap_exactly(const Array *a, const Array *b)
{
    const char *a_low, *a_high, *b_low, *b_high;
    array_extent(a, &a_low, &a_high);
    array_extent(b, &b_low, &b_high);
    if (a_low >= b_high || b_low >= a_high) {
        return false;
    }
    Reach reach = {.count = 0};
    int64_t start =
        a_low - (b_high - (intptr_t)array_itemsize(b)); /* b counted down from its end */
    for (int k = 0; k < 2; k++) {
        const Array *x = k ? b : a;
        for (int d = 0; d < x->ndim; d++) {
            intptr_t stride = array_strides(x)[d], n = array_shape(x)[d];
            if (stride && n > 1) {
                reach_add(&reach, stride < 0 ? -stride : stride, n - 1);
            }
        }
    }
    for (int i = reach.count; i-- > 0;) {
        reach.rest[i] = reach.rest[i + 1] + reach.stride[i] * reach.last[i];
        reach.divisor[i] = gcd(reach.stride[i], reach.divisor[i + 1]);
    }
    int64_t low = -(int64_t)array_itemsize(a) + 1 - start,
            high = (int64_t)array_itemsize(b) - 1 - start;
    return reach_find(&reach, 0, low, high);
}

static Array *memory_of(Value v)
{
    return is_array(v) ? as_array(v) : array_from(v, DT_NONE);
}
static Value shares_memory(Args args)
{
    return value_bool(overlap_exactly(memory_of(args.at[0]), memory_of(args.at[1])));
}
static Value may_share_memory(Args args)
{
    return value_bool(arrays_may_overlap(memory_of(args.at[0]), memory_of(args.at[1])));
}

const NativeDef shape_methods[] = {
    {.name = "reshape", .fn = reshape_method, .signature = "self, *shape, order="},
    {.name = "ravel", .fn = array_ravel, .signature = "self, order="},
    {.name = "flatten", .fn = array_flatten, .signature = "self, order="},
    {.name = "transpose", .fn = transpose_method, .signature = "self, *axes"},
    {.name = "swapaxes", .fn = array_swapaxes, .signature = "self, axis1, axis2, /"},
    {.name = "squeeze", .fn = array_squeeze, .signature = "self, axis="},
    {.name = "repeat", .fn = array_repeat, .signature = "self, repeats, axis="},
    {0},
};
const NativeDef shape_functions[] = {
    {.name = "reshape",
     .fn = reshape_function,
     .signature = "a, newshape, order=",
     .errors = ERRORS_PYTHON},
    {.name = "ravel", .fn = array_ravel, .signature = "a, order=", .errors = ERRORS_PYTHON},
    {.name = "transpose",
     .fn = transpose_function,
     .signature = "a, axes=",
     .errors = ERRORS_PYTHON},
    {.name = "swapaxes",
     .fn = array_swapaxes,
     .signature = "a, axis1, axis2",
     .errors = ERRORS_PYTHON},
    {.name = "moveaxis",
     .fn = array_moveaxis,
     .signature = "a, source, destination",
     .errors = ERRORS_PYTHON},
    {.name = "squeeze", .fn = array_squeeze, .signature = "a, axis=", .errors = ERRORS_PYTHON},
    {.name = "expand_dims",
     .fn = array_expand_dims,
     .signature = "a, axis",
     .errors = ERRORS_PYTHON},
    {.name = "broadcast_to",
     .fn = array_broadcast_to,
     .signature = "array, shape, subok=",
     .errors = ERRORS_PYTHON},
    {.name = "broadcast_arrays",
     .fn = array_broadcast_arrays,
     .signature = "*args",
     .errors = ERRORS_PYTHON},
    {.name = "atleast_1d", .fn = atleast_1d, .signature = "*arys", .errors = ERRORS_PYTHON},
    {.name = "atleast_2d", .fn = atleast_2d, .signature = "*arys", .errors = ERRORS_PYTHON},
    {.name = "atleast_3d", .fn = atleast_3d, .signature = "*arys", .errors = ERRORS_PYTHON},
    {.name = "repeat",
     .fn = array_repeat,
     .signature = "a, repeats, axis=",
     .errors = ERRORS_PYTHON},
    {.name = "shape", .fn = function_shape, .signature = "a", .errors = ERRORS_PYTHON},
    {.name = "ndim", .fn = function_ndim, .signature = "a", .errors = ERRORS_PYTHON},
    {.name = "size", .fn = function_size, .signature = "a, axis=", .errors = ERRORS_PYTHON},
    {.name = "shares_memory",
     .fn = shares_memory,
     .signature = "a, b, /, max_work=",
     .errors = ERRORS_PYTHON},
    {.name = "may_share_memory",
     .fn = may_share_memory,
     .signature = "a, b, /, max_work=",
     .errors = ERRORS_PYTHON},
    {0},
};
