import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

// What is not there in time shall say so, not hold the test up until its own limit.
test.use({ actionTimeout: 20_000 });

const product = productForTests();

/** The part of a room's page that is about its people. */
class PeoplePage extends StudioPage {
  /** Opens the list of people, or one of the lists beside it. */
  async open(tab: 'Members' | 'Activity' | 'Messages'): Promise<Locator> {
    const panel = this.page.getByRole('dialog', { name: /here$/ });
    if (!(await panel.isVisible()))
      await this.page.getByRole('button', { name: /(person|people) here/ }).click();
    await panel.getByRole('tab', { name: tab }).click();
    return panel;
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close', exact: true }).click();
  }

  /** @param item the beginning of what stands in the menu */
  async about(member: string, item: string): Promise<void> {
    await this.open('Members');
    await this.page.getByRole('button', { name: `What ${member} may do` }).click();
    const menu = this.page.getByRole('menu');
    await menu
      .getByRole('menuitem', { name: item })
      .or(menu.getByRole('menuitemradio', { name: item }))
      .click();
  }

  async room(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Room menu' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async confirm(action: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
  }

  readonly iterations = () => this.page.getByRole('textbox', { name: 'Iterations', exact: true });
}

async function newPerson(browser: Browser): Promise<PeoplePage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  return new PeoplePage(await context.newPage());
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('an owner decides who may do what, and everybody’s page follows at once', async ({ browser }) => {
  test.slow();
  const ada = await newPerson(browser);
  const ben = await newPerson(browser);
  let watchLink = '';

  await test.step('who creates a room is told of the recovery link, once', async () => {
    await ada.createRoom(product.server.url, 'Ada');
    const hint = ada.page.getByRole('complementary', { name: 'Recovery link' });
    await expect(hint.getByRole('button', { name: 'Copy recovery link' })).toBeVisible();
    await ada.page.reload();
    await expect(ada.page.getByRole('button', { name: 'Room menu' })).toBeVisible();
    await expect(hint).toBeHidden();
  });

  await test.step('who watches may turn nothing, until an owner makes them an editor', async () => {
    watchLink = await ada.link('watch');
    await ben.page.goto(watchLink);
    await ben.sayName('Ben');
    await expect(ben.iterations()).toBeDisabled();
    await expect(ben.page.getByRole('button', { name: 'Room menu' })).toBeHidden();
    await ada.about('Ben', 'Editor');
    await expect(ben.iterations()).toBeEnabled();
    await expect(ben.page.getByRole('button', { name: 'Room menu' })).toBeVisible();
  });

  await test.step('locked settings say so, and take nothing from an editor', async () => {
    await ada.close();
    await ada.room('Lock the settings');
    await expect(ben.page.getByText('An owner has locked the settings:')).toBeVisible();
    await expect(ben.iterations()).toBeDisabled();
    await expect(ada.iterations()).toBeEnabled();
    expect(await violations(ben.page)).toEqual([]);
    await ada.room('Unlock the settings');
    await expect(ben.iterations()).toBeEnabled();
  });

  await test.step('a new name of the room is everybody’s', async () => {
    await ada.room('Rename the room');
    await ada.page.getByLabel('Name of the room').fill('Cats in wool');
    await ada.confirm('Save');
    await expect(ben.page.getByRole('heading', { name: 'Cats in wool' })).toBeVisible();
  });

  await test.step('what was changed is listed, and can be taken back by key and by button', async () => {
    const before = await ben.iterations().inputValue();
    await ben.setNumber('Iterations', 123);
    await expect(ada.iterations()).toHaveValue('123');
    const activity = await ada.open('Activity');
    await expect(activity.getByText(`changed iterations ${before} → 123`)).toBeVisible();
    await expect(activity.getByText('named the room “Cats in wool”')).toBeVisible();
    expect(await violations(ada.page)).toEqual([]);

    await ben.page.getByRole('button', { name: 'Room menu' }).focus();
    await ben.page.keyboard.press('Control+z');
    await expect(ada.iterations()).toHaveValue(before);
    await expect(ben.page.getByTestId('announcer')).toContainText(
      `took back a change: iterations 123 → ${before}`,
    );
    await expect(activity.getByText('Taken back', { exact: false }).first()).toBeVisible();

    await activity
      .getByRole('button', { name: `Undo: Ben took back a change: iterations 123 → ${before}` })
      .click();
    await expect(ben.iterations()).toHaveValue('123');
  });

  await test.step('a rotated link lets nobody in, the new one does', async () => {
    await ada.close();
    await ada.page.getByRole('button', { name: 'Copy link' }).click();
    await ada.page.getByRole('button', { name: 'Renew the watch link' }).click();
    await expect(ada.page.getByText('The old watch link stops working')).toBeVisible();
    expect(await violations(ada.page)).toEqual([]);
    await ada.page.getByRole('button', { name: 'Make a new link' }).click();
    await expect(ada.page.getByLabel('Watch link', { exact: true })).not.toHaveValue(watchLink);
    await ada.page.keyboard.press('Escape');

    const late = await newPerson(browser);
    await late.page.goto(watchLink);
    await expect(late.page.getByRole('heading', { name: 'This link does not open the room' })).toBeVisible();
    await late.page.goto(await ada.link('watch'));
    await late.page.reload();
    await late.sayName('Cleo');
    await expect(late.page.getByRole('heading', { name: 'Cats in wool' })).toBeVisible();
  });

  await test.step('who is removed or kept out is told so, and may come back as far as that', async () => {
    const editLink = await ada.link('edit');
    await ada.about('Ben', 'Remove…');
    expect(await violations(ada.page)).toEqual([]);
    await ada.confirm('Remove');
    await expect(ben.page.getByRole('heading', { name: 'You are no longer in this room' })).toBeVisible();

    await ben.page.goto(editLink);
    await ben.page.reload();
    await expect(ben.page.getByRole('heading', { name: 'Cats in wool' })).toBeVisible();
    await ada.about('Ben', 'Keep out…');
    await ada.confirm('Keep out');
    await expect(ben.page.getByRole('heading', { name: 'You are no longer in this room' })).toBeVisible();
    await ben.page.goto(editLink);
    await ben.page.reload();
    await expect(ben.page.getByRole('heading', { name: 'You cannot come into this room' })).toBeVisible();

    const panel = await ada.open('Members');
    await panel.getByRole('button', { name: 'Allow Ben again' }).click();
    await expect(panel.getByRole('button', { name: 'Allow Ben again' })).toBeHidden();
    await ben.page.goto(editLink);
    await ben.page.reload();
    await expect(ben.page.getByRole('heading', { name: 'Cats in wool' })).toBeVisible();
  });

  await test.step('a room is deleted for everybody, once its name was typed', async () => {
    await ada.close();
    await ada.room('Delete the room');
    const forGood = ada.page.getByRole('button', { name: 'Delete for good' });
    await expect(forGood).toBeDisabled();
    expect(await violations(ada.page)).toEqual([]);
    await ada.page.getByLabel('To delete it, type its name: Cats in wool').fill('Cats in wool');
    await forGood.click();
    await expect(ben.page.getByRole('heading', { name: 'This room was deleted' })).toBeVisible();
    await ada.page.waitForURL(product.server.url + '/');
    await ada.page.waitForURL((url) => url.pathname === '/');
    await expect(ada.page.getByRole('link', { name: /Cats in wool/ })).toBeHidden();
  });
});

