/* print.c: arrays as text. The elements that are shown are gathered first, so that one format fits
 * them all; then rows are broken into lines.
 */
#include "stdlib/numpy/format_float.h"
#include "stdlib/numpy/scalar.h"
#include <math.h>
#include <stdlib.h>

/* ---- Options ---- */

typedef struct PrintOptions {
    FloatOptions floats;
    int64_t threshold, edge_items, line_width;
} PrintOptions;

static PrintOptions defaults = {.floats = {8, FLOATMODE_MAXPREC, false, '-', "nan", "inf"},
                                .threshold = 1000,
                                .edge_items = 3,
                                .line_width = 75};
static Slot nan_text, inf_text; /* keep what defaults.floats points to */

enum {
    OPT_PRECISION,
    OPT_THRESHOLD,
    OPT_EDGE,
    OPT_WIDTH,
    OPT_SUPPRESS,
    OPT_NAN,
    OPT_INF,
    OPT_FORMATTER,
    OPT_SIGN,
    OPT_MODE,
    OPT_LEGACY
};
#define OPTIONS_SIGNATURE                                                                          \
    "precision=, threshold=, edgeitems=, linewidth=, suppress=, nanstr=, infstr=, formatter=, "    \
    "sign=, floatmode=, *, legacy="

static bool has(Args args, uint32_t i)
{
    return arg_given(args, i) && args.at[i] != NONE;
}

static const char *text_option(Value v, const char *name)
{
    if (!is_str(v)) {
        raise_type("%s must be str, not %T", name, v);
    }
    return str_utf8(v, NULL);
}

static void read_precision(Args args, uint32_t i, PrintOptions *options)
{
    if (has(args, i)) {
        int64_t n = op_index_int64(args.at[i]);
        if (n < 0) {
            raise_value("precision must be >= 0");
        }
        options->floats.precision = (int)MIN(n, 1000);
    }
}

static void read_sign(Args args, uint32_t i, PrintOptions *options)
{
    if (has(args, i)) {
        const char *sign = is_str(args.at[i]) ? str_utf8(args.at[i], NULL) : "?";
        if (!sign[0] || sign[1] || !strchr("-+ ", sign[0])) {
            raise_value("sign option must be one of ' ', '+', or '-'");
        }
        options->floats.sign = sign[0];
    }
}

static void read_mode(Args args, uint32_t i, PrintOptions *options)
{
    if (has(args, i)) {
        size_t length = 0;
        const char *text = is_str(args.at[i]) ? str_utf8(args.at[i], &length) : "";
        int mode = format_float_mode(text, length);
        if (mode < 0) {
            raise_value("floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", "
                        "\"maxprec_equal\"");
        }
        options->floats.mode = (FloatMode)mode;
    }
}

static void read_options(Args args, PrintOptions *options)
{
    if (has(args, OPT_FORMATTER)) {
        raise_unsupported("numpy's print option formatter");
    }
    if (has(args, OPT_LEGACY) && args.at[OPT_LEGACY] != FALSE) {
        raise_unsupported("numpy's print option legacy");
    }
    read_precision(args, OPT_PRECISION, options);
    if (has(args, OPT_THRESHOLD)) {
        Value v = args.at[OPT_THRESHOLD];
        if (is_float(v) && isinf(as_float(v))) {
            options->threshold = INT64_MAX;
        } else if (is_float(v) && as_float(v) != as_float(v)) {
            raise_value(
                "threshold must be non-NAN, try sys.maxsize for untruncated representation");
        } else if (is_str(v)) {
            raise_type("threshold must be numeric");
        } else {
            options->threshold = is_float(v) ? (int64_t)as_float(v) : op_index_int64(v);
        }
    }
    if (has(args, OPT_EDGE)) {
        options->edge_items = op_index_int64(args.at[OPT_EDGE]);
    }
    if (has(args, OPT_WIDTH)) {
        options->line_width = op_index_int64(args.at[OPT_WIDTH]);
    }
    if (has(args, OPT_SUPPRESS)) {
        options->floats.suppress_small = op_truth(args.at[OPT_SUPPRESS]);
    }
    if (has(args, OPT_NAN)) {
        options->floats.nanstr = text_option(args.at[OPT_NAN], "nanstr");
    }
    if (has(args, OPT_INF)) {
        options->floats.infstr = text_option(args.at[OPT_INF], "infstr");
    }
    read_sign(args, OPT_SIGN, options);
    read_mode(args, OPT_MODE, options);
    if (options->floats.mode == FLOATMODE_FIXED && has(args, OPT_MODE) &&
        arg_given(args, OPT_PRECISION) && args.at[OPT_PRECISION] == NONE) {
        raise_value("precision=None is only allowed for floatmode 'unique'");
    }
}

