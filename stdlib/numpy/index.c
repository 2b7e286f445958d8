/* index.c: a[key] and a[key] = value. A key becomes a list of items, one kind each, and then either
 * a view (integers, slices, new axes) or a copy by integer arrays (a mask is one for each of its
 * axes); NumPy's rules say where the axes of those arrays come to lie.
 */
#include "stdlib/numpy/index.h"
#include "stdlib/numpy/scalar.h"

noreturn_fn static void raise_bad_index(void)
{
    raise_index("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer "
                "or boolean arrays are valid indices");
}
noreturn_fn cold_fn void index_raise_out(int64_t i, int axis, intptr_t size)
{
    raise_index("index %lld is out of bounds for axis %d with size %ld", (long long)i, axis,
                (long)size);
}
noreturn_fn static cold_fn void raise_too_many(const Array *a, int given)
{
    raise_index("too many indices for array: array is %d-dimensional, but %d were indexed", a->ndim,
                given);
}

/* ---- Reading a key ---- */

static Item *add_item(Index *index, ItemKind kind)
{
    if (index->count == MAX_ITEMS) {
        raise_index("too many indices for array");
    }
    Item *item = &index->at[index->count++];
    *item = (Item){.kind = kind};
    return item;
}

static void add_array(Index *index, Array *a, bool was_array)
{
    if (a->dtype == DT_BOOL) {
        index->is_fancy = true;
        Item *item = add_item(index, ITEM_MASK);
        if (a->ndim == 0) {
            item->number = a->data[0] != 0;
        } else {
            item->array = a;
        }
        return;
    }
    if (!dtype_is_integer((DType)a->dtype)) {
        if (!was_array && array_size(a) == 0) {
            a = array_cast(a, DT_INT64);
        } else if (was_array) {
            raise_index("arrays used as indices must be of integer (or boolean) type");
        } else {
            raise_bad_index();
        }
    }
    if (a->ndim == 0) {
        index->has_array_int = true;
        add_item(index, ITEM_INT)->number = op_index_int64(python_from((DType)a->dtype, a->data));
        return;
    }
    index->is_fancy = true;
    add_item(index, ITEM_ARRAY)->array = array_contiguous(a, DT_INT64);
}

/* What makes no array of numbers is no index. */
static Array *array_of_indices(Value v)
{
    Array *volatile a = NULL;
    Catch c;
    if (CATCH(c)) {
        a = array_from(v, DT_NONE);
        catch_end(&c);
    } else if (exception_matches(c.exception, value_from(&exc_TypeError))) {
        raise_bad_index();
    } else {
        raise_again(c.exception);
    }
    return a;
}

static void add_value(Index *index, Value v)
{
    if (is_int(v)) {
        add_item(index, ITEM_INT)->number = as_int(v);
    } else if (v == NONE) {
        add_item(index, ITEM_NEW_AXIS);
        index->has_view_item = true;
    } else if (v == ELLIPSIS) {
        if (index->has_ellipsis) {
            raise_index("an index can only have a single ellipsis ('...')");
        }
        add_item(index, ITEM_ELLIPSIS);
        index->has_ellipsis = index->has_view_item = true;
    } else if (is_bool(v)) {
        index->is_fancy = true;
        add_item(index, ITEM_MASK)->number = v == TRUE;
    } else if (!is_object(v)) {
        raise_bad_index();
    } else if (is_exactly(v, &slice_type)) {
        add_item(index, ITEM_SLICE)->slice = v;
        index->has_view_item = true;
    } else if (is_array(v)) {
        add_array(index, as_array(v), true);
    } else if (is_scalar(v)) {
        if (dtype_is_float(scalar_dtype(v))) {
            raise_bad_index();
        }
        if (scalar_dtype(v) == DT_BOOL) {
            index->is_fancy = true;
            add_item(index, ITEM_MASK)->number = scalar_python(v) == TRUE;
        } else {
            add_item(index, ITEM_INT)->number = op_index_int64(scalar_python(v));
        }
    } else if (is_array_sequence(v)) {
        add_array(index, array_of_indices(v), false);
    } else if (is_any_int(v) || type_of(v)->index || op_special(v, S_INDEX) != EMPTY) {
        Value i = op_index(v);
        int64_t number;
        if (!int_to_int64(i, &number)) {
            raise_bad_index();
        }
        add_item(index, ITEM_INT)->number = number;
    } else {
        raise_bad_index();
    }
}

