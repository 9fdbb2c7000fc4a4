import { readFile } from 'node:fs/promises';
import { childrenOf } from './children';

/**
 * The largest resident memory that any child of a process has had so far, in bytes.
 * @returns `null` where the system does not tell, as all but Linux
 */
export async function childrenPeakBytes(pid: number): Promise<number | null> {
  const children = await childrenOf(pid);
  if (children === null) return null;
  const peaks = await Promise.all(
    children.map(async (child) => {
      const status = await readFile(`/proc/${child}/status`, 'utf8');
      return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
    }),
  );
  return peaks.length === 0 ? null : Math.max(...peaks);
}
