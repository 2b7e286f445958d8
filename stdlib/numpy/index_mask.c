/* index_mask.c: indexing by arrays of bools.
 */
#include "stdlib/numpy/index.h"
#include <string.h>

/* How many bytes of a mask are 1 (the others are 0). */
intptr_t mask_count(const char *mask, intptr_t size)
{
    intptr_t n = 0, i = 0;
    while (i + 8 <= size) { /* sums of up to 255 bytes in each of 8 lanes */
        uint64_t lanes = 0, word;
        intptr_t stop = MIN(i + 8 * 255, size & ~(intptr_t)7);
        for (; i < stop; i += 8) {
            memcpy(&word, mask + i, 8);
            lanes += word;
        }
        for (int shift = 0; shift < 64; shift += 8) {
            n += lanes >> shift & 255;
        }
    }
    for (; i < size; i++) {
        n += mask[i] != 0;
    }
    return n;
}

/* The places where a contiguous mask is true, as one array of indices an axis. */
void mask_places(Array *mask, Array **places)
{
    mask = array_contiguous(mask, DT_BOOL);
    intptr_t size = array_size(mask), n = mask_count(mask->data, size);
    int64_t *out[MAX_DIMS];
    intptr_t at[MAX_DIMS] = {0}, k = 0;
    for (int d = 0; d < mask->ndim; d++) {
        places[d] = array_new_1d(DT_INT64, n);
        out[d] = (int64_t *)places[d]->data;
    }
    int last = mask->ndim - 1;
    intptr_t row = last >= 0 ? array_shape(mask)[last] : 1;
    for (intptr_t start = 0; start < size; start += row) {
        for (intptr_t i = 0; i < row; i++) {
            if (mask->data[start + i]) {
                for (int d = 0; d < last; d++) {
                    out[d][k] = at[d];
                }
                out[last][k++] = i;
            }
        }
        for (int d = last - 1; d >= 0 && ++at[d] == array_shape(mask)[d]; d--) {
            at[d] = 0;
        }
    }
}

/* ---- Masks of the array's own shape ---- */

/* The one mask that a key consists of, if it is of the array's shape. */
Array *mask_of_index(Array *a, const Index *index)
{
    const Item *item = &index->at[0];
    return index->count == 1 && item->kind == ITEM_MASK && item->array &&
                   item->array->ndim == a->ndim
               ? array_contiguous(item->array, DT_BOOL)
               : NULL;
}

Array *mask_of_key(Array *a, Value key)
{
    if (!is_object(key) || !is_array(key) || as_array(key)->dtype != DT_BOOL ||
        as_array(key)->ndim != a->ndim || a->ndim == 0) {
        return NULL;
    }
    Item item = {.kind = ITEM_MASK, .array = as_array(key)};
    index_check_mask(a, &item);
    return array_contiguous(as_array(key), DT_BOOL);
}

static inline bool is_none_of_8(const char *mask)
{
    uint64_t word;
    memcpy(&word, mask, 8);
    return word == 0;
}

Value mask_get(Array *a, Array *mask)
{
    intptr_t size = array_size(mask), n = mask_count(mask->data, size), k = 0;
    const char *is_in = mask->data;
    Array *out = array_new_1d((DType)a->dtype, n);
    size_t item = array_itemsize(a);
    intptr_t at[MAX_DIMS] = {0}, row = array_shape(a)[a->ndim - 1];
    intptr_t stride = array_strides(a)[a->ndim - 1];
    char *start = a->data;
    for (intptr_t i = 0; i < size && k < n; i += row) {
        char *from = start;
        for (intptr_t j = 0; j < row; j++, from += stride) {
            if (!is_in[i + j]) {
                while (j + 9 <= row && is_none_of_8(is_in + i + j + 1)) {
                    j += 8;
                    from += 8 * stride;
                }
            } else {
                if (item == 8) {
                    ((uint64_t *)out->data)[k++] = *(uint64_t *)from;
                } else {
                    memcpy(out->data + (size_t)k++ * item, from, item);
                }
            }
        }
        odometer(a->ndim - 1, array_shape(a), array_strides(a), at, &start);
    }
    return value_from(out);
}

void mask_set(Array *a, Array *mask, Value value)
{
    Array *v = assign_value(a, value);
    intptr_t size = array_size(mask), n = mask_count(mask->data, size);
    if (v->ndim > 1) {
        raise_type("NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, "
                   "input has %d dimensions",
                   v->ndim);
    }
    if (v->ndim == 1 && array_shape(v)[0] != n && array_shape(v)[0] != 1) {
        raise_value("NumPy boolean array indexing assignment cannot assign %ld input values to the "
                    "%ld output values where the mask is true",
                    (long)array_shape(v)[0], (long)n);
    }
    intptr_t v_stride = v->ndim && array_shape(v)[0] != 1 ? array_strides(v)[0] : 0;
    size_t item = array_itemsize(a);
    intptr_t at[MAX_DIMS] = {0}, row = array_shape(a)[a->ndim - 1];
    intptr_t stride = array_strides(a)[a->ndim - 1];
    char *start = a->data, *from = v->data;
    for (intptr_t i = 0; i < size && n; i += row) {
        char *to = start;
        for (intptr_t j = 0; j < row; j++, to += stride) {
            if (!mask->data[i + j]) {
                while (j + 9 <= row && is_none_of_8(mask->data + i + j + 1)) {
                    j += 8;
                    to += 8 * stride;
                }
            } else if (item == 8) {
                *(uint64_t *)to = *(const uint64_t *)from;
                from += v_stride;
            } else {
                memcpy(to, from, item);
                from += v_stride;
            }
        }
        odometer(a->ndim - 1, array_shape(a), array_strides(a), at, &start);
    }
}
