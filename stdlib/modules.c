#include "stdlib/modules.h"

static const ModuleDef *const modules[] = {
#define X(symbol) &symbol##_module,
    MODULES(X)
#undef X
};

const ModuleDef *module_find(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(modules); i++) {
        if (!strcmp(modules[i]->name, name)) {
            return modules[i];
        }
    }
    return NULL;
}
