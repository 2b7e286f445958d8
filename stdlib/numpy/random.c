/* random.c: numpy.random's legacy generator: RandomState, and its methods bound to one global
 * instance. The numbers come from legacy_random.h. */
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/legacy_random.h"
#include "stdlib/numpy/reduce.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

typedef struct RandomState {
    Object head;
    LegacyRandom random;
} RandomState;

static LegacyRandom *random_of(Args args)
{
    return &((RandomState *)as_object(args.at[0]))->random;
}

/* ---- Seeding ---- */

static void seed_from_system(LegacyRandom *r)
{
    uint32_t words[64];
    if (getrandom(words, sizeof words, 0) != (ssize_t)sizeof words) {
        raise_runtime("the system gives no random bytes");
    }
    legacy_seed_array(r, words, COUNT_OF(words));
}

noreturn_fn static void raise_seed(void)
{
    raise_value("Seed must be between 0 and 2**32 - 1");
}

static uint32_t seed_word(Value v)
{
    int64_t i;
    if (!int_to_int64(int_plain(v), &i) || i < 0 || i > UINT32_MAX) {
        raise_seed();
    }
    return (uint32_t)i;
}

static void seed_from_array(LegacyRandom *r, Array *a)
{
    if (array_size(a) == 0) {
        raise_value("Seed must be non-empty");
    }
    if (a->ndim != 1) {
        raise_value("Seed array must be 1-d");
    }
    if (dtype_is_float((DType)a->dtype)) {
        raise_type("Cannot cast array data from %V to dtype('int64') according to the rule 'safe'",
                   dtype_object((DType)a->dtype));
    }
    a = array_contiguous(a, DT_INT64);
    intptr_t n = array_size(a);
    const int64_t *from = (int64_t *)a->data;
    uint32_t *words = scratch_bytes((size_t)n * sizeof *words);
    for (intptr_t i = 0; i < n; i++) {
        if (from[i] < 0 || from[i] > UINT32_MAX) {
            raise_seed();
        }
        words[i] = (uint32_t)from[i];
    }
    legacy_seed_array(r, words, (size_t)n);
}

static void seed_from(LegacyRandom *r, Value seed)
{
    if (seed == EMPTY || seed == NONE) {
        seed_from_system(r);
    } else if (is_any_int(seed)) {
        legacy_seed(r, seed_word(seed));
    } else if (is_scalar(seed) && dtype_is_integer(scalar_dtype(seed))) {
        legacy_seed(r, seed_word(op_index(seed)));
    } else if (is_any_float(seed) || is_str(seed)) {
        raise_type("Cannot cast scalar from dtype('%s') to dtype('int64') according to the rule "
                   "'safe'",
                   is_str(seed) ? "<U1" : "float64");
    } else {
        seed_from_array(r, array_from(seed, DT_NONE));
    }
}

static Value random_seed(Args args)
{
    seed_from(random_of(args), arg_or(args, 1, NONE));
    return NONE;
}

static Value get_state(Args args)
{
    LegacyRandom *r = random_of(args);
    Array *key = array_new_1d(DT_UINT32, MT19937_WORDS);
    memcpy(key->data, r->mt.key, sizeof r->mt.key);
    return tuple_of(5, str_from("MT19937"), value_from(key), value_int(r->mt.position),
                    value_int(r->has_gauss), value_float(r->gauss));
}

static Value set_state(Args args)
{
    Value state = tuple_from_iterable(args.at[1]);
    size_t count = as_tuple(state)->count;
    if (count != 3 && count != 5) {
        raise_value("state is not a legacy MT19937 state");
    }
    const Slot *at = as_tuple(state)->at;
    if (!is_str(at[0].v) || !str_equals_c(at[0].v, "MT19937")) {
        raise_value("set_state can only be used with legacy MT19937 state instances.");
    }
    Array *key = array_contiguous(array_from(at[1].v, DT_NONE), DT_UINT32);
    int64_t position = op_index_int64(at[2].v);
    if (array_size(key) != MT19937_WORDS || position < 0 || position > MT19937_WORDS) {
        raise_value("state is not a legacy MT19937 state");
    }
    bool has_gauss = count == 5 && op_truth(at[3].v);
    double gauss = count == 5 ? op_float(at[4].v) : 0;
    LegacyRandom *r = random_of(args);
    memcpy(r->mt.key, key->data, sizeof r->mt.key);
    r->mt.position = (int)position;
    r->has_gauss = has_gauss;
    r->gauss = gauss;
    return NONE;
}

