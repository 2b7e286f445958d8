/* random.c: the module random: the class Random over the Mersenne Twister, and its methods as
 * functions of one hidden instance. The distributions draw in the order in which CPython 3.11
 * draws, so that a seed gives its numbers; their sources are named there. Numbers of a Random
 * itself come straight from the twister, those of an heir through its own random() and
 * getrandbits().
 */
#include "runtime/float_exact.h"
#include "runtime/mt19937.h"
#include "runtime/native.h"
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <sys/random.h>

typedef struct Random {
    Object head;
    struct Shape *shape;
    Slot more;
    Slot gauss_next; /* the second of a pair of normal numbers, or EMPTY */
    Mt19937 mt;
} Random;

static Type random_type;

static inline Random *as_random(Value v)
{
    return (Random *)as_object(v);
}

static inline bool is_plain(const Random *r)
{
    return likely(object_type(r) == &random_type);
}

/* ---- Seeding ---- */

static void seed_from_system(Random *r)
{
    uint32_t words[MT19937_WORDS];
    char *at = (char *)words;
    size_t left = sizeof words;
    while (left) {
        ssize_t got = getrandom(at, MIN(left, 256), 0);
        if (got < 0 && errno != EINTR) {
            raise_os(errno, EMPTY);
        }
        if (got > 0) {
            at += got;
            left -= (size_t)got;
        }
    }
    mt19937_seed_array(&r->mt, words, MT19937_WORDS);
}

static void seed_from_int(Random *r, Value v)
{
    IntView view;
    int_look(v, &view);
    if (view.count == 0) {
        uint32_t zero = 0;
        mt19937_seed_array(&r->mt, &zero, 1);
        return;
    }
    size_t count = (size_t)view.count * 2;
    uint32_t few[8], *words = count <= COUNT_OF(few) ? few : scratch_bytes(count * sizeof *words);
    for (size_t i = 0; i < count; i++) {
        words[i] = (uint32_t)(view.at[i / 2] >> i % 2 * 32);
    }
    mt19937_seed_array(&r->mt, words, words[count - 1] ? count : count - 1);
}

/* The hash that version 1 makes of a text. */
static Value hash_of_text(Value text)
{
    const unsigned char *bytes = is_bytes(text) ? ((Bytes *)as_object(text))->data : NULL;
    size_t length = bytes ? ((Bytes *)as_object(text))->length : as_str(text)->length;
    uint64_t x = length ? (bytes ? bytes[0] : str_at(as_str(text), 0)) << 7 : 0;
    for (size_t i = 0; i < length; i++) {
        x = (1000003 * x) ^ (bytes ? bytes[i] : str_at(as_str(text), i));
    }
    return int_from_uint64(x ^ length);
}

static void seed(Random *r, Value a, Value version)
{
    bool is_text = is_str(a) || is_bytes(a);
    if (is_text && is_int(version) && as_int(version) == 1) {
        seed_from_int(r, hash_of_text(a));
    } else if (is_text) {
        size_t length;
        const char *text =
            is_str(a) ? str_utf8(a, &length) : (const char *)((Bytes *)as_object(a))->data;
        length = is_str(a) ? length : ((Bytes *)as_object(a))->length;
        mt19937_seed_text(&r->mt, text, length);
    } else if (a == NONE) {
        seed_from_system(r);
    } else if (is_any_int(a)) {
        seed_from_int(r, a);
    } else if (is_any_float(a)) {
        seed_from_int(r, int_from_uint64((uint64_t)op_hash(a)));
    } else {
        raise_type("The only supported seed types are: None,\n"
                   "int, float, str, bytes, and bytearray.");
    }
    mm_store(r, &r->gauss_next, EMPTY);
}

/* self, a=None, version=2 */
static Value random_seed(Args args)
{
    seed(as_random(args.at[0]), arg_or(args, 1, NONE), arg_or(args, 2, value_int(2)));
    return NONE;
}

/* ---- State ---- */

enum { STATE_VERSION = 3 };

static Value random_getstate(Args args)
{
    Random *r = as_random(args.at[0]);
    Tuple *words = tuple_new(MT19937_WORDS + 1);
    for (int i = 0; i < MT19937_WORDS; i++) {
        mm_init(words, &words->at[i], value_int(r->mt.key[i]));
    }
    mm_init(words, &words->at[MT19937_WORDS], value_int(r->mt.position));
    Value next = r->gauss_next.v == EMPTY ? NONE : r->gauss_next.v;
    return tuple_of(3, value_int(STATE_VERSION), value_from(words), next);
}

