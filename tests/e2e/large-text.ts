import type { Page } from '@playwright/test';

/**
 * What cannot be reached or read whole: a page that is wider than the window, and controls that stick out of it or of a
 * dialog sideways, where nothing scrolls to them.
 */
export async function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 1) {
      const beyond = [...document.body.querySelectorAll('*')].filter(
        (element) => element.getBoundingClientRect().right > innerWidth + 1,
      );
      const innermost = beyond.filter(
        (element) => !beyond.some((other) => other !== element && element.contains(other)),
      );
      const names = innermost.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
      found.push(`the page is ${wide} px wider than the window: ${names.join(' | ')}`);
    }
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