/* ---- Sizes ---- */

/* A new array of a size= argument; NULL for None: one plain number is wanted. */
static Array *sized(DType type, Value size)
{
    if (size == EMPTY || size == NONE) {
        return NULL;
    }
    intptr_t shape[MAX_DIMS];
    if (is_any_float(size)) {
        raise_type("expected a sequence of integers or a single integer, got %V", op_repr(size));
    }
    int ndim = shape_from(size, shape);
    return array_new(type, ndim, shape, false);
}

/* rand(2, 3): the dimensions are the arguments. */
static Array *sized_by_args(DType type, Args args)
{
    intptr_t shape[MAX_DIMS];
    if (args.count == 1) {
        return NULL;
    }
    if (args.count - 1 > MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found %d",
                    (int)args.count - 1);
    }
    for (uint32_t i = 1; i < args.count; i++) {
        if (is_float(args.at[i])) {
            raise_type("'float' object cannot be interpreted as an integer");
        }
        shape[i - 1] = op_index_int64(args.at[i]);
    }
    return array_new(type, (int)args.count - 1, shape, false);
}

static Value fill_uniform(LegacyRandom *r, Array *out)
{
    if (!out) {
        return value_float(mt19937_double(&r->mt));
    }
    legacy_fill_uniform(r, (double *)out->data, (size_t)array_size(out));
    return value_from(out);
}
static Value random_rand(Args args)
{
    return fill_uniform(random_of(args), sized_by_args(DT_FLOAT64, args));
}
static Value random_sample(Args args)
{
    return fill_uniform(random_of(args), sized(DT_FLOAT64, arg_or(args, 1, NONE)));
}

static Value fill_gauss(LegacyRandom *r, Array *out)
{
    if (!out) {
        return value_float(legacy_gauss(r));
    }
    legacy_fill_gauss(r, (double *)out->data, (size_t)array_size(out));
    return value_from(out);
}
static Value random_randn(Args args)
{
    return fill_gauss(random_of(args), sized_by_args(DT_FLOAT64, args));
}
static Value random_standard_normal(Args args)
{
    return fill_gauss(random_of(args), sized(DT_FLOAT64, arg_or(args, 1, NONE)));
}

static Value random_bytes(Args args)
{
    int64_t n = arg_int(args, 1);
    if (n < 0) {
        raise_value("negative dimensions are not allowed");
    }
    uint8_t *at = scratch_bytes((size_t)n + 4);
    legacy_bytes(random_of(args), at, (size_t)n);
    return bytes_new(at, (size_t)n);
}

/* ---- Whole numbers ---- */

static void check_bounds(__int128 low, __int128 high, DType type, bool alone)
{
    int bits = (int)dtype_size(type) * 8;
    char kind = dtype_info[type].kind;
    const char *name = dtype_info[type].name;
    __int128 least = kind == 'i' ? -((__int128)1 << (bits - 1)) : 0;
    __int128 most = kind == 'b'   ? 1
                    : kind == 'i' ? ((__int128)1 << (bits - 1)) - 1
                                  : ((__int128)1 << bits) - 1;
    if (low < least) {
        raise_value("low is out of bounds for %s", name);
    }
    if (high > most) {
        raise_value("high is out of bounds for %s", name);
    }
    if (low > high) {
        raise_value(alone ? "high <= 0" : "low >= high");
    }
}

/* An int argument of randint: floats are cut, as NumPy cuts them. */
static __int128 whole_from(Value v)
{
    if (!is_any_int(v) && !is_any_float(v) && !is_scalar(v)) {
        v = int_from_value(v);
    }
    if (is_scalar(v) && !is_any_float(v)) {
        v = dtype_is_float(scalar_dtype(v)) ? value_float(op_float(v)) : op_index(v);
    }
    if (is_any_float(v)) {
        v = int_from_double(op_float(v));
    }
    int64_t i;
    v = int_plain(v);
    if (int_to_int64(v, &i)) {
        return i;
    }
    if (int_bit_length(v) > 64) {
        return int_sign(v) < 0 ? -((__int128)1 << 100) : (__int128)1 << 100;
    }
    return int_sign(v) < 0 ? (__int128)int_to_uint64_wrap(v) - ((__int128)1 << 64)
                           : (__int128)int_to_uint64_wrap(v);
}

