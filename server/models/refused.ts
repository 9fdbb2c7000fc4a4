import { basename } from 'node:path';
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
    userMessage:
      `The weights file ${basename(path)} ${reason}, so nothing of it was loaded and this network cannot be ` +
      `used. Choose another network, or remove the file (${path}) and get it again with "npm run models".`,
    cause,
  });
}
