/* index.c: a[key] and a[key] = value. A key becomes a list of items, one kind each, and then either
 * a view (integers, slices, new axes) or a copy by integer arrays (a mask is one for each of its
 * axes); NumPy's rules say where the axes of those arrays come to lie.
 */
#include "stdlib/numpy/create.h"
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/scalar.h"

typedef enum { ITEM_INT, ITEM_SLICE, ITEM_NEW_AXIS, ITEM_ELLIPSIS, ITEM_ARRAY, ITEM_MASK } ItemKind;

typedef struct Item {
    ItemKind kind;
    int axis;       /* of the array, the first one if more */
    int64_t number; /* of an integer; an ellipsis' axes */
    Value slice;
    Array *array; /* of integers; a mask. NULL in ITEM_MASK: `number` is a bare bool */
} Item;

enum { MAX_ITEMS = 2 * MAX_DIMS };
typedef struct Index {
    Item at[MAX_ITEMS];
    int count;
    bool is_fancy, has_ellipsis, has_array_int, has_view_item;
} Index;

noreturn_fn static void raise_bad_index(void)
{
    raise_index("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer "
                "or boolean arrays are valid indices");
}
noreturn_fn static cold_fn void raise_out(int64_t i, int axis, intptr_t size)
{
    raise_index("index %lld is out of bounds for axis %d with size %ld", (long long)i, axis,
                (long)size);
}
noreturn_fn static cold_fn void raise_too_many(const Array *a, int given)
{
    raise_index("too many indices for array: array is %d-dimensional, but %d were indexed", a->ndim,
                given);
}

static inline int64_t within(int64_t i, intptr_t size, int axis)
{
    int64_t at = i < 0 ? i + size : i;
    if (unlikely((uint64_t)at >= (uint64_t)size)) {
        raise_out(i, axis, size);
    }
    return at;
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

static void check_mask(const Array *a, const Item *item)
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
    return item->kind == ITEM_NEW_AXIS                  ? 0
           : item->kind == ITEM_ELLIPSIS                ? (int)item->number
           : item->kind == ITEM_MASK && item->array     ? item->array->ndim
           : item->kind == ITEM_MASK                    ? 0
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
            check_mask(a, item);
        }
    }
}

/* ---- Views ---- */

/* What integers, slices, new axes and ellipses leave: a place and axes. */
typedef struct Part {
    char *data;
    int ndim, before; /* `before`: axes in front of the first array */
    intptr_t shape[MAX_DIMS + 1], strides[MAX_DIMS + 1];
} Part;

static void add_axis(Part *part, intptr_t length, intptr_t stride)
{
    if (part->ndim >= MAX_DIMS) {
        raise_index("number of dimensions must be within [0, 32], indexing result would have %d",
                    part->ndim + 1);
    }
    part->shape[part->ndim] = length;
    part->strides[part->ndim++] = stride;
}

static void apply_item(Array *a, const Item *item, Part *part)
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
        apply_item(a, &index->at[i], part);
    }
}

/* ---- Integer arrays ---- */

typedef struct Fancy {
    Array *indices[MAX_DIMS];
    intptr_t stride[MAX_DIMS], length[MAX_DIMS]; /* of the axis that each indexes */
    int axis[MAX_DIMS];
    int count;
    int ndim; /* of all indices, broadcast */
    intptr_t shape[MAX_DIMS];
    intptr_t size;
    const int64_t *offsets; /* in bytes, one for each place of the broadcast indices */
    int position;           /* axes of the part in front of theirs */
    Array *keep;            /* holds the offsets */
} Fancy;

static void add_index(Fancy *fancy, Array *indices, intptr_t stride, intptr_t length, int axis)
{
    if (fancy->count == MAX_DIMS) {
        raise_index("too many indices for array");
    }
    fancy->indices[fancy->count] = indices;
    fancy->stride[fancy->count] = stride;
    fancy->length[fancy->count] = length;
    fancy->axis[fancy->count++] = axis;
}

