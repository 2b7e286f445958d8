/* create.c: arguments (shapes, dtypes, axes) and arrays made from Python values: lists are gone
 * through twice, first for the shape and the common type, then for the elements.
 */
#include "stdlib/numpy/create.h"
#include "stdlib/numpy/promote.h"
#include "stdlib/numpy/scalar.h"
#include <math.h>

/* ---- Exceptions ---- */

static Type array_memory_error_type = {
    .name = "numpy.core._exceptions.MemoryError",
    .flags = TYPE_SUBCLASSABLE,
    .base = &exc_MemoryError,
};
/* Its args are the axis, the number of dimensions, and None. */
static Value axis_error_str(Value self)
{
    Value args = ((Exception *)as_object(self))->args.v;
    if (args == EMPTY || as_tuple(args)->count < 2 || as_tuple(args)->at[1].v == NONE) {
        return exc_ValueError.str(self);
    }
    Value text = str_format("axis %S is out of bounds for array of dimension %S",
                            as_tuple(args)->at[0].v, as_tuple(args)->at[1].v);
    Value prefix = as_tuple(args)->count > 2 ? as_tuple(args)->at[2].v : NONE;
    return prefix == NONE ? text : str_format("%S: %S", prefix, text);
}
Type axis_error_type = {
    .name = "numpy.AxisError",
    .flags = TYPE_SUBCLASSABLE,
    .str = axis_error_str,
    .base = &exc_ValueError,
    .also = &exc_IndexError,
};

Type *memory_error_type(void)
{
    type_ready(&array_memory_error_type);
    if (array_memory_error_type.qualname.v == EMPTY) { /* NumPy's __name__ is MemoryError */
        mm_init(&array_memory_error_type, &array_memory_error_type.qualname,
                str_intern("_ArrayMemoryError"));
    }
    return &array_memory_error_type;
}

void raise_axis(int64_t axis, int ndim)
{
    type_ready(&axis_error_type);
    raise_exception(exception_from_args(&axis_error_type,
                                        tuple_of(3, int_from_int64(axis), value_int(ndim), NONE)));
}

int axis_from(int64_t axis, int ndim)
{
    if (axis < -ndim || axis >= ndim) {
        raise_axis(axis, ndim);
    }
    return (int)(axis < 0 ? axis + ndim : axis);
}

/* ---- Arguments ---- */

static intptr_t length_from(Value v)
{
    Value index = op_index(v);
    int64_t n;
    if (!int_to_int64(index, &n)) {
        raise_value("Maximum allowed dimension exceeded");
    }
    return n;
}

int shape_from(Value v, intptr_t shape[MAX_DIMS])
{
    if (is_int(v)) {
        shape[0] = as_int(v);
        return 1;
    }
    if (v == NONE) {
        warn_as(&exc_DeprecationWarning,
                "Passing None into shape arguments as an alias for () is deprecated.");
        return 0;
    }
    if (is_list(v) || is_tuple(v) || (is_array(v) && as_array(v)->ndim == 1) ||
        is_array_sequence(v)) {
        Value items = is_array(v) || !(is_list(v) || is_tuple(v))
                          ? value_from(as_object(list_from_iterable(v)))
                          : v;
        size_t n = is_list(items) ? as_list(items)->count : as_tuple(items)->count;
        if (n > MAX_DIMS) {
            raise_value("maximum supported dimension for an ndarray is 32, found %zu", n);
        }
        for (size_t i = 0; i < n; i++) {
            if (is_list(items) && i >= as_list(items)->count) {
                raise_value("shape changed while it was read");
            }
            shape[i] =
                length_from(is_list(items) ? list_at(as_list(items), i) : as_tuple(items)->at[i].v);
        }
        return (int)n;
    }
    if (is_float(v)) {
        raise_type("expected a sequence of integers or a single integer, got '%V'", v);
    }
    shape[0] = length_from(v);
    return 1;
}

noreturn_fn static void raise_no_dtype(const char *name)
{
    raise_type("Hognose does not support arrays of dtype %s", name);
}

