import { describe, expect, it } from 'vitest';
import { RunControl } from '../../../server/jobs/run-control';
import { defaultSettings } from '../../../server/protocol/settings';

describe('the control of a run', () => {
  it('gives out the latest settings once', () => {
    const control = new RunControl();
    expect(control.takeSettings()).toBeUndefined();
    control.steer({ ...defaultSettings('compact'), contentWeight: 2 });
    control.steer({ ...defaultSettings('compact'), contentWeight: 3 });
    expect(control.takeSettings()?.contentWeight).toBe(3);
    expect(control.takeSettings()).toBeUndefined();
  });

  it.each(['resume', 'stop'] as const)('holds a paused run until %s', async (end) => {
    const control = new RunControl();
    control.pause();
    let held = true;
    const done = control.untilResumed().then(() => {
      held = false;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(held).toBe(true);
    control[end]();
    await done;
    expect(control.paused).toBe(false);
    expect(control.stopped).toBe(end === 'stop');
  });

  it('lets a run that is suspended wait no longer', async () => {
    const control = new RunControl();
    control.pause();
    const done = control.untilResumed();
    control.suspend();
    await done;
    expect(control).toMatchObject({ paused: false, suspended: true, stopped: false, ended: true });
  });

  it('holds that a stop is what people want, whether the suspension came before or after', () => {
    for (const order of [['stop', 'suspend'] as const, ['suspend', 'stop'] as const]) {
      const control = new RunControl();
      for (const ask of order) control[ask]();
      expect(control).toMatchObject({ suspended: false, stopped: true, ended: true });
    }
  });
});
