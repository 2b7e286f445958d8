#include "runtime/error.h"
#include "runtime/objects/complex.h"
Value complex_power_of_floats(double base, double exponent)
{
    (void)base;
    (void)exponent;
    raise_unsupported("complex numbers");
}