static void keep_text(Slot *slot, const char **text, const char *name)
{
    Value v = str_from(*text);
    mm_add_root(slot, name);
    mm_store(&array_type, slot, v);
    *text = str_utf8(v, NULL);
}

static void options_set(const PrintOptions *options)
{
    static bool has_roots;
    PrintOptions new = *options;
    if (!has_roots) {
        has_roots = true;
        keep_text(&nan_text, &new.floats.nanstr, "numpy's nanstr");
        keep_text(&inf_text, &new.floats.infstr, "numpy's infstr");
    } else {
        Value nan = str_from(new.floats.nanstr), inf = str_from(new.floats.infstr);
        mm_store(&array_type, &nan_text, nan);
        mm_store(&array_type, &inf_text, inf);
        new.floats.nanstr = str_utf8(nan, NULL);
        new.floats.infstr = str_utf8(inf, NULL);
    }
    defaults = new;
}

static Value set_printoptions(Args args)
{
    PrintOptions options = defaults;
    read_options(args, &options);
    options_set(&options);
    return NONE;
}

static Value options_dict(void)
{
    static const char *const modes[] = {
        [FLOATMODE_MAXPREC] = "maxprec",
        [FLOATMODE_MAXPREC_EQUAL] = "maxprec_equal",
        [FLOATMODE_FIXED] = "fixed",
        [FLOATMODE_UNIQUE] = "unique",
    };
    Dict *d = dict_new(11);
    dict_set(d, str_intern("edgeitems"), int_from_int64(defaults.edge_items));
    dict_set(d, str_intern("threshold"), int_from_int64(defaults.threshold));
    dict_set(d, str_intern("floatmode"), str_from(modes[defaults.floats.mode]));
    dict_set(d, str_intern("precision"), value_int(defaults.floats.precision));
    dict_set(d, str_intern("suppress"), value_bool(defaults.floats.suppress_small));
    dict_set(d, str_intern("linewidth"), int_from_int64(defaults.line_width));
    dict_set(d, str_intern("nanstr"), str_from(defaults.floats.nanstr));
    dict_set(d, str_intern("infstr"), str_from(defaults.floats.infstr));
    dict_set(d, str_intern("sign"), str_from((char[]){defaults.floats.sign, 0}));
    dict_set(d, str_intern("formatter"), NONE);
    dict_set(d, str_intern("legacy"), FALSE);
    return value_from(d);
}

static Value get_printoptions(Args args)
{
    (void)args;
    return options_dict();
}

/* with numpy.printoptions(...): */
typedef struct OptionsContext {
    Object head;
    Slot wanted, saved; /* dicts */
} OptionsContext;

static Value set_from_dict(Value dict)
{
    Value at[11] = {0};
    static const char *const names[] = {"precision", "threshold", "edgeitems", "linewidth",
                                        "suppress",  "nanstr",    "infstr",    "formatter",
                                        "sign",      "floatmode", "legacy"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        at[i] = dict_get_str(as_dict(dict), str_intern(names[i]));
    }
    return set_printoptions((Args){at, COUNT_OF(names)});
}
static Value context_enter(Args args)
{
    OptionsContext *context = (OptionsContext *)as_object(args.at[0]);
    mm_store(context, &context->saved, options_dict());
    set_from_dict(context->wanted.v);
    return options_dict();
}
static Value context_exit(Args args)
{
    OptionsContext *context = (OptionsContext *)as_object(args.at[0]);
    if (context->saved.v != EMPTY) {
        set_from_dict(context->saved.v);
    }
    return NONE;
}
static const NativeDef context_methods[] = {
    {"__enter__", context_enter, "self, /", NULL, 0, 0},
    {"__exit__", context_exit, "self, /, *args", NULL, 0, 0},
    {0},
};
static Type context_type = {
    .name = "contextlib._GeneratorContextManager",
    .size = sizeof(OptionsContext),
    .slots_at = offsetof(OptionsContext, wanted),
    .slots_count = 2,
    .methods = context_methods,
};
static Value printoptions(Args args)
{
    type_ready(&context_type);
    OptionsContext *context = NEW(OptionsContext, &context_type);
    mm_init(context, &context->wanted, args.at[0] == EMPTY ? value_from(dict_new(0)) : args.at[0]);
    return value_from(context);
}