static void read_words(const Tuple *words, Mt19937 *mt)
{
    for (int i = 0; i <= MT19937_WORDS; i++) {
        Value v = words->at[i].v;
        int64_t word;
        if (!is_any_int(v)) {
            raise_type("'%T' object cannot be interpreted as an integer", v);
        }
        if (int_sign(v) < 0) {
            raise_overflow("can't convert negative value to unsigned int");
        }
        if (!int_to_int64(v, &word)) {
            raise_overflow("Python int too large to convert to C unsigned long");
        }
        if (i < MT19937_WORDS) {
            mt->key[i] = (uint32_t)word;
        } else if (word > MT19937_WORDS) {
            raise_value("invalid state");
        } else {
            mt->position = (int)word;
        }
    }
}

static Value random_setstate(Args args)
{
    Random *r = as_random(args.at[0]);
    Value state = tuple_from_iterable(args.at[1]), version = op_get_item(state, value_int(0));
    if (!op_equal(version, value_int(STATE_VERSION))) {
        raise_value("state with version %S passed to Random.setstate() of version 3", version);
    }
    if (as_tuple(state)->count != 3) {
        raise_value(as_tuple(state)->count > 3
                        ? "too many values to unpack (expected 3)"
                        : "not enough values to unpack (expected 3, got %zu)",
                    as_tuple(state)->count);
    }
    Value words = as_tuple(state)->at[1].v, next = as_tuple(state)->at[2].v;
    if (!is_tuple(words)) {
        raise_type("state vector must be a tuple");
    }
    if (as_tuple(words)->count != MT19937_WORDS + 1) {
        raise_value("state vector is the wrong size");
    }
    Mt19937 mt;
    read_words(as_tuple(words), &mt);
    r->mt = mt;
    mm_store(r, &r->gauss_next, next == NONE ? EMPTY : next);
    return NONE;
}

/* ---- Drawing ---- */

static noinline double draw_of_heir(Random *r)
{
    Value self = EMPTY, method = op_get_method(value_from(r), str_intern("random"), &self);
    return float_from_value(self == EMPTY ? call_0(method) : call_1(method, self));
}

/* A double in [0, 1). May run Python code. */
static inline double draw(Random *r)
{
    return is_plain(r) ? mt19937_double(&r->mt) : draw_of_heir(r);
}

static Value draw_bits(Random *r, uint64_t bits)
{
    if (bits <= 32) {
        return value_int(bits ? mt19937_next(&r->mt) >> (32 - bits) : 0);
    }
    if (bits > UINT64_C(1) << 36) {
        raise_memory();
    }
    size_t limbs = (size_t)(bits + 63) / 64;
    mp_limb_t few[4], *at = limbs <= COUNT_OF(few) ? few : scratch_bytes(limbs * sizeof *at);
    at[limbs - 1] = 0;
    mt19937_bits(&r->mt, bits, (uint32_t *)at);
    return int_from_limbs(at, (int64_t)limbs, false);
}

static bool is_overridden(const Random *r, const char *method)
{
    Value name = str_intern(method);
    return type_lookup(object_type(r), name) != type_lookup(&random_type, name);
}

/* An int in [0, n) with an heir's generator. */
static Value below_of_heir(Random *r, Value n)
{
    if (!is_overridden(r, "getrandbits") && is_overridden(r, "random")) {
        static const int64_t LARGEST = INT64_C(1) << 53;
        int64_t small;
        if (!int_to_int64(n, &small) || small >= LARGEST) {
            return int_from_double(floor(draw(r) * int_to_double(n)));
        }
        int64_t rest = LARGEST % small;
        double limit = (double)(LARGEST - rest) / (double)LARGEST, x;
        do {
            x = draw(r);
        } while (x >= limit);
        return int_from_int64((int64_t)(x * (double)LARGEST) % small);
    }
    Value method = op_get_attr(value_from(r), str_intern("getrandbits")), drawn;
    Value bits = int_from_int64(int_bit_length(n));
    do {
        drawn = call_1(method, bits);
    } while (op_is_true(CMP_GE, drawn, n));
    return drawn;
}

