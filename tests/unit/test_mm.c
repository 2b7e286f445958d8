// managers: refcount marksweep generational boehm none
// link: runtime/mm/%.c runtime/mm/blocks.c runtime/mm/heap.c runtime/mm/bump.c runtime/mm/counted.c
// link: runtime/mm/records.c runtime/mm/mark.c runtime/mm/stack.c runtime/mm/log.c runtime/mm/watch.c
// link: runtime/mm/roots.c runtime/mm/trace.c runtime/mm/tracing.c runtime/mm/cycles.c
// link: runtime/mm/verify.c runtime/mm/own.c runtime/object.c
/* test_mm.c: a memory manager with no language at all: a toy VM of a few registers makes, links and
 * drops objects at random, beside a model in malloc's memory that says what must be there.
 * With an argument: times what it does instead ("bench").
 */
#include "runtime/mm.h"
#include "runtime/error.h"
#include "runtime/mm/shared.h"
#include "runtime/mm/trace.h"
#include "runtime/objects/slots.h"
#include "runtime/upcalls.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition);                \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

static bool is_none, is_refcount, is_boehm;

/* ---- What the managers ask of the rest ---- */

enum { REGISTERS = 64 };
static Slot registers[REGISTERS];
static bool in_native;
static uintptr_t native_high;
static jmp_buf on_memory_error;

void vm_roots(Visitor *visitor)
{
    visitor->run(visitor, NULL, registers, REGISTERS);
}
bool vm_native_stack(uintptr_t *low, uintptr_t *high)
{
    *low = (uintptr_t)__builtin_frame_address(0);
    *high = native_high;
    return in_native;
}
bool vm_is_outermost(void)
{
    return !in_native;
}
void raise_memory(void)
{
    longjmp(on_memory_error, 1);
}

/* ---- Types ---- */

typedef struct Node {
    Object head;
    uint64_t id;
    Slot at[3];
} Node;
static void node_finalize(Object *object);
static void node_on_free(Object *object);
static Type object_record_type = {.head = {OBJECT_IMMORTAL, 0}, .name = "type"};
static Type node_type = {.head = {OBJECT_IMMORTAL, 0},
                         .name = "node",
                         .size = sizeof(Node),
                         .slots_at = offsetof(Node, at),
                         .slots_count = 3};
static Type watched_type = {.head = {OBJECT_IMMORTAL, 0},
                            .name = "watched",
                            .size = sizeof(Node),
                            .slots_at = offsetof(Node, at),
                            .slots_count = 3,
                            .on_free = node_on_free,
                            .finalize = node_finalize};
Type slots_type = {.head = {OBJECT_IMMORTAL, 0},
                   .name = "slots",
                   .flags = TYPE_STORAGE,
                   .size = sizeof(Slots),
                   .array_at = offsetof(Slots, at),
                   .array_count_at = offsetof(Slots, capacity)};
Type raw_type = {.head = {OBJECT_IMMORTAL, 0}, .name = "raw", .flags = TYPE_STORAGE};

static uint64_t finalized, freed_outside, watched_made;
static int64_t resurrect_to = -1;

static void set_register(int i, Value v)
{
    mm_hold(v);
    Value old = registers[i].v;
    registers[i].v = v;
    mm_drop(old);
}
static void node_finalize(Object *object)
{
    CHECK(((Node *)object)->id != 0);
    finalized++;
    if (resurrect_to >= 0) {
        set_register((int)resurrect_to, value_from(object));
    }
}
static void node_on_free(Object *object)
{
    CHECK(((Node *)object)->id != 0);
    freed_outside++;
}
void object_finalize(Object *object)
{
    bool was = in_native;
    object_type(object)->finalize(object);
    in_native = was;
}

static Node *node_new(Type *type, uint64_t id)
{
    Node *node = mm_new(type, sizeof(Node));
    CHECK(node->at[0].v == EMPTY && node->at[1].v == EMPTY && node->at[2].v == EMPTY && !node->id);
    node->id = id;
    if (type == &watched_type) {
        mm_watch(node);
        watched_made++;
    }
    return node;
}
static Slots *slots_make(size_t n)
{
    Slots *slots = mm_new(&slots_type, sizeof(Slots) + n * sizeof(Slot));
    slots->capacity = n;
    for (size_t i = 0; i < n; i += n / 7 + 1) {
        CHECK(slots->at[i].v == EMPTY);
    }
    return slots;
}
static Raw *raw_make(size_t n, uint64_t id)
{
    Raw *raw = mm_new_data(&raw_type, sizeof(Raw) + n);
    raw->size = n;
    memset(raw->at, (int)(id & 0xff), n);
    return raw;
}
/* A safepoint of the outermost loop: no C local holds anything. */
static void safepoint(void)
{
    mm_settle();
    if (mm_pending) {
        mm_poll();
    }
}

