/* ufunc_functions.c: element-wise functions that are no ufuncs of one kernel: where, clip, round,
 * isclose and their like; and what floating point errors do. */
#include "stdlib/numpy/iterate.h"
#include "stdlib/numpy/reduce.h"

#include <math.h>

/* ---- where ---- */

static void select_run(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    size_t size = *(size_t *)context;
    const char *mask = ptrs[0], *yes = ptrs[1], *no = ptrs[2];
    char *out = ptrs[3];
    for (intptr_t i = 0; i < n; i++) {
        const char *from = mask[i * strides[0]] ? yes + i * strides[1] : no + i * strides[2];
        memcpy(out + i * strides[3], from, size);
    }
}

static void select_run8(void *context, char **ptrs, const intptr_t *strides, intptr_t n)
{
    (void)context;
    for (intptr_t i = 0; i < n; i++) {
        uint64_t yes = *(uint64_t *)(ptrs[1] + i * strides[1]);
        uint64_t no = *(uint64_t *)(ptrs[2] + i * strides[2]);
        *(uint64_t *)(ptrs[3] + i * strides[3]) = ptrs[0][i * strides[0]] ? yes : no;
    }
}

static Array *truths_of(Array *a)
{
    if (a->dtype == DT_BOOL) {
        return a;
    }
    Array *out = array_new(DT_BOOL, a->ndim, array_shape(a), false);
    array_copy_into(out, a);
    return out;
}

Value array_where(Value condition, Value x, Value y)
{
    Operand both[2];
    if (!operand_from(x, &both[0]) || !operand_from(y, &both[1])) {
        raise_unsupported("where with other than numbers");
    }
    DType type = operands_promote(both, 2);
    Array *in[3] = {truths_of(array_from(condition, DT_NONE)), array_from(x, DT_NONE),
                    array_from(y, DT_NONE)};
    intptr_t shape[MAX_DIMS], steps[3][MAX_DIMS];
    int ndim = broadcast_shapes(in, 3, shape);
    Array *out = array_new(type, ndim, shape, false);
    char *data[4];
    const intptr_t *strides[4];
    for (int i = 0; i < 3; i++) {
        if (i && in[i]->dtype != (int8_t)type) {
            in[i] = array_cast(in[i], type);
        }
        broadcast_strides(in[i], ndim, shape, steps[i]);
        data[i] = in[i]->data;
        strides[i] = steps[i];
    }
    data[3] = out->data;
    strides[3] = array_strides(out);
    size_t size = dtype_size(type);
    iterate(ndim, shape, 4, data, strides, size == 8 ? select_run8 : select_run, &size);
    return value_from(out);
}

static Value function_where(Args args)
{
    if (!arg_given(args, 1) && !arg_given(args, 2)) {
        return call_0(
            op_get_attr(value_from(array_from(args.at[0], DT_NONE)), str_intern("nonzero")));
    }
    if (!arg_given(args, 1) || !arg_given(args, 2)) {
        raise_value("either both or neither of x and y should be given");
    }
    return array_where(args.at[0], args.at[1], args.at[2]);
}

/* ---- clip, round ---- */

/* A bound that is nan means that there is none, as a float. */
static Value clip_bound(Value v, double none)
{
    if (is_any_float(v) && isnan(op_float(v))) {
        warn_as(&exc_DeprecationWarning,
                "Passing `np.nan` to mean no clipping in np.clip has always been unreliable, and "
                "is now deprecated. In future, this will always return nan, like it already does "
                "when min or max are arrays that contain nan. To skip a bound, pass either None or "
                "an np.inf of an appropriate sign.");
        return value_float(none);
    }
    return v;
}

