/* linalg.c: products of vectors and matrices, and the module numpy.linalg's core: LU decomposition
 * with partial pivoting. Each element of a product is summed in the order of its terms, as the
 * reference BLAS does.
 */
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/reduce.h"

#include <math.h>

enum { BLOCK = 256 }; /* columns that are worked on at a time */

/* ---- Kernels: c[m][n] += a[m][k] * b[k][n], all adjacent in rows ---- */

typedef void (*ProductKernel)(char *c, const char *a, const char *b, intptr_t m, intptr_t k,
                              intptr_t n);

#define PRODUCT(_, NAME, name, T, U, ...)                                                          \
    static void product_##name(char *c, const char *a, const char *b, intptr_t m, intptr_t k,      \
                               intptr_t n)                                                         \
    {                                                                                              \
        for (intptr_t i = 0; n == 1 && i < m; i++) {                                               \
            const T *row = (const T *)a + i * k;                                                   \
            T sum = 0;                                                                             \
            for (intptr_t l = 0; l < k; l++) {                                                     \
                sum = (T)(sum + row[l] * ((const T *)b)[l]);                                       \
            }                                                                                      \
            ((T *)c)[i] = sum;                                                                     \
        }                                                                                          \
        for (intptr_t from = 0; n > 1 && from < n; from += BLOCK) {                                \
            intptr_t width = MIN(n - from, BLOCK);                                                 \
            for (intptr_t i = 0; i < m; i++) {                                                     \
                T *restrict row = (T *)c + i * n + from;                                           \
                for (intptr_t l = 0; l < k; l++) {                                                 \
                    T factor = ((const T *)a)[i * k + l];                                          \
                    const T *restrict other = (const T *)b + l * n + from;                         \
                    for (intptr_t j = 0; j < width; j++) {                                         \
                        row[j] = (T)(row[j] + factor * other[j]);                                  \
                    }                                                                              \
                }                                                                                  \
            }                                                                                      \
        }                                                                                          \
    }
#define PRODUCT_UNSIGNED(_, NAME, name, T, U, ...) PRODUCT(_, NAME, name, T, U, )
DTYPES_UNSIGNED(PRODUCT_UNSIGNED, )
DTYPES_FLOAT(PRODUCT, )

static void product_bool8(char *c, const char *a, const char *b, intptr_t m, intptr_t k, intptr_t n)
{
    for (intptr_t i = 0; i < m; i++) {
        for (intptr_t l = 0; l < k; l++) {
            for (intptr_t j = 0; a[i * k + l] && j < n; j++) {
                c[i * n + j] |= b[l * n + j];
            }
        }
    }
}

/* Integers wrap: the unsigned kernel serves both. */
static ProductKernel product_kernel(DType type)
{
    switch (type) {
    case DT_BOOL:
        return product_bool8;
    case DT_INT8:
    case DT_UINT8:
        return product_uint8;
    case DT_INT16:
    case DT_UINT16:
        return product_uint16;
    case DT_INT32:
    case DT_UINT32:
        return product_uint32;
    case DT_INT64:
    case DT_UINT64:
        return product_uint64;
    case DT_FLOAT32:
        return product_float32;
    default:
        return product_float64;
    }
}

/* A product along the last axis of a and the first of b, both contiguous. */
static void multiply(char *c, const char *a, const char *b, DType type, intptr_t m, intptr_t k,
                     intptr_t n)
{
    size_t item = dtype_size(type);
    ProductKernel kernel = product_kernel(type);
    intptr_t rows = n * k > 1 << 20 ? 16 : m; /* so that Ctrl-C is heard */
    for (intptr_t i = 0; i < m; i += rows) {
        kernel(c + (size_t)(i * n) * item, a + (size_t)(i * k) * item, b, MIN(rows, m - i), k, n);
        check_interrupt();
    }
}

/* ---- dot ---- */

noreturn_fn static void raise_not_aligned(Array *a, Array *b, int d)
{
    raise_value("shapes %S and %S not aligned: %ld (dim %d) != %ld (dim %d)",
                shape_text(array_shape(a), a->ndim), shape_text(array_shape(b), b->ndim),
                (long)array_shape(a)[a->ndim - 1], a->ndim - 1, (long)array_shape(b)[d], d);
}

static Value finish(Array *result, Array *out)
{
    if (!out) {
        return unwrap_0d(result);
    }
    if (out->dtype != result->dtype || out->ndim != result->ndim ||
        memcmp(array_shape(out), array_shape(result), (size_t)out->ndim * sizeof(intptr_t))) {
        raise_value("output array is not acceptable (must have the right datatype, number of "
                    "dimensions, and be a C-Array)");
    }
    array_copy_into(out, result);
    return value_from(out);
}

