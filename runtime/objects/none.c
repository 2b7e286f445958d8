/* none.c: the types of the singletons None, Ellipsis and NotImplemented. */
#include "runtime/native.h"

/* at: cls, dict of keywords or EMPTY, then what else was given. */
static bool is_given(Args args)
{
    return args.count > 2 || (arg_given(args, 1) && as_dict(args.at[1])->count > 0);
}

#define SINGLETON(noun, python_name, message_name, text, value)                                    \
    static Value noun##_repr(Value self)                                                           \
    {                                                                                              \
        (void)self;                                                                                \
        return str_intern(text);                                                                   \
    }                                                                                              \
    static Value noun##_make_one(Args args)                                                        \
    {                                                                                              \
        if (is_given(args)) {                                                                      \
            raise_type(message_name " takes no arguments");                                        \
        }                                                                                          \
        return value;                                                                              \
    }                                                                                              \
    static const NativeDef noun##_make = {python_name, noun##_make_one, "cls, /, *args, **kw",     \
                                          NULL, 0, 0};

SINGLETON(none, "NoneType", "NoneType", "None", NONE)
SINGLETON(ellipsis, "ellipsis", "EllipsisType", "Ellipsis", ELLIPSIS)
SINGLETON(not_implemented, "NotImplementedType", "NotImplementedType", "NotImplemented",
          NOT_IMPLEMENTED)

static bool none_truth(Value self)
{
    (void)self;
    return false;
}

static bool not_implemented_truth(Value self)
{
    (void)self;
    warn_as(&exc_DeprecationWarning,
            "NotImplemented should not be used in a boolean context");
    return true;
}

static Value reduce_method(Args args)
{
    return op_repr(args.at[0]);
}

static const NativeDef reduce_methods[] = {
    {"__reduce__", reduce_method, "self, /", NULL, 0, 0},
    {0},
};

Type none_type = {
    .name = "NoneType",
    .size = sizeof(Object),
    .repr = none_repr,
    .truth = none_truth,
    .make = &none_make,
};

Type ellipsis_type = {
    .name = "ellipsis",
    .size = sizeof(Object),
    .repr = ellipsis_repr,
    .make = &ellipsis_make,
    .methods = reduce_methods,
};

Type not_implemented_type = {
    .name = "NotImplementedType",
    .size = sizeof(Object),
    .repr = not_implemented_repr,
    .truth = not_implemented_truth,
    .make = &not_implemented_make,
    .methods = reduce_methods,
};