static Value array_clip(Args args) /* a, min, max, out */
{
    Value low = clip_bound(arg_or(args, 1, NONE), -INFINITY);
    Value high = clip_bound(arg_or(args, 2, NONE), INFINITY);
    Value v = value_from(array_from(args.at[0], DT_NONE));
    Array *out = out_from(arg_or(args, 3, NONE));
    if (low == NONE && high == NONE) {
        raise_value("One of max or min must be given");
    }
    if (low == NONE || high == NONE) {
        return low == NONE ? ufunc_call(K_MINIMUM, (Value[]){v, high}, out)
                           : ufunc_call(K_MAXIMUM, (Value[]){v, low}, out);
    }
    Operand all[3];
    if (!operand_from(v, &all[0]) || !operand_from(low, &all[1]) || !operand_from(high, &all[2])) {
        raise_type("'>=' not supported between these types");
    }
    UfuncCall call = {.op = K_MAXIMUM, .type = operands_promote(all, 3)};
    call.in[0] = all[0];
    call.in[1] = all[1];
    Value raised = ufunc_run(&call);
    call = (UfuncCall){.op = K_MINIMUM, .type = call.type, .out = out};
    if (!operand_from(raised, &call.in[0])) {
        return NONE;
    }
    call.in[1] = all[2];
    if (!out && is_array(raised) && (!all[2].array || all[2].array->ndim == 0)) {
        call.out = as_array(raised); /* nobody else has it */
    }
    return ufunc_run(&call);
}

static Value with_number(KernelOp op, Array *a, double number, Array *out)
{
    UfuncCall call = {.op = op, .type = DT_NONE, .in = {operand_array(a)}, .out = out};
    call.in[1].type = DT_FLOAT64;
    memcpy(call.in[1].value, &number, 8);
    call.is_unsafe = true;
    return ufunc_run(&call);
}

/* rint(a * 10^d) / 10^d, as NumPy rounds. */
static Value array_round(Args args) /* a, decimals, out */
{
    Array *a = array_from(args.at[0], DT_NONE), *out = out_from(arg_or(args, 2, NONE));
    int64_t decimals = arg_int_or(args, 1, 0);
    DType type = (DType)a->dtype;
    if (type == DT_BOOL) {
        raise_unsupported("round of bools, which NumPy makes float16");
    }
    Array *result;
    if (dtype_is_integer(type)) {
        result = array_copy(a);
        if (decimals < 0) {
            double power = pow(10, (double)MIN(-decimals, 400));
            Array *scaled = as_array(with_number(K_DIVIDE, a, power, NULL));
            ufunc_arrays(K_RINT, scaled, NULL, scaled);
            with_number(K_MULTIPLY, scaled, power, scaled);
            result = array_cast(scaled, type);
        }
    } else if (decimals == 0) {
        result = ufunc_arrays(K_RINT, a, NULL, NULL);
    } else {
        double power = pow(10, (double)MIN(decimals < 0 ? -decimals : decimals, 400));
        KernelOp first = decimals < 0 ? K_DIVIDE : K_MULTIPLY;
        result = as_array(with_number(first, a, power, NULL));
        ufunc_arrays(K_RINT, result, NULL, result);
        with_number(decimals < 0 ? K_MULTIPLY : K_DIVIDE, result, power, result);
    }
    if (out) {
        array_copy_into(out, result);
        return value_from(out);
    }
    return unwrap_0d(result);
}

static Value array_conjugate(Args args)
{
    Value v = args.at[0];
    return ufunc_call(K_CONJUGATE, &v, NULL);
}

/* ---- Closeness and equality ---- */

