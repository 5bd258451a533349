import { expect, it } from 'vitest';
import { onDesk } from './browser-desk.ts';
import { themeViolations, violations } from './violations.ts';

/** The views and what shows that they are there; Stand-off and Outcomes are held to the same in tests of their own. */
const VIEWS = [
  { path: '/', sign: '.claim-list' },
  { path: '/reports', sign: '.claim-panel' },
  { path: '/ledger?asOf=2023-11-02', sign: '.treaty-grid' },
  { path: '/ledger?show=tests&test-state=PRK', sign: '.figure-frame svg' },
  { path: '/ledger?show=timeline&line-from=2026', sign: '.timeline' },
  { path: '/ledger?treaty=ctbt&state=RUS', sign: 'dialog .because' },
  { path: '/evidence', sign: '.bulletin-form' },
] as const;

onDesk('every view', (desk) => {
  it.each(VIEWS)(
    '$path has nothing that axe objects to, in light and dark, and fits 360 pixels',
    async ({ path, sign }) => {
      const page = await desk.open(path);
      await page.locator(sign).first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(await themeViolations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    },
  );

  it('goes from view to view by links and keys, back and forth, without loading anew', async () => {
    const page = await desk.open('/?asOf=2025-01-01');
    await page.locator('.claim-list').waitFor();
    await page.evaluate(() => {
      (window as { stays?: boolean }).stays = true;
    });
    await page.getByRole('link', { name: 'Ledger' }).click();
    await page.locator('.treaty-grid').waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2025-01-01');
    expect(await page.title()).toContain('Ledger');
    await page.keyboard.press('2');
    await page.locator('.claim-panel').waitFor();
    await page.goBack();
    await page.locator('.treaty-grid').waitFor();
    expect(await page.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true);
  });

  it('keeps the theme that was chosen, without a flash of the other', async () => {
    const page = await desk.open('/ledger');
    const button = page.getByRole('button', { name: /^Theme:/ });
    await button.click();
    await button.click();
    await button.click();
    await button.click();
    await expect.poll(() => button.getAttribute('aria-label')).toBe('Theme: Dark; change');
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        (window as { atFirst?: string }).atFirst = document.documentElement.dataset.theme ?? '';
      });
    });
    await page.reload();
    expect(await page.evaluate(() => (window as { atFirst?: string }).atFirst)).toBe('dark');
  });
});
