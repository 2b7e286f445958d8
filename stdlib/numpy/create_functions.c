/* create_functions.c: numpy.array and its kin: arrays of values, of zeros, of one value.
 */
#include "stdlib/numpy/create.h"
#include "stdlib/numpy/scalar.h"

/* ---- array, asarray ---- */

/* Their wording counts from 0, so the signature leaves it to them. */
static Value first(Args args, const char *function, const char *name)
{
    if (!arg_given(args, 0)) {
        raise_type("%s() missing required argument '%s' (pos 0)", function, name);
    }
    return args.at[0];
}
static Value array_function(Args args)
{
    first(args, "array", "object");
    int64_t ndmin = arg_given(args, 5) ? op_index_int64(args.at[5]) : 0;
    bool copy = !arg_given(args, 2) || op_truth(args.at[2]);
    return value_from(array_made(args.at[0], dtype_from(arg_or(args, 1, NONE), DT_NONE), copy,
                                 order_from(arg_or(args, 3, NONE), 'K'),
                                 (int)MAX(MIN(ndmin, MAX_DIMS + 1), 0)));
}
static Value asarray_function(Args args)
{
    first(args, "asarray", "a");
    return value_from(array_made(args.at[0], dtype_from(arg_or(args, 1, NONE), DT_NONE), false,
                                 order_from(arg_or(args, 2, NONE), 'K'), 0));
}
static Value ascontiguousarray_function(Args args)
{
    first(args, "ascontiguousarray", "a");
    return value_from(
        array_made(args.at[0], dtype_from(arg_or(args, 1, NONE), DT_NONE), false, 'C', 1));
}
static Value asfortranarray_function(Args args)
{
    first(args, "asfortranarray", "a");
    return value_from(
        array_made(args.at[0], dtype_from(arg_or(args, 1, NONE), DT_NONE), false, 'F', 1));
}
static Value copy_function(Args args)
{
    return value_from(
        array_made(args.at[0], DT_NONE, true, order_from(arg_or(args, 1, NONE), 'K'), 0));
}

/* ---- zeros, ones, full ---- */

static Array *new_filled(Value shape_arg, DType dtype, Value order, bool zeroed)
{
    intptr_t shape[MAX_DIMS];
    int ndim = shape_from(shape_arg, shape);
    return array_new_in_order(dtype, ndim, shape, zeroed, order_from(order, 'C'));
}
static Value zeros_function(Args args)
{
    return value_from(new_filled(args.at[0], dtype_from(arg_or(args, 1, NONE), DT_FLOAT64),
                                 arg_or(args, 2, NONE), true));
}
static Value empty_function(Args args)
{
    return zeros_function(args);
}

/* Every element of a fresh array (one without gaps) gets this value. */
static void fill_fresh(Array *a, const void *element)
{
    size_t size = array_itemsize(a), n = (size_t)array_size(a);
    if (size == 8) {
        uint64_t bits;
        memcpy(&bits, element, 8);
        for (size_t i = 0; i < n; i++) {
            ((uint64_t *)a->data)[i] = bits;
        }
        return;
    }
    for (size_t i = 0; i < n; i++) {
        memcpy(a->data + i * size, element, size);
    }
}
static Value ones_function(Args args)
{
    Array *a = new_filled(args.at[0], dtype_from(arg_or(args, 1, NONE), DT_FLOAT64),
                          arg_or(args, 2, NONE), false);
    uint64_t one;
    element_from((DType)a->dtype, &one, value_int(1));
    fill_fresh(a, &one);
    return value_from(a);
}
static void fill_value(Array *a, Value v)
{
    if (is_array(v) || is_array_sequence(v)) {
        array_assign(a, v);
        return;
    }
    uint64_t element;
    element_from((DType)a->dtype, &element, v);
    fill_fresh(a, &element);
}
static Value full_function(Args args)
{
    DType dtype = dtype_from(arg_or(args, 2, NONE), DT_NONE);
    if (dtype == DT_NONE) {
        dtype = (DType)array_from(args.at[1], DT_NONE)->dtype;
    }
    Array *a = new_filled(args.at[0], dtype, arg_or(args, 3, NONE), false);
    fill_value(a, args.at[1]);
    return value_from(a);
}

/* prototype, dtype, order, subok, shape at the given places. */
static Array *new_like(Args args, uint32_t dtype_at, uint32_t shape_at)
{
    Array *prototype = array_from(args.at[0], DT_NONE);
    DType dtype = dtype_from(arg_or(args, dtype_at, NONE), (DType)prototype->dtype);
    char order = order_from(arg_or(args, dtype_at + 1, NONE), 'K');
    if (arg_given(args, shape_at) && args.at[shape_at] != NONE) {
        intptr_t shape[MAX_DIMS];
        int ndim = shape_from(args.at[shape_at], shape);
        return array_new_in_order(dtype, ndim, shape, true, order);
    }
    Array *made = array_new_like(prototype, dtype, order);
    memset(made->data, 0, made->bytes);
    return made;
}
static Value zeros_like_function(Args args)
{
    return value_from(new_like(args, 1, 4));
}
static Value ones_like_function(Args args)
{
    Array *a = new_like(args, 1, 4);
    fill_value(a, value_int(1));
    return value_from(a);
}
static Value full_like_function(Args args)
{
    Array *a = new_like(args, 2, 5);
    fill_value(a, args.at[1]);
    return value_from(a);
}