static Value is_close(Value a, Value b, double rtol, double atol, bool equal_nan)
{
    Value y = value_from(array_from(b, DT_NONE)), x = value_from(array_from(a, DT_NONE));
    uint8_t saved[4];
    memcpy(saved, error_actions, sizeof saved);
    memset(error_actions, ERR_IGNORE, sizeof saved);
    if (as_array(y)->dtype != DT_FLOAT64) {
        y = value_from(array_cast(as_array(y), DT_FLOAT64));
    }
    if (as_array(x)->dtype != DT_FLOAT64) {
        x = value_from(array_cast(as_array(x), DT_FLOAT64));
    }
    Array *both[] = {as_array(x), as_array(y)};
    intptr_t shape[MAX_DIMS], steps[2][MAX_DIMS];
    int ndim = broadcast_shapes(both, 2, shape);
    memcpy(error_actions, saved, sizeof saved);
    Array *full[2];
    for (int i = 0; i < 2; i++) {
        full[i] = both[i];
        broadcast_strides(both[i], ndim, shape, steps[i]);
        if (both[i]->ndim != ndim || !array_is_contiguous(both[i]) ||
            memcmp(array_shape(both[i]), shape, (size_t)ndim * sizeof *shape)) {
            full[i] = array_new(DT_FLOAT64, ndim, shape, false);
            array_copy_into(full[i], both[i]);
        }
    }
    Array *out = array_new(DT_BOOL, ndim, shape, false);
    intptr_t n = array_size(out);
    const double *p = (double *)full[0]->data, *q = (double *)full[1]->data;
    for (intptr_t i = 0; i < n; i++) {
        bool close;
        if (isfinite(p[i]) && isfinite(q[i])) {
            close = fabs(p[i] - q[i]) <= atol + rtol * fabs(q[i]);
        } else {
            close = p[i] == q[i] || (equal_nan && isnan(p[i]) && isnan(q[i]));
        }
        out->data[i] = close;
    }
    return value_from(out);
}
static Value close_native(Args args)
{
    double rtol = arg_given(args, 2) ? op_float(args.at[2]) : 1e-5;
    double atol = arg_given(args, 3) ? op_float(args.at[3]) : 1e-8;
    return is_close(args.at[0], args.at[1], rtol, atol, arg_bool_or(args, 4, false));
}
static Value function_isclose(Args args)
{
    return unwrap_0d(as_array(close_native(args)));
}
static bool all_true(Array *a)
{
    return !memchr(a->data, 0, (size_t)array_size(a));
}
static Value function_allclose(Args args)
{
    return value_bool(all_true(as_array(close_native(args))));
}
static Value function_array_equal(Args args) /* a1, a2, equal_nan */
{
    Array *a = array_from(args.at[0], DT_NONE), *b = array_from(args.at[1], DT_NONE);
    if (a->ndim != b->ndim ||
        memcmp(array_shape(a), array_shape(b), (size_t)a->ndim * sizeof(intptr_t))) {
        return FALSE;
    }
    Array *equal = ufunc_arrays(K_EQUAL, a, b, NULL);
    if (arg_bool_or(args, 2, false)) {
        Array *nan_a = ufunc_arrays(K_ISNAN, a, NULL, NULL);
        Array *nan_b = ufunc_arrays(K_ISNAN, b, NULL, NULL);
        ufunc_arrays(K_LOGICAL_OR, equal, ufunc_arrays(K_LOGICAL_AND, nan_a, nan_b, NULL), equal);
    }
    return value_bool(all_true(array_contiguous(equal, DT_BOOL)));
}

/* ---- Pairs of results ---- */

