/* take.c: the functions that pick and place elements by index: take, put, choose, compress,
 * extract, place, select and their kin.
 */
#include "stdlib/numpy/create.h"
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/promote.h"
#include "stdlib/numpy/scalar.h"

typedef enum { MODE_RAISE, MODE_WRAP, MODE_CLIP } Mode;

static Mode mode_from(Value v)
{
    if (v == EMPTY || v == NONE) {
        return MODE_RAISE;
    }
    if (is_int(v) && as_int(v) >= 0 && as_int(v) <= 2) {
        static const Mode numbers[] = {MODE_CLIP, MODE_WRAP, MODE_RAISE};
        return numbers[as_int(v)];
    }
    const char *text = is_str(v) ? str_utf8(v, NULL) : "";
    switch (text[0] | 32) {
    case 'r':
        return MODE_RAISE;
    case 'w':
        return MODE_WRAP;
    case 'c':
        return MODE_CLIP;
    default:
        raise_value("clipmode must be one of 'clip', 'raise', or 'wrap' (got '%s')", text);
    }
}

static inline intptr_t index_by(Mode mode, int64_t i, intptr_t n, int axis)
{
    if (mode == MODE_RAISE) {
        int64_t at = i < 0 ? i + n : i;
        if (unlikely(at < 0 || at >= n)) {
            raise_index("index %lld is out of bounds for axis %d with size %ld", (long long)i, axis,
                        (long)n);
        }
        return at;
    }
    if (mode == MODE_CLIP) {
        return i < 0 ? 0 : i >= n ? n - 1 : i;
    }
    int64_t rest = i % n;
    return rest < 0 ? rest + n : rest;
}

/* Indices as a contiguous int64 array; floats in arrays are refused, in lists truncated. */
static Array *indices_from(Value v)
{
    if (is_array(v) || is_scalar(v)) {
        Array *a = array_from(v, DT_NONE);
        if (!promote_can_cast((DType)a->dtype, DT_INT64, CASTING_SAFE) && a->dtype != DT_UINT64) {
            raise_type("Cannot cast array data from dtype('%s') to dtype('int64') according to the "
                       "rule 'safe'",
                       dtype_info[a->dtype].name);
        }
        return array_contiguous(a, DT_INT64);
    }
    return array_from(v, DT_INT64);
}

static Array *flat_copy_or_view(Array *a)
{
    a = array_contiguous(a, (DType)a->dtype);
    intptr_t n = array_size(a), stride = (intptr_t)array_itemsize(a);
    return array_view(a, a->data, 1, &n, &stride);
}

/* ---- take ---- */

static Value put_out(Array *result, Value out)
{
    if (out == EMPTY || out == NONE) {
        return unwrap_0d(result);
    }
    if (!is_array(out)) {
        raise_type("return arrays must be of ArrayType");
    }
    Array *to = as_array(out);
    if (to->ndim != result->ndim ||
        memcmp(array_shape(to), array_shape(result), (size_t)to->ndim * sizeof(intptr_t)) != 0) {
        raise_value("output array does not match result of ndarray.take");
    }
    array_check_writable(to);
    array_copy_into(to, result);
    return out;
}

static Value take_from(Array *a, Value indices, Value axis_arg, Value out, Mode mode)
{
    int axis = 0;
    if (axis_arg == EMPTY || axis_arg == NONE) {
        a = flat_copy_or_view(a);
    } else {
        axis = axis_from(op_index_int64(axis_arg), MAX(a->ndim, 1));
        a = a->ndim ? array_contiguous(a, (DType)a->dtype) : flat_copy_or_view(a);
    }
    Array *at = indices_from(indices);
    intptr_t shape[2 * MAX_DIMS], outer = 1, length = array_shape(a)[axis];
    int ndim = 0;
    size_t inner = array_itemsize(a);
    for (int i = 0; i < axis; i++) {
        outer *= shape[ndim++] = array_shape(a)[i];
    }
    for (int i = 0; i < at->ndim; i++) {
        shape[ndim++] = array_shape(at)[i];
    }
    for (int i = axis + 1; i < a->ndim; i++) {
        inner *= (size_t)(shape[ndim++] = array_shape(a)[i]);
    }
    if (ndim > MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found %d", ndim);
    }
    intptr_t n = array_size(at);
    if (length == 0 && n && outer) {
        raise_index("cannot do a non-empty take from an empty axes.");
    }
    Array *result = array_new((DType)a->dtype, ndim, shape, false);
    const int64_t *index = (const int64_t *)at->data;
    char *to = result->data;
    for (intptr_t o = 0; o < outer; o++) {
        const char *from = a->data + (size_t)o * (size_t)length * inner;
        for (intptr_t i = 0; i < n; i++, to += inner) {
            intptr_t k = index_by(mode, index[i], length, axis);
            if (inner == 8) {
                *(uint64_t *)to = *(const uint64_t *)(from + k * 8);
            } else {
                memcpy(to, from + (size_t)k * inner, inner);
            }
        }
    }
    return put_out(result, out);
}

