/* site.c: the builtins that are there for the prompt's sake: exit, quit, help. */
#include "stdlib/site.h"
#include "runtime/objects/file.h"
#include "stdlib/vm_access.h"

/* ---- exit and quit ---- */

typedef struct Quitter {
    Object head;
    Slot name;
} Quitter;

static Value quitter_repr(Value self)
{
    return str_format("Use %S() or Ctrl-D (i.e. EOF) to exit",
                      ((Quitter *)as_object(self))->name.v);
}

static Value quitter_call(Value self, Call call)
{
    (void)self;
    size_t named = call.names == EMPTY ? 0 : as_tuple(call.names)->count;
    if (call.count + named > 1) {
        raise_type("Quitter.__call__() takes from 1 to 2 positional arguments but %zu were given",
                   call.count + named + 1);
    }
    if (named && !str_equals_c(as_tuple(call.names)->at[0].v, "code")) {
        raise_type("Quitter.__call__() got an unexpected keyword argument '%S'",
                   as_tuple(call.names)->at[0].v);
    }
    Value code = call.count + named ? call.at[0] : NONE;
    raise_exception(exception_from_args(&exc_SystemExit, tuple_of(1, code)));
}

static Type quitter_type = {
    .name = "Quitter",
    .flags = TYPE_NO_INSTANCES,
    .size = sizeof(Quitter),
    .slots_at = offsetof(Quitter, name),
    .slots_count = 1,
    .repr = quitter_repr,
    .call = quitter_call,
};

/* ---- help ---- */

static Value help_repr(Value self)
{
    (void)self;
    return str_from("Type help() for interactive help, or help(object) for help about object.");
}

static void print_line(Value text)
{
    Value out = sys_attribute("stdout");
    if (out != EMPTY && is_file(out)) {
        file_write_str(out, text);
        file_write(out, "\n", 1);
    }
}

static const char pointer[] =
    "Hognose runs a subset of Python 3.11: https://docs.python.org/3.11/ describes the language.\n"
    "dir(x) lists what x has, help(x) shows its documentation, TAB completes names.\n"
    "`hognose --help` lists the memory managers and the other options.";

static Value help_call(Value self, Call call)
{
    (void)self;
    if (call.count == 0) {
        print_line(str_from(pointer));
        return NONE;
    }
    Value object = call.at[0];
    Value name = op_find_attr(object, str_intern("__name__"));
    print_line(name == EMPTY ? str_format("%T object", object)
                             : str_format("%T %S", object, op_str(name)));
    Value doc = op_find_attr(object, str_intern("__doc__"));
    print_line(doc == EMPTY || doc == NONE ? str_from("(no documentation)") : op_str(doc));
    return NONE;
}

static Type help_type = {
    .name = "_Helper",
    .flags = TYPE_NO_INSTANCES,
    .size = sizeof(Object),
    .repr = help_repr,
    .call = help_call,
};

void site_fill(Value builtins)
{
    static const char *const names[] = {"exit", "quit"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
    type_ready(&quitter_type);
        Quitter *quitter = NEW(Quitter, &quitter_type);
        mm_init(quitter, &quitter->name, str_intern(names[i]));
        module_set(builtins, names[i], value_from(quitter));
    }
    type_ready(&help_type);
    module_set(builtins, "help", value_from(NEW(Object, &help_type)));
}
