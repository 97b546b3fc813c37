/** Longest a review may take before its worker is ended (SECURITY: hostile Markdown is superlinear in every parser). */
export const DEADLINE_MS = 5000;

/** Most memory the worker's heap may take; a 1 MB design needs about half. */
export const WORKER_HEAP_MB = 256;