static inline uint64_t below_64(Mt19937 *mt, uint64_t n)
{
    int bits = 64 - __builtin_clzll(n);
    uint64_t x;
    if (bits <= 32) {
        do {
            x = mt19937_next(mt) >> (32 - bits);
        } while (x >= n);
        return x;
    }
    do {
        x = mt19937_next(mt);
        x |= (uint64_t)(mt19937_next(mt) >> (64 - bits)) << 32;
    } while (x >= n);
    return x;
}

/* An int in [0, n), n > 0. May run Python code. */
static Value below(Random *r, Value n)
{
    if (unlikely(!is_plain(r))) {
        return below_of_heir(r, n);
    }
    if (is_int(n)) {
        return value_int((int64_t)below_64(&r->mt, (uint64_t)as_int(n)));
    }
    uint64_t bits = (uint64_t)int_bit_length(n);
    Value drawn;
    do {
        drawn = draw_bits(r, bits);
    } while (int_compare(drawn, n) >= 0);
    return drawn;
}

/* The same below a count of items. */
static uint64_t below_count(Random *r, uint64_t n)
{
    if (likely(is_plain(r))) {
        return below_64(&r->mt, n);
    }
    int64_t drawn = 0;
    Value v = below_of_heir(r, int_from_uint64(n));
    if (!is_any_int(v) || !int_to_int64(v, &drawn) || drawn < 0) {
        raise_value("getrandbits() gave no number in its range");
    }
    return (uint64_t)drawn;
}

static Value random_random(Args args)
{
    return value_float(mt19937_double(&as_random(args.at[0])->mt));
}

static Value random_getrandbits(Args args)
{
    int64_t bits = arg_int(args, 1);
    if (bits < 0) {
        raise_value("number of bits must be non-negative");
    }
    return draw_bits(as_random(args.at[0]), (uint64_t)bits);
}

static Value random_randbytes(Args args)
{
    Random *r = as_random(args.at[0]);
    int64_t count = arg_int(args, 1);
    if (count < 0) {
        raise_value("number of bits must be non-negative");
    }
    Value result = bytes_new(NULL, (size_t)count);
    IntView view;
    Value drawn = is_plain(r) ? draw_bits(r, (uint64_t)count * 8)
                              : call_1(op_get_attr(args.at[0], str_intern("getrandbits")),
                                       int_from_int64(count * 8));
    int_look(int_plain(op_index(drawn)), &view);
    unsigned char *data = ((Bytes *)as_object(result))->data;
    for (int64_t i = 0; i < count && i / 8 < view.count; i++) {
        data[i] = (unsigned char)(view.at[i / 8] >> i % 8 * 8);
    }
    return result;
}

/* ---- Ints ---- */

static Value as_index(Value v, const char *what)
{
    if (is_any_int(v) || type_of(v)->index) {
        return int_plain(op_index(v));
    }
    Value whole = int_from_value(v);
    if (!op_equal(whole, v)) {
        warn_as(&exc_DeprecationWarning, "randrange() will raise TypeError in the future");
        raise_value("non-integer %s for randrange()", what);
    }
    warn_as(&exc_DeprecationWarning,
            "non-integer arguments to randrange() have been deprecated since Python 3.10 and will "
            "be removed in a subsequent version");
    return whole;
}

static Value from_range(Random *r, Value start, Value stop)
{
    Value width = int_binary(OP2_SUB, stop, start);
    if (int_sign(width) <= 0) {
        raise_value("empty range for randrange() (%S, %S, %S)", start, stop, width);
    }
    return int_binary(OP2_ADD, start, below(r, width));
}

