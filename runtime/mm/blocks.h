/* blocks.h: the reserved range and its free runs of blocks. Runs are kept with tags at both ends,
 * so that neighbours join when one is given back, in lists by the power of two of their length.
 * Part of heap.h's business; nobody but heap.c includes this.
 */
#ifndef RUNTIME_MM_BLOCKS_H
#define RUNTIME_MM_BLOCKS_H

#include "runtime/mm/heap.h"

extern uint32_t blocks_top; /* no block from here on was ever used */

/* Reserves the range and the side tables; ends the process if the system gives no address space. */
void blocks_reserve(void);
/* The first of n neighbouring blocks (kind and is_clean are the caller's to read and set), or 0. */
uint32_t blocks_take(uint32_t n);
/* Gives n blocks back. `release`: their pages go to the system now. */
void blocks_give(uint32_t first, uint32_t n, bool release);
/* Releases the pages of free blocks until only `keep` blocks of them are held. */
void blocks_trim(uint64_t keep);

#endif
