#include "stdlib/numpy/array.h"
#include "runtime/buffer.h"

#include <stdio.h>

/* ---- Life and death ---- */

static void link_view(Array *owner, Array *view)
{
    view->next = owner->views;
    if (owner->views) {
        owner->views->previous = view;
    }
    owner->views = view;
    owner->view_count++;
}

/* The owner may die in the same collection: its memory is still there, since all on_free run before
 * anything is swept. */
static void unlink_view(Array *owner, Array *view)
{
    if (view->previous) {
        view->previous->next = view->next;
    } else {
        owner->views = view->next;
    }
    if (view->next) {
        view->next->previous = view->previous;
    }
    owner->view_count--;
}

static void array_on_free(Object *object)
{
    Array *a = (Array *)object;
    if (a->base.v != EMPTY) {
        unlink_view(as_array(a->base.v), a);
    } else {
        buffer_free(a->data, a->bytes);
    }
    a->data = NULL;
}

static Array *header_new(DType dtype, int ndim)
{
    int room = MAX(ndim, 3); /* so that .shape can be set to more of them */
    Array *a = mm_new(&array_type, sizeof(Array) + 2 * (size_t)room * sizeof(intptr_t));
    a->dtype = (int8_t)dtype;
    a->ndim = (uint8_t)ndim;
    a->room = (uint8_t)room;
    return a;
}

noreturn_fn static void raise_no_room(size_t bytes, DType dtype, int ndim, const intptr_t *shape)
{
    static const char *const units[] = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double amount = (double)bytes;
    int unit = 0;
    while (amount >= 1024 && unit < 6) {
        amount /= 1024;
        unit++;
    }
    char text[32];
    snprintf(text, sizeof text, amount >= 100 ? "%.0f." : amount >= 10 ? "%.1f" : "%.2f", amount);
    raise_as(memory_error_type(), "Unable to allocate %s %s for an array with shape %V and data type %s",
             text, units[unit], shape_tuple(shape, ndim), dtype_info[dtype].name);
}

Array *array_new(DType dtype, int ndim, const intptr_t *shape, bool zeroed)
{
    size_t bytes = dtype_size(dtype);
    bool empty = false;
    for (int i = 0; i < ndim; i++) {
        if (shape[i] < 0) {
            raise_value("negative dimensions are not allowed");
        }
        empty |= shape[i] == 0;
    }
    for (int i = 0; i < ndim && !empty; i++) {
        if (__builtin_mul_overflow(bytes, (size_t)shape[i], &bytes) || bytes > PTRDIFF_MAX) {
            raise_value("array is too big; `arr.size * arr.dtype.itemsize` is larger than the "
                        "maximum possible size.");
        }
    }
    if (empty) {
        bytes = 0;
    }
    Array *a = header_new(dtype, ndim);
    intptr_t stride = empty ? 0 : (intptr_t)dtype_size(dtype); /* NumPy's strides then: all 0 */
    for (int i = ndim; i-- > 0;) {
        array_shape(a)[i] = shape[i];
        array_strides(a)[i] = stride;
        stride *= MAX(shape[i], 1);
    }
    a->data = buffer_new(bytes, zeroed);
    if (!a->data) {
        raise_no_room(bytes, dtype, ndim, shape);
    }
    a->bytes = bytes;
    mm_watch(a);
    Value file;
    int line;
    if (bytes >= 1 << 16 && vm_where(0, &file, &line)) {
        a->line = line;
    }
    return a;
}

Array *array_new_1d(DType dtype, intptr_t n)
{
    return array_new(dtype, 1, &n, false);
}

Array *array_view(Array *a, char *data, int ndim, const intptr_t *shape, const intptr_t *strides)
{
    Array *view = header_new((DType)a->dtype, ndim);
    Array *owner = a->base.v != EMPTY ? as_array(a->base.v) : a;
    memcpy(array_shape(view), shape, (size_t)ndim * sizeof *shape);
    memcpy(array_strides(view), strides, (size_t)ndim * sizeof *strides);
    view->data = data;
    view->flags = a->flags;
    mm_init(view, &view->base, value_from(owner));
    link_view(owner, view);
    mm_watch(view);
    return view;
}

bool array_owns(const Array *a)
{
    return a->base.v == EMPTY;
}

void array_check_writable(const Array *a)
{
    if (a->flags & ARRAY_READONLY) {
        raise_value("assignment destination is read-only");
    }
}

/* ---- Layout ---- */

