/* array_methods.c: the methods of ndarray that copy, convert and hand out elements.
 */
#include "stdlib/numpy/create.h"
#include "stdlib/numpy/promote.h"
#include "stdlib/numpy/scalar.h"

static Value copy_method(Args args)
{
    Array *a = as_array(args.at[0]);
    return value_from(
        array_cast_ordered(a, (DType)a->dtype, order_from(arg_or(args, 1, NONE), 'C')));
}

static Value astype_method(Args args)
{
    Array *a = as_array(args.at[0]);
    DType from = (DType)a->dtype, to = dtype_from(args.at[1], DT_FLOAT64);
    char order = order_from(arg_or(args, 2, NONE), 'K');
    if (arg_given(args, 3)) {
        size_t length;
        const char *text = str_utf8(arg_str(args, 3, "astype"), &length);
        int casting = promote_casting(text, length);
        if (casting < 0) {
            raise_value("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' "
                        "(got '%s')",
                        text);
        }
        if (!promote_can_cast(from, to, (Casting)casting)) {
            raise_type("Cannot cast array data from dtype('%s') to dtype('%s') according to the "
                       "rule '%s'",
                       dtype_info[from].name, dtype_info[to].name, text);
        }
    }
    if (arg_given(args, 5) && !op_truth(args.at[5]) && from == to) {
        return args.at[0];
    }
    return value_from(array_cast_ordered(a, to, order));
}

static Value list_of_run(DType dtype, const char *at, intptr_t stride, intptr_t n)
{
    List *list = list_new((size_t)n);
    if (dtype == DT_FLOAT64) {
        for (intptr_t i = 0; i < n; i++, at += stride) {
            list_append(list, value_float(*(const double *)at));
        }
    } else {
        for (intptr_t i = 0; i < n; i++, at += stride) {
            list_append(list, python_from(dtype, at));
        }
    }
    return value_from(list);
}

static Value list_of(const Array *a, const char *at, int axis)
{
    intptr_t n = array_shape(a)[axis], stride = array_strides(a)[axis];
    if (axis + 1 == a->ndim) {
        return list_of_run((DType)a->dtype, at, stride, n);
    }
    List *list = list_new((size_t)n);
    for (intptr_t i = 0; i < n; i++, at += stride) {
        list_append(list, list_of(a, at, axis + 1));
    }
    return value_from(list);
}

static Value tolist_method(Args args)
{
    Array *a = as_array(args.at[0]);
    return a->ndim ? list_of(a, a->data, 0) : python_from((DType)a->dtype, a->data);
}

/* The element that item(...) and itemset(...) mean. */
static char *item_place(Array *a, const Value *at, uint32_t count)
{
    if (count == 1 && is_tuple(at[0])) {
        const Tuple *tuple = as_tuple(at[0]);
        Value items[MAX_DIMS];
        count = (uint32_t)MIN(tuple->count, (size_t)MAX_DIMS);
        for (uint32_t i = 0; i < count; i++) {
            items[i] = tuple->at[i].v;
        }
        if (count != a->ndim) {
            raise_value("incorrect number of indices for array");
        }
        return count == 1 ? item_place(a, items, 1) : item_place(a, items, count);
    }
    intptr_t size = array_size(a);
    if (count == 0) {
        if (size != 1) {
            raise_value("can only convert an array of size 1 to a Python scalar");
        }
        return a->data;
    }
    char *place = a->data;
    if (count == 1 && a->ndim != 1) {
        int64_t i = op_index_int64(at[0]), given = i;
        i += i < 0 ? size : 0;
        if (i < 0 || i >= size) {
            raise_index("index %lld is out of bounds for size %ld", (long long)given, (long)size);
        }
        for (int axis = a->ndim; axis-- > 0;) {
            place += i % array_shape(a)[axis] * array_strides(a)[axis];
            i /= array_shape(a)[axis];
        }
        return place;
    }
    if (count != a->ndim) {
        raise_value("incorrect number of indices for array");
    }
    for (int axis = 0; axis < a->ndim; axis++) {
        int64_t i = op_index_int64(at[axis]), given = i, n = array_shape(a)[axis];
        i += i < 0 ? n : 0;
        if (i < 0 || i >= n) {
            raise_index("index %lld is out of bounds for axis %d with size %lld", (long long)given,
                        axis, (long long)n);
        }
        place += i * array_strides(a)[axis];
    }
    return place;
}

static Value item_method(Args args)
{
    Array *a = as_array(args.at[0]);
    return python_from((DType)a->dtype, item_place(a, args.at + 1, args.count - 1));
}