/* ---- The elements that are shown ---- */

static int64_t shown(int64_t length, int64_t edge, bool is_summary)
{
    return is_summary && length > 2 * edge ? 2 * edge : length;
}

static int64_t shown_index(int64_t k, int64_t length, int64_t edge, bool is_summary)
{
    return is_summary && length > 2 * edge && k >= edge ? length - 2 * edge + k : k;
}

static char *collect(const Array *a, const char *at, int axis, int64_t edge, bool is_summary,
                     char *out)
{
    size_t item = array_itemsize(a);
    if (axis == a->ndim) {
        memcpy(out, at, item);
        return out + item;
    }
    int64_t length = array_shape(a)[axis], n = shown(length, edge, is_summary);
    for (int64_t k = 0; k < n; k++) {
        int64_t i = shown_index(k, length, edge, is_summary);
        out = collect(a, at + i * array_strides(a)[axis], axis + 1, edge, is_summary, out);
    }
    return out;
}

/* ---- Layout ---- */

typedef struct Printer {
    const Array *a;
    int64_t edge, width; /* width: what a line may hold */
    bool is_summary;
    const char *separator; /* with and without blanks at its end */
    size_t separator_length, bare_length;
    FloatFormat format;
    int int_width;
    const char *element; /* the next one */
    char *word;
    StrBuilder text;
    char *line; /* of raw_new; grows */
    size_t line_length, line_room;
} Printer;

static size_t format_word(Printer *p, char *word)
{
    DType dtype = (DType)p->a->dtype;
    size_t length;
    if (dtype_is_float(dtype)) {
        length = format_float_element(word, &p->format, p->element);
    } else {
        char bare[24];
        size_t n = format_integer(bare, dtype, p->element);
        size_t pad = (size_t)p->int_width > n ? (size_t)p->int_width - n : 0;
        memset(word, ' ', pad);
        memcpy(word + pad, bare, n);
        length = pad + n;
    }
    p->element += array_itemsize(p->a);
    return length;
}

static void line_add(Printer *p, const char *text, size_t length)
{
    if (p->line_length + length > p->line_room) {
        size_t room = MAX(p->line_room * 2, p->line_length + length + 128);
        Raw *more = raw_new(room);
        if (p->line_length) {
            memcpy(more->at, p->line, p->line_length);
        }
        p->line = more->at;
        p->line_room = room;
    }
    memcpy(p->line + p->line_length, text, length);
    p->line_length += length;
}

static void line_start(Printer *p, size_t indent)
{
    p->line_length = 0;
    while (p->line_length < indent) {
        line_add(p, " ", 1);
    }
}

static void flush_line(Printer *p, size_t skip)
{
    builder_utf8(&p->text, p->line + skip, p->line_length - skip);
}

/* Adds a word, on a new line if this one is full. `*skip`: blanks at the head of the first line,
 * which stand there already. */
static void extend_line(Printer *p, const char *word, size_t length, int64_t width, size_t indent,
                        size_t *skip)
{
    if ((int64_t)(p->line_length + length) > width && p->line_length > indent) {
        while (p->line_length && strchr(" \t\n\r", p->line[p->line_length - 1])) {
            p->line_length--;
        }
        flush_line(p, MIN(*skip, p->line_length));
        *skip = 0;
        builder_char(&p->text, '\n');
        line_start(p, indent);
    }
    line_add(p, word, length);
}

