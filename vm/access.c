/* access.c: what the modules sys and builtins ask of the VM, and the runtime's start and end. */
#include "vm/access.h"
#include "vm/compiler.h"
#include "vm/vm.h"

#include "runtime/objects/file.h"
#include "stdlib/vm_access.h"

static int argument_count;
static char **arguments;

int script_argument_count(void)
{
    return argument_count;
}
const char *script_argument(int i)
{
    return arguments[i];
}
Value modules_dict(void)
{
    return value_from(vm.modules);
}
int64_t recursion_limit(void)
{
    return vm.recursion_limit;
}

void set_recursion_limit(int64_t limit)
{
    if (vm_recursion_depth() >= limit) {
        raise_as(&exc_RecursionError,
                 "cannot set the recursion limit to %ld at the recursion depth %ld: the limit is "
                 "too low",
                 (long)limit, (long)vm_recursion_depth());
    }
    vm_set_recursion_limit(limit);
}

Value sys_attribute(const char *name)
{
    Value sys = dict_get_str(vm.modules, str_intern("sys"));
    return sys == EMPTY ? EMPTY : dict_get_str(module_dict(sys), str_intern(name));
}

Value import_by_name(Value name, Value from_list, int64_t level)
{
    Value globals = vm_globals();
    return import_module(name, from_list, level,
                         globals == EMPTY ? vm.builtins : as_dict(globals));
}

/* ---- compile, eval, exec ---- */

static Code *compile_value(Value text, Value file_name, CompileMode mode, bool namespace_mode)
{
    size_t length;
    const char *utf8 = str_utf8(text, &length);
    return compile_source(utf8, length, file_name, mode, namespace_mode);
}

Value compile_text(Value text, Value file_name, Value mode)
{
    if (str_equals_c(mode, "exec")) {
        return value_from(compile_value(text, file_name, COMPILE_FILE, true));
    }
    if (str_equals_c(mode, "eval")) {
        return value_from(compile_value(text, file_name, COMPILE_EVAL, true));
    }
    if (str_equals_c(mode, "single")) {
        return value_from(compile_value(text, file_name, COMPILE_SINGLE, true));
    }
    raise_value("compile() mode must be 'exec', 'eval' or 'single'");
}

static Value skip_blanks(Value text)
{
    size_t i = 0, length = as_str(text)->length;
    while (i < length && (str_at(as_str(text), i) == ' ' || str_at(as_str(text), i) == '\t')) {
        i++;
    }
    return i ? str_slice(text, (int64_t)i, (int64_t)length, 1, length - i) : text;
}

Value evaluate(Value source, Value globals, Value locals, bool is_expression)
{
    const char *function = is_expression ? "eval" : "exec";
    if (globals == NONE) {
        globals = vm_globals();
        if (locals == NONE) {
            locals = vm_locals();
        }
    } else if (!is_dict(globals)) {
        raise_type(is_expression ? "globals must be a dict"
                                 : "%s() globals must be a dict, not %T", function, globals);
    }
    if (locals == NONE) {
        locals = globals;
    }
    if (!is_dict(locals)) {
        raise_type("Hognose does not support %s() with locals that are not a dict", function);
    }
    Value name = str_intern("__builtins__");
    if (dict_get_str(as_dict(globals), name) == EMPTY) {
        dict_set(as_dict(globals), name, dict_get(vm.modules, str_intern("builtins")));
    }
    Code *code;
    if (is_exactly(source, &code_type)) {
        code = (Code *)as_object(source);
        if (as_tuple(code->free_names.v)->count) {
            raise_type("code object passed to %s() may not contain free variables", function);
        }
    } else {
        if (is_bytes(source)) {
            Bytes *bytes = (Bytes *)as_object(source);
            source = str_from_utf8((const char *)bytes->data, bytes->length);
        }
        if (!is_str(source)) {
            raise_type("%s() arg 1 must be a string, bytes or code object", function);
        }
        code = compile_value(is_expression ? skip_blanks(source) : source, str_from("<string>"),
                             is_expression ? COMPILE_EVAL : COMPILE_FILE, locals != globals);
    }
    bool wants_namespace = code->flags & CODE_NAMESPACE;
    Value result = vm_run_code(code, as_dict(globals), wants_namespace ? as_dict(locals) : NULL);
    return is_expression ? result : NONE;
}

/* ---- Start and end ---- */

void runtime_start(const MmOptions *options, int argc, char **argv)
{
    argument_count = argc;
    arguments = argv;
    mm_start(options);
    str_start();
    error_start();
    types_start();
    vm_start();
    error_prepare();
    import_start();
}

int64_t runtime_finish(void)
{
    return mm_finish();
}