static Value dot(Array *a, Array *b, Array *out)
{
    if (a->ndim == 0 || b->ndim == 0) {
        DType common = promote_types((DType)a->dtype, (DType)b->dtype);
        a = array_contiguous(a, common);
        b = array_contiguous(b, common);
        Array *product = ufunc_arrays(K_MULTIPLY, a, b, NULL);
        Array *zero = array_new(common, 0, NULL, true); /* sums start at 0: no -0.0 */
        return finish(ufunc_arrays(K_ADD, product, zero, product), out);
    }
    DType type = promote_types((DType)a->dtype, (DType)b->dtype);
    int along = b->ndim > 1 ? b->ndim - 2 : 0;
    intptr_t k = array_shape(a)[a->ndim - 1], shape[2 * MAX_DIMS], m = 1, n = 1;
    if (k != array_shape(b)[along]) {
        raise_not_aligned(a, b, along);
    }
    int ndim = 0, axes[MAX_DIMS] = {along};
    for (int d = 0; d < a->ndim - 1; d++) {
        m *= shape[ndim++] = array_shape(a)[d];
    }
    for (int d = 0, place = 1; d < b->ndim; d++) {
        if (d != along) {
            n *= shape[ndim++] = array_shape(b)[d];
            axes[place++] = d;
        }
    }
    if (ndim > MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found %d", ndim);
    }
    Array *left = array_contiguous(a, type);
    Array *right = array_contiguous(b->ndim > 2 ? as_array(array_transpose(b, axes)) : b, type);
    Array *result = array_new(type, ndim, shape, true);
    if (array_size(result)) {
        multiply(result->data, left->data, right->data, type, m, k, n);
    }
    return finish(result, out);
}

static Value function_dot(Args args) /* a, b, out */
{
    return dot(array_from(args.at[0], DT_NONE), array_from(args.at[1], DT_NONE),
               out_from(arg_or(args, 2, NONE)));
}

static Array *flattened(Value v)
{
    Array *a = array_from(v, DT_NONE);
    intptr_t n = array_size(a);
    return array_reshape_view(array_contiguous(a, (DType)a->dtype), 1, &n);
}
static Value function_vdot(Args args)
{
    Array *a = flattened(args.at[0]), *b = flattened(args.at[1]);
    if (array_size(a) != array_size(b)) {
        raise_value("cannot reshape array of size %ld into shape (%ld,)", (long)array_size(b),
                    (long)array_size(a));
    }
    return dot(a, b, NULL);
}
static Value function_inner(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE), *b = array_from(args.at[1], DT_NONE);
    if (a->ndim == 0 || b->ndim == 0 || b->ndim == 1) {
        if (a->ndim && b->ndim && array_shape(a)[a->ndim - 1] != array_shape(b)[0]) {
            raise_not_aligned(a, b, 0);
        }
        return dot(a, b, NULL);
    }
    if (array_shape(a)[a->ndim - 1] != array_shape(b)[b->ndim - 1]) {
        raise_not_aligned(a, b, b->ndim - 1);
    }
    int axes[MAX_DIMS];
    for (int d = 0; d < b->ndim; d++) {
        axes[d] = d;
    }
    axes[b->ndim - 1] = b->ndim - 2;
    axes[b->ndim - 2] = b->ndim - 1;
    return dot(a, as_array(array_transpose(b, axes)), NULL);
}
static Value function_outer(Args args) /* a, b, out */
{
    Array *a = flattened(args.at[0]), *b = flattened(args.at[1]);
    intptr_t shape[] = {array_size(a), 1};
    return ufunc_call(K_MULTIPLY,
                      (Value[]){value_from(array_reshape_view(a, 2, shape)), value_from(b)},
                      out_from(arg_or(args, 2, NONE)));
}

/* ---- matmul ---- */

noreturn_fn static void raise_core(int operand, intptr_t is, intptr_t wanted)
{
    raise_value("matmul: Input operand %d has a mismatch in its core dimension 0, with gufunc "
                "signature (n?,k),(k,m?)->(n?,m?) (size %ld is different from %ld)",
                operand, (long)is, (long)wanted);
}