bool array_is_contiguous(const Array *a)
{
    intptr_t stride = (intptr_t)array_itemsize(a);
    if (array_size(a) == 0) {
        return true;
    }
    for (int i = a->ndim; i-- > 0;) {
        if (array_shape(a)[i] != 1 && array_strides(a)[i] != stride) {
            return false;
        }
        stride *= array_shape(a)[i];
    }
    return true;
}

bool array_is_fortran(const Array *a)
{
    intptr_t stride = (intptr_t)array_itemsize(a);
    if (array_size(a) == 0) {
        return true;
    }
    for (int i = 0; i < a->ndim; i++) {
        if (array_shape(a)[i] != 1 && array_strides(a)[i] != stride) {
            return false;
        }
        stride *= array_shape(a)[i];
    }
    return true;
}

/* Merges the old axes into runs and cuts the runs into the new axes, as NumPy does without copying. */
Array *array_reshape_view(Array *a, int ndim, const intptr_t *shape)
{
    intptr_t strides[MAX_DIMS], item = (intptr_t)array_itemsize(a);
    if (array_size(a) == 0) {
        for (int i = ndim; i-- > 0;) {
            strides[i] = item;
            item *= MAX(shape[i], 1);
        }
        return array_view(a, a->data, ndim, shape, strides);
    }
    intptr_t old_shape[MAX_DIMS], old_strides[MAX_DIMS];
    int old = 0;
    for (int i = 0; i < a->ndim; i++) {
        if (array_shape(a)[i] != 1) {
            old_shape[old] = array_shape(a)[i];
            old_strides[old++] = array_strides(a)[i];
        }
    }
    int oi = 0, oj = 1, ni = 0, nj = 1;
    while (ni < ndim && oi < old) {
        intptr_t np = shape[ni], op = old_shape[oi];
        while (np != op) {
            if (np < op) {
                np *= shape[nj++];
            } else {
                op *= old_shape[oj++];
            }
        }
        for (int k = oi; k < oj - 1; k++) {
            if (old_strides[k] != old_shape[k + 1] * old_strides[k + 1]) {
                return NULL;
            }
        }
        strides[nj - 1] = old_strides[oj - 1];
        for (int k = nj - 1; k > ni; k--) {
            strides[k - 1] = strides[k] * shape[k];
        }
        ni = nj++;
        oi = oj++;
    }
    intptr_t last = ni >= 1 ? strides[ni - 1] : item;
    for (int k = ni; k < ndim; k++) {
        strides[k] = last;
    }
    return array_view(a, a->data, ndim, shape, strides);
}

/* ---- Copies ---- */

static void run_kernel(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    ((Kernel)(uintptr_t)context)(ptrs, strides, n);
}

void array_copy_into(Array *to, Array *from)
{
    char *data[] = {from->data, to->data};
    intptr_t from_strides[MAX_DIMS];
    broadcast_strides(from, to->ndim, array_shape(to), from_strides);
    if (from->dtype == to->dtype && array_is_contiguous(to) && array_is_contiguous(from) &&
        array_size(to) == array_size(from)) {
        memmove(to->data, from->data, (size_t)array_size(to) * array_itemsize(to));
        return;
    }
    const intptr_t *strides[] = {from_strides, array_strides(to)};
    iterate(to->ndim, array_shape(to), 2, data, strides, run_kernel,
            (void *)(uintptr_t)kernel_cast((DType)from->dtype, (DType)to->dtype));
}

Array *array_cast(Array *a, DType dtype)
{
    Array *copy = array_new(dtype, a->ndim, array_shape(a), false);
    array_copy_into(copy, a);
    return copy;
}

Array *array_copy(Array *a)
{
    return array_cast(a, (DType)a->dtype);
}

Array *array_contiguous(Array *a, DType dtype)
{
    return a->dtype == (int8_t)dtype && array_is_contiguous(a) ? a : array_cast(a, dtype);
}

Value shape_tuple(const intptr_t *shape, int ndim)
{
    Tuple *tuple = tuple_new((size_t)ndim);
    for (int i = 0; i < ndim; i++) {
        mm_init(tuple, &tuple->at[i], int_from_int64(shape[i]));
    }
    return value_from(tuple);
}

/* ---- Attributes ---- */

