/* array.h: numpy.ndarray: a header that describes memory by shape and strides, and either owns that
 * memory or is a view of an array that does.
 *
 * Invariants: the base of a view is always the owner (views of views name the owner as well); an
 * owner links all of its live views; `data` of a view lies in its owner's memory. Elements are
 * native and aligned. Strides are in bytes and may be negative or 0.
 */
#ifndef STDLIB_NUMPY_ARRAY_H
#define STDLIB_NUMPY_ARRAY_H

#include "runtime/native.h"
#include "stdlib/numpy/dtype.h"

enum { MAX_DIMS = 32 };
enum { ARRAY_READONLY = 1 };

typedef struct Array {
    Object head;
    Slot base;    /* the owner, if this is a view */
    char *data;
    size_t bytes; /* of the memory, if this owns it */
    struct Array *views;            /* an owner's: the first of its views */
    struct Array *previous, *next;  /* a view's neighbours among its owner's views */
    uint32_t view_count;
    int32_t line;                   /* where it was made; 0: not known */
    int8_t dtype;                   /* DType */
    uint8_t ndim, flags;
    uint8_t room;                   /* dimensions that fit */
    intptr_t dims[];                /* shape[room], strides[room] */
} Array;

extern Type array_type;

static always_inline bool is_array(Value v)
{
    return is_object(v) && type_is_subtype(object_type(as_object(v)), &array_type);
}
static always_inline Array *as_array(Value v)
{
    return (Array *)as_object(v);
}
static always_inline intptr_t *array_shape(const Array *a)
{
    return (intptr_t *)a->dims;
}
static always_inline intptr_t *array_strides(const Array *a)
{
    return (intptr_t *)a->dims + a->room;
}
static always_inline size_t array_itemsize(const Array *a)
{
    return dtype_size((DType)a->dtype);
}
/* Number of elements. */
static inline intptr_t array_size(const Array *a)
{
    intptr_t n = 1;
    for (int i = 0; i < a->ndim; i++) {
        n *= array_shape(a)[i];
    }
    return n;
}

/* ---- array.c: making arrays ---- */
/* A new C-contiguous owner; MemoryError as NumPy words it, ValueError if it cannot be that large. */
Array *array_new(DType dtype, int ndim, const intptr_t *shape, bool zeroed);
Array *array_new_1d(DType dtype, intptr_t n);
/* A view of a's memory. */
Array *array_view(Array *a, char *data, int ndim, const intptr_t *shape, const intptr_t *strides);
/* A C-contiguous copy; array_cast converts as astype does (always a copy). */
Array *array_copy(Array *a);
Array *array_cast(Array *a, DType dtype);
/* a itself if it is C-contiguous and of that type, else a copy. */
Array *array_contiguous(Array *a, DType dtype);
bool array_is_contiguous(const Array *a);
bool array_is_fortran(const Array *a);
bool array_owns(const Array *a);
/* A view of a as `shape` if its memory allows, else NULL. */
Array *array_reshape_view(Array *a, int ndim, const intptr_t *shape);
/* ValueError "assignment destination is read-only" if it is. */
void array_check_writable(const Array *a);

/* ---- create.c: from Python values ---- */
/* Any array-like as an array (itself if it is one); DT_NONE: the type that its values ask for. */
Array *array_from(Value v, DType dtype);
/* numpy.array: always a new one if `copy`. */
Array *array_from_copy(Value v, DType dtype, bool copy, int ndmin);
/* A shape argument: int or sequence of ints; the number of dimensions. -1 is let through. */
int shape_from(Value v, intptr_t shape[MAX_DIMS]);
/* A dtype argument: str, type, dtype object; `otherwise` for None or EMPTY. TypeError. */
DType dtype_from(Value v, DType otherwise);
/* An axis argument within ndim: AxisError as NumPy words it. */
int axis_from(int64_t axis, int ndim);
/* Broadcasts any array-like. */
Value shape_tuple(const intptr_t *shape, int ndim);
noreturn_fn void raise_axis(int64_t axis, int ndim);
/* numpy.core._exceptions._ArrayMemoryError; numpy.AxisError. */
Type *memory_error_type(void);
extern Type axis_error_type;
extern const NativeDef create_functions[], create_methods[];
/* The methods of ndarray: numpy.c joins create_methods, index_methods, reduce_methods and
 * shape_methods (and what else is listed there) into this table at import. A further table of
 * functions or methods: declare it here and add it to the lists in numpy.c. Scalars find the methods
 * of ndarray by themselves: they are called on a 0-d array. */
