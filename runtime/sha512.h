/* sha512.h: the SHA-512 digest (FIPS 180-4) of a piece of memory; random.seed(str) needs it. */
#ifndef RUNTIME_SHA512_H
#define RUNTIME_SHA512_H

#include "runtime/base.h"

enum { SHA512_BYTES = 64 };

/* Writes the digest of data[0..len) to out. */
void sha512(uint8_t out[SHA512_BYTES], const void *data, size_t len);

#endif
