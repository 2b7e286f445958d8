/* index_fancy.c: indexing by arrays of integers: they are broadcast together and become one offset
 * for each place, at which lies a block of what the other items leave.
 */
#include "stdlib/numpy/index.h"
#include "stdlib/numpy/iterate.h"

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
    bool is_empty;          /* no element is meant: then wrong indices are only warned of */
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
    bool is_empty;
} OffsetRun;

static inline int64_t fancy_within(int64_t i, intptr_t size, int axis, bool is_empty)
{
    if (unlikely(is_empty)) {
        if (i < -size || i >= size) {
            warn_as(
                &exc_DeprecationWarning,
                "Out of bound index found. This was previously ignored when the indexing result "
                "contained no elements. In the future the index error will be raised. This error "
                "occurs either due to an empty slice, or if an array has zero elements even "
                "before indexing.\n(Use `warnings.simplefilter('error')` to turn this "
                "DeprecationWarning into an error and get more details on the invalid index.)");
        }
        return 0;
    }
    return within(i, size, axis);
}

static void offset_run(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    const OffsetRun *run = context;
    char *in = ptrs[0], *out = ptrs[1];
    for (intptr_t i = 0; i < n; i++, in += strides[0], out += strides[1]) {
        *(int64_t *)out +=
            fancy_within(*(int64_t *)in, run->length, run->axis, run->is_empty) * run->stride;
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
                fancy_within(in[i], fancy->length[0], fancy->axis[0], fancy->is_empty) *
                fancy->stride[0];
        }
        return;
    }
    for (int k = 0; k < fancy->count; k++) {
        intptr_t strides[MAX_DIMS];
        broadcast_strides(fancy->indices[k], fancy->ndim, fancy->shape, strides);
        const intptr_t *both[] = {strides, array_strides(offsets)};
        char *data[] = {fancy->indices[k]->data, offsets->data};
        OffsetRun run = {fancy->stride[k], fancy->length[k], fancy->axis[k], fancy->is_empty};
        iterate(fancy->ndim, fancy->shape, 2, data, both, offset_run, &run);
    }
}

/* The part that is left by the other items, and the arrays; integers count as arrays when it is
 * asked whether those lie side by side. */
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
            add_index(fancy, item->array, array_strides(a)[item->axis], array_shape(a)[item->axis],
                      item->axis);
        } else if (item->kind == ITEM_MASK) {
            add_mask(a, item, fancy);
        } else {
            index_apply(a, item, part);
        }
    }
    broadcast_indices(fancy);
    if (fancy->ndim + part->ndim > MAX_DIMS) {
        raise_index("number of dimensions must be within [0, 32], indexing result would have %d",
                    fancy->ndim + part->ndim);
    }
    fancy->is_empty = false;
    for (int i = 0; i < part->ndim; i++) {
        fancy->is_empty |= part->shape[i] == 0;
    }
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

Value index_get_fancy(Array *a, const Index *index)
{
    Part part;
    Fancy fancy;
    resolve_fancy(a, index, &part, &fancy);
    find_offsets(&fancy);
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
        Block block = {part.ndim,
                       part.shape,
                       part.strides,
                       array_strides(out) + fancy.ndim,
                       kernel_cast((DType)a->dtype, (DType)a->dtype),
                       0};
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

void index_set_fancy(Array *a, const Index *index, Value value)
{
    Part part;
    Fancy fancy;
    resolve_fancy(a, index, &part, &fancy);
    Array *v = assign_value(a, value);
    intptr_t shape[MAX_DIMS], strides[MAX_DIMS], index_strides[MAX_DIMS], part_strides[MAX_DIMS];
    int ndim = result_axes(&fancy, &part, shape);
    Array *fitting = assign_strip(v, ndim);
    if (!assign_fits(fitting, ndim, shape)) {
        raise_value("shape mismatch: value array of shape %S could not be broadcast to indexing "
                    "result of shape %S",
                    shape_text(array_shape(v), v->ndim), shape_text(shape, ndim));
    }
    find_offsets(&fancy);
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
    Block block = {part.ndim,
                   part.shape,
                   part_strides,
                   part.strides,
                   kernel_cast((DType)a->dtype, (DType)a->dtype),
                   0};
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
