import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { onDesk, tabTo } from './browser-desk.ts';
import { themeViolations, violations } from './violations.ts';

const bulletin = resolve(import.meta.dirname, '../fixtures/seismic/punggye-ri-2009.isf');

onDesk('the Evidence view', (desk) => {
  it('screens a bulletin that is dropped: map, magnitudes, table', async () => {
    const page = await desk.open('/evidence');
    await page.getByRole('heading', { name: 'Screen a bulletin' }).waitFor();
    const text = readFileSync(bulletin, 'utf8');
    const held = await page.evaluateHandle((words) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([words], 'punggye-ri.isf'));
      return transfer;
    }, text);
    await page.dispatchEvent('body', 'drop', { dataTransfer: held });
    await page.getByRole('heading', { name: 'punggye-ri.isf: one event' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/evidence\/bulletin-[0-9a-f]{12}$/);
    await page.locator('.figure-frame svg').nth(1).waitFor();
    await expect.poll(() => page.locator('.figure-frame svg').first().textContent()).toContain('Punggye-ri');
    await expect
      .poll(() => page.locator('.table-scroll').last().textContent())
      .toContain('cannot be told from a nuclear test');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await themeViolations(page)).toEqual([]);
  });

  it('takes a bulletin and tells why, with the keyboard alone', async () => {
    const page = await desk.open('/evidence');
    await tabTo(page, 'textbox', 'or paste it');
    await page.keyboard.insertText(readFileSync(bulletin, 'utf8'));
    await tabTo(page, 'button', 'Screen it');
    await page.keyboard.press('Enter');
    const event = page.locator('.table-scroll button.link').last();
    await event.waitFor();
    await tabTo(page, 'button', (await event.textContent())!);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const words = (await dialog.textContent())!;
    expect(words).toContain('Yield, if it were a test');
    expect(words).toContain('Punggye-ri');
    expect(words).toMatch(/Relation/);
    expect(await violations(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('says why it cannot read what is no bulletin', async () => {
    const page = await desk.open('/evidence');
    await page.getByLabel('or paste it').fill('no bulletin at all');
    await page.getByRole('button', { name: 'Screen it' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    await expect.poll(() => alert.textContent()).toContain('cannot be read as a bulletin');
  });
});
