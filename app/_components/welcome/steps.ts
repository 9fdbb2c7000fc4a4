import { RepaintVignette, SteerVignette, TogetherVignette } from './vignettes';

/** What a newcomer has to know, in the order of ten seconds. */
export const welcomeSteps = [
  { id: 'one', Vignette: RepaintVignette },
  { id: 'two', Vignette: SteerVignette },
  { id: 'three', Vignette: TogetherVignette },
] as const;
