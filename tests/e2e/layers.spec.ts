import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { sharedPath, skipReason } from '../support/shared';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

const picker = (page: Page) => page.getByRole('region', { name: 'Layers', exact: true });
const cell = (within: Locator, name: string) => within.getByRole('slider', { name, exact: true });
const isRead = /^weight /;
const isOff = 'not read';

async function openPicker(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Advanced' }).click();
  await expect(cell(picker(page), 'Content at block4_conv2')).toBeVisible();
  return picker(page);
}

async function useNetwork(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: 'Network' }).click();
  await page.getByRole('option', { name }).click();
}

/** Where a fader's bar can be: `part` of its length from where it begins. */
async function pointOn(
  fader: Locator,
  growth: 'right' | 'up',
  part: number,
): Promise<[x: number, y: number]> {
  await fader.scrollIntoViewIfNeeded();
  const box = (await fader.locator('[data-rail]').boundingBox())!;
  return growth === 'right'
    ? [box.x + box.width * part, box.y + box.height / 2]
    : [box.x + box.width / 2, box.y + box.height * (1 - part)];
}

async function drag(
  page: Page,
  fader: Locator,
  growth: 'right' | 'up',
  from: number,
  to: number,
): Promise<void> {
  await page.mouse.move(...(await pointOn(fader, growth, from)));
  await page.mouse.down();
  await page.mouse.move(...(await pointOn(fader, growth, to)), { steps: 5 });
  await page.mouse.up();
}

test('a click reads a layer or not, a drag weighs it, and the other member sees both', async ({
  page,
  browser,
}) => {
  const ada = new StudioPage(page);
  await ada.createRoom(product.server.url, 'Ada');
  await useNetwork(page, /compact/i);
  const context = await browser.newContext();
  const ben = new StudioPage(await context.newPage());
  await ben.page.goto(await ada.link('watch'));
  await ben.sayName('Ben');
  const layers = await openPicker(page);
  const seen = await openPicker(ben.page);

  await test.step('a layer can be both content and style', async () => {
    await cell(layers, 'Style at block4_conv2').click();
    await expect(cell(seen, 'Style at block4_conv2')).toHaveAttribute('aria-valuetext', isRead);
    await expect(cell(seen, 'Content at block4_conv2')).toHaveAttribute('aria-valuetext', isRead);
    await cell(layers, 'Style at block4_conv2').click();
    await expect(cell(seen, 'Style at block4_conv2')).toHaveAttribute('aria-valuetext', isOff);
  });

  await test.step('a drag to the end of a bar counts ten times, back to its beginning it is not read', async () => {
    await drag(page, cell(layers, 'Style at block1_conv1'), 'right', 0.5, 1.2);
    await expect(cell(seen, 'Style at block1_conv1')).toHaveAttribute('aria-valuenow', '10');
    await drag(page, cell(layers, 'Style at block1_conv1'), 'right', 0.9, 0.02);
    await expect(cell(seen, 'Style at block1_conv1')).toHaveAttribute('aria-valuetext', isOff);
  });

  await test.step('who only watches is told why nothing moves', async () => {
    const content = cell(seen, 'Content at block4_conv2');
    await expect(content).toHaveAttribute('aria-disabled', 'true');
    await expect(content).toHaveAccessibleDescription(/You are watching/);
    // Playwright would wait until it is enabled.
    await cell(seen, 'Style at block2_conv2').click({ force: true });
    await expect(cell(layers, 'Style at block2_conv2')).toHaveAttribute('aria-valuetext', isOff);
  });

  await test.step('one click goes back to the usual layers', async () => {
    await layers.getByRole('button', { name: 'Back to the usual layers' }).click();
    await expect(cell(seen, 'Style at block1_conv1')).toHaveAttribute('aria-valuenow', '1');
    await expect(layers.getByRole('button', { name: 'These are the usual layers' })).toBeVisible();
  });
  await context.close();
});

test('the keyboard goes along the network, weighs, types, and is told why the last layer stays', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await useNetwork(page, /compact/i);
  const layers = await openPicker(page);

  await cell(layers, 'Content at block4_conv2').focus();
  await page.keyboard.press('ArrowUp');
  await expect(cell(layers, 'Content at block4_conv1')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(layers, 'Content at block4_conv1')).toHaveAttribute(
    'aria-valuetext',
    'weight 1, 50 % of its term',
  );
  await page.keyboard.press('ArrowLeft');
  await expect(cell(layers, 'Content at block4_conv1')).toHaveAttribute('aria-valuenow', '1.1');

  await layers.getByRole('textbox', { name: 'Content weight of block4_conv1' }).fill('3');
  await page.keyboard.press('Enter');
  await expect(cell(layers, 'Content at block4_conv1')).toHaveAttribute(
    'aria-valuetext',
    'weight 3, 75 % of its term',
  );

  await cell(layers, 'Content at block4_conv1').press(' ');
  await expect(cell(layers, 'Content at block4_conv1')).toHaveAttribute('aria-valuetext', isOff);
  await cell(layers, 'Content at block4_conv2').press('Enter');
  await expect(layers.getByRole('status')).toContainText('its last layer stays');
  await expect(cell(layers, 'Content at block4_conv2')).toHaveAttribute('aria-valuetext', isRead);

  await page.keyboard.press('Tab');
  await expect(cell(layers, 'Style at block1_conv1')).toBeFocused();
});

