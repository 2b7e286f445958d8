/* sort.c: sorting along an axis, and searching what is sorted. */
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/reduce.h"

/* ---- Lanes: the stretches of an array along one axis ---- */

typedef struct Lanes {
    const Array *array;
    int axis;
    intptr_t index[MAX_DIMS];
    intptr_t left;
    char *at;
} Lanes;

static void lanes_start(Lanes *lanes, const Array *a, int axis)
{
    intptr_t n = array_shape(a)[axis];
    *lanes = (Lanes){.array = a, .axis = axis, .at = a->data, .left = n ? array_size(a) / n : 0};
}

static void lanes_next(Lanes *lanes)
{
    const Array *a = lanes->array;
    lanes->left--;
    for (int d = a->ndim; d-- > 0;) {
        if (d == lanes->axis) {
            continue;
        }
        lanes->at += array_strides(a)[d];
        if (++lanes->index[d] < array_shape(a)[d]) {
            return;
        }
        lanes->at -= array_strides(a)[d] * array_shape(a)[d];
        lanes->index[d] = 0;
    }
}

/* ---- sort ---- */

static void check_kind(Value kind)
{
    static const char *const names[] = {"quicksort", "heapsort", "mergesort", "stable"};
    if (kind == EMPTY || kind == NONE) {
        return;
    }
    for (size_t i = 0; i < COUNT_OF(names) && is_str(kind); i++) {
        if (str_equals_c(kind, names[i])) {
            return;
        }
    }
    raise_value("sort kind must be one of 'quick', 'heap', or 'stable' (got %V)", kind);
}

static bool is_stable(Value kind)
{
    return is_str(kind) && (str_equals_c(kind, "stable") || str_equals_c(kind, "mergesort"));
}

static void sort_axis(Array *a, int axis)
{
    SortKernel sort = kernel_sort((DType)a->dtype);
    intptr_t n = array_shape(a)[axis], stride = array_strides(a)[axis];
    intptr_t item = (intptr_t)array_itemsize(a);
    char *room = stride == item ? NULL : scratch_bytes((size_t)(n * item) + 1);
    Kernel copy = kernel_cast((DType)a->dtype, (DType)a->dtype);
    Lanes lanes;
    for (lanes_start(&lanes, a, axis); lanes.left > 0; lanes_next(&lanes)) {
        if (!room) {
            sort(lanes.at, n);
            continue;
        }
        copy((char *[]){lanes.at, room}, (intptr_t[]){stride, item}, n);
        sort(room, n);
        copy((char *[]){room, lanes.at}, (intptr_t[]){item, stride}, n);
    }
}

static int sort_axis_of(Args args, uint32_t i, const Array *a)
{
    return axis_from(arg_given(args, i) ? op_index_int64(args.at[i]) : -1, a->ndim);
}

static Value sort_method(Args args) /* self, axis, kind, order */
{
    Array *a = as_array(args.at[0]);
    check_kind(arg_or(args, 2, NONE));
    int axis = sort_axis_of(args, 1, a);
    array_check_writable(a);
    if (array_size(a)) {
        sort_axis(a, axis);
    }
    return NONE;
}

static Array *flattened(Array *a)
{
    intptr_t n = array_size(a);
    return array_reshape_view(array_contiguous(a, (DType)a->dtype), 1, &n);
}

static Value sort_function(Args args) /* a, axis, kind, order */
{
    Array *a = array_from(args.at[0], DT_NONE);
    bool flatten = arg_given(args, 1) && args.at[1] == NONE;
    check_kind(arg_or(args, 2, NONE));
    Array *copy = array_copy(flatten ? flattened(a) : a);
    int axis = flatten ? 0 : sort_axis_of(args, 1, copy);
    if (array_size(copy)) {
        sort_axis(copy, axis);
    }
    return value_from(copy);
}

