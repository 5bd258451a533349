import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.ts';
import { modelFromGmcr, modelFromYaml } from '../../src/model/index.ts';
import { onDesk, tabTo } from './browser-desk.ts';
import { violations } from './violations.ts';

const catalog = (name: string) => resolve(import.meta.dirname, `../../catalog/${name}`);

/** The states listed as stable by a concept, by their numbers. */
const stableBy = (page: Page, concept: string): Promise<readonly number[]> =>
  page.locator('.outcomes > li').evaluateAll(
    (items, name) =>
      items
        .filter((item) => [...item.querySelectorAll('.chip')].some((chip) => chip.textContent === name))
        .map((item) => Number(/State (\d+)/.exec(item.textContent ?? '')?.[1]))
        .sort((a, b) => a - b),
    concept,
  );
const statementsOf = (page: Page, who: string) =>
  page
    .getByRole('list', { name: `Statements of ${who}` })
    .locator('input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

onDesk('the Outcomes view', (desk) => {
  it('comes from an empty editor to the prisoner’s dilemma and to chicken, with the keyboard alone', async () => {
    const page = await desk.open('/outcomes');
    await tabTo(page, 'button', 'New, empty');
    await page.keyboard.press('Enter');
    for (let maker = 0; maker < 2; maker++) {
      await tabTo(page, 'button', 'Add decision maker');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('fieldset.maker').count()).toBe(maker + 1);
    }
    for (const who of ['A', 'B']) {
      await tabTo(page, 'button', `Add option of ${who}`);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      await page.keyboard.type('defect');
    }
    for (const [who, lines] of [
      ['A', ['not B.defect', 'A.defect']],
      ['B', ['not A.defect', 'B.defect']],
    ] as const) {
      await tabTo(page, 'combobox', `New statement of ${who}`);
      for (const line of lines) {
        await page.keyboard.type(line);
        await page.keyboard.press('Enter');
      }
    }
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([4]);
    await expect.poll(() => stableBy(page, 'SEQ')).toEqual([1, 4]);

    for (const who of ['A', 'B']) {
      await tabTo(page, 'combobox', `New statement of ${who}`);
      await page.keyboard.type('not (A.defect and B.defect)');
      await page.keyboard.press('Enter');
      const name = 'Move “not (A.defect and B.defect)”: 3 of 3, with the arrow keys up and down';
      await expect.poll(async () => (await statementsOf(page, who)).length).toBe(3);
      const handle = page.getByRole('list', { name: `Statements of ${who}` }).getByRole('button', { name });
      for (let presses = 0; !(await handle.evaluate((e) => e === document.activeElement)); presses++) {
        expect(presses).toBeLessThan(40);
        await page.keyboard.press('Shift+Tab');
      }
      await page.keyboard.press('ArrowUp');
      await expect.poll(async () => (await statementsOf(page, who))[1]).toContain('and');
      await page.keyboard.press('ArrowUp');
      await expect.poll(async () => (await statementsOf(page, who))[0]).toContain('and');
    }
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([2, 3]);
    for (let undo = 0; undo < 6; undo++) await page.keyboard.press('Control+z');
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([4]);
    for (let redo = 0; redo < 6; redo++) await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([2, 3]);
  }, 90_000);

  it('says why: the move and the counter-move', async () => {
    const page = await desk.open('/outcomes?catalog=prisoners-dilemma');
    await page.getByRole('button', { name: 'SEQ: why is state 1 stable?', exact: true }).click();
    const why = page.getByRole('region', { name: 'Why?' });
    await expect.poll(() => why.textContent()).toContain('A stays at state 1 (status quo) by SEQ');
    await expect
      .poll(() => why.textContent())
      .toContain('But then B takes “B.defect”, which ends at State 4');
    await why.getByLabel('Concept').selectOption('nash');
    await expect.poll(() => why.textContent()).toContain('A would leave at state 1 (status quo) by Nash');
    await why.getByLabel('State').selectOption('3');
    await expect
      .poll(() => why.textContent())
      .toContain('none of its own moves leads to a state that it prefers');
  });

  it('orders statements by dragging, and says a fault at its place', async () => {
    const page = await desk.open('/outcomes?catalog=chicken');
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([2, 3]);
    const handles = page.getByRole('list', { name: 'Statements of A' }).locator('[data-handle]');
    const [from, to] = [(await handles.nth(0).boundingBox())!, (await handles.nth(2).boundingBox())!];
    await page.mouse.move(from.x + 4, from.y + 4);
    await page.mouse.down();
    await page.mouse.move(to.x + 4, to.y + to.height + 4, { steps: 6 });
    await page.mouse.up();
    await expect
      .poll(() => statementsOf(page, 'A'))
      .toEqual(['B.swerve', 'not A.swerve', 'A.swerve or B.swerve']);

    const field = page.getByRole('textbox', { name: 'Statement 1 of A', exact: true });
    await field.fill('B.swerv');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const note = page.locator(`#${await field.getAttribute('aria-describedby')}`);
    await expect.poll(() => note.textContent()).toContain('did you mean B.swerve?');
    // What was found before stays in sight while the model is mended.
    expect((await stableBy(page, 'Nash')).length).toBeGreaterThan(0);
    await field.fill('B.swerve');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBeNull();
  });

  it('opens a file of GMCR+ and YAML, and hands both out', async () => {
    const page = await desk.open('/outcomes?empty');
    const chicken = readFileSync(catalog('chicken.yaml'), 'utf8');
    await page.locator('input[type=file]').setInputFiles(catalog('chicken.yaml'));
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([2, 3]);
    const handed = async (button: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
    };
    const gmcr = await handed('Download .gmcr');
    expect(gmcr.name).toBe('Chicken.gmcr');
    const before = analyse(modelFromYaml(chicken, 'chicken.yaml')).equilibria;
    expect(analyse(modelFromGmcr(gmcr.text, gmcr.name).model).equilibria).toEqual(before);

    await page.goto(`${desk.address}/outcomes?empty`);
    await page.getByRole('button', { name: 'Add decision maker' }).waitFor();
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'Dropped.gmcr'));
      return data;
    }, gmcr.text);
    await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([2, 3]);
    const yaml = await handed('Download .yaml');
    expect(analyse(modelFromYaml(yaml.text, yaml.name)).equilibria).toEqual(before);
  });

  it('keeps a model on the desk, under an address of its own', async () => {
    const page = await desk.open('/outcomes?catalog=chicken');
    await page.getByLabel('Title').fill('Chicken of the third class');
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([2, 3]);
    await page.getByRole('button', { name: 'Save on the desk' }).click();
    await page.waitForURL(/\?model=/);
    const again = await desk.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await expect.poll(() => again.getByLabel('Title').inputValue()).toBe('Chicken of the third class');
    await expect
      .poll(() => again.getByLabel('Open a saved model').locator('option').allTextContents())
      .toContain('Chicken of the third class');
  });

  it('still has edits after the page was loaded anew, and undoes them', async () => {
    const page = await desk.open('/outcomes?catalog=chicken');
    await page.getByRole('button', { name: 'Move “B.swerve” up' }).click();
    await expect.poll(async () => (await statementsOf(page, 'A'))[0]).toBe('B.swerve');
    await page.reload();
    await expect.poll(async () => (await statementsOf(page, 'A'))[0]).toBe('B.swerve');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await statementsOf(page, 'A'))[0]).toBe('A.swerve or B.swerve');
    await page.getByRole('button', { name: 'New, empty' }).click();
    await expect.poll(() => page.locator('fieldset.maker').count()).toBe(0);
  });

  it('shows the file, and mends it at the line', async () => {
    const page = await desk.open('/outcomes?catalog=prisoners-dilemma');
    await expect.poll(() => stableBy(page, 'Nash')).toEqual([4]);
    await page.getByRole('button', { name: 'File', exact: true }).click();
    const area = page.getByLabel('The model’s file (YAML)');
    const text = await area.inputValue();
    await area.fill(text.replace('not B.defect', 'not B.defekt'));
    await expect
      .poll(() => page.locator('#yaml-note').textContent())
      .toMatch(/^Line \d+, column \d+: .*did you mean B\.defect\?/);
    await page.getByRole('button', { name: 'Select the line' }).click();
    const selected = await area.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    );
    expect(selected).toContain('B.defekt');
    await area.fill(text.replace('[not B.defect, A.defect]', '[A.defect, not B.defect]'));
    await expect.poll(() => page.locator('#yaml-note').textContent()).toBe('The file is in order.');
    await page.getByRole('button', { name: 'Fields', exact: true }).click();
    await expect.poll(() => statementsOf(page, 'A')).toEqual(['A.defect', 'not B.defect']);
  });

  it('lets hostile names do nothing', async () => {
    const page = await desk.open('/outcomes?catalog=chicken');
    const name = '<img src=x onerror="document.title=1">';
    await page.getByLabel('Title').fill(name);
    await page.getByLabel('Name').first().fill(name);
    await page.getByLabel('Option', { exact: true }).first().fill(name);
    await expect.poll(() => page.locator('.outcomes').first().textContent()).toContain(name);
    await expect.poll(() => page.locator('main img').count()).toBe(0);
  });

  it.each([
    ['light', '/outcomes?catalog=elmira'],
    ['dark', '/outcomes?catalog=elmira'],
    ['light', '/outcomes?empty'],
  ])('has nothing that axe objects to in %s at %s', async (theme, path) => {
    const page = await desk.open(path, { dark: theme === 'dark' });
    await page.getByRole('button', { name: 'Add decision maker' }).waitFor();
    if (!path.endsWith('empty')) await page.locator('.results').waitFor();
    await page.locator('main details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await violations(page)).toEqual([]);
  });

  it.each([360, 1280, 1920])('fits a window of %d', async (width) => {
    const page = await desk.open('/outcomes?catalog=cuban-crisis', { width });
    await page.locator('.results').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