static Value take_function(Args args)
{
    return take_from(array_from(args.at[0], DT_NONE), args.at[1], arg_or(args, 2, NONE),
                     arg_or(args, 3, NONE), mode_from(arg_or(args, 4, EMPTY)));
}

/* ---- put, place, putmask ---- */

/* The place of element i in C order. */
static char *element_at(const Array *a, intptr_t i)
{
    char *at = a->data;
    for (int d = a->ndim; d-- > 0;) {
        at += i % array_shape(a)[d] * array_strides(a)[d];
        i /= array_shape(a)[d];
    }
    return at;
}

static Array *own_array(Value v, const char *function)
{
    if (!is_array(v)) {
        raise_type("argument 1 must be numpy.ndarray, not %T", v);
    }
    (void)function;
    array_check_writable(as_array(v));
    return as_array(v);
}

static Value put_function(Args args)
{
    if (!is_array(args.at[0])) {
        raise_type("put: first argument must be an array, not '%T'", args.at[0]);
    }
    Array *a = own_array(args.at[0], "put"), *at = indices_from(args.at[1]);
    Array *values = array_contiguous(array_from(args.at[2], (DType)a->dtype), (DType)a->dtype);
    if (arrays_may_overlap(a, values)) {
        values = array_copy(values);
    }
    Mode mode = mode_from(arg_or(args, 3, EMPTY));
    intptr_t n = array_size(at), m = array_size(values), size = array_size(a);
    size_t item = array_itemsize(a);
    if (n && m && size == 0) {
        raise_index("cannot replace elements of an empty array");
    }
    for (intptr_t i = 0; i < n && m; i++) {
        intptr_t k = index_by(mode, ((int64_t *)at->data)[i], size, 0);
        memcpy(element_at(a, k), values->data + (size_t)(i % m) * item, item);
    }
    return NONE;
}

/* Values go round: where the mask is true, by the number of the place (putmask) or of the true ones
 * before it (place). */
static Value put_masked(Args args, bool by_place)
{
    Array *a = own_array(args.at[0], "place");
    Array *mask = array_contiguous(array_from(args.at[1], DT_BOOL), DT_BOOL);
    Array *values = array_contiguous(array_from(args.at[2], (DType)a->dtype), (DType)a->dtype);
    if (arrays_may_overlap(a, values)) {
        values = array_copy(values);
    }
    if (arrays_may_overlap(a, mask)) {
        mask = array_copy(mask);
    }
    intptr_t size = array_size(a), m = array_size(values), k = 0;
    if (array_size(mask) != size) {
        raise_value(by_place ? "putmask: mask and data must be the same size"
                             : "place: mask and data must be the same size");
    }
    size_t item = array_itemsize(a);
    for (intptr_t i = 0; i < size; i++) {
        if (!mask->data[i]) {
            continue;
        }
        if (m == 0) {
            if (by_place) {
                return NONE;
            }
            raise_value("Cannot insert from an empty array!");
        }
        intptr_t from = (by_place ? i : k++) % m;
        memcpy(element_at(a, i), values->data + (size_t)from * item, item);
    }
    return NONE;
}
static Value place_function(Args args)
{
    return put_masked(args, false);
}
static Value putmask_function(Args args)
{
    return put_masked(args, true);
}

/* ---- compress, extract ---- */

static Value places_of(Array *condition, Value *places)
{
    condition = array_contiguous(condition, DT_BOOL);
    intptr_t n = 0, k = 0, size = array_size(condition);
    for (intptr_t i = 0; i < size; i++) {
        n += condition->data[i] != 0;
    }
    Array *at = array_new_1d(DT_INT64, n);
    for (intptr_t i = 0; i < size; i++) {
        if (condition->data[i]) {
            ((int64_t *)at->data)[k++] = i;
        }
    }
    return *places = value_from(at);
}

