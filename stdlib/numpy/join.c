/* join.c: arrays made of arrays: concatenate, stack, append, delete. */
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/reduce.h"

/* ---- Putting together ---- */

/* Copies `from` into a region of the same shape in `out`'s memory. */
static void copy_kernel(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    ((Kernel)(uintptr_t)context)(ptrs, strides, n);
}
static void copy_region(const Array *out, char *data, const Array *from, const intptr_t *strides)
{
    bool same = from->dtype == out->dtype && array_is_contiguous(from);
    intptr_t step = (intptr_t)array_itemsize(out);
    for (int d = from->ndim; d-- > 0 && same;) {
        same = array_shape(from)[d] == 1 || strides[d] == step;
        step *= array_shape(from)[d];
    }
    if (same) {
        memcpy(data, from->data, (size_t)array_size(from) * array_itemsize(from));
        return;
    }
    Kernel kernel = kernel_cast((DType)from->dtype, (DType)out->dtype);
    iterate(from->ndim, array_shape(from), 2, (char *[]){from->data, data},
            (const intptr_t *[]){array_strides(from), strides}, copy_kernel,
            (void *)(uintptr_t)kernel);
}

static List *sequence_of_arrays(Value sequence)
{
    if (is_array(sequence) && as_array(sequence)->ndim == 0) {
        raise_type("iteration over a 0-d array");
    }
    if (!is_list(sequence) && !is_tuple(sequence) && !is_array(sequence)) {
        if (is_exactly(sequence, &range_type)) {
            sequence = tuple_from_iterable(sequence);
        } else {
            raise_type("The first input argument needs to be a sequence");
        }
    }
    Value items = tuple_from_iterable(sequence);
    List *list = list_new(as_tuple(items)->count);
    for (size_t i = 0; i < as_tuple(items)->count; i++) {
        list_append(list, value_from(array_from(as_tuple(items)->at[i].v, DT_NONE)));
    }
    return list;
}

static DType common_type(Array **arrays, size_t count, DType wanted)
{
    if (wanted != DT_NONE) {
        return wanted;
    }
    DType type = (DType)arrays[0]->dtype;
    bool any_array = false, any_scalar = false;
    for (size_t i = 0; i < count; i++) {
        type = promote_types(type, (DType)arrays[i]->dtype);
        any_array |= arrays[i]->ndim > 0;
        any_scalar |= arrays[i]->ndim == 0;
    }
    if (any_array && any_scalar && count <= 8) { /* numbers adapt to arrays */
        Operand operands[8];
        for (size_t i = 0; i < count; i++) {
            operand_from(value_from(arrays[i]), &operands[i]);
        }
        type = operands_promote(operands, (int)count);
    }
    return type;
}

static void check_fits(Array **arrays, size_t i, int axis)
{
    const Array *first = arrays[0], *a = arrays[i];
    if (a->ndim != first->ndim) {
        raise_value("all the input arrays must have same number of dimensions, but the array at "
                    "index 0 has %d dimension(s) and the array at index %zu has %d dimension(s)",
                    first->ndim, i, a->ndim);
    }
    for (int d = 0; d < a->ndim; d++) {
        if (d != axis && array_shape(a)[d] != array_shape(first)[d]) {
            raise_value("all the input array dimensions except for the concatenation axis must "
                        "match exactly, but along dimension %d, the array at index 0 has size %ld "
                        "and the array at index %zu has size %ld",
                        d, (long)array_shape(first)[d], i, (long)array_shape(a)[d]);
        }
    }
}

static Array *flat(Array *a)
{
    intptr_t n = array_size(a);
    Array *view = array_reshape_view(a, 1, &n);
    return view ? view : array_reshape_view(array_copy(a), 1, &n);
}

static Array *output(DType type, int ndim, const intptr_t *shape, Array *out)
{
    if (!out) {
        return array_new(type, ndim, shape, false);
    }
    bool fits = out->ndim == ndim;
    for (int d = 0; d < ndim && fits; d++) {
        fits = array_shape(out)[d] == shape[d];
    }
    if (!fits) {
        raise_value(out->ndim == ndim ? "Output array is the wrong shape"
                                      : "Output array has wrong dimensionality");
    }
    array_check_writable(out);
    return out;
}