static Value get_shape(Value self)
{
    return shape_tuple(array_shape(as_array(self)), as_array(self)->ndim);
}
static void set_shape(Value self, Value value)
{
    Array *a = as_array(self);
    intptr_t shape[MAX_DIMS];
    if (value == EMPTY) {
        raise_as(&exc_AttributeError, "Cannot delete array shape");
    }
    Array *view = as_array(call_1(op_get_attr(self, str_intern("reshape")), value));
    int ndim = view->ndim;
    memcpy(shape, array_shape(view), (size_t)ndim * sizeof *shape);
    if (array_owns(view)) {
        raise_as(&exc_AttributeError, "Incompatible shape for in-place modification. Use "
                                      "`.reshape()` to make a copy with the desired shape.");
    }
    if (ndim > a->room) {
        raise_unsupported("setting .shape to more dimensions; use reshape()");
    }
    a->ndim = (uint8_t)ndim;
    memcpy(array_shape(a), shape, (size_t)ndim * sizeof *shape);
    memcpy(array_strides(a), array_strides(view), (size_t)ndim * sizeof *shape);
}
static Value get_strides(Value self)
{
    return shape_tuple(array_strides(as_array(self)), as_array(self)->ndim);
}
static Value get_ndim(Value self)
{
    return value_int(as_array(self)->ndim);
}
static Value get_size(Value self)
{
    return int_from_int64(array_size(as_array(self)));
}
static Value get_itemsize(Value self)
{
    return value_int((int64_t)array_itemsize(as_array(self)));
}
static Value get_nbytes(Value self)
{
    return int_from_int64(array_size(as_array(self)) * (intptr_t)array_itemsize(as_array(self)));
}
static Value get_dtype(Value self)
{
    return dtype_object((DType)as_array(self)->dtype);
}
static Value get_base(Value self)
{
    Value base = as_array(self)->base.v;
    return base == EMPTY ? NONE : base;
}
static Value get_transposed(Value self)
{
    return array_transpose(as_array(self), NULL);
}
static Value get_real(Value self)
{
    return self;
}
static Value iterator_at(Value iterator);

/* .flat and .flags are small objects. */
typedef struct ArrayPart {
    Object head;
    Slot array;
    intptr_t next;
} ArrayPart;
static Type flags_type, array_iterator_type;

static Value part_new(Type *type, Value array)
{
    type_ready(type);
    ArrayPart *part = NEW(ArrayPart, type);
    mm_init(part, &part->array, array);
    return value_from(part);
}
static Array *part_array(Value part)
{
    return as_array(((ArrayPart *)as_object(part))->array.v);
}
static Value get_flags(Value self)
{
    return part_new(&flags_type, self);
}
static Value get_flat(Value self)
{
    return op_iter(call_0(op_get_attr(self, str_intern("ravel"))));
}

static const GetSetDef array_getsets[] = {
    {"shape", get_shape, set_shape}, {"strides", get_strides, NULL}, {"ndim", get_ndim, NULL},
    {"size", get_size, NULL},        {"itemsize", get_itemsize, NULL}, {"nbytes", get_nbytes, NULL},
    {"dtype", get_dtype, NULL},      {"base", get_base, NULL},       {"T", get_transposed, NULL},
    {"real", get_real, NULL},        {"flags", get_flags, NULL},     {"flat", get_flat, NULL},
    {0},
};

/* ---- flags ---- */

