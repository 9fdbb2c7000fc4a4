import { expect, test } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const product = productForTests();

test.describe('a browser that asks for Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('gets the page in Chinese from the server, and no word of English with it', async ({ page }) => {
    const response = await page.goto(product.server.url);
    const html = (await response?.text()) ?? '';
    expect(html).toContain('lang="zh-Hans"');
    expect(html).toContain('一起画一幅画。');
    expect(html).not.toContain('Paint one picture, together.');
    await expect(page.getByRole('button', { name: '创建房间' })).toBeVisible();
  });

  test('is told in Chinese what the server refuses', async ({ page }) => {
    await page.goto(product.server.url);
    await page.getByRole('button', { name: '创建房间' }).click();
    await page.getByLabel('您的名字').fill('小明');
    await page.getByRole('button', { name: '进入房间' }).click();
    await page
      .getByLabel('选择内容图像')
      .setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') });
    await expect(page.getByText('此文件不是可以读取的图像。')).toBeVisible();
  });
});

test('the language is changed without leaving the room, and remembered', async ({ page, context }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Untitled room');
  // What the page has and a reload would take away.
  await page.evaluate(() => Object.assign(window, { kept: true }));

  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByRole('button', { name: '开始', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('未命名的房间');
  await expect(page).toHaveTitle('未命名的房间 · Atelier');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeHidden();
  expect(await page.evaluate(() => 'kept' in window)).toBe(true);

  await page.reload();
  await expect(page.getByRole('button', { name: '开始', exact: true })).toBeVisible();
  const other = await context.newPage();
  await other.goto(product.server.url);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('一起画一幅画。');

  await other.getByRole('button', { name: '语言' }).click();
  await other.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Paint one picture, together.');
});
