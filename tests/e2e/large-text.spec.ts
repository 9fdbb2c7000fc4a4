import { expect, test, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const product = productForTests();

/** As browsers do for those who have set their text to 200 %. */
async function enlargeText(page: Page): Promise<void> {
  await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
}

/**
 * What cannot be reached or read whole: a page that is wider than the window, and controls that stick out of it or of a
 * dialog sideways, where nothing scrolls to them.
 */
async function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 1) found.push(`the page is ${wide} px wider than the window`);
    const scrolls = (element: Element): boolean => {
      for (let outer = element.parentElement; outer; outer = outer.parentElement) {
        const { overflowX } = getComputedStyle(outer);
        if ((overflowX === 'auto' || overflowX === 'scroll') && outer.scrollWidth > outer.clientWidth)
          return true;
      }
      return false;
    };
    for (const control of document.querySelectorAll(
      'button, a[href], input:not([type=file]), [role=slider]',
    )) {
      if (!control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      const { left, right, width, height } = control.getBoundingClientRect();
      // Drawn for nobody to see, as inputs behind a button of their own.
      if (width <= 1 || height <= 1) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? control.tagName;
      if ((left < -1 || right > innerWidth + 1) && !scrolls(control)) {
        found.push(`${name} (${Math.round(left)}–${Math.round(right)} of ${innerWidth})`);
      }
    }
    return found;
  });
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`at 200 % text nothing is lost on ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(product.server.url);
    await enlargeText(page);
    await expect.soft(page.getByRole('button', { name: 'Create a room' })).toBeVisible();
    expect.soft(await lost(page), 'home').toEqual([]);

    const studio = new StudioPage(page);
    await studio.createRoom(product.server.url, 'Ada');
    await enlargeText(page);
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeAttached();
    expect.soft(await lost(page), 'room').toEqual([]);

    for (const dialog of ['Sample photographs', 'Copy link', 'Room menu', 'Theme', 'Language']) {
      await page.getByRole('button', { name: dialog, exact: true }).click();
      await expect(page.getByRole('dialog').or(page.getByRole('menu')).first()).toBeVisible();
      expect.soft(await lost(page), dialog).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
    }
    if (viewport.width < 1024) {
      for (const tab of ['Settings', 'Curves', 'People', 'Images']) {
        await page.getByRole('tab', { name: tab }).click();
        expect.soft(await lost(page), tab).toEqual([]);
      }
    }
  });
}
