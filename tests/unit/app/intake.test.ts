import { describe, expect, it } from 'vitest';
import { createIntake } from '../../../app/_lib/intake';
import type { ImageInfo } from '../../../server/protocol/images';
import { imageId, roomId } from './room-fixtures';

const image: ImageInfo = { id: imageId, name: 'cat.png', width: 64, height: 48, bytes: 1, mime: 'image/png' };

describe('the crops that wait', () => {
  it('are told apart, also where they are of the same picture', () => {
    const intake = createIntake(
      roomId,
      () => Promise.resolve({ ok: true, revision: 1 }),
      () => Promise.resolve(null),
    );
    intake.crop({ kind: 'style', image, crop: null });
    intake.crop({ kind: 'style', image, crop: null });
    const [first, second] = intake.store.getState().croppings;
    expect(first!.id).not.toBe(second!.id);
    intake.endCrop();
    expect(intake.store.getState().croppings).toEqual([second]);
  });
});
