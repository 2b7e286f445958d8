/* watch.c: what happens when objects die: finalizers, on_free, weak references.
 *
 * A watched object (mm_watch) has a Type with a finalizer, or with on_free, or both. A finalizer
 * may make its object live again, so an object that died with one is queued, which keeps it and all
 * that it reaches, and its memory goes when it dies for the second time (PEP 442: the finalizer is
 * called once). on_free runs no script code and ends the object.
 */
#include "runtime/mm/mark.h"
#include "runtime/mm/shared.h"
#include "runtime/upcalls.h"

/* Those up to `old_count` have survived a collection. */
static TABLE_OF(Object *) watched;
static size_t old_count;
static TABLE_OF(Slot) queue;
static size_t queue_first;
static MmWeakHooks weak;
typedef void Task(void);
static TABLE_OF(Task *) tasks;

bool has_finalizer(const Object *object)
{
    const Type *type = object_type(object);
    return !(object->mm & OBJECT_FINALIZED) && (type->finalize || type->special[S_DEL].v != EMPTY);
}

void watch_add(Object *object)
{
    TABLE_ADD(watched, object);
}

void watch_find_finalizable(bool minor)
{
    bool found = false;
    for (size_t i = minor ? old_count : 0; i < watched.count; i++) {
        Object *object = watched.at[i];
        if (!mark_is_live(object) && has_finalizer(object)) {
            finalizers_queue(object);
            found = true;
        }
    }
    if (found) {
        finalizers_visit(&marker);
        mark_drain();
    }
}

void watch_free_dead(bool minor)
{
    size_t kept = minor ? old_count : 0;
    for (size_t i = kept; i < watched.count; i++) {
        Object *object = watched.at[i];
        if (mark_is_live(object)) {
            watched.at[kept++] = object;
        } else if (object_type(object)->on_free) {
            object_type(object)->on_free(object);
        }
    }
    watched.count = old_count = kept;
}

void watch_free_all(void)
{
    while (watched.count) {
        Object *object = watched.at[--watched.count];
        if (object_type(object)->on_free) {
            object_type(object)->on_free(object);
        }
    }
    old_count = 0;
}

/* ---- The queue of finalizers ---- */

void finalizers_queue(Object *object)
{
    object->mm |= OBJECT_FINALIZED;
    TABLE_ADD(queue, (Slot){value_from(object)});
}

void finalizers_queue_all(void)
{
    for (size_t i = 0; i < watched.count; i++) {
        if (has_finalizer(watched.at[i])) {
            finalizers_queue(watched.at[i]);
        }
    }
}

void finalizers_visit(Visitor *visitor)
{
    if (queue.count > queue_first) {
        visitor->run(visitor, NULL, queue.at + queue_first, queue.count - queue_first);
    }
}

bool finalizers_wait(void)
{
    return queue.count > queue_first;
}

void finalizers_run(void)
{
    if (weak.run_callbacks) {
        weak.run_callbacks();
    }
    for (size_t i = 0; i < tasks.count; i++) {
        tasks.at[i]();
    }
    while (queue.count > queue_first) {
        Object *object = as_object(queue.at[queue_first].v);
        finalizer_begin(object);
        queue_first++;
        object_finalize(object);
        finalizer_end(object);
        if (queue_first == queue.count) {
            queue_first = queue.count = 0;
        }
    }
}

/* ---- Weak references and tables ---- */

typedef void WeakSweep(bool (*is_live)(const Object *object));
static TABLE_OF(WeakSweep *) weak_tables;

void mm_add_task(Task *task)
{
    TABLE_ADD(tasks, task);
}
void mm_set_weak_hooks(const MmWeakHooks *hooks)
{
    weak = *hooks;
}
void mm_add_weak_table(WeakSweep *sweep)
{
    TABLE_ADD(weak_tables, sweep);
}
void weak_object_dies(Object *object)
{
    if (weak.dies) {
        weak.dies(object);
    }
}
void weak_references_sweep(bool (*is_live)(const Object *object))
{
    if (weak.sweep) {
        weak.sweep(is_live);
    }
}
void weak_tables_sweep(bool (*is_live)(const Object *object))
{
    for (size_t i = 0; i < weak_tables.count; i++) {
        weak_tables.at[i](is_live);
    }
}
