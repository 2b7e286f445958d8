/* grid.c: arrays made by rule: ranges, grids, diagonals and triangles.
 */
#include "stdlib/numpy/create.h"
#include "stdlib/numpy/promote.h"
#include "stdlib/numpy/scalar.h"
#include <math.h>

/* ---- arange ---- */

enum { ARANGE_START, ARANGE_STOP, ARANGE_STEP, ARANGE_DTYPE, ARANGE_LIKE, ARANGE_ARGS };

/* ceil(length) as a number of elements. */
static intptr_t arange_length(double length)
{
    if (length != length) {
        raise_value("arange: cannot compute length");
    }
    if (length >= 9.2e18) {
        raise_value("Maximum allowed size exceeded");
    }
    return length <= 0 ? 0 : (intptr_t)ceil(length);
}

static void meet_number(DType *dtype, Value v)
{
    if (is_int(v)) {
        return;
    }
    if (is_str(v)) {
        raise_type("arange() not supported for inputs with DType <class 'numpy.dtype[str_]'>.");
    }
    *dtype = is_float(v) ? promote_types(*dtype, DT_FLOAT64)
                         : promote_types(*dtype, (DType)array_from(v, DT_NONE)->dtype);
}

/* From the first element and the next one, as NumPy's own loops: start + i * (next - start). */
static void fill_range(Array *a, Value start, Value next)
{
    intptr_t n = array_size(a);
    char *data = a->data;
    size_t item = array_itemsize(a);
    uint64_t first = 0, second = 0;
    DType dtype = (DType)a->dtype;
    element_from(dtype, &first, start);
    if (n > 0) {
        memcpy(data, &first, item);
    }
    if (n < 2) {
        return;
    }
    element_from(dtype, &second, next);
    if (dtype == DT_FLOAT64) {
        double from, delta;
        memcpy(&from, &first, 8);
        memcpy(&delta, &second, 8);
        double *out = (double *)data;
        out[1] = delta;
        delta -= from;
        for (intptr_t i = 2; i < n; i++) {
            out[i] = from + (double)i * delta;
        }
    } else if (dtype == DT_FLOAT32) {
        float from, delta;
        memcpy(&from, &first, 4);
        memcpy(&delta, &second, 4);
        float *out = (float *)data;
        out[1] = delta;
        delta -= from;
        for (intptr_t i = 2; i < n; i++) {
            out[i] = from + (float)i * delta;
        }
    } else if (dtype == DT_BOOL) {
        data[1] = (char)second;
    } else if (dtype == DT_INT64) {
        int64_t from = (int64_t)first, delta = (int64_t)(second - first), *out = (int64_t *)data;
        for (intptr_t i = 1; i < n; i++) {
            out[i] = (int64_t)((uint64_t)from + (uint64_t)i * (uint64_t)delta);
        }
    } else {
        uint64_t delta = second - first, value = second;
        for (intptr_t i = 1; i < n; i++, value += delta) {
            memcpy(data + (size_t)i * item, &value, item);
        }
    }
}

