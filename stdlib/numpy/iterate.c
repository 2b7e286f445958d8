/* iterate.c: broadcasting, and going over operands of one shape in the order that suits memory. */
#include "stdlib/numpy/iterate.h"

Value shape_text(const intptr_t *shape, int ndim)
{
    StrBuilder b;
    builder_start(&b);
    builder_c(&b, "(");
    for (int i = 0; i < ndim; i++) {
        builder_printf(&b, ndim == 1 ? "%ld," : i ? ",%ld" : "%ld", (long)shape[i]);
    }
    builder_c(&b, ")");
    return builder_end(&b);
}

noreturn_fn static void raise_broadcast(Array **operands, int count)
{
    StrBuilder b;
    builder_start(&b);
    for (int i = 0; i < count; i++) {
        builder_printf(&b, "%S ", shape_text(array_shape(operands[i]), operands[i]->ndim));
    }
    raise_value("operands could not be broadcast together with shapes %S", builder_end(&b));
}

int broadcast_shapes(Array **operands, int count, intptr_t shape[MAX_DIMS])
{
    int ndim = 0;
    for (int i = 0; i < count; i++) {
        ndim = MAX(ndim, operands[i]->ndim);
    }
    for (int d = 0; d < ndim; d++) {
        shape[d] = 1;
    }
    for (int i = 0; i < count; i++) {
        const Array *a = operands[i];
        for (int d = 0; d < a->ndim; d++) {
            intptr_t n = array_shape(a)[d], *to = &shape[ndim - a->ndim + d];
            if (*to == 1) {
                *to = n;
            } else if (n != 1 && n != *to) {
                raise_broadcast(operands, count);
            }
        }
    }
    return ndim;
}

void broadcast_strides(const Array *a, int ndim, const intptr_t *shape, intptr_t *strides)
{
    int missing = ndim - a->ndim;
    for (int d = 0; d < ndim; d++) {
        bool repeats = d < missing || (array_shape(a)[d - missing] == 1 && shape[d] != 1);
        strides[d] = repeats ? 0 : array_strides(a)[d - missing];
    }
}

/* ---- Axes ---- */

static intptr_t magnitude(intptr_t stride)
{
    return stride < 0 ? -stride : stride;
}

/* Whether `outer` should stand inside `inner`: 1 or 0; -1 if no operand can tell. Where operands
 * differ, the order they stand in wins. */
static int wants_swap(const Axis *outer, const Axis *inner, int operands)
{
    int swap = -1;
    for (int i = 0; i < operands; i++) {
        intptr_t a = magnitude(outer->stride[i]), b = magnitude(inner->stride[i]);
        if (a && b) {
            swap = b <= a ? 0 : swap != 0;
        }
    }
    return swap;
}

static void sort_axes(Axis *axes, int count, int operands)
{
    for (int i = 1; i < count; i++) {
        Axis axis = axes[i];
        int place = i;
        for (int j = i; j-- > 0;) {
            int swap = wants_swap(&axis, &axes[j], operands);
            if (swap == 0) {
                break;
            }
            place = swap == 1 ? j : place;
        }
        memmove(&axes[place + 1], &axes[place], (size_t)(i - place) * sizeof *axes);
        axes[place] = axis;
    }
}

static bool can_join(const Axis *inner, const Axis *outer, int operands)
{
    for (int i = 0; i < operands; i++) {
        if (outer->stride[i] != inner->stride[i] * inner->length) {
            return false;
        }
    }
    return true;
}

static int join_axes(Axis *axes, int count, int operands)
{
    int last = 0;
    for (int i = 1; i < count; i++) {
        if (can_join(&axes[last], &axes[i], operands)) {
            axes[last].length *= axes[i].length;
        } else {
            axes[++last] = axes[i];
        }
    }
    return count ? last + 1 : 0;
}

static void flip_axis(Axis *axis, int operands, char **data)
{
    bool any = false;
    for (int i = 0; i < operands; i++) {
        if (axis->stride[i] > 0) {
            return;
        }
        any |= axis->stride[i] < 0;
    }
    for (int i = 0; i < operands && any; i++) {
        data[i] += axis->stride[i] * (axis->length - 1);
        axis->stride[i] = -axis->stride[i];
    }
}

