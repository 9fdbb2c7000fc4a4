import { expect, it } from 'vitest';
import { KeyframeEncoder } from '../../../server/jobs/keyframe-encoder';

const picture = () => ({ width: 2, height: 2, data: new Float32Array(12).fill(0.5) });

it('encodes one picture at a time: the next one waits until the one before has left', async () => {
  const log: string[] = [];
  let letGo = (): void => undefined;
  const encoder = new KeyframeEncoder(async ({ iteration }) => {
    log.push(`sending ${iteration}`);
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
    log.push(`sent ${iteration}`);
  });
  const add = (iteration: number) =>
    encoder.add({
      iteration,
      picture() {
        log.push(`taking ${iteration}`);
        return picture();
      },
    });
  const untilLogged = async (entry: string) => {
    while (!log.includes(entry)) await new Promise((resolve) => setTimeout(resolve, 2));
  };

  await add(1);
  const second = add(2);
  await untilLogged('sending 1');
  expect(log).toEqual(['taking 1', 'sending 1']);
  letGo();
  await second;
  expect(log).toEqual(['taking 1', 'sending 1', 'sent 1', 'taking 2']);
  const settled = encoder.settle();
  await untilLogged('sending 2');
  letGo();
  await settled;
  expect(log.at(-1)).toBe('sent 2');
});