static Value arange(Args args)
{
    Value start = arg_or(args, ARANGE_START, EMPTY), stop = arg_or(args, ARANGE_STOP, EMPTY);
    Value step = arg_or(args, ARANGE_STEP, EMPTY), type = arg_or(args, ARANGE_DTYPE, EMPTY);
    Value *const places[] = {&start, &stop, &step, &type};
    uint32_t given = args.count > ARANGE_ARGS ? args.count - ARANGE_ARGS : 0;
    if (given > 4) {
        raise_type("arange() takes from 0 to 4 positional arguments but %u were given", given);
    }
    for (uint32_t i = 0; i < given; i++) {
        static const char *const names[] = {"start", "stop", "step", "dtype"};
        if (i == 0 && given == 1 && start != EMPTY && stop == EMPTY) {
            stop = args.at[ARANGE_ARGS];
            break;
        }
        if (*places[i] != EMPTY) {
            raise_type("argument for arange() given by name ('%s') and position (position %u)",
                       names[i], i);
        }
        *places[i] = args.at[ARANGE_ARGS + i];
    }
    if (stop == EMPTY && given == 0) {
        raise_type("arange() requires stop to be specified.");
    }
    if (stop == EMPTY || stop == NONE) {
        stop = start;
        start = value_int(0);
    }
    start = start == EMPTY ? value_int(0) : start;
    step = step == EMPTY || step == NONE ? value_int(1) : step;
    DType asked = dtype_from(type, DT_NONE), dtype = DT_INT64;
    if (stop == NONE) {
        raise_type("unsupported operand type(s) for -: 'NoneType' and 'int'");
    }
    meet_number(&dtype, start);
    meet_number(&dtype, stop);
    meet_number(&dtype, step);
    dtype = asked != DT_NONE ? asked : dtype;
    Value length = op_binary(OP2_DIV, op_binary(OP2_SUB, stop, start), step);
    intptr_t n = arange_length(op_float(length));
    if (dtype == DT_BOOL && n > 2) {
        raise_type("arange() is only supported for booleans when the result has at most length 2.");
    }
    Array *a = array_new_1d(dtype, n);
    if (n) {
        fill_range(a, start, n > 1 ? op_binary(OP2_ADD, start, step) : start);
    }
    return value_from(a);
}

/* ---- linspace, logspace, geomspace ---- */

static bool is_number(Value v)
{
    return is_float(v) || is_any_int(v) || is_any_float(v) || (is_object(v) && is_scalar(v));
}

static intptr_t samples(Value v)
{
    int64_t n = v == EMPTY ? 50 : op_index_int64(v);
    if (n < 0) {
        raise_value("Number of samples, %lld, must be non-negative.", (long long)n);
    }
    return n;
}

static Array *linspace_numbers(double start, double stop, intptr_t n, bool endpoint, double *step)
{
    intptr_t parts = endpoint ? n - 1 : n;
    double delta = stop - start;
    Array *a = array_new_1d(DT_FLOAT64, n);
    double *out = (double *)a->data;
    *step = parts > 0 ? delta / (double)parts : NAN;
    for (intptr_t i = 0; i < n; i++) {
        double y = (double)i;
        if (parts <= 0) {
            y *= delta;
        } else if (*step == 0) {
            y = y / (double)parts * delta;
        } else {
            y *= *step;
        }
        out[i] = y + start;
    }
    if (endpoint && n > 1) {
        out[n - 1] = stop;
    }
    return a;
}

/* The samples in a new first axis. */
static Array *linspace_arrays(Value start, Value stop, intptr_t n, bool endpoint, Value *step)
{
    Value one = value_float(1.0);
    start = array_binary(OP2_MUL, value_from(array_from(start, DT_NONE)), one);
    stop = array_binary(OP2_MUL, value_from(array_from(stop, DT_NONE)), one);
    Value delta = op_binary(OP2_SUB, stop, start);
    Array *d = array_from(delta, DT_NONE);
    intptr_t parts = endpoint ? n - 1 : n;
    intptr_t shape[MAX_DIMS] = {n};
    if (d->ndim + 1 > MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found 33");
    }
    for (int i = 1; i <= d->ndim; i++) {
        shape[i] = 1;
    }
    Array *y = array_new((DType)d->dtype, d->ndim + 1, shape, false);
    fill_range(y, value_int(0), value_int(1));
    Value result = value_from(y);
    if (parts > 0) {
        *step = op_binary(OP2_DIV, delta, int_from_int64(parts));
        bool any_zero = op_truth(
            call_0(op_get_attr(array_compare(CMP_EQ, *step, value_int(0)), str_intern("any"))));
        result = any_zero
                     ? op_binary(OP2_MUL, op_binary(OP2_DIV, result, int_from_int64(parts)), delta)
                     : op_binary(OP2_MUL, result, *step);
    } else {
        *step = value_float(NAN);
        result = op_binary(OP2_MUL, result, delta);
    }
    result = op_binary(OP2_ADD, result, start);
    if (endpoint && n > 1) {
        array_set_item(result, value_int(-1), stop);
    }
    return as_array(result);
}

