/**
 * A picture of the server, decoded off the page's thread. Who gets it closes it.
 * @throws DOMException where the signal was aborted: nothing is left open then
 * @throws where it could not be loaded or decoded
 */
export async function loadBitmap(url: string, signal: AbortSignal): Promise<ImageBitmap> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}.`);
  const bitmap = await createImageBitmap(await response.blob());
  if (!signal.aborted) return bitmap;
  bitmap.close();
  throw signal.reason;
}
