import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import { gigabytes, type Finding } from './finding';

/** The program that runs everything, and what it runs on. */
export function inspectMachine(): Finding[] {
  const model = cpus()[0]?.model.trim() ?? 'unknown model';
  return [
    {
      title: 'Node',
      lines: [`${process.version} for ${process.platform} on ${process.arch}`],
      problem: null,
    },
    { title: 'Processors', lines: [`${availableParallelism()} × ${model}`], problem: null },
    {
      title: 'Memory',
      lines: describeMemory({
        total: totalmem(),
        free: freemem(),
        limit: process.constrainedMemory(),
      }),
      problem: null,
    },
  ];
}

export interface Memory {
  /** Of the machine, in bytes. */
  readonly total: number;
  readonly free: number;
  /** What a container may use; 0, absent or beyond the machine's own where there is no limit. */
  readonly limit: number | undefined;
}

export function describeMemory({ total, free, limit }: Memory): string[] {
  const lines = [`${gigabytes(total)}, of which ${gigabytes(free)} are free`];
  if (limit !== undefined && limit > 0 && limit < total) {
    lines.push(`this container may use ${gigabytes(limit)} of it`);
  }
  return lines;
}