static Array *move_first_axis(Array *a, int to)
{
    int axes[MAX_DIMS], n = 0;
    for (int i = 1; i < a->ndim; i++) {
        if (n == to) {
            axes[n++] = 0;
        }
        axes[n++] = i;
    }
    if (n == to) {
        axes[n] = 0;
    }
    return as_array(array_transpose(a, axes));
}

static Array *linspace_of(Value start, Value stop, intptr_t n, bool endpoint, Value *step)
{
    if (!is_number(start) || !is_number(stop)) {
        return linspace_arrays(start, stop, n, endpoint, step);
    }
    double delta;
    Array *a = linspace_numbers(op_float(start), op_float(stop), n, endpoint, &delta);
    *step = scalar_from(DT_FLOAT64, &delta);
    if (delta != delta && n < 2 && (endpoint ? n - 1 : n) <= 0) {
        *step = value_float(NAN);
    }
    return a;
}

enum { LIN_START, LIN_STOP, LIN_NUM, LIN_ENDPOINT, LIN_RETSTEP, LIN_DTYPE, LIN_AXIS };
static Value linspace(Args args)
{
    intptr_t n = samples(arg_or(args, LIN_NUM, EMPTY));
    bool endpoint = arg_bool_or(args, LIN_ENDPOINT, true);
    Value step;
    Array *a = linspace_of(args.at[LIN_START], args.at[LIN_STOP], n, endpoint, &step);
    if (arg_given(args, LIN_AXIS)) {
        int axis = axis_from(op_index_int64(args.at[LIN_AXIS]), a->ndim);
        a = axis ? move_first_axis(a, axis) : a;
    }
    DType dtype = dtype_from(arg_or(args, LIN_DTYPE, NONE), (DType)a->dtype);
    if (dtype_is_integer(dtype)) {
        Value v = value_from(a);
        a = array_from(ufunc_call(K_FLOOR, &v, NULL), DT_NONE);
    }
    if ((DType)a->dtype != dtype) {
        a = array_cast_ordered(a, dtype, 'K');
    } else if (array_owns(a) && is_number(args.at[LIN_START]) && is_number(args.at[LIN_STOP]) &&
               n - endpoint > 0) { /* as in NumPy, whose result is a reshaped arange */
        a = array_view(a, a->data, a->ndim, array_shape(a), array_strides(a));
    }
    return arg_bool_or(args, LIN_RETSTEP, false) ? tuple_of(2, value_from(a), step) : value_from(a);
}

enum { LOG_START, LOG_STOP, LOG_NUM, LOG_ENDPOINT, LOG_BASE, LOG_DTYPE };
static Value logspace(Args args)
{
    Value step, base = arg_or(args, LOG_BASE, value_float(10.0));
    Array *y =
        linspace_of(args.at[LOG_START], args.at[LOG_STOP], samples(arg_or(args, LOG_NUM, EMPTY)),
                    arg_bool_or(args, LOG_ENDPOINT, true), &step);
    Array *a = as_array(array_binary(OP2_POW, base, value_from(y)));
    DType dtype = dtype_from(arg_or(args, LOG_DTYPE, NONE), (DType)a->dtype);
    return value_from((DType)a->dtype == dtype ? a : array_cast_ordered(a, dtype, 'K'));
}

