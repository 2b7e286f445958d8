/* traceback.c: printing exceptions; see traceback.h. */
#include "runtime/traceback.h"
#include "runtime/native.h"
#include <stdio.h>
#include <stdlib.h>

static inline Exception *as_exception(Value v)
{
    return (Exception *)as_object(v);
}

static inline Traceback *as_traceback(Value v)
{
    return (Traceback *)as_object(v);
}

static bool is_traceback(Value v)
{
    return is_exactly(v, &traceback_type);
}

/* ---- Writing ---- */

static void write_to_stderr(const char *utf8, size_t length)
{
    fflush(stdout);
    fwrite(utf8, 1, length, stderr);
    fflush(stderr);
}

void (*error_write)(const char *utf8, size_t length) = write_to_stderr;

/* Lone surrogates become \udcxx, as stderr's error handler has it. */
void traceback_write(Value text)
{
    const Str *s = as_str(text);
    if (s->is_ascii) {
        error_write(s->data, s->length);
        return;
    }
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c >= 0xd800 && c < 0xe000) {
            builder_printf(&b, "\\u%04x", c);
        } else {
            builder_char(&b, c);
        }
    }
    size_t length;
    const char *utf8 = str_utf8(builder_end(&b), &length);
    error_write(utf8, length);
}

/* ---- Source lines ---- */

/* The file that was read last: tracebacks ask for one file again and again. */
static struct {
    char *name, *text;
    size_t length;
} source;

static char *read_file(const char *name, size_t *length)
{
    FILE *file = fopen(name, "rb");
    if (!file) {
        return NULL;
    }
    char *text = NULL;
    size_t used = 0, room = 0, got;
    do {
        if (used == room) {
            room = room ? room * 2 : 16384;
            char *bigger = realloc(text, room);
            if (!bigger) {
                break;
            }
            text = bigger;
        }
        got = fread(text + used, 1, room - used, file);
        used += got;
    } while (got);
    fclose(file);
    *length = used;
    return text;
}

static bool load_source(const char *name)
{
    if (source.name && !strcmp(source.name, name)) {
        return true;
    }
    size_t length;
    char *text = read_file(name, &length), *copy = text ? strdup(name) : NULL;
    if (!copy) {
        free(text);
        return false;
    }
    free(source.name);
    free(source.text);
    source.name = copy;
    source.text = text;
    source.length = length;
    return true;
}

Value traceback_source_line(Value file_name, int line)
{
    if (!is_str(file_name) || line < 1 || !load_source(str_utf8(file_name, NULL))) {
        return EMPTY;
    }
    const char *at = source.text, *end = at + source.length;
    for (; line > 1; line--) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        if (!newline) {
            return EMPTY;
        }
        at = newline + 1;
    }
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    const char *stop = newline ? newline : end;
    if (stop == at && !newline) {
        return EMPTY;
    }
    if (stop > at && stop[-1] == '\r') {
        stop--;
    }
    return str_from_utf8(at, (size_t)(stop - at));
}

static size_t indent_of(const Str *line)
{
    size_t i = 0;
    while (i < line->length &&
           (str_at(line, i) == ' ' || str_at(line, i) == '\t' || str_at(line, i) == '\f')) {
        i++;
    }
    return i;
}

static void add_part(StrBuilder *b, Value str, size_t start, size_t stop)
{
    builder_str(b, str_slice(str, (int64_t)start, (int64_t)stop, 1, stop - start));
}

/* ---- Entries ---- */

typedef struct Place {
    Value file_name, function;
    int line, column, end_line, end_column;
} Place;

static void describe(Value traceback, Place *place)
{
    place->file_name = place->function = str_empty();
    place->line = place->end_line = 0;
    place->column = place->end_column = -1;
    vm_describe_traceback(traceback, &place->file_name, &place->function, &place->line,
                          &place->column, &place->end_line, &place->end_column);
}

