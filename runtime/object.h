/* object.h: what every heap object has, and the one description of each type.
 *
 * An Object is an 8-byte header and what its Type says follows. The header holds the manager's word
 * and the type as a 32-bit address: all Type records live below 2 GiB (the static ones because the
 * executable is linked without PIE, classes because type_allocate puts them there), so that a type
 * check is one comparison with a constant.
 *
 * The Type record is the protocol: where an object's references are (Layout), what operators do
 * (the C slots), and its methods. Marking, release of counts, cycle search, the verifier, size and
 * retainer queries all are visitors of the Layout; no collector knows a type.
 *
 * A native (a C function that scripts call) borrows: it neither retains nor releases, its arguments
 * and every object that it makes stay alive until control is back in the VM. References in heap
 * objects are Slots and are written through mm.h only. Raising is a jump (error.h).
 */
#ifndef RUNTIME_OBJECT_H
#define RUNTIME_OBJECT_H

#include "runtime/specials.h"
#include "runtime/value.h"

struct Object {
    uint32_t mm;   /* the manager's; the low 4 bits are OBJECT_FLAGS below, for all managers */
    uint32_t type; /* address of the Type */
};

enum {
    OBJECT_HAS_WEAKREF = 1, /* the table of weak references knows this object */
    OBJECT_FINALIZED = 2,   /* its finalizer has run (PEP 442: once) */
    OBJECT_WATCHED = 4,     /* its Type's on_free or finalize is to be called: see mm_watch */
    OBJECT_IMMORTAL = 8,    /* static: never counted, marked or freed */
    OBJECT_FLAG_BITS = 4,
};

static always_inline Type *object_type(const void *object)
{
    return (Type *)(uintptr_t)((const Object *)object)->type;
}

/* A visitor of references. `run` gets slots that lie side by side; `edge` a reference that has no
 * slot of its own (an instance's class). EMPTY and immediate values are among what `run` gets. */
typedef struct Visitor Visitor;
struct Visitor {
    void (*run)(Visitor *visitor, Object *owner, Slot *at, size_t count);
    void (*edge)(Visitor *visitor, Object *owner, Object *target);
};

/* What a call passes: `count` positional values, then one value per name in `names` (a tuple of
 * str, or EMPTY). The values are the caller's: read only. */
typedef struct Call {
    const Value *at;
    uint32_t count;
    Value names;
} Call;

/* What a native gets, bound to its signature (see NativeDef): `count` values at `at`; an optional
 * parameter that was not given is EMPTY or lies beyond `count` (arg_or in native.h asks both). */
typedef struct Args {
    Value *at;
    uint32_t count;
} Args;

typedef Value NativeFn(Args args);

/* A native and its signature, one text: "self, x, /, y=, *args, key=, **kw" in Python's notation;
 * `name=` marks an optional parameter (its default is the native's business); parameters before `/`
 * are positional only. The native's `at` holds, in this order: the positional parameters; then, if
 * there are any, the keyword-only ones; then the dict of `**kw` (or EMPTY); then all of `*args`.
 * Without `*`, keyword-only and `**`, `count` is the number of positional values really given.
 * `errors` chooses CPython's wording for a wrong number of arguments. */
typedef struct NativeDef {
    const char *name;
    NativeFn *fn;
    const char *signature;
    const char *doc;
    uint8_t kind;   /* NATIVE_METHOD (default), NATIVE_STATIC, NATIVE_CLASS */
    uint8_t errors; /* NATIVE_ERRORS_... */
} NativeDef;

enum { NATIVE_METHOD, NATIVE_STATIC, NATIVE_CLASS };
enum {
    ERRORS_AUTO,    /* "list.append() takes exactly one argument (2 given)" for one or no parameter,
                       "pop expected at most 1 argument, got 2" for positional-only ones,
                       "round() takes at most 2 arguments (3 given)" where keywords are allowed */
    ERRORS_POSITIONAL,
    ERRORS_KEYWORDS,
    ERRORS_PYTHON, /* as for a function that is written in Python */
    ERRORS_CYTHON, /* "randint() takes at least 1 positional argument (0 given)" */
};