/* Stacks of matrices: the leading axes broadcast. */
static Array *matmul_stacks(Array *a, Array *b, DType type)
{
    intptr_t m = array_shape(a)[a->ndim - 2], k = array_shape(a)[a->ndim - 1];
    intptr_t n = array_shape(b)[b->ndim - 1];
    intptr_t shape[MAX_DIMS], full[2][MAX_DIMS];
    Array *stacks[2] = {a, b};
    int ndim = 0;
    ndim = MAX(a->ndim, b->ndim) - 2;
    for (int d = 0; d < ndim; d++) {
        shape[d] = 1;
        for (int i = 0; i < 2; i++) {
            int from = d - (ndim - (stacks[i]->ndim - 2));
            intptr_t size = from < 0 ? 1 : array_shape(stacks[i])[from];
            if (shape[d] == 1) {
                shape[d] = size;
            } else if (size != 1 && size != shape[d]) {
                raise_value("operands could not be broadcast together with remapped shapes "
                            "[original->remapped]: %S  and requested shape %S",
                            shape_text(array_shape(a), a->ndim),
                            shape_text(array_shape(b), b->ndim));
            }
        }
    }
    Array *whole[2];
    for (int i = 0; i < 2; i++) {
        memcpy(full[i], shape, (size_t)ndim * sizeof *shape);
        full[i][ndim] = i ? k : m;
        full[i][ndim + 1] = i ? n : k;
        whole[i] = array_new(type, ndim + 2, full[i], false);
        array_copy_into(whole[i], stacks[i]);
    }
    shape[ndim] = m;
    shape[ndim + 1] = n;
    Array *out = array_new(type, ndim + 2, shape, true);
    size_t item = dtype_size(type);
    intptr_t count = m && n ? array_size(out) / (m * n) : 0;
    for (intptr_t i = 0; i < count; i++) {
        multiply(out->data + (size_t)(i * m * n) * item,
                 whole[0]->data + (size_t)(i * m * k) * item,
                 whole[1]->data + (size_t)(i * k * n) * item, type, m, k, n);
    }
    return out;
}

Value array_matmul(Value left, Value right, Value out)
{
    Array *a = array_from(left, DT_NONE), *b = array_from(right, DT_NONE);
    for (int i = 0; i < 2; i++) {
        if ((i ? b : a)->ndim == 0) {
            raise_value("matmul: Input operand %d does not have enough dimensions (has 0, gufunc "
                        "core with signature (n?,k),(k,m?)->(n?,m?) requires 1)",
                        i);
        }
    }
    intptr_t k = array_shape(a)[a->ndim - 1];
    intptr_t other = array_shape(b)[b->ndim > 1 ? b->ndim - 2 : 0];
    if (k != other) {
        raise_core(1, other, k);
    }
    if (a->ndim <= 2 && b->ndim <= 2) {
        return dot(a, b, out_from(out));
    }
    DType type = promote_types((DType)a->dtype, (DType)b->dtype);
    bool row = a->ndim == 1, column = b->ndim == 1;
    if (row) {
        a = array_reshape_view(array_contiguous(a, (DType)a->dtype), 2, (intptr_t[]){1, k});
    }
    if (column) {
        b = array_reshape_view(array_contiguous(b, (DType)b->dtype), 2, (intptr_t[]){k, 1});
    }
    Array *result = matmul_stacks(a, b, type);
    if (row || column) {
        intptr_t shape[MAX_DIMS];
        int ndim = 0;
        for (int d = 0; d < result->ndim; d++) {
            if (!(row && d == result->ndim - 2) && !(column && d == result->ndim - 1)) {
                shape[ndim++] = array_shape(result)[d];
            }
        }
        result = array_reshape_view(result, ndim, shape);
    }
    return finish(result, out_from(out));
}
static Value function_matmul(Args args)
{
    return array_matmul(args.at[0], args.at[1], arg_or(args, 2, NONE));
}

/* ---- diagonals ---- */

static Array *diagonal(Array *a, int64_t offset, int axis1, int axis2)
{
    if (a->ndim < 2) {
        raise_value("diag requires an array of at least two dimensions");
    }
    if (axis1 == axis2) {
        raise_value("axis1 and axis2 cannot be the same");
    }
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS];
    intptr_t rows = array_shape(a)[axis1], columns = array_shape(a)[axis2];
    char *data = a->data;
    if (offset >= 0) {
        columns = MAX(columns - offset, 0);
        data += columns ? offset * array_strides(a)[axis2] : 0;
    } else {
        rows = MAX(rows + offset, 0);
        data += rows ? -offset * array_strides(a)[axis1] : 0;
    }
    int ndim = 0;
    for (int d = 0; d < a->ndim; d++) {
        if (d != axis1 && d != axis2) {
            shape[ndim] = array_shape(a)[d];
            strides[ndim++] = array_strides(a)[d];
        }
    }
    shape[ndim] = MIN(rows, columns);
    strides[ndim++] = array_strides(a)[axis1] + array_strides(a)[axis2];
    return array_view(a, data, ndim, shape, strides);
}

