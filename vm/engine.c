/* engine.c: one engine from start to exit: starts the runtime, runs what was asked for, clears up. */
#include "vm/engine.h"
#include "runtime/objects/file.h"

#include "vm/access.h"
#include "vm/compiler.h"
#include "vm/repl.h"
#include "vm/report.h"
#include "vm/vm.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const EngineOptions *options;

/* ---- Running ---- */

static void on_interrupt(int number)
{
    (void)number;
    vm.interrupted = true;
    mm_pending = 1;
}

/* A fresh __main__ in sys.modules. */
static Value main_module(const char *file)
{
    Value name = str_intern("__main__");
    Value module = module_new(name, NONE);
    if (file) {
        module_set(module, "__file__", str_from(file));
    }
    module_set(module, "__builtins__", dict_get(vm.modules, str_intern("builtins")));
    dict_set(vm.modules, name, module);
    return module;
}

static void run_text(const char *text, size_t length, const char *file_name, Value module)
{
    Code *code = compile_source(text, length, str_from(file_name), COMPILE_FILE, false);
    if (options->disassemble) {
        code_disassemble(code);
    } else {
        vm_run_code(code, module_dict(module), NULL);
    }
}

noreturn_fn static void leave(int code)
{
    raise_exception(exception_from_args(&exc_SystemExit, tuple_of(1, value_int(code))));
}

/* The path from the root, as __file__ and tracebacks show it. */
static Value absolute_path(const char *path)
{
    char directory[4096];
    bool is_relative = path[0] != '/' && getcwd(directory, sizeof directory);
    return is_relative ? str_format("%s/%s", directory, path) : str_from(path);
}

/* What is run for a script's path: a folder stands for its __main__.py. */
static Value script_file(Value path)
{
    struct stat st;
    if (stat(str_utf8(path, NULL), &st) || !S_ISDIR(st.st_mode)) {
        return path;
    }
    Value main = str_format("%S/__main__.py", path);
    if (access(str_utf8(main, NULL), F_OK)) {
        fprintf(stderr, "hognose: can't find '__main__' module in '%s'\n", str_utf8(path, NULL));
        leave(1);
    }
    Value sys_path = op_get_attr(dict_get(vm.modules, str_intern("sys")), str_intern("path"));
    op_set_item(sys_path, value_int(0), path);
    return main;
}

/* The script's bytes; ends with exit code 2 and CPython's message if it can't be read. */
static Value read_script(Value path)
{
    Catch c;
    volatile Value text = EMPTY;
    if (CATCH(c)) {
        text = import_read_file(path);
        catch_end(&c);
        return text;
    }
    const Tuple *args = as_tuple(((Exception *)as_object(c.exception))->args.v);
    fprintf(stderr, "hognose: can't open file '%s': [Errno %d] %s\n", str_utf8(path, NULL),
            (int)as_int(args->at[0].v), str_utf8(args->at[1].v, NULL));
    leave(2);
}

static void run_script(const char *given, Value module)
{
    Value path = script_file(absolute_path(given));
    Bytes *bytes = (Bytes *)as_object(read_script(path));
    module_set(module, "__file__", path);
    run_text((const char *)bytes->data, bytes->length, str_utf8(path, NULL), module);
}

static void run_stdin(Value module)
{
    Value text = import_read_file(str_from("/dev/stdin"));
    Bytes *bytes = (Bytes *)as_object(text);
    run_text((const char *)bytes->data, bytes->length, "<stdin>", module);
}

/* Whether standard input is typed at the prompt. */
static bool at_prompt(void)
{
    return options->interactive || isatty(0);
}

/* Whether the prompt comes after the script. */
static bool prompt_follows(void)
{
    return options->interactive && (options->code || options->module || options->script);
}

static void run_what_was_asked(void)
{
    if (options->code) {
        run_text(options->code, strlen(options->code), "<string>", main_module(NULL));
    } else if (options->module) {
        module_run_as_main(options->module);
    } else if (options->script && strcmp(options->script, "-")) {
        run_script(options->script, main_module(options->script));
    } else if (options->script || !at_prompt()) {
        run_stdin(main_module(NULL));
    } else {
        repl_run(main_module(NULL), true);
    }
}

/* ---- Exit ---- */

static Slot uncaught;
enum { BY_INTERRUPT = 128 + SIGINT };
static bool prompt_comes; /* so even SystemExit is only shown */

/* What an uncaught exception makes of the exit code: SystemExit's, or 1 and a traceback. */
static int exit_code_of(Value exception)
{
    if (prompt_comes || !exception_matches(exception, value_from(&exc_SystemExit))) {
        exception_print(exception);
        bool interrupt = type_of(exception) == &exc_KeyboardInterrupt;
        return interrupt ? BY_INTERRUPT : 1;
    }
    Value code = ((Exception *)as_object(exception))->value.v;
    int64_t number;
    if (code == EMPTY || code == NONE) {
        return 0;
    }
    if (is_any_int(code)) {
        return int_to_int64(code, &number) ? (int)(number & 0xff) : 255;
    }
    Value text = op_str(code);
    fprintf(stderr, "%s\n", str_utf8(text, NULL));
    return 1;
}

static void flush_output(void)
{
    file_flush(file_standard(1));
}