/* An attribute computed by C: `set` NULL means read-only; it gets EMPTY for deletion. */
typedef struct GetSetDef {
    const char *name;
    Value (*get)(Value self);
    void (*set)(Value self, Value value);
} GetSetDef;

enum TypeFlags {
    TYPE_HEAP = 1,         /* a class made by a script: counted, traced, freed */
    TYPE_SUBCLASSABLE = 2, /* may be a base */
    TYPE_EXCEPTION = 4,    /* BaseException or derived from it */
    TYPE_FINALIZES = 8,    /* has `finalize` or __del__: mm_watch at creation */
    TYPE_READY = 16,       /* type_ready has run: dict and specials are filled */
    TYPE_LIST = 32, TYPE_TUPLE = 64, TYPE_DICT = 128, TYPE_STR = 256, TYPE_INT = 512,
    TYPE_FLOAT = 1024, TYPE_SET = 2048, TYPE_BYTES = 4096, TYPE_TYPE = 8192, /* is or derives from */
    TYPE_NO_INSTANCES = 16384, /* "cannot create 'generator' instances" */
    TYPE_PLAIN_ATTRS = 32768,  /* get_attr and set_attr are the default: inline caches may be used */
    TYPE_FILLED = 65536,       /* dict and specials are filled (static types: at first need) */
    TYPE_DEFAULT_NEW = 131072, /* instances come from object.__new__: instance_new makes them */
    TYPE_STORAGE = 1048576,    /* the storage of one container: scripts never see it */
    TYPE_VERSION_CACHED = 524288, /* an inline cache of the VM depends on `version` */
    TYPE_SEQUENCE = 262144,    /* + and * concatenate and repeat: tried after the other operand's */
};

struct Type {
    Object head;
    const char *name;   /* as in messages: "list", "numpy.ndarray"; for classes the __name__ */
    uint32_t flags;
    uint32_t size;      /* bytes of the fixed part of an instance */

    /* Layout: where an instance's references are. Any of the parts may be absent (0 / NULL). */
    uint16_t slots_at, slots_count;     /* a fixed run of Slots: byte offset, number */
    uint16_t array_at, array_count_at;  /* a counted run at array_at; its size_t count's offset */
    uint16_t members_at, members_count; /* a class's __slots__ */
    uint16_t attrs_at;                  /* offset of an Attrs (shape.h): an instance __dict__ */
    uint16_t attrs_behind;              /* the Attrs lie behind a variable part (tuple's heirs) */
    void (*trace)(Object *object, Visitor *visitor); /* the irregular rest */
    const char *(*edge_name)(Object *object, Slot *slot, char *text, size_t size); /* may be NULL */
    size_t (*size_of)(Object *object); /* bytes, if not size + 8 * array count + attributes */
    void (*on_free)(Object *object);  /* gives back what lies outside the heap; runs no script code,
                                         touches no other object; only watched objects (mm_watch) */
    void (*finalize)(Object *object); /* may run script code, once, before the object dies */