test('a layer that the network does not have is a gap that says why', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await useNetwork(page, /compact/i);
  const layers = await openPicker(page);
  const gap = cell(layers, 'Style at block5_conv4');
  await expect(gap).toHaveAttribute('aria-disabled', 'true');
  await expect(gap).toHaveAccessibleDescription(/does not have this layer/);
  await gap.click({ force: true });
  await expect(layers.getByText(/does not have this layer. Choose VGG-19/).first()).toBeVisible();
  await expect(gap).toHaveAttribute('aria-valuetext', isOff);
});

test('a run that is going follows, and every layer says what it does', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await useNetwork(page, /compact/i);
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'wheat-sky.jpg'));
  await studio.setNumber('Size', 256);
  await studio.setNumber('Iterations', 3000);
  const layers = await openPicker(page);
  await page
    .getByRole('group', { name: 'Stop when nothing changes' })
    .getByRole('button', { name: 'Never' })
    .click();
  await studio.press('Start');

  const added = cell(layers, 'Style at block2_conv2');
  await expect(cell(layers, 'Style at block1_conv1').locator('[data-heat]')).toBeVisible();
  await expect(layers.getByText('The run that is going follows with its next iteration.')).toBeVisible();
  await added.click();
  await expect(added.getByText(/^(<1|\d+) %$/)).toBeAttached({ timeout: 60_000 });
  await expect(layers.getByText(/^(<1|\d+) % of the loss$/).first()).toBeVisible();
  await studio.press('Stop');
  await studio.expectStatus('stopped');
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('the large drawing names blocks, channels and sizes, works as the small one, and axe finds nothing', async ({
      page,
    }) => {
      const studio = new StudioPage(page);
      await studio.createRoom(product.server.url, 'Ada');
      await page.getByRole('button', { name: 'Theme' }).click();
      await page.getByRole('menuitemradio', { name: 'As the system' }).click();
      await useNetwork(page, /compact/i);
      await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
      const layers = await openPicker(page);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      await layers.getByRole('button', { name: 'Open large' }).click();
      const dialog = page.getByRole('dialog', { name: 'What the network reads' });
      await expect(dialog.getByText('block4', { exact: true })).toBeVisible();
      await expect(dialog.getByText('256 channels').first()).toBeVisible();
      await expect(dialog.getByText(/^64 × \d+ px$/).first()).toBeVisible();
      await drag(page, cell(dialog, 'Content at block4_conv1'), 'up', 0.3, 1.2);
      await expect(cell(dialog, 'Content at block4_conv1')).toHaveAttribute('aria-valuenow', '10');
      await cell(dialog, 'Content at block4_conv1').press('ArrowRight');
      await expect(cell(dialog, 'Content at block4_conv2')).toBeFocused();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      await page.keyboard.press('Escape');
      await expect(layers.getByRole('button', { name: 'Open large' })).toBeFocused();
      await expect(cell(layers, 'Content at block4_conv1')).toHaveAttribute('aria-valuenow', '10');
    });
  });
}

const models = sharedPath('models', 'vgg19') && sharedPath('models');
const convolutions = [2, 2, 4, 4, 4].flatMap((count, block) =>
  Array.from({ length: count }, (_, index) => `block${block + 1}_conv${index + 1}`),
);

test.describe('VGG-19', () => {
  test.skip(!models, skipReason);
  const withVgg = productForTests(models);

  test('has all its sixteen layers to choose from, for content and for style, small and large', async ({
    page,
  }) => {
    const studio = new StudioPage(page);
    await studio.createRoom(withVgg.server.url, 'Ada');
    await useNetwork(page, /VGG-19/);
    await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
    await page.getByRole('button', { name: 'Advanced' }).click();
    const layers = picker(page);
    await expectAll(layers);
    await cell(layers, 'Style at block5_conv4').click();

    await layers.getByRole('button', { name: 'Open large' }).click();
    const dialog = page.getByRole('dialog', { name: 'What the network reads' });
    await expectAll(dialog);
    await expect(cell(dialog, 'Style at block5_conv4')).toHaveAttribute('aria-valuetext', isRead);
    await expect(dialog.getByText('512 channels', { exact: true })).toHaveCount(2);
    // Nothing of it has to be scrolled to where there is room for a class to look at it.
    const overflow = await dialog.evaluate(
      (box) =>
        [box, ...box.querySelectorAll('*')].filter(
          (part) => getComputedStyle(part).overflowX === 'auto' && part.scrollWidth > part.clientWidth,
        ).length,
    );
    expect(overflow).toBe(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test('has them all within the width of the screen', async ({ page }) => {
      const studio = new StudioPage(page);
      await studio.createRoom(withVgg.server.url, 'Ada');
      await page.getByRole('tab', { name: 'Settings' }).tap();
      await useNetwork(page, /VGG-19/);
      await page.getByRole('button', { name: 'Advanced' }).tap();
      await expectAll(picker(page));
      for (const tap of convolutions) {
        const box = (await cell(picker(page), `Style at ${tap}`).boundingBox())!;
        expect(box.x + box.width, tap).toBeLessThanOrEqual(390);
      }
      await cell(picker(page), 'Style at block5_conv4').tap();
      await expect(cell(picker(page), 'Style at block5_conv4')).toHaveAttribute('aria-valuetext', isRead);
    });
  });
});

async function expectAll(layers: Locator): Promise<void> {
  for (const tap of convolutions) {
    for (const kind of ['Content', 'Style']) {
      await expect(cell(layers, `${kind} at ${tap}`)).toBeVisible();
      await expect(cell(layers, `${kind} at ${tap}`)).not.toHaveAttribute('aria-disabled', 'true');
    }
  }
  await expect(layers.getByRole('slider')).toHaveCount(2 * convolutions.length);
}
