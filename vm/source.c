#include "vm/source.h"

#include "runtime/buf.h"

#include <ctype.h>

typedef enum Encoding { ENCODING_UTF8, ENCODING_LATIN1, ENCODING_ASCII, ENCODING_UNKNOWN } Encoding;

int source_utf8_length(const char *at, const char *end)
{
    const uint8_t *s = (const uint8_t *)at;
    ptrdiff_t left = end - at;
    if (left <= 0) {
        return 0;
    }
    if (s[0] < 0x80) {
        return 1;
    }
#define FOLLOWS(i) ((s[i] & 0xC0) == 0x80)
    if (s[0] >= 0xC2 && s[0] < 0xE0) {
        return left >= 2 && FOLLOWS(1) ? 2 : 0;
    }
    if ((s[0] & 0xF0) == 0xE0) {
        if (left < 3 || !FOLLOWS(1) || !FOLLOWS(2) || (s[0] == 0xE0 && s[1] < 0xA0) ||
            (s[0] == 0xED && s[1] >= 0xA0)) {
            return 0;
        }
        return 3;
    }
    if (s[0] >= 0xF0 && s[0] <= 0xF4) {
        if (left < 4 || !FOLLOWS(1) || !FOLLOWS(2) || !FOLLOWS(3) ||
            (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] >= 0x90)) {
            return 0;
        }
        return 4;
    }
#undef FOLLOWS
    return 0;
}

/* Returns the first byte that is not part of valid UTF-8, or NULL. */
static const char *first_invalid(const char *at, const char *end)
{
    while (at < end) {
        uint64_t eight;
        if (end - at >= 8) {
            memcpy(&eight, at, 8);
            if (!(eight & UINT64_C(0x8080808080808080))) {
                at += 8;
                continue;
            }
        }
        int length = source_utf8_length(at, end);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return NULL;
}

/* Why CPython's decoder refuses the byte at `at`. */
static const char *invalid_reason(const char *at, const char *end)
{
    uint8_t lead = (uint8_t)*at;
    if (lead < 0xC2 || lead > 0xF4) {
        return "invalid start byte";
    }
    int needed = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    for (int i = 1; i <= needed; i++) {
        if (at + i >= end) {
            return "unexpected end of data";
        }
        uint8_t low = 0x80, high = 0xBF, byte = (uint8_t)at[i];
        if (i == 1) {
            low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : low;
            high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : high;
        }
        if (byte < low || byte > high) {
            return "invalid continuation byte";
        }
    }
    return "invalid continuation byte";
}

static bool problem_plain(SyntaxProblem *problem, const char *kind, const char *message)
{
    *problem = (SyntaxProblem){.kind = kind, .message = message};
    return false;
}

static int line_of(const char *bytes, const char *at)
{
    int line = 1;
    for (const char *s = bytes; s < at; s++) {
        line += *s == '\n' || (*s == '\r' && s[1] != '\n');
    }
    return line;
}

/* Files without a cookie name the file and the line, as CPython's reader does; everything else is
 * told as a decoding error of the line. */
static bool problem_invalid_utf8(Arena *arena, const char *filename, bool declared,
                                 const char *bytes, const char *at, const char *end,
                                 SyntaxProblem *problem)
{
    int line = line_of(bytes, at);
    if (filename[0] != '<' && !declared) {
        return problem_plain(
            problem, "SyntaxError",
            arena_printf(arena,
                         "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no "
                         "encoding declared; see https://peps.python.org/pep-0263/ for details",
                         (uint8_t)*at, filename, line));
    }
    const char *start = at;
    while (start > bytes && start[-1] != '\n' && start[-1] != '\r') {
        start--;
    }
    const char *stop = at;
    while (stop < end && *stop != '\n' && *stop != '\r') {
        stop++;
    }
    Buf shown = BUF_EMPTY;
    int col = 1;
    for (const char *s = start; s < stop;) {
        int length = source_utf8_length(s, stop);
        col += s < at;
        if (length) {
            buf_put(&shown, s, (size_t)length);
            s += length;
        } else {
            buf_put_utf8(&shown, 0xFFFD);
            s++;
        }
    }
    *problem = (SyntaxProblem){
        .kind = "SyntaxError",
        .message = arena_printf(arena,
                                "(unicode error) 'utf-8' codec can't decode byte 0x%02x in "
                                "position 0: %s",
                                (uint8_t)*at, invalid_reason(at, end)),
        .line = line,
        .col = col,
        .end_line = line,
        .end_col = col,
        .text = arena_copy(arena, buf_str(&shown), shown.length),
        .text_length = shown.length,
    };
    buf_free(&shown);
    return false;
}

/* Finds `coding[:=] *name` in a comment line (PEP 263); returns the name's length or 0. */
static size_t cookie_in_line(const char *line, const char *end, const char **name)
{
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\f')) {
        line++;
    }
    if (line == end || *line != '#') {
        return 0;
    }
    for (; end - line > 7; line++) {
        if (memcmp(line, "coding", 6) != 0 || (line[6] != ':' && line[6] != '=')) {
            continue;
        }
        const char *s = line + 7;
        while (s < end && (*s == ' ' || *s == '\t')) {
            s++;
        }
        const char *start = s;
        while (s < end && (isalnum((uint8_t)*s) || *s == '-' || *s == '_' || *s == '.')) {
            s++;
        }
        if (s > start) {
            *name = start;
            return (size_t)(s - start);
        }
    }
    return 0;
}

