import { customGrad, type Tensor } from '@tensorflow/tfjs-core';

/** An operation's result, and how a gradient with respect to it becomes one with respect to each input. */
export interface Differentiated<Output extends Tensor> {
  readonly output: Output;
  /** What the backward pass needs; kept until then. */
  readonly saved: readonly Tensor[];
  /** @returns one gradient an input, each in its input's shape */
  readonly backward: (dy: Output, saved: Tensor[]) => Tensor[];
}

/**
 * Runs an operation with its own derivative, so that autodiff goes through it as one step. The package's main entry
 * registers no gradients of its own kernels; and only what `saved` names outlives the forward pass.
 */
export function differentiable<Output extends Tensor>(
  inputs: readonly Tensor[],
  forward: () => Differentiated<Output>,
): Output {
  const operation = customGrad<Output>((...passed) => {
    const { output, saved, backward } = forward();
    // The last argument is the function that saves, which the package's types do not say.
    const save = passed[passed.length - 1] as unknown as (tensors: Tensor[]) => void;
    save([...saved]);
    return { value: output, gradFunc: backward };
  });
  return operation(...inputs);
}
