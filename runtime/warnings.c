/* warnings.c: warnings of C code, shown as the module warnings shows them by default: once per text,
 * class and line; those for developers only where the script itself is the cause.
 */
#include "runtime/native.h"
#include "runtime/objects/unicode.h"
#include "runtime/traceback.h"
#include <stdarg.h>

static Slot shown_already; /* a set of (file name, line, class, text) */

static bool is_new(Type *category, Value text, Value file_name, int line)
{
    if (shown_already.v == EMPTY) {
        mm_add_root(&shown_already, "the warnings shown");
        mm_init(&exc_Warning, &shown_already, value_from(set_new(&set_type)));
    }
    Value key = tuple_of(4, file_name, value_int(line), value_from(category), text);
    return set_add((Set *)as_object(shown_already.v), key);
}

/* Whether the module that runs is the script. */
static bool in_script(void)
{
    Value globals = vm_globals();
    Value name = is_dict(globals) ? dict_get_str(as_dict(globals), str_intern("__name__")) : EMPTY;
    return is_str(name) && str_equals_c(name, "__main__");
}

static bool is_silent(const Type *category)
{
    if (type_is_subtype(category, &exc_DeprecationWarning)) {
        return !in_script();
    }
    return type_is_subtype(category, &exc_PendingDeprecationWarning) ||
           type_is_subtype(category, &exc_ImportWarning) ||
           type_is_subtype(category, &exc_ResourceWarning);
}

void warn_at(Type *category, Value text, Value file_name, int line)
{
    if (is_silent(category) || !is_new(category, text, file_name, line)) {
        return;
    }
    StrBuilder b;
    builder_start(&b);
    builder_printf(&b, "%S:%d: %N: %S\n", file_name, line, category, text);
    Value source = traceback_source_line(file_name, line);
    if (source != EMPTY) {
        const Str *s = as_str(source);
        size_t start = 0, stop = s->length;
        while (start < stop && unicode_is_space(str_at(s, start))) {
            start++;
        }
        while (stop > start && unicode_is_space(str_at(s, stop - 1))) {
            stop--;
        }
        if (start < stop) {
            builder_printf(&b, "  %S\n",
                           str_slice(source, (int64_t)start, (int64_t)stop, 1, stop - start));
        }
    }
    traceback_write(builder_end(&b));
}

void warn_as(Type *category, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    StrBuilder b;
    builder_start(&b);
    builder_vprintf(&b, format, ap);
    va_end(ap);
    Value file_name;
    int line;
    if (!vm_where(0, &file_name, &line)) {
        file_name = str_from("sys");
        line = 1;
    }
    warn_at(category, builder_end(&b), file_name, line);
}