/* ---- The model: what each object must look like, by id ---- */

typedef struct Model {
    uint8_t kind;  /* 0 none, 1 node, 2 slots, 3 raw */
    uint32_t size; /* slots, bytes */
    uint32_t *at;  /* ids; 0: EMPTY or an int */
    bool seen;
} Model;
static Model *models;
static uint32_t model_count, model_capacity;
static uint32_t model_registers[REGISTERS];

static uint32_t model_new(uint8_t kind, uint32_t size)
{
    if (model_count + 2 > model_capacity) {
        model_capacity = model_capacity ? model_capacity * 2 : 1024;
        models = realloc(models, model_capacity * sizeof *models);
        CHECK(models);
    }
    model_count = MAX(model_count, 1u);
    uint32_t id = model_count++;
    models[id] = (Model){kind, size, kind == 3 ? NULL : calloc(MAX(size, 1u), 4), false};
    return id;
}

static uint64_t state = 88172645463325252u;
static uint32_t below(uint32_t n)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 11) % n;
}

/* slots objects have their id in slot 0, as an int; raw ones in their bytes. */
static Slot *slots_of(Value v, uint32_t id)
{
    return models[id].kind == 1 ? ((Node *)as_object(v))->at : ((Slots *)as_object(v))->at + 1;
}

static uint64_t check_from(Value v, uint32_t id)
{
    uint64_t count = 0;
    static struct {
        Value v;
        uint32_t id;
    } *stack;
    static size_t capacity;
    size_t top = 0;
#define PUSH(value, number)                                                                        \
    do {                                                                                           \
        if (top == capacity) {                                                                     \
            capacity = capacity ? capacity * 2 : 1024;                                             \
            stack = realloc(stack, capacity * sizeof *stack);                                      \
            CHECK(stack);                                                                          \
        }                                                                                          \
        stack[top].v = (value);                                                                    \
        stack[top++].id = (number);                                                                \
    } while (0)
    PUSH(v, id);
    while (top) {
        v = stack[--top].v;
        id = stack[top].id;
        if (!id) {
            CHECK(!is_object(v));
            continue;
        }
        CHECK(is_object(v));
        Model *m = &models[id];
        Object *o = as_object(v);
        if (m->kind == 1) {
            CHECK(o->type == (uint32_t)(uintptr_t)&node_type ||
                  o->type == (uint32_t)(uintptr_t)&watched_type);
            CHECK(((Node *)o)->id == id);
        } else if (m->kind == 2) {
            CHECK(is_exactly(v, &slots_type) && ((Slots *)o)->capacity == m->size + 1);
            CHECK(((Slots *)o)->at[0].v == value_int(id));
        } else {
            Raw *raw = (Raw *)o;
            CHECK(is_exactly(v, &raw_type) && raw->size == m->size);
            CHECK(raw->at[0] == (char)id && raw->at[m->size - 1] == (char)id &&
                  raw->at[m->size / 2] == (char)id);
        }
        if (m->seen) {
            continue;
        }
        m->seen = true;
        count++;
        if (m->kind != 3) {
            uint32_t n = m->kind == 1 ? 3 : m->size;
            for (uint32_t i = 0; i < n; i++) {
                PUSH(slots_of(v, id)[i].v, m->at[i]);
            }
        }
    }
    return count;
}

static uint64_t check_all(void)
{
    uint64_t count = 0;
    for (int i = 0; i < REGISTERS; i++) {
        count += check_from(registers[i].v, model_registers[i]);
    }
    for (uint32_t id = 1; id < model_count; id++) {
        models[id].seen = false;
    }
    return count;
}

static void put(int i, Value v, uint32_t id)
{
    set_register(i, v);
    model_registers[i] = id;
}

