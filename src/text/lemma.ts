/**
 * Lemmas by suffix rules learned from a treebank: for a tag and the longest known ending of a form, how many letters
 * are cut and what is put in their place; forms that the rules miss are kept one by one.
 */
export interface LemmaRules {
  /** `XPOS|ending` → `cut|put`, e.g. `VBG|izing` → `3|e`. */
  readonly bySuffix: ReadonlyMap<string, string>;
  /** `XPOS|form` → lemma, for forms that the suffix rules miss. */
  readonly exceptions: ReadonlyMap<string, string>;
}

export const LONGEST_SUFFIX = 6;

/** The dictionary form of a word by its Penn tag. Names keep their form. */
export function lemmaOfForm(rules: LemmaRules, form: string, xpos: string): string {
  if (xpos === 'NNP') return form;
  const lower = form.replaceAll('’', "'").toLowerCase();
  if (lower === 'i') return 'I';
  const exception = rules.exceptions.get(`${xpos}|${lower}`);
  if (exception !== undefined) return exception;
  for (let length = Math.min(LONGEST_SUFFIX, lower.length); length >= 0; length--) {
    const rule = rules.bySuffix.get(`${xpos}|${lower.slice(lower.length - length)}`);
    if (rule === undefined) continue;
    const bar = rule.indexOf('|');
    const cut = Number(rule.slice(0, bar));
    if (cut >= lower.length) continue;
    return lower.slice(0, lower.length - cut) + rule.slice(bar + 1);
  }
  return lower;
}