static bool is_one_number(Value v)
{
    if (is_array(v)) {
        return as_array(v)->ndim == 0;
    }
    return !is_list(v) && !is_tuple(v);
}

static Value randint_arrays(LegacyRandom *r, Value low_value, Value high_value, Value size,
                            DType type, int width)
{
    Array *bounds[3];
    bounds[0] = array_from(low_value, DT_NONE);
    bounds[1] = array_from(high_value, DT_NONE);
    Array *out = sized(type, size);
    intptr_t shape[MAX_DIMS];
    int ndim = broadcast_shapes(bounds, 2, shape);
    if (!out) {
        out = array_new(type, ndim, shape, false);
    } else {
        bounds[2] = out;
        ndim = broadcast_shapes(bounds, 3, shape);
        if (ndim != out->ndim || memcmp(shape, array_shape(out), (size_t)ndim * sizeof *shape)) {
            raise_value("Output size %V is not compatible with broadcast dimensions of inputs "
                        "%V.",
                        shape_tuple(array_shape(out), out->ndim), shape_tuple(shape, ndim));
        }
    }
    Array *low = array_new(DT_INT64, ndim, shape, false);
    Array *high = array_new(DT_INT64, ndim, shape, false);
    array_copy_into(low, bounds[0]);
    array_copy_into(high, bounds[1]);
    intptr_t n = array_size(out);
    for (intptr_t i = 0; i < n; i++) {
        int64_t l = ((int64_t *)low->data)[i], h = ((int64_t *)high->data)[i];
        check_bounds(l, (__int128)h - 1, type, false);
    }
    LegacyBits bits = {0, 0};
    size_t item = array_itemsize(out);
    for (intptr_t i = 0; i < n; i++) {
        uint64_t l = (uint64_t)((int64_t *)low->data)[i], h = (uint64_t)((int64_t *)high->data)[i];
        uint64_t value = legacy_integer(r, width, l, h - 1 - l, &bits);
        memcpy(out->data + (size_t)i * item, &value, item);
    }
    return value_from(out);
}

static Value random_randint(Args args) /* self, low, high, size, dtype */
{
    LegacyRandom *r = random_of(args);
    Value low = args.at[1], high = arg_or(args, 2, NONE), size = arg_or(args, 3, NONE);
    Value type_value = arg_or(args, 4, EMPTY);
    DType type = type_value == EMPTY ? DT_INT64 : dtype_from(type_value, DT_INT64);
    bool plain = type_value == EMPTY || type_value == value_from(&int_type) ||
                 type_value == value_from(&bool_type);
    int width = type == DT_BOOL ? 0 : (int)dtype_size(type);
    bool alone = high == NONE;
    if (dtype_is_float(type)) {
        raise_type("Unsupported dtype %V for randint", dtype_object(type));
    }
    if (alone) {
        high = low;
        low = value_int(0);
    }
    if (!is_one_number(low) || !is_one_number(high)) {
        return randint_arrays(r, low, high, size, type, width);
    }
    __int128 from = is_array(low) ? whole_from(unwrap_0d(as_array(low))) : whole_from(low);
    __int128 to = (is_array(high) ? whole_from(unwrap_0d(as_array(high))) : whole_from(high)) - 1;
    check_bounds(from, to, type, alone);
    Array *out = sized(type, size);
    char one[8] __attribute__((aligned(8))) = {0};
    legacy_fill_integers(r, width, (uint64_t)from, (uint64_t)(to - from),
                         out ? (void *)out->data : one, out ? (size_t)array_size(out) : 1);
    if (out) {
        return value_from(out);
    }
    return plain ? python_from(type, one) : scalar_from(type, one);
}

static Value random_random_integers(Args args) /* self, low, high, size */
{
    Value low = args.at[1], high = arg_or(args, 2, NONE);
    if (high == NONE) {
        high = low;
        low = value_int(1);
    }
    warn_as(&exc_DeprecationWarning,
            "This function is deprecated. Please call randint(%S, %S + 1) instead", low, high);
    Value at[] = {args.at[0], low, op_binary(OP2_ADD, high, value_int(1)), arg_or(args, 3, NONE)};
    return random_randint((Args){at, 4});
}

