/* report.h: the figures that a run under --compare sends to the launcher. While the script runs,
 * the array memory that is alive only through views is looked for each time the arrays have grown
 * by a few percent; the time this takes is measured and left out of the comparison.
 */
#ifndef VM_REPORT_H
#define VM_REPORT_H

/* Before the script: figures will be wanted. */
void report_start(void);
/* After the script, before anything is cleared: writes an EngineReport to the descriptor. */
void report_finish(int fd);

#endif
