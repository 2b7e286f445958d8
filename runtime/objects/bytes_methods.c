#include "runtime/objects/bytes_impl.h"
#include "runtime/objects/unicode.h"

static uint8_t ascii_class(char c)
{
    return unicode_ascii[(uint8_t)c];
}

static bool is_space(char c)
{
    return ascii_class(c) & ASCII_BYTE_SPACE;
}

/* ---- Searching ---- */

/* What find and its kin look for: bytes, or an int as one byte (in *byte). */
static View needle_argument(Value v, char *byte)
{
    View view;
    if (bytes_view(v, &view.at, &view.count)) {
        return view;
    }
    if (!text_has_index(v)) {
        raise_type("argument should be integer or bytes-like object, not '%T'", v);
    }
    *byte = (char)bytes_item(v, "byte must be in range(0, 256)");
    return (View){byte, 1};
}

/* The needle and the part of self to be searched; false if start lies beyond the end. */
static bool search_arguments(Args args, char *byte, View *needle, View *part, size_t *start)
{
    size_t stop, length = view_of(args.at[0]).count;
    text_range(args, 2, length, start, &stop);
    *needle = needle_argument(args.at[1], byte);
    View self = view_of(args.at[0]);
    stop = MIN(stop, self.count);
    if (*start > stop) {
        return false;
    }
    *part = (View){self.at + *start, stop - *start};
    return true;
}

static int64_t search(Args args, bool last)
{
    char byte;
    View needle, part;
    size_t start;
    if (!search_arguments(args, &byte, &needle, &part, &start)) {
        return -1;
    }
    int64_t at = last ? units_rfind(part.at, 1, part.count, needle.at, 1, needle.count)
                      : units_find(part.at, 1, part.count, needle.at, 1, needle.count);
    return at < 0 ? -1 : at + (int64_t)start;
}

static Value must_be_found(int64_t at)
{
    if (at < 0) {
        raise_value("subsection not found");
    }
    return value_int(at);
}

Value bytes_find_method(Args args)
{
    return value_int(search(args, false));
}

Value bytes_rfind_method(Args args)
{
    return value_int(search(args, true));
}

Value bytes_index_method(Args args)
{
    return must_be_found(search(args, false));
}

Value bytes_rindex_method(Args args)
{
    return must_be_found(search(args, true));
}

Value bytes_count_method(Args args)
{
    char byte;
    View needle, part;
    size_t start;
    if (!search_arguments(args, &byte, &needle, &part, &start)) {
        return value_int(0);
    }
    if (!needle.count) {
        return value_int((int64_t)part.count + 1);
    }
    return value_int(
        (int64_t)units_count(part.at, 1, part.count, needle.at, 1, needle.count, SIZE_MAX));
}

static bool matches(View self, size_t start, size_t stop, View part, bool at_end)
{
    stop = MIN(stop, self.count);
    if (start > stop || part.count > stop - start) {
        return false;
    }
    return !memcmp(self.at + (at_end ? stop - part.count : start), part.at, part.count);
}

static Value match(Args args, bool at_end, const char *name)
{
    size_t start, stop;
    text_range(args, 2, view_of(args.at[0]).count, &start, &stop);
    View self = view_of(args.at[0]), part;
    Value what = args.at[1];
    if (bytes_view(what, &part.at, &part.count)) {
        return value_bool(matches(self, start, stop, part, at_end));
    }
    if (!is_tuple(what)) {
        raise_type("%s first arg must be bytes or a tuple of bytes, not %T", name, what);
    }
    for (size_t i = 0; i < as_tuple(what)->count; i++) {
        if (matches(self, start, stop, view_of(as_tuple(what)->at[i].v), at_end)) {
            return TRUE;
        }
    }
    return FALSE;
}

Value bytes_startswith_method(Args args)
{
    return match(args, false, "startswith");
}

Value bytes_endswith_method(Args args)
{
    return match(args, true, "endswith");
}

Value bytes_removeprefix_method(Args args)
{
    View part = view_of(args.at[1]), self = view_of(args.at[0]);
    size_t gone = matches(self, 0, self.count, part, false) ? part.count : 0;
    return bytes_like(args.at[0], self.at + gone, self.count - gone);
}

Value bytes_removesuffix_method(Args args)
{
    View part = view_of(args.at[1]), self = view_of(args.at[0]);
    size_t gone = matches(self, 0, self.count, part, true) ? part.count : 0;
    return bytes_like(args.at[0], self.at, self.count - gone);
}

/* ---- Replacing ---- */

static void put(StrBuilder *b, const char *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        builder_char(b, (uint8_t)at[i]);
    }
}