/* ---- Distributions ---- */

static void check_params(const LegacyDistribution *d, const double *params)
{
    for (int i = 0; i < d->params; i++) {
        const char *name = d->param[i].name;
        const char *problem = legacy_check(d->param[i].constraint, params[i]);
        if (problem) {
            char text[120];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            snprintf(text, sizeof text, problem, name, name, name);
#pragma GCC diagnostic pop
            raise_value("%s", text);
        }
    }
    if (!strcmp(d->name, "uniform") && !isfinite(params[1] - params[0])) {
        raise_overflow("Range exceeds valid bounds");
    }
    if (!strcmp(d->name, "poisson") &&
        params[0] > (double)INT64_MAX - sqrt((double)INT64_MAX) * 10) {
        raise_value("lam value too large");
    }
    if (!strcmp(d->name, "triangular")) {
        if (params[0] > params[1]) {
            raise_value("left > mode");
        }
        if (params[1] > params[2]) {
            raise_value("mode > right");
        }
        if (params[0] == params[2]) {
            raise_value("left == right");
        }
    }
}

static void draw(LegacyRandom *r, const LegacyDistribution *d, const double *params, char *out)
{
    if (d->real) {
        *(double *)out = d->real(r, params);
    } else {
        *(int64_t *)out = d->whole(r, params);
    }
}

/* binomial's n is whole: a float is cut. */
static double param_from(const LegacyDistribution *d, int i, Value v)
{
    if (is_str(v)) {
        raise_value("could not convert string to float: %V", v);
    }
    double x = op_float(v);
    return !strcmp(d->name, "binomial") && i == 0 ? trunc(x) : x;
}

static void check_params_fit(Array **params, int count)
{
    for (int j = 1; j < count; j++) {
        for (int i = 0; i < j; i++) {
            const Array *a = params[i], *b = params[j];
            for (int k = 1; k <= MIN(a->ndim, b->ndim); k++) {
                intptr_t m = array_shape(a)[a->ndim - k], n = array_shape(b)[b->ndim - k];
                if (m != n && m != 1 && n != 1) {
                    raise_value("shape mismatch: objects cannot be broadcast to a single shape.  "
                                "Mismatch is between arg %d with shape %V and arg %d with shape "
                                "%V.",
                                i, shape_tuple(array_shape(a), a->ndim), j,
                                shape_tuple(array_shape(b), b->ndim));
                }
            }
        }
    }
}

static Value draw_broadcast(LegacyRandom *r, const LegacyDistribution *d, Value *given, Array *out,
                            DType type)
{
    Array *params[4];
    intptr_t shape[MAX_DIMS];
    for (int i = 0; i < d->params; i++) {
        params[i] = array_from(given[i], DT_FLOAT64);
    }
    check_params_fit(params, d->params);
    int ndim = broadcast_shapes(params, d->params, shape);
    if (out) {
        Array *both[] = {out, array_new(type, ndim, shape, false)};
        bool fits = out->ndim >= ndim;
        for (int k = 1; k <= ndim && fits; k++) {
            intptr_t m = array_shape(out)[out->ndim - k], n = shape[ndim - k];
            fits = m == n || n == 1;
        }
        if (!fits) {
            raise_value("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch "
                        "is between arg 0 with shape %V and arg 1 with shape %V.",
                        shape_tuple(array_shape(out), out->ndim),
                        shape_tuple(array_shape(both[1]), ndim));
        }
    } else {
        out = array_new(type, ndim, shape, false);
    }
    intptr_t n = array_size(out);
    Array *full[3];
    for (int i = 0; i < d->params; i++) {
        full[i] = array_new(DT_FLOAT64, out->ndim, array_shape(out), false);
        array_copy_into(full[i], params[i]);
    }
    double at[3];
    for (int checking = 1; checking >= 0; checking--) {
        for (intptr_t k = 0; k < n; k++) {
            for (int i = 0; i < d->params; i++) {
                at[i] = ((double *)full[i]->data)[k];
            }
            if (checking) {
                check_params(d, at);
            } else {
                draw(r, d, at, out->data + 8 * k);
            }
        }
    }
    return value_from(out);
}

