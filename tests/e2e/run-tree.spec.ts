import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

// Without transitions: colours that are still on their way to others have contrasts of their own.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const lines = (page: Page): Locator =>
  page.getByRole('region', { name: 'Runs', exact: true }).getByRole('listitem');
const choice = (box: Locator, label: string) => box.getByRole('combobox', { name: label, exact: true });

/** A room with a run of 12 iterations that has ended, and one that was forked from its iteration 2 with another size. */
async function forkedRoom(page: Page): Promise<StudioPage> {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  await studio.setNumber('Size', 128);
  await studio.setNumber('Iterations', 12);
  await studio.press('Start');
  await studio.expectStatus('finished');
  await studio.setNumber('Size', 96);

  await page.getByRole('slider', { name: 'Moment of run 1' }).press('Home');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await lines(page).getByRole('button', { name: 'Fork run 1 at iteration 2' }).click();
  const form = page.getByRole('dialog', { name: 'Go on from here in another run' });
  const count = form.getByRole('textbox', { name: 'Iterations to add' });
  // What run 1 had left there.
  await expect(count).toHaveValue('10');
  await count.fill('4');
  await count.press('Enter');
  await form.getByRole('button', { name: 'Start the fork' }).click();
  await expect(form).toHaveCount(0);
  // The fork comes into sight.
  await expect(page.getByTestId('run-status')).toContainText('Run 2');
  await studio.expectStatus('finished');
  return studio;
}

test('a run that is forked from a moment of another stands below it, and its curve can lie over that one’s', async ({
  page,
}) => {
  const studio = await forkedRoom(page);
  await expect(lines(page)).toHaveCount(2);
  const [parent, fork] = [lines(page).nth(0), lines(page).nth(1)];
  await expect(parent.getByRole('button', { name: 'Show run 1' })).toBeVisible();
  await expect(parent).toHaveAttribute('data-depth', '0');
  await expect(fork.getByRole('button', { name: 'Show run 2' })).toHaveAttribute('aria-current', 'true');
  await expect(fork).toHaveAttribute('data-depth', '1');
  await expect(fork).toContainText('from run 1 at 2');
  await expect(fork).toContainText('size 128 → 96');
  const [parentBox, forkBox] = [await parent.boundingBox(), await fork.boundingBox()];
  expect(forkBox!.x).toBeGreaterThan(parentBox!.x);

  const curve = page.getByTestId('curve');
  const parentId = await parent.getAttribute('data-run');
  await choice(curve, 'Lay another run over it').selectOption(parentId);
  await expect(curve).toHaveAttribute('data-overlay', new RegExp(`^${parentId} ([2-9]|\\d\\d+)$`));
  await expect(
    curve.getByRole('img', { name: /^Loss of run 2 and run 1, aligned by iteration/ }),
  ).toBeVisible();
  await choice(curve, 'Lay another run over it').selectOption('');
  await expect(curve.getByRole('img', { name: /^Loss over \d+ iterations/ })).toBeVisible();

  // The mark on the curve leads to where it came from, and that one's mark back.
  await curve.getByRole('button', { name: 'Begins where run 1 was at iteration 2' }).click();
  await expect(page.getByTestId('run-status')).toContainText('Run 1');
  await curve.getByRole('button', { name: 'Run 2 was forked here, at iteration 2' }).click();
  await expect(page.getByTestId('run-status')).toContainText('Run 2');

  // A run that begins afresh stands beside its tree, above it.
  await studio.setNumber('Iterations', 3);
  await studio.press('Start');
  await expect(lines(page)).toHaveCount(3);
  await expect(lines(page).nth(0)).toHaveAttribute('data-depth', '0');
  await expect(lines(page).nth(0).getByRole('button', { name: 'Show run 3' })).toBeVisible();
  await expect(lines(page).nth(2)).toHaveAttribute('data-depth', '1');
});

test('a fork is compared with what it came from, by keys, and axe finds nothing there in either theme', async ({
  page,
}) => {
  await forkedRoom(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'As the system' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();

  const open = page.getByRole('button', { name: 'Compare run 2 with another' });
  await open.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Compare', exact: true });
  const pictures = dialog.getByRole('group', { name: /^Both pictures/ });
  await expect(pictures.getByRole('img')).toHaveCount(2);
  const first = pictures.getByRole('img', { name: 'Run 1 at iteration 12' });
  const second = pictures.getByRole('img', { name: 'Run 2 at iteration 6' });
  for (const picture of [first, second]) {
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
  }
  await expect(dialog.getByRole('row', { name: 'size 128 96', exact: true })).toBeVisible();
  await expect(dialog.getByRole('img', { name: /^Run 1: \d.*, Run 2: \d/ })).toBeVisible();

  await pictures.press('+');
  await expect(dialog.getByText('150 %', { exact: true })).toBeVisible();
  const [one, other] = [await transformOf(first), await transformOf(second)];
  expect(one).toContain('scale(1.5)');
  expect(other).toBe(one);

  // Another moment of the first run has its own picture.
  await choice(dialog, 'Moment of the first run').selectOption({ label: 'Iteration 1' });
  await expect(pictures.getByRole('img', { name: 'Run 1 at iteration 1', exact: true })).toBeVisible();

  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const layout of ['Side by side', 'One over the other']) {
      await dialog.getByRole('button', { name: layout }).click();
      expect(await violations(page), `${colorScheme}, ${layout}`).toEqual([]);
    }
  }

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(open).toBeFocused();
});

/** How the frame's content is moved and made larger. */
function transformOf(picture: Locator): Promise<string> {
  return picture.evaluate((image) => image.parentElement!.style.transform);
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