static void print_row(Printer *p, size_t indent, int64_t curr_width)
{
    int64_t length = array_shape(p->a)[p->a->ndim - 1], n = shown(length, p->edge, p->is_summary);
    bool gap = n < length;
    int64_t width = curr_width - (int64_t)MAX(p->bare_length, (size_t)1);
    size_t skip = indent;
    line_start(p, indent);
    for (int64_t k = 0; k < n; k++) {
        if (gap && k == p->edge) {
            extend_line(p, "...", 3, width, indent, &skip);
            line_add(p, p->separator, p->separator_length);
        }
        size_t word = format_word(p, p->word);
        extend_line(p, p->word, word, width, indent, &skip);
        if (k + 1 < n) {
            line_add(p, p->separator, p->separator_length);
        }
    }
    if (gap && n == 0) {
        extend_line(p, "...", 3, width, indent, &skip);
    }
    flush_line(p, MIN(skip, p->line_length));
}

static void print_axis(Printer *p, int axis, size_t indent, int64_t curr_width)
{
    if (axis == p->a->ndim) {
        size_t length = format_word(p, p->word);
        builder_utf8(&p->text, p->word, length);
        return;
    }
    builder_char(&p->text, '[');
    int left = p->a->ndim - axis;
    if (left == 1) {
        print_row(p, indent, curr_width);
        builder_char(&p->text, ']');
        return;
    }
    int64_t length = array_shape(p->a)[axis], n = shown(length, p->edge, p->is_summary);
    for (int64_t k = 0; k < n; k++) {
        if (k > 0) {
            builder_utf8(&p->text, p->separator, p->bare_length);
            builder_fill(&p->text, '\n', (size_t)left - 1);
            builder_fill(&p->text, ' ', indent);
            if (n < length && k == p->edge) {
                builder_c(&p->text, "...");
                builder_utf8(&p->text, p->separator, p->bare_length);
                builder_fill(&p->text, '\n', (size_t)left - 1);
                builder_fill(&p->text, ' ', indent);
            }
        }
        print_axis(p, axis + 1, indent + 1, curr_width - 1);
    }
    builder_char(&p->text, ']');
}

/* array2string of an array that has elements. */
static Value layout(Array *a, const PrintOptions *options, Value separator, size_t prefix)
{
    Printer p = {.a = a, .edge = MAX(options->edge_items, 0), .width = options->line_width};
    intptr_t size = array_size(a);
    p.is_summary = size > options->threshold;
    size_t length;
    p.separator = str_utf8(separator, &length);
    p.separator_length = p.bare_length = length;
    while (p.bare_length && strchr(" \t\n\r", p.separator[p.bare_length - 1])) {
        p.bare_length--;
    }
    intptr_t count = 1;
    for (int i = 0; i < a->ndim; i++) {
        count *= shown(array_shape(a)[i], p.edge, p.is_summary);
    }
    Raw *elements = raw_new((size_t)count * array_itemsize(a) + 8);
    char *data = (char *)(((uintptr_t)elements->at + 7) & ~(uintptr_t)7);
    collect(a, a->data, 0, p.edge, p.is_summary, data);
    p.element = data;
    DType dtype = (DType)a->dtype;
    size_t room = 32;
    if (dtype_is_float(dtype)) {
        p.format = format_float_prepare(&options->floats, dtype, data, count);
        room = format_float_element_room(&p.format);
    } else if (dtype == DT_BOOL) {
        p.int_width = a->ndim ? 5 : 0;
    } else {
        p.int_width = format_integer_width(dtype, data, count);
        room = MAX(room, (size_t)p.int_width + 1);
    }
    p.word = raw_new(room + 8)->at;
    builder_start(&p.text);
    print_axis(&p, 0, prefix + 1, p.width);
    return builder_end(&p.text);
}

static Value to_text(Array *a, const PrintOptions *options, Value separator, size_t prefix,
                     size_t suffix)
{
    if (array_size(a) == 0) {
        return str_from("[]");
    }
    PrintOptions own = *options;
    own.line_width -= (int64_t)suffix;
    return layout(a, &own, separator, prefix);
}

