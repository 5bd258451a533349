import { expect, it } from 'vitest';
import { onDesk, tabTo } from './browser-desk.ts';

const OWN = 'China said on 3 March 2025 that it would sign the treaty only if India signed it first.';

onDesk('the first screen', (desk) => {
  it('already shows the brief of the sample report, each verdict open to why', async () => {
    const page = await desk.open('/');
    await page.getByRole('heading', { name: 'Each side says the other must begin' }).waitFor();
    await expect.poll(() => page.locator('.summary > li').first().textContent()).toContain('Russia');
    await page.locator('.figure-frame svg').waitFor();
    const claim = page.locator('.claim-list > li').nth(4);
    await claim.locator('summary').click();
    await expect.poll(() => claim.textContent()).toContain('24 October 1990');
    await claim.getByRole('link', { name: 'In the text' }).click();
    await expect.poll(() => page.locator('.claim-head h3').textContent()).toMatch(/^Claim 5 of \d+$/);
  });

  it('briefs words that are typed with the keyboard alone', async () => {
    const page = await desk.open('/');
    await tabTo(page, 'textbox', 'Paste its words (English)');
    await page.keyboard.type(OWN);
    await tabTo(page, 'button', 'Brief it');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/\?reports=report-[0-9a-f]{12}$/);
    await expect.poll(() => page.locator('.claim-list').textContent()).toContain('China');
  });

  it('briefs several files that are dropped on the page, and keeps them in its list', async () => {
    const page = await desk.open('/');
    await page.locator('.summary').waitFor();
    const files = await page.evaluateHandle(() => {
      const held = new DataTransfer();
      held.items.add(
        new File(['France ratified the treaty on 6 April 1998.'], 'one.txt', { type: 'text/plain' }),
      );
      held.items.add(
        new File(
          ['<html><title>Two</title><p>India tested a nuclear weapon in 1998.</p></html>'],
          'two.html',
          {
            type: 'text/html',
          },
        ),
      );
      return held;
    });
    await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
    await page.getByText('Drop the reports to brief them').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: files });
    await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/\?reports=report-\w+,report-\w+$/);
    await expect.poll(() => page.locator('.kicker').textContent()).toBe('Brief of 2 reports');
    await page.getByLabel('Search their words').fill('india');
    await expect.poll(() => page.locator('.report-list').textContent()).toContain('two.html');
  });

  it('lets a report with script in it do nothing', async () => {
    const page = await desk.open('/');
    const hostile = `<script>window.hacked = 1</script> <img src=x onerror="window.hacked = 2"> "><svg onload=alert(1)> Russia said it would test if the United States tested first. [a](javascript:alert(1)) http://example.org/x.png`;
    await page.getByLabel('Paste its words (English)').fill(hostile);
    await page.getByRole('button', { name: 'Brief it' }).click();
    await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('?reports=');
    await page.locator('.summary').waitFor();
    const [id] = /report-\w+/.exec(page.url())!;
    await page.goto(`${desk.address}/reports/${id}`);
    await page.locator('.report-text').waitFor();
    await expect
      .poll(() => page.locator('.report-text').textContent())
      .toContain('onerror="window.hacked = 2"');
    await expect
      .poll(() => page.locator('main img, main script, main a[href^="javascript"]').count())
      .toBe(0);
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  });

  it('tells what is wrong and what to do', async () => {
    const page = await desk.open('/?reports=report-000000000000');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    await expect.poll(() => alert.textContent()).toMatch(/no report report-000000000000.*reports\.json/);
    await alert.getByRole('button', { name: 'Try again' }).waitFor();
  });

  it('hands the figure over as SVG, PNG and CSV', async () => {
    const page = await desk.open('/');
    await page.locator('.figure-frame svg').waitFor();
    for (const kind of ['SVG', 'PNG', 'CSV']) {
      const handed = page.waitForEvent('download');
      await page.getByRole('button', { name: new RegExp(`^${kind} of: Who waits`) }).click();
      const file = await handed;
      expect(file.suggestedFilename()).toBe(`who-waits-for-whom.${kind.toLowerCase()}`);
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      if (kind === 'PNG') expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      else expect(bytes.toString()).toContain('RUS.engage');
    }
  });

  it('draws from an SVG only what figures draw with', async () => {
    const page = await desk.open('/');
    await page.route('**/ledger/tests.svg*', (route) =>
      route.fulfill({
        contentType: 'image/svg+xml',
        body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="window.hacked = 1"><script>window.hacked = 2</script><circle r="3" onclick="window.hacked = 3" style="fill: url(http://example.org/a)" fill="url(http://example.org/b)"/><a href="javascript:window.hacked = 4"><text>go</text></a><image href="http://example.org/c.png"/><foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="window.hacked = 5"/></foreignObject></svg>`,
      }),
    );
    await page.getByRole('link', { name: 'Ledger' }).click();
    await page.getByRole('link', { name: 'Tests', exact: true }).click();
    const drawn = page.locator('.figure-frame svg').nth(1);
    await drawn.waitFor();
    expect(await drawn.evaluate((svg) => svg.innerHTML)).toBe('<circle r="3"></circle>');
    await expect.poll(() => drawn.getAttribute('onload')).toBeNull();
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  });
});