static Value end_like(StrBuilder *b, Value self)
{
    return bytes_like(self, b->data, b->length);
}

Value bytes_replace_method(Args args)
{
    int64_t limit = arg_int_or(args, 3, -1);
    size_t times = limit < 0 ? SIZE_MAX : (size_t)limit;
    View old = view_of(args.at[1]), new = view_of(args.at[2]), self = view_of(args.at[0]);
    StrBuilder b;
    builder_start(&b);
    size_t from = 0;
    for (; times; times--) {
        if (!old.count) {
            put(&b, new.at, new.count);
            if (from == self.count) {
                break;
            }
            put(&b, self.at + from++, 1);
            continue;
        }
        int64_t hop = units_find(self.at + from, 1, self.count - from, old.at, 1, old.count);
        if (hop < 0) {
            break;
        }
        put(&b, self.at + from, (size_t)hop);
        put(&b, new.at, new.count);
        from += (size_t)hop + old.count;
    }
    put(&b, self.at + from, self.count - from);
    return end_like(&b, args.at[0]);
}

/* ---- Splitting and joining ---- */

static View separator_argument(Value v)
{
    View sep = view_of(v);
    if (!sep.count) {
        raise_value("empty separator");
    }
    return sep;
}

static void append_part(List *list, Value self, const char *at, size_t count)
{
    list_append(list, bytes_like(self, at, count));
}

static void split_spaces(List *list, Value self, View s, size_t limit)
{
    size_t i = 0;
    for (;;) {
        while (i < s.count && is_space(s.at[i])) {
            i++;
        }
        if (i == s.count) {
            return;
        }
        size_t start = i;
        if (!limit--) {
            append_part(list, self, s.at + start, s.count - start);
            return;
        }
        while (i < s.count && !is_space(s.at[i])) {
            i++;
        }
        append_part(list, self, s.at + start, i - start);
    }
}

static void rsplit_spaces(List *list, Value self, View s, size_t limit)
{
    size_t i = s.count;
    for (;;) {
        while (i && is_space(s.at[i - 1])) {
            i--;
        }
        if (!i) {
            return;
        }
        size_t stop = i;
        if (!limit--) {
            append_part(list, self, s.at, stop);
            return;
        }
        while (i && !is_space(s.at[i - 1])) {
            i--;
        }
        append_part(list, self, s.at + i, stop - i);
    }
}

static void split_separator(List *list, Value self, View s, View sep, size_t limit)
{
    size_t from = 0;
    for (; limit; limit--) {
        int64_t hop = units_find(s.at + from, 1, s.count - from, sep.at, 1, sep.count);
        if (hop < 0) {
            break;
        }
        append_part(list, self, s.at + from, (size_t)hop);
        from += (size_t)hop + sep.count;
    }
    append_part(list, self, s.at + from, s.count - from);
}

static void rsplit_separator(List *list, Value self, View s, View sep, size_t limit)
{
    for (; limit; limit--) {
        int64_t at = units_rfind(s.at, 1, s.count, sep.at, 1, sep.count);
        if (at < 0) {
            break;
        }
        size_t start = (size_t)at + sep.count;
        append_part(list, self, s.at + start, s.count - start);
        s.count = (size_t)at;
    }
    append_part(list, self, s.at, s.count);
}

static Value split(Args args, bool from_right)
{
    Value self = args.at[0], sep = arg_or(args, 1, NONE);
    int64_t maximum = arg_int_or(args, 2, -1);
    size_t limit = maximum < 0 ? SIZE_MAX : (size_t)maximum;
    List *list = list_new(MIN(limit, 12));
    View s = view_of(self);
    if (sep == NONE) {
        (from_right ? rsplit_spaces : split_spaces)(list, self, s, limit);
    } else {
        View separator = separator_argument(sep);
        (from_right ? rsplit_separator : split_separator)(list, self, s, separator, limit);
    }
    for (size_t i = 0, j = list->count; from_right && i + 1 < j; i++) {
        Value first = list_at(list, i), last = list_at(list, --j);
        list_set(list, i, last);
        list_set(list, j, first);
    }
    return value_from(list);
}

Value bytes_split_method(Args args)
{
    return split(args, false);
}

Value bytes_rsplit_method(Args args)
{
    return split(args, true);
}

Value bytes_splitlines_method(Args args)
{
    bool keep = arg_given(args, 1) && text_c_int(args.at[1]);
    View s = view_of(args.at[0]);
    List *list = list_new(0);
    for (size_t i = 0; i < s.count;) {
        size_t start = i;
        while (i < s.count && s.at[i] != '\n' && s.at[i] != '\r') {
            i++;
        }
        size_t stop = i;
        if (i < s.count) {
            i += s.at[i] == '\r' && i + 1 < s.count && s.at[i + 1] == '\n' ? 2 : 1;
        }
        append_part(list, args.at[0], s.at + start, (keep ? i : stop) - start);
    }
    return value_from(list);
}

