import type { Claim } from '../claims/index.ts';
import { heldOn, type Ledger } from '../ledger/index.ts';

/** How far a speaker's words commit the state that they are told of: fully, in doubt, or not at all. */
export type SpeaksFor = 1 | 0.5 | 0;

/** Nouns by which reports introduce those who comment, or sit in a parliament. */
const COMMENTS =
  /\b(?:analysts?|experts?|scholars?|professors?|academics?|fellows?|researchers?|commentators?|columnists?|pundits?|historians?|scientists?|observers?|bloggers?|campaigners?|activists?|think[- ]tanks?|institute|university|opposition|senators?|lawmakers?|congress(?:man|woman|men|women|persons?)|legislators?|MPs?|(?:state )?duma deputy|candidates?)\b/i;

/** Marks of an office that has ended. */
const NO_LONGER = /\b(?:former|formerly|ex-\w+|retired|one-time|then-)\b/i;

/** Nouns by which reports introduce those who speak for a government. */
const HOLDS_OFFICE =
  /\b(?:president|prime minister|premier|chancellor|minister|secretary|under-?secretary|spokes(?:man|woman|person)|ambassador|envoy|representative|ministry|department|government|administration|kremlin|white house|adviser|advisor|chief of (?:the )?(?:general )?staff|officials?|negotiators?|foreign office|embassy|commander|director|chairman|head of)\b/i;

const NEAR = 70;

/** The words around the first mention of a surname, within its sentence. */
function introduction(text: string, person: string): string {
  const surname = person.split(' ').at(-1)!;
  const at = text.indexOf(surname);
  if (at < 0) return '';
  const before = text
    .slice(Math.max(0, at - NEAR), at)
    .split(/[.!?;\n]\s/)
    .at(-1)!;
  const after = text.slice(at + surname.length, at + surname.length + NEAR).split(/[.!?;\n](?:\s|$)/)[0]!;
  return `${before}${surname}${after.split(/\b(?:said|says|told|warned|added|wrote|argued|insisted)\b/i)[0]}`;
}

/** The words of a claim's sentence before its own: "Experts said …". */
function opening(text: string, { span }: Claim): string {
  return text
    .slice(Math.max(0, span.start - 2 * NEAR), span.start)
    .split(/[.!?\n]\s*/)
    .at(-1)!;
}

/**
 * Whether a claim's speaker speaks for the state: by the offices of the ledger on the day (one whose end nobody recorded counts), else by how the report
 * introduces the speaker. A commentator, a member of a parliament or somebody told to be out of office does not; a person of
 * whom neither tells is in doubt.
 */
export function speaksFor(ledger: Ledger, text: string, claim: Claim, day: string): SpeaksFor {
  const { person, actor } = claim.speaker;
  if (actor === 'press') return 1;
  if (person === undefined) {
    const words = opening(text, claim);
    return NO_LONGER.test(words) || (COMMENTS.test(words) && !HOLDS_OFFICE.test(words)) ? 0 : 1;
  }
  const held = ledger.tenures
    .filter((tenure) => tenure.person === person || tenure.aliases.includes(person))
    .map((tenure) => heldOn(tenure, day));
  if (held.some((one) => one !== 'no')) return 1;
  const words = introduction(text, person);
  if (COMMENTS.test(words) || NO_LONGER.test(words)) return 0;
  if (HOLDS_OFFICE.test(words)) return 1;
  return 0.5;
}