static Value sample(Args args, const char *name) /* self, params..., size */
{
    LegacyRandom *r = random_of(args);
    const LegacyDistribution *d = legacy_distribution(name);
    DType type = d->real ? DT_FLOAT64 : DT_INT64;
    double params[3];
    Value given[3];
    bool all_numbers = true;
    for (int i = 0; i < d->params; i++) {
        uint32_t k = (uint32_t)i + 1;
        if (arg_given(args, k)) {
            given[i] = args.at[k];
        } else {
            given[i] = value_float(atof(d->param[i].standard));
        }
        all_numbers &= is_one_number(given[i]);
    }
    Value size = arg_or(args, (uint32_t)d->params + 1, NONE);
    if (!all_numbers) {
        return draw_broadcast(r, d, given, sized(type, size), type);
    }
    for (int i = 0; i < d->params; i++) {
        params[i] = param_from(d, i, given[i]);
    }
    check_params(d, params);
    Array *out = sized(type, size);
    if (!out) {
        char one[8] __attribute__((aligned(8)));
        draw(r, d, params, one);
        return python_from(type, one);
    }
    intptr_t n = array_size(out);
    if (d->real) {
        for (intptr_t i = 0; i < n; i++) {
            ((double *)out->data)[i] = d->real(r, params);
        }
    } else {
        for (intptr_t i = 0; i < n; i++) {
            ((int64_t *)out->data)[i] = d->whole(r, params);
        }
    }
    return value_from(out);
}

