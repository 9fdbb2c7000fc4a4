import { describe, expect, it } from 'vitest';
import { wellFor } from '../../../app/_lib/well-for';
import { room } from '../../support/rooms';

describe('a picture that is pasted or dropped anywhere', () => {
  const { setup } = room();

  it('is what the place under it or the focus is for', () => {
    expect(wellFor(setup, 'content')).toBe('content');
    expect(wellFor({ content: null }, 'style')).toBe('style');
  });

  it('else becomes the content image where there is none, and a style image where there is', () => {
    expect(wellFor({ content: null }, undefined)).toBe('content');
    expect(wellFor(setup, undefined)).toBe('style');
    expect(wellFor(setup, 'elsewhere')).toBe('style');
  });
});