void index_check_mask(const Array *a, const Item *item)
{
    for (int i = 0; item->array && i < item->array->ndim; i++) {
        if (array_shape(item->array)[i] != array_shape(a)[item->axis + i]) {
            raise_index("boolean index did not match indexed array along dimension %d; dimension "
                        "is %ld but corresponding boolean dimension is %ld",
                        item->axis + i, (long)array_shape(a)[item->axis + i],
                        (long)array_shape(item->array)[i]);
        }
    }
}

static int axes_of(const Item *item)
{
    return item->kind == ITEM_NEW_AXIS              ? 0
           : item->kind == ITEM_ELLIPSIS            ? (int)item->number
           : item->kind == ITEM_MASK && item->array ? item->array->ndim
           : item->kind == ITEM_MASK                ? 0
                                                    : 1;
}

static void read_key(Array *a, Value key, Index *index)
{
    index->count = 0;
    index->is_fancy = index->has_ellipsis = index->has_array_int = index->has_view_item = false;
    if (is_tuple(key)) {
        for (size_t i = 0; i < as_tuple(key)->count; i++) {
            add_value(index, as_tuple(key)->at[i].v);
        }
    } else {
        add_value(index, key);
    }
    int used = 0, axis = 0;
    for (int i = 0; i < index->count; i++) {
        used += axes_of(&index->at[i]);
    }
    if (used > a->ndim) {
        raise_too_many(a, used);
    }
    if (!index->has_ellipsis && used < a->ndim) {
        add_item(index, ITEM_ELLIPSIS);
        index->has_view_item = true;
    }
    for (int i = 0; i < index->count; i++) {
        Item *item = &index->at[i];
        if (item->kind == ITEM_ELLIPSIS) {
            item->number = a->ndim - used;
        }
        item->axis = axis;
        axis += axes_of(item);
        if (item->kind == ITEM_MASK) {
            index_check_mask(a, item);
        }
    }
}

/* ---- Views ---- */

static void add_axis(Part *part, intptr_t length, intptr_t stride)
{
    if (part->ndim >= MAX_DIMS) {
        raise_index("number of dimensions must be within [0, 32], indexing result would have %d",
                    part->ndim + 1);
    }
    part->shape[part->ndim] = length;
    part->strides[part->ndim++] = stride;
}

void index_apply(Array *a, const Item *item, Part *part)
{
    int axis = item->axis;
    intptr_t length = axis < a->ndim ? array_shape(a)[axis] : 0;
    intptr_t stride = axis < a->ndim ? array_strides(a)[axis] : 0;
    int64_t start, stop, step;
    size_t count;
    switch (item->kind) {
    case ITEM_INT:
        part->data += within(item->number, length, axis) * stride;
        break;
    case ITEM_SLICE:
        slice_resolve(item->slice, length, &start, &stop, &step, &count);
        part->data += count ? start * stride : 0;
        add_axis(part, (intptr_t)count, stride * step);
        break;
    case ITEM_NEW_AXIS:
        add_axis(part, 1, 0);
        break;
    case ITEM_ELLIPSIS:
        for (int i = 0; i < item->number; i++) {
            add_axis(part, array_shape(a)[axis + i], array_strides(a)[axis + i]);
        }
        break;
    default:
        break;
    }
}

static void part_of(Array *a, const Index *index, Part *part)
{
    part->data = a->data;
    part->ndim = part->before = 0;
    for (int i = 0; i < index->count; i++) {
        index_apply(a, &index->at[i], part);
    }
}

/* ---- a[key] ---- */

Value array_item(Array *a, intptr_t i)
{
    char *at = a->data + i * array_strides(a)[0];
    if (likely(a->ndim == 1)) {
        return scalar_from((DType)a->dtype, at);
    }
    return value_from(array_view(a, at, a->ndim - 1, array_shape(a) + 1, array_strides(a) + 1));
}