static Array *diagonal_of(Args args) /* a, offset, axis1, axis2 */
{
    Array *a = array_from(args.at[0], DT_NONE);
    if (a->ndim < 2) {
        raise_value("diag requires an array of at least two dimensions");
    }
    int axis1 = axis_from(arg_int_or(args, 2, 0), a->ndim);
    int axis2 = axis_from(arg_int_or(args, 3, 1), a->ndim);
    return diagonal(a, arg_int_or(args, 1, 0), axis1, axis2);
}
static Value array_diagonal(Args args)
{
    Array *view = diagonal_of(args);
    view->flags |= ARRAY_READONLY;
    return value_from(view);
}
static Value array_trace(Args args) /* a, offset, axis1, axis2, dtype, out */
{
    ReduceCall call = {.op = REDUCE_SUM, .in = diagonal_of(args), .initial = EMPTY};
    call.axes = 1u << (call.in->ndim - 1);
    call.type = arg_given(args, 4) ? dtype_from(args.at[4], DT_NONE) : DT_NONE;
    call.out = out_from(arg_or(args, 5, NONE));
    Array *sum = reduce_run(&call);
    return call.out ? value_from(sum) : unwrap_0d(sum);
}

/* ---- LU ---- */

static Type *linalg_error_type(void)
{
    static Slot made;
    if (made.v == EMPTY) {
        Dict *names = dict_new(1);
        dict_set(names, str_intern("__module__"), str_from("numpy.linalg"));
        mm_add_root(&made, "numpy.linalg.LinAlgError");
        mm_init(&exc_Exception, &made,
                type_new_class(&type_type, str_intern("LinAlgError"),
                               tuple_of(1, value_from(&exc_Exception)), names, EMPTY));
    }
    return as_type(made.v);
}

/* A square matrix as a fresh array of doubles. */
static Array *square_from(Value v)
{
    Array *a = array_from(v, DT_NONE);
    if (a->ndim < 2) {
        raise_as(linalg_error_type(),
                 "%d-dimensional array given. Array must be at least two-dimensional", a->ndim);
    }
    if (a->ndim > 2) {
        raise_unsupported("numpy.linalg on stacks of matrices");
    }
    if (array_shape(a)[0] != array_shape(a)[1]) {
        raise_as(linalg_error_type(), "Last 2 dimensions of the array must be square");
    }
    return array_cast(a, DT_FLOAT64);
}

/* In place: L below the diagonal, U on and above it; rows swapped as in `order`. The sign of the
 * permutation; 0 if a pivot is 0. */
static int lu(double *a, intptr_t n, int64_t *order)
{
    int sign = 1;
    bool singular = false;
    for (intptr_t i = 0; i < n; i++) {
        order[i] = i;
    }
    for (intptr_t k = 0; k < n; k++) {
        intptr_t pivot = k;
        for (intptr_t i = k + 1; i < n; i++) {
            pivot = fabs(a[i * n + k]) > fabs(a[pivot * n + k]) ? i : pivot;
        }
        if (a[pivot * n + k] == 0) {
            singular = true;
            continue;
        }
        if (pivot != k) {
            for (intptr_t j = 0; j < n; j++) {
                double moved = a[k * n + j];
                a[k * n + j] = a[pivot * n + j];
                a[pivot * n + j] = moved;
            }
            int64_t moved = order[k];
            order[k] = order[pivot];
            order[pivot] = moved;
            sign = -sign;
        }
        double inverse = 1 / a[k * n + k];
        for (intptr_t i = k + 1; i < n; i++) {
            double factor = a[i * n + k] *= inverse;
            for (intptr_t j = k + 1; j < n && factor != 0; j++) {
                a[i * n + j] -= factor * a[k * n + j];
            }
        }
        if (k % 64 == 63) {
            check_interrupt();
        }
    }
    return singular ? 0 : sign;
}

static Value linalg_det(Args args)
{
    Array *a = square_from(args.at[0]);
    intptr_t n = array_shape(a)[0];
    int64_t *order = scratch_bytes(((size_t)n + 1) * sizeof *order);
    double det = lu((double *)a->data, n, order);
    for (intptr_t i = 0; i < n && det != 0; i++) {
        det *= ((double *)a->data)[i * n + i];
    }
    return scalar_from(DT_FLOAT64, &det);
}

