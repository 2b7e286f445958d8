/* complex.h: Python's complex: two doubles. Floats make one when a negative number gets a power that
 * is no integer.
 */
#ifndef RUNTIME_OBJECTS_COMPLEX_H
#define RUNTIME_OBJECTS_COMPLEX_H
#include "runtime/object.h"

typedef struct Complex {
    Object head;
    double real, imag;
} Complex;

extern Type complex_type;
Value complex_new(double real, double imag);
/* base ** exponent for a base below 0 and an exponent that is no integer. */
Value complex_power_of_floats(double base, double exponent);
#endif
