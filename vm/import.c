/* Imports: sys.modules first, then built-in modules, embedded ones written in Python, then files and
 * packages along sys.path.
 */
#include "vm/compiler.h"
#include "vm/vm.h"

#include "stdlib/embedded.h"
#include "stdlib/modules.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* ---- Making modules ---- */

static void add_functions(Value module, const ModuleDef *def)
{
    Value name = str_from(def->name);
    for (const NativeDef *f = def->functions; f && f->name; f++) {
        Value native = native_new(f, NULL, EMPTY);
        Native *n = (Native *)as_object(native);
        mm_init(n, &n->module, name);
        module_set(module, f->name, native);
    }
}

static void run_source(Value module, const char *source, size_t length, Value file_name)
{
    Code *code = compile_source(source, length, file_name, COMPILE_FILE, false);
    vm_run_code(code, module_dict(module), NULL);
}

/* A module that stays in sys.modules only if `fill` does not raise. */
static Value with_module(Value name, Value module, void (*fill)(Value module, void *context),
                         void *context)
{
    dict_set(vm.modules, name, module);
    Catch c;
    if (CATCH(c)) {
        fill(module, context);
        catch_end(&c);
    } else {
        dict_delete(vm.modules, name);
        raise_again(c.exception);
    }
    Value found = dict_get(vm.modules, name);
    return found == EMPTY ? module : found;
}

static void fill_native(Value module, void *context)
{
    const ModuleDef *def = context;
    add_functions(module, def);
    if (def->fill) {
        def->fill(module);
    }
    if (def->source) {
        run_source(module, def->source, strlen(def->source),
                   str_format("<frozen %s>", def->name));
    }
}

static Value load_native(const ModuleDef *def, Value name)
{
    Value module = module_new(name, def->doc ? str_from(def->doc) : NONE);
    return with_module(name, module, fill_native, (void *)(uintptr_t)def);
}

static void fill_embedded(Value module, void *context)
{
    const EmbeddedModule *embedded = context;
    run_source(module, embedded->source, strlen(embedded->source),
               str_format("<frozen %s>", embedded->name));
}

static Value load_embedded(const EmbeddedModule *embedded, Value name)
{
    Value module = module_new(name, NONE);
    if (embedded->is_package) {
        module_set(module, "__path__", value_from(list_new(0)));
    }
    return with_module(name, module, fill_embedded, (void *)(uintptr_t)embedded);
}

/* ---- Files ---- */

Value import_read_file(Value path)
{
    const char *name = str_utf8(path, NULL);
    FILE *file = fopen(name, "rb");
    if (!file) {
        raise_os(errno, path);
    }
    char *data = NULL;
    size_t length = 0, capacity = 0;
    for (;;) {
        if (length == capacity) {
            capacity = capacity ? capacity * 2 : 1 << 14;
            char *bigger = realloc(data, capacity);
            if (!bigger) {
                free(data);
                fclose(file);
                raise_memory();
            }
            data = bigger;
        }
        size_t n = fread(data + length, 1, capacity - length, file);
        if (n == 0) {
            break;
        }
        length += n;
    }
    bool failed = ferror(file);
    int error = errno;
    fclose(file);
    Value text = failed ? EMPTY : bytes_new(data, length);
    free(data);
    if (failed) {
        raise_os(error, path);
    }
    return text;
}

static void fill_file(Value module, void *context)
{
    Value path = *(Value *)context;
    Bytes *text = (Bytes *)as_object(import_read_file(path));
    run_source(module, (const char *)text->data, text->length, path);
}