enum { GEO_START, GEO_STOP, GEO_NUM, GEO_ENDPOINT, GEO_DTYPE };
static Value geomspace(Args args)
{
    if (!is_number(args.at[GEO_START]) || !is_number(args.at[GEO_STOP])) {
        raise_unsupported("numpy.geomspace between arrays");
    }
    double start = op_float(args.at[GEO_START]), stop = op_float(args.at[GEO_STOP]), step;
    intptr_t n = samples(arg_or(args, GEO_NUM, EMPTY));
    bool endpoint = arg_bool_or(args, GEO_ENDPOINT, true);
    if (start == 0 || stop == 0) {
        raise_value("Geometric sequence cannot include zero");
    }
    double sign = start < 0 && stop < 0 ? -1 : 1;
    start *= sign;
    stop *= sign;
    Array *y = linspace_numbers(log10(start), log10(stop), n, endpoint, &step);
    Array *a = as_array(array_binary(OP2_POW, value_float(10.0), value_from(y)));
    double *out = (double *)a->data;
    if (n > 0) {
        out[0] = start;
    }
    if (n > 1 && endpoint) {
        out[n - 1] = stop;
    }
    for (intptr_t i = 0; i < n; i++) {
        out[i] *= sign;
    }
    DType dtype = dtype_from(arg_or(args, GEO_DTYPE, NONE), DT_FLOAT64);
    return value_from(dtype == DT_FLOAT64 ? a : array_cast_ordered(a, dtype, 'K'));
}

/* ---- Diagonals and triangles ---- */

static intptr_t clamp(int64_t i)
{
    return (intptr_t)MAX(MIN(i, INT32_MAX), INT32_MIN);
}

static Array *eye_of(intptr_t rows, intptr_t columns, int64_t k, DType dtype, char order)
{
    intptr_t shape[] = {MAX(rows, 0), MAX(columns, 0)};
    Array *a = array_new_in_order(dtype, 2, shape, true, order);
    uint64_t one;
    element_from(dtype, &one, value_int(1));
    for (intptr_t i = 0; i < shape[0]; i++) {
        if (i + k >= 0 && i + k < shape[1]) {
            memcpy(a->data + i * array_strides(a)[0] + (i + k) * array_strides(a)[1], &one,
                   array_itemsize(a));
        }
    }
    return a;
}
static Value eye(Args args)
{
    intptr_t rows = op_index_int64(args.at[0]);
    Value columns = arg_or(args, 1, NONE);
    return value_from(eye_of(
        rows, columns == NONE ? rows : op_index_int64(columns), clamp(arg_int_or(args, 2, 0)),
        dtype_from(arg_or(args, 3, NONE), DT_FLOAT64), order_from(arg_or(args, 4, NONE), 'C')));
}
static Value identity(Args args)
{
    intptr_t n = op_index_int64(args.at[0]);
    return value_from(eye_of(n, n, 0, dtype_from(arg_or(args, 1, NONE), DT_FLOAT64), 'C'));
}

static Value diag(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    intptr_t k = clamp(arg_int_or(args, 1, 0));
    size_t item = array_itemsize(a);
    if (a->ndim == 1) {
        intptr_t n = array_shape(a)[0], size = n + (k < 0 ? -k : k);
        Array *out = array_new((DType)a->dtype, 2, (intptr_t[]){size, size}, true);
        for (intptr_t i = 0; i < n; i++) {
            intptr_t row = i + (k < 0 ? -k : 0), column = i + (k > 0 ? k : 0);
            memcpy(out->data + (size_t)(row * size + column) * item,
                   a->data + i * array_strides(a)[0], item);
        }
        return value_from(out);
    }
    if (a->ndim != 2) {
        raise_value("Input must be 1- or 2-d.");
    }
    intptr_t rows = array_shape(a)[0], columns = array_shape(a)[1];
    intptr_t n = k >= 0 ? MIN(rows, columns - k) : MIN(rows + k, columns);
    n = MAX(n, 0);
    intptr_t stride = array_strides(a)[0] + array_strides(a)[1];
    char *start = n == 0   ? a->data
                  : k >= 0 ? a->data + k * array_strides(a)[1]
                           : a->data - k * array_strides(a)[0];
    Array *view = array_view(a, start, 1, &n, &stride);
    view->flags |= ARRAY_READONLY;
    return value_from(view);
}

