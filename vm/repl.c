/* repl.c: see repl.h. */
#include "vm/repl.h"
#include "vm/compiler.h"
#include "vm/complete.h"
#include "vm/engine.h"
#include "vm/terminal.h"
#include "vm/vm.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "runtime/native.h"
#include "runtime/objects/file.h"

static Slot module_held;

static Dict *globals(void)
{
    return module_dict(module_held.v);
}

/* ---- Reading a line ---- */

static char **complete(const char *word)
{
    return complete_matches(word, globals());
}

/* A line from the terminal, malloc'ed; NULL at its end. KeyboardInterrupt. */
static char *read_from_terminal(const char *prompt)
{
    char *line;
    if (!terminal_read_line(prompt, &line)) {
        vm.interrupted = false;
        raise_exception(exception_from_args(&exc_KeyboardInterrupt, tuple_empty()));
    }
    return line;
}

static Value sys_module_value(void)
{
    return dict_get(vm.modules, str_intern("sys"));
}

/* sys.ps1 or ps2, as a text. */
static const char *prompt_text(const char *name, const char *otherwise)
{
    Value sys = sys_module_value();
    Value prompt = sys == EMPTY ? EMPTY : op_find_attr(sys, str_intern(name));
    return prompt == EMPTY ? otherwise : str_utf8(op_str(prompt), NULL);
}

static void set_prompt(const char *name, const char *text)
{
    Value sys = sys_module_value();
    if (sys != EMPTY && dict_get(module_dict(sys), str_intern(name)) == EMPTY) {
        module_set(sys, name, str_from(text));
    }
}

/* The statement as typed so far. */
typedef struct Input {
    char *text;
    size_t length, room;
    bool at_end; /* of the standard input */
} Input;
static Input input;

static void input_add(const char *line, size_t length)
{
    if (input.length + length + 2 > input.room) {
        size_t room = (input.length + length + 2) * 2;
        char *bigger = realloc(input.text, room);
        if (!bigger) {
            raise_memory();
        }
        input.text = bigger;
        input.room = room;
    }
    memcpy(input.text + input.length, line, length);
    input.length += length;
    if (length == 0 || line[length - 1] != '\n') {
        input.text[input.length++] = '\n';
    }
    input.text[input.length] = 0;
}

/* Adds a line to the input; false at the end. KeyboardInterrupt, and what sys.ps1's __str__ raises.
 */
static bool input_read(void)
{
    const char *prompt = input.length ? prompt_text("ps2", "... ") : prompt_text("ps1", ">>> ");
    file_flush(file_standard(1));
    if (isatty(0) && isatty(1) && terminal_open(complete, &vm.interrupted)) {
        char *line = read_from_terminal(prompt);
        if (!line) {
            return false;
        }
        input_add(line, strlen(line));
        free(line);
        return true;
    }
    fputs(prompt, stderr);
    fflush(stderr);
    Value line = file_read_line(file_standard(0));
    size_t length;
    const char *text = str_utf8(line, &length);
    if (length == 0) {
        return false;
    }
    input_add(text, length);
    return true;
}

/* ---- Statements ---- */

/* The input has ended inside of a statement, which as in CPython is run, or said to be wrong. */
static Code *last_statement(Value file_name)
{
    bool incomplete;
    input_add("", 0);
    Code *code = compile_interactive(input.text, input.length, file_name, &incomplete);
    return incomplete ? compile_source(input.text, input.length, file_name, COMPILE_FILE, false)
                      : code;
}

/* Reads lines until they make a statement: its code; NULL at the end of the input. */
static Code *read_statement(void)
{
    Value file_name = str_intern("<stdin>");
    input.length = 0;
    while (input_read()) {
        bool incomplete;
        Code *code = compile_interactive(input.text, input.length, file_name, &incomplete);
        if (!incomplete) {
            return code;
        }
    }
    if (input.length == 0) {
        input.at_end = true;
        return NULL;
    }
    fputc('\n', stderr);
    return last_statement(file_name);
}

static void run_one(void)
{
    Code *code = read_statement();
    if (code) {
        vm_run_code(code, globals(), NULL);
        file_flush(file_standard(1));
    }
}

/* In sys, as CPython has it; also what keeps the exception while it is shown. */
static void keep_last(Value exception)
{
    Value sys = sys_module_value();
    if (sys == EMPTY) {
        return;
    }
    Value traceback = ((Exception *)as_object(exception))->traceback.v;
    module_set(sys, "last_value", exception);
    module_set(sys, "last_type", value_from(type_of(exception)));
    module_set(sys, "last_traceback", traceback == EMPTY ? NONE : traceback);
}

/* An interrupted prompt is only left; an interrupted statement has a traceback to show. */
static void show(Value exception)
{
    Catch c;
    bool began = vm_native_begin(__builtin_frame_address(0));
    if (CATCH(c)) {
        keep_last(exception);
        file_flush(file_standard(1));
        Value traceback = ((Exception *)as_object(exception))->traceback.v;
        if (type_of(exception) == &exc_KeyboardInterrupt &&
            (traceback == EMPTY || traceback == NONE)) {
            error_write("\nKeyboardInterrupt\n", 19);
        } else {
            exception_print(exception);
        }
        catch_end(&c);
    }
    vm_native_end(began);
}

void repl_run(Value module, bool banner)
{
    mm_add_root(&module_held, "the prompt's module");
    mm_store(&object_base_type, &module_held, module);
    set_prompt("ps1", ">>> ");
    set_prompt("ps2", "... ");
    if (banner) {
        fprintf(stderr,
                "Hognose %s (Python 3.11 subset), memory manager: %s\n"
                "Type help() for help; exit() or Ctrl-D leaves.\n",
                HOGNOSE_VERSION, MM_NAME);
    }
    input.at_end = false;
    while (!input.at_end) {
        Catch c;
        if (CATCH(c)) {
            run_one();
            catch_end(&c);
        } else if (exception_matches(c.exception, value_from(&exc_SystemExit))) {
            raise_again(c.exception);
        } else {
            show(c.exception);
        }
    }
    fputc('\n', stderr);
}