static Value array_argsort(Args args) /* a, axis, kind, order */
{
    Array *a = array_from(args.at[0], DT_NONE);
    if ((arg_given(args, 1) && args.at[1] == NONE) || a->ndim == 0) {
        a = flattened(a);
    }
    check_kind(arg_or(args, 2, NONE));
    bool flat = arg_given(args, 1) && args.at[1] == NONE;
    int axis = flat ? 0 : sort_axis_of(args, 1, a);
    ArgsortKernel sort = (is_stable(arg_or(args, 2, NONE)) ? kernel_argsort_stable
                                                           : kernel_argsort)((DType)a->dtype);
    Array *out = array_new(DT_INT64, a->ndim, array_shape(a), false);
    intptr_t n = array_shape(a)[axis], item = (intptr_t)array_itemsize(a);
    intptr_t stride = array_strides(a)[axis], out_stride = array_strides(out)[axis];
    char *room = scratch_bytes((size_t)(n * item) + 8);
    int64_t *order = scratch_bytes(((size_t)n + 1) * 16), *scratch = order + n;
    Kernel copy = kernel_cast((DType)a->dtype, (DType)a->dtype);
    Lanes lanes, to;
    lanes_start(&lanes, a, axis);
    lanes_start(&to, out, axis);
    for (; lanes.left > 0; lanes_next(&lanes), lanes_next(&to)) {
        const char *data = lanes.at;
        if (stride != item) {
            copy((char *[]){lanes.at, room}, (intptr_t[]){stride, item}, n);
            data = room;
        }
        for (intptr_t i = 0; i < n; i++) {
            order[i] = i;
        }
        sort(data, order, n, scratch);
        for (intptr_t i = 0; i < n; i++) {
            *(int64_t *)(to.at + i * out_stride) = order[i];
        }
    }
    return value_from(out);
}

/* ---- partition: what is sorted is partitioned, too ---- */

static Value partition_method(Args args) /* self, kth, axis */
{
    Value at[] = {args.at[0], arg_or(args, 2, value_int(-1))};
    return sort_method((Args){at, 2});
}
static Value partition_function(Args args)
{
    Value at[] = {args.at[0], arg_or(args, 2, value_int(-1))};
    return sort_function((Args){at, 2});
}
static Value array_argpartition(Args args)
{
    Value at[] = {args.at[0], arg_or(args, 2, value_int(-1))};
    return array_argsort((Args){at, 2});
}

/* ---- searchsorted ---- */

static bool is_right(Value side)
{
    if (side == EMPTY || side == NONE) {
        return false;
    }
    if (is_str(side) && (str_equals_c(side, "left") || str_equals_c(side, "right"))) {
        return str_equals_c(side, "right");
    }
    raise_value("search side must be 'left' or 'right' (got %V)", side);
}

static Value array_searchsorted(Args args) /* a, v, side, sorter */
{
    Array *a = array_from(args.at[0], DT_NONE), *keys = array_from(args.at[1], DT_NONE);
    bool right = is_right(arg_or(args, 2, NONE));
    if (arg_given(args, 3) && args.at[3] != NONE) {
        a = as_array(array_get_item(value_from(a), args.at[3]));
    }
    if (a->ndim != 1) {
        raise_value("object of too small depth for desired array");
    }
    DType type = promote_types((DType)a->dtype, (DType)keys->dtype);
    a = array_contiguous(a, type);
    keys = array_contiguous(keys, type);
    Array *out = array_new(DT_INT64, keys->ndim, array_shape(keys), false);
    intptr_t item = (intptr_t)dtype_size(type);
    kernel_search(type, right)((char *[]){a->data, keys->data, out->data},
                               (intptr_t[]){item, item, 8}, array_size(a), array_size(keys));
    return unwrap_0d(out);
}

/* ---- nonzero ---- */