static Value itemset_method(Args args)
{
    Array *a = as_array(args.at[0]);
    if (args.count < 2) {
        raise_value("itemset must have at least one argument");
    }
    array_check_writable(a);
    uint64_t element;
    element_from((DType)a->dtype, &element, args.at[args.count - 1]);
    char *place = item_place(a, args.at + 1, args.count - 2);
    memcpy(place, &element, array_itemsize(a));
    return NONE;
}

static Value fill_method(Args args)
{
    Array *a = as_array(args.at[0]);
    array_check_writable(a);
    if (is_array_sequence(args.at[1]) || (is_array(args.at[1]) && as_array(args.at[1])->ndim)) {
        raise_value("setting an array element with a sequence.");
    }
    array_assign(a, args.at[1]);
    return NONE;
}

static Value tobytes_method(Args args)
{
    Array *a = as_array(args.at[0]);
    char order = order_from(arg_or(args, 1, NONE), 'C');
    if (order == 'F' || (order == 'A' && array_is_fortran(a) && !array_is_contiguous(a))) {
        a = as_array(array_transpose(a, NULL));
    }
    a = array_contiguous(a, (DType)a->dtype);
    return bytes_new(a->data, (size_t)array_size(a) * array_itemsize(a));
}

static Value view_method(Args args)
{
    Array *a = as_array(args.at[0]);
    if (arg_given(args, 1) && args.at[1] == value_from(&array_type)) {
        args.count = 1;
    }
    DType to = dtype_from(arg_or(args, 1, NONE), (DType)a->dtype);
    intptr_t old = (intptr_t)array_itemsize(a), new = (intptr_t)dtype_size(to);
    Array *view = array_view(a, a->data, a->ndim, array_shape(a), array_strides(a));
    view->dtype = (int8_t)to;
    if (old == new) {
        return value_from(view);
    }
    if (a->ndim == 0) {
        raise_value("Changing the dtype of a 0d array is only supported if the itemsize is "
                    "unchanged");
    }
    int last = a->ndim - 1;
    if (array_shape(a)[last] != 1 && array_size(a) && array_strides(a)[last] != old) {
        raise_value("To change to a dtype of a different size, the last axis must be contiguous");
    }
    intptr_t bytes = array_shape(a)[last] * old;
    if (bytes % new) {
        raise_value("When changing to a larger dtype, its size must be a divisor of the total size "
                    "in bytes of the last axis of the array.");
    }
    if (new > old) {
        for (int i = 0; i < last; i++) {
            if (array_strides(a)[i] % new) {
                raise_unsupported("views that are not aligned to their elements");
            }
        }
        if ((uintptr_t)a->data % (uintptr_t) new) {
            raise_unsupported("views that are not aligned to their elements");
        }
    }
    array_shape(view)[last] = bytes / new;
    array_strides(view)[last] = new;
    return value_from(view);
}

static Value array_method(Args args)
{
    Array *a = as_array(args.at[0]);
    DType to = dtype_from(arg_or(args, 1, NONE), (DType)a->dtype);
    return to == (DType)a->dtype ? args.at[0] : value_from(array_cast_ordered(a, to, 'K'));
}

static Value int_method(Args args)
{
    Array *a = as_array(args.at[0]);
    if (array_size(a) != 1) {
        raise_type("only size-1 arrays can be converted to Python scalars");
    }
    return int_from_value(python_from((DType)a->dtype, a->data));
}

static Value format_method(Args args)
{
    Array *a = as_array(args.at[0]);
    Value spec = args.at[1];
    if (a->ndim == 0) {
        return op_format(python_from((DType)a->dtype, a->data), spec);
    }
    if (is_str(spec) && as_str(spec)->length == 0) {
        return op_str(args.at[0]);
    }
    raise_type("unsupported format string passed to numpy.ndarray.__format__");
}

const NativeDef create_methods[] = {
    {"copy", copy_method, "self, order=", NULL, 0, ERRORS_PYTHON},
    {"__copy__", copy_method, "self, /", NULL, 0, 0},
    {"__deepcopy__", copy_method, "self, /", NULL, 0, 0},
    {"astype", astype_method, "self, dtype, order=, casting=, subok=, copy=", NULL, 0, 0},
    {"tolist", tolist_method, "self, /", NULL, 0, 0},
    {"item", item_method, "self, /, *args", NULL, 0, 0},
    {"itemset", itemset_method, "self, /, *args", NULL, 0, 0},
    {"fill", fill_method, "self, value", NULL, 0, 0},
    {"tobytes", tobytes_method, "self, order=", NULL, 0, 0},
    {"view", view_method, "self, dtype=, type=", NULL, 0, 0},
    {"__array__", array_method, "self, dtype=, /", NULL, 0, 0},
    {"__int__", int_method, "self, /", NULL, 0, 0},
    {"__format__", format_method, "self, format_spec, /", NULL, 0, 0},
    {0},
};
