import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

// Without transitions: colours that are still on their way to others have contrasts of their own.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** A browser that has never been here. */
async function asStranger(browser: Browser, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  await look(await context.newPage());
  await context.close();
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

async function expectLoaded(picture: ReturnType<Page['getByRole']>): Promise<void> {
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

test('what an owner publishes is in the gallery and has a page for anybody, until it is taken back', async ({
  page,
  browser,
}) => {
  await asStranger(browser, async (stranger) => {
    await stranger.goto(product.server.url);
    await expect(stranger.getByText('New rooms see with')).toBeVisible();
    await expect(stranger.getByRole('heading', { name: 'Your rooms' })).toBeVisible();
    await expect(stranger.getByRole('region', { name: 'Gallery' })).toHaveCount(0);
  });

  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'house-cat.jpg'));
  await studio.upload('style', join(samples, 'kilim.jpg'));
  await studio.setNumber('Size', 96);
  await studio.setNumber('Iterations', 3);
  await studio.press('Start');
  await studio.expectStatus('finished');
  const room = page.url();
  const run = await page
    .getByRole('region', { name: 'Runs', exact: true })
    .getByRole('listitem')
    .first()
    .getAttribute('data-run');
  await page.goto(`${room}/run/${run}`);
  const publishing = page.getByRole('region', { name: 'Public picture' });
  await publishing.getByRole('button', { name: 'Publish the result' }).click();
  const seen = publishing.getByRole('link', { name: 'See what is public' });
  await expect(seen).toBeVisible();
  const address = new URL((await seen.getAttribute('href'))!, product.server.url).href;

  await page.goto(product.server.url);
  const mine = page.getByRole('region', { name: 'Your rooms' }).getByRole('link', { name: /Untitled room/ });
  await expect(mine).toHaveAttribute('href', new URL(room).pathname);

  await asStranger(browser, async (stranger) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await stranger.emulateMedia({ colorScheme });
      await stranger.goto(product.server.url);
      await stranger.getByRole('button', { name: 'Theme' }).click();
      await stranger.getByRole('menuitemradio', { name: 'As the system' }).click();
      await expect(stranger.getByRole('menu')).toBeHidden();
      const gallery = stranger.getByRole('region', { name: 'Gallery' });
      await gallery.scrollIntoViewIfNeeded();
      await expectLoaded(gallery.locator('img'));
      expect(await violations(stranger), `home, ${colorScheme}`).toEqual([]);
      await gallery.getByRole('link', { name: 'Untitled room' }).click();
      await stranger.waitForURL(address);
      await expect(stranger.getByRole('heading', { name: 'Untitled room' })).toBeVisible();
      await expectLoaded(stranger.getByRole('img', { name: /^Untitled room, a picture/ }));
      await expect(stranger.getByText(/^One painting, .*, 3 iterations\.$/)).toBeVisible();
      await expect(stranger.locator('main')).not.toContainText(/Ada|house-cat|kilim/);
      expect(await violations(stranger), `result, ${colorScheme}`).toEqual([]);
    }
    // Its link leads back to the pictures, not to the head of the page.
    await stranger.setViewportSize({ width: 1024, height: 600 });
    await stranger.getByRole('link', { name: 'More pictures' }).click();
    await expect(stranger.getByRole('heading', { name: 'Gallery' })).toBeInViewport();
    await stranger.reload();
    await expect(stranger.getByRole('heading', { name: 'Gallery' })).toBeInViewport();

    // A room that does not open leads to what it has published.
    await stranger.goto(room);
    await expect(stranger.getByRole('heading', { name: 'This link does not open the room' })).toBeVisible();
    expect(await violations(stranger), 'closed door').toEqual([]);
    await stranger.getByRole('link', { name: 'See its published picture' }).click();
    await stranger.waitForURL(address);
    await stranger.getByRole('button', { name: 'Create a room' }).click();
    await stranger.waitForURL(/\/r\/[\w-]+/);
    expect(stranger.url()).not.toContain(new URL(room).pathname);
  });

  await page.goto(`${room}/run/${run}`);
  await publishing.getByRole('button', { name: 'Make it private again' }).click();
  await expect(seen).toHaveCount(0);
  await asStranger(browser, async (stranger) => {
    const answer = await stranger.goto(address);
    expect(answer!.status()).toBe(404);
    await expect(stranger.getByRole('heading', { name: 'This picture is not public' })).toBeVisible();
    await stranger.goto(product.server.url);
    await expect(stranger.getByText('New rooms see with')).toBeVisible();
    await expect(stranger.getByRole('region', { name: 'Gallery' })).toHaveCount(0);
    await stranger.goto(room);
    await expect(stranger.getByRole('heading', { name: 'This link does not open the room' })).toBeVisible();
    await expect(stranger.getByRole('link', { name: 'See its published picture' })).toHaveCount(0);
  });
});

test('a gallery that does not come says so and can be asked for again', async ({ page }) => {
  let asked = 0;
  await page.route('**/api/gallery*', async (route) => {
    asked += 1;
    if (asked === 1) await route.fulfill({ status: 500, json: {} });
    else
      await route.fulfill({
        json: {
          results: [
            {
              roomId: 'room-0001',
              runId: 'run-00001',
              title: 'Evening',
              width: 96,
              height: 64,
              listedAt: 0,
              picture: '/share-card.jpg',
            },
          ],
          next: null,
        },
      });
  });
  await page.goto(product.server.url);
  const gallery = page.getByRole('region', { name: 'Gallery' });
  await expect(gallery.getByRole('alert')).toContainText('status 500');
  await gallery.getByRole('button', { name: 'Try again' }).click();
  await expect(gallery.getByRole('link', { name: 'Evening' })).toBeVisible();
  await expect(gallery.getByRole('alert')).toHaveCount(0);
});

test('the home page says how far the network is that is being fetched', async ({ page }) => {
  const network = {
    licence: 'Other',
    source: 'elsewhere',
    bytes: 80_000_000,
    downloadable: true,
  };
  let receivedBytes = 20_000_000;
  // What the server would say while it fetches from elsewhere, which no test does.
  await page.route('**/api/networks', (route) =>
    route.fulfill({
      json: {
        inUse: 'compact',
        networks: [
          {
            ...network,
            id: 'vgg19',
            name: 'VGG-19',
            state: { kind: 'downloading', receivedBytes, totalBytes: 80_000_000 },
          },
          { ...network, id: 'compact', name: 'Compact', state: { kind: 'ready', variant: 'x' } },
        ],
      },
    }),
  );
  await page.goto(product.server.url);
  await expect(page.getByText('New rooms see with Compact.')).toBeVisible();
  await expect(page.getByText('VGG-19 is being fetched: 20 of 80 MB')).toBeVisible();
  const bar = page.getByRole('progressbar', { name: 'Download of VGG-19' });
  await expect(bar).toHaveAttribute('aria-valuenow', '25');
  receivedBytes = 80_000_000;
  await expect(page.getByText('VGG-19 is here and is being checked…')).toBeVisible();
});
