/* view_report.h: how much array memory nobody refers to but its views. A trace of the whole heap
 * that does not go from a view to its owner: owners that are reached all the same have other
 * referrers.
 */
#ifndef STDLIB_NUMPY_VIEW_REPORT_H
#define STDLIB_NUMPY_VIEW_REPORT_H

#include <stdint.h>

/* Bytes of the arrays that only views keep alive; *used: how many of these bytes are in some view,
 * at most; *owners: how many arrays. Allocates nothing in the heap, raises nothing. */
uint64_t array_bytes_alive_only_through_views(uint64_t *used, int *owners);

#endif