static Value array_nonzero(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    if (a->ndim == 0) {
        raise_unsupported("nonzero of a 0-d array");
    }
    Array *truths = array_new(DT_BOOL, a->ndim, array_shape(a), false);
    array_copy_into(truths, a);
    intptr_t size = array_size(a);
    intptr_t n = kernel_count_nonzero(DT_BOOL)(truths->data, 1, size);
    Tuple *tuple = tuple_new(a->ndim);
    int64_t *out[MAX_DIMS];
    for (int d = 0; d < a->ndim; d++) {
        Array *column = array_new_1d(DT_INT64, n);
        mm_init(tuple, &tuple->at[d], value_from(column));
        out[d] = (int64_t *)column->data;
    }
    intptr_t index[MAX_DIMS] = {0}, k = 0;
    for (intptr_t i = 0; i < size && k < n; i++) {
        if (truths->data[i]) {
            for (int d = 0; d < a->ndim; d++) {
                out[d][k] = index[d];
            }
            k++;
        }
        for (int d = a->ndim; d-- > 0;) {
            if (++index[d] < array_shape(a)[d]) {
                break;
            }
            index[d] = 0;
        }
    }
    return value_from(tuple);
}

/* ---- bincount ---- */

static Value function_bincount(Args args) /* x, weights, minlength */
{
    Array *x = array_from(args.at[0], DT_NONE);
    int64_t least = arg_int_or(args, 2, 0);
    if (least < 0) {
        raise_value("'minlength' must not be negative");
    }
    if (x->ndim != 1) {
        raise_value(x->ndim ? "object too deep for desired array"
                            : "object of too small depth for desired array");
    }
    if (dtype_is_float((DType)x->dtype) && array_size(x)) {
        raise_type("Cannot cast array data from %V to dtype('int64') according to the rule 'safe'",
                   dtype_object((DType)x->dtype));
    }
    x = array_contiguous(x, DT_INT64);
    const int64_t *at = (int64_t *)x->data;
    intptr_t n = array_size(x), bins = least;
    for (intptr_t i = 0; i < n; i++) {
        if (at[i] < 0) {
            raise_value("'list' argument must have no negative elements");
        }
        if (at[i] >= bins) {
            bins = at[i] + 1;
        }
    }
    bool weighted = arg_given(args, 1) && args.at[1] != NONE;
    Array *out = array_new(weighted ? DT_FLOAT64 : DT_INT64, 1, &bins, true);
    if (weighted) {
        Array *w = array_contiguous(array_from(args.at[1], DT_NONE), DT_FLOAT64);
        if (array_size(w) != n) {
            raise_value("The weights and list don't have the same length.");
        }
        for (intptr_t i = 0; i < n; i++) {
            ((double *)out->data)[at[i]] += ((double *)w->data)[i];
        }
        return value_from(out);
    }
    for (intptr_t i = 0; i < n; i++) {
        ((int64_t *)out->data)[at[i]]++;
    }
    return value_from(out);
}

const NativeDef sort_methods[] = {
    {.name = "sort", .fn = sort_method, .signature = "self, axis=, kind=, order="},
    {.name = "argsort", .fn = array_argsort, .signature = "self, axis=, kind=, order="},
    {.name = "partition", .fn = partition_method, .signature = "self, kth, axis=, kind=, order="},
    {.name = "argpartition",
     .fn = array_argpartition,
     .signature = "self, kth, axis=, kind=, order="},
    {0},
};
const NativeDef sort_functions[] = {
    {.name = "sort", .fn = sort_function, .signature = "a, axis=, kind=, order="},
    {.name = "argsort", .fn = array_argsort, .signature = "a, axis=, kind=, order="},
    {.name = "partition", .fn = partition_function, .signature = "a, kth, axis=, kind=, order="},
    {.name = "argpartition", .fn = array_argpartition, .signature = "a, kth, axis=, kind=, order="},
    {0},
};
const NativeDef search_methods[] = {
    {.name = "searchsorted", .fn = array_searchsorted, .signature = "self, v, side=, sorter="},
    {.name = "nonzero", .fn = array_nonzero, .signature = "self"},
    {0},
};
const NativeDef search_functions[] = {
    {.name = "searchsorted", .fn = array_searchsorted, .signature = "a, v, side=, sorter="},
    {.name = "nonzero", .fn = array_nonzero, .signature = "a"},
    {.name = "bincount", .fn = function_bincount, .signature = "x, /, weights=, minlength="},
    {0},
};