test('what is said stays with the moment that it is about', async ({ browser }) => {
  test.slow();
  const ada = await newPerson(browser);
  const ben = await newPerson(browser);
  await ada.createRoom(product.server.url, 'Ada');
  await ben.page.goto(await ada.link('watch'));
  await ben.sayName('Ben');
  await ada.upload('content', join(samples, 'house-cat.jpg'));
  await ada.upload('style', join(samples, 'kilim.jpg'));
  await ada.setNumber('Size', 96);
  await ada.setNumber('Iterations', 6);
  await ada.press('Start');
  await ada.expectStatus('finished');
  await ben.expectFrame(6);

  await test.step('a message is about the picture on the stage, and others see that there is one', async () => {
    const panel = await ada.open('Messages');
    await expect(panel.getByText('About iteration 6 of run 1')).toBeVisible();
    await panel.getByLabel('Your message', { exact: true }).fill('More wool in the ears!');
    await ada.page.keyboard.press('Enter');
    // Among what was said: it stands in the box as well until the answer is here.
    await expect(panel.getByRole('log').getByText('More wool in the ears!')).toBeVisible();
    await expect(ben.page.getByRole('button', { name: '2 people here, 1 new message' })).toBeVisible();
  });

  await test.step('who watches reacts, but does not write', async () => {
    const panel = await ben.open('Messages');
    await expect(panel.getByText('More wool in the ears!')).toBeVisible();
    await expect(panel.getByLabel('Your message', { exact: true })).toBeHidden();
    await expect(panel.getByText('Who watches can react, but not write.')).toBeVisible();
    await expect(ben.page.getByRole('button', { name: '2 people here', exact: true })).toBeVisible();
    await panel.getByRole('button', { name: 'React with 🔥' }).click();
    const given = (page: Page) => page.getByRole('log').getByRole('button', { name: '🔥 by Ben' });
    await expect(given(ada.page)).toHaveAttribute('aria-pressed', 'false');
    await expect(given(ben.page)).toHaveAttribute('aria-pressed', 'true');
    expect(await violations(ben.page)).toEqual([]);
    await given(ben.page).click();
    await expect(given(ada.page)).toBeHidden();
  });

  await test.step('the moment of a message can be shown, and a message be about the room', async () => {
    const panel = await ada.open('Messages');
    await panel.getByRole('button', { name: 'Make it about the room' }).click();
    await panel.getByLabel('Your message', { exact: true }).fill('Shall we try another painting?');
    await panel.getByRole('button', { name: 'Send' }).click();
    await expect(panel.getByRole('log').getByText('Shall we try another painting?')).toBeVisible();
    const jumps = panel.getByRole('log').getByRole('button', { name: 'Show iteration 6 of run 1' });
    await expect(jumps).toHaveCount(1);
    await jumps.click();
    await ada.expectFrame(6);
    expect(await violations(ada.page)).toEqual([]);
  });

  await test.step('a message can be taken back', async () => {
    const log = ada.page.getByRole('log');
    await log
      .getByRole('listitem')
      .filter({ hasText: 'ears' })
      .getByRole('button', { name: 'Delete your message' })
      .click();
    await expect(ben.page.getByText('More wool in the ears!')).toBeHidden();
    await expect(ben.page.getByText('Shall we try another painting?')).toBeVisible();
  });
});