    /* Operators. NULL: not supported (an inherited one is copied by type_ready). Each may raise. */
    Value (*repr)(Value self);
    Value (*str)(Value self); /* NULL: as repr */
    int64_t (*hash)(Value self);
    Value (*compare)(CompareOp op, Value a, Value b); /* a is of this type; may be NOT_IMPLEMENTED */
    bool (*truth)(Value self);
    int64_t (*length)(Value self);
    Value (*get_item)(Value self, Value key);
    void (*set_item)(Value self, Value key, Value value); /* EMPTY deletes */
    bool (*contains)(Value self, Value item);
    Value (*iter)(Value self);
    Value (*next)(Value self); /* EMPTY at the end */
    Value (*call)(Value self, Call call);
    Value (*get_attr)(Value self, Value name); /* EMPTY if absent; NULL: the default look-up */
    bool (*set_attr)(Value self, Value name, Value value); /* EMPTY deletes; false: no such attribute */
    Value (*binary)(BinaryOp op, Value a, Value b);   /* a or b is of this type; NOT_IMPLEMENTED */
    Value (*inplace)(BinaryOp op, Value a, Value b);  /* a is of this type; NOT_IMPLEMENTED */
    Value (*unary)(UnaryOp op, Value a);              /* NOT_IMPLEMENTED if unknown */
    Value (*index)(Value self);                       /* as an int: __index__ */
    double (*to_float)(Value self);                   /* __float__ */
    Value (*descr_get)(Value self, Value object /* EMPTY: from the class */, Type *owner);
    void (*descr_set)(Value self, Value object, Value value /* EMPTY deletes */);

    const NativeDef *make;      /* __new__: args.at[0] is the class */
    const NativeDef *init;      /* __init__, or NULL if make does all */
    /* Both at once, without the detour through signatures, for calls with positional arguments only;
     * EMPTY: this call has to take the long way. NULL: all have to. Not inherited. */
    Value (*make_fast)(Type *type, const Value *at, uint32_t count);
    const NativeDef *methods;   /* ended by a row without a name; NULL if none */
    const GetSetDef *getsets;   /* likewise */
    const char *doc;

    /* Filled by type_ready / class creation. */
    Type *also;          /* a second base of a static type (numpy.float64 is a float, too), or NULL */
    Type *base;          /* first base; &object_type when NULL, but for object itself */
    const struct Signature *make_signature, *init_signature; /* of make and init, once parsed */
    struct Shape *shape; /* root shape for new instances (shape.h) */
    uint32_t version;    /* changes with every change of what look-ups find; 0: not cached */
    uint32_t plain_sets; /* how often that was a mere change of a plain value */
    Slot bases;          /* tuple */
    Slot mro;            /* tuple of types, itself first */
    Slot dict;           /* Dict of the class's own attributes; EMPTY before TYPE_FILLED */
    Slot name_str, qualname, module; /* `name` points into name_str */
    Slot subclasses;     /* list of weak references to the classes made by scripts */
    Slot special[SPECIAL_COUNT]; /* what a look-up of each special method finds, else EMPTY */
};

extern Type object_base_type; /* `object` */
extern Type type_type;        /* `type` */

/* Type of any value, immediates included; EMPTY must not come here. */
extern Type int_type, float_type, bool_type, none_type, not_implemented_type, ellipsis_type;
static always_inline Type *type_of(Value v)
{
    if (likely(is_object(v))) {
        return object_type(as_object(v));
    }
    if (is_int(v)) {
        return &int_type;
    }
    if (is_float(v)) {
        return &float_type;
    }
    return is_bool(v) ? &bool_type : v == NONE ? &none_type : v == ELLIPSIS ? &ellipsis_type
                                                                           : &not_implemented_type;
}
/* Whether v is an object of exactly this type. */
static always_inline bool is_exactly(Value v, const Type *type)
{
    return is_object(v) && as_object(v)->type == (uint32_t)(uintptr_t)type;
}
static always_inline bool has_flag(Value v, uint32_t flag)
{
    return is_object(v) && (object_type(as_object(v))->flags & flag);
}

/* For a static Type's or object's header. */
#define STATIC_HEAD(type_pointer)                                                                  \
    {                                                                                              \
        .mm = OBJECT_IMMORTAL, .type = 0 /* set by type_ready */                                   \
    }

/* Visits every reference that `object` holds. */
void object_visit(Object *object, Visitor *visitor);
/* Bytes of the object itself, headers included, as sys.getsizeof counts. */
size_t object_size(Object *object);

#endif
