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

const INFLECTED = /^(?:VB[DGNZ]|JJ[RS]|RB[RS]|NNP?S)$/;
const INFLECTION = /(?:ed|ing|er|est|es|s)$/;

/** What a regular inflection may stand on: "provoked" on "provok", "provoke"; "stopped" on "stopp", "stoppe", "stop". */
function stemsOf(form: string): readonly string[] {
  const stem = form.replace(INFLECTION, '');
  if (stem === form) return [];
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/i$/, 'y')];
}

/**
 * The dictionary form of a word by its Penn tag. Names keep their form.
 *
 * @param isWord whether a word in lower case is known: where the rules make one up, a known stem is taken instead.
 */
export function lemmaOfForm(
  rules: LemmaRules,
  form: string,
  xpos: string,
  isWord: (word: string) => boolean,
): string {
  if (xpos === 'NNP') return form;
  const lower = form.replaceAll('’', "'").toLowerCase();
  if (lower === 'i') return 'I';
  const exception = rules.exceptions.get(`${xpos}|${lower}`);
  if (exception !== undefined) return exception;
  const made = bySuffix(rules, lower, xpos);
  const lemma = INFLECTED.test(xpos) && !isWord(made) ? (stemsOf(lower).find(isWord) ?? made) : made;
  return xpos === 'NNPS' ? lemma.charAt(0).toUpperCase() + lemma.slice(1) : lemma;
}

function bySuffix({ bySuffix: rules }: LemmaRules, lower: string, xpos: string): string {
  for (let length = Math.min(LONGEST_SUFFIX, lower.length); length >= 0; length--) {
    const rule = rules.get(`${xpos}|${lower.slice(lower.length - length)}`);
    if (rule === undefined) continue;
    const bar = rule.indexOf('|');
    const cut = Number(rule.slice(0, bar));
    if (cut >= lower.length) continue;
    return lower.slice(0, lower.length - cut) + rule.slice(bar + 1);
  }
  return lower;
}