/* The place of a[i, j, ...] with a small int for each axis; NULL: the key is of another kind. */
static inline char *element_place(Array *a, Value key)
{
    if (is_int(key)) {
        return a->ndim == 1
                   ? a->data + within(as_int(key), array_shape(a)[0], 0) * array_strides(a)[0]
                   : NULL;
    }
    if (!is_exactly(key, &tuple_type) || as_tuple(key)->count != a->ndim || a->ndim == 0) {
        return NULL;
    }
    char *at = a->data;
    const Slot *slots = as_tuple(key)->at;
    for (int i = 0; i < a->ndim; i++) {
        if (!is_int(slots[i].v)) {
            return NULL;
        }
    }
    for (int i = 0; i < a->ndim; i++) {
        at += within(as_int(slots[i].v), array_shape(a)[i], i) * array_strides(a)[i];
    }
    return at;
}

static Value get_slice(Array *a, Value slice)
{
    int64_t start, stop, step;
    size_t count;
    slice_resolve(slice, array_shape(a)[0], &start, &stop, &step, &count);
    intptr_t stride = array_strides(a)[0];
    Array *view = array_view(a, a->data + (count ? start * stride : 0), a->ndim, array_shape(a),
                             array_strides(a));
    array_shape(view)[0] = (intptr_t)count;
    array_strides(view)[0] = stride * step;
    return value_from(view);
}

Value array_get_item(Value self, Value key)
{
    Array *a = as_array(self);
    char *element = element_place(a, key);
    if (likely(element != NULL)) {
        return scalar_from((DType)a->dtype, element);
    }
    if (is_int(key) && a->ndim) {
        return array_item(a, within(as_int(key), array_shape(a)[0], 0));
    }
    if (is_exactly(key, &slice_type) && a->ndim) {
        return get_slice(a, key);
    }
    Array *mask = mask_of_key(a, key);
    if (mask) {
        return mask_get(a, mask);
    }
    Index index;
    read_key(a, key, &index);
    if (index.is_fancy) {
        mask = mask_of_index(a, &index);
        if (mask) {
            return mask_get(a, mask);
        }
        return index_get_fancy(a, &index);
    }
    Part part;
    part_of(a, &index, &part);
    if (!index.has_view_item) {
        return scalar_from((DType)a->dtype, part.data);
    }
    Array *view = array_view(a, part.data, part.ndim, part.shape, part.strides);
    return value_from(index.has_array_int ? array_copy(view) : view);
}

void array_set_item(Value self, Value key, Value value)
{
    Array *a = as_array(self);
    if (value == EMPTY) {
        raise_value("cannot delete array elements");
    }
    array_check_writable(a);
    char *element = element_place(a, key);
    if (likely(element != NULL)) {
        if (a->dtype == DT_FLOAT64 && (is_float(value) || is_int(value))) {
            *(double *)element = is_float(value) ? as_float(value) : (double)as_int(value);
            return;
        }
        uint64_t bits;
        element_from((DType)a->dtype, &bits, value);
        memcpy(element, &bits, array_itemsize(a));
        return;
    }
    if (is_int(key) && a->ndim) {
        array_assign(as_array(array_item(a, within(as_int(key), array_shape(a)[0], 0))), value);
        return;
    }
    Array *mask = mask_of_key(a, key);
    if (mask) {
        mask_set(a, mask, value);
        return;
    }
    Index index;
    read_key(a, key, &index);
    if (index.is_fancy) {
        mask = mask_of_index(a, &index);
        if (mask) {
            mask_set(a, mask, value);
            return;
        }
        index_set_fancy(a, &index, value);
        return;
    }
    Part part;
    part_of(a, &index, &part);
    if (!index.has_view_item) {
        uint64_t bits;
        element_from((DType)a->dtype, &bits, value);
        memcpy(part.data, &bits, array_itemsize(a));
        return;
    }
    array_assign(array_view(a, part.data, part.ndim, part.shape, part.strides), value);
}
