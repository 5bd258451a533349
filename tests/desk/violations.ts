import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Rules that a theme has a say in; the others hold for one as for the other. */
const RULES_OF_THEMES = ['color-contrast', 'link-in-text-block'];

/** What axe objects to on a page by WCAG 2.2 A and AA and its own best practice, a line an element. */
export async function violations(page: Page): Promise<readonly string[]> {
  return found(new AxeBuilder({ page }));
}

/** What axe objects to in the colours of the theme that is shown. */
export async function themeViolations(page: Page): Promise<readonly string[]> {
  return found(new AxeBuilder({ page }).withRules(RULES_OF_THEMES));
}

async function found(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations: objections } = await axe.analyze();
  return objections.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
}