static Value tri(Args args)
{
    intptr_t rows = op_index_int64(args.at[0]);
    Value m = arg_or(args, 1, NONE);
    intptr_t columns = m == NONE ? rows : op_index_int64(m), k = clamp(arg_int_or(args, 2, 0));
    Array *a = array_new(dtype_from(arg_or(args, 3, NONE), DT_FLOAT64), 2,
                         (intptr_t[]){MAX(rows, 0), MAX(columns, 0)}, true);
    uint64_t one;
    element_from((DType)a->dtype, &one, value_int(1));
    size_t item = array_itemsize(a);
    for (intptr_t i = 0; i < rows; i++) {
        for (intptr_t j = 0; j < columns && j <= i + k; j++) {
            memcpy(a->data + (size_t)(i * columns + j) * item, &one, item);
        }
    }
    return value_from(a);
}

/* A copy with zeros above (or below) the k-th diagonal of its last two axes. */
static Value triangle(Args args, bool is_lower)
{
    Array *a = array_from(args.at[0], DT_NONE);
    intptr_t k = clamp(arg_int_or(args, 1, 0));
    if (a->ndim == 0) {
        raise_as(&exc_IndexError, "tuple index out of range");
    }
    if (a->ndim == 1) {
        intptr_t n = array_shape(a)[0];
        Array *square = array_new((DType)a->dtype, 2, (intptr_t[]){n, n}, false);
        array_copy_into(square, a);
        a = square;
    } else {
        a = array_copy(a);
    }
    intptr_t rows = array_shape(a)[a->ndim - 2], columns = array_shape(a)[a->ndim - 1];
    intptr_t row_count = array_size(a) && columns ? array_size(a) / columns : 0;
    size_t item = array_itemsize(a);
    for (intptr_t r = 0; r < row_count; r++) {
        intptr_t limit = r % rows + k + (is_lower ? 1 : 0); /* columns below it: kept / zeroed */
        limit = MAX(MIN(limit, columns), 0);
        char *row = a->data + (size_t)(r * columns) * item;
        if (is_lower) {
            memset(row + (size_t)limit * item, 0, (size_t)(columns - limit) * item);
        } else {
            memset(row, 0, (size_t)limit * item);
        }
    }
    return value_from(a);
}
static Value tril(Args args)
{
    return triangle(args, true);
}
static Value triu(Args args)
{
    return triangle(args, false);
}

/* ---- Grids ---- */

/* `line` along one axis of `ndim`, all others of length 1. */
static Array *along(Array *line, int axis, int ndim)
{
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS], n = array_size(line);
    for (int i = 0; i < ndim; i++) {
        shape[i] = i == axis ? n : 1;
        strides[i] = i == axis  ? (intptr_t)array_itemsize(line)
                     : i < axis ? (intptr_t)array_itemsize(line) * n
                                : (intptr_t)array_itemsize(line);
    }
    return array_view(line, line->data, ndim, shape, strides);
}

enum { MESH_COPY, MESH_SPARSE, MESH_INDEXING, MESH_ARGS };
static Value meshgrid(Args args)
{
    const char *indexing = arg_given(args, MESH_INDEXING)
                               ? str_utf8(arg_str(args, MESH_INDEXING, "meshgrid"), NULL)
                               : "xy";
    bool is_xy = !strcmp(indexing, "xy"), sparse = arg_bool_or(args, MESH_SPARSE, false);
    if (!is_xy && strcmp(indexing, "ij") != 0) {
        raise_value("Valid values for `indexing` are 'xy' and 'ij'.");
    }
    int n = args.count > MESH_ARGS ? (int)(args.count - MESH_ARGS) : 0;
    if (n > MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found %d", n);
    }
    intptr_t shape[MAX_DIMS];
    List *list = list_new((size_t)n);
    for (int i = 0; i < n; i++) {
        Array *line = array_from(args.at[MESH_ARGS + i], DT_NONE);
        line = array_copy(line);
        int axis = is_xy && n > 1 && i < 2 ? 1 - i : i;
        shape[axis] = array_size(line);
        list_append(list, value_from(along(line, axis, n)));
    }
    for (int i = 0; i < n && !sparse; i++) {
        Array *line = as_array(list_at(list, (size_t)i));
        Array *full = array_new((DType)line->dtype, n, shape, false);
        array_copy_into(full, line);
        list_set(list, (size_t)i, value_from(full));
    }
    return value_from(list);
}

