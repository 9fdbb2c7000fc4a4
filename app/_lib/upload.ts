import { imageInfoSchema, type ImageInfo } from '../../server/protocol/images';
import type { RoomId } from '../../server/protocol/ids';
import { ApiError, parseJson, problemIn } from './api';
import { ownProblem } from './page-problem';

/**
 * Sends a picture into a room. By XMLHttpRequest, since `fetch` does not tell how far an upload is.
 * @param onProgress fraction that has left, from 0 to 1
 * @throws ApiError
 */
export function uploadImage(
  roomId: RoomId,
  file: File,
  onProgress: (fraction: number) => void,
): Promise<ImageInfo> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/rooms/${roomId}/images?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = parseJson(request.responseText);
      const image = imageInfoSchema.safeParse(body);
      if (request.status < 300 && image.success) resolve(image.data);
      else reject(new ApiError(problemIn(body, request.status)));
    };
    request.onerror = () => reject(new ApiError(ownProblem('unavailable', { key: 'errors.unreachable' })));
    request.send(file);
  });
}
