/* int_type.c: the type int: its constructor and methods; see int.h. */
#include "runtime/native.h"
#include "runtime/objects/int_arith.h"
#include <math.h>
#include <stdlib.h>

/* ---- Construction ---- */

/* An instance of a subclass of int with the value of v. */
static Value make_instance(Type *type, Value v)
{
    IntView view;
    int_look(v, &view);
    BigInt *b = instance_new_sized(type, sizeof(BigInt) + (size_t)view.count * sizeof(mp_limb_t));
    b->size = view.negative ? -view.count : view.count;
    memcpy(b->limbs, view.at, (size_t)view.count * sizeof(mp_limb_t));
    return value_from(b);
}

/* What a special method that must give an int gave. */
static Value checked_int(Value result, const char *method)
{
    if (is_int(result) || is_exactly(result, &int_type)) {
        return result;
    }
    if (!is_any_int(result)) {
        raise_type("%s returned non-int (type %T)", method, result);
    }
    warn_as(&exc_DeprecationWarning,
            "%s returned non-int (type %T).  The ability to return an instance of a strict subclass "
            "of int is deprecated, and may be removed in a future version of Python.",
            method, result);
    return int_plain(result);
}

static Value from_trunc(Value v, Value method)
{
    warn_as(&exc_DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.");
    Value result = op_call_special(method, v, NULL, 0);
    if (is_any_int(result)) {
        return int_plain(result);
    }
    if (op_special(result, S_INDEX) == EMPTY) {
        raise_type("__trunc__ returned non-Integral (type %T)", result);
    }
    return int_plain(op_index(result));
}

Value int_from_value(Value v)
{
    if (is_int(v) || is_exactly(v, &int_type)) {
        return v;
    }
    if (is_float(v)) {
        return int_from_double(as_float(v));
    }
    if (is_str(v)) {
        return int_parse_value(v, 10);
    }
    Value method = op_special(v, S_INT);
    if (method != EMPTY) {
        return checked_int(op_call_special(method, v, NULL, 0), "__int__");
    }
    if (is_any_int(v)) {
        return int_plain(v);
    }
    if (type_of(v)->index || op_special(v, S_INDEX) != EMPTY) {
        return int_plain(op_index(v));
    }
    method = op_special(v, S_TRUNC);
    if (method != EMPTY) {
        return from_trunc(v, method);
    }
    if (is_bytes(v)) {
        return int_parse_value(v, 10);
    }
    raise_type("int() argument must be a string, a bytes-like object or a real number, not '%T'",
               v);
}

static Value int_of(Args args)
{
    bool has_x = arg_given(args, 1);
    if (!arg_given(args, 2)) {
        return has_x ? int_from_value(args.at[1]) : value_int(0);
    }
    if (!has_x) {
        raise_type("int() missing string argument");
    }
    int64_t base;
    if (!int_to_int64(op_index(args.at[2]), &base) || (base != 0 && (base < 2 || base > 36))) {
        raise_value("int() base must be >= 2 and <= 36, or 0");
    }
    if (!is_str(args.at[1]) && !is_bytes(args.at[1])) {
        raise_type("int() can't convert non-string with explicit base");
    }
    return int_parse_value(args.at[1], (int)base);
}

static Value int_make_instance(Args args)
{
    Value v = int_of(args);
    Type *type = as_type(args.at[0]);
    return type == &int_type ? v : make_instance(type, v);
}

static Value make_fast(Type *type, const Value *at, uint32_t count)
{
    (void)type;
    return count == 1 ? int_from_value(at[0]) : EMPTY;
}

static const NativeDef int_make = {"int", int_make_instance, "cls, x=, /, base=", NULL, 0, 0};

/* ---- Methods ---- */

static Value plain_method(Args args)
{
    return int_plain(args.at[0]);
}

static Value bit_length_method(Args args)
{
    return value_int(int_bit_length(args.at[0]));
}

static Value bit_count_method(Args args)
{
    IntView view;
    int_look(args.at[0], &view);
    return value_int(view.count ? (int64_t)mpn_popcount(view.at, view.count) : 0);
}

static Value as_integer_ratio_method(Args args)
{
    return tuple_of(2, int_plain(args.at[0]), value_int(1));
}

static Value get_new_args_method(Args args)
{
    return tuple_of(1, int_plain(args.at[0]));
}

/* Rounded to a multiple of 10**digits, half to even. */
static Value round_to_ten(Value v, int64_t digits)
{
    if ((double)digits > (double)int_bit_length(v) * 0.30103 + 1) {
        return value_int(0);
    }
    Value unit = int_power(value_int(10), value_int(digits));
    Value rest = int_binary(OP2_MOD, v, unit);
    Value down = int_binary(OP2_SUB, v, rest), twice = int_binary(OP2_ADD, rest, rest);
    int order = int_compare(twice, unit);
    bool is_up = order > 0;
    if (order == 0) {
        is_up = int_to_uint64_wrap(int_binary(OP2_FLOORDIV, v, unit)) & 1;
    }
    return is_up ? int_binary(OP2_ADD, down, unit) : down;
}

static Value round_method(Args args)
{
    Value v = int_plain(args.at[0]);
    if (!arg_given(args, 1)) {
        return v;
    }
    Value digits = op_index(args.at[1]);
    if (int_sign(digits) >= 0) {
        return v;
    }
    int64_t count;
    return int_to_int64(digits, &count) ? round_to_ten(v, -count) : value_int(0);
}

static Value format_method(Args args)
{
    Value spec = arg_str(args, 1, "__format__");
    return as_str(spec)->length == 0 ? op_str(args.at[0]) : str_format_spec(args.at[0], spec);
}

/* ---- Bytes ---- */

static bool is_little(Args args, uint32_t i, const char *function)
{
    if (!arg_given(args, i)) {
        return false;
    }
    Value order = args.at[i];
    if (!is_str(order)) {
        raise_type("%s() argument 'byteorder' must be str, not %T", function, order);
    }
    if (str_equals_c(order, "little")) {
        return true;
    }
    if (!str_equals_c(order, "big")) {
        raise_value("byteorder must be either 'little' or 'big'");
    }
    return false;
}

/* Byte i, least significant first, of a magnitude. */
static unsigned byte_at(const IntView *a, int64_t i)
{
    int64_t limb = i / (int64_t)sizeof(mp_limb_t);
    return limb < a->count ? (unsigned)(a->at[limb] >> i % 8 * 8) & 0xff : 0;
}

/* Whether the number fits in `length` bytes; a negative one has the sign in its top bit. */
static bool fits_bytes(const IntView *a, uint64_t length, bool is_signed)
{
    uint64_t bits = int_view_bits(a), room = length * 8;
    if (!is_signed) {
        return bits <= room;
    }
    if (a->negative && bits == room && room) { /* only -2**(room - 1) */
        int64_t last = a->count - 1;
        mp_limb_t top = a->at[last];
        return (top & (top - 1)) == 0 && (last == 0 || mpn_zero_p(a->at, last));
    }
    return bits < room || bits == 0;
}

/* self, length=1, byteorder='big', *, signed=False */
static Value to_bytes_method(Args args)
{
    int64_t length = arg_int_or(args, 1, 1);
    bool little = is_little(args, 2, "to_bytes"), is_signed = arg_bool_or(args, 3, false);
    if (length < 0) {
        raise_value("length argument must be non-negative");
    }
    IntView view;
    int_look(args.at[0], &view);
    if (view.negative && !is_signed) {
        raise_overflow("can't convert negative int to unsigned");
    }
    if (!fits_bytes(&view, (uint64_t)MIN(length, INT64_MAX / 8), is_signed)) {
        raise_overflow("int too big to convert");
    }
    Value result = bytes_new(NULL, (size_t)length);
    unsigned char *data = ((Bytes *)as_object(result))->data;
    unsigned carry = 1;
    for (int64_t i = 0; i < length; i++) {
        unsigned byte = byte_at(&view, i);
        if (view.negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
        }
        data[little ? i : length - 1 - i] = (unsigned char)byte;
    }
    return result;
}

/* The bytes that an iterable of small ints (or bytes itself) is. */
static Value bytes_of(Value source)
{
    if (is_bytes(source)) {
        return source;
    }
    if (is_str(source) || is_int(source) || is_float(source) ||
        (!type_of(source)->iter && op_special(source, S_ITER) == EMPTY)) {
        raise_type("cannot convert '%T' object to bytes", source);
    }
    List *items = list_new(0);
    ITERATE(item, source) {
        list_append(items, item);
    }
    Value result = bytes_new(NULL, items->count);
    for (size_t i = 0; i < items->count; i++) {
        int64_t byte;
        if (!int_to_int64(op_index(list_at(items, i)), &byte) || byte < 0 || byte > 255) {
            raise_value("bytes must be in range(0, 256)");
        }
        ((Bytes *)as_object(result))->data[i] = (unsigned char)byte;
    }
    return result;
}

/* cls, bytes, byteorder='big', *, signed=False */
static Value from_bytes_method(Args args)
{
    bool little = is_little(args, 2, "from_bytes"), is_signed = arg_bool_or(args, 3, false);
    Value source = bytes_of(args.at[1]);
    const Bytes *bytes = (const Bytes *)as_object(source);
    int64_t length = (int64_t)bytes->length, count = length / 8 + 1;
    BigInt *b = int_room(count);
    mpn_zero(b->limbs, count);
    bool negative = is_signed && length && bytes->data[little ? length - 1 : 0] & 0x80;
    unsigned carry = 1;
    for (int64_t i = 0; i < length; i++) {
        unsigned byte = bytes->data[little ? i : length - 1 - i];
        if (negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
        }
        b->limbs[i / 8] |= (mp_limb_t)(byte & 0xff) << i % 8 * 8;
    }
    if (negative && carry) { /* all bytes were zero: cannot be, the top bit is set */
        b->limbs[length / 8] |= (mp_limb_t)1 << length % 8 * 8;
    }
    Value v = int_finish(b, count, negative);
    return as_type(args.at[0]) == &int_type ? v : call_1(args.at[0], v);
}

static const NativeDef methods[] = {
    {"conjugate", plain_method, "self, /", NULL, 0, 0},
    {"bit_length", bit_length_method, "self, /", NULL, 0, 0},
    {"bit_count", bit_count_method, "self, /", NULL, 0, 0},
    {"as_integer_ratio", as_integer_ratio_method, "self, /", NULL, 0, 0},
    {"to_bytes", to_bytes_method, "self, /, length=, byteorder=, *, signed=", NULL, 0,
     ERRORS_KEYWORDS},
    {"from_bytes", from_bytes_method, "cls, /, bytes, byteorder=, *, signed=", NULL, NATIVE_CLASS,
     ERRORS_KEYWORDS},
    {"__trunc__", plain_method, "self, /", NULL, 0, 0},
    {"__floor__", plain_method, "self, /", NULL, 0, 0},
    {"__ceil__", plain_method, "self, /", NULL, 0, 0},
    {"__int__", plain_method, "self, /", NULL, 0, 0},
    {"__round__", round_method, "self, ndigits=, /", NULL, 0, 0},
    {"__format__", format_method, "self, format_spec, /", NULL, 0, 0},
    {"__getnewargs__", get_new_args_method, "self, /", NULL, 0, 0},
    {0},
};

static Value get_zero(Value self)
{
    (void)self;
    return value_int(0);
}

static Value get_one(Value self)
{
    (void)self;
    return value_int(1);
}

static const GetSetDef getsets[] = {
    {"real", int_plain, NULL},
    {"imag", get_zero, NULL},
    {"numerator", int_plain, NULL},
    {"denominator", get_one, NULL},
    {0},
};

/* ---- The type's slots ---- */

static Value repr_slot(Value self)
{
    return int_to_str(self, 10);
}

static bool truth_slot(Value self)
{
    return int_sign(self) != 0;
}

static Value compare_slot(CompareOp op, Value a, Value b)
{
    if (!is_any_int(b)) {
        return NOT_IMPLEMENTED;
    }
    int order = int_compare(a, b);
    switch (op) {
    case CMP_LT:
        return value_bool(order < 0);
    case CMP_LE:
        return value_bool(order <= 0);
    case CMP_EQ:
        return value_bool(order == 0);
    case CMP_NE:
        return value_bool(order != 0);
    case CMP_GT:
        return value_bool(order > 0);
    case CMP_GE:
        return value_bool(order >= 0);
    }
    return NOT_IMPLEMENTED;
}

static size_t size_slot(Object *object)
{
    int64_t size = ((BigInt *)object)->size;
    return sizeof(BigInt) + (size_t)llabs(size) * sizeof(mp_limb_t);
}

Type int_type = {
    .name = "int",
    .flags = TYPE_INT | TYPE_SUBCLASSABLE,
    .size = sizeof(BigInt),
    .size_of = size_slot,
    .repr = repr_slot,
    .hash = int_hash,
    .compare = compare_slot,
    .truth = truth_slot,
    .binary = int_binary,
    .unary = int_unary,
    .index = int_plain,
    .to_float = int_to_double,
    .make = &int_make,
    .make_fast = make_fast,
    .methods = methods,
    .getsets = getsets,
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer",
};
