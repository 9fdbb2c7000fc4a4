export function findChromium(
  env?: Record<string, string | undefined>,
): { kind: 'own' } | { kind: 'system'; path: string } | undefined;
