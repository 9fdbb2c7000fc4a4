/**
 * How losses are measured. `relative`: each squared distance over the squared norm of its target, without dimension.
 * `classic`: content as the mean square, style over 4·C² (Gatys, Ecker & Bethge 2016, eq. 4, with Grams over H·W).
 */
export type ObjectiveForm = 'relative' | 'classic';
