/* lazy.c: what of numpy is loaded when a script first asks for it: submodules, and the functions
 * that numpy/lib.py writes in Python. */
#include "stdlib/numpy/array.h"

const char numpy_lazy_source[] =
    "def __getattr__(name):\n"
    "    if name[:2] != '__':\n"
    "        if name in ('random', 'linalg', 'lib'):\n"
    "            __import__('numpy.' + name)\n"
    "            return globals()[name]\n"
    "        import numpy.lib\n"
    "        found = numpy.lib.__dict__.get(name)\n"
    "        if found is not None and name in numpy.lib.__all__:\n"
    "            globals()[name] = found\n"
    "            return found\n"
    "    raise AttributeError(f\"module 'numpy' has no attribute {name!r}\")\n";
