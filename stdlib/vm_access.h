/* vm_access.h: what the modules sys and builtins need of the VM: upcalls that no other native makes. */
#ifndef STDLIB_VM_ACCESS_H
#define STDLIB_VM_ACCESS_H

#include "runtime/native.h"

/* An attribute of the module sys, or EMPTY. */
Value sys_attribute(const char *name);
/* __import__: `from_list` a tuple or NONE. */
Value import_by_name(Value name, Value from_list, int64_t level);
/* compile(): a code object; mode "exec", "eval" or "single". */
Value compile_text(Value text, Value file_name, Value mode);
/* eval or exec of a str or code; globals and locals as the functions take them. */
Value evaluate(Value source, Value globals, Value locals, bool is_expression);
int64_t recursion_limit(void);
void set_recursion_limit(int64_t limit);
Value modules_dict(void);
int script_argument_count(void);
const char *script_argument(int i);

#endif
