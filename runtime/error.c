/* error.c: raising and catching; see error.h. */
#include "runtime/error.h"
#include "runtime/mm.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include "runtime/objects/tuple.h"
#include "runtime/objects/type.h"
#include "runtime/traceback.h"
#include "runtime/upcalls.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

Catch *catch_top;

/* For when there is no memory for a new one. */
static Slot spare_memory_error;
static bool raising_memory;

void catch_begin(Catch *c)
{
    c->outer = catch_top;
    c->exception = EMPTY;
    catch_top = c;
}

void catch_end(Catch *c)
{
    catch_top = c->outer;
}

void raise_again(Value exception)
{
    Catch *c = catch_top;
    if (unlikely(!c)) {
        exception_print(exception);
        exit(1);
    }
    catch_top = c->outer;
    c->exception = exception;
    longjmp(c->jump, 1);
}

static inline Exception *as_exception(Value v)
{
    return (Exception *)as_object(v);
}

static inline Value context_of(Value exception)
{
    Value v = as_exception(exception)->context.v;
    return v == NONE ? EMPTY : v;
}

/* Whether `wanted` is `from` or stands in its chain of contexts; Brent's algorithm ends the search in
 * a chain that a script has made circular. */
static bool in_context_of(Value from, Value wanted)
{
    Value mark = EMPTY;
    for (uint64_t step = 0, limit = 2; from != EMPTY && from != mark; from = context_of(from)) {
        if (from == wanted) {
            return true;
        }
        if (++step == limit) {
            mark = from;
            limit *= 2;
        }
    }
    return false;
}

void exception_set_context(Value exception, Value context)
{
    if (in_context_of(context, exception)) {
        Value at = context;
        while (context_of(at) != exception && context_of(at) != EMPTY) {
            at = context_of(at);
        }
        mm_store(as_object(at), &as_exception(at)->context, EMPTY);
    }
    mm_store(as_object(exception), &as_exception(exception)->context, context);
}

void raise_exception(Value exception)
{
    Value handled = vm_handled_exception();
    /* Natives that let a caught exception go on raise it anew: what it has collected stays. */
    if (handled != EMPTY && handled != NONE && handled != exception &&
        !in_context_of(exception, handled)) {
        exception_set_context(exception, handled);
    }
    raise_again(exception);
}

/* ---- Raising by class ---- */

static Value vexception_new(Type *type, const char *format, va_list ap)
{
    StrBuilder b;
    builder_start(&b);
    builder_vprintf(&b, format, ap);
    return exception_from_args(type, tuple_of(1, builder_end(&b)));
}

Value exception_new(Type *type, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Value e = vexception_new(type, format, ap);
    va_end(ap);
    return e;
}

#define RAISE_FORMATTED(type)                                                                      \
    va_list ap;                                                                                    \
    va_start(ap, format);                                                                          \
    Value e = vexception_new((type), format, ap);                                                  \
    va_end(ap);                                                                                    \
    raise_exception(e)

void raise_as(Type *exception, const char *format, ...)
{
    RAISE_FORMATTED(exception);
}

void raise_type(const char *format, ...)
{
    RAISE_FORMATTED(&exc_TypeError);
}

void raise_value(const char *format, ...)
{
    RAISE_FORMATTED(&exc_ValueError);
}

void raise_index(const char *format, ...)
{
    RAISE_FORMATTED(&exc_IndexError);
}

void raise_overflow(const char *format, ...)
{
    RAISE_FORMATTED(&exc_OverflowError);
}

void raise_runtime(const char *format, ...)
{
    RAISE_FORMATTED(&exc_RuntimeError);
}

void raise_key(Value key)
{
    raise_exception(exception_from_args(&exc_KeyError, tuple_of(1, key)));
}

void raise_os(int error, Value filename)
{
    Value number = value_int(error), text = str_from(strerror(error));
    Value args = filename == EMPTY ? tuple_of(2, number, text)
                                   : tuple_of(3, number, text, filename);
    raise_exception(exception_from_args(&exc_OSError, args));
}

void raise_stop_iteration(Value value)
{
    Value args = value == NONE || value == EMPTY ? tuple_empty() : tuple_of(1, value);
    raise_exception(exception_from_args(&exc_StopIteration, args));
}

static Slot stop_value;

void stop_value_set(Value value)
{
    mm_store(&exc_StopIteration, &stop_value, value);
}

Value stop_value_take(void)
{
    Value value = stop_value.v;
    mm_store(&exc_StopIteration, &stop_value, EMPTY);
    return value;
}

void raise_unsupported(const char *what)
{
    raise_as(&exc_NotImplementedError, "Hognose does not support %s", what);
}

static void set_extra(Value exception, Value extra)
{
    mm_store(as_object(exception), &as_exception(exception)->extra, extra);
}

void raise_name(Value name, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Value e = format ? vexception_new(&exc_NameError, format, ap)
                     : exception_new(&exc_NameError, "name '%S' is not defined", name);
    va_end(ap);
    set_extra(e, tuple_of(2, name, NONE));
    raise_exception(e);
}

void raise_attribute(Value object, Value name, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Value e = vexception_new(&exc_AttributeError, format, ap);
    va_end(ap);
    set_extra(e, tuple_of(2, name, object));
    raise_exception(e);
}

void raise_import(Type *type, Value name, Value path, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    Value e = vexception_new(type, format, ap);
    va_end(ap);
    const Tuple *args = as_tuple(as_exception(e)->args.v);
    set_extra(e, tuple_of(3, args->at[0].v, name, path == EMPTY ? NONE : path));
    raise_exception(e);
}

/* ---- Without memory ---- */

static Value spare_error(void)
{
    Value v = spare_memory_error.v;
    if (v == EMPTY) {
        fputs("hognose: out of memory\n", stderr);
        exit(1);
    }
    Exception *e = as_exception(v);
    mm_store(e, &e->traceback, EMPTY);
    mm_store(e, &e->context, EMPTY);
    mm_store(e, &e->cause, EMPTY);
    return v;
}

/* Making the exception may itself find no memory: then, below, comes the spare one. */
static Value new_memory_error(void)
{
    Catch c;
    volatile Value e = EMPTY;
    raising_memory = true;
    if (CATCH(c)) {
        e = exception_from_args(&exc_MemoryError, tuple_empty());
        catch_end(&c);
    } else {
        e = spare_error();
    }
    raising_memory = false;
    return e;
}

void raise_memory(void)
{
    if (raising_memory || spare_memory_error.v == EMPTY) {
        raise_again(spare_error());
    }
    raise_exception(new_memory_error());
}

void error_start(void)
{
    int_start();
}

void error_prepare(void)
{
    mm_add_root(&spare_memory_error, "the spare MemoryError");
    mm_add_root(&stop_value, "the value of the last StopIteration");
    Value e = exception_from_args(&exc_MemoryError, tuple_empty());
    mm_init(&exc_MemoryError, &spare_memory_error, e);
}
