import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

/** What can be opened in a room that has a run, each with how. */
export const openings: readonly (readonly [what: string, open: (page: Page) => Promise<void>])[] = [
  [
    'fork',
    (page) =>
      page
        .getByRole('button', { name: /^Fork run/ })
        .first()
        .click(),
  ],
  [
    'comparison',
    (page) =>
      page
        .getByRole('button', { name: /^Compare run/ })
        .first()
        .click(),
  ],
  [
    'name of a run',
    (page) =>
      page
        .getByRole('button', { name: /^Name run/ })
        .first()
        .click(),
  ],
  ['keys', (page) => page.keyboard.press('?')],
  ['people', (page) => page.getByRole('button', { name: /(person|people) here/ }).click()],
  [
    'crop',
    (page) =>
      page
        .getByRole('button', { name: /^Crop / })
        .first()
        .click(),
  ],
  ['network', (page) => page.getByRole('button', { name: 'Open large' }).click()],
];

/** Leaves a run that is over in a new room, and its advanced settings open. */
export async function paintIn(studio: StudioPage): Promise<void> {
  await studio.upload('content', join(samples, 'house-cat.jpg'));
  await studio.upload('style', join(samples, 'kilim.jpg'));
  await studio.setNumber('Size', 96);
  await studio.setNumber('Iterations', 4);
  await studio.page.getByRole('button', { name: 'Advanced' }).click();
  await studio.press('Start');
  await studio.expectStatus('finished');
}

/** Leaves whatever dialog is open. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
