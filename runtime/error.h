/* error.h: Python exceptions, and raising as a jump.
 *
 * raise_* never return: they unwind to the innermost Catch (the VM's loop wrapper, or a native that
 * wants to go on after an exception). Natives own nothing, so nothing has to be undone on the way;
 * a native that changes a structure does so only after the last call that may raise.
 */
#ifndef RUNTIME_ERROR_H
#define RUNTIME_ERROR_H

#include "runtime/object.h"
#include <setjmp.h>

/* Every built-in exception: X(Name, Base). `exc_ValueError` is its Type. */
#define EXCEPTIONS(X)                                                                              \
    X(SystemExit, BaseException)                                                                   \
    X(KeyboardInterrupt, BaseException)                                                            \
    X(GeneratorExit, BaseException)                                                                \
    X(Exception, BaseException)                                                                    \
    X(StopIteration, Exception)                                                                    \
    X(StopAsyncIteration, Exception)                                                               \
    X(ArithmeticError, Exception)                                                                  \
    X(FloatingPointError, ArithmeticError)                                                         \
    X(OverflowError, ArithmeticError)                                                              \
    X(ZeroDivisionError, ArithmeticError)                                                          \
    X(AssertionError, Exception)                                                                   \
    X(AttributeError, Exception)                                                                   \
    X(BufferError, Exception)                                                                      \
    X(EOFError, Exception)                                                                         \
    X(ImportError, Exception)                                                                      \
    X(ModuleNotFoundError, ImportError)                                                            \
    X(LookupError, Exception)                                                                      \
    X(IndexError, LookupError)                                                                     \
    X(KeyError, LookupError)                                                                       \
    X(MemoryError, Exception)                                                                      \
    X(NameError, Exception)                                                                        \
    X(UnboundLocalError, NameError)                                                                \
    X(OSError, Exception)                                                                          \
    X(BlockingIOError, OSError)                                                                    \
    X(ChildProcessError, OSError)                                                                  \
    X(ConnectionError, OSError)                                                                    \
    X(ConnectionAbortedError, ConnectionError)                                                     \
    X(ConnectionRefusedError, ConnectionError)                                                     \
    X(ConnectionResetError, ConnectionError)                                                       \
    X(BrokenPipeError, ConnectionError)                                                            \
    X(FileExistsError, OSError)                                                                    \
    X(FileNotFoundError, OSError)                                                                  \
    X(InterruptedError, OSError)                                                                   \
    X(IsADirectoryError, OSError)                                                                  \
    X(NotADirectoryError, OSError)                                                                 \
    X(PermissionError, OSError)                                                                    \
    X(ProcessLookupError, OSError)                                                                 \
    X(TimeoutError, OSError)                                                                       \
    X(ReferenceError, Exception)                                                                   \
    X(RuntimeError, Exception)                                                                     \
    X(NotImplementedError, RuntimeError)                                                           \
    X(RecursionError, RuntimeError)                                                                \
    X(SyntaxError, Exception)                                                                      \
    X(IndentationError, SyntaxError)                                                               \
    X(TabError, IndentationError)                                                                  \
    X(SystemError, Exception)                                                                      \
    X(TypeError, Exception)                                                                        \
    X(ValueError, Exception)                                                                       \
    X(UnicodeError, ValueError)                                                                    \
    X(UnicodeDecodeError, UnicodeError)                                                            \
    X(UnicodeEncodeError, UnicodeError)                                                            \
    X(UnicodeTranslateError, UnicodeError)                                                         \
    X(Warning, Exception)                                                                          \
    X(DeprecationWarning, Warning)                                                                 \
    X(PendingDeprecationWarning, Warning)                                                          \
    X(FutureWarning, Warning)                                                                      \
    X(ImportWarning, Warning)                                                                      \
    X(ResourceWarning, Warning)                                                                    \
    X(RuntimeWarning, Warning)                                                                     \
    X(SyntaxWarning, Warning)                                                                      \
    X(UnicodeWarning, Warning)                                                                     \
    X(UserWarning, Warning)                                                                        \
    X(BytesWarning, Warning)                                                                       \
    X(EncodingWarning, Warning)

extern Type exc_BaseException;
#define X(name, base) extern Type exc_##name;
EXCEPTIONS(X)
#undef X

