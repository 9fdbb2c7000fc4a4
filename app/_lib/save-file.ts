/** Hands the reader a file that this page has made, as a download. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has the content by then: it is begun by the click.
  setTimeout(() => URL.revokeObjectURL(url));
}
