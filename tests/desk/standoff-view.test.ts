import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onDesk, tabTo } from './browser-desk.ts';
import { violations } from './violations.ts';

const changes = (page: Page): Promise<readonly string[]> =>
  page.locator('.difference > li').evaluateAll((lines) => lines.map((line) => line.textContent ?? ''));
const drawings = (page: Page) => page.locator('.figure-frame svg');
const search = (page: Page) => new URL(page.url()).searchParams;

onDesk('the Stand-off view', (desk) => {
  it('shows who waits for whom, and the same as a table', async () => {
    const page = await desk.open('/standoff');
    await drawings(page).first().waitFor();
    await expect.poll(() => drawings(page).first().textContent()).toContain('iff USA.engage');
    await page.getByText('The same as a table').first().click();
    const row = page.getByRole('row', { name: /Russia enters a dialogue/ }).first();
    await expect.poll(() => row.textContent()).toContain('United States enters a dialogue');
  });

  it('hands the figure out as SVG, as a picture and as rows', async () => {
    const page = await desk.open('/standoff');
    await drawings(page).first().waitFor();
    const handed = async (kind: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `${kind} of: Today, by the words of the reports.` }).click(),
      ]);
      return readFileSync(await file.path());
    };
    expect((await handed('SVG')).toString()).toMatch(/^<svg [^>]*>[\s\S]*iff USA\.engage/);
    expect((await handed('PNG')).subarray(1, 4).toString()).toBe('PNG');
    expect((await handed('CSV')).toString()).toMatch(/who,option,waits for,condition,positions,ring\r?\n/);
  });

  it('leads from a position to the words of the report and to the ledger', async () => {
    const page = await desk.open('/standoff');
    const position = page.locator('.positions > li').filter({ hasText: 'RUS.engage iff USA.engage' });
    await position.locator('summary').click();
    const links = position.locator('.evidence a');
    await expect.poll(() => links.first().textContent()).toContain('begin first');
    await expect.poll(() => links.first().getAttribute('href')).toMatch(/^\/reports\/report-[0-9a-f]{12}/);
    const fact = (await links.last().textContent())!;
    await expect.poll(() => links.last().getAttribute('href')).toMatch(/^\/ledger\?fact=/);
    await links.first().click();
    await expect.poll(() => page.locator('.claim-panel').textContent()).toContain('begin first');
    await page.goBack();
    await position.locator('summary').click();
    await links.last().click();
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain(fact.slice(0, 60));
  });

  it('supposes with the keyboard alone: takes an option, retracts, assumes; undoes and does again', async () => {
    const page = await desk.open('/standoff');
    await tabTo(page, 'checkbox', 'United States: tests nuclear weapons');
    await page.keyboard.press('Space');
    await expect.poll(() => search(page).getAll('set')).toEqual(['USA.test=Y']);
    await expect
      .poll(async () => (await changes(page)).join('\n'))
      .toContain(
        'new move by the positions: Russia tests nuclear weapons, once United States tests nuclear weapons',
      );
    await expect.poll(() => drawings(page).count()).toBe(2);

    await tabTo(page, 'button', 'Retract: Russia refuses to cease fire.');
    await page.keyboard.press('Enter');
    await expect.poll(() => search(page).getAll('retract').length).toBe(1);

    await tabTo(page, 'combobox', 'Holder');
    await page.keyboard.press('u');
    await tabTo(page, 'combobox', 'Formula');
    await page.keyboard.type('USA.engage only if RUS.engage');
    await page.keyboard.press('Enter');
    await expect.poll(() => search(page).getAll('add')).toEqual(['USA: USA.engage only if RUS.engage']);
    await expect.poll(async () => (await changes(page)).join('\n')).toContain('new deadlock');
    await expect.poll(() => drawings(page).nth(1).textContent()).toContain('⟲ deadlock 1');

    const link = page.url();
    for (let undo = 0; undo < 3; undo++) await page.keyboard.press('Control+z');
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expect.poll(() => drawings(page).count()).toBe(1);
    for (let redo = 0; redo < 3; redo++) await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => page.url()).toBe(link);
    await expect.poll(async () => (await changes(page)).join('\n')).toContain('new deadlock');

    const sent = await desk.open(new URL(link).pathname + new URL(link).search);
    await expect.poll(async () => (await changes(sent)).join('\n')).toContain('new deadlock');
  }, 60_000);

  it('lets the words of several reports count together', async () => {
    const sent = await fetch(`${desk.address}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'Talks in the balance\n3 March 2026\nThe United States said it would resume dialogue with Russia only if Moscow resumed dialogue first.',
    });
    expect(sent.status).toBe(202);
    const page = await desk.open('/standoff');
    await page.getByText(/choose others/).click();
    const box = page.getByRole('checkbox', { name: /Talks in the balance/ });
    for (let tries = 0; (await box.count()) === 0; tries++) {
      expect(tries).toBeLessThan(40);
      await page.waitForTimeout(250);
      await page.reload();
      await page.getByText(/choose others/).click();
      await page.getByRole('checkbox', { name: /Each side says/ }).waitFor();
    }
    await box.check();
    await expect.poll(() => search(page).get('reports')?.split(',').length).toBe(2);
    await expect.poll(() => drawings(page).first().textContent()).toContain('⟲ deadlock 1');
  }, 60_000);

  it('takes a supposition back, one by one and at once', async () => {
    const page = await desk.open('/standoff?set=USA.engage=Y&set=USA.test=Y');
    await page
      .getByRole('button', { name: 'No longer suppose: United States tests nuclear weapons' })
      .click();
    await expect.poll(() => search(page).getAll('set')).toEqual(['USA.engage=Y']);
    await page.getByRole('button', { name: 'Back to today' }).click();
    await expect.poll(() => search(page).getAll('set')).toEqual([]);
    await page.goBack();
    await expect.poll(() => search(page).getAll('set')).toEqual(['USA.engage=Y']);
  });

  it('tells where a formula is wrong and keeps what was there', async () => {
    const page = await desk.open('/standoff');
    await page.getByLabel('Formula').fill('USA.enagge');
    await page.getByRole('button', { name: 'Suppose it' }).click();
    await expect.poll(() => page.locator('#assumption-note').textContent()).toContain('did you mean');
    await expect.poll(() => page.getByLabel('Formula').inputValue()).toBe('USA.enagge');
    expect(search(page).getAll('add')).toEqual([]);
    await expect.poll(() => drawings(page).count()).toBe(1);
  });

  it.each(['/standoff', '/standoff?set=USA.engage=Y&add=USA:%20USA.engage%20only%20if%20RUS.engage'])(
    'has nothing that axe objects to at %s in either theme',
    async (path) => {
      for (const dark of [false, true]) {
        const page = await desk.open(path, { dark });
        await drawings(page).first().waitFor();
        await page.locator('main details').evaluateAll((all) => {
          for (const details of all) (details as HTMLDetailsElement).open = true;
        });
        expect(await violations(page)).toEqual([]);
      }
    },
  );

  it.each([360, 1280, 1920])('fits a window of %d', async (width) => {
    const page = await desk.open('/standoff?set=USA.engage=Y', { width });
    await drawings(page).nth(1).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