static Value compress_from(Value condition, Value a, Value axis, Value out)
{
    Array *mask = array_from(condition, DT_BOOL);
    if (mask->ndim != 1) {
        raise_value("condition must be a 1-d array");
    }
    Value places;
    places_of(mask, &places);
    return take_from(array_from(a, DT_NONE), places, axis, out, MODE_RAISE);
}
static Value compress_function(Args args)
{
    return compress_from(args.at[0], args.at[1], arg_or(args, 2, NONE), arg_or(args, 3, NONE));
}
static Value compress_method(Args args)
{
    return compress_from(args.at[1], args.at[0], arg_or(args, 2, NONE), arg_or(args, 3, NONE));
}
static Value extract_function(Args args)
{
    Value places;
    places_of(array_from(args.at[0], DT_BOOL), &places);
    return take_from(array_from(args.at[1], DT_NONE), places, NONE, NONE, MODE_RAISE);
}

/* ---- choose, select ---- */

static DType common_dtype(const Value *at, uint32_t n)
{
    DType dtype = DT_NONE;
    for (uint32_t i = 0; i < n; i++) {
        DType own = (DType)array_from(at[i], DT_NONE)->dtype;
        dtype = dtype == DT_NONE ? own : promote_types(dtype, own);
    }
    return dtype;
}

/* Each array stretched to the common shape, contiguous and of one type. */
static Array *stretched(Array *a, DType dtype, int ndim, const intptr_t *shape)
{
    Array *full = array_new(dtype, ndim, shape, false);
    array_copy_into(full, a);
    return full;
}

static Value sequence_items(Value v)
{
    if (is_array(v) && as_array(v)->ndim == 0) {
        raise_type("iteration over a 0-d array");
    }
    return tuple_from_iterable(v);
}

static Value choose_from(Value a, Value choices, Value out, Mode mode)
{
    Value items = sequence_items(choices);
    const Tuple *tuple = as_tuple(items);
    uint32_t n = (uint32_t)MIN(tuple->count, (size_t)MAX_DIMS);
    if (tuple->count > MAX_DIMS) {
        raise_value("Need at least 1 and at most 32 array objects.");
    }
    if (n == 0) {
        raise_value("0-length sequence.");
    }
    Value at[MAX_DIMS];
    Array *operands[MAX_DIMS + 1];
    for (uint32_t i = 0; i < n; i++) {
        at[i] = tuple->at[i].v;
    }
    DType dtype = common_dtype(at, n);
    operands[0] = indices_from(a);
    for (uint32_t i = 0; i < n; i++) {
        operands[i + 1] = array_from(at[i], dtype);
    }
    intptr_t shape[MAX_DIMS];
    int ndim = broadcast_shapes(operands, (int)n + 1, shape);
    Array *which = stretched(operands[0], DT_INT64, ndim, shape);
    for (uint32_t i = 0; i < n; i++) {
        operands[i + 1] = stretched(operands[i + 1], dtype, ndim, shape);
    }
    Array *result = array_new(dtype, ndim, shape, false);
    size_t item = dtype_size(dtype);
    intptr_t size = array_size(result);
    for (intptr_t i = 0; i < size; i++) {
        int64_t k = ((int64_t *)which->data)[i];
        if (mode == MODE_RAISE && (k < 0 || k >= (int64_t)n)) {
            raise_value("invalid entry in choice array");
        }
        k = index_by(mode, k, n, 0);
        memcpy(result->data + (size_t)i * item, operands[k + 1]->data + (size_t)i * item, item);
    }
    return put_out(result, out);
}
static Value choose_function(Args args)
{
    return choose_from(args.at[0], args.at[1], arg_or(args, 2, NONE),
                       mode_from(arg_or(args, 3, EMPTY)));
}

static Value select_function(Args args)
{
    Value conditions = sequence_items(args.at[0]), choices = sequence_items(args.at[1]);
    size_t n = as_tuple(conditions)->count;
    if (n != as_tuple(choices)->count) {
        raise_value("list of cases must be same length as list of conditions");
    }
    if (n == 0) {
        raise_value("select with an empty condition list is not possible");
    }
    Value otherwise = arg_or(args, 2, value_int(0));
    Tuple *held = tuple_new(2 * n + 1);
    Slot *arrays = held->at;
    intptr_t shape[MAX_DIMS];
    int ndim = 0;
    DType dtype = DT_NONE;
    for (size_t i = 0; i <= n; i++) {
        Array *choice = array_from(i < n ? as_tuple(choices)->at[i].v : otherwise, DT_NONE);
        mm_init(held, &arrays[i], value_from(choice));
        dtype =
            dtype == DT_NONE ? (DType)choice->dtype : promote_types(dtype, (DType)choice->dtype);
        Array *both[3] = {choice, NULL, NULL};
        if (i < n) {
            Array *condition = array_from(as_tuple(conditions)->at[i].v, DT_NONE);
            if (condition->dtype != DT_BOOL) {
                raise_type("invalid entry %zu in condlist: should be boolean ndarray", i);
            }
            mm_init(held, &arrays[n + 1 + i], value_from(condition));
            both[1] = condition;
        }
        Array *so_far = i ? array_new(DT_BOOL, ndim, shape, false) : choice;
        both[i < n ? 2 : 1] = so_far;
        ndim = broadcast_shapes(both, i < n ? 3 : 2, shape);
    }
    Array *result = stretched(as_array(arrays[n].v), dtype, ndim, shape);
    size_t item = dtype_size(dtype);
    for (size_t i = n; i-- > 0;) {
        Array *choice = stretched(as_array(arrays[i].v), dtype, ndim, shape);
        Array *mask = stretched(as_array(arrays[n + 1 + i].v), DT_BOOL, ndim, shape);
        intptr_t size = array_size(result);
        for (intptr_t k = 0; k < size; k++) {
            if (mask->data[k]) {
                memcpy(result->data + (size_t)k * item, choice->data + (size_t)k * item, item);
            }
        }
    }
    return value_from(result);
}

