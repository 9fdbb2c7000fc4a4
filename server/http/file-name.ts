/** Letters of a title, or of a name, in the name of a file. */
const MAX_LETTERS = 60;

/** What a run's files are called, without an extension: names that every system takes. */
export function runFileName(
  roomTitle: string,
  run: { readonly number: number; readonly name: string | null },
): string {
  const parts = [inFileName(roomTitle) || 'atelier', run.number, inFileName(run.name ?? '')];
  return parts.filter((part) => part !== '').join('-');
}

function inFileName(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MAX_LETTERS)
    .replace(/^-+|-+$/g, '');
}
