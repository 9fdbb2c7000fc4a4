import { MAX_UPLOAD_BYTES } from '../../server/protocol/limits';

export type FileObstacle = 'heic' | 'too-large' | 'not-a-picture';

/** What the server would refuse in any case, told before the upload. The server decides. */
export function fileObstacle(file: Pick<File, 'name' | 'type' | 'size'>): FileObstacle | null {
  if (/\.(heic|heif)$/i.test(file.name) || /^image\/hei[cf]/.test(file.type)) return 'heic';
  if (file.type !== '' && !file.type.startsWith('image/')) return 'not-a-picture';
  if (file.size > MAX_UPLOAD_BYTES) return 'too-large';
  return null;
}
