/* finalize.c: calls finalizers for the memory managers (upcalls.h). */
#include "runtime/error.h"
#include "runtime/ops.h"
#include "runtime/upcalls.h"

void object_finalize(Object *object)
{
    Type *type = object_type(object);
    Value method = type->special[S_DEL].v;
    Catch c;
    if (CATCH(c)) {
        if (type->finalize) {
            type->finalize(object);
        } else if (method != EMPTY) {
            op_call_special(method, value_from(object), NULL, 0);
        }
        catch_end(&c);
    } else {
        exception_ignore(c.exception, type->finalize ? value_from(object) : method);
    }
}