/* An instance of BaseException or of anything derived from it; subclasses' attributes in `attrs`. */
typedef struct Exception {
    Object head;
    struct Shape *shape; /* the Attrs part (shape.h) begins here */
    Slot more;
    Slot args;      /* tuple */
    Slot traceback; /* Traceback or NONE/EMPTY */
    Slot context, cause;
    Slot value;     /* StopIteration.value, SystemExit.code */
    Slot extra;     /* a tuple of what else the class knows (exceptions.c), or EMPTY; AttributeError
                       and NameError: (name, obj) */
    bool suppress_context;
} Exception;

/* One line of a traceback, innermost last: made by the VM while it unwinds. */
typedef struct Traceback {
    Object head;
    Slot next;  /* towards the frame that raised */
    Slot frame; /* a Frame object (vm/frame.h) or NONE: keeps the locals alive, as in CPython */
    Slot code;  /* Code: file name, function name */
    int32_t line;
    int32_t instruction; /* index, for the columns of the ^^^^ markers */
} Traceback;

extern Type traceback_type;

/* The text is printf's with these conversions: %s %d %c %zu %zd %ld %lu %lld %.*s and the like, and
 * for Values %V (repr), %S (str), %T (name of the type), %N (name of a Type *). */
noreturn_fn void raise_as(Type *exception, const char *format, ...);
noreturn_fn void raise_type(const char *format, ...);  /* TypeError */
noreturn_fn void raise_value(const char *format, ...); /* ValueError */
noreturn_fn void raise_index(const char *format, ...); /* IndexError */
noreturn_fn void raise_overflow(const char *format, ...);
noreturn_fn void raise_runtime(const char *format, ...);
noreturn_fn void raise_key(Value key);                 /* KeyError(key) */
noreturn_fn void raise_os(int error, Value filename /* or EMPTY */);
noreturn_fn void raise_memory(void);                   /* a preallocated MemoryError */
noreturn_fn void raise_stop_iteration(Value value);
/* What the iterator whose `next` slot has just answered EMPTY returned, if not None: StopIteration's
 * value, left here so that loops need no exception. Taken: EMPTY afterwards. */
void stop_value_set(Value value);
Value stop_value_take(void);
noreturn_fn void raise_unsupported(const char *what);  /* NotImplementedError: "Hognose does not support ..." */
/* NameError with its name: suggestions come from there. The text is "name 'x' is not defined" if
 * `format` is NULL. */
noreturn_fn void raise_name(Value name, const char *format, ...);
/* AttributeError with name and object. */
noreturn_fn void raise_attribute(Value object, Value name, const char *format, ...);
/* ImportError or ModuleNotFoundError with name and path (or EMPTY). */
noreturn_fn void raise_import(Type *type, Value name, Value path, const char *format, ...);
/* Raises an exception instance; the exception that is being handled becomes its context. */
noreturn_fn void raise_exception(Value exception);
/* The same for one that was caught and goes on: its context stays as it is. */
noreturn_fn void raise_again(Value exception);
/* An exception instance made from a formatted message; raises nothing. */
Value exception_new(Type *type, const char *format, ...);
/* An exception instance with these args, as calling a built-in exception class would make. */
Value exception_from_args(Type *type, Value args_tuple);
/* Whether an exception (instance) is of a class, or of one in a tuple of classes; TypeError for what
 * is no exception class. */
bool exception_matches(Value exception, Value class_or_tuple);
/* Sets __context__, leaving out `exception` where it stands in the context's own chain. */
void exception_set_context(Value exception, Value context);
/* warnings.warn of C code: "file.py:3: RuntimeWarning: text" on stderr as CPython shows it, once per
 * place and text. May raise. */
void warn_as(Type *category, const char *format, ...);
/* The same at a given place. */
void warn_at(Type *category, Value text, Value file_name, int line);

/* To go on after an exception:
 *     Catch c;
 *     if (CATCH(c)) { ...may raise...; catch_end(&c); } else { c.exception holds it }
 * Locals that are written in the first branch and read in the second must be volatile. */
typedef struct Catch {
    jmp_buf jump;
    struct Catch *outer;
    Value exception;
} Catch;
extern Catch *catch_top;
void catch_begin(Catch *c);
void catch_end(Catch *c);
#define CATCH(c) (catch_begin(&(c)), setjmp((c).jump) == 0)

/* Where tracebacks and warnings go: stderr, until somebody puts another function here. */
extern void (*error_write)(const char *utf8, size_t length);
/* Prints an uncaught exception with its traceback and chain to stderr exactly as CPython does. */
void exception_print(Value exception);
/* For exceptions that cannot go anywhere (in __del__, callbacks): "Exception ignored in: ..." */
void exception_ignore(Value exception, Value where);
/* Before the types are made ready; and after that, when objects can be made. */
void error_start(void);
void error_prepare(void);

#endif