static Value function_divmod(Args args)
{
    Value a = value_from(array_from(args.at[0], DT_NONE));
    return array_binary(OP2_DIVMOD, a, args.at[1]);
}
static Value function_modf(Args args)
{
    Array *a = array_from(args.at[0], DT_NONE);
    size_t size = array_itemsize(a);
    if (size == 1) {
        raise_unsupported("the type float16, which NumPy computes this in");
    }
    if (!dtype_is_float((DType)a->dtype)) {
        a = array_cast(a, size == 2 ? DT_FLOAT32 : DT_FLOAT64);
    }
    Array *whole = ufunc_arrays(K_TRUNC, a, NULL, NULL);
    Array *one = array_new((DType)a->dtype, 0, NULL, true);
    UfuncCall rest_call = {.op = K_FMOD, .type = DT_NONE, .in = {operand_array(a)}};
    rest_call.in[1] = operand_array(one);
    array_assign(one, value_int(1));
    uint8_t saved[4];
    memcpy(saved, error_actions, sizeof saved);
    memset(error_actions, ERR_IGNORE, sizeof saved); /* of infinity: 0, not invalid */
    Array *rest = as_array(ufunc_run(&rest_call));
    memcpy(error_actions, saved, sizeof saved);
    Array *zero = array_new((DType)a->dtype, 0, NULL, true);
    rest = as_array(array_where(ufunc_call(K_ISINF, (Value[]){value_from(a)}, NULL),
                                value_from(zero), value_from(rest)));
    rest = ufunc_arrays(K_COPYSIGN, rest, a, NULL);
    return tuple_of(2, unwrap_0d(rest), unwrap_0d(whole));
}

/* ---- Floating point errors ---- */

static const char *const error_kinds[4] = {"divide", "over", "under", "invalid"};
static const char *const error_names[] = {"ignore", "warn", "raise", "print"};

static Value errors_dict(void)
{
    Dict *d = dict_new(4);
    for (int i = 0; i < 4; i++) {
        dict_set(d, str_intern(error_kinds[i]), str_from(error_names[error_actions[i]]));
    }
    return value_from(d);
}
static Value function_geterr(Args args)
{
    (void)args;
    return errors_dict();
}
static int action_from(Value v)
{
    for (size_t i = 0; i < COUNT_OF(error_names); i++) {
        if (is_str(v) && str_equals_c(v, error_names[i])) {
            return (int)i;
        }
    }
    if (is_str(v) && (str_equals_c(v, "call") || str_equals_c(v, "log"))) {
        raise_unsupported("np.seterr with 'call' or 'log'");
    }
    raise_key(v);
}
static Value function_seterr(Args args) /* all, divide, over, under, invalid */
{
    Value old = errors_dict();
    uint8_t actions[4];
    for (uint32_t i = 0; i < 4; i++) {
        Value v = arg_or(args, i + 1, NONE);
        v = v == NONE ? arg_or(args, 0, NONE) : v;
        actions[i] = v == NONE ? error_actions[i] : (uint8_t)action_from(v);
    }
    memcpy(error_actions, actions, sizeof actions);
    return old;
}

const NativeDef ufunc_methods[] = {
    {.name = "clip", .fn = array_clip, .signature = "self, min=, max=, out="},
    {.name = "round", .fn = array_round, .signature = "self, decimals=, out="},
    {.name = "conj", .fn = array_conjugate, .signature = "self"},
    {.name = "conjugate", .fn = array_conjugate, .signature = "self"},
    {0},
};
const NativeDef ufunc_functions[] = {
    {.name = "where", .fn = function_where, .signature = "condition, x=, y=, /"},
    {.name = "clip", .fn = array_clip, .signature = "a, a_min, a_max, out="},
    {.name = "round", .fn = array_round, .signature = "a, decimals=, out="},
    {.name = "around", .fn = array_round, .signature = "a, decimals=, out="},
    {.name = "round_", .fn = array_round, .signature = "a, decimals=, out="},
    {.name = "isclose", .fn = function_isclose, .signature = "a, b, rtol=, atol=, equal_nan="},
    {.name = "allclose", .fn = function_allclose, .signature = "a, b, rtol=, atol=, equal_nan="},
    {.name = "array_equal", .fn = function_array_equal, .signature = "a1, a2, equal_nan="},
    {.name = "divmod", .fn = function_divmod, .signature = "x1, x2, /"},
    {.name = "modf", .fn = function_modf, .signature = "x, /"},
    {.name = "geterr", .fn = function_geterr, .signature = ""},
    {.name = "seterr",
     .fn = function_seterr,
     .signature = "all=, divide=, over=, under=, invalid="},
    {0},
};
