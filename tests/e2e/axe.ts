import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds on a page as it is, by rule, each with the elements. */
export async function violations(page: Page): Promise<string[]> {
  // Comes a little after the page where one goes from page to page.
  await expect(page).toHaveTitle(/\S/);
  const axe = new AxeBuilder({ page });
  // An open menu stands in no landmark, and needs none: it has the focus, and goes with it.
  if ((await page.getByRole('menu').count()) > 0) axe.disableRules(['region']);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