static Value flag_owndata(Value self)
{
    return value_bool(array_owns(part_array(self)));
}
static Value flag_contiguous(Value self)
{
    return value_bool(array_is_contiguous(part_array(self)));
}
static Value flag_fortran(Value self)
{
    return value_bool(array_is_fortran(part_array(self)));
}
static Value flag_writeable(Value self)
{
    return value_bool(!(part_array(self)->flags & ARRAY_READONLY));
}
static void set_writeable(Value self, Value value)
{
    Array *a = part_array(self);
    bool on = op_truth(value);
    if (on && !array_owns(a) && (as_array(a->base.v)->flags & ARRAY_READONLY)) {
        raise_value("cannot set WRITEABLE flag to True of this array");
    }
    a->flags = on ? a->flags & ~ARRAY_READONLY : a->flags | ARRAY_READONLY;
}
static Value flag_true(Value self)
{
    (void)self;
    return TRUE;
}
static Value flag_false(Value self)
{
    (void)self;
    return FALSE;
}
static const GetSetDef flags_getsets[] = {
    {"owndata", flag_owndata, NULL},       {"c_contiguous", flag_contiguous, NULL},
    {"contiguous", flag_contiguous, NULL}, {"f_contiguous", flag_fortran, NULL},
    {"fortran", flag_fortran, NULL},       {"writeable", flag_writeable, set_writeable},
    {"aligned", flag_true, NULL},          {"writebackifcopy", flag_false, NULL},
    {0},
};
static Value flags_get_item(Value self, Value key)
{
    if (is_str(key)) {
        Value lower = call_0(op_get_attr(key, str_intern("lower")));
        Value found = op_find_attr(self, str_interned(lower));
        if (found != EMPTY) {
            return found;
        }
    }
    raise_as(&exc_KeyError, "Unknown flag");
}
static Value flags_repr(Value self)
{
    static const char *const names[] = {"c_contiguous", "f_contiguous", "owndata", "writeable",
                                        "aligned", "writebackifcopy"};
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        Value upper = call_0(op_get_attr(str_from(names[i]), str_intern("upper")));
        builder_printf(&b, "  %S : %V\n", upper, op_get_attr(self, str_intern(names[i])));
    }
    return builder_end(&b);
}
static Type flags_type = {
    .name = "numpy.core.multiarray.flagsobj",
    .size = sizeof(ArrayPart),
    .slots_at = offsetof(ArrayPart, array),
    .slots_count = 1,
    .get_item = flags_get_item,
    .repr = flags_repr,
    .getsets = flags_getsets,
};

/* ---- Iteration over the first axis ---- */

static Value array_iter(Value self)
{
    if (as_array(self)->ndim == 0) {
        raise_type("iteration over a 0-d array");
    }
    return part_new(&array_iterator_type, self);
}
static Value iterator_at(Value iterator)
{
    ArrayPart *part = (ArrayPart *)as_object(iterator);
    Array *a = as_array(part->array.v);
    if (part->next >= array_shape(a)[0]) {
        return EMPTY;
    }
    return array_item(a, part->next++);
}
static Value iterator_self(Value self)
{
    return self;
}
static Type array_iterator_type = {
    .name = "iterator",
    .size = sizeof(ArrayPart),
    .slots_at = offsetof(ArrayPart, array),
    .slots_count = 1,
    .iter = iterator_self,
    .next = iterator_at,
};

static int64_t array_length(Value self)
{
    Array *a = as_array(self);
    if (a->ndim == 0) {
        raise_type("len() of unsized object");
    }
    return array_shape(a)[0];
}

static bool array_truth(Value self)
{
    Array *a = as_array(self);
    intptr_t n = array_size(a);
    if (n == 0) {
        return false;
    }
    if (n > 1) {
        raise_value("The truth value of an array with more than one element is ambiguous. Use "
                    "a.any() or a.all()");
    }
    return op_truth(python_from((DType)a->dtype, a->data));
}

/* The one element of an array of size 1, for int(), float() and indices. */
static Value only_element(Value self)
{
    Array *a = as_array(self);
    if (array_size(a) != 1) {
        raise_type("only size-1 arrays can be converted to Python scalars");
    }
    return python_from((DType)a->dtype, a->data);
}
static Value array_index(Value self)
{
    Array *a = as_array(self);
    if (!dtype_is_integer((DType)a->dtype) || a->ndim != 0) {
        raise_type("only integer scalar arrays can be converted to a scalar index");
    }
    return python_from((DType)a->dtype, a->data);
}
static double array_to_float(Value self)
{
    return op_float(only_element(self));
}
static bool array_contains(Value self, Value item)
{
    Value equal = array_compare(CMP_EQ, self, item);
    return op_truth(call_0(op_get_attr(equal, str_intern("any"))));
}

size_t array_size_of(Object *object)
{
    Array *a = (Array *)object;
    return sizeof(Array) + 2 * (size_t)MAX(a->ndim, 1) * sizeof(intptr_t) + a->bytes;
}

extern const NativeDef array_make;

Type array_type = {
    .name = "numpy.ndarray",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Array),
    .slots_at = offsetof(Array, base),
    .slots_count = 1,
    .size_of = array_size_of,
    .on_free = array_on_free,
    .repr = array_repr,
    .str = array_str,
    .compare = array_compare,
    .truth = array_truth,
    .length = array_length,
    .get_item = array_get_item,
    .set_item = array_set_item,
    .contains = array_contains,
    .iter = array_iter,
    .binary = array_binary,
    .inplace = array_inplace,
    .unary = array_unary,
    .index = array_index,
    .to_float = array_to_float,
    .methods = array_methods,
    .getsets = array_getsets,
    .make = &array_make,
};