#define DEFINE(name_, ...)                                                                         \
    static Value random_##name_(Args args)                                                         \
    {                                                                                              \
        return sample(args, #name_);                                                               \
    }
LEGACY_REALS(DEFINE)
LEGACY_WHOLES(DEFINE)
#undef DEFINE

/* ---- Orders ---- */

static Value shuffled_rows(LegacyRandom *r, Array *a)
{
    intptr_t n = array_shape(a)[0];
    Array *copy = array_copy(a);
    if (a->ndim == 1) {
        legacy_shuffle(r, copy->data, (size_t)n, array_itemsize(a), array_strides(copy)[0]);
        return value_from(copy);
    }
    int64_t *order = scratch_bytes((size_t)(n + 1) * sizeof *order);
    legacy_permutation(r, order, (size_t)n);
    Array *from = array_contiguous(a, (DType)a->dtype);
    size_t row = n ? copy->bytes / (size_t)n : 0;
    for (intptr_t i = 0; i < n; i++) {
        memcpy(copy->data + (size_t)i * row, from->data + (size_t)order[i] * row, row);
    }
    return value_from(copy);
}

static Value random_permutation(Args args)
{
    LegacyRandom *r = random_of(args);
    Value x = args.at[1];
    if (is_any_int(x) || (is_scalar(x) && dtype_is_integer(scalar_dtype(x)))) {
        int64_t n = MAX(op_index_int64(x), 0);
        Array *out = array_new_1d(DT_INT64, n);
        legacy_permutation(r, (int64_t *)out->data, (size_t)n);
        return value_from(out);
    }
    if (is_str(x) || is_any_float(x)) {
        raise_index("x must be an integer or at least 1-dimensional");
    }
    Array *a = array_from(x, DT_NONE);
    if (a->ndim < 1) {
        raise_index("x must be an integer or at least 1-dimensional");
    }
    return shuffled_rows(r, a);
}

static void shuffle_array(LegacyRandom *r, Array *a)
{
    if (a->ndim == 0) {
        raise_type("len() of unsized object");
    }
    array_check_writable(a);
    intptr_t n = array_shape(a)[0];
    if (a->ndim == 1) {
        legacy_shuffle(r, a->data, (size_t)n, array_itemsize(a), array_strides(a)[0]);
        return;
    }
    if (array_size(a) == 0) {
        return;
    }
    if (array_is_contiguous(a)) {
        size_t row = (size_t)array_strides(a)[0];
        legacy_shuffle(r, a->data, (size_t)n, row, (intptr_t)row);
        return;
    }
    Array *copy = array_copy(a);
    size_t row = copy->bytes / (size_t)n;
    legacy_shuffle(r, copy->data, (size_t)n, row, (intptr_t)row);
    array_copy_into(a, copy);
}

static Value random_shuffle(Args args)
{
    LegacyRandom *r = random_of(args);
    Value x = args.at[1];
    if (is_array(x)) {
        shuffle_array(r, as_array(x));
        return NONE;
    }
    for (int64_t i = op_length(x) - 1; i > 0; i--) {
        int64_t j = (int64_t)legacy_interval(r, (uint64_t)i);
        Value a = op_get_item(x, value_int(i)), b = op_get_item(x, value_int(j));
        op_set_item(x, value_int(i), b);
        op_set_item(x, value_int(j), a);
    }
    return NONE;
}

/* ---- choice ---- */

static void check_p(const double *p, intptr_t n, intptr_t population)
{
    if (n != population) {
        raise_value("'a' and 'p' must have same size");
    }
    double sum = n ? p[0] : 0, lost = 0; /* Kahan's summation */
    for (intptr_t i = 1; i < n; i++) {
        double y = p[i] - lost, t = sum + y;
        lost = (t - sum) - y;
        sum = t;
    }
    if (isnan(sum)) {
        raise_value("probabilities contain NaN");
    }
    for (intptr_t i = 0; i < n; i++) {
        if (p[i] < 0) {
            raise_value("probabilities are not non-negative");
        }
    }
    if (fabs(sum - 1) > sqrt(2.220446049250313e-16)) {
        raise_value("probabilities do not sum to 1");
    }
}

static Array *choose_distinct(LegacyRandom *r, intptr_t population, const double *p, Array *out,
                              intptr_t n)
{
    if (n > population) {
        raise_value("Cannot take a larger sample than population when 'replace=False'");
    }
    if (p) {
        intptr_t positive = 0;
        for (intptr_t i = 0; i < population; i++) {
            positive += p[i] > 0;
        }
        if (positive < n) {
            raise_value("Fewer non-zero entries in p than size");
        }
        double *scratch = scratch_bytes(2 * (size_t)population * sizeof *scratch);
        legacy_choice_distinct(r, p, (size_t)population, scratch, (int64_t *)out->data, (size_t)n);
        return out;
    }
    Array *order = array_new_1d(DT_INT64, population);
    legacy_permutation(r, (int64_t *)order->data, (size_t)population);
    memcpy(out->data, order->data, (size_t)n * 8);
    return out;
}

static Array *choose(LegacyRandom *r, intptr_t population, const double *p, Array *out, intptr_t n)
{
    if (p) {
        double *cdf = scratch_bytes((size_t)population * sizeof *cdf);
        legacy_choice(r, p, (size_t)population, cdf, (int64_t *)out->data, (size_t)n);
    } else {
        if (population <= 0 && n > 0) {
            raise_value("a must be greater than 0 unless no samples are taken");
        }
        legacy_fill_integers(r, 8, 0, (uint64_t)population - 1, out->data, (size_t)n);
    }
    return out;
}

static Value random_choice(Args args) /* self, a, size, replace, p */
{
    LegacyRandom *r = random_of(args);
    Value a = args.at[1], size = arg_or(args, 2, NONE), p_value = arg_or(args, 4, NONE);
    bool replace = arg_bool_or(args, 3, true);
    Array *from = NULL, *p = NULL;
    Value items = EMPTY; /* a list of what no array of ours can hold */
    intptr_t population;
    if (is_any_int(a) || (is_scalar(a) && dtype_is_integer(scalar_dtype(a)))) {
        population = op_index_int64(a);
    } else if (is_any_float(a)) {
        raise_value("a must be 1-dimensional or an integer");
    } else {
        if ((is_list(a) || is_tuple(a)) && op_length(a) > 0 &&
            is_str(op_get_item(a, value_int(0)))) {
            items = tuple_from_iterable(a);
            population = (intptr_t)as_tuple(items)->count;
        } else {
            from = array_from(a, DT_NONE);
            if (from->ndim != 1) {
                raise_value(from->ndim ? "a must be 1-dimensional"
                                       : "a must be 1-dimensional or an integer");
            }
            population = array_shape(from)[0];
        }
    }
    intptr_t n = 1, shape[MAX_DIMS];
    int ndim = -1;
    if (size != NONE) {
        ndim = shape_from(size, shape);
        for (int d = 0; d < ndim; d++) {
            if (shape[d] < 0) {
                raise_value("negative dimensions are not allowed");
            }
            if (__builtin_mul_overflow(n, shape[d], &n)) {
                raise_value("array is too big; `arr.size * arr.dtype.itemsize` is larger than the "
                            "maximum possible size.");
            }
        }
    }
    if (population <= 0 && n > 0) {
        raise_value(from ? "'a' cannot be empty unless no samples are taken"
                         : "a must be greater than 0 unless no samples are taken");
    }
    if (p_value != NONE) {
        p = array_contiguous(array_from(p_value, DT_NONE), DT_FLOAT64);
        if (p->ndim != 1) {
            raise_value("'p' must be 1-dimensional");
        }
        check_p((double *)p->data, array_shape(p)[0], population);
    }
    if (!replace && n > population) {
        raise_value("Cannot take a larger sample than population when 'replace=False'");
    }
    Array *out =
        ndim < 0 ? array_new(DT_INT64, 0, NULL, false) : array_new(DT_INT64, ndim, shape, false);
    const double *weights = p ? (double *)p->data : NULL;
    out = (replace ? choose : choose_distinct)(r, population, weights, out, n);
    int64_t first = n ? *(int64_t *)out->data : 0;
    if (items != EMPTY) {
        if (ndim >= 0) {
            raise_unsupported("arrays of str, which choice would make of a list of str");
        }
        return as_tuple(items)->at[first].v;
    }
    if (!from) {
        return ndim < 0 ? int_from_int64(first) : value_from(out);
    }
    if (ndim < 0) {
        return array_item(from, first);
    }
    Array *picked = array_new((DType)from->dtype, ndim, shape, false);
    size_t item = array_itemsize(from);
    for (intptr_t i = 0; i < n; i++) {
        memcpy(picked->data + (size_t)i * item,
               from->data + ((int64_t *)out->data)[i] * array_strides(from)[0], item);
    }
    return value_from(picked);
}

static Value random_multinomial(Args args) /* self, n, pvals, size */
{
    LegacyRandom *r = random_of(args);
    int64_t n = arg_int(args, 1);
    Array *p = array_contiguous(array_from(args.at[2], DT_NONE), DT_FLOAT64);
    if (p->ndim != 1) {
        raise_value("object too deep for desired array");
    }
    intptr_t d = array_size(p), shape[MAX_DIMS];
    const double *pvals = (double *)p->data;
    int ndim = 0;
    double sum = 0;
    for (intptr_t i = 0; i + 1 < d; i++) {
        sum += pvals[i];
    }
    if (sum > 1.0 + 1e-12) {
        raise_value("sum(pvals[:-1]) > 1.0");
    }
    if (n < 0) {
        raise_value("n < 0");
    }
    if (arg_given(args, 3) && args.at[3] != NONE) {
        ndim = shape_from(args.at[3], shape);
    }
    if (ndim == MAX_DIMS) {
        raise_value("maximum supported dimension for an ndarray is 32, found 33");
    }
    shape[ndim++] = d;
    Array *out = array_new(DT_INT64, ndim, shape, true);
    intptr_t rows = d ? array_size(out) / d : 0;
    const LegacyDistribution *binomial = legacy_distribution("binomial");
    for (intptr_t row = 0; row < rows; row++) {
        int64_t *at = (int64_t *)out->data + row * d, left = n;
        double rest = 1.0;
        for (intptr_t i = 0; i + 1 < d; i++) {
            at[i] = binomial->whole(r, (double[]){(double)left, pvals[i] / rest});
            left -= at[i];
            if (left <= 0) {
                break;
            }
            rest -= pvals[i];
        }
        if (left > 0) {
            at[d - 1] = left;
        }
    }
    return value_from(out);
}

noreturn_fn static void raise_generator(void)
{
    raise_unsupported("numpy.random.Generator; np.random.seed and the functions of np.random are "
                      "there");
}
static Value random_default_rng(Args args)
{
    (void)args;
    raise_generator();
}

/* ---- The class ---- */

static Value random_init(Args args)
{
    return random_seed(args);
}
static const NativeDef init_def = {
    .name = "RandomState", .fn = random_init, .signature = "self, seed="};

static Value random_repr(Value self)
{
    return str_format("RandomState(MT19937) at 0x%lX", (unsigned long)self);
}
static Value random_str(Value self)
{
    (void)self;
    return str_from("RandomState(MT19937)");
}

static const NativeDef methods[] = {
    {.name = "seed", .fn = random_seed, .signature = "self, seed=", .errors = ERRORS_CYTHON},
    {.name = "get_state", .fn = get_state, .signature = "self, legacy=", .errors = ERRORS_CYTHON},
    {.name = "set_state", .fn = set_state, .signature = "self, state", .errors = ERRORS_CYTHON},
    {.name = "rand", .fn = random_rand, .signature = "self, *args"},
    {.name = "randn", .fn = random_randn, .signature = "self, *args"},
    {.name = "random", .fn = random_sample, .signature = "self, size=", .errors = ERRORS_CYTHON},
    {.name = "random_sample",
     .fn = random_sample,
     .signature = "self, size=",
     .errors = ERRORS_CYTHON},
    {.name = "standard_normal",
     .fn = random_standard_normal,
     .signature = "self, size=",
     .errors = ERRORS_CYTHON},
    {.name = "randint",
     .fn = random_randint,
     .signature = "self, low, high=, size=, dtype=",
     .errors = ERRORS_CYTHON},
    {.name = "random_integers",
     .fn = random_random_integers,
     .signature = "self, low, high=, size=",
     .errors = ERRORS_CYTHON},
    {.name = "bytes", .fn = random_bytes, .signature = "self, length", .errors = ERRORS_CYTHON},
    {.name = "permutation",
     .fn = random_permutation,
     .signature = "self, x",
     .errors = ERRORS_CYTHON},
    {.name = "shuffle", .fn = random_shuffle, .signature = "self, x", .errors = ERRORS_CYTHON},
    {.name = "choice",
     .fn = random_choice,
     .signature = "self, a, size=, replace=, p=",
     .errors = ERRORS_CYTHON},
    {.name = "multinomial",
     .fn = random_multinomial,
     .signature = "self, n, pvals, size=",
     .errors = ERRORS_CYTHON},
#define D(name_, signature_)                                                                       \
    {.name = #name_,                                                                               \
     .fn = random_##name_,                                                                         \
     .signature = "self, " signature_ "size=",                                                     \
     .errors = ERRORS_CYTHON},
    D(uniform, "low=, high=, ") D(normal, "loc=, scale=, ") D(lognormal, "mean=, sigma=, ")
        D(laplace, "loc=, scale=, ") D(logistic, "loc=, scale=, ") D(gumbel, "loc=, scale=, ")
            D(exponential, "scale=, ") D(standard_exponential, "") D(standard_gamma, "shape, ")
                D(gamma, "shape, scale=, ") D(beta, "a, b, ") D(chisquare, "df, ")
                    D(f, "dfnum, dfden, ") D(standard_t, "df, ") D(standard_cauchy, "")
                        D(rayleigh, "scale=, ") D(weibull, "a, ") D(pareto, "a, ") D(power, "a, ")
                            D(triangular, "left, mode, right, ") D(poisson, "lam=, ")
                                D(binomial, "n, p, ") D(negative_binomial, "n, p, ")
                                    D(geometric, "p, ")
#undef D
                                        {0},
};

static Type random_state_type = {
    .name = "numpy.random.mtrand.RandomState",
    .size = sizeof(RandomState),
    .repr = random_repr,
    .str = random_str,
    .init = &init_def,
    .methods = methods,
};

static const NativeDef default_rng_def = {
    .name = "default_rng", .fn = random_default_rng, .signature = "seed="};
static const NativeDef generator_def = {
    .name = "Generator", .fn = random_default_rng, .signature = "*args"};

/* The functions are the methods, bound to one instance. */
static void fill(Value module)
{
    type_ready(&random_state_type);
    RandomState *state = NEW(RandomState, &random_state_type);
    seed_from_system(&state->random);
    for (const NativeDef *def = methods; def->name; def++) {
        module_set(module, def->name, native_new(def, &random_state_type, value_from(state)));
        if (!strcmp(def->name, "random_sample")) {
            module_set(module, "ranf", native_new(def, &random_state_type, value_from(state)));
            module_set(module, "sample", native_new(def, &random_state_type, value_from(state)));
        }
    }
    module_set(module, "RandomState", value_from(&random_state_type));
    module_set(module, "default_rng", native_new(&default_rng_def, NULL, EMPTY));
    module_set(module, "Generator", native_new(&generator_def, NULL, EMPTY));
}

const ModuleDef numpy_random_module = {
    .name = "numpy.random",
    .doc = "Random number generation: the legacy generator.",
    .fill = fill,
};
