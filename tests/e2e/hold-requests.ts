import type { Page } from '@playwright/test';

/**
 * Keeps the page's requests from being answered, for looking at it before.
 *
 * @param pattern a glob of their addresses
 * @returns lets them through, and those that follow
 */
export async function holdRequests(page: Page, pattern: string): Promise<() => void> {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}
