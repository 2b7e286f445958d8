/* sanitize.h: the address sanitizer, where it is on: freed cells are closed to it. */
#ifndef RUNTIME_MM_SANITIZE_H
#define RUNTIME_MM_SANITIZE_H

#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

#if IS_SANITIZED
#include <sanitizer/asan_interface.h>
#define poison_memory(at, size) ASAN_POISON_MEMORY_REGION(at, size)
#define unpoison_memory(at, size) ASAN_UNPOISON_MEMORY_REGION(at, size)
#else
#define poison_memory(at, size) ((void)(at), (void)(size))
#define unpoison_memory(at, size) ((void)(at), (void)(size))
#endif
/* For functions that read stacks word by word. */
#define reads_anything __attribute__((no_sanitize("address", "undefined"), __noinline__))

#endif
