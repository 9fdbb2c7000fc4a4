import './zod-setup';
import { MAX_UPLOAD_BYTES } from '../../server/protocol/limits';
import type { Making } from '../../server/protocol/making';
import { makingIn } from './png-making';

/**
 * What a file says that it was made with: to be asked before it is uploaded, since the server drops what is in it besides
 * the picture.
 * @returns `null` where it is no result of ours, or cannot be read
 */
export async function readMaking(file: Blob): Promise<Making | null> {
  if (file.size > MAX_UPLOAD_BYTES) return null;
  try {
    return makingIn(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return null; // the upload, which reads it too, says so
  }
}
