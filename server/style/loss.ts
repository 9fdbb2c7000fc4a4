import type { TermName, Weights } from './engine';

/** The terms with their weights: `total = content + style + tv`. */
export interface Loss {
  readonly total: number;
  readonly content: number;
  readonly style: number;
  readonly tv: number;
}

/** Each raw term with its weight; one without a weight counts 0. */
export function weightedTerms(
  terms: Readonly<Record<TermName, number>>,
  weights: Weights,
): Record<TermName, number> {
  const weighted = {} as Record<TermName, number>;
  for (const term of Object.keys(terms) as TermName[]) weighted[term] = (weights[term] ?? 0) * terms[term];
  return weighted;
}

/** Weighted terms summed by kind. */
export function lossOf(weighted: Readonly<Record<TermName, number>>): Loss {
  const loss = { content: 0, style: 0, tv: 0 };
  for (const term of Object.keys(weighted) as TermName[]) {
    const kind = term.startsWith('content:') ? 'content' : term.startsWith('style:') ? 'style' : 'tv';
    loss[kind] += weighted[term];
  }
  return { total: loss.content + loss.style + loss.tv, ...loss };
}