/* `axis` -1: flattened. */
static Array *join(List *list, int64_t wanted_axis, bool flatten, DType wanted, Array *out)
{
    size_t count = list->count;
    if (count == 0) {
        raise_value("need at least one array to concatenate");
    }
    Array **arrays = arrays_of(list);
    DType type = common_type(arrays, count, wanted);
    int axis = 0;
    if (flatten) {
        for (size_t i = 0; i < count; i++) {
            list_set(list, i, value_from(flat(arrays[i])));
        }
        arrays = arrays_of(list);
    } else {
        if (arrays[0]->ndim == 0) {
            raise_value("zero-dimensional arrays cannot be concatenated");
        }
        axis = axis_from(wanted_axis, arrays[0]->ndim);
    }
    intptr_t shape[MAX_DIMS];
    int ndim = arrays[0]->ndim;
    memcpy(shape, array_shape(arrays[0]), (size_t)ndim * sizeof *shape);
    for (size_t i = 1; i < count; i++) {
        check_fits(arrays, i, axis);
        if (__builtin_add_overflow(shape[axis], array_shape(arrays[i])[axis], &shape[axis])) {
            raise_value("Maximum allowed dimension exceeded");
        }
    }
    Array *result = output(type, ndim, shape, out);
    char *data = result->data;
    for (size_t i = 0; i < count; i++) {
        copy_region(result, data, arrays[i], array_strides(result));
        data += array_strides(result)[axis] * array_shape(arrays[i])[axis];
    }
    return result;
}

static Value concatenate(Args args) /* arrays, axis, out; dtype, casting */
{
    List *list = sequence_of_arrays(args.at[0]);
    bool flatten = arg_given(args, 1) && args.at[1] == NONE;
    int64_t axis = flatten ? 0 : arg_int_or(args, 1, 0);
    DType type = arg_given(args, 3) ? dtype_from(args.at[3], DT_NONE) : DT_NONE;
    return value_from(join(list, axis, flatten, type, out_from(arg_or(args, 2, NONE))));
}

static Value stack(Args args) /* arrays, axis, out; dtype, casting */
{
    List *list = sequence_of_arrays(args.at[0]);
    size_t count = list->count;
    if (count == 0) {
        raise_value("need at least one array to stack");
    }
    Array **arrays = arrays_of(list);
    int ndim = arrays[0]->ndim + 1;
    for (size_t i = 1; i < count; i++) {
        if (arrays[i]->ndim + 1 != ndim || memcmp(array_shape(arrays[i]), array_shape(arrays[0]),
                                                  (size_t)(ndim - 1) * sizeof(intptr_t))) {
            raise_value("all input arrays must have the same shape");
        }
    }
    int axis = axis_from(arg_int_or(args, 1, 0), ndim);
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS];
    if (ndim > MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found %d", ndim);
    }
    for (int d = 0, from = 0; d < ndim; d++) {
        shape[d] = d == axis ? (intptr_t)count : array_shape(arrays[0])[from++];
    }
    DType type = arg_given(args, 3) ? dtype_from(args.at[3], DT_NONE) : DT_NONE;
    if (type == DT_NONE) { /* 0-d ones count as arrays here */
        type = (DType)arrays[0]->dtype;
        for (size_t i = 1; i < count; i++) {
            type = promote_types(type, (DType)arrays[i]->dtype);
        }
    }
    Array *result = output(type, ndim, shape, out_from(arg_or(args, 2, NONE)));
    for (int d = 0, to = 0; d < ndim; d++) {
        if (d != axis) {
            strides[to++] = array_strides(result)[d];
        }
    }
    for (size_t i = 0; i < count; i++) {
        copy_region(result, result->data + (intptr_t)i * array_strides(result)[axis], arrays[i],
                    strides);
    }
    return value_from(result);
}

static Value append(Args args) /* arr, values, axis */
{
    Array *a = array_from(args.at[0], DT_NONE);
    Value both[] = {value_from(a), args.at[1]};
    bool flatten = !arg_given(args, 2) || args.at[2] == NONE;
    List *list = arrays_from(both, 2);
    if (flatten) {
        for (size_t i = 0; i < 2; i++) {
            list_set(list, i, value_from(flat(as_array(list_at(list, i)))));
        }
    }
    return value_from(join(list, flatten ? 0 : op_index_int64(args.at[2]), false, DT_NONE, NULL));
}

/* ---- delete ---- */

noreturn_fn static void raise_bounds(int64_t i, int axis, intptr_t n)
{
    raise_index("index %ld is out of bounds for axis %d with size %ld", (long)i, axis, (long)n);
}

