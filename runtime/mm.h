/* mm.h: the contract between the runtime and its memory manager.
 *
 * All of vm/, runtime/ and stdlib/ is compiled once per manager (-DMM_HEADER='"runtime/mm/x.h"',
 * -DMM_NAME='"x"'); the manager's header implements the hooks below as inlines. Nothing outside
 * runtime/mm/ asks which manager it is: differences are hooks.
 *
 * Who may collect, and what keeps things alive:
 *  - Objects never move. A fresh object is a temporary: alive until control is back in the
 *    outermost VM loop, and longer only if a register or a Slot holds it then.
 *  - Collections happen in mm_poll (called by the VM at safepoints), in mm_collect, and in an
 *    allocation that --max-heap or the system refuses. Roots are what vm_roots (upcalls.h) visits,
 *    precisely; static Types and registered root slots; and, where natives are on the C stack, that
 *    stretch of it (and the saved registers), conservatively, interior pointers included.
 *    So: scratch memory of natives that holds Values comes from the manager (scratch_new), never
 *    from malloc, where no scan would find it.
 *  - A native must re-read a container's storage after anything that may run Python code.
 *  - The first store into a fresh object may be mm_init also after such a call: what a conservative
 *    scan finds is logged for the generational manager.
 *
 * Refcounting in one paragraph: registers of the VM and Slots count, C locals don't. A fresh object
 * has count 0 and stands in the table of temporaries; mm_settle, called by the outermost VM loop
 * after each native, frees those still at 0. A count that mm_store drops to 0 puts the object there
 * too. mm_drop (registers) at the outermost loop frees at once.
 */
#ifndef RUNTIME_MM_H
#define RUNTIME_MM_H

#include "runtime/object.h"

typedef enum MmEventKind { MM_BEGIN, MM_MARKED, MM_END } MmEventKind;

/* Told to the listeners at the stages of a collection. */
typedef struct MmEvent {
    MmEventKind kind;
    const char *collection; /* "minor", "major", "full", "cycle", "boehm" */
    const char *reason;     /* "allocation", "gc.collect()", "max-heap", "stress", "exit" */
    int generation;         /* as gc.callbacks counts: 0..2 */
    double seconds;         /* at MM_END: length of the pause */
    uint64_t bytes_before, bytes_after;     /* heap and buffers */
    uint64_t objects_freed;
} MmEvent;

typedef struct MmStats {
    uint64_t bytes;          /* in live (or not yet found dead) objects, as held by the heap */
    uint64_t objects;
    uint64_t external_bytes; /* accounted by mm_account: array buffers */
    uint64_t peak_bytes;     /* largest bytes + external_bytes at a collection or at mm_stats */
    uint64_t allocated_bytes, allocated_objects; /* since the start, external included */
    uint64_t collections_minor, collections_major;
    double seconds, longest_pause; /* in the collector */
    uint64_t collected, uncollectable; /* objects found in cycles or dead, for gc.get_stats() */
} MmStats;

typedef struct MmOptions {
    uint64_t max_heap;     /* bytes, 0: no limit */
    uint64_t stress;       /* collect at every Nth safepoint and poison what is freed; 0: off */
    bool verify;           /* check the whole heap after each collection */
    bool log;              /* one line a collection on stderr */
} MmOptions;

/* ---- What each manager's header implements (inline unless said otherwise) ---- */

/* A zeroed fresh object of `size` bytes (header included). Raises MemoryError. */
static always_inline void *mm_new(Type *type, size_t size);
/* The same, but only the header and `head` bytes after it are zeroed: for objects whose rest holds
 * no Slots (strings, ints). */
static always_inline void *mm_new_data(Type *type, size_t size);
/* First store into a slot of a fresh object. */
static always_inline void mm_init(void *owner, Slot *slot, Value value);
/* Replaces what a slot holds. */
static always_inline void mm_store(void *owner, Slot *slot, Value value);
/* First store of n slots, from values that stay where they are. */
static always_inline void mm_init_run(void *owner, Slot *to, const Value *from, size_t n);
/* Moves n slots inside one owner; overlap is allowed. What `to` held must be EMPTY or part of the
 * moved run; slots of `from` that are not in `to` become EMPTY. */
