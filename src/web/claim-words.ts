import type { CheckedClaim } from '../brief/brief.ts';
import { nameOf } from './names.ts';

type Said = Pick<
  CheckedClaim,
  'speaker' | 'act' | 'actor' | 'target' | 'object' | 'modality' | 'polarity' | 'condition'
>;

/** Who says a claim: person, organisation, state. */
export function speakerWords({ speaker }: Pick<Said, 'speaker'>): string {
  if (speaker.actor === 'press') return 'the report itself';
  return [speaker.person, speaker.org, nameOf(speaker.actor)].filter(Boolean).join(', ');
}

/** An act or an object in words: `resume-test` is "resume test". */
export const plainWords = (id: string): string => id.replaceAll('-', ' ');

/** What a claim says, as it was understood: "Russia: resume test (nuclear test), threatened". */
export function readingWords({ act, actor, target, object, modality, polarity }: Said): string {
  return `${nameOf(actor)}: ${polarity === 'negative' ? 'not ' : ''}${plainWords(act)}${
    object === undefined ? '' : ` (${plainWords(object)})`
  }${target === undefined ? '' : `, towards ${nameOf(target)}`}; ${modality}`;
}

/** On which condition: "if United States: test". */
export function conditionWords({ condition }: Pick<Said, 'condition'>): string | undefined {
  if (condition === undefined) return undefined;
  const { act, actor, object, polarity, relation } = condition;
  return `${plainWords(relation)} ${nameOf(actor)}: ${polarity === 'negative' ? 'not ' : ''}${plainWords(act)}${
    object === undefined ? '' : ` (${plainWords(object)})`
  }`;
}
