import { isFirm, optionsWaitedFor, rulesOf, type Wait } from '../analysis/index.ts';
import { COMMITS_FROM, type Formula } from '../model/index.ts';
import type { Brief } from './brief.ts';
import { firstMoveSentences } from './first-move-text.ts';
import { capitalised, listed } from './listed.ts';
import { clauseOf, positionSentence, type Wording, wordingOf } from './words.ts';

type Draft = Omit<Brief, 'summary'>;

/** Hostile options that some words speak of, with what they hang on. */
function hostileRules(brief: Draft) {
  const rules = brief.standoff.positions.flatMap(rulesOf);
  return brief.standoff.options
    .filter(({ kind }) => kind.hostile)
    .map((option) => ({ option, own: rules.filter((rule) => rule.option === option.id) }));
}

/**
 * Who waits for whom, in a sentence: "By these words, Russia waits for the United States to move first (dialogue)"; where
 * one step waits for another kind of step, "(a ceasefire, before a settlement)".
 */
function waitingSentence(words: Wording, waits: readonly Wait[], how: string): string {
  const pairs = new Map<string, Map<string, Set<string>>>();
  for (const { option, for: other } of waits) {
    const pair = `${words.name(words.owner(option))} waits for ${words.name(other.actor)} to move first`;
    const steps = pairs.get(pair) ?? new Map<string, Set<string>>();
    const theirs = words.noun(other.option);
    pairs.set(pair, steps.set(theirs, (steps.get(theirs) ?? new Set<string>()).add(words.noun(option))));
  }
  const parts = [...pairs].map(([pair, steps]) => {
    const each = [...steps].map(([theirs, own]) => {
      const before = [...own].filter((noun) => noun !== theirs);
      return before.length === 0 ? theirs : `${theirs}, before ${listed(before)}`;
    });
    return `${pair} (${each.join('; ')})`;
  });
  return parts.length === 0 ? '' : `${capitalised(`${how}, ${listed(parts)}`)}.`;
}

/** The waits that firm positions state, and those of words that only weigh or hint. */
function waitingSentences(words: Wording, brief: Draft, waits: readonly Wait[]): readonly string[] {
  const firm = new Set(
    brief.standoff.positions.filter(({ strength }) => strength >= COMMITS_FROM).map(({ id }) => id),
  );
  const isSaid = ({ positions }: Wait) => positions.some((id) => firm.has(id));
  return [
    waitingSentence(words, waits.filter(isSaid), 'by these words'),
    waitingSentence(
      words,
      waits.filter((wait) => !isSaid(wait)),
      'less firmly said',
    ),
  ];
}

/** Whether anybody's words start the gravest of the hostile options by themselves. */
function harmSentence(words: Wording, brief: Draft): string {
  const worst = Math.max(0, ...brief.standoff.options.map(({ kind }) => kind.severity));
  const grave = hostileRules(brief).filter(({ option }) => option.kind.severity === worst);
  const starters = grave.filter(({ own }) => own.some((rule) => rule.when === undefined && isFirm(rule)));
  const [first] = grave;
  if (first === undefined) return '';
  return starters.length > 0
    ? `${capitalised(listed(starters.map(({ option }) => words.name(option.actor))))} would ${words.infinitive(first.option.id)} without waiting for anybody.`
    : `Nobody’s words here start ${words.noun(first.option.id)} unless another moves first or some other trigger is met.`;
}

/** The formulas of which any one is enough for a formula. */
const alternativesOf = (formula: Formula): readonly Formula[] =>
  formula.kind === 'or' ? [...alternativesOf(formula.left), ...alternativesOf(formula.right)] : [formula];

/** What sets off each hostile option: by a firm word, by words that only weigh it, or by no words at all. */
function hostileSentences(words: Wording, brief: Draft): string[] {
  const triggerOf = new Set(brief.standoff.positions.flatMap(rulesOf).flatMap(optionsWaitedFor));
  const spoken = hostileRules(brief).filter(
    ({ option, own }) => own.length > 0 || (triggerOf.has(option.id) && option.actor !== 'OTHERS'),
  );
  return spoken.map(({ option: { id, actor, kind }, own }) => {
    const subject = capitalised(words.name(actor));
    const firm = own.filter((rule) => rule.when === undefined && isFirm(rule));
    if (firm.length > 0) return `${subject} says without a condition that it will ${kind.infinitive}.`;
    const triggers = [
      ...new Set(
        own.flatMap(({ when }) =>
          when === undefined ? [] : alternativesOf(when).map((one) => clauseOf(words, one)),
        ),
      ),
    ];
    if (triggers.length === 0) {
      return own.length === 0
        ? `${subject} is not told to threaten or weigh ${words.noun(id)} in these words; it is what others answer.`
        : `${subject} weighs whether to ${kind.infinitive}; its words name no trigger that the model knows.`;
    }
    const conditional = own.filter(({ when }) => when !== undefined);
    const rulesOut = conditional.every(({ sufficient }) => !sufficient);
    const answer = conditional.some(isFirm) ? 'says that it would' : 'would weigh whether to';
    return `${subject} ${answer} ${kind.infinitive} ${rulesOut ? 'only if' : 'if'} ${listed(triggers, 'or')}.`;
  });
}

/** Two words of one day that stand against each other: which is meant, nobody can tell. */
function contradictionSentences(words: Wording, { standoff }: Draft): readonly string[] {
  return standoff.contradictions.map((pair) => {
    const both = pair.map((id) => standoff.positions.find((position) => position.id === id)!);
    const [first, second] = both.map((position) => positionSentence(words, position).replace(/\.$/, ''));
    return `Two words of one day stand against each other, and which is meant cannot be told: “${first}” and “${second}”.`;
  });
}

/** The stand-off in a few plain sentences: who waits for whom, what sets off harm, which first move unlocks what. */
export function summaryOf(brief: Draft): readonly string[] {
  if (brief.claims.length === 0)
    return ['The words make no claim that the reader knows; there is no stand-off to analyse.'];
  if (brief.analysis === undefined)
    return [
      'The claims are reports of what was done; nobody in them commits to, demands or refuses anything.',
    ];
  const words = wordingOf(brief.standoff);
  const hostile = new Set(brief.standoff.options.filter(({ kind }) => kind.hostile).map(({ id }) => id));
  const deadlocks = brief.analysis.deadlocks.map((ring) => {
    const holders = listed(
      ring.map((option) => `${words.name(words.owner(option))} (${words.noun(option)})`),
    );
    return ring.every((option) => hostile.has(option))
      ? `${capitalised(holders)}: each would follow the other, and by these words neither begins.`
      : `Deadlock: ${holders} each wait for the other.`;
  });
  const goodwill = brief.analysis.waits.filter(({ option }) => !hostile.has(option));
  const waits = waitingSentences(words, brief, goodwill).filter((text) => text !== '');
  const nobody =
    waits.length === 0 ? ['By these words nobody makes a step of goodwill depend on another’s.'] : [];
  return [
    ...waits,
    ...deadlocks,
    ...contradictionSentences(words, brief),
    harmSentence(words, brief),
    ...hostileSentences(words, brief),
    ...nobody,
    ...firstMoveSentences(brief, words),
  ].filter((text) => text !== '');
}
