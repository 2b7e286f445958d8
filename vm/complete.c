/* complete.c: see complete.h. Works as CPython's rlcompleter does, which people are used to. */
#include "vm/complete.h"
#include "vm/vm.h"

#include <stdio.h>
#include <stdlib.h>

#include "runtime/native.h"

/* Keywords, each with what follows it: a blank, a colon, nothing. */
#define KEYWORDS(X)                                                                                \
    X(False, "")                                                                                   \
    X(None, "")                                                                                    \
    X(True, "")                                                                                    \
    X(and, " ")                                                                                    \
    X(as, " ")                                                                                     \
    X(assert, " ")                                                                                 \
    X(break, "")                                                                                   \
    X(class, " ")                                                                                  \
    X(continue, "")                                                                                \
    X(def, " ")                                                                                    \
    X(del, " ")                                                                                    \
    X(elif, " ")                                                                                   \
    X(else, "")                                                                                    \
    X(except, " ")                                                                                 \
    X(finally, ":")                                                                                \
    X(for, " ")                                                                                    \
    X(from, " ")                                                                                   \
    X(global, " ")                                                                                 \
    X(if, " ")                                                                                     \
    X(import, " ")                                                                                 \
    X(in, " ")                                                                                     \
    X(is, " ")                                                                                     \
    X(lambda, " ")                                                                                 \
    X(nonlocal, " ")                                                                               \
    X(not, " ")                                                                                    \
    X(or, " ")                                                                                     \
    X(pass, "")                                                                                    \
    X(raise, " ")                                                                                  \
    X(return, " ")                                                                                 \
    X(try, ":")                                                                                    \
    X(while, " ")                                                                                  \
    X(with, " ")                                                                                   \
    X(yield, " ")

static const char *const keywords[][2] = {
#define X(word, after) {#word, after},
    KEYWORDS(X)
#undef X
};

/* The matches so far. Their memory is malloc's, as readline wants it, and holds no Values. */
typedef struct Matches {
    char **at;
    size_t count, room;
} Matches;

/* What the search holds while look-ups may run Python code. */
static Slot object_held, names_held;

static void hold(Slot *slot, Value v)
{
    mm_store(&object_base_type, slot, v);
}

static void add_match(Matches *m, const char *before, size_t before_length, const char *name,
                      const char *after)
{
    if (m->count + 2 > m->room) {
        size_t room = m->room ? m->room * 2 : 32;
        char **bigger = realloc(m->at, room * sizeof *bigger);
        if (!bigger) {
            return;
        }
        m->at = bigger;
        m->room = room;
    }
    size_t size = before_length + strlen(name) + strlen(after) + 1;
    char *text = malloc(size);
    if (text) {
        snprintf(text, size, "%.*s%s%s", (int)before_length, before, name, after);
        m->at[m->count++] = text;
    }
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorted, each once, ended by NULL. */
static char **finish(Matches *m)
{
    if (m->count == 0) {
        free(m->at);
        return NULL;
    }
    qsort(m->at, m->count, sizeof *m->at, compare_texts);
    size_t kept = 1;
    for (size_t i = 1; i < m->count; i++) {
        if (strcmp(m->at[i], m->at[kept - 1]) == 0) {
            free(m->at[i]);
        } else {
            m->at[kept++] = m->at[i];
        }
    }
    m->at[kept] = NULL;
    return m->at;
}

/* ---- Names ---- */

static void match_dict(Matches *m, const char *word, Dict *dict)
{
    uint32_t position = 0;
    Value name, value;
    while (dict_next(dict, &position, &name, &value)) {
        if (!is_str(name) || !begins(str_utf8(name, NULL), word)) {
            continue;
        }
        bool is_private = str_at(as_str(name), 0) == '_';
        if (!is_private || word[0] == '_') {
            add_match(m, "", 0, str_utf8(name, NULL), op_callable(value) ? "(" : "");
        }
    }
}

static void match_names(Matches *m, const char *word, Dict *globals)
{
    for (size_t i = 0; i < COUNT_OF(keywords); i++) {
        if (begins(keywords[i][0], word)) {
            add_match(m, "", 0, keywords[i][0], keywords[i][1]);
        }
    }
    match_dict(m, word, globals);
    match_dict(m, word, vm.builtins);
}

/* ---- Attributes ---- */

/* getattr, or EMPTY for any error. */
static Value attr_or_empty(Value object, Value name)
{
    Catch c;
    volatile Value found = EMPTY;
    if (CATCH(c)) {
        found = op_get_attr(object, name);
        catch_end(&c);
    }
    return found;
}

/* What "a.b.c" names, walked from the namespaces; EMPTY if there is no such thing. */
static Value resolve(const char *path, size_t length, Dict *globals)
{
    size_t dot = 0;
    while (dot < length && path[dot] != '.') {
        dot++;
    }
    Value name = str_from_utf8(path, dot);
    Value found = dict_get(globals, name);
    if (found == EMPTY) {
        found = dict_get(vm.builtins, name);
    }
    while (found != EMPTY && dot < length) {
        hold(&object_held, found);
        size_t start = ++dot;
        while (dot < length && path[dot] != '.') {
            dot++;
        }
        found = attr_or_empty(found, str_from_utf8(path + start, dot - start));
    }
    return found;
}

static bool is_path(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        bool is_word = c == '_' || c == '.' || c >= 0x80 || (c >= '0' && c <= '9') ||
                       ((c | 32) >= 'a' && (c | 32) <= 'z');
        if (!is_word) {
            return false;
        }
    }
    return length > 0 && text[0] != '.' && !(text[0] >= '0' && text[0] <= '9');
}