static Value partition(Args args, bool from_right)
{
    Value self = args.at[0];
    View sep = separator_argument(args.at[1]), s = view_of(self);
    int64_t at = from_right ? units_rfind(s.at, 1, s.count, sep.at, 1, sep.count)
                            : units_find(s.at, 1, s.count, sep.at, 1, sep.count);
    Value none = bytes_like(self, "", 0);
    if (at < 0) {
        Value whole = bytes_like(self, s.at, s.count), empty = bytes_like(self, "", 0);
        return from_right ? tuple_of(3, none, empty, whole) : tuple_of(3, whole, none, empty);
    }
    size_t rest = (size_t)at + sep.count;
    return tuple_of(3, bytes_like(self, s.at, (size_t)at), bytes_like(self, sep.at, sep.count),
                    bytes_like(self, s.at + rest, s.count - rest));
}

Value bytes_partition_method(Args args)
{
    return partition(args, false);
}

Value bytes_rpartition_method(Args args)
{
    return partition(args, true);
}

Value bytes_join_method(Args args)
{
    Value iterable = args.at[1];
    if (!type_of(iterable)->iter && op_special(iterable, S_ITER) == EMPTY &&
        op_special(iterable, S_GETITEM) == EMPTY) {
        raise_type("can only join an iterable");
    }
    Value list = is_list(iterable) ? iterable : list_from_iterable(iterable);
    View sep = view_of(args.at[0]), view;
    size_t length = 0, count = as_list(list)->count;
    for (size_t i = 0; i < count; i++) {
        Value item = list_at(as_list(list), i);
        if (!bytes_view(item, &view.at, &view.count)) {
            raise_type("sequence item %zu: expected a bytes-like object, %T found", i, item);
        }
        length += view.count + (i ? sep.count : 0);
    }
    if (length > PTRDIFF_MAX / 2) {
        raise_memory();
    }
    Value made = bytes_like(args.at[0], NULL, length);
    char *to = (char *)view_of(made).at;
    for (size_t i = 0; i < count; i++) {
        if (i) {
            memcpy(to, sep.at, sep.count);
            to += sep.count;
        }
        view = view_of(list_at(as_list(list), i));
        memcpy(to, view.at, view.count);
        to += view.count;
    }
    return made;
}

enum { LEFT = 1, RIGHT = 2 };

static Value strip(Args args, int sides)
{
    Value chars = arg_or(args, 1, NONE);
    View s = view_of(args.at[0]), set = {" \t\n\r\v\f", 6};
    if (chars != NONE) {
        set = view_of(chars);
    }
    while (sides & LEFT && s.count && memchr(set.at, s.at[0], set.count)) {
        s.at++;
        s.count--;
    }
    while (sides & RIGHT && s.count && memchr(set.at, s.at[s.count - 1], set.count)) {
        s.count--;
    }
    return bytes_like(args.at[0], s.at, s.count);
}

Value bytes_strip_method(Args args)
{
    return strip(args, LEFT | RIGHT);
}

Value bytes_lstrip_method(Args args)
{
    return strip(args, LEFT);
}

Value bytes_rstrip_method(Args args)
{
    return strip(args, RIGHT);
}

/* ---- Letters, as ASCII has them ---- */

static char upper(char c)
{
    return ascii_class(c) & ASCII_LOWER ? (char)(c - 32) : c;
}

static char lower(char c)
{
    return ascii_class(c) & ASCII_UPPER ? (char)(c + 32) : c;
}

static char swapped(char c)
{
    return ascii_class(c) & ASCII_UPPER ? lower(c) : upper(c);
}

/* A copy of self: `first` maps what begins a word (or, unless `words`, the whole), `rest` the
 * others. */
static Value mapped(Value self, char (*first)(char c), char (*rest)(char c), bool words)
{
    View s = view_of(self);
    Value made = bytes_like(self, NULL, s.count);
    char *to = (char *)view_of(made).at;
    bool begins = true;
    for (size_t i = 0; i < s.count; i++) {
        to[i] = (begins ? first : rest)(s.at[i]);
        begins = words && !(ascii_class(s.at[i]) & ASCII_ALPHA);
    }
    return made;
}

Value bytes_upper_method(Args args)
{
    return mapped(args.at[0], upper, upper, false);
}

Value bytes_lower_method(Args args)
{
    return mapped(args.at[0], lower, lower, false);
}