static bool is_regular(Value path)
{
    struct stat st;
    return stat(str_utf8(path, NULL), &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_directory(Value path)
{
    struct stat st;
    return stat(str_utf8(path, NULL), &st) == 0 && S_ISDIR(st.st_mode);
}

/* What stands before the last dot, or EMPTY; the part after it in *tail. */
static Value split_name(Value name, Value *tail)
{
    const char *text = str_utf8(name, NULL), *dot = strrchr(text, '.');
    *tail = dot ? str_from(dot + 1) : name;
    return dot ? str_from_utf8(text, (size_t)(dot - text)) : EMPTY;
}

static Value load_file(Value name, Value path, Value package_directory /* or EMPTY */)
{
    Value module = module_new(name, NONE);
    Value tail, parent = split_name(name, &tail);
    module_set(module, "__file__", path);
    module_set(module, "__package__", parent == EMPTY ? str_empty() : parent);
    if (package_directory != EMPTY) {
        module_set(module, "__path__", list_from(&package_directory, 1));
        module_set(module, "__package__", name);
    }
    return with_module(name, module, fill_file, &path);
}

/* Looks for the last part of `name` in one directory: the module, or EMPTY. */
static Value load_from_directory(Value name, Value tail, Value directory)
{
    Value base = as_str(directory)->length ? str_format("%S/%S", directory, tail) : tail;
    if (is_directory(base)) {
        Value init = str_format("%S/__init__.py", base);
        if (is_regular(init)) {
            return load_file(name, init, base);
        }
    }
    Value file = str_format("%S.py", base);
    return is_regular(file) ? load_file(name, file, EMPTY) : EMPTY;
}

static Value search_path(void)
{
    Value sys = dict_get(vm.modules, str_intern("sys"));
    return sys == EMPTY ? EMPTY : op_find_attr(sys, str_intern("path"));
}

static Value load_from_path(Value name, Value tail, Value path)
{
    ITERATE(directory, path)
    {
        if (is_str(directory)) {
            Value module = load_from_directory(name, tail, directory);
            if (module != EMPTY) {
                return module;
            }
        }
    }
    return EMPTY;
}

static Value load_built_in(Value name)
{
    const char *text = str_utf8(name, NULL);
    const ModuleDef *def = module_find(text);
    if (def) {
        return load_native(def, name);
    }
    for (const EmbeddedModule *m = embedded_modules; m->name; m++) {
        if (!strcmp(m->name, text)) {
            return load_embedded(m, name);
        }
    }
    return EMPTY;
}

/* ---- Names ---- */

static Value import_absolute(Value name)
{
    check_c_stack("");
    name = str_interned(name);
    Value module = dict_get(vm.modules, name);
    if (module == NONE) {
        raise_import(&exc_ModuleNotFoundError, name, EMPTY,
                     "import of %S halted; None in sys.modules", name);
    }
    if (module != EMPTY) {
        return module;
    }
    Value tail, parent_name = split_name(name, &tail), path = EMPTY, parent = EMPTY;
    if (parent_name != EMPTY) {
        parent = import_absolute(parent_name);
        module = dict_get(vm.modules, name);
        if (module != EMPTY) {
            return module;
        }
        path = op_find_attr(parent, str_intern("__path__"));
    }
    module = load_built_in(name);
    if (module == EMPTY && parent != EMPTY && path == EMPTY) {
        raise_import(&exc_ModuleNotFoundError, name, EMPTY,
                     "No module named %V; %V is not a package", name, parent_name);
    }
    if (module == EMPTY) {
        path = path == EMPTY ? search_path() : path;
        module = path == EMPTY ? EMPTY : load_from_path(name, tail, path);
    }
    if (module == EMPTY) {
        raise_import(&exc_ModuleNotFoundError, name, EMPTY, "No module named %V", name);
    }
    if (parent != EMPTY) {
        op_set_attr(parent, str_interned(tail), module);
    }
    return module;
}

/* The package that relative imports of these globals start from. */
static Value package_of(Dict *globals)
{
    Value package = dict_get(globals, str_intern("__package__"));
    if (package != EMPTY && package != NONE && is_str(package) && as_str(package)->length) {
        return package;
    }
    Value name = dict_get(globals, str_intern("__name__"));
    if (name == EMPTY || !is_str(name)) {
        return EMPTY;
    }
    if (dict_get(globals, str_intern("__path__")) != EMPTY) {
        return name;
    }
    Value tail;
    return split_name(name, &tail);
}

static Value resolve_relative(Value name, int64_t level, Dict *globals)
{
    Value package = package_of(globals);
    if (package == EMPTY) {
        raise_import(&exc_ImportError, EMPTY, EMPTY,
                     "attempted relative import with no known parent package");
    }
    for (int64_t i = 1; i < level; i++) {
        Value tail;
        package = split_name(package, &tail);
        if (package == EMPTY) {
            raise_import(&exc_ImportError, EMPTY, EMPTY,
                         "attempted relative import beyond top-level package");
        }
    }
    return as_str(name)->length ? str_format("%S.%S", package, name) : package;
}

/* from package import submodule: loads those that the package has no attribute for. */
static void import_submodules(Value module, Value from_list)
{
    if (op_find_attr(module, str_intern("__path__")) == EMPTY) {
        return;
    }
    Value name = op_get_attr(module, str_intern("__name__"));
    for (size_t i = 0; i < as_tuple(from_list)->count; i++) {
        Value item = as_tuple(from_list)->at[i].v;
        if (str_equals_c(item, "*") || op_find_attr(module, item) != EMPTY) {
            continue;
        }
        Value full = str_format("%S.%S", name, item);
        Catch c;
        if (CATCH(c)) {
            import_absolute(full);
            catch_end(&c);
        } else if (!exception_matches(c.exception, value_from(&exc_ModuleNotFoundError)) ||
                   !op_equal(op_get_attr(c.exception, str_intern("name")), full)) {
            raise_again(c.exception);
        }
    }
}

Value import_module(Value name, Value from_list, int64_t level, Dict *globals)
{
    Value full = level > 0 ? resolve_relative(name, level, globals) : name;
    Value module = import_absolute(full);
    if (is_tuple(from_list) && as_tuple(from_list)->count) {
        import_submodules(module, from_list);
        return module;
    }
    const char *text = str_utf8(full, NULL), *dot = strchr(text, '.');
    if (level == 0 && dot) { /* import a.b binds a */
        return import_absolute(str_from_utf8(text, (size_t)(dot - text)));
    }
    return module;
}

Value import_from(Value module, Value name)
{
    Value found = op_find_attr(module, name);
    if (found != EMPTY) {
        return found;
    }
    Value module_name = op_find_attr(module, str_intern("__name__"));
    if (module_name != EMPTY && is_str(module_name)) {
        found = dict_get(vm.modules, str_format("%S.%S", module_name, name));
        if (found != EMPTY) {
            return found;
        }
    } else {
        module_name = str_from("<unknown module name>");
    }
    Value file = op_find_attr(module, str_intern("__file__"));
    if (file != EMPTY && is_str(file)) {
        raise_import(&exc_ImportError, module_name, file, "cannot import name %V from %V (%S)",
                     name, module_name, file);
    }
    raise_import(&exc_ImportError, module_name, EMPTY,
                 "cannot import name %V from %V (unknown location)", name, module_name);
}

void import_star(Value module, Dict *into)
{
    Value all = op_find_attr(module, str_intern("__all__"));
    if (all != EMPTY) {
        ITERATE(name, all)
        {
            dict_set(into, name, op_get_attr(module, name));
        }
        return;
    }
    Dict *dict = module_dict(module);
    uint32_t position = 0;
    Value name, value;
    while (dict_next(dict, &position, &name, &value)) {
        if (is_str(name) && as_str(name)->length && str_at(as_str(name), 0) != '_') {
            dict_set(into, name, value);
        }
    }
}

/* The module `builtins` shares its dict with the Vm. */
void import_start(void)
{
    Value builtins = import_absolute(str_intern("builtins"));
    uint32_t position = 0;
    Value name, value;
    while (dict_next(module_dict(builtins), &position, &name, &value)) {
        dict_set(vm.builtins, name, value);
    }
    mm_store(as_object(builtins), &((Module *)as_object(builtins))->dict, value_from(vm.builtins));
    import_absolute(str_intern("sys"));
}

void module_run_as_main(const char *name)
{
    Value full = str_from(name), tail, path = EMPTY;
    Value parent = split_name(full, &tail);
    Value module = module_new(str_intern("__main__"), NONE);
    if (parent != EMPTY) {
        path = op_find_attr(import_absolute(parent), str_intern("__path__"));
    }
    Value source = EMPTY, file = EMPTY;
    for (const EmbeddedModule *m = embedded_modules; m->name; m++) {
        if (!strcmp(m->name, name)) {
            source = str_from(m->source);
            file = str_format("<frozen %s>", name);
        }
    }
    if (source == EMPTY) {
        ITERATE(directory, path == EMPTY ? search_path() : path)
        {
            const char *slash = as_str(directory)->length ? "/" : "";
            Value candidates[] = {str_format("%S%s%S.py", directory, slash, tail),
                                  str_format("%S%s%S/__main__.py", directory, slash, tail)};
            for (size_t i = 0; i < COUNT_OF(candidates) && file == EMPTY; i++) {
                if (is_regular(candidates[i])) {
                    file = candidates[i];
                }
            }
        }
    }
    if (file == EMPTY) {
        fprintf(stderr, "hognose: No module named %s\n", name);
        raise_exception(exception_from_args(&exc_SystemExit, tuple_of(1, value_int(1))));
    }
    dict_set(vm.modules, str_intern("__main__"), module);
    module_set(module, "__file__", file);
    if (source != EMPTY) {
        size_t length;
        const char *text = str_utf8(source, &length);
        run_source(module, text, length, file);
    } else {
        fill_file(module, &file);
    }
}