static Value frombuffer_function(Args args)
{
    const char *data;
    size_t length;
    if (!bytes_view(args.at[0], &data, &length)) {
        raise_type("a bytes-like object is required, not '%T'", args.at[0]);
    }
    DType dtype = dtype_from(arg_or(args, 1, NONE), DT_FLOAT64);
    int64_t count = arg_int_or(args, 2, -1), offset = arg_int_or(args, 3, 0);
    if (offset < 0 || (size_t)offset > length) {
        raise_value("offset must be non-negative and no greater than buffer length (%zu)", length);
    }
    size_t size = dtype_size(dtype), rest = length - (size_t)offset;
    if (count < 0) {
        if (rest % size) {
            raise_value("buffer size must be a multiple of element size");
        }
        count = (int64_t)(rest / size);
    } else if ((size_t)count > rest / size) {
        raise_value("buffer is smaller than requested size");
    }
    Array *a = array_new_1d(dtype, count);
    bytes_view(args.at[0], &data, &length);
    memcpy(a->data, data + offset, (size_t)count * size);
    a->flags |= is_bytes(args.at[0]) ? ARRAY_READONLY : 0;
    return value_from(a);
}

static Value fromiter_function(Args args)
{
    DType dtype = dtype_from(arg_or(args, 1, NONE), DT_FLOAT64);
    int64_t count = arg_int_or(args, 2, -1);
    size_t size = dtype_size(dtype);
    intptr_t n = 0, room = count >= 0 ? count : 16;
    Array *a = array_new_1d(dtype, room);
    if (count != 0) {
        ITERATE(item, args.at[0])
        {
            if (n == room) {
                Array *more = array_new_1d(dtype, room *= 2);
                memcpy(more->data, a->data, (size_t)n * size);
                a = more;
            }
            element_from(dtype, a->data + (size_t)n++ * size, item);
            if (n == count) {
                break;
            }
        }
    }
    if (n < count) {
        raise_value("iterator too short: Expected %lld but iterator had only %ld items.",
                    (long long)count, (long)n);
    }
    if (n < room) {
        Array *exact = array_new_1d(dtype, n);
        memcpy(exact->data, a->data, (size_t)n * size);
        a = exact;
    }
    return value_from(a);
}

const NativeDef create_functions[] = {
    {"array", array_function, "object=, dtype=, *, copy=, order=, subok=, ndmin=, like=", NULL, 0,
     0},
    {"asarray", asarray_function, "a=, dtype=, order=, *, like=", NULL, 0, 0},
    {"asanyarray", asarray_function, "a=, dtype=, order=, *, like=", NULL, 0, 0},
    {"ascontiguousarray", ascontiguousarray_function, "a=, dtype=, *, like=", NULL, 0, 0},
    {"asfortranarray", asfortranarray_function, "a=, dtype=, *, like=", NULL, 0, 0},
    {"copy", copy_function, "a, order=, subok=", NULL, 0, ERRORS_PYTHON},
    {"zeros", zeros_function, "shape, dtype=, order=, *, like=", NULL, 0, 0},
    {"empty", empty_function, "shape, dtype=, order=, *, like=", NULL, 0, 0},
    {"ones", ones_function, "shape, dtype=, order=, *, like=", NULL, 0, ERRORS_PYTHON},
    {"full", full_function, "shape, fill_value, dtype=, order=, *, like=", NULL, 0, ERRORS_PYTHON},
    {"zeros_like", zeros_like_function, "a, dtype=, order=, subok=, shape=", NULL, 0,
     ERRORS_PYTHON},
    {"empty_like", zeros_like_function, "prototype, dtype=, order=, subok=, shape=", NULL, 0, 0},
    {"ones_like", ones_like_function, "a, dtype=, order=, subok=, shape=", NULL, 0, ERRORS_PYTHON},
    {"full_like", full_like_function, "a, fill_value, dtype=, order=, subok=, shape=", NULL, 0,
     ERRORS_PYTHON},
    {"frombuffer", frombuffer_function, "buffer, dtype=, count=, offset=", NULL, 0, 0},
    {"fromiter", fromiter_function, "iter, dtype, count=", NULL, 0, 0},
    {0},
};

/* ---- ndarray(shape, dtype) ---- */

static Value make_array(Args args)
{
    if (args.at[0] != value_from(&array_type)) {
        raise_unsupported("subclasses of numpy.ndarray");
    }
    for (uint32_t i = 3; i < 6; i++) {
        if (arg_given(args, i) && args.at[i] != NONE && i != 4) {
            raise_unsupported("numpy.ndarray() with a buffer or strides");
        }
    }
    return value_from(new_filled(args.at[1], dtype_from(arg_or(args, 2, NONE), DT_FLOAT64),
                                 arg_or(args, 6, NONE), true));
}
const NativeDef array_make = {
    "ndarray", make_array, "cls, shape, dtype=, buffer=, offset=, strides=, order=", NULL, 0, 0};