static uint32_t random_size(void)
{
    switch (below(40)) {
    case 0:
        return 1 + below(30000);
    case 1:
    case 2:
        return 1 + below(900);
    default:
        return 1 + below(12);
    }
}

/* Replaces a slots object by a bigger one as lists do, in the one register that has it. */
static void grow_slots(int i)
{
    uint32_t id = model_registers[i], size = models[id].size, more = size + 1 + size / 2;
    for (int k = 0; k < REGISTERS; k++) {
        if (k != i && model_registers[k] == id) {
            return;
        }
    }
    for (uint32_t other = 1; other < model_count; other++) {
        uint32_t n = models[other].kind == 1 ? 3 : models[other].kind == 2 ? models[other].size : 0;
        for (uint32_t k = 0; k < n; k++) {
            if (models[other].at[k] == id) {
                return;
            }
        }
    }
    Slots *old = (Slots *)as_object(registers[i].v);
    Slots *fresh = slots_make(more + 1);
    mm_transfer(fresh, fresh->at, old->at, size + 1);
    /* The holder's slot is the register: the drop puts the old one at 0. */
    in_native = true;
    native_high = (uintptr_t)__builtin_frame_address(0) + 16;
    mm_hold(value_from(fresh));
    registers[i].v = value_from(fresh);
    mm_drop(value_from(old));
    mm_discard(old);
    in_native = false;
    uint32_t *at = realloc(models[id].at, more * 4);
    CHECK(at);
    memset(at + size, 0, (more - size) * 4);
    models[id].at = at;
    models[id].size = more;
}

static void mutate(void)
{
    int i = (int)below(REGISTERS), j = (int)below(REGISTERS);
    uint32_t id = model_registers[i], size, k;
    switch (below(12)) {
    case 0:
    case 1:
    case 2:
        id = model_new(1, 3);
        put(i, value_from(node_new(below(16) ? &node_type : &watched_type, id)), id);
        break;
    case 3:
        size = random_size();
        id = model_new(2, size);
        Slots *slots = slots_make(size + 1);
        mm_init(slots, &slots->at[0], value_int(id));
        for (k = 0; k < MIN(size, 5u); k++) {
            j = (int)below(REGISTERS);
            mm_init(slots, &slots->at[k + 1], registers[j].v);
            models[id].at[k] = model_registers[j];
        }
        put(i, value_from(slots), id);
        break;
    case 4:
        size = random_size() * 3;
        id = model_new(3, size);
        put(i, value_from(raw_make(size, id)), id);
        break;
    case 5:
        put(i, EMPTY, 0);
        break;
    case 6:
        put(i, registers[j].v, model_registers[j]);
        break;
    case 7: /* walk on */
        if (id && models[id].kind != 3) {
            k = below(models[id].kind == 1 ? 3 : models[id].size);
            Value v = slots_of(registers[i].v, id)[k].v;
            put(i, v, models[id].at[k]);
        }
        break;
    case 8:
        if (id && models[id].kind == 2 && below(8) == 0 && !is_none) {
            grow_slots(i);
        }
        break;
    default: /* link */
        if (id && models[id].kind != 3) {
            k = below(models[id].kind == 1 ? 3 : models[id].size);
            mm_store(as_object(registers[i].v), &slots_of(registers[i].v, id)[k], registers[j].v);
            models[id].at[k] = model_registers[j];
        }
    }
    safepoint();
}

static void count_one(Object *object, void *context)
{
    (void)object;
    ++*(uint64_t *)context;
}

static void clear_registers(void)
{
    for (int i = 0; i < REGISTERS; i++) {
        put(i, EMPTY, 0);
    }
    safepoint();
}

static void forget_models(void)
{
    for (uint32_t id = 1; id < model_count; id++) {
        free(models[id].at);
    }
    model_count = 1;
}

static noinline void collect_now(void)
{
    mm_collect(2, "test");
    mm_settle();
}

static void test_random(int rounds, int steps)
{
    for (int round = 0; round < rounds; round++) {
        for (int step = 0; step < steps; step++) {
            mutate();
            if (step % (steps / 4) == 0) {
                check_all();
            }
        }
        uint64_t expected = check_all(), found = 0;
        trace_reachable(count_one, &found);
        CHECK(found == expected);
        collect_now();
        check_all();
        if (!is_none && !is_boehm) {
            collect_now(); /* what had a finalizer goes with the second */
            found = 0;
            mm_each_object(count_one, &found);
            CHECK(found == expected);
        }
        clear_registers();
        forget_models();
    }
    collect_now();
    collect_now();
    if (!is_none && !is_boehm) {
        uint64_t found = 0;
        mm_each_object(count_one, &found);
        CHECK(found == 0);
        CHECK(finalized == watched_made && freed_outside == watched_made);
    }
}