int axes_prepare(int ndim, const intptr_t *shape, int operands, char **data,
                 const intptr_t *const *strides, bool flip, Axis axes[MAX_DIMS])
{
    int count = 0;
    for (int d = ndim; d-- > 0;) {
        if (shape[d] == 0) {
            return -1;
        }
        if (shape[d] != 1) {
            Axis *axis = &axes[count++];
            axis->length = shape[d];
            for (int i = 0; i < operands; i++) {
                axis->stride[i] = strides[i][d];
            }
            if (flip) {
                flip_axis(axis, operands, data);
            }
        }
    }
    if (count > 1) {
        sort_axes(axes, count, operands);
        count = join_axes(axes, count, operands);
    }
    return count;
}

void axes_run(const Axis *axes, int count, int operands, char *const *data, RunFn run,
              void *context)
{
    static const intptr_t no_strides[MAX_OPERANDS];
    char *at[MAX_OPERANDS];
    memcpy(at, data, (size_t)operands * sizeof *at);
    if (count <= 1) {
        run(context, at, count ? axes[0].stride : no_strides, count ? axes[0].length : 1);
        return;
    }
    intptr_t index[MAX_DIMS] = {0};
    for (unsigned rounds = 1;; rounds++) {
        run(context, at, axes[0].stride, axes[0].length);
        if (unlikely(rounds % 65536 == 0)) {
            check_interrupt();
        }
        int k = 1;
        for (; k < count; k++) {
            const Axis *axis = &axes[k];
            if (++index[k] < axis->length) {
                for (int i = 0; i < operands; i++) {
                    at[i] += axis->stride[i];
                }
                break;
            }
            index[k] = 0;
            for (int i = 0; i < operands; i++) {
                at[i] -= axis->stride[i] * (axis->length - 1);
            }
        }
        if (k == count) {
            return;
        }
    }
}

void iterate(int ndim, const intptr_t *shape, int operands, char **data,
             const intptr_t *const *strides, RunFn run, void *context)
{
    if (ndim == 1) {
        intptr_t step[MAX_OPERANDS];
        for (int i = 0; i < operands; i++) {
            step[i] = strides[i][0];
        }
        if (shape[0]) {
            run(context, data, step, shape[0]);
        }
        return;
    }
    Axis axes[MAX_DIMS];
    int count = axes_prepare(ndim, shape, operands, data, strides, false, axes);
    if (count >= 0) {
        axes_run(axes, count, operands, data, run, context);
    }
}

/* ---- Memory in the operands' order ---- */

Array *array_new_ordered(DType dtype, int ndim, const intptr_t *shape, int operands,
                         const intptr_t *const *strides)
{
    Axis axes[MAX_DIMS];
    bool sorted = true;
    for (int d = ndim, k = 0; d-- > 0; k++) {
        axes[k].length = d;
        for (int i = 0; i < operands; i++) {
            axes[k].stride[i] = strides[i][d];
        }
        sorted &= k == 0 || wants_swap(&axes[k], &axes[k - 1], operands) != 1;
    }
    if (sorted) {
        return array_new(dtype, ndim, shape, false);
    }
    sort_axes(axes, ndim, operands);
    intptr_t permuted[MAX_DIMS], step[MAX_DIMS];
    for (int k = 0; k < ndim; k++) {
        permuted[ndim - 1 - k] = shape[axes[k].length];
    }
    Array *a = array_new(dtype, ndim, permuted, false);
    memcpy(step, array_strides(a), (size_t)ndim * sizeof *step);
    for (int k = 0; k < ndim; k++) {
        array_strides(a)[axes[k].length] = step[ndim - 1 - k];
        array_shape(a)[axes[k].length] = permuted[ndim - 1 - k];
    }
    return a;
}

void array_extent(const Array *a, const char **low, const char **high)
{
    *low = *high = a->data;
    if (array_size(a) == 0) {
        return;
    }
    for (int d = 0; d < a->ndim; d++) {
        intptr_t reach = array_strides(a)[d] * (array_shape(a)[d] - 1);
        if (reach < 0) {
            *low += reach;
        } else {
            *high += reach;
        }
    }
    *high += array_itemsize(a);
}

bool arrays_may_overlap(const Array *a, const Array *b)
{
    const char *low, *high, *other_low, *other_high;
    array_extent(a, &low, &high);
    array_extent(b, &other_low, &other_high);
    return low < other_high && other_low < high;
}