static size_t utf8_size(uint32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

static size_t utf8_length(const Str *s)
{
    size_t bytes = 0;
    for (size_t i = 0; i < s->length; i++) {
        bytes += utf8_size(str_at(s, i));
    }
    return bytes;
}

/* Index of the character that UTF-8 byte `column` of the line belongs to. */
static size_t character_at(const Str *line, int column)
{
    size_t bytes = 0, i = 0;
    for (; i < line->length && bytes < (size_t)column; i++) {
        bytes += utf8_size(str_at(line, i));
    }
    return i;
}

/* The ~~~^^~~ below a source line, unless they would underline all of it. */
static void add_markers(StrBuilder *b, const Place *place, Value line)
{
    const Str *s = as_str(line);
    size_t indent = indent_of(s), start = character_at(s, place->column), end = s->length;
    size_t from = 0, to = 0;
    bool has_anchors = false;
    if (place->end_line == place->line) {
        end = character_at(s, place->end_column);
        has_anchors = end > start && anchors_find(line, start, end, &from, &to);
    } else {
        while (end > 0 && (str_at(s, end - 1) == ' ' || str_at(s, end - 1) == '\t' ||
                           str_at(s, end - 1) == '\f')) {
            end--;
        }
    }
    if (!has_anchors && end - start == s->length - indent) {
        return;
    }
    builder_c(b, "    ");
    for (size_t i = indent; i < end; i++) {
        bool is_main = !has_anchors || (i >= from && i < to);
        builder_char(b, i < start ? ' ' : is_main ? '^' : '~');
    }
    builder_char(b, '\n');
}

static void add_entry(StrBuilder *b, const Place *place)
{
    builder_printf(b, "  File \"%S\", line %d, in %S\n", place->file_name, place->line,
                   place->function);
    Value line = traceback_source_line(place->file_name, place->line);
    if (line == EMPTY) {
        return;
    }
    builder_c(b, "    ");
    add_part(b, line, indent_of(as_str(line)), as_str(line)->length);
    builder_char(b, '\n');
    if (place->column >= 0 && place->end_column >= 0 && place->end_line > 0) {
        add_markers(b, place, line);
    }
}

enum { ENTRIES_LIMIT = 1000, REPEATS_SHOWN = 3 };

static void add_repeats(StrBuilder *b, long count)
{
    if (count > REPEATS_SHOWN) {
        count -= REPEATS_SHOWN;
        builder_printf(b, "  [Previous line repeated %ld more time%s]\n", count,
                       count > 1 ? "s" : "");
    }
}

void traceback_format_entries(StrBuilder *b, Value traceback)
{
    builder_c(b, "Traceback (most recent call last):\n");
    size_t depth = 0;
    for (Value at = traceback; is_traceback(at); at = as_traceback(at)->next.v) {
        depth++;
    }
    Place last = {0}, place;
    long repeats = 0;
    for (Value at = traceback; is_traceback(at); at = as_traceback(at)->next.v) {
        if (depth-- > ENTRIES_LIMIT) {
            continue;
        }
        describe(at, &place);
        if (last.file_name == EMPTY || last.line != place.line ||
            !str_equal(last.file_name, place.file_name) ||
            !str_equal(last.function, place.function)) {
            add_repeats(b, repeats);
            last = place;
            repeats = 0;
        }
        if (++repeats <= REPEATS_SHOWN) {
            add_entry(b, &place);
        }
    }
    add_repeats(b, repeats);
}

/* ---- Messages ---- */

/* str(v), or the words that stand for it when that fails. */
static Value safe_str(Value v, const char *otherwise)
{
    Catch c;
    volatile Value text = EMPTY;
    if (CATCH(c)) {
        text = op_str(v);
        catch_end(&c);
    } else {
        text = str_from(otherwise);
    }
    return text;
}

static Value safe_attr(Value v, const char *name)
{
    Catch c;
    volatile Value found = EMPTY;
    if (CATCH(c)) {
        found = op_find_attr(v, str_intern(name));
        catch_end(&c);
    }
    return found;
}

/* "module.Name" of the class; no module for built-in ones and those of the script itself. */
static void add_class(StrBuilder *b, Type *type)
{
    Value module = type_module(type);
    if (!is_str(module)) {
        builder_c(b, "<unknown>.");
    } else if (!str_equals_c(module, "builtins") && !str_equals_c(module, "__main__")) {
        builder_str(b, module);
        builder_char(b, '.');
    }
    builder_str(b, type_qualname(type));
}

static void add_notes(StrBuilder *b, Value exception)
{
    Value notes = safe_attr(exception, "__notes__");
    if (notes == EMPTY) {
        return;
    }
    if (!is_list(notes) && !is_tuple(notes)) {
        Catch c;
        volatile Value text = EMPTY;
        if (CATCH(c)) {
            text = op_repr(notes);
            catch_end(&c);
        } else {
            text = str_from("<__notes__ repr() failed>");
        }
        builder_str(b, text);
        return;
    }
    Value all = tuple_from_iterable(notes);
    for (size_t i = 0; i < as_tuple(all)->count; i++) {
        builder_str(b, safe_str(as_tuple(all)->at[i].v, "<note str() failed>"));
        builder_char(b, '\n');
    }
}

/* ---- SyntaxError ---- */

typedef struct SyntaxPlace {
    Value message, file_name, text;
    int64_t line, offset, end_line, end_offset;
    bool is_exact; /* of SyntaxError itself: for heirs there is one caret only */
} SyntaxPlace;

static bool read_number(Value v, int64_t none, int64_t *out)
{
    if (v == EMPTY || v == NONE) {
        *out = none;
        return true;
    }
    return is_any_int(v) && int_to_int64(v, out);
}

static bool read_syntax_place(Value e, SyntaxPlace *p)
{
    Value file = safe_attr(e, "filename"), line = safe_attr(e, "lineno");
    p->message = safe_attr(e, "msg");
    p->file_name = file == NONE || file == EMPTY ? str_from("<string>") : file;
    p->text = safe_attr(e, "text");
    p->is_exact = type_of(e) == &exc_SyntaxError;
    return p->message != EMPTY && is_str(p->file_name) && line != NONE && line != EMPTY &&
           read_number(line, 0, &p->line) && read_number(safe_attr(e, "offset"), -1, &p->offset) &&
           read_number(safe_attr(e, "end_lineno"), p->line, &p->end_line) &&
           read_number(safe_attr(e, "end_offset"), -1, &p->end_offset);
}

/* The source line and the carets, as far as they are inside of it. */
static void add_syntax_text(StrBuilder *b, const SyntaxPlace *p)
{
    const Str *s = as_str(p->text);
    int64_t start = 0, stop = (int64_t)s->length, offset = p->offset, end = p->end_offset;
    if (stop && str_at(s, s->length - 1) == '\n') {
        stop--;
    }
    int64_t bytes = (int64_t)utf8_length(s); /* offsets are limited by the size in bytes */
    end = p->end_line > p->line ? bytes : MIN(end, bytes + 1);
    int64_t carets = p->is_exact && end > 0 && end > offset ? end - offset : 1;
    offset--;
    start = (int64_t)indent_of(s);
    offset = MIN(offset - start, stop - start);
    for (int64_t i = start; i < stop && i - start < offset; i++) {
        if (str_at(s, (size_t)i) == '\n') { /* of a text of several lines, only the last one */
            offset -= i + 1 - start;
            start = i + 1;
        }
    }
    builder_c(b, "    ");
    if (start < stop) {
        add_part(b, p->text, (size_t)start, (size_t)stop);
    }
    builder_char(b, '\n');
    if (offset < 0) {
        return;
    }
    builder_c(b, "    ");
    for (int64_t i = 0; i < offset + carets; i++) {
        builder_char(b, i < offset ? ' ' : '^');
    }
    builder_char(b, '\n');
}

/* File and line of a SyntaxError. Then its message, not the exception, is what is shown. */
static bool add_syntax(StrBuilder *b, Value e, Value *shown)
{
    SyntaxPlace p;
    if (!type_is_subtype(type_of(e), &exc_SyntaxError) || !read_syntax_place(e, &p)) {
        return false;
    }
    builder_printf(b, "  File \"%S\", line %lld\n", p.file_name, (long long)p.line);
    if (is_str(p.text)) {
        add_syntax_text(b, &p);
    }
    *shown = p.message;
    return true;
}

/* ---- Exceptions ---- */

static void add_exception(StrBuilder *b, Value e)
{
    Value traceback = as_exception(e)->traceback.v, shown = e;
    if (is_traceback(traceback)) {
        traceback_format_entries(b, traceback);
    }
    bool is_syntax = add_syntax(b, e, &shown);
    add_class(b, type_of(e));
    if (shown != NONE) {
        Value text = safe_str(shown, "<exception str() failed>");
        if (as_str(text)->length) {
            builder_c(b, ": ");
            builder_str(b, text);
        }
    }
    Value meant = suggest_name(e);
    if (meant != EMPTY) {
        builder_printf(b, ". Did you mean: '%S'?", meant);
    }
    builder_char(b, '\n');
    if (!is_syntax) {
        add_notes(b, e);
    }
}

/* What comes before e in its chain, EMPTY if nothing. */
static Value earlier(Value v)
{
    const Exception *e = as_exception(v);
    Value next = e->cause.v;
    if (next == EMPTY || next == NONE) {
        next = e->suppress_context ? EMPTY : e->context.v;
    }
    return next == NONE ? EMPTY : next;
}

static bool is_cause(Value later, Value e)
{
    return as_exception(later)->cause.v == e;
}

void traceback_format(StrBuilder *b, Value exception, bool chain)
{
    List *all = list_new(1);
    Set *seen = set_new(&set_type);
    for (Value e = exception; e != EMPTY && set_add(seen, value_int((int64_t)e));
         e = earlier(e)) {
        list_append(all, e);
        if (!chain) {
            break;
        }
    }
    for (size_t i = all->count; i-- > 0;) {
        Value e = list_at(all, i);
        add_exception(b, e);
        if (i > 0) {
            builder_c(b, is_cause(list_at(all, i - 1), e)
                             ? "\nThe above exception was the direct cause of the following "
                               "exception:\n\n"
                             : "\nDuring handling of the above exception, another exception "
                               "occurred:\n\n");
        }
    }
}

/* What is left to say when even the message cannot be made. */
static void write_bare(Value exception)
{
    const char *name = type_of(exception)->name;
    error_write(name, strlen(name));
    error_write("\n", 1);
}

void exception_print(Value exception)
{
    Catch c;
    if (CATCH(c)) {
        StrBuilder b;
        builder_start(&b);
        traceback_format(&b, exception, true);
        traceback_write(builder_end(&b));
        catch_end(&c);
    } else {
        write_bare(exception);
    }
}

void exception_ignore(Value exception, Value where)
{
    Catch c;
    if (CATCH(c)) {
        StrBuilder b;
        builder_start(&b);
        if (where != EMPTY && where != NONE) {
            Catch inner;
            volatile Value text = EMPTY;
            if (CATCH(inner)) {
                text = op_repr(where);
                catch_end(&inner);
            } else {
                text = str_from("<object repr() failed>");
            }
            builder_printf(&b, "Exception ignored in: %S\n", text);
        }
        if (is_traceback(as_exception(exception)->traceback.v)) {
            traceback_format_entries(&b, as_exception(exception)->traceback.v);
        }
        add_class(&b, type_of(exception));
        Value text = safe_str(exception, "<exception str() failed>");
        if (as_str(text)->length) {
            builder_printf(&b, ": %S", text);
        }
        builder_char(&b, '\n');
        traceback_write(builder_end(&b));
        catch_end(&c);
    } else {
        write_bare(exception);
    }
}

/* ---- The type ---- */

static Value get_line(Value self)
{
    return value_int(as_traceback(self)->line);
}

static Value get_last_instruction(Value self)
{
    return value_int(as_traceback(self)->instruction * 2);
}

static Value get_frame(Value self)
{
    Value frame = as_traceback(self)->frame.v;
    return frame == EMPTY ? NONE : frame;
}

static Value get_next(Value self)
{
    Value next = as_traceback(self)->next.v;
    return next == EMPTY ? NONE : next;
}

static void set_tb_next(Value self, Value next)
{
    if (next == EMPTY) {
        raise_type("can't delete tb_next attribute");
    }
    if (next != NONE && !is_traceback(next)) {
        raise_type("expected traceback object, got '%T'", next);
    }
    for (Value at = next; is_traceback(at); at = as_traceback(at)->next.v) {
        if (at == self) {
            raise_value("traceback loop detected");
        }
    }
    mm_store(as_object(self), &as_traceback(self)->next, next == NONE ? EMPTY : next);
}

static const GetSetDef getsets[] = {
    {"tb_lineno", get_line, NULL},
    {"tb_lasti", get_last_instruction, NULL},
    {"tb_frame", get_frame, NULL},
    {"tb_next", get_next, set_tb_next},
    {0},
};

Type traceback_type = {
    .name = "traceback",
    .flags = TYPE_NO_INSTANCES,
    .size = sizeof(Traceback),
    .slots_at = offsetof(Traceback, next),
    .slots_count = 3,
    .getsets = getsets,
};
