import { AppError } from '../errors';

/**
 * The error for weights that must not be used: wrong size, checksum, form or shape.
 *
 * @param path the file at fault
 * @param reason completes "the file …": `has a wrong checksum`
 */
export function weightsRefused(path: string, reason: string, cause?: unknown): AppError {
  return new AppError({
    code: 'weights-refused',
    message: `weights refused: ${path} ${reason}`,
    userMessage: `The weights file ${path} ${reason}, so nothing of it was loaded and this network cannot be used.`,
    cause,
  });
}

/** Adds what can be done about it, which depends on where the network's weights come from. Other errors stay as they are. */
export function withRemedy(
  error: unknown,
  network: { readonly id: string; readonly downloadable: boolean },
): unknown {
  if (!(error instanceof AppError) || error.code !== 'weights-refused') return error;
  const remedy = network.downloadable
    ? `remove this file and get the weights again with "npm run models -- fetch ${network.id}"`
    : 'install Atelier again';
  return new AppError({
    code: error.code,
    message: error.message,
    userMessage: `${error.userMessage} Choose another network, or ${remedy}.`,
    cause: error.cause,
  });
}