static always_inline void mm_move(void *owner, Slot *to, Slot *from, size_t n);
/* Moves n slots from `old` to the fresh `owner`; `old` keeps EMPTY. */
static always_inline void mm_transfer(void *owner, Slot *to, Slot *old, size_t n);
/* Storage (a Slots or Dict table) that its one owner has just replaced and nobody else can see. */
static always_inline void mm_discard(void *storage);
/* The VM took v into a register / let it go. Nobody else calls these. */
static always_inline void mm_hold(Value v);
static always_inline void mm_drop(Value v);
/* The VM lets go of v, which from here on is a temporary of the native that has control next. */
static always_inline void mm_lend(Value v);
/* The outermost VM loop has control again after a native. VM only. */
static always_inline void mm_settle(void);
/* A frame on the heap (a generator's) was written by the VM without mm_store. VM only. */
static always_inline void mm_touch(void *object);
/* Set when mm_poll has work to do; the VM looks at it at safepoints. Signals set it too. */
extern volatile uint32_t mm_pending;
/* Does that work: collection, finalizers. May run Python code. VM only. */
void mm_poll(void);
/* `object` has a Type with on_free or finalize (or __del__): have it called. */
void mm_watch(void *object);
/* Memory outside the heap grew or shrank by `bytes` for the sake of heap objects. mm_account_check
 * raises MemoryError when `bytes` more would pass --max-heap even after a collection. */
void mm_account(int64_t bytes);
void mm_account_check(uint64_t bytes);
/* A collection of everything (generation 2) or of the young (0, 1), as gc.collect(generation):
 * number of unreachable objects found, as near to CPython's meaning as the manager knows it. Runs
 * finalizers. */
int64_t mm_collect(int generation, const char *reason);
/* gc.enable / disable / isenabled; thresholds as gc.set_threshold. */
void mm_enable(bool on);
bool mm_is_enabled(void);
void mm_get_threshold(int64_t threshold[3]);
void mm_set_threshold(const int64_t threshold[3]);
void mm_get_count(int64_t count[3]);
void mm_stats(MmStats *stats);
/* As sys.getrefcount where the manager counts, else the number of references found by a trace. */
int64_t mm_refcount(Value v);
/* Before anything else; once. */
void mm_start(const MmOptions *options);
/* At exit, after the modules were cleared: last finalizers, buffers given back; the number of
 * objects that are still there (under refcount: leaks; elsewhere what a full trace finds live). */
int64_t mm_finish(void);
void mm_listen(void (*listener)(const MmEvent *event, void *context), void *context);
/* To be called at the safepoint after each collection, where script code may run. */
void mm_add_task(void (*task)(void));
/* Visits every live object, in no order. The visit must not allocate. */
void mm_each_object(void (*visit)(Object *object, void *context), void *context);
/* The object that an address lies in, or NULL: for conservative scans and checks. */
Object *mm_resolve(uintptr_t address);
/* Bytes that the heap holds for the object (its cell). */
size_t mm_cell_size(Object *object);

/* ---- Shared by all managers (runtime/mm/roots.c) ---- */

/* A static Slot that may hold an object for ever. */
void mm_add_root(Slot *slot, const char *name);
void mm_visit_roots(Visitor *visitor); /* these, static Types, and vm_roots */
/* A static Type: its slots are roots. Called by type_ready. */
void mm_add_static_type(Type *type);
/* A table that must forget dead objects: `sweep` is called after marking with the manager's
 * `is_live`, and may not allocate or run Python code. */
void mm_add_weak_table(void (*sweep)(bool (*is_live)(const Object *object)));
/* The same for the table of weak references (weakref.c), which is asked first, before finalizers make
 * anything live again. `dies`: one object with OBJECT_HAS_WEAKREF is about to be freed. Both only
 * queue callbacks; `run_callbacks` runs them. */
typedef struct MmWeakHooks {
    void (*sweep)(bool (*is_live)(const Object *object));
    void (*dies)(Object *object);
    int (*run_callbacks)(void);
} MmWeakHooks;
void mm_set_weak_hooks(const MmWeakHooks *hooks);
/* Scratch for natives: zeroed slots, scanned, freed like any temporary. */
Slot *scratch_new(size_t count);
/* Raw bytes, the same. */
void *scratch_bytes(size_t size);
/* A Type record for a class, below 2 GiB, zeroed. Managed like any object of type `meta`. */
Type *type_allocate(Type *meta);

/* What mm_move does to the bits. */
static always_inline void mm_move_slots(Slot *to, Slot *from, size_t n)
{
    memmove(to, from, n * sizeof *to);
    if (to > from) {
        memset(from, 0, MIN(n, (size_t)(to - from)) * sizeof *from);
    } else if (to < from) {
        size_t gap = MIN(n, (size_t)(from - to));
        memset(from + n - gap, 0, gap * sizeof *from);
    }
}

#include MM_HEADER
#ifndef MM_COUNTS
#define MM_COUNTS 0 /* whether registers are counted: whether mm_hold and mm_drop mean anything */
#endif

/* A new zeroed object of a C struct. */
#define NEW(Struct, type) ((Struct *)mm_new((type), sizeof(Struct)))

#endif
