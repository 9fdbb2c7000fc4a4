export function acquireLock(
  path: string,
  onWait?: () => void,
): Promise<{ setChild(pid: number | undefined): void; release(): void }>;
