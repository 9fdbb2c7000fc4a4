import { AppError, toProblem } from '../errors';
import type { Problem } from '../protocol/errors';
import { StyleError } from '../style/style-error';
import { WHAT_A_FAILED_RUN_LEAVES } from './failed-run';
import { saysOutOfMemory } from './memory-messages';

/** What people are told of an error that ended a run; `expected` where the log need not know more. */
export function runProblem(error: unknown): { readonly problem: Problem; readonly expected: boolean } {
  if (error instanceof AppError) return { problem: toProblem(error), expected: error.code !== 'internal' };
  if (error instanceof StyleError) {
    const advice = styleAdvice(error);
    if (advice !== undefined) return { problem: { code: 'invalid', message: advice }, expected: true };
  }
  if (error instanceof Error && saysOutOfMemory(error.message)) {
    const message =
      'The run ended because there was not enough memory for a picture of this size. ' +
      `${WHAT_A_FAILED_RUN_LEAVES} Start again with a smaller size.`;
    return { problem: { code: 'run-failed', message }, expected: false };
  }
  const message =
    `The run ended because of an error in the computation. ${WHAT_A_FAILED_RUN_LEAVES} ` +
    "Start again; if it happens again, the server's log says more.";
  return { problem: { code: 'run-failed', message }, expected: false };
}

function styleAdvice(error: StyleError): string | undefined {
  switch (error.code) {
    case 'bad-picture':
      return `The run was not computed: ${error.message}. Choose another picture, another crop or a larger size.`;
    case 'bad-settings':
      return `The run cannot go on: ${error.message}. Change the settings and start again.`;
    case 'unknown-tap':
      return `The run cannot go on: ${error.message}. Choose other layers, or another network, and start again.`;
    case 'non-finite':
      return (
        'The run cannot go on: its numbers became too large. ' +
        `${WHAT_A_FAILED_RUN_LEAVES} Start again with lower weights.`
      );
    case 'bad-network':
    case 'disposed':
      return undefined;
  }
}