static Value repr_with(Array *a, const PrintOptions *options)
{
    DType dtype = (DType)a->dtype;
    bool is_empty = array_size(a) == 0;
    bool implied = !is_empty && (dtype == DT_FLOAT64 || dtype == DT_INT64 || dtype == DT_BOOL);
    StrBuilder b;
    builder_start(&b);
    builder_c(&b, "array(");
    Value body = is_empty && !(a->ndim == 1)
                     ? str_format("[], shape=%V", shape_tuple(array_shape(a), a->ndim))
                     : to_text(a, options, str_from(", "), 6, 1);
    builder_str(&b, body);
    if (implied) {
        builder_char(&b, ')');
        return builder_end(&b);
    }
    size_t length, name = strlen(dtype_info[dtype].name) + strlen("dtype=)");
    const char *text = str_utf8(body, &length), *last = strrchr(text, '\n');
    size_t last_line = last ? length - (size_t)(last + 1 - text) : length + 6;
    builder_char(&b, ',');
    if ((int64_t)(last_line + 1 + name + 1) > options->line_width) {
        builder_char(&b, '\n');
        builder_fill(&b, ' ', 6);
    } else {
        builder_char(&b, ' ');
    }
    builder_printf(&b, "dtype=%s)", dtype_info[dtype].name);
    return builder_end(&b);
}

static Value str_with(Array *a, const PrintOptions *options)
{
    if (a->ndim == 0) {
        return op_str(scalar_from((DType)a->dtype, a->data));
    }
    return to_text(a, options, str_from(" "), 0, 0);
}

Value array_repr(Value self)
{
    return repr_with(as_array(self), &defaults);
}

Value array_str(Value self)
{
    return str_with(as_array(self), &defaults);
}

/* ---- Functions ---- */

/* arr, max_line_width, precision, suppress_small. */
static Array *text_arguments(Args args, PrintOptions *options)
{
    *options = defaults;
    if (has(args, 1)) {
        options->line_width = op_index_int64(args.at[1]);
    }
    read_precision(args, 2, options);
    if (has(args, 3)) {
        options->floats.suppress_small = op_truth(args.at[3]);
    }
    return array_from(args.at[0], DT_NONE);
}
static Value array_repr_function(Args args)
{
    PrintOptions options;
    Array *a = text_arguments(args, &options);
    return repr_with(a, &options);
}
static Value array_str_function(Args args)
{
    PrintOptions options;
    Array *a = text_arguments(args, &options);
    return str_with(a, &options);
}

enum {
    A2S_ARRAY,
    A2S_WIDTH,
    A2S_PRECISION,
    A2S_SUPPRESS,
    A2S_SEPARATOR,
    A2S_PREFIX,
    A2S_STYLE,
    A2S_FORMATTER,
    A2S_THRESHOLD,
    A2S_EDGE,
    A2S_SIGN,
    A2S_MODE,
    A2S_SUFFIX,
    A2S_LEGACY
};
static Value array2string(Args args)
{
    PrintOptions options;
    Array *a = text_arguments(args, &options);
    if (has(args, A2S_FORMATTER)) {
        raise_unsupported("array2string's formatter");
    }
    if (has(args, A2S_THRESHOLD)) {
        options.threshold = op_index_int64(args.at[A2S_THRESHOLD]);
    }
    if (has(args, A2S_EDGE)) {
        options.edge_items = op_index_int64(args.at[A2S_EDGE]);
    }
    read_sign(args, A2S_SIGN, &options);
    read_mode(args, A2S_MODE, &options);
    Value separator = has(args, A2S_SEPARATOR) ? args.at[A2S_SEPARATOR] : str_from(" ");
    if (!is_str(separator)) {
        raise_type("separator must be a string, not %T", separator);
    }
    size_t prefix = has(args, A2S_PREFIX) ? (size_t)op_length(args.at[A2S_PREFIX]) : 0;
    size_t suffix = has(args, A2S_SUFFIX) ? (size_t)op_length(args.at[A2S_SUFFIX]) : 0;
    return to_text(a, &options, separator, prefix, suffix);
}

static double float_argument(Value v, DType *dtype)
{
    *dtype = DT_FLOAT64;
    if (is_scalar(v) && scalar_dtype(v) == DT_FLOAT32) {
        *dtype = DT_FLOAT32;
    } else if (is_array(v) && as_array(v)->dtype == DT_FLOAT32) {
        *dtype = DT_FLOAT32;
    }
    return float_from_value(v);
}