static DType dtype_from_text(Value v)
{
    static const char *const others[] = {
        "object",   "O",    "complex",   "complex64", "complex128", "c8",
        "c16",      "D",    "F",         "float16",   "f2",         "e",
        "half",     "str",  "U",         "S",         "bytes",      "longdouble",
        "float128", "f16",  "g",         "void",      "datetime64", "timedelta64",
        "object_",  "str_", "longfloat", "complex_",  "bytes_",     "c32",
        "G"};
    size_t length;
    const char *text = str_utf8(v, &length);
    DType dtype = dtype_parse(text, length);
    if (dtype != DT_NONE) {
        return dtype;
    }
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        if (!strcmp(others[i], text) ||
            (strchr("<>=|", text[0]) && text[0] && !strcmp(others[i], text + 1))) {
            raise_no_dtype(text);
        }
    }
    if (text[0] == '>' && dtype_parse(text + 1, length - 1) != DT_NONE) {
        DType swapped = dtype_parse(text + 1, length - 1);
        if (dtype_size(swapped) == 1) {
            return swapped;
        }
        raise_no_dtype(text);
    }
    if (strchr("USV", text[text[0] && strchr("<>=|", text[0]) ? 1 : 0]) && length > 1 &&
        text[length - 1] >= '0' && text[length - 1] <= '9') {
        raise_no_dtype(text);
    }
    raise_type("data type %V not understood", v);
}

static DType dtype_from_class(Value v)
{
    Type *type = as_type(v);
    static const struct {
        Type *type;
        DType dtype;
    } meanings[] = {
        {&float_type, DT_FLOAT64},
        {&int_type, DT_INT64},
        {&bool_type, DT_BOOL},
        {&number_type, DT_FLOAT64},
        {&inexact_type, DT_FLOAT64},
        {&floating_type, DT_FLOAT64},
        {&integer_type, DT_INT64},
        {&signedinteger_type, DT_INT64},
        {&unsignedinteger_type, DT_UINT64},
    };
    for (size_t i = 0; i < COUNT_OF(meanings); i++) {
        if (type == meanings[i].type) {
            if (i >= 3) {
                warn_as(&exc_DeprecationWarning,
                        "Converting `np.inexact` or `np.floating` to a dtype is deprecated. The "
                        "current result is `float64` which is not strictly correct.");
            }
            return meanings[i].dtype;
        }
    }
    if (scalar_type_dtype(type) != DT_NONE) {
        return scalar_type_dtype(type);
    }
    raise_no_dtype(type->name);
}

DType dtype_from(Value v, DType otherwise)
{
    if (v == EMPTY || v == NONE) {
        return otherwise;
    }
    if (is_exactly(v, &dtype_type)) {
        return dtype_object_type(v);
    }
    if (is_str(v)) {
        return dtype_from_text(v);
    }
    if (is_type(v)) {
        return dtype_from_class(v);
    }
    if (is_list(v) || is_tuple(v) || is_dict(v)) {
        raise_no_dtype("with fields");
    }
    Value attribute = op_find_attr(v, str_intern("dtype"));
    if (attribute != EMPTY && is_exactly(attribute, &dtype_type)) {
        return dtype_object_type(attribute);
    }
    raise_type("Cannot interpret '%V' as a data type", v);
}

/* 'C', 'F', 'A' or 'K'. */
char order_from(Value v, char otherwise)
{
    if (v == EMPTY || v == NONE) {
        return otherwise;
    }
    if (!is_str(v)) {
        raise_type("order must be str, not %T", v);
    }
    const char *text = str_utf8(v, NULL);
    char order = (char)(text[0] & ~32);
    if (text[0] && !text[1] && strchr("CFAK", order)) {
        return order;
    }
    raise_value("order must be one of 'C', 'F', 'A', or 'K' (got '%s')", text);
}

/* ---- Memory order ---- */

static void lay_fortran(Array *a)
{
    if (array_size(a) == 0) {
        return;
    }
    intptr_t stride = (intptr_t)array_itemsize(a);
    for (int i = 0; i < a->ndim; i++) {
        array_strides(a)[i] = stride;
        stride *= MAX(array_shape(a)[i], 1);
    }
}

Array *array_new_in_order(DType dtype, int ndim, const intptr_t *shape, bool zeroed, char order)
{
    Array *a = array_new(dtype, ndim, shape, zeroed);
    if (order == 'F') {
        lay_fortran(a);
    }
    return a;
}