/* The cookie stands in the first line, or in the second if the first has no code. */
static size_t find_cookie(const char *bytes, const char *end, const char **name)
{
    const char *line = bytes;
    for (int i = 0; i < 2 && line < end; i++) {
        const char *stop = line;
        while (stop < end && *stop != '\n' && *stop != '\r') {
            stop++;
        }
        size_t length = cookie_in_line(line, stop, name);
        if (length) {
            return length;
        }
        while (line < stop && (*line == ' ' || *line == '\t' || *line == '\f')) {
            line++;
        }
        if (line < stop && *line != '#') {
            return 0;
        }
        line =
            stop < end && *stop == '\r' && stop + 1 < end && stop[1] == '\n' ? stop + 2 : stop + 1;
    }
    return 0;
}

/* Does `name` (lower case, '_' as '-') equal `encoding`, or continue it with '-'? */
static bool is_encoding(const char *name, const char *encoding)
{
    size_t length = strlen(encoding);
    return strncmp(name, encoding, length) == 0 && (name[length] == 0 || name[length] == '-');
}

static Encoding encoding_of(const char *name, size_t length)
{
    char normal[16] = {0};
    for (size_t i = 0; i < length && i < sizeof(normal) - 1; i++) {
        normal[i] = name[i] == '_' ? '-' : (char)tolower((uint8_t)name[i]);
    }
    if (is_encoding(normal, "utf-8") || strcmp(normal, "utf8") == 0) {
        return ENCODING_UTF8;
    }
    if (is_encoding(normal, "latin-1") || is_encoding(normal, "iso-8859-1") ||
        is_encoding(normal, "iso-latin-1") || strcmp(normal, "latin1") == 0) {
        return ENCODING_LATIN1;
    }
    if (strcmp(normal, "ascii") == 0 || strcmp(normal, "us-ascii") == 0) {
        return ENCODING_ASCII;
    }
    return ENCODING_UNKNOWN;
}

static void put_latin1(Arena *arena, Text *text)
{
    char *copy = arena_alloc(arena, text->length * 2 + 1), *out = copy;
    for (size_t i = 0; i < text->length; i++) {
        out += utf8_encode(out, (uint8_t)text->bytes[i]);
    }
    *text = (Text){copy, (size_t)(out - copy)};
}

/* Copies, with newlines made uniform and the last one supplied. */
static void put_lines(Arena *arena, Text *text)
{
    const char *s = text->bytes, *end = s + text->length;
    char *copy = arena_alloc(arena, text->length + 2), *out = copy;
    if (!text->length || !memchr(s, '\r', text->length)) {
        if (text->length) {
            memcpy(out, s, text->length);
        }
        out += text->length;
    } else {
        for (; s < end; s++) {
            if (*s == '\r') {
                *out++ = '\n';
                s += s + 1 < end && s[1] == '\n';
            } else {
                *out++ = *s;
            }
        }
    }
    if (out > copy && out[-1] != '\n') {
        *out++ = '\n';
    }
    *text = (Text){copy, (size_t)(out - copy)};
}

bool source_decode(Arena *arena, const char *filename, const char *bytes, size_t length, Text *text,
                   SyntaxProblem *problem)
{
    const char *end = bytes + length;
    bool is_file = filename[0] != '<', has_bom = false;
    if (length >= INT32_MAX / 4) {
        return problem_plain(problem, "MemoryError", "");
    }
    if (is_file && length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        has_bom = true;
    }
    const char *name;
    size_t name_length = is_file ? find_cookie(bytes, end, &name) : 0;
    Encoding encoding = name_length ? encoding_of(name, name_length) : ENCODING_UTF8;
    if (encoding == ENCODING_UNKNOWN || (has_bom && encoding != ENCODING_UTF8)) {
        return problem_plain(problem, "SyntaxError",
                             arena_printf(arena, "encoding problem: %.*s%s", (int)name_length, name,
                                          has_bom ? " with BOM" : ""));
    }
    if (bytes < end && memchr(bytes, 0, (size_t)(end - bytes))) {
        return is_file
                   ? problem_plain(problem, "SyntaxError", "source code cannot contain null bytes")
                   : problem_plain(problem, "ValueError",
                                   "source code string cannot contain null bytes");
    }
    *text = (Text){bytes, (size_t)(end - bytes)};
    if (encoding == ENCODING_LATIN1) {
        put_latin1(arena, text);
    } else {
        const char *at = first_invalid(bytes, end);
        if (at) {
            return problem_invalid_utf8(arena, filename, name_length || has_bom, bytes, at, end,
                                        problem);
        }
    }
    put_lines(arena, text);
    return true;
}
