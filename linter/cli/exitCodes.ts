/** Findings at or above the failing level. */
export const EXIT_FINDINGS = 1;
/** Wrong usage, bad configuration or an input that could not be read. */
export const EXIT_TROUBLE = 2;