/* Runs f; whether it raised nothing. */
static bool quietly(void (*f)(void))
{
    Catch c;
    if (CATCH(c)) {
        f();
        catch_end(&c);
        return true;
    }
    return false;
}

/* Runs f; an exception becomes an exit code. */
static int guarded(void (*f)(void))
{
    Catch c;
    volatile int code = 0;
    if (CATCH(c)) {
        f();
        catch_end(&c);
        return code;
    }
    mm_store(&exc_BaseException, &uncaught, c.exception);
    quietly(flush_output);
    bool began = vm_native_begin(__builtin_frame_address(0));
    Catch again; /* printing may fail too */
    if (CATCH(again)) {
        code = exit_code_of(c.exception);
        catch_end(&again);
    } else {
        code = 1;
    }
    vm_native_end(began);
    mm_store(&exc_BaseException, &uncaught, EMPTY);
    return code;
}

static void interactive_after_script(void)
{
    Value module = dict_get(vm.modules, str_intern("__main__"));
    repl_run(module != EMPTY ? module : main_module(NULL), false);
}

static void run_exit_functions(void)
{
    Value atexit = dict_get(vm.modules, str_intern("atexit"));
    if (atexit != EMPTY) {
        call_0(op_get_attr(atexit, str_intern("_run_exitfuncs")));
    }
}

static void clear_module(Value module)
{
    if (!is_exactly(module, &module_type)) {
        return;
    }
    Dict *dict = module_dict(module);
    uint32_t position = 0;
    Value name, value;
    List *names = list_new(0);
    while (dict_next(dict, &position, &name, &value)) {
        if (is_str(name) && !str_equals_c(name, "__builtins__")) {
            list_append(names, name);
        }
    }
    /* In CPython's order: private names first, then the others. */
    for (int private = 1; private >= 0; private--) {
        for (size_t i = 0; i < names->count; i++) {
            Value key = list_at(names, i);
            bool is_private = as_str(key)->length && str_at(as_str(key), 0) == '_' &&
                              !(as_str(key)->length > 1 && str_at(as_str(key), 1) == '_');
            if (is_private == private && dict_get(dict, key) != EMPTY) {
                dict_set(dict, key, NONE);
            }
        }
    }
}

/* Names of the script's modules go first, __main__ before all, so that finalizers run as in CPython. */
static void clear_modules(void)
{
    Value main = dict_get(vm.modules, str_intern("__main__"));
    if (main != EMPTY) {
        clear_module(main);
    }
    List *others = list_new(0);
    uint32_t position = 0;
    Value name, module;
    while (dict_next(vm.modules, &position, &name, &module)) {
        if (module != main && !str_equals_c(name, "sys") && !str_equals_c(name, "builtins")) {
            list_append(others, module);
        }
    }
    for (size_t i = 0; i < others->count; i++) {
        clear_module(list_at(others, i));
    }
}

static void finish_runtime(void)
{
    clear_modules();
    file_flush(file_standard(1));
}

/* What is still in stdout's buffer; as CPython, 120 is the exit code if it can't be written. */
static bool flush_at_exit(void)
{
    Catch c;
    if (CATCH(c)) {
        flush_output();
        catch_end(&c);
        return true;
    }
    exception_ignore(c.exception, file_standard(1));
    return false;
}

/* An uncaught KeyboardInterrupt ends the process as the signal would have: shells look at that. */
static void die_by_interrupt(void)
{
    fflush(NULL);
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
}

/* Clears the registers that the Vm itself holds. */
static void clear_vm(void)
{
    Slot *held[] = {&vm.handled, &vm.leaving};
    for (size_t i = 0; i < COUNT_OF(held); i++) {
        Value old = held[i]->v;
        held[i]->v = EMPTY;
        mm_drop(old);
    }
}

static int engine_run(const EngineOptions *given, int argc, char **argv)
{
    options = given;
    MmOptions mm = {.max_heap = options->max_heap,
                    .stress = options->stress,
                    .verify = options->verify,
                    .log = options->log};
    runtime_start(&mm, argc, argv);
    struct sigaction action = {.sa_handler = on_interrupt}, before;
    sigaction(SIGINT, NULL, &before);
    if (before.sa_handler != SIG_IGN) { /* as CPython: who started us with Ctrl-C off meant it */
        sigaction(SIGINT, &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
    mm_add_root(&uncaught, "the uncaught exception");
    if (options->report >= 0) {
        report_start();
    }
    prompt_comes = prompt_follows();
    int code = guarded(run_what_was_asked);
    if (prompt_comes) {
        prompt_comes = false;
        code = guarded(interactive_after_script);
    }
    if (options->report >= 0) {
        report_finish(options->report);
    }
    clear_vm();
    guarded(run_exit_functions);
    if (!flush_at_exit() && code != BY_INTERRUPT) {
        code = 120;
    }
    vm.finishing = true;
    quietly(finish_runtime);
    runtime_finish();
    if (code == BY_INTERRUPT) {
        die_by_interrupt();
    }
    return code;
}

#define ENGINE_STRUCT_2(name) const Engine name
#define ENGINE_STRUCT(name) ENGINE_STRUCT_2(name)
extern ENGINE_STRUCT(MM_ENGINE);
ENGINE_STRUCT(MM_ENGINE) = {MM_NAME, engine_run};
