/** What a run that failed leaves to its room; part of what people are told. */
export const WHAT_A_FAILED_RUN_LEAVES = 'Its curve is kept, its picture is lost.';