/* What is shown after an attribute's name. A property of the class is not computed. */
static const char *postfix(Value object, Value name)
{
    Value in_type = type_lookup(type_of(object), name);
    if (in_type != EMPTY && is_exactly(in_type, &property_type)) {
        return "";
    }
    Value value = attr_or_empty(object, name);
    return value != EMPTY && op_callable(value) ? "(" : "";
}

/* Attributes that begin with `word`: those with `_` only once it is typed, then those with `__`. */
static bool match_attributes_from(Matches *m, const char *path, size_t path_length,
                                  const char *word, const char *hidden)
{
    bool any = false;
    for (size_t i = 0; i < as_list(names_held.v)->count; i++) {
        Value name = list_at(as_list(names_held.v), i);
        if (!is_str(name)) {
            continue;
        }
        const char *text = str_utf8(name, NULL);
        if (!begins(text, word) || (hidden && begins(text, hidden))) {
            continue;
        }
        any = true;
        add_match(m, path, path_length, text, postfix(object_held.v, name));
    }
    return any;
}

static void match_attributes(Matches *m, const char *word, size_t dot, Dict *globals)
{
    Value object = resolve(word, dot, globals);
    if (object == EMPTY) {
        return;
    }
    hold(&object_held, object);
    Value dir = op_special(object, S_DIR);
    hold(&names_held, list_from_iterable(op_call_special(dir, object, NULL, 0)));
    const char *attribute = word + dot + 1;
    const char *hidden = *attribute == 0 ? "_" : strcmp(attribute, "_") == 0 ? "__" : NULL;
    if (!match_attributes_from(m, word, dot + 1, attribute, hidden) && hidden) {
        match_attributes_from(m, word, dot + 1, attribute, NULL);
    }
}

char **complete_matches(const char *word, Dict *globals)
{
    static bool started;
    if (!started) {
        mm_add_root(&object_held, "what is being completed");
        mm_add_root(&names_held, "its attributes");
        started = true;
    }
    const char *dot = strrchr(word, '.');
    Matches m = {0};
    Matches *volatile matches = &m;
    Catch c;
    if (CATCH(c)) {
        if (!dot) {
            match_names(matches, word, globals);
        } else if (is_path(word, (size_t)(dot - word))) {
            match_attributes(matches, word, (size_t)(dot - word), globals);
        }
        catch_end(&c);
    }
    hold(&object_held, EMPTY);
    hold(&names_held, EMPTY);
    return finish(matches);
}
