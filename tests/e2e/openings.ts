import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const press = (name: RegExp | string) => (page: Page) => page.getByRole('button', { name }).first().click();

/** What can be opened in a room that has a run, each with how. */
export const openings: readonly { readonly what: string; open(page: Page): Promise<void> }[] = [
  { what: 'fork', open: press(/^Fork run/) },
  { what: 'comparison', open: press(/^Compare run/) },
  { what: 'name of a run', open: press(/^Name run/) },
  { what: 'keys', open: (page) => page.keyboard.press('?') },
  { what: 'people', open: press(/(person|people) here/) },
  { what: 'crop', open: press(/^Crop /) },
  { what: 'network', open: press('Open large') },
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
