import { expect, it } from 'vitest';
import { MemoryGauge } from '../../../server/jobs/memory-gauge';

function gauge() {
  let now = 0;
  const memory = new MemoryGauge(() => now);
  const see = (bytes: number) => {
    now = bytes;
    memory.sample();
  };
  return { memory, see, set: (bytes: number) => (now = bytes) };
}

it('says how large the process has become in a run', () => {
  const { memory, see, set } = gauge();
  set(100);
  memory.begin();
  for (const bytes of [150, 300, 200]) see(bytes);
  expect(memory.growth).toBe(300);
});

it('says nothing of a run in a process that was as large before: runtimes keep memory', () => {
  const { memory, see } = gauge();
  see(1000);
  see(400);
  memory.begin();
  see(1050);
  expect(memory.growth).toBeNull();
});
