export function fingerprint(
  base: string,
  paths: readonly string[],
  options?: { skip?: (path: string) => boolean },
): string;