static void drop_index(uint8_t *drop, int64_t i, int axis, intptr_t n)
{
    if (i < -n || i >= n) {
        raise_bounds(i, axis, n);
    }
    drop[i < 0 ? i + n : i] = 1;
}

static void drop_array(uint8_t *drop, Array *which, int axis, intptr_t n)
{
    if (which->dtype == DT_BOOL) {
        if (which->ndim != 1 || array_shape(which)[0] != n) {
            raise_value("boolean array argument obj to delete must be one dimensional and match "
                        "the axis length of %ld",
                        (long)n);
        }
        memcpy(drop, array_contiguous(which, DT_BOOL)->data, (size_t)n);
        return;
    }
    intptr_t count = array_size(which);
    if (count && dtype_is_float((DType)which->dtype)) {
        raise_index("arrays used as indices must be of integer (or boolean) type");
    }
    const int64_t *at = (int64_t *)array_contiguous(which, DT_INT64)->data;
    for (intptr_t i = 0; i < count; i++) {
        drop_index(drop, at[i], axis, n);
    }
}

static void find_dropped(uint8_t *drop, Value which, int axis, intptr_t n)
{
    if (is_exactly(which, &slice_type)) {
        int64_t start, stop, step;
        size_t count;
        slice_resolve(which, n, &start, &stop, &step, &count);
        for (size_t i = 0; i < count; i++) {
            drop[start + (int64_t)i * step] = 1;
        }
    } else if (is_any_int(which) && !is_bool(which)) {
        drop_index(drop, op_index_int64(which), axis, n);
    } else {
        Array *list = array_from(which, DT_NONE);
        if (list->ndim == 0 && list->dtype == DT_BOOL) {
            raise_value("boolean array argument obj to delete must be one dimensional and match "
                        "the axis length of %ld",
                        (long)n);
        }
        drop_array(drop, list, axis, n);
    }
}

/* Copies the stretches that stay: one int costs two memcpys a row of the outer axes. */
static Value delete (Args args) /* arr, obj, axis */
{
    Array *a = array_from(args.at[0], DT_NONE);
    int axis = 0;
    if (!arg_given(args, 2) || args.at[2] == NONE) {
        a = a->ndim == 1 ? a : flat(a);
    } else if (a->ndim == 0) {
        raise_axis(op_index_int64(args.at[2]), 0);
    } else {
        axis = axis_from(op_index_int64(args.at[2]), a->ndim);
    }
    intptr_t n = array_shape(a)[axis], shape[MAX_DIMS], outer = 1, kept = 0;
    intptr_t inner = (intptr_t)array_itemsize(a);
    uint8_t *drop = scratch_bytes((size_t)n + 1);
    memset(drop, 0, (size_t)n + 1);
    find_dropped(drop, args.at[1], axis, n);
    for (intptr_t i = 0; i < n; i++) {
        kept += !drop[i];
    }
    for (int d = 0; d < a->ndim; d++) {
        shape[d] = d == axis ? kept : array_shape(a)[d];
        outer *= d < axis ? shape[d] : 1;
        inner *= d > axis ? shape[d] : 1;
    }
    a = array_contiguous(a, (DType)a->dtype);
    Array *out = array_new((DType)a->dtype, a->ndim, shape, false);
    char *to = out->data;
    const char *from = a->data;
    for (intptr_t o = 0; o < outer && out->bytes; o++, from += n * inner) {
        for (intptr_t i = 0; i < n;) {
            intptr_t start = i;
            while (i < n && !drop[i]) {
                i++;
            }
            size_t bytes = (size_t)((i - start) * inner);
            memcpy(to, from + start * inner, bytes);
            to += bytes;
            while (i < n && drop[i]) {
                i++;
            }
        }
    }
    return value_from(out);
}

const NativeDef join_functions[] = {
    {.name = "concatenate",
     .fn = concatenate,
     .signature = "arrays, /, axis=, out=, *, dtype=, casting="},
    {.name = "stack",
     .fn = stack,
     .signature = "arrays, axis=, out=, *, dtype=, casting=",
     .errors = ERRORS_PYTHON},
    {.name = "append", .fn = append, .signature = "arr, values, axis=", .errors = ERRORS_PYTHON},
    {.name = "delete", .fn = delete, .signature = "arr, obj, axis=", .errors = ERRORS_PYTHON},
    {0},
};