static Value indices_of(Value dimensions, DType dtype, bool sparse)
{
    intptr_t shape[MAX_DIMS + 1];
    int n = shape_from(dimensions, shape + 1);
    if (n == MAX_DIMS && !sparse) {
        raise_value("maximum supported dimension for an ndarray is 32, found 33");
    }
    shape[0] = n;
    Array *whole = sparse ? NULL : array_new(dtype, n + 1, shape, false);
    Tuple *tuple = tuple_new(sparse ? (size_t)n : 0);
    for (int i = 0; i < n; i++) {
        Array *line = array_new_1d(dtype, shape[i + 1]);
        fill_range(line, value_int(0), value_int(1));
        Array *placed = along(line, i, n);
        if (sparse) {
            mm_init(tuple, &tuple->at[i], value_from(placed));
        } else {
            array_copy_into(as_array(n ? array_item(whole, i) : value_from(whole)), placed);
        }
    }
    return sparse ? value_from(tuple) : value_from(whole);
}
static Value indices(Args args)
{
    return indices_of(args.at[0], dtype_from(arg_or(args, 1, NONE), DT_INT64),
                      arg_bool_or(args, 2, false));
}

enum { FROM_FUNCTION, FROM_SHAPE, FROM_DTYPE, FROM_LIKE, FROM_KEYWORDS };
static Value fromfunction(Args args)
{
    Value grid = indices_of(args.at[FROM_SHAPE],
                            dtype_from(arg_or(args, FROM_DTYPE, NONE), DT_FLOAT64), false);
    Value at[2 * MAX_DIMS];
    uint32_t n = 0, position = 0;
    for (intptr_t i = 0; i < array_shape(as_array(grid))[0]; i++) {
        at[n++] = array_item(as_array(grid), i);
    }
    uint32_t count = n;
    Value keywords = arg_or(args, FROM_KEYWORDS, EMPTY), key, value;
    List *names = list_new(0);
    while (keywords != EMPTY && dict_next(as_dict(keywords), &position, &key, &value)) {
        if (n == COUNT_OF(at)) {
            raise_type("too many keyword arguments");
        }
        at[n++] = value;
        list_append(names, key);
    }
    Call call = {at, count, EMPTY};
    if (n > count) {
        call.names = tuple_from_iterable(value_from(names));
    }
    return call_value(args.at[FROM_FUNCTION], call);
}

const NativeDef grid_functions[] = {
    {"arange", arange, "*args, start=, stop=, step=, dtype=, like=", NULL, 0, 0},
    {"linspace", linspace, "start, stop, num=, endpoint=, retstep=, dtype=, axis=", NULL, 0,
     ERRORS_PYTHON},
    {"logspace", logspace, "start, stop, num=, endpoint=, base=, dtype=, axis=", NULL, 0,
     ERRORS_PYTHON},
    {"geomspace", geomspace, "start, stop, num=, endpoint=, dtype=, axis=", NULL, 0, ERRORS_PYTHON},
    {"eye", eye, "N, M=, k=, dtype=, order=, *, like=", NULL, 0, ERRORS_PYTHON},
    {"identity", identity, "n, dtype=, *, like=", NULL, 0, ERRORS_PYTHON},
    {"diag", diag, "v, k=", NULL, 0, ERRORS_PYTHON},
    {"tri", tri, "N, M=, k=, dtype=, *, like=", NULL, 0, ERRORS_PYTHON},
    {"tril", tril, "m, k=", NULL, 0, ERRORS_PYTHON},
    {"triu", triu, "m, k=", NULL, 0, ERRORS_PYTHON},
    {"meshgrid", meshgrid, "*xi, copy=, sparse=, indexing=", NULL, 0, ERRORS_PYTHON},
    {"indices", indices, "dimensions, dtype=, sparse=", NULL, 0, ERRORS_PYTHON},
    {"fromfunction", fromfunction, "function, shape, *, dtype=, like=, **kwargs", NULL, 0,
     ERRORS_PYTHON},
    {0},
};
