import { readFile } from 'node:fs/promises';

/** The processes that a process has started and that still run. @returns `null` where the system does not tell, as all but Linux */
export async function childrenOf(pid: number): Promise<number[] | null> {
  if (process.platform !== 'linux') return null;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}