/* ---- along an axis ---- */

/* The key a[..., indices, ...] in which every other axis has its own range. */
static Value along_key(Array *a, Array *indices, int axis)
{
    if (!dtype_is_integer((DType)indices->dtype)) {
        raise_index("`indices` must be an integer array");
    }
    if (indices->ndim != a->ndim) {
        raise_value("`indices` and `arr` must have the same number of dimensions");
    }
    Tuple *key = tuple_new((size_t)a->ndim);
    for (int d = 0; d < a->ndim; d++) {
        if (d == axis) {
            mm_init(key, &key->at[d], value_from(indices));
            continue;
        }
        intptr_t shape[MAX_DIMS];
        for (int i = 0; i < a->ndim; i++) {
            shape[i] = i == d ? array_shape(a)[d] : 1;
        }
        Array *range = array_new(DT_INT64, a->ndim, shape, false);
        for (intptr_t i = 0; i < array_shape(a)[d]; i++) {
            ((int64_t *)range->data)[i] = i;
        }
        mm_init(key, &key->at[d], value_from(range));
    }
    return value_from(key);
}
static Value take_along_axis(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    int axis = 0;
    if (args.at[2] == NONE) {
        a = flat_copy_or_view(a);
    } else {
        axis = axis_from(op_index_int64(args.at[2]), a->ndim);
    }
    return array_get_item(value_from(a), along_key(a, array_from(args.at[1], DT_NONE), axis));
}
static Value put_along_axis(Args args)
{
    Array *a = own_array(args.at[0], "put_along_axis");
    int axis = 0;
    if (args.at[3] == NONE) {
        if (!array_is_contiguous(a)) {
            raise_unsupported("put_along_axis without an axis on an array that is not contiguous");
        }
        a = flat_copy_or_view(a);
    } else {
        axis = axis_from(op_index_int64(args.at[3]), a->ndim);
    }
    array_set_item(value_from(a), along_key(a, array_from(args.at[1], DT_NONE), axis), args.at[2]);
    return NONE;
}

#define TAKE_ARGUMENTS "indices, axis=, out=, mode="
const NativeDef index_functions[] = {
    {"take", take_function, "a, " TAKE_ARGUMENTS, NULL, 0, ERRORS_PYTHON},
    {"put", put_function, "a, ind, v, mode=", NULL, 0, ERRORS_PYTHON},
    {"place", place_function, "arr, mask, vals", NULL, 0, ERRORS_PYTHON},
    {"putmask", putmask_function, "a, mask, values", NULL, 0, 0},
    {"compress", compress_function, "condition, a, axis=, out=", NULL, 0, ERRORS_PYTHON},
    {"extract", extract_function, "condition, arr", NULL, 0, ERRORS_PYTHON},
    {"choose", choose_function, "a, choices, out=, mode=", NULL, 0, ERRORS_PYTHON},
    {"select", select_function, "condlist, choicelist, default=", NULL, 0, ERRORS_PYTHON},
    {"take_along_axis", take_along_axis, "arr, indices, axis", NULL, 0, ERRORS_PYTHON},
    {"put_along_axis", put_along_axis, "arr, indices, values, axis", NULL, 0, ERRORS_PYTHON},
    {0},
};
const NativeDef index_methods[] = {
    {"take", take_function, "self, " TAKE_ARGUMENTS, NULL, 0, 0},
    {"put", put_function, "self, indices, values, mode=", NULL, 0, 0},
    {"compress", compress_method, "self, condition, axis=, out=", NULL, 0, 0},
    {"choose", choose_function, "self, choices, out=, mode=", NULL, 0, 0},
    {0},
};