Value bytes_swapcase_method(Args args)
{
    return mapped(args.at[0], swapped, swapped, false);
}

Value bytes_capitalize_method(Args args)
{
    return mapped(args.at[0], upper, lower, false);
}

Value bytes_title_method(Args args)
{
    return mapped(args.at[0], upper, lower, true);
}

static Value all_are(Args args, int wanted)
{
    View s = view_of(args.at[0]);
    for (size_t i = 0; i < s.count; i++) {
        if (!(ascii_class(s.at[i]) & wanted)) {
            return FALSE;
        }
    }
    return value_bool(s.count);
}

Value bytes_isalnum_method(Args args)
{
    return all_are(args, ASCII_ALNUM);
}

Value bytes_isalpha_method(Args args)
{
    return all_are(args, ASCII_ALPHA);
}

Value bytes_isdigit_method(Args args)
{
    return all_are(args, ASCII_DIGIT);
}

Value bytes_isspace_method(Args args)
{
    return all_are(args, ASCII_BYTE_SPACE);
}

Value bytes_isascii_method(Args args)
{
    View s = view_of(args.at[0]);
    return value_bool(units_are_ascii(s.at, s.count));
}

/* Whether there are letters, all of the wanted case. */
static Value cased_are(Args args, int wanted)
{
    View s = view_of(args.at[0]);
    bool found = false;
    for (size_t i = 0; i < s.count; i++) {
        int class = ascii_class(s.at[i]) & ASCII_ALPHA;
        if (class & ~wanted) {
            return FALSE;
        }
        found |= class != 0;
    }
    return value_bool(found);
}

Value bytes_islower_method(Args args)
{
    return cased_are(args, ASCII_LOWER);
}

Value bytes_isupper_method(Args args)
{
    return cased_are(args, ASCII_UPPER);
}

Value bytes_istitle_method(Args args)
{
    View s = view_of(args.at[0]);
    bool found = false, inside = false;
    for (size_t i = 0; i < s.count; i++) {
        int class = ascii_class(s.at[i]) & ASCII_ALPHA;
        if (class && (class == ASCII_LOWER) != inside) {
            return FALSE;
        }
        inside = class != 0;
        found |= inside;
    }
    return value_bool(found);
}

/* ---- Filling up ---- */

static Value padded(Args args, bool left, bool right, const char *name)
{
    int64_t width = arg_int(args, 1);
    char fill = ' ';
    if (arg_given(args, 2)) {
        View view;
        if (!bytes_view(args.at[2], &view.at, &view.count) || view.count != 1) {
            raise_type("%s() argument 2 must be a byte string of length 1, not %s", name,
                       text_kind(args.at[2]));
        }
        fill = view.at[0];
    }
    View s = view_of(args.at[0]);
    size_t pad = width > (int64_t)s.count ? (size_t)width - s.count : 0;
    size_t before = left && right ? pad / 2 + (pad & (size_t)width & 1) : left ? pad : 0;
    Value made = bytes_like(args.at[0], NULL, s.count + pad);
    char *to = (char *)view_of(made).at;
    memset(to, fill, s.count + pad);
    memcpy(to + before, s.at, s.count);
    return made;
}

Value bytes_center_method(Args args)
{
    return padded(args, true, true, "center");
}

Value bytes_ljust_method(Args args)
{
    return padded(args, false, true, "ljust");
}

Value bytes_rjust_method(Args args)
{
    return padded(args, true, false, "rjust");
}

Value bytes_zfill_method(Args args)
{
    int64_t width = arg_int(args, 1);
    View s = view_of(args.at[0]);
    size_t pad = width > (int64_t)s.count ? (size_t)width - s.count : 0;
    size_t sign = s.count && (s.at[0] == '+' || s.at[0] == '-');
    Value made = bytes_like(args.at[0], NULL, s.count + pad);
    char *to = (char *)view_of(made).at;
    memcpy(to, s.at, sign);
    memset(to + sign, '0', pad);
    memcpy(to + sign + pad, s.at + sign, s.count - sign);
    return made;
}

Value bytes_expandtabs_method(Args args)
{
    int size = arg_given(args, 1) ? text_c_int(args.at[1]) : 8;
    size_t tab = size > 0 ? (size_t)size : 0, column = 0;
    View s = view_of(args.at[0]);
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s.count; i++) {
        if (s.at[i] == '\t') {
            size_t gap = tab ? tab - column % tab : 0;
            builder_fill(&b, ' ', gap);
            column += gap;
        } else {
            builder_char(&b, (uint8_t)s.at[i]);
            column = s.at[i] == '\n' || s.at[i] == '\r' ? 0 : column + 1;
        }
    }
    return end_like(&b, args.at[0]);
}

