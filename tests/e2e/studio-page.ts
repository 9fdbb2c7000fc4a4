import { expect, type Page } from '@playwright/test';

/** What people do on the pages of the studio, by the names that they see. */
export class StudioPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async createRoom(url: string, name: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByRole('button', { name: 'Create a room' }).click();
    await this.page.waitForURL(/\/r\/[\w-]+/);
    await this.sayName(name);
  }

  async sayName(name: string): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: 'Enter the room' }).click();
  }

  /** @param file path of a picture */
  async upload(kind: 'content' | 'style', file: string): Promise<void> {
    await this.page.getByLabel(`Choose a ${kind} image`).setInputFiles(file);
    await this.page.getByRole('button', { name: 'Use picture' }).click();
    await expect(
      this.page.getByRole('region', { name: wells[kind], exact: true }).getByRole('img'),
    ).toBeVisible();
  }

  async setNumber(label: 'Iterations' | 'Size', value: number): Promise<void> {
    const box = this.page.getByRole('textbox', { name: label, exact: true });
    await box.fill(String(value));
    await box.press('Enter');
  }

  async link(kind: 'edit' | 'watch'): Promise<string> {
    await this.page.getByRole('button', { name: 'Copy link' }).click();
    const title = kind === 'edit' ? 'Edit link' : 'Watch link';
    const link = await this.page.getByLabel(title, { exact: true }).inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }

  async press(button: 'Start' | 'Pause' | 'Resume' | 'Stop'): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  async expectStatus(status: string, timeout = 60_000): Promise<void> {
    await expect(this.page.getByTestId('run-status')).toHaveAttribute('data-status', status, { timeout });
  }

  /** Waits until a frame at or after this iteration is shown. */
  async expectFrame(iteration: number, timeout = 60_000): Promise<void> {
    await expect
      .poll(async () => Number(await this.page.getByTestId('stage').getAttribute('data-iteration')), {
        timeout,
      })
      .toBeGreaterThanOrEqual(iteration);
  }

  async expectCurve(points: number): Promise<void> {
    await expect
      .poll(async () => Number(await this.page.getByTestId('curve').getAttribute('data-points')))
      .toBeGreaterThanOrEqual(points);
  }
}

const wells = { content: 'Content', style: 'Style' } as const;
