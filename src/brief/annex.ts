import { positionFormulaText } from '../model/index.ts';
import type { Block } from './block.ts';
import { section } from './block.ts';
import type { Brief, CheckedClaim } from './brief.ts';
import type { Citations } from './citations.ts';
import { positionSentence, type Wording } from './words.ts';

/** Who said it, as a reader would name them. */
export function speakerOf({ speaker }: CheckedClaim, name: (actor: string) => string): string {
  if (speaker.actor === 'press') return 'the report itself';
  return [speaker.person, speaker.org, name(speaker.actor)].filter(Boolean).join(', ');
}

function claimBlock(
  claim: CheckedClaim,
  number: number,
  cite: Citations,
  name: (actor: string) => string,
): Block {
  const { act, actor, object, modality, polarity, condition, time, check, today, evidence, span } = claim;
  const said = [
    `${polarity === 'negative' ? 'not ' : ''}${act}${object ? ` (${object})` : ''} by ${name(actor)}`,
    modality,
    time === undefined ? '' : `time: “${time.text}”`,
    condition === undefined
      ? ''
      : `${condition.relation.replace('-', ' ')}: ${condition.polarity === 'negative' ? 'not ' : ''}${condition.act} by ${name(condition.actor)}`,
  ].filter(Boolean);
  return {
    kind: 'claim',
    number,
    verdict: check.verdict,
    quote: claim.quote.replace(/\s+/g, ' '),
    lines: [
      `said by ${speakerOf(claim, name)}; ${said.join('; ')}; characters ${span.start}–${span.end}; confidence ${claim.confidence.toFixed(2)}`,
      check.note,
      ...check.because.map((row) => `${row.text} ${cite.mark([row])}`),
      ...(evidence === undefined ? [] : [`By the bulletin: ${evidence.text}`]),
      ...(today === undefined ? [] : [`Today: ${today.verdict}. ${today.note}`]),
    ],
  };
}

/** Every position with its formula, and every claim with its words, its verdict and the rows behind it. */
export function annexOf(
  brief: Brief,
  words: Wording,
  cite: Citations,
  name: (actor: string) => string,
): readonly Block[] {
  if (brief.claims.length === 0) return [];
  const numbers = new Map(brief.claims.map(({ id }, index) => [id, index + 1]));
  const positions = brief.standoff.positions.map((position) => {
    const shown =
      position.claims.length > 0
        ? position.claims.map((id) => `claim ${numbers.get(id)}`).join(', ')
        : `on record: ${position.facts.join(', ')}`;
    return `${positionSentence(words, position)} (${positionFormulaText(position.formula, position.holder)}; ${shown}; strength ${position.strength.toFixed(2)})`;
  });
  return [
    { kind: 'annex', text: 'Annex: every position and claim' },
    ...section('Positions as formulas', positions),
    { kind: 'heading', text: 'Claims' },
    ...brief.claims.map((claim, index) => claimBlock(claim, index + 1, cite, name)),
  ];
}
