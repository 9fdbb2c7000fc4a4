import { describe, expect, it } from 'vitest';
import { Pacer } from '../../../server/jobs/pacer';

describe('the pacer', () => {
  let time = 0;
  const sendIn = (ms: number) => async () => {
    time += ms;
  };

  it('lets the first one through at once, then one per interval', async () => {
    const pacer = new Pacer(250, () => time);
    expect(pacer.due).toBe(true);
    await pacer.run(sendIn(1));
    expect(pacer.due).toBe(false);
    time += 249;
    expect(pacer.due).toBe(false);
    time += 1;
    expect(pacer.due).toBe(true);
  });

  it('waits longer after a send that was dear, so that sending takes 3 % of the time', async () => {
    const pacer = new Pacer(250, () => time);
    await pacer.run(sendIn(30));
    time += 999;
    expect(pacer.due).toBe(false);
    time += 1;
    expect(pacer.due).toBe(true);
  });

  it('waits no longer than 2 s, however long a send took', async () => {
    const pacer = new Pacer(250, () => time);
    await pacer.run(sendIn(300));
    time += 1_999;
    expect(pacer.due).toBe(false);
    time += 1;
    expect(pacer.due).toBe(true);
  });
});
