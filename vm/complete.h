/* complete.h: what a half-typed name may become: names, attributes, keywords. Looks attributes up
 * as getattr does (so properties of instances are left alone, and errors count as "no such thing").
 */
#ifndef VM_COMPLETE_H
#define VM_COMPLETE_H

#include "runtime/objects/dict.h"

/* The ways to complete `word` ("pri", "np.ra") among the names of `globals`, the builtins and the
 * keywords: an array ended by NULL, sorted, without duplicates; it and its strings are malloc'ed.
 * NULL if there are none. May run Python code; raises nothing. */
char **complete_matches(const char *word, Dict *globals);

#endif
