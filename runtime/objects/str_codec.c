#include "runtime/objects/str_units.h"
#include <stdlib.h>

/* ---- UTF-8 of a str ---- */

static bool is_surrogate(uint32_t c)
{
    return c >= 0xd800 && c <= 0xdfff;
}

static size_t put_utf8(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, c >>= 6) {
        to[i] = (char)(0x80 | (c & 0x3f));
    }
    static const uint8_t lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    to[0] = (char)(lead[n] | c);
    return n;
}

/* Bytes of s in UTF-8; *bad is the index of the first surrogate, or the length. */
static size_t utf8_size(const Str *s, size_t *bad)
{
    size_t size = 0;
    *bad = s->length;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        size += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (is_surrogate(c) && *bad == s->length) {
            *bad = i;
        }
    }
    return size;
}

static noreturn_fn void raise_surrogate(const Str *s, size_t at)
{
    size_t end = at;
    while (end < s->length && is_surrogate(str_at(s, end))) {
        end++;
    }
    raise_encode("utf-8", value_from(s), at, end, "surrogates not allowed");
}

const char *str_utf8(Value str, size_t *length)
{
    const Str *s = as_str(str);
    if (likely(s->is_ascii && !s->data[s->length])) {
        if (length) {
            *length = s->length;
        }
        return s->data;
    }
    size_t bad, size = utf8_size(s, &bad);
    if (bad < s->length) {
        raise_surrogate(s, bad);
    }
    char *text = scratch_bytes(size + 1), *to = text;
    for (size_t i = 0; i < s->length; i++) {
        to += put_utf8(to, str_at(s, i));
    }
    *to = 0;
    if (length) {
        *length = size;
    }
    return text;
}

/* ---- Names ---- */

typedef enum Codec { CODEC_UTF8, CODEC_LATIN1, CODEC_ASCII } Codec;

static const char *const codec_names[] = {"utf-8", "latin-1", "ascii"};

static const struct {
    const char *name; /* in lower case, runs of other than letters and digits as '_' */
    Codec codec;
} codec_aliases[] = {
    {"utf_8", CODEC_UTF8},
    {"utf8", CODEC_UTF8},
    {"u8", CODEC_UTF8},
    {"utf", CODEC_UTF8},
    {"cp65001", CODEC_UTF8},
    {"latin_1", CODEC_LATIN1},
    {"latin1", CODEC_LATIN1},
    {"latin", CODEC_LATIN1},
    {"l1", CODEC_LATIN1},
    {"iso_8859_1", CODEC_LATIN1},
    {"iso8859_1", CODEC_LATIN1},
    {"8859", CODEC_LATIN1},
    {"iso8859", CODEC_LATIN1},
    {"cp819", CODEC_LATIN1},
    {"ascii", CODEC_ASCII},
    {"us_ascii", CODEC_ASCII},
    {"646", CODEC_ASCII},
    {"iso646_us", CODEC_ASCII},
    {"ansi_x3_4_1968", CODEC_ASCII},
};

/* Beginnings of the names of encodings that CPython has and Hognose has not. */
static const char *const missing_codecs[] = {
    "utf_16", "utf_32", "utf16",   "utf32", "utf_7", "utf_8_sig", "cp",   "iso",   "windows",
    "koi8",   "mac",    "big5",    "gb",    "shift", "sjis",      "euc",  "hz",    "idna",
    "puny",   "raw_",   "unicode", "rot",   "hex",   "base64",    "zlib", "bz2",   "uu",
    "quopri", "mbcs",   "oem",     "tis",   "ptcp",  "hp_roman8", "kz",   "johab", "latin",
};

static Codec find_codec(const char *encoding)
{
    if (!encoding) {
        return CODEC_UTF8;
    }
    char name[64];
    size_t n = 0;
    bool gap = false;
    for (const char *p = encoding; *p && n < sizeof name - 3; p++) {
        char c = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            gap = true;
            continue;
        }
        if (gap && n) {
            name[n++] = '_';
        }
        gap = false;
        name[n++] = c;
    }
    name[n] = 0;
    for (size_t i = 0; i < COUNT_OF(codec_aliases); i++) {
        if (!strcmp(codec_aliases[i].name, name)) {
            return codec_aliases[i].codec;
        }
    }
    for (size_t i = 0; i < COUNT_OF(missing_codecs); i++) {
        if (!strncmp(name, missing_codecs[i], strlen(missing_codecs[i]))) {
            raise_unsupported(as_str(str_format("the encoding %s", encoding))->data);
        }
    }
    raise_as(&exc_LookupError, "unknown encoding: %s", encoding);
}