/* The places where a contiguous mask is true, as one array of indices an axis. */
static void mask_places(Array *mask, Array **places)
{
    mask = array_contiguous(mask, DT_BOOL);
    intptr_t size = array_size(mask), n = 0;
    for (intptr_t i = 0; i < size; i++) {
        n += mask->data[i] != 0;
    }
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

static void add_mask(Array *a, const Item *item, Fancy *fancy)
{
    if (!item->array) { /* a bare bool: one place, or none */
        Array *one = array_new(DT_INT64, 1, (intptr_t[]){(intptr_t)item->number}, true);
        add_index(fancy, one, 0, 1, 0);
        return;
    }
    Array *places[MAX_DIMS];
    mask_places(item->array, places);
    for (int d = 0; d < item->array->ndim; d++) {
        add_index(fancy, places[d], array_strides(a)[item->axis + d],
                  array_shape(a)[item->axis + d], item->axis + d);
    }
}

noreturn_fn static void raise_index_shapes(const Fancy *fancy)
{
    StrBuilder b;
    builder_start(&b);
    for (int i = 0; i < fancy->count; i++) {
        builder_str(&b, shape_text(array_shape(fancy->indices[i]), fancy->indices[i]->ndim));
        builder_c(&b, " ");
    }
    raise_index("shape mismatch: indexing arrays could not be broadcast together with shapes %S",
                builder_end(&b));
}

static void broadcast_indices(Fancy *fancy)
{
    fancy->ndim = 0;
    for (int i = 0; i < fancy->count; i++) {
        fancy->ndim = MAX(fancy->ndim, fancy->indices[i]->ndim);
    }
    fancy->size = 1;
    for (int d = 0; d < fancy->ndim; d++) {
        intptr_t length = 1;
        for (int i = 0; i < fancy->count; i++) {
            int own = d - (fancy->ndim - fancy->indices[i]->ndim);
            intptr_t n = own < 0 ? 1 : array_shape(fancy->indices[i])[own];
            if (n != 1 && length != 1 && n != length) {
                raise_index_shapes(fancy);
            }
            length = n != 1 ? n : length;
        }
        fancy->shape[d] = length;
        if (__builtin_mul_overflow(fancy->size, length, &fancy->size)) {
            raise_value("array is too big; `arr.size * arr.dtype.itemsize` is larger than the "
                        "maximum possible size.");
        }
    }
}

typedef struct OffsetRun {
    intptr_t stride, length;
    int axis;
} OffsetRun;

static void offset_run(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    const OffsetRun *run = context;
    char *in = ptrs[0], *out = ptrs[1];
    for (intptr_t i = 0; i < n; i++, in += strides[0], out += strides[1]) {
        *(int64_t *)out += within(*(int64_t *)in, run->length, run->axis) * run->stride;
    }
}

static void find_offsets(Fancy *fancy)
{
    Array *offsets = array_new(DT_INT64, fancy->ndim, fancy->shape, fancy->count > 1);
    fancy->keep = offsets;
    fancy->offsets = (const int64_t *)offsets->data;
    if (fancy->count == 1) {
        const int64_t *in = (const int64_t *)fancy->indices[0]->data;
        for (intptr_t i = 0; i < fancy->size; i++) {
            ((int64_t *)offsets->data)[i] =
                within(in[i], fancy->length[0], fancy->axis[0]) * fancy->stride[0];
        }
        return;
    }
    for (int k = 0; k < fancy->count; k++) {
        intptr_t strides[MAX_DIMS];
        broadcast_strides(fancy->indices[k], fancy->ndim, fancy->shape, strides);
        const intptr_t *both[] = {strides, array_strides(offsets)};
        char *data[] = {fancy->indices[k]->data, offsets->data};
        OffsetRun run = {fancy->stride[k], fancy->length[k], fancy->axis[k]};
        iterate(fancy->ndim, fancy->shape, 2, data, both, offset_run, &run);
    }
}

/* The part that is left by the other items, and the arrays; integers count as arrays when it is asked
 * whether those lie side by side. */
static void resolve_fancy(Array *a, const Index *index, Part *part, Fancy *fancy)
{
    part->data = a->data;
    part->ndim = part->before = 0;
    fancy->count = fancy->position = 0;
    int state = 0; /* 0: before the first array, 1: among them, 2: behind, 3: apart */
    for (int i = 0; i < index->count; i++) {
        const Item *item = &index->at[i];
        if (item->kind == ITEM_INT || item->kind >= ITEM_ARRAY) {
            if (state == 0) {
                fancy->position = part->ndim;
                state = 1;
            } else if (state == 2) {
                fancy->position = 0;
                state = 3;
            }
        } else if (state == 1) {
            state = 2;
        }
        if (item->kind == ITEM_ARRAY) {
            add_index(fancy, item->array, array_strides(a)[item->axis],
                      array_shape(a)[item->axis], item->axis);
        } else if (item->kind == ITEM_MASK) {
            add_mask(a, item, fancy);
        } else {
            apply_item(a, item, part);
        }
    }
    broadcast_indices(fancy);
    if (fancy->ndim + part->ndim > MAX_DIMS) {
        raise_index("number of dimensions must be within [0, 32], indexing result would have %d",
                    fancy->ndim + part->ndim);
    }
    find_offsets(fancy);
}

/* ---- Blocks: what each place of the indices means ---- */

static void run_kernel(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    ((Kernel)(uintptr_t)context)(ptrs, strides, n);
}

typedef struct Block {
    int ndim;
    const intptr_t *shape;
    const intptr_t *from_strides, *to_strides;
    Kernel copy;
    size_t bytes; /* not 0: one piece on both sides */
} Block;

static inline void block_copy(const Block *block, char *from, char *to)
{
    char *ptrs[] = {from, to};
    if (block->bytes) {
        memcpy(to, from, block->bytes);
    } else if (block->ndim <= 1) {
        const intptr_t strides[] = {block->ndim ? block->from_strides[0] : 0,
                                    block->ndim ? block->to_strides[0] : 0};
        block->copy(ptrs, strides, block->ndim ? block->shape[0] : 1);
    } else {
        const intptr_t *strides[] = {block->from_strides, block->to_strides};
        iterate(block->ndim, block->shape, 2, ptrs, strides, run_kernel,
                (void *)(uintptr_t)block->copy);
    }
}

static bool is_packed(int ndim, const intptr_t *shape, const intptr_t *strides, intptr_t item)
{
    for (int i = ndim; i-- > 0;) {
        if (shape[i] != 1 && strides[i] != item) {
            return false;
        }
        item *= shape[i];
    }
    return true;
}

static void gather(char *out, const char *from, const int64_t *offsets, intptr_t n, size_t size)
{
    switch (size) {
    case 8:
        for (intptr_t i = 0; i < n; i++) {
            ((uint64_t *)out)[i] = *(const uint64_t *)(from + offsets[i]);
        }
        return;
    case 4:
        for (intptr_t i = 0; i < n; i++) {
            ((uint32_t *)out)[i] = *(const uint32_t *)(from + offsets[i]);
        }
        return;
    default:
        for (intptr_t i = 0; i < n; i++) {
            memcpy(out + (size_t)i * size, from + offsets[i], size);
        }
    }
}

/* Axes of the result: those of the part in front, the indices', the rest of the part's. */
static int result_axes(const Fancy *fancy, const Part *part, intptr_t *shape)
{
    int n = 0;
    for (int i = 0; i < fancy->position; i++) {
        shape[n++] = part->shape[i];
    }
    for (int i = 0; i < fancy->ndim; i++) {
        shape[n++] = fancy->shape[i];
    }
    for (int i = fancy->position; i < part->ndim; i++) {
        shape[n++] = part->shape[i];
    }
    return n;
}

static Value get_fancy(Array *a, const Index *index)
{
    Part part;
    Fancy fancy;
    resolve_fancy(a, index, &part, &fancy);
    intptr_t shape[MAX_DIMS];
    memcpy(shape, fancy.shape, (size_t)fancy.ndim * sizeof *shape);
    memcpy(shape + fancy.ndim, part.shape, (size_t)part.ndim * sizeof *shape);
    int ndim = fancy.ndim + part.ndim;
    Array *out = array_new((DType)a->dtype, ndim, shape, false);
    intptr_t block_size = 1;
    for (int i = 0; i < part.ndim; i++) {
        block_size *= part.shape[i];
    }
    size_t item = array_itemsize(a);
    if (part.ndim == 0) {
        gather(out->data, part.data, fancy.offsets, fancy.size, item);
    } else if (block_size) {
        Block block = {part.ndim, part.shape, part.strides, array_strides(out) + fancy.ndim,
                       kernel_cast((DType)a->dtype, (DType)a->dtype), 0};
        size_t bytes = (size_t)block_size * item;
        block.bytes = is_packed(part.ndim, part.shape, part.strides, (intptr_t)item) ? bytes : 0;
        for (intptr_t i = 0; i < fancy.size; i++) {
            block_copy(&block, part.data + fancy.offsets[i], out->data + (size_t)i * bytes);
        }
    }
    if (fancy.position == 0) {
        return value_from(out);
    }
    intptr_t strides[MAX_DIMS];
    int n = 0;
    for (int i = 0; i < fancy.position; i++) {
        strides[n++] = array_strides(out)[fancy.ndim + i];
    }
    for (int i = 0; i < fancy.ndim; i++) {
        strides[n++] = array_strides(out)[i];
    }
    for (int i = fancy.position; i < part.ndim; i++) {
        strides[n++] = array_strides(out)[fancy.ndim + i];
    }
    result_axes(&fancy, &part, shape);
    return value_from(array_view(out, out->data, ndim, shape, strides));
}

/* ---- Assigning ---- */

/* `from` without leading axes of length 1 that `ndim` axes have no room for. */
static Array *without_leading(Array *from, int ndim)
{
    int extra = 0;
    while (from->ndim - extra > ndim && array_shape(from)[extra] == 1) {
        extra++;
    }
    return extra ? array_view(from, from->data, from->ndim - extra, array_shape(from) + extra,
                              array_strides(from) + extra)
                 : from;
}

static bool fits(const Array *from, int ndim, const intptr_t *shape)
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
    Array *fitting = without_leading(from, to->ndim);
    if (!fits(fitting, to->ndim, array_shape(to))) {
        raise_value("could not broadcast input array from shape %S into shape %S",
                    shape_text(array_shape(from), from->ndim), shape_text(array_shape(to), to->ndim));
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
static Array *value_array(Array *a, Value value)
{
    Array *v = array_from(value, (DType)a->dtype);
    return is_array(value) && as_array(value) == v && arrays_may_overlap(a, v) ? array_copy(v) : v;
}

/* Steps through the axes of `shape` in C order: *offset follows `strides`. */
static inline void odometer(int ndim, const intptr_t *shape, const intptr_t *strides, intptr_t *at,
                            char **place)
{
    for (int d = ndim; d-- > 0;) {
        *place += strides[d];
        if (++at[d] < shape[d]) {
            return;
        }
        *place -= strides[d] * shape[d];
        at[d] = 0;
    }
}

static void set_fancy(Array *a, const Index *index, Value value)
{
    Part part;
    Fancy fancy;
    resolve_fancy(a, index, &part, &fancy);
    Array *v = value_array(a, value);
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS], index_strides[MAX_DIMS], part_strides[MAX_DIMS];
    int ndim = result_axes(&fancy, &part, shape);
    Array *fitting = without_leading(v, ndim);
    if (!fits(fitting, ndim, shape)) {
        raise_value("shape mismatch: value array of shape %S could not be broadcast to indexing "
                    "result of shape %S",
                    shape_text(array_shape(v), v->ndim), shape_text(shape, ndim));
    }
    broadcast_strides(fitting, ndim, shape, strides);
    intptr_t block_size = 1;
    for (int i = 0; i < part.ndim; i++) {
        part_strides[i] = strides[i < fancy.position ? i : i + fancy.ndim];
        block_size *= part.shape[i];
    }
    memcpy(index_strides, strides + fancy.position, (size_t)fancy.ndim * sizeof *strides);
    if (!block_size) {
        return;
    }
    intptr_t item = (intptr_t)array_itemsize(a);
    Block block = {part.ndim, part.shape, part_strides, part.strides,
                   kernel_cast((DType)a->dtype, (DType)a->dtype), 0};
    if (is_packed(part.ndim, part.shape, part.strides, item) &&
        is_packed(part.ndim, part.shape, part_strides, item)) {
        block.bytes = (size_t)(block_size * item);
    }
    intptr_t at[MAX_DIMS] = {0};
    char *from = fitting->data;
    for (intptr_t i = 0; i < fancy.size; i++) {
        block_copy(&block, from, part.data + fancy.offsets[i]);
        odometer(fancy.ndim, fancy.shape, index_strides, at, &from);
    }
}

/* ---- Masks of the array's own shape ---- */

static Array *whole_mask(Array *a, Value key)
{
    if (!is_object(key) || !is_array(key) || as_array(key)->dtype != DT_BOOL ||
        as_array(key)->ndim != a->ndim || a->ndim == 0) {
        return NULL;
    }
    Item item = {.kind = ITEM_MASK, .array = as_array(key)};
    check_mask(a, &item);
    return array_contiguous(as_array(key), DT_BOOL);
}

static Value get_masked(Array *a, Array *mask)
{
    intptr_t size = array_size(mask), n = 0, k = 0;
    const char *is_in = mask->data;
    for (intptr_t i = 0; i < size; i++) {
        n += is_in[i] != 0;
    }
    Array *out = array_new_1d((DType)a->dtype, n);
    size_t item = array_itemsize(a);
    intptr_t at[MAX_DIMS] = {0}, row = array_shape(a)[a->ndim - 1];
    intptr_t stride = array_strides(a)[a->ndim - 1];
    char *start = a->data;
    for (intptr_t i = 0; i < size && k < n; i += row) {
        char *from = start;
        for (intptr_t j = 0; j < row; j++, from += stride) {
            if (is_in[i + j]) {
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

static void set_masked(Array *a, Array *mask, Value value)
{
    Array *v = value_array(a, value);
    intptr_t size = array_size(mask), n = 0;
    for (intptr_t i = 0; i < size; i++) {
        n += mask->data[i] != 0;
    }
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
            if (mask->data[i + j]) {
                memcpy(to, from, item);
                from += v_stride;
            }
        }
        odometer(a->ndim - 1, array_shape(a), array_strides(a), at, &start);
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
    Array *mask = whole_mask(a, key);
    if (mask) {
        return get_masked(a, mask);
    }
    Index index;
    read_key(a, key, &index);
    if (index.is_fancy) {
        return get_fancy(a, &index);
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
    Array *mask = whole_mask(a, key);
    if (mask) {
        set_masked(a, mask, value);
        return;
    }
    Index index;
    read_key(a, key, &index);
    if (index.is_fancy) {
        set_fancy(a, &index, value);
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