/* ---- Tables, text, hexadecimal ---- */

Value bytes_translate_method(Args args)
{
    View table = {NULL, 256}, gone = {"", 0};
    if (args.at[1] != NONE) {
        table = view_of(args.at[1]);
        if (table.count != 256) {
            raise_value("translation table must be 256 characters long");
        }
    }
    if (arg_given(args, 2)) {
        gone = view_of(args.at[2]);
    }
    View s = view_of(args.at[0]);
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s.count; i++) {
        uint8_t c = (uint8_t)s.at[i];
        if (!memchr(gone.at, c, gone.count)) {
            builder_char(&b, table.at ? (uint8_t)table.at[c] : c);
        }
    }
    return end_like(&b, args.at[0]);
}

Value bytes_maketrans_method(Args args)
{
    View from = view_of(args.at[0]), to = view_of(args.at[1]);
    if (from.count != to.count) {
        raise_value("maketrans arguments must have same length");
    }
    uint8_t table[256];
    for (int c = 0; c < 256; c++) {
        table[c] = (uint8_t)c;
    }
    for (size_t i = 0; i < from.count; i++) {
        table[(uint8_t)from.at[i]] = (uint8_t)to.at[i];
    }
    return bytes_new(table, sizeof table);
}

static const char *name_argument(Args args, uint32_t i, const char *name)
{
    if (!arg_given(args, i)) {
        return NULL;
    }
    if (!is_str(args.at[i])) {
        raise_type("decode() argument '%s' must be str, not %s", name, text_kind(args.at[i]));
    }
    return str_utf8(args.at[i], NULL);
}

Value bytes_decode_method(Args args)
{
    const char *encoding = name_argument(args, 1, "encoding");
    const char *errors = name_argument(args, 2, "errors");
    View s = view_of(args.at[0]);
    return str_decode(s.at, s.count, encoding, errors);
}

/* The separator of hex(): one ASCII character, as a str or bytes. */
static char hex_separator(Value v)
{
    View view;
    if (!bytes_view(v, &view.at, &view.count)) {
        if (!is_str(v)) {
            op_length(v);
            raise_type("sep must be str or bytes.");
        }
        if (as_str(v)->length == 1 && !as_str(v)->is_ascii) {
            raise_value("sep must be ASCII.");
        }
        view = (View){as_str(v)->data, as_str(v)->length};
    }
    if (view.count != 1) {
        raise_value("sep must be length 1.");
    }
    if ((uint8_t)view.at[0] >= 128) {
        raise_value("sep must be ASCII.");
    }
    return view.at[0];
}

Value bytes_hex_method(Args args)
{
    char separator = arg_given(args, 1) ? hex_separator(args.at[1]) : 0;
    int64_t group = arg_given(args, 2) ? text_c_int(args.at[2]) : 1;
    View s = view_of(args.at[0]);
    size_t size = (size_t)(group < 0 ? -group : group);
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s.count; i++) {
        /* Groups are counted from the right, with a negative number from the left. */
        size_t seen = group < 0 ? i : s.count - i;
        if (i && separator && size && seen % size == 0) {
            builder_char(&b, (uint8_t)separator);
        }
        uint8_t c = (uint8_t)s.at[i];
        char text[2] = {"0123456789abcdef"[c >> 4], "0123456789abcdef"[c & 15]};
        builder_ascii(&b, text, 2);
    }
    return builder_end(&b);
}

static int hex_digit(uint32_t c)
{
    return c >= '0' && c <= '9'   ? (int)c - '0'
           : c >= 'a' && c <= 'f' ? (int)c - 'a' + 10
           : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10
                                  : -1;
}

Value bytes_fromhex_method(Args args)
{
    if (!is_str(args.at[1])) {
        raise_type("fromhex() argument must be str, not %s", text_kind(args.at[1]));
    }
    const Str *s = as_str(args.at[1]);
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s->length;) {
        uint32_t c = str_at(s, i);
        if (c < 128 && is_space((char)c)) {
            i++;
            continue;
        }
        int high = hex_digit(c), low = i + 1 < s->length ? hex_digit(str_at(s, i + 1)) : -1;
        if (high < 0 || low < 0) {
            raise_value("non-hexadecimal number found in fromhex() arg at position %zu",
                        high < 0 ? i : i + 1);
        }
        builder_char(&b, (uint32_t)(high << 4 | low));
        i += 2;
    }
    Value made = builder_end_bytes(&b);
    return args.at[0] == value_from(&bytes_type) ? made : call_1(args.at[0], made);
}
