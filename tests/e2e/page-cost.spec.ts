import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response } from '@playwright/test';
import { USABLE_MARK } from '../../app/_lib/room-usable';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

/** Of compressed script until a room can be used, for a browser that has never been here. */
const MAX_SCRIPT_BYTES = 250_000;

const product = productForTests();

/** A script that a page has fetched. */
interface Script {
  readonly url: string;
  readonly encoding: string | undefined;
  /** Compressed by us, so that the number does not depend on the server. */
  readonly gzipBytes: number;
}

test('who opens a room for the first time can use it after at most 250 kB of compressed script', async ({
  page,
  browser,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.getByLabel('Edit link', { exact: true }).inputValue();

  // A context of its own: nothing is in its cache.
  const ben = new StudioPage(await (await browser.newContext()).newPage());
  const responses: Response[] = [];
  ben.page.on('response', (response) => {
    if (response.request().resourceType() === 'script') responses.push(response);
  });
  await ben.page.goto(new URL(link).href.replace(new URL(link).origin, product.server.url));
  await ben.sayName('Ben');
  await expect(ben.page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  // What comes by itself afterwards is here as well.
  await expect(ben.page.getByRole('button', { name: 'Copy link' })).toBeVisible();

  const needed = await neededScripts(ben.page);
  const scripts = await Promise.all(responses.filter((response) => needed.has(response.url())).map(describe));
  expect(scripts.length).toBeGreaterThan(5);
  for (const { url, encoding } of scripts) expect(encoding, url).toMatch(/^(gzip|br|zstd)$/);
  const bytes = scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
  const list = scripts.map(({ url, gzipBytes }) => `${gzipBytes} ${new URL(url).pathname}`);
  expect(bytes, list.join('\n')).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
});

async function describe(response: Response): Promise<Script> {
  return {
    url: response.url(),
    encoding: response.headers()['content-encoding'],
    gzipBytes: gzipSync(await response.body()).length,
  };
}

/** The addresses of the scripts that were asked for before the room could be used, as the page itself has marked it. */
async function neededScripts(page: Page): Promise<ReadonlySet<string>> {
  const urls = await page.evaluate((name) => {
    const [mark] = performance.getEntriesByName(name, 'mark');
    if (!mark) throw new Error('the page has not said that the room can be used');
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= mark.startTime)
      .map((resource) => resource.name);
  }, USABLE_MARK);
  return new Set(urls);
}