/* x = inverse(a) * b for `columns` right-hand sides in rows of b. */
static Array *solve(Array *a, const double *b, intptr_t columns)
{
    intptr_t n = array_shape(a)[0], shape[] = {n, columns};
    int64_t *order = scratch_bytes(((size_t)n + 1) * sizeof *order);
    const double *f = (double *)a->data;
    if (!lu((double *)a->data, n, order)) {
        raise_as(linalg_error_type(), "Singular matrix");
    }
    Array *out = array_new(DT_FLOAT64, 2, shape, false);
    double *x = (double *)out->data;
    for (intptr_t i = 0; i < n; i++) {
        for (intptr_t j = 0; j < columns; j++) {
            x[i * columns + j] = b ? b[order[i] * columns + j] : order[i] == j;
        }
    }
    for (intptr_t k = 0; k < n; k++) {
        for (intptr_t i = k + 1; i < n; i++) {
            for (intptr_t j = 0; j < columns; j++) {
                x[i * columns + j] -= f[i * n + k] * x[k * columns + j];
            }
        }
    }
    for (intptr_t k = n; k-- > 0;) {
        for (intptr_t j = 0; j < columns; j++) {
            x[k * columns + j] /= f[k * n + k];
        }
        for (intptr_t i = 0; i < k; i++) {
            for (intptr_t j = 0; j < columns; j++) {
                x[i * columns + j] -= f[i * n + k] * x[k * columns + j];
            }
        }
    }
    return out;
}
static Value linalg_inv(Args args)
{
    Array *a = square_from(args.at[0]);
    return value_from(solve(a, NULL, array_shape(a)[0]));
}
static Value linalg_solve(Args args)
{
    Array *a = square_from(args.at[0]), *b = array_from(args.at[1], DT_NONE);
    if (b->ndim != 1 && b->ndim != 2) {
        raise_unsupported("numpy.linalg.solve with such a right-hand side");
    }
    if (array_shape(b)[0] != array_shape(a)[0]) {
        raise_value("solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
                    "signature %s (size %ld is different from %ld)",
                    b->ndim == 1 ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)", (long)array_shape(b)[0],
                    (long)array_shape(a)[0]);
    }
    b = array_contiguous(b, DT_FLOAT64);
    Array *x = solve(a, (double *)b->data, b->ndim == 1 ? 1 : array_shape(b)[1]);
    return value_from(array_reshape_view(x, b->ndim, array_shape(b)));
}

const NativeDef linalg_methods[] = {
    {.name = "dot", .fn = function_dot, .signature = "self, b, out="},
    {.name = "trace",
     .fn = array_trace,
     .signature = "self, offset=, axis1=, axis2=, dtype=, out="},
    {.name = "diagonal", .fn = array_diagonal, .signature = "self, offset=, axis1=, axis2="},
    {0},
};
const NativeDef linalg_functions[] = {
    {.name = "dot", .fn = function_dot, .signature = "a, b, out="},
    {.name = "vdot", .fn = function_vdot, .signature = "a, b, /"},
    {.name = "inner", .fn = function_inner, .signature = "a, b, /"},
    {.name = "outer", .fn = function_outer, .signature = "a, b, out="},
    {.name = "matmul", .fn = function_matmul, .signature = "x1, x2, /, out="},
    {.name = "trace", .fn = array_trace, .signature = "a, offset=, axis1=, axis2=, dtype=, out="},
    {.name = "diagonal", .fn = array_diagonal, .signature = "a, offset=, axis1=, axis2="},
    {0},
};

static const NativeDef module_functions[] = {
    {.name = "det", .fn = linalg_det, .signature = "a"},
    {.name = "inv", .fn = linalg_inv, .signature = "a"},
    {.name = "solve", .fn = linalg_solve, .signature = "a, b"},
    {0},
};

static void fill(Value module)
{
    module_set(module, "LinAlgError", value_from(linalg_error_type()));
}

const ModuleDef numpy_linalg_module = {
    .name = "numpy.linalg",
    .doc = "Linear algebra.",
    .functions = module_functions,
    .fill = fill,
    .source = "def __getattr__(name):\n"
              "    import numpy.lib\n"
              "    if name in ('norm', 'matrix_power', 'multi_dot', 'slogdet'):\n"
              "        return getattr(numpy.lib, 'linalg_' + name)\n"
              "    raise AttributeError(f\"module 'numpy.linalg' has no attribute {name!r}\")\n",
};
