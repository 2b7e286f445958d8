/* numpy.c: the module numpy: the tables of all its files put together. Importing it makes the
 * functions and types known and nothing else; submodules are loaded when they are asked for.
 */
#include "stdlib/numpy/create.h"
#include <math.h>


static const NativeDef *const method_tables[] = {
    create_methods, index_methods,  reduce_methods, shape_methods,
    sort_methods,   search_methods, linalg_methods, ufunc_methods,
};
static const NativeDef *const function_tables[] = {
    create_functions, grid_functions,   index_functions,  print_functions,
    dtype_functions,  reduce_functions, shape_functions,  join_functions,
    sort_functions,   search_functions, linalg_functions, ufunc_functions,
};

enum { METHODS_MAX = 160 };
NativeDef array_methods[METHODS_MAX];

/* Before array_type is made ready: its methods are known only now. */
static void join_methods(void)
{
    size_t n = 0;
    for (size_t i = 0; i < COUNT_OF(method_tables); i++) {
        for (const NativeDef *def = method_tables[i]; def && def->name; def++) {
            assert(n + 1 < METHODS_MAX);
            array_methods[n++] = *def;
        }
    }
    array_methods[n] = (NativeDef){0};
}

static void add_functions(Value module)
{
    Value name = str_intern("numpy");
    for (size_t i = 0; i < COUNT_OF(function_tables); i++) {
        for (const NativeDef *def = function_tables[i]; def && def->name; def++) {
            Value native = native_new(def, NULL, EMPTY);
            Native *n = (Native *)as_object(native);
            mm_init(n, &n->module, name);
            module_set(module, def->name, native);
        }
    }
}

static void add_constants(Value module)
{
    static const struct {
        const char *name;
        double value;
    } constants[] = {
        {"pi", M_PI},           {"e", M_E},         {"euler_gamma", 0.57721566490153286061},
        {"inf", INFINITY},      {"Inf", INFINITY},  {"infty", INFINITY},
        {"Infinity", INFINITY}, {"PINF", INFINITY}, {"NINF", -INFINITY},
        {"PZERO", 0.0},         {"NZERO", -0.0},
    };
    for (size_t i = 0; i < COUNT_OF(constants); i++) {
        module_set(module, constants[i].name, value_float(constants[i].value));
    }
    Value nan = value_float(NAN);
    module_set(module, "nan", nan);
    module_set(module, "NaN", nan);
    module_set(module, "NAN", nan);
    module_set(module, "newaxis", NONE);
    module_set(module, "little_endian", TRUE);
    module_set(module, "MAXDIMS", value_int(MAX_DIMS));
    module_set(module, "__version__", str_from("1.24.2"));
    module_set(module, "__path__", value_from(list_new(0)));
}

static void fill(Value module)
{
    if (!(array_type.flags & TYPE_READY)) {
        join_methods();
    }
    type_ready(&array_type);
    type_ready(&axis_error_type);
    module_set(module, "ndarray", value_from(&array_type));
    module_set(module, "AxisError", value_from(&axis_error_type));
    scalars_fill(module);
    dtypes_fill(module);
    add_functions(module);
    add_constants(module);
    ufuncs_fill(module);
}

const ModuleDef numpy_module = {
    .name = "numpy",
    .doc = "Arrays of numbers.",
    .fill = fill,
    .source = numpy_lazy_source,
};
