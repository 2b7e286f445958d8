/* assign.c: writing values into all of an array, stretched and converted.
 */
#include "stdlib/numpy/create.h"
#include "stdlib/numpy/index.h"
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/scalar.h"

static void run_kernel(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    ((Kernel)(uintptr_t)context)(ptrs, strides, n);
}

/* `from` without leading axes of length 1 that `ndim` axes have no room for. */
Array *assign_strip(Array *from, int ndim)
{
    int extra = 0;
    while (from->ndim - extra > ndim && array_shape(from)[extra] == 1) {
        extra++;
    }
    return extra ? array_view(from, from->data, from->ndim - extra, array_shape(from) + extra,
                              array_strides(from) + extra)
                 : from;
}

bool assign_fits(const Array *from, int ndim, const intptr_t *shape)
{
    if (from->ndim > ndim) {
        return false;
    }
    for (int i = 1; i <= from->ndim; i++) {
        intptr_t n = array_shape(from)[from->ndim - i];
        if (n != 1 && n != shape[ndim - i]) {
            return false;
        }
    }
    return true;
}

static void assign_array(Array *to, Array *from)
{
    Array *fitting = assign_strip(from, to->ndim);
    if (!assign_fits(fitting, to->ndim, array_shape(to))) {
        raise_value("could not broadcast input array from shape %S into shape %S",
                    shape_text(array_shape(fitting), fitting->ndim),
                    shape_text(array_shape(to), to->ndim));
    }
    if (arrays_may_overlap(to, fitting) &&
        !(to->data == fitting->data && to->ndim == fitting->ndim &&
          !memcmp(array_strides(to), array_strides(fitting),
                  (size_t)to->ndim * sizeof(intptr_t)))) {
        fitting = array_copy(fitting);
    }
    bool checks = dtype_is_float((DType)fitting->dtype) && fitting->dtype != to->dtype;
    if (checks) {
        kernel_flags_clear();
    }
    array_copy_into(to, fitting);
    if (checks) {
        warn_flags(kernel_flags_take() & (KERNEL_OVERFLOW | KERNEL_INVALID), "cast");
    }
}

static void assign_element(Array *to, char *element)
{
    intptr_t zeros[MAX_DIMS] = {0};
    const intptr_t *strides[] = {zeros, array_strides(to)};
    char *data[] = {element, to->data};
    iterate(to->ndim, array_shape(to), 2, data, strides, run_kernel,
            (void *)(uintptr_t)kernel_cast((DType)to->dtype, (DType)to->dtype));
}

void array_assign(Array *to, Value value)
{
    if (is_object(value)) {
        if (is_array(value)) {
            assign_array(to, as_array(value));
            return;
        }
        if (is_array_sequence(value)) {
            Array *made = array_from_into(value, to);
            if (made != to) {
                assign_array(to, made);
            }
            return;
        }
    }
    uint64_t element;
    element_from((DType)to->dtype, &element, value);
    assign_element(to, (char *)&element);
}

/* The value of an assignment through arrays, of the target's type, safe from what is written. */
Array *assign_value(Array *a, Value value)
{
    Array *v = array_from(value, (DType)a->dtype);
    return is_array(value) && as_array(value) == v && arrays_may_overlap(a, v) ? array_copy(v) : v;
}
