#include "runtime/native.h"
#include "runtime/objects/weakref.h"
#define W __attribute__((weak))
W Type weakref_type={.name="weakref.ReferenceType",.size=32};
W Type weak_proxy_type={.name="weakproxy",.size=32};
W Type complex_type={.name="complex",.size=32};
W Value weakref_new(Type*t,Value r,Value c){(void)t;(void)c;return r;}
W Value weakref_get(Value w){return w;}
W Value weakrefs_of(Value w){(void)w;return NONE;}
W void mm_add_root_range(void *low, void *high){(void)low;(void)high;}
W const ModuleDef random_module={"random","",0,0,0}; 
W const ModuleDef time_module={"time","",0,0,0}; 
W const ModuleDef gc_module={"gc","",0,0,0}; 
