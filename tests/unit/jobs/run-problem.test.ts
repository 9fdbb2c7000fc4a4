import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/errors';
import { runProblem } from '../../../server/jobs/run-problem';
import { StyleError } from '../../../server/style/style-error';

describe('what people are told of an error that ends a run', () => {
  it("is the error's own words where it has some", () => {
    const error = new AppError({ code: 'network-missing', message: 'no file', userMessage: 'Download it.' });
    expect(runProblem(error)).toEqual({
      problem: { code: 'network-missing', message: 'Download it.' },
      expected: true,
    });
  });

  it.each([
    ['bad-picture', 'the picture is 9×900 px', /9×900 px.*another crop/],
    ['bad-settings', 'all weights are 0', /all weights are 0.*Change the settings/],
    ['unknown-tap', 'no layer "x"', /no layer "x".*other layers/],
    ['non-finite', 'the objective is NaN', /too large.*lower weights/],
  ] as const)('is what to do, for %s', (code, message, expected) => {
    const { problem } = runProblem(new StyleError(code, message));
    expect(problem.message).toMatch(expected);
    expect(problem.message).not.toMatch(/NaN/);
  });

  it.each([
    'Failed to allocate memory for requested buffer of size 99',
    'std::bad_alloc',
    'Array buffer allocation failed',
    'spawn ENOMEM',
    'vips: out of memory',
  ])('is a smaller size where there is not enough memory: %s', (message) => {
    const { problem, expected } = runProblem(new Error(message));
    expect(problem.message).toMatch(/memory.*smaller size/);
    expect(expected).toBe(false);
  });

  it('is not a lack of memory because something is said of allocation or of buffers', () => {
    const { problem } = runProblem(new Error('the allocation plan has no array buffer for "x"'));
    expect(problem.message).not.toMatch(/memory/);
  });

  it('promises the curve of the run, not its picture', () => {
    for (const error of [new Error('std::bad_alloc'), new Error('?'), new StyleError('non-finite', 'NaN')]) {
      expect(runProblem(error).problem.message).toContain(
        'Its curve and the moments that were kept of it stay.',
      );
    }
  });

  it('is nothing of the inside where it is an error of ours, which goes to the log', () => {
    const { problem, expected } = runProblem(
      new TypeError("Cannot read properties of undefined (reading 'x')"),
    );
    expect(problem.code).toBe('run-failed');
    expect(problem.message).not.toMatch(/undefined/);
    expect(expected).toBe(false);
  });
});