typedef enum Handler {
    ON_STRICT,
    ON_IGNORE,
    ON_REPLACE,
    ON_BACKSLASH,
    ON_XML,
    ON_ESCAPE,
    ON_PASS,
    HANDLER_COUNT,
} Handler;

static const char *const handler_names[HANDLER_COUNT] = {
    [ON_STRICT] = "strict",         [ON_IGNORE] = "ignore",
    [ON_REPLACE] = "replace",       [ON_BACKSLASH] = "backslashreplace",
    [ON_XML] = "xmlcharrefreplace", [ON_ESCAPE] = "surrogateescape",
    [ON_PASS] = "surrogatepass",
};

/* Called only once there is an error: as in CPython, a wrong name matters only then. */
static Handler find_handler(const char *errors)
{
    if (!errors) {
        return ON_STRICT;
    }
    for (int i = 0; i < HANDLER_COUNT; i++) {
        if (!strcmp(errors, handler_names[i])) {
            return (Handler)i;
        }
    }
    if (!strcmp(errors, "namereplace")) {
        raise_unsupported("the error handler namereplace");
    }
    raise_as(&exc_LookupError, "unknown error handler name '%s'", errors);
}

/* ---- Errors ---- */

void raise_decode(const char *encoding, Value bytes, size_t start, size_t end, const char *reason)
{
    raise_exception(exception_from_args(
        &exc_UnicodeDecodeError, tuple_of(5, str_from(encoding), bytes, value_int((int64_t)start),
                                          value_int((int64_t)end), str_from(reason))));
}

void raise_encode(const char *encoding, Value str, size_t start, size_t end, const char *reason)
{
    raise_exception(exception_from_args(
        &exc_UnicodeEncodeError, tuple_of(5, str_from(encoding), str, value_int((int64_t)start),
                                          value_int((int64_t)end), str_from(reason))));
}

/* ---- Encoding ---- */

Value builder_end_bytes(StrBuilder *b)
{
    assert(b->width == 1);
    return bytes_new(b->data, b->length);
}

/* What an error handler puts for the characters from `at` up to `end`. */
static void handle_encode(StrBuilder *b, Handler handler, Codec codec, Value str, size_t at,
                          size_t end)
{
    static const char *const reasons[] = {"surrogates not allowed", "ordinal not in range(256)",
                                          "ordinal not in range(128)"};
    const Str *s = as_str(str);
    for (size_t i = at; i < end; i++) {
        uint32_t c = str_at(s, i);
        if (handler == ON_REPLACE) {
            builder_char(b, '?');
        } else if (handler == ON_BACKSLASH) {
            builder_printf(b, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        } else if (handler == ON_XML) {
            builder_printf(b, "&#%u;", c);
        } else if (handler == ON_ESCAPE && c >= 0xdc80 && c <= 0xdcff) {
            builder_char(b, c & 0xff);
        } else if (handler == ON_PASS && codec == CODEC_UTF8) {
            builder_char(b, 0xe0 | c >> 12);
            builder_char(b, 0x80 | (c >> 6 & 0x3f));
            builder_char(b, 0x80 | (c & 0x3f));
        } else if (handler != ON_IGNORE) {
            raise_encode(codec_names[codec], str, i, end, reasons[codec]);
        }
    }
}

static bool can_encode(Codec codec, uint32_t c)
{
    return codec == CODEC_UTF8 ? !is_surrogate(c) : codec == CODEC_LATIN1 ? c < 0x100 : c < 0x80;
}

static Value encode_slowly(Value str, Codec codec, const char *errors)
{
    const Str *s = as_str(str);
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s->length;) {
        uint32_t c = str_at(s, i);
        if (can_encode(codec, c)) {
            char text[4];
            size_t n = codec == CODEC_UTF8 ? put_utf8(text, c) : 1;
            if (n == 1) {
                text[0] = (char)c;
            }
            for (size_t k = 0; k < n; k++) {
                builder_char(&b, (uint8_t)text[k]);
            }
            i++;
            continue;
        }
        size_t end = i + 1;
        while (end < s->length && !can_encode(codec, str_at(s, end))) {
            end++;
        }
        handle_encode(&b, find_handler(errors), codec, str, i, end);
        i = end;
    }
    return builder_end_bytes(&b);
}

