/* float.h: Python's float: an immediate double. Text conversions are in runtime/float_text.h. */
#ifndef RUNTIME_OBJECTS_FLOAT_H
#define RUNTIME_OBJECTS_FLOAT_H
#include "runtime/object.h"

/* An instance of a subclass of float; the Attrs of its class follow. */
typedef struct FloatInstance {
    Object head;
    double value;
} FloatInstance;

Value float_repr_value(double d);                 /* str */
Value float_binary(BinaryOp op, double a, double b); /* ZeroDivisionError messages of CPython */
double float_mod(double a, double b);             /* Python's sign rule; b != 0 */
double float_floordiv(double a, double b);
Value float_parse_value(Value text);              /* float("..."): ValueError */
int64_t float_hash(double d);                     /* d is not a nan */
bool is_any_float(Value v);                       /* float or a subclass of float */
Value float_plain(Value v);                       /* the same as a true float */
/* OverflowError(34, 'Numerical result out of range'). */
noreturn_fn void float_raise_range(void);
/* Any real number as a double: float, int, subclass, __float__, __index__; else TypeError. */
double float_from_value(Value v);
#endif
