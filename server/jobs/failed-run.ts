/** What a run that failed leaves to its room; part of what people are told. */
export const WHAT_A_FAILED_RUN_LEAVES = 'Its curve and the moments that were kept of it stay.';