Value str_encode(Value str, const char *encoding, const char *errors)
{
    const Str *s = as_str(str);
    Codec codec = find_codec(encoding);
    if (s->is_ascii || (codec == CODEC_LATIN1 && s->width == 1)) {
        return bytes_new(s->data, s->length);
    }
    if (codec != CODEC_UTF8) {
        return encode_slowly(str, codec, errors);
    }
    size_t bad, size = utf8_size(s, &bad);
    if (bad < s->length) {
        return encode_slowly(str, codec, errors);
    }
    Bytes *r = as_bytes(bytes_new(NULL, size));
    char *to = (char *)r->data;
    for (size_t i = 0; i < s->length; i++) {
        to += put_utf8(to, str_at(s, i));
    }
    return value_from(r);
}

/* ---- Decoding ---- */

/* Reads one code point of strict UTF-8. Returns its bytes; or 0 for an error, then *bytes is how
 * many of them are to blame (the maximal subpart, Unicode 14.0, table 3-8) and *reason says why. */
static size_t take_strict(const uint8_t *p, size_t left, uint32_t *c, size_t *bytes,
                          const char **reason)
{
    uint8_t lead = p[0];
    size_t n = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    *bytes = 1;
    if (!n) {
        *reason = "invalid start byte";
        return 0;
    }
    uint8_t low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    uint8_t high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    *c = lead & (0x7fu >> n);
    for (size_t i = 1; i < n; i++) {
        *bytes = i;
        if (i == left) {
            *reason = "unexpected end of data";
            return 0;
        }
        if (p[i] < low || p[i] > high) {
            *reason = "invalid continuation byte";
            return 0;
        }
        *c = *c << 6 | (p[i] & 0x3f);
        low = 0x80;
        high = 0xbf;
    }
    return n;
}

/* What an error handler puts for `count` bytes at data[at]; returns how many it took. */
static size_t handle_decode(StrBuilder *b, Handler handler, Codec codec, const char *data,
                            size_t length, size_t at, size_t count, const char *reason)
{
    const uint8_t *p = (const uint8_t *)data + at;
    switch (handler) {
    case ON_IGNORE:
        return count;
    case ON_REPLACE:
        builder_char(b, 0xfffd);
        return count;
    case ON_BACKSLASH:
        for (size_t i = 0; i < count; i++) {
            builder_printf(b, "\\x%02x", p[i]);
        }
        return count;
    case ON_ESCAPE:
        for (size_t i = 0; i < count; i++) {
            builder_char(b, 0xdc00 + p[i]);
        }
        return count;
    case ON_PASS:
        if (codec == CODEC_UTF8 && length - at >= 3 && p[0] == 0xed && (p[1] & 0xe0) == 0xa0 &&
            (p[2] & 0xc0) == 0x80) {
            builder_char(b, 0xd000 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f));
            return 3;
        }
        break;
    case ON_XML:
        raise_type("don't know how to handle UnicodeDecodeError in error callback");
    default:
        break;
    }
    raise_decode(codec_names[codec], bytes_new(data, length), at, at + count, reason);
}

static Value decode_slowly(const char *data, size_t length, Codec codec, const char *errors)
{
    const uint8_t *p = (const uint8_t *)data;
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < length;) {
        size_t run = i;
        while (run < length && p[run] < 0x80) {
            run++;
        }
        builder_ascii(&b, data + i, run - i);
        i = run;
        if (i == length) {
            break;
        }
        uint32_t c;
        size_t bad = 1, n = 0;
        const char *reason = "ordinal not in range(128)";
        if (codec == CODEC_UTF8) {
            n = take_strict(p + i, length - i, &c, &bad, &reason);
        }
        if (n) {
            builder_char(&b, c);
            i += n;
        } else {
            i += handle_decode(&b, find_handler(errors), codec, data, length, i, bad, reason);
        }
    }
    return builder_end(&b);
}

Value str_decode(const char *bytes, size_t length, const char *encoding, const char *errors)
{
    Codec codec = find_codec(encoding);
    if (units_are_ascii(bytes, length)) {
        return str_from_ascii(bytes, length);
    }
    if (codec == CODEC_LATIN1) {
        return str_from_units(bytes, 1, length);
    }
    return decode_slowly(bytes, length, codec, errors);
}