/* ---- Particular cases ---- */

static noinline void native_keeps(void)
{
    Node *volatile node = node_new(&node_type, 77);
    Slots *volatile slots = slots_make(1000);
    Slot *volatile inside = slots->at + 500; /* an interior pointer */
    mm_init(slots, &slots->at[0], value_from(raw_make(100, 5)));
    slots = NULL;
    native_high = (uintptr_t)__builtin_frame_address(0) + 16;
    in_native = true;
    for (int i = 0; i < 3; i++) {
        mm_collect(i == 1 ? 0 : 2, "test");
        mm_settle();
        /* First stores after a collection: the young ones must be found by the next. */
        mm_init(node, &node->at[i], value_from(node_new(&node_type, 78 + (uint64_t)i)));
    }
    mm_collect(0, "test");
    CHECK(node->id == 77 && as_object(node->at[2].v)->type == (uint32_t)(uintptr_t)&node_type);
    CHECK(((Node *)as_object(node->at[0].v))->id == 78 && ((Node *)as_object(node->at[2].v))->id == 80);
    Slots *whole = (Slots *)((char *)(inside - 500) - offsetof(Slots, at));
    CHECK(whole->capacity == 1000 && ((Raw *)as_object(whole->at[0].v))->at[99] == 5);
    in_native = false;
}

static void test_chain(size_t n)
{
    Slot *head = &registers[0];
    for (size_t i = 0; i < n; i++) {
        Node *node = node_new(&node_type, i + 1);
        mm_init(node, &node->at[0], head->v);
        set_register(0, value_from(node));
        safepoint();
    }
    collect_now();
    size_t count = 0;
    for (Value v = head->v; is_object(v); v = ((Node *)as_object(v))->at[0].v) {
        count++;
    }
    CHECK(count == n);
    set_register(0, EMPTY); /* released without recursion */
    safepoint();
    collect_now();
}

static void test_resurrection(void)
{
    if (is_none) {
        return;
    }
    uint64_t before = finalized, freed = freed_outside;
    resurrect_to = 3;
    Node *node = node_new(&watched_type, 5);
    set_register(0, value_from(node));
    node = NULL;
    safepoint();
    set_register(0, EMPTY);
    safepoint();
    collect_now();
    collect_now();
    resurrect_to = -1;
    if (!is_boehm) {
        CHECK(finalized == before + 1);
        CHECK(is_object(registers[3].v) && ((Node *)as_object(registers[3].v))->id == 5);
        CHECK(freed_outside == freed);
        set_register(3, EMPTY);
        safepoint();
        collect_now();
        CHECK(finalized == before + 1 && freed_outside == freed + 1);
    }
}

static void test_classes(void)
{
    for (int i = 0; i < 100; i++) {
        Type *record = type_allocate(&object_record_type);
        CHECK((uintptr_t)record < UINT64_C(1) << 31);
        record->name = "class";
        record->flags = TYPE_HEAP;
        record->size = sizeof(Node);
        record->slots_at = offsetof(Node, at);
        record->slots_count = 3;
        Node *node = node_new(record, 9);
        set_register(i % 4, value_from(node));
        safepoint();
    }
    collect_now();
    for (int i = 0; i < 4; i++) {
        CHECK(!strcmp(object_type(as_object(registers[i].v))->name, "class"));
        CHECK(((Node *)as_object(registers[i].v))->id == 9);
    }
    clear_registers();
    collect_now();
}

static void test_refusals(void)
{
    static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 4096, (size_t)1 << 62, (size_t)1 << 47};
    for (volatile size_t i = 0; i < COUNT_OF(sizes); i++) {
        volatile bool refused = false;
        if (setjmp(on_memory_error) == 0) {
            mm_new(&slots_type, sizes[i]);
        } else {
            refused = true;
        }
        CHECK(refused);
        refused = false;
        if (setjmp(on_memory_error) == 0) {
            mm_new_data(&raw_type, sizes[i]);
        } else {
            refused = true;
        }
        CHECK(refused);
    }
}