/* self, start, stop=None, step=1 */
static Value random_randrange(Args args)
{
    Random *r = as_random(args.at[0]);
    Value start = as_index(args.at[1], "arg 1");
    if (arg_or(args, 2, NONE) == NONE) {
        if (arg_given(args, 3)) {
            raise_type("Missing a non-None stop argument");
        }
        if (int_sign(start) <= 0) {
            raise_value("empty range for randrange()");
        }
        return below(r, start);
    }
    Value stop = as_index(args.at[2], "stop"), one = value_int(1);
    Value step = arg_given(args, 3) ? as_index(args.at[3], "step") : one;
    if (step == one) {
        return from_range(r, start, stop);
    }
    int sign = int_sign(step);
    if (sign == 0) {
        raise_value("zero step for randrange()");
    }
    Value width = int_binary(OP2_SUB, stop, start);
    width = int_binary(OP2_ADD, width, int_binary(sign > 0 ? OP2_SUB : OP2_ADD, step, one));
    Value count = int_binary(OP2_FLOORDIV, width, step);
    if (int_sign(count) <= 0) {
        raise_value("empty range for randrange()");
    }
    return int_binary(OP2_ADD, start, int_binary(OP2_MUL, step, below(r, count)));
}

static Value random_randint(Args args)
{
    Random *r = as_random(args.at[0]);
    Value a = args.at[1], b = args.at[2], one = value_int(1);
    if (likely(are_ints(a, b)) && is_plain(r) && as_int(b) >= as_int(a)) {
        uint64_t width = (uint64_t)(as_int(b) - as_int(a)) + 1;
        return int_from_int64(as_int(a) + (int64_t)below_64(&r->mt, width));
    }
    Value start = as_index(a, "arg 1");
    return from_range(r, start, as_index(op_binary(OP2_ADD, b, one), "stop"));
}

/* ---- Sequences ---- */

static Value item_at(Value sequence, uint64_t i)
{
    if (is_exactly(sequence, &list_type) && i < ((List *)as_object(sequence))->count) {
        return list_at(as_list(sequence), i);
    }
    if (is_exactly(sequence, &tuple_type) && i < as_tuple(sequence)->count) {
        return as_tuple(sequence)->at[i].v;
    }
    return op_get_item(sequence, int_from_uint64(i));
}

static Value random_choice(Args args)
{
    Value sequence = args.at[1];
    int64_t count = op_length(sequence);
    if (count == 0) {
        raise_index("Cannot choose from an empty sequence");
    }
    return item_at(sequence, below_count(as_random(args.at[0]), (uint64_t)count));
}

static Value random_shuffle(Args args)
{
    Random *r = as_random(args.at[0]);
    Value x = args.at[1];
    int64_t count = op_length(x);
    for (int64_t i = count - 1; i > 0; i--) {
        uint64_t j = below_count(r, (uint64_t)i + 1);
        if (is_exactly(x, &list_type) && (size_t)i < as_list(x)->count) {
            /* NOBARRIER: the storage refers to what it referred to before */
            Slot *at = list_slots(as_list(x))->at, held = at[i];
            at[i] = at[j];
            at[j] = held;
        } else {
            Value a = op_get_item(x, value_int(i)), b = op_get_item(x, value_int((int64_t)j));
            op_set_item(x, value_int(i), b);
            op_set_item(x, value_int((int64_t)j), a);
        }
    }
    return NONE;
}

/* Whether j is new in a table of numbers + 1, a power of two in size; it is then. */
static bool table_add(uint64_t *table, uint64_t size, uint64_t j)
{
    uint64_t i = j * UINT64_C(0x9e3779b97f4a7c15) >> 20 & (size - 1);
    while (table[i]) {
        if (table[i] == j + 1) {
            return false;
        }
        i = (i + 1) & (size - 1);
    }
    table[i] = j + 1;
    return true;
}

/* k different numbers below n: from a pool of all of them, or, where that is larger than CPython's
 * set of k would be, by drawing again what was drawn already. */
static uint64_t *sample_numbers(Random *r, uint64_t n, uint64_t k)
{
    double pool_size = 21.0;
    if (k > 5) {
        pool_size += pow(4.0, ceil(log((double)k * 3.0) / log(4.0)));
    }
    uint64_t *chosen = scratch_bytes((k + 1) * sizeof *chosen);
    if ((double)n <= pool_size) {
        uint64_t *pool = scratch_bytes((n + 1) * sizeof *pool);
        for (uint64_t i = 0; i < n; i++) {
            pool[i] = i;
        }
        for (uint64_t i = 0; i < k; i++) {
            uint64_t j = below_count(r, n - i);
            chosen[i] = pool[j];
            pool[j] = pool[n - i - 1];
        }
        return chosen;
    }
    uint64_t size = 16;
    while (size < k * 2) {
        size *= 2;
    }
    uint64_t *table = scratch_bytes(size * sizeof *table);
    memset(table, 0, size * sizeof *table);
    for (uint64_t i = 0; i < k; i++) {
        do {
            chosen[i] = below_count(r, n);
        } while (!table_add(table, size, chosen[i]));
    }
    return chosen;
}