/* The axes of `a` lie in the new array's memory as they do in a's: the largest stride outermost. */
Array *array_new_like(Array *a, DType dtype, char order)
{
    if (order == 'A' || order == 'K') {
        order = array_is_contiguous(a) ? 'C' : array_is_fortran(a) ? 'F' : order == 'A' ? 'C' : 'K';
    }
    Array *made = array_new_in_order(dtype, a->ndim, array_shape(a), false, order);
    if (order != 'K') {
        return made;
    }
    int axes[MAX_DIMS];
    for (int i = 0; i < a->ndim; i++) {
        intptr_t stride = array_strides(a)[i] < 0 ? -array_strides(a)[i] : array_strides(a)[i];
        int at = i;
        for (; at > 0; at--) {
            intptr_t before = array_strides(a)[axes[at - 1]];
            if ((before < 0 ? -before : before) >= stride) {
                break;
            }
            axes[at] = axes[at - 1];
        }
        axes[at] = i;
    }
    intptr_t stride = array_size(a) ? (intptr_t)dtype_size(dtype) : 0;
    for (int i = a->ndim; i-- > 0;) {
        array_strides(made)[axes[i]] = stride;
        stride *= MAX(array_shape(made)[axes[i]], 1);
    }
    return made;
}

Array *array_cast_ordered(Array *a, DType dtype, char order)
{
    Array *copy = array_new_like(a, dtype, order);
    bool checks = dtype_info[a->dtype].kind == 'f' && dtype != a->dtype;
    if (checks) {
        kernel_flags_clear();
    }
    array_copy_into(copy, a);
    if (checks) {
        warn_flags(kernel_flags_take() & (KERNEL_OVERFLOW | KERNEL_INVALID), "cast");
    }
    return copy;
}

/* ---- First pass: shape and type ---- */

typedef struct Discovery {
    intptr_t shape[MAX_DIMS];
    int ndim;         /* of the result, as far as known */
    bool is_complete; /* an element was reached: the shape is settled */
    bool is_ragged;
    bool any_dtype; /* the type is given: elements may be anything that converts */
    DType dtype;
    int max; /* dimensions allowed */
} Discovery;

/* An element (or array) of `ndim` dimensions lies at that depth; as NumPy judges, depth first. */
static void found_leaf(Discovery *d, int depth, int ndim, const intptr_t *shape)
{
    bool was_complete = d->is_complete;
    if (depth + ndim > d->ndim) {
        d->is_ragged = true;
        ndim = d->ndim - depth;
    } else if (d->ndim != depth + ndim) {
        d->ndim = depth + ndim;
        d->is_ragged |= was_complete;
    }
    for (int i = 0; i < ndim; i++) {
        if (!was_complete) {
            d->shape[depth + i] = shape[i];
        } else if (d->shape[depth + i] != shape[i]) {
            d->is_ragged = true;
            d->ndim -= ndim - i;
            break;
        }
    }
    d->is_complete = true;
}

/* Whether to go into the sequence. */
static bool found_sequence(Discovery *d, int depth, intptr_t length)
{
    if (depth >= d->max) {
        raise_value("setting an array element with a sequence. The requested array would exceed "
                    "the maximum number of dimension of %d.",
                    d->max);
    }
    if (depth + 1 > d->ndim) {
        d->is_ragged = true;
        return false;
    }
    if (!d->is_complete) {
        d->shape[depth] = length;
    } else if (d->shape[depth] != length) {
        d->is_ragged = true;
        d->ndim = depth;
        return false;
    }
    return true;
}

static inline void meet_dtype(Discovery *d, DType dtype)
{
    if (d->dtype != dtype) {
        d->dtype = d->dtype == DT_NONE ? dtype : promote_types(d->dtype, dtype);
    }
}

noreturn_fn static void raise_unfit(Value v)
{
    if (is_any_int(v)) {
        raise_type("Hognose does not support arrays of objects (an int beyond 64 bits)");
    }
    raise_type("Hognose does not support arrays of objects (of type '%T')", v);
}

static void discover_number(Discovery *d, Value v)
{
    int64_t i;
    if (is_float(v)) {
        meet_dtype(d, DT_FLOAT64);
    } else if (is_int(v)) {
        meet_dtype(d, DT_INT64);
    } else if (d->any_dtype) {
        return;
    } else if (is_bool(v)) {
        meet_dtype(d, DT_BOOL);
    } else if (is_scalar(v)) {
        meet_dtype(d, scalar_dtype(v));
    } else if (has_flag(v, TYPE_FLOAT)) {
        meet_dtype(d, DT_FLOAT64);
    } else if (is_any_int(v)) {
        if (int_to_int64(v, &i)) {
            meet_dtype(d, DT_INT64);
        } else if (int_sign(v) > 0 && int_bit_length(v) <= 64) {
            meet_dtype(d, DT_UINT64);
        } else {
            raise_unfit(v);
        }
    } else {
        raise_unfit(v);
    }
}