/* x, precision, unique at 0..2; the rest by the given places. */
static Value format_number(Args args, bool is_positional)
{
    static const struct {
        uint32_t fractional, trim, sign, left, right, digits, minimum;
    } places[] = {{9, 3, 4, 5, 9, 6, 7}, {3, 4, 5, 6, 7, 9, 8}};
    FloatLayout layout = format_float_defaults;
    uint32_t fractional = places[is_positional].fractional, trim = places[is_positional].trim,
             sign = places[is_positional].sign, left = places[is_positional].left,
             right = places[is_positional].right, digits = places[is_positional].digits,
             minimum = places[is_positional].minimum;
    DType dtype;
    double x = float_argument(args.at[0], &dtype);
    if (has(args, 1)) {
        layout.precision = (int)MIN(op_index_int64(args.at[1]), 1 << 20);
    }
    layout.unique = !arg_given(args, 2) || op_truth(args.at[2]);
    if (is_positional && arg_given(args, fractional)) {
        layout.fractional = op_truth(args.at[fractional]);
    }
    if (has(args, trim)) {
        const char *text = text_option(args.at[trim], "trim");
        if (!text[0] || text[1] || !strchr("k.0-", text[0])) {
            raise_type("if supplied, trim must be 'k', '.', '0' or '-' found `%s`", text);
        }
        layout.trim = text[0];
    }
    layout.sign = has(args, sign) && op_truth(args.at[sign]);
    if (has(args, left)) {
        layout.pad_left = (int)MIN(op_index_int64(args.at[left]), 1 << 20);
    }
    if (is_positional && has(args, right)) {
        layout.pad_right = (int)MIN(op_index_int64(args.at[right]), 1 << 20);
    }
    if (!is_positional && has(args, digits)) {
        layout.exp_digits = (int)MIN(op_index_int64(args.at[digits]), 5);
    }
    if (has(args, minimum)) {
        layout.min_digits = (int)MIN(op_index_int64(args.at[minimum]), 1 << 20);
    }
    if (!layout.unique && layout.precision < 0) {
        raise_type("in non-unique mode `precision` must be supplied");
    }
    if (!isfinite(x)) {
        return str_from(x != x ? "nan" : x < 0 ? "-inf" : layout.sign ? "+inf" : "inf");
    }
    Raw *out = raw_new(format_float_room(&layout));
    size_t length = is_positional ? format_float_positional(out->at, x, dtype, &layout)
                                  : format_float_scientific(out->at, x, dtype, &layout);
    return str_from_ascii(out->at, length);
}
static Value format_positional(Args args)
{
    return format_number(args, true);
}
static Value format_scientific(Args args)
{
    return format_number(args, false);
}

const NativeDef print_functions[] = {
    {"set_printoptions", set_printoptions, OPTIONS_SIGNATURE, NULL, 0, ERRORS_PYTHON},
    {"get_printoptions", get_printoptions, "", NULL, 0, ERRORS_PYTHON},
    {"printoptions", printoptions, "**kwargs", NULL, 0, ERRORS_PYTHON},
    {"array_repr", array_repr_function, "arr, max_line_width=, precision=, suppress_small=", NULL,
     0, ERRORS_PYTHON},
    {"array_str", array_str_function, "a, max_line_width=, precision=, suppress_small=", NULL, 0,
     ERRORS_PYTHON},
    {"array2string", array2string,
     "a, max_line_width=, precision=, suppress_small=, separator=, prefix=, style=, formatter=, "
     "threshold=, edgeitems=, sign=, floatmode=, suffix=, *, legacy=",
     NULL, 0, ERRORS_PYTHON},
    {"format_float_positional", format_positional,
     "x, precision=, unique=, fractional=, trim=, sign=, pad_left=, pad_right=, min_digits=", NULL,
     0, ERRORS_PYTHON},
    {"format_float_scientific", format_scientific,
     "x, precision=, unique=, trim=, sign=, pad_left=, exp_digits=, min_digits=", NULL, 0,
     ERRORS_PYTHON},
    {0},
};
