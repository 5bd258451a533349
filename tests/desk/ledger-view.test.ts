import { expect, it } from 'vitest';
import { onDesk, tabTo } from './browser-desk.ts';

onDesk('the Ledger view', (desk) => {
  it('shows the treaties on any day, and where a cell differs from today’s', async () => {
    const page = await desk.open('/ledger?asOf=2023-11-02');
    const cell = page.getByRole('button', { name: /^Russia, Comprehensive/ });
    await cell.waitFor();
    await expect
      .poll(() => cell.getAttribute('aria-label'))
      .toBe('Russia, Comprehensive Nuclear-Test-Ban Treaty: party; today signed. Why?');
    await page.getByRole('button', { name: 'next act →' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toBe('2023-11-03');
    await expect.poll(() => cell.textContent()).toContain('signed');
  });

  it('moves the day and opens a cell’s sources with the keyboard alone', async () => {
    const page = await desk.open('/ledger?asOf=2023-11-02');
    await tabTo(page, 'button', 'Comprehensive Nuclear-Test-Ban Treaty');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    for (let presses = 0; presses < 20 && !(await focused()).startsWith('Russia'); presses++)
      await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => focused())
      .toBe('Russia, Comprehensive Nuclear-Test-Ban Treaty: party; today signed. Why?');
    await page.keyboard.press(']');
    await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).toBe('2023-11-03');
    await expect.poll(focused).toBe('Russia, Comprehensive Nuclear-Test-Ban Treaty: signed. Why?');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.textContent()).toContain('withdrew 3 November 2023');
    await expect.poll(() => dialog.textContent()).toContain('UNODA');
    expect(new URL(page.url()).searchParams.get('state')).toBe('RUS');
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.has('state')).toBe(false);
    await expect.poll(() => focused()).toContain('Russia');
  });

  it('does not know what was not yet on record', async () => {
    const page = await desk.open('/ledger?asOf=2023-11-05&knownBy=2023-11-05');
    const cell = page.getByRole('button', { name: /^Russia, Comprehensive/ });
    await cell.waitFor();
    await expect.poll(() => cell.textContent()).toContain('party');
  });

  it('finds rows, opens one, and judges a sentence', async () => {
    const page = await desk.open('/ledger');
    await page.getByRole('searchbox').fill('ryabkov');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText(/rows hold “ryabkov”/).count()).toBe(1);
    await page.locator('.because a', { hasText: 'row statement:' }).first().click();
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('On record since');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('Eight states have not ratified the CTBT.');
    await page.getByRole('button', { name: 'Is it so?' }).click();
    await expect.poll(() => page.getByRole('search').textContent()).toContain('outdated');
  });

  it('counts and maps the tests, narrowed by state; each test opens its source', async () => {
    const page = await desk.open('/ledger?show=tests');
    await page.getByText('2055 tests, 2399 devices').waitFor();
    await expect.poll(() => page.locator('.figure-frame svg').count()).toBe(2);
    await expect
      .poll(() => page.locator('.figure-frame svg').first().textContent())
      .toContain('United States: 1030');
    await page.getByRole('combobox', { name: 'State' }).selectOption({ label: 'North Korea' });
    await page.getByText('6 tests, the first on').waitFor();
    await page.getByRole('button', { name: '2017-09-03' }).click();
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('Punggye-ri');
  });

  it('lists the timeline with conditions, and draws it', async () => {
    const page = await desk.open('/ledger?show=timeline&line-actor=RUS&line-from=2025');
    await page.locator('.figure-frame svg').waitFor();
    await expect.poll(() => page.locator('.timeline').textContent()).toContain('Condition:');
  });
});