/* What stands for v: itself, or for classes with the methods of a sequence a list of its items. */
static Value plain_sequence(Value v)
{
    return is_list(v) || is_tuple(v) ? v : list_from_iterable(v);
}

static Value call_array_method(Value v)
{
    if (!is_object(v) || !(type_of(v)->flags & TYPE_HEAP) || is_array(v) || is_type(v)) {
        return EMPTY;
    }
    Value method = op_find_attr(v, str_intern("__array__"));
    if (method == EMPTY || is_scalar(v)) {
        return EMPTY;
    }
    Value a = call_0(method);
    if (!is_array(a)) {
        raise_value("object __array__ method not producing an array");
    }
    return a;
}

static void discover(Discovery *d, Value v, int depth)
{
    if (is_object(v)) {
        Value converted = call_array_method(v);
        v = converted != EMPTY ? converted : v;
        if (is_array(v)) {
            Array *a = as_array(v);
            meet_dtype(d, (DType)a->dtype);
            found_leaf(d, depth, a->ndim, array_shape(a));
            return;
        }
        if (is_array_sequence(v)) {
            Value items = plain_sequence(v);
            bool is_in_list = is_list(items);
            size_t n = is_in_list ? as_list(items)->count : as_tuple(items)->count;
            if (!found_sequence(d, depth, (intptr_t)n)) {
                return;
            }
            if (n == 0) {
                d->is_complete = true;
                d->ndim = depth + 1;
                return;
            }
            for (size_t i = 0; i < n; i++) {
                if (is_in_list && i >= as_list(items)->count) {
                    raise_runtime("list changed size while an array was made of it");
                }
                Value item = is_in_list ? list_at(as_list(items), i) : as_tuple(items)->at[i].v;
                if (likely(!is_object(item)) && d->is_complete && d->ndim == depth + 1) {
                    discover_number(d, item);
                    if (is_float(item)) { /* no code runs meanwhile: the list stays as it is */
                        const Slot *slots =
                            is_in_list ? list_slots(as_list(items))->at : as_tuple(items)->at;
                        while (i + 1 < n && is_float(slots[i + 1].v)) {
                            i++;
                        }
                    }
                } else {
                    discover(d, item, depth + 1);
                }
            }
            return;
        }
    }
    discover_number(d, v);
    found_leaf(d, depth, 0, NULL);
}

/* ---- Second pass: elements ---- */

noreturn_fn static void raise_changed(void)
{
    raise_value("setting an array element with a sequence.");
}

/* A list that shrinks while its elements are converted is found out before it is read. */
static Value item_of(Value items, size_t i)
{
    if (is_tuple(items)) {
        return as_tuple(items)->at[i].v;
    }
    if (i >= as_list(items)->count) {
        raise_changed();
    }
    return list_at(as_list(items), i);
}

static void fill_run(Array *a, char *at, intptr_t stride, Value items, size_t n)
{
    DType dtype = (DType)a->dtype;
    const Slot *slots = is_list(items) ? list_slots(as_list(items))->at : as_tuple(items)->at;
    size_t i = 0;
    if (dtype == DT_FLOAT64) {
        for (; i < n && stride == 8 && is_float(slots[i].v); i++, at += 8) {
            *(double *)at = as_float(slots[i].v);
        }
        for (; i < n && (is_float(slots[i].v) || is_int(slots[i].v)); i++, at += stride) {
            *(double *)at =
                is_float(slots[i].v) ? as_float(slots[i].v) : (double)as_int(slots[i].v);
        }
    } else if (dtype == DT_INT64) {
        for (; i < n && is_int(slots[i].v); i++, at += stride) {
            *(int64_t *)at = as_int(slots[i].v);
        }
    } else if (dtype == DT_BOOL) {
        for (; i < n && is_bool(slots[i].v); i++, at += stride) {
            *at = slots[i].v == TRUE;
        }
    }
    for (; i < n; i++, at += stride) {
        element_from(dtype, at, item_of(items, i));
    }
}