/* list(itertools.accumulate(iterable)) */
static List *running_sums(Value iterable)
{
    List *sums = list_new(0);
    Value total = EMPTY;
    ITERATE(item, iterable)
    {
        total = total == EMPTY ? item : op_binary(OP2_ADD, total, item);
        list_append(sums, total);
    }
    return sums;
}

/* bisect.bisect(sums, x, 0, high) */
static size_t bisect(const List *sums, Value x, size_t high)
{
    size_t low = 0;
    while (low < high && high <= sums->count) {
        size_t middle = (low + high) / 2;
        if (op_is_true(CMP_LT, x, list_at(sums, middle))) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

static void check_sample(uint64_t n, int64_t k)
{
    if (k < 0 || (uint64_t)k > n) {
        raise_value("Sample larger than population or is negative");
    }
}

static Value sample_with_counts(Random *r, Value population, uint64_t n, int64_t k, Value counts)
{
    List *sums = running_sums(counts);
    if (sums->count != n) {
        raise_value("The number of counts does not match the population");
    }
    if (n == 0) {
        raise_index("pop from empty list");
    }
    Value total = list_at(sums, n - 1);
    int64_t most;
    if (!is_any_int(total)) {
        raise_type("Counts must be integers");
    }
    if (int_sign(total) <= 0) {
        raise_value("Total of counts must be greater than zero");
    }
    if (!int_to_int64(total, &most)) {
        raise_overflow("Python int too large to convert to C ssize_t");
    }
    check_sample((uint64_t)most, k);
    uint64_t *chosen = sample_numbers(r, (uint64_t)most, (uint64_t)k);
    List *result = list_new((size_t)k);
    for (int64_t i = 0; i < k; i++) {
        size_t at = bisect(sums, int_from_uint64(chosen[i]), n - 1);
        list_append(result, item_at(population, at));
    }
    return value_from(result);
}

/* self, population, k, *, counts=None */
static Value random_sample(Args args)
{
    Random *r = as_random(args.at[0]);
    Value population = args.at[1], counts = arg_or(args, 3, NONE);
    if (!has_flag(population, TYPE_LIST | TYPE_TUPLE | TYPE_STR | TYPE_BYTES) &&
        !is_exactly(population, &range_type)) {
        raise_type("Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    uint64_t n = (uint64_t)op_length(population);
    int64_t k = arg_int(args, 2);
    if (counts != NONE) {
        return sample_with_counts(r, population, n, k, counts);
    }
    check_sample(n, k);
    uint64_t *chosen = sample_numbers(r, n, (uint64_t)k);
    List *result = list_new((size_t)k);
    for (int64_t i = 0; i < k; i++) {
        list_append(result, item_at(population, chosen[i]));
    }
    return value_from(result);
}

static noreturn_fn void raise_not_iterable(Value weights)
{
    if (is_any_int(weights)) {
        raise_type("The number of choices must be a keyword argument: k=%S", weights);
    }
    op_iter(weights);
    raise_type("'%T' object is not iterable", weights);
}

static List *cumulative_weights(Value weights, Value cumulative)
{
    if (cumulative == NONE) {
        if (!type_of(weights)->iter && op_special(weights, S_ITER) == EMPTY &&
            op_special(weights, S_GETITEM) == EMPTY) {
            raise_not_iterable(weights);
        }
        return running_sums(weights);
    }
    if (weights != NONE) {
        raise_type("Cannot specify both weights and cumulative weights");
    }
    return as_list(list_from_iterable(cumulative));
}

/* self, population, weights=None, *, cum_weights=None, k=1 */
static Value random_choices(Args args)
{
    Random *r = as_random(args.at[0]);
    Value population = args.at[1], weights = arg_or(args, 2, NONE);
    Value cumulative = arg_or(args, 3, NONE);
    int64_t count = op_length(population);
    List *result = list_new(0);
    if (weights == NONE && cumulative == NONE) {
        int64_t k = arg_int_or(args, 4, 1);
        for (int64_t i = 0; i < k; i++) {
            uint64_t at = (uint64_t)(draw(r) * (double)count);
            list_append(result, item_at(population, at));
        }
        return value_from(result);
    }
    List *sums = cumulative_weights(weights, cumulative);
    if (sums->count != (size_t)count) {
        raise_value("The number of weights does not match the population");
    }
    if (count == 0) {
        raise_index("list index out of range");
    }
    double total = float_from_value(list_at(sums, (size_t)count - 1));
    if (total <= 0.0) {
        raise_value("Total of weights must be greater than zero");
    }
    if (!isfinite(total)) {
        raise_value("Total of weights must be finite");
    }
    int64_t k = arg_int_or(args, 4, 1);
    for (int64_t i = 0; i < k; i++) {
        size_t at = bisect(sums, value_float(draw(r) * total), (size_t)count - 1);
        list_append(result, item_at(population, at));
    }
    return value_from(result);
}

/* ---- Distributions of real numbers ---- */

static double real_or(Args args, uint32_t i, double otherwise)
{
    return arg_given(args, i) ? arg_float(args, i) : otherwise;
}

static double quotient(double a, double b)
{
    return as_float(float_binary(OP2_DIV, a, b));
}

static double power(double a, double b)
{
    return as_float(float_binary(OP2_POW, a, b));
}

static Value random_uniform(Args args)
{
    Random *r = as_random(args.at[0]);
    Value a = args.at[1], b = args.at[2];
    if ((is_float(a) || is_int(a)) && (is_float(b) || is_int(b))) {
        double x = arg_float(args, 1), y = arg_float(args, 2);
        return value_float(x + (y - x) * draw(r));
    }
    Value width = op_binary(OP2_SUB, b, a);
    return op_binary(OP2_ADD, a, op_binary(OP2_MUL, width, value_float(draw(r))));
}

/* self, low=0.0, high=1.0, mode=None */
static Value random_triangular(Args args)
{
    double u = draw(as_random(args.at[0]));
    double low = real_or(args, 1, 0.0), high = real_or(args, 2, 1.0), c = 0.5;
    if (arg_or(args, 3, NONE) != NONE) {
        if (high == low) {
            return arg_or(args, 1, value_float(0.0));
        }
        c = (arg_float(args, 3) - low) / (high - low);
    }
    if (u > c) {
        double held = low;
        u = 1.0 - u;
        c = 1.0 - c;
        low = high;
        high = held;
    }
    double product = u * c;
    if (product < 0.0) {
        raise_value("math domain error");
    }
    return value_float(low + (high - low) * sqrt(product));
}

/* Kinderman and Monahan, "Computer generation of random variables using the ratio of uniform
 * deviates", ACM TOMS 3 (1977). */
static double normal(Random *r, double mu, double sigma)
{
    static const double MAGIC = 1.7155277699214135; /* 4 exp(-1/2) / sqrt(2) */
    for (;;) {
        double u = draw(r), v = 1.0 - draw(r);
        double z = MAGIC * (u - 0.5) / v;
        if (z * z / 4.0 <= -log(v)) {
            return mu + z * sigma;
        }
    }
}

static Value random_normalvariate(Args args)
{
    double mu = real_or(args, 1, 0.0), sigma = real_or(args, 2, 1.0);
    return value_float(normal(as_random(args.at[0]), mu, sigma));
}

static Value random_lognormvariate(Args args)
{
    double x = normal(as_random(args.at[0]), arg_float(args, 1), arg_float(args, 2));
    double result = exp(x);
    if (isinf(result) && isfinite(x)) {
        raise_overflow("math range error");
    }
    return value_float(result);
}

/* Box and Muller's pair: the second is kept for the next call. */
static Value random_gauss(Args args)
{
    Random *r = as_random(args.at[0]);
    double mu = real_or(args, 1, 0.0), sigma = real_or(args, 2, 1.0), z;
    Value next = r->gauss_next.v;
    if (next != EMPTY) {
        mm_store(r, &r->gauss_next, EMPTY);
        z = float_from_value(next);
    } else {
        double angle = draw(r) * (2.0 * M_PI);
        double radius = sqrt(-2.0 * log(1.0 - draw(r)));
        z = cos(angle) * radius;
        mm_store(r, &r->gauss_next, value_float(sin(angle) * radius));
    }
    return value_float(mu + z * sigma);
}

static Value random_expovariate(Args args)
{
    double x = -log(1.0 - draw(as_random(args.at[0])));
    return value_float(quotient(x, arg_float(args, 1)));
}

/* Best and Fisher, "Efficient simulation of the von Mises distribution", Applied Statistics 28
 * (1979). */
static Value random_vonmisesvariate(Args args)
{
    Random *r = as_random(args.at[0]);
    double mu = arg_float(args, 1), kappa = arg_float(args, 2), z;
    if (kappa <= 1e-6) {
        return value_float(2.0 * M_PI * draw(r));
    }
    double s = 0.5 / kappa, rho = s + sqrt(1.0 + s * s);
    for (;;) {
        z = cos(M_PI * draw(r));
        double d = z / (rho + z), u = draw(r);
        if (u < 1.0 - d * d || u <= (1.0 - d) * exp(d)) {
            break;
        }
    }
    double q = 1.0 / rho, f = (q + z) / (1.0 + q * z), angle = acos(f);
    return value_float(float_mod(draw(r) > 0.5 ? mu + angle : mu - angle, 2.0 * M_PI));
}

/* Cheng, "The generation of gamma variables with non-integral shape parameter", Applied Statistics
 * 26 (1977). */
static double gamma_above_1(Random *r, double alpha)
{
    static const double LOG_4 = 1.3862943611198906, MAGIC = 2.504077396776274; /* 1 + log(4.5) */
    double root = sqrt(2.0 * alpha - 1.0), b = alpha - LOG_4, c = alpha + root;
    for (;;) {
        double u = draw(r);
        if (!(1e-7 < u && u < 0.9999999)) {
            continue;
        }
        double w = 1.0 - draw(r);
        double v = log(u / (1.0 - u)) / root, x = alpha * exp(v);
        double z = u * u * w, d = b + c * v - x;
        if (d + MAGIC - 4.5 * z >= 0.0 || d >= log(z)) {
            return x;
        }
    }
}

/* Ahrens and Dieter's algorithm GS (Fishman, "Principles of Discrete Event Simulation", 1978). */
static double gamma_below_1(Random *r, double alpha)
{
    for (;;) {
        double u = draw(r), b = (M_E + alpha) / M_E, p = b * u;
        double x = p <= 1.0 ? power(p, 1.0 / alpha) : -log((b - p) / alpha);
        double v = draw(r);
        if (p > 1.0 ? v <= power(x, alpha - 1.0) : v <= exp(-x)) {
            return x;
        }
    }
}

static double gamma_variate(Random *r, double alpha, double beta)
{
    if (alpha <= 0.0 || beta <= 0.0) {
        raise_value("gammavariate: alpha and beta must be > 0.0");
    }
    double x = alpha > 1.0    ? gamma_above_1(r, alpha)
               : alpha == 1.0 ? -log(1.0 - draw(r))
                              : gamma_below_1(r, alpha);
    return x * beta;
}

static Value random_gammavariate(Args args)
{
    return value_float(
        gamma_variate(as_random(args.at[0]), arg_float(args, 1), arg_float(args, 2)));
}

static Value random_betavariate(Args args)
{
    Random *r = as_random(args.at[0]);
    double alpha = arg_float(args, 1), beta = arg_float(args, 2);
    double y = gamma_variate(r, alpha, 1.0);
    return value_float(y == 0.0 ? 0.0 : y / (y + gamma_variate(r, beta, 1.0)));
}

static Value random_paretovariate(Args args)
{
    double u = 1.0 - draw(as_random(args.at[0]));
    return value_float(power(u, quotient(-1.0, arg_float(args, 1))));
}

static Value random_weibullvariate(Args args)
{
    double u = 1.0 - draw(as_random(args.at[0]));
    return value_float(arg_float(args, 1) * power(-log(u), quotient(1.0, arg_float(args, 2))));
}

/* ---- The class ---- */

static Value make(Args args)
{
    Random *r = instance_new(as_type(args.at[0]));
    seed_from_system(r);
    return value_from(r);
}

static Value init(Args args)
{
    Value x = arg_or(args, 1, NONE);
    if (is_plain(as_random(args.at[0]))) {
        seed(as_random(args.at[0]), x, value_int(2));
    } else {
        call_1(op_get_attr(args.at[0], str_intern("seed")), x);
    }
    return NONE;
}

static const NativeDef random_make = {"__new__", make, "cls, /, *args, **kw", NULL, 0, 0};
static const NativeDef random_init = {"__init__", init, "self, x=", NULL, 0, 0};

static const NativeDef methods[] = {
    {"seed", random_seed, "self, a=, version=", NULL, 0, ERRORS_PYTHON},
    {"getstate", random_getstate, "self", NULL, 0, ERRORS_PYTHON},
    {"setstate", random_setstate, "self, state", NULL, 0, ERRORS_PYTHON},
    {"random", random_random, "self, /", NULL, 0, 0},
    {"getrandbits", random_getrandbits, "self, k, /", NULL, 0, 0},
    {"randbytes", random_randbytes, "self, n", NULL, 0, ERRORS_PYTHON},
    {"randrange", random_randrange, "self, start, stop=, step=", NULL, 0, ERRORS_PYTHON},
    {"randint", random_randint, "self, a, b", NULL, 0, ERRORS_PYTHON},
    {"choice", random_choice, "self, seq", NULL, 0, ERRORS_PYTHON},
    {"choices", random_choices, "self, population, weights=, *, cum_weights=, k=", NULL, 0,
     ERRORS_PYTHON},
    {"shuffle", random_shuffle, "self, x", NULL, 0, ERRORS_PYTHON},
    {"sample", random_sample, "self, population, k, *, counts=", NULL, 0, ERRORS_PYTHON},
    {"uniform", random_uniform, "self, a, b", NULL, 0, ERRORS_PYTHON},
    {"triangular", random_triangular, "self, low=, high=, mode=", NULL, 0, ERRORS_PYTHON},
    {"normalvariate", random_normalvariate, "self, mu=, sigma=", NULL, 0, ERRORS_PYTHON},
    {"lognormvariate", random_lognormvariate, "self, mu, sigma", NULL, 0, ERRORS_PYTHON},
    {"gauss", random_gauss, "self, mu=, sigma=", NULL, 0, ERRORS_PYTHON},
    {"expovariate", random_expovariate, "self, lambd", NULL, 0, ERRORS_PYTHON},
    {"vonmisesvariate", random_vonmisesvariate, "self, mu, kappa", NULL, 0, ERRORS_PYTHON},
    {"gammavariate", random_gammavariate, "self, alpha, beta", NULL, 0, ERRORS_PYTHON},
    {"betavariate", random_betavariate, "self, alpha, beta", NULL, 0, ERRORS_PYTHON},
    {"paretovariate", random_paretovariate, "self, alpha", NULL, 0, ERRORS_PYTHON},
    {"weibullvariate", random_weibullvariate, "self, alpha, beta", NULL, 0, ERRORS_PYTHON},
    {0},
};

static Value get_gauss_next(Value self)
{
    Value next = as_random(self)->gauss_next.v;
    return next == EMPTY ? NONE : next;
}

static void set_gauss_next(Value self, Value value)
{
    mm_store(as_object(self), &as_random(self)->gauss_next, value == NONE ? EMPTY : value);
}

static const GetSetDef getsets[] = {
    {"gauss_next", get_gauss_next, set_gauss_next},
    {0},
};

static Type random_type = {
    .name = "random.Random",
    .flags = TYPE_SUBCLASSABLE,
    .size = sizeof(Random),
    .attrs_at = offsetof(Random, shape),
    .slots_at = offsetof(Random, gauss_next),
    .slots_count = 1,
    .make = &random_make,
    .init = &random_init,
    .methods = methods,
    .getsets = getsets,
    .doc = "Random number generator base class used by bound module functions.",
};

/* The functions are the methods, bound to one instance. */
static void fill(Value module)
{
    type_ready(&random_type);
    Random *r = instance_new(&random_type);
    seed_from_system(r);
    for (const NativeDef *def = methods; def->name; def++) {
        module_set(module, def->name, native_new(def, &random_type, value_from(r)));
    }
    module_set(module, "Random", value_from(&random_type));
    module_set(module, "_inst", value_from(r));
}

const ModuleDef random_module = {
    .name = "random",
    .doc = "Random variable generators.",
    .fill = fill,
};
