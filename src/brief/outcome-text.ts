import type { SilenceVerdict } from '../analysis/index.ts';
import type { Brief } from './brief.ts';
import { capitalised, listed } from './listed.ts';
import type { Wording } from './words.ts';

const OUTCOMES_SHOWN = 3;

/** A state as the options taken in it: "Russia enters a dialogue and the United States enters a dialogue". */
function outcomeText(
  { states, options }: NonNullable<Brief['analysis']>,
  words: Wording,
  state: number,
): string {
  const taken = options.filter((_, bit) => states[state]![bit] === 'Y').map(({ id }) => words.does(id));
  return taken.length === 0 ? 'nobody takes any of these steps' : listed(taken);
}

/** "turns on whether the United States enters a dialogue, on which its words are silent". */
function silenceText(words: Wording, { holds, turnsOn }: SilenceVerdict): string {
  if (holds) return 'it holds whatever those want who are silent on some steps';
  const wishes = turnsOn
    .filter(({ options }) => options.length === Math.min(...turnsOn.map((one) => one.options.length)))
    .map(({ dm, options }) => `${words.name(dm)} wants to ${listed(options.map(words.infinitive))}`);
  const shown = wishes.slice(0, 2);
  const more = wishes.length - shown.length;
  return `it turns on whether ${shown.join(' or ')}${more > 0 ? `, and on ${more} wish${more === 1 ? '' : 'es'} more` : ''}, of which the words tell nothing certain`;
}

/** The outcomes that are stable and that improvements reach from the status quo, each with why and whether silence upsets it. */
export function outcomeSentences({ analysis }: Brief, words: Wording): readonly string[] {
  if (analysis === undefined) return [];
  const { nash = [], seq = [] } = analysis.equilibria;
  const stable = [...new Set([...nash, ...seq])];
  const reached = stable
    .filter((state) => analysis.reached.includes(state))
    .sort((a, b) => Number(b === analysis.statusQuo) - Number(a === analysis.statusQuo));
  const describe = (state: number) => {
    const concept = nash.includes(state) ? 'nash' : 'seq';
    const why =
      concept === 'nash'
        ? 'nobody gains by moving alone (Nash)'
        : 'whoever gains by moving alone would be answered (sequential)';
    const silence = analysis.silence?.find((one) => one.state === state && one.concept === concept);
    return `${state === analysis.statusQuo ? 'As things stand' : 'In time'}, ${outcomeText(analysis, words, state)}: ${why}${
      silence === undefined ? '' : `; ${silenceText(words, silence)}`
    }.`;
  };
  const shown = reached.slice(0, OUTCOMES_SHOWN).map(describe);
  const left = reached.length - shown.length;
  const beyond = stable.length - reached.length;
  const rest = [
    ...(left > 0 ? [`${left} more that improvements reach from the status quo`] : []),
    ...(beyond > 0
      ? [
          `${beyond} that ${beyond === 1 ? 'is' : 'are'} stable once there, though no chain of improvements leads there`,
        ]
      : []),
  ];
  return [
    ...(reached.length === 0
      ? ['No outcome that improvements reach from the status quo is stable for everyone.']
      : shown),
    ...(rest.length > 0 ? [`${capitalised(listed(rest))}; the model lists them.`] : []),
  ];
}