static void test_external(void)
{
    MmStats before, after;
    mm_stats(&before);
    for (int i = 0; i < 50; i++) {
        mm_account_check(16 << 20);
        mm_account(16 << 20);
        safepoint();
        mm_account(-(16 << 20));
    }
    mm_stats(&after);
    CHECK(after.external_bytes == before.external_bytes);
    CHECK(after.allocated_bytes - before.allocated_bytes >= 50u * (16 << 20));
}

/* ---- Speed ---- */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static Value tree(int depth)
{
    Node *node = node_new(&node_type, 1);
    if (depth) {
        mm_init(node, &node->at[0], tree(depth - 1));
        mm_init(node, &node->at[1], tree(depth - 1));
    }
    return value_from(node);
}

static void bench(void)
{
    double start = now();
    enum { N = 20000000 };
    for (int i = 0; i < N; i++) {
        Node *node = mm_new(&node_type, sizeof(Node));
        node->id = (uint64_t)i;
        set_register(i & 1, value_from(node));
        safepoint();
    }
    printf("allocate and drop 40 bytes: %.2f ns\n", (now() - start) / N * 1e9);
    clear_registers();
    start = now();
    for (int i = 0; i < N; i++) {
        Raw *raw = mm_new_data(&raw_type, 48);
        raw->size = 24;
        set_register(i & 1, value_from(raw));
        safepoint();
    }
    printf("allocate and drop 48 bytes of data: %.2f ns\n", (now() - start) / N * 1e9);
    clear_registers();
    collect_now();
    start = now();
    for (int i = 0; i < 40; i++) {
        set_register(0, tree(16));
        safepoint();
    }
    printf("short-lived trees of 131071 nodes: %.2f ns a node\n", (now() - start) / 40 / 131071 * 1e9);
    clear_registers();
    start = now();
    for (int i = 0; i < 32; i++) {
        set_register(i, tree(16));
        safepoint();
    }
    printf("a forest of 32 of them: %.2f ns a node\n", (now() - start) / 32 / 131071 * 1e9);
    start = now();
    mm_collect(2, "bench");
    double marking = now() - start;
    printf("full collection of it: %.1f ms, %.2f ns a node\n", marking * 1e3,
           marking / 32 / 131071 * 1e9);
    start = now();
    for (int i = 0; i < 100; i++) {
        set_register(32 + i % 4, tree(14));
        safepoint();
    }
    printf("short-lived trees beside it: %.2f ns a node\n", (now() - start) / 100 / 32767 * 1e9);
    start = now();
    clear_registers();
    collect_now();
    printf("dropping all of it: %.2f ns a node\n", (now() - start) / 32 / 131071 * 1e9);
    MmStats s;
    mm_stats(&s);
    printf("%" PRIu64 " minor, %" PRIu64 " major, %.1f ms, longest %.2f ms\n", s.collections_minor,
           s.collections_major, s.seconds * 1e3, s.longest_pause * 1e3);
}

int main(int argc, char **argv)
{
    is_none = !strcmp(MM_NAME, "none");
    is_refcount = !strcmp(MM_NAME, "refcount");
    is_boehm = !strcmp(MM_NAME, "boehm");
    MmOptions options = {0};
    if (argc > 1 && !strcmp(argv[1], "bench")) {
        mm_start(&options);
        bench();
        return 0;
    }
    options.log = argc > 1 && !strcmp(argv[1], "log");
    options.verify = true;
    options.stress = argc > 1 && !strcmp(argv[1], "stress") ? 1 : 7;
    mm_start(&options);
    object_record_type.head.type = (uint32_t)(uintptr_t)&object_record_type;
    Type *types[] = {&node_type, &watched_type, &slots_type, &raw_type};
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        types[i]->head.type = (uint32_t)(uintptr_t)&object_record_type;
    }
    test_refusals();
    test_random(3, options.stress == 1 ? 2000 : 6000);
    native_keeps();
    collect_now();
    test_resurrection();
    test_classes();
    test_external();
    mm_options.stress = 0; /* from here on at full speed */
    mm_options.verify = false;
    test_chain(1000000);
    test_random(2, 100000);
    int64_t left = mm_finish();
    if (is_refcount) {
        CHECK(left == 0);
    }
    puts("ok");
    return 0;
}