static void fill_from(Array *a, char *at, Value v, int depth)
{
    if (depth == a->ndim) {
        element_from((DType)a->dtype, at, v);
        return;
    }
    Value converted = call_array_method(v);
    v = converted != EMPTY ? converted : v;
    intptr_t length = array_shape(a)[depth], stride = array_strides(a)[depth];
    if (is_array(v)) {
        Array *part =
            array_view(a, at, a->ndim - depth, array_shape(a) + depth, array_strides(a) + depth);
        array_copy_into(part, as_array(v));
        return;
    }
    if (!is_array_sequence(v)) {
        raise_changed();
    }
    Value items = plain_sequence(v);
    bool is_in_list = is_list(items);
    if ((is_in_list ? as_list(items)->count : as_tuple(items)->count) != (size_t)length) {
        raise_changed();
    }
    if (depth + 1 == a->ndim && length) {
        fill_run(a, at, stride, items, (size_t)length);
        return;
    }
    for (intptr_t i = 0; i < length; i++, at += stride) {
        fill_from(a, at, item_of(items, (size_t)i), depth + 1);
    }
}

static Array *array_from_sequence(Value v, DType dtype, char order, int max, Array *into)
{
    Discovery d = {.ndim = max, .max = max, .dtype = DT_NONE, .any_dtype = dtype != DT_NONE};
    discover(&d, v, 0);
    if (d.is_ragged) {
        raise_value("setting an array element with a sequence. The requested array has an "
                    "inhomogeneous shape after %d dimensions. The detected shape was %V + "
                    "inhomogeneous part.",
                    d.ndim, shape_tuple(d.shape, d.ndim));
    }
    if (dtype == DT_NONE) {
        dtype = d.dtype == DT_NONE ? DT_FLOAT64 : d.dtype;
    }
    Array *a;
    if (into && into->ndim == d.ndim &&
        !memcmp(array_shape(into), d.shape, (size_t)d.ndim * sizeof *d.shape)) {
        a = into;
    } else {
        a = array_new_in_order(dtype, d.ndim, d.shape, false, order);
    }
    if (array_size(a)) {
        fill_from(a, a->data, v, 0);
    }
    return a;
}

Array *array_from(Value v, DType dtype)
{
    if (!is_array(v)) {
        if (is_object(v) && is_scalar(v) && (dtype == DT_NONE || dtype == scalar_dtype(v))) {
            return scalar_array(v);
        }
        return array_from_sequence(v, dtype, 'C', MAX_DIMS, NULL);
    }
    Array *a = as_array(v);
    return dtype == DT_NONE || dtype == (DType)a->dtype ? a : array_cast_ordered(a, dtype, 'K');
}

Array *array_from_into(Value v, Array *into)
{
    return array_from_sequence(v, (DType)into->dtype, 'C', into->ndim, into);
}

static Array *with_dimensions(Array *a, int ndmin)
{
    if (a->ndim >= ndmin) {
        return a;
    }
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS];
    int more = ndmin - a->ndim;
    for (int i = 0; i < ndmin; i++) {
        shape[i] = i < more ? 1 : array_shape(a)[i - more];
        strides[i] = i < more ? (intptr_t)array_itemsize(a) : array_strides(a)[i - more];
    }
    for (int i = more; i-- > 0;) {
        strides[i] = strides[i + 1 < ndmin ? i + 1 : i] * (i + 1 < ndmin ? shape[i + 1] : 1);
    }
    return array_view(a, a->data, ndmin, shape, strides);
}

Array *array_made(Value v, DType dtype, bool copy, char order, int ndmin)
{
    if (ndmin > MAX_DIMS) {
        raise_value("ndmin bigger than allowable number of dimensions NPY_MAXDIMS (=32)");
    }
    Array *a;
    if (is_array(v)) {
        a = as_array(v);
        bool other = dtype != DT_NONE && dtype != (DType)a->dtype;
        bool unordered =
            (order == 'C' && !array_is_contiguous(a)) || (order == 'F' && !array_is_fortran(a));
        if (copy || other || unordered) {
            a = array_cast_ordered(a, dtype == DT_NONE ? (DType)a->dtype : dtype, order);
        }
    } else if (is_scalar(v)) {
        a = array_from(v, dtype);
    } else {
        a = array_from_sequence(v, dtype, order, MAX_DIMS, NULL);
    }
    return with_dimensions(a, ndmin);
}

Array *array_from_copy(Value v, DType dtype, bool copy, int ndmin)
{
    return array_made(v, dtype, copy, 'K', ndmin);
}
