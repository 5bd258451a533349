import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDesk, tabTo } from './browser-desk.ts';

const heading = (page: Page) => page.locator('.claim-head h3');
const panel = (page: Page) => page.locator('.claim-panel');

onDesk('the Report view', (desk) => {
  it('marks the claims in the text, overlaps flat, and keeps every letter', async () => {
    const page = await desk.open('/reports');
    await page.locator('.report-text mark').first().waitFor();
    const { report } = await page.evaluate(async () => (await fetch(`${location.pathname}.json`)).json());
    const words = await page.locator('.report-text').evaluate((text) => {
      const copy = text.cloneNode(true) as Element;
      for (const number of copy.querySelectorAll('button')) number.remove();
      return copy.textContent;
    });
    expect(words).toBe(report.text);
    // Two claims share words: a press goes from one to the other.
    const shared = page.locator('.report-text mark.several').last();
    await shared.click();
    const one = await heading(page).textContent();
    await shared.click();
    await expect.poll(() => heading(page).textContent()).not.toBe(one);
  });

  it('goes from claim to claim by keys alone, each with verdict, rows and sources, and the address keeps it', async () => {
    const page = await desk.open('/reports');
    await heading(page).waitFor();
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press('j');
    await expect.poll(() => heading(page).textContent()).toMatch(/^Claim 5 of \d+$/);
    await expect
      .poll(() => panel(page).textContent())
      .toContain('The Soviet Union tested at Novaya Zemlya on 24 October 1990');
    await expect
      .poll(() => panel(page).locator('.then-now').textContent())
      .toMatch(/supported.*Today.*supported/);
    await page.keyboard.press('k');
    await expect.poll(() => heading(page).textContent()).toMatch(/^Claim 4 of \d+$/);
    await page.reload();
    await expect.poll(() => heading(page).textContent()).toMatch(/^Claim 4 of \d+$/);
  });

  it('judges as of another day, and tells today’s verdict beside', async () => {
    const page = await desk.open('/reports?asOf=2023-06-01');
    await heading(page).waitFor();
    await page.getByRole('button', { name: /^Claim 8:/ }).click();
    await expect
      .poll(() => panel(page).locator('.then-now').textContent())
      .toMatch(/1 June 2023.*(contradicted|not in the ledger).*Today.*supported/);
  });

  it('rejects a claim by keys alone, tells what that changes in the stand-off, and takes it back', async () => {
    const page = await desk.open('/reports');
    await heading(page).waitFor();
    await tabTo(page, 'button', 'Claim 12: not checkable');
    await page.keyboard.press('Enter');
    await page.keyboard.press('x');
    const change = page.locator('.corrections .difference');
    await change.waitFor();
    await expect.poll(() => change.textContent()).toContain('Russia refuses to cease fire');
    await expect.poll(() => panel(page).textContent()).toContain('Rejected by analyst');
    await page.keyboard.press('Control+z');
    await expect.poll(() => panel(page).textContent()).not.toContain('Rejected');
    await expect.poll(() => change.textContent()).toContain('Now: Russia refuses to cease fire');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => change.textContent()).toContain('No longer: Russia refuses to cease fire');
    await expect.poll(() => panel(page).textContent()).toContain('Rejected by analyst');
    await page.keyboard.press('a');
    await expect.poll(() => panel(page).textContent()).not.toContain('Rejected');
  });

  it('edits what the text says; the correction is signed and stays', async () => {
    const page = await desk.open('/reports');
    await heading(page).waitFor();
    await page.getByLabel(/^Signed by/).fill('A. Reader');
    await page.getByRole('button', { name: /^Claim 1:/ }).click();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'What does the text say?' });
    await dialog.getByLabel('How it is said').selectOption('announced');
    await dialog.getByLabel('On a condition').uncheck();
    await dialog.getByRole('button', { name: 'Put it right' }).click();
    await expect
      .poll(() => panel(page).locator('.fields').textContent())
      .toMatch(/announced.*edit by A\. Reader/);
    await page.reload();
    await expect
      .poll(() => panel(page).locator('.fields').textContent())
      .toMatch(/announced.*edit by A\. Reader/);
    await expect.poll(() => panel(page).locator('.fields').textContent()).not.toContain('Condition');
  });

  it('lets single keys be turned off', async () => {
    const page = await desk.open('/reports');
    await heading(page).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect.poll(() => sheet.textContent()).toContain('Next claim');
    await sheet.getByLabel('Single keys do something').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await expect.poll(() => heading(page).textContent()).toMatch(/^Claim 1 of \d+$/);
    expect(new URL(page.url()).hash).toBe('');
  });
});