extern NativeDef array_methods[];

/* ---- scalar.c ---- */
extern Type scalar_types[DTYPE_COUNT];
extern Type generic_type;
typedef struct Scalar {
    Object head;
    union {
        double f64; /* float64's place is that of float's own instances */
        float f32;
        int64_t i64;
        uint64_t u64;
        char bytes[8];
    };
} Scalar;
/* The NumPy scalar of an element; and the plain Python number. */
Value scalar_from(DType dtype, const void *element);
Value python_from(DType dtype, const void *element);
bool is_scalar(Value v);
DType scalar_dtype(Value v);
/* Writes a Python or NumPy number as an element; OverflowError, TypeError as NumPy. */
void element_from(DType dtype, void *element, Value v);

/* ---- dtype_object.c ---- */
Value dtype_object(DType dtype);
extern Type dtype_type;
extern const NativeDef dtype_functions[];
void dtypes_fill(Value module);
void scalars_fill(Value module);

/* ---- print.c ---- */
Value array_repr(Value self);
Value array_str(Value self);
extern const NativeDef print_functions[];

/* ---- index.c ---- */
Value array_get_item(Value self, Value key);
void array_set_item(Value self, Value key, Value value);
/* Element i of the first axis: a scalar or a view. */
Value array_item(Array *a, intptr_t i);
/* Writes `value`, broadcast, over the whole of `to`. */
void array_assign(Array *to, Value value);
void array_copy_into(Array *to, Array *from);
extern const NativeDef index_functions[], index_methods[];

/* ---- ufunc.c ---- */
#include "stdlib/numpy/kernels.h"
/* Shapes of all operands together; ValueError "operands could not be broadcast together ...". */
int broadcast_shapes(Array **operands, int count, intptr_t shape[MAX_DIMS]);
/* Goes over n operands of one shape, innermost run first: calls `run` with pointers and strides. */
typedef void (*RunFn)(void *context, char **ptrs, const intptr_t *strides, intptr_t n);
void iterate(int ndim, const intptr_t *shape, int operands, char **data,
             const intptr_t *const *strides, RunFn run, void *context);
/* An array's strides for a broadcast shape. */
void broadcast_strides(const Array *a, int ndim, const intptr_t *shape, intptr_t *strides);
/* A ufunc on array-likes: an array, or a scalar if all inputs are 0-d. `out` may be NULL. */
Value ufunc_call(KernelOp op, const Value *inputs, Array *out);
Value array_binary(BinaryOp op, Value a, Value b);
Value array_inplace(BinaryOp op, Value a, Value b);
Value array_unary(UnaryOp op, Value a);
Value array_compare(CompareOp op, Value a, Value b);
void ufuncs_fill(Value module);
/* A 0-d array becomes its scalar; others stay. */
Value unwrap_0d(Array *a);
/* The RuntimeWarnings that flags ask for. */
void warn_flags(unsigned flags, const char *name);

/* ---- reduce.c ---- */
extern const NativeDef reduce_methods[], reduce_functions[];

/* ---- shape.c, join.c, random.c ---- */
extern const NativeDef shape_methods[], shape_functions[], join_functions[];
/* sort.c, search.c, linalg.c, ufunc_functions.c: more tables, each ended by {0} like the others. */
extern const NativeDef sort_methods[], sort_functions[], search_methods[], search_functions[],
    linalg_methods[], linalg_functions[], ufunc_methods[], ufunc_functions[];
/* The modules numpy.random and numpy.linalg; and Python text for numpy's ModuleDef.source: a
 * __getattr__ that loads these two and what numpy/lib.py defines at first use. */
extern const ModuleDef numpy_random_module, numpy_linalg_module;
extern const char numpy_lazy_source[];
Value array_transpose(Array *a, const int *axes /* or NULL: reversed */);

#endif
