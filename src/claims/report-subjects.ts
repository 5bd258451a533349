import type { ActorContext } from './actor-reference.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mentions } from './mentions.ts';

/** Kinds of things whose bare head noun may be meant once the report has named the full thing. */
export function subjectsOf(
  lexicon: Lexicon,
  text: string,
  mentions: readonly Mentions[],
): ReadonlySet<string> {
  const lower = text.toLowerCase();
  const subjects = new Set<string>();
  for (const named of mentions)
    for (const { object } of named.values()) if (object !== undefined) subjects.add(object);
  for (const [kind, { heads, with: modifiers, sure }] of lexicon.objects) {
    if ([...sure].some((head) => new RegExp(`\\b${head}s?\\b`, 'i').test(text))) subjects.add(kind);
    for (const head of heads) {
      for (const modifier of modifiers) {
        if (lower.includes(`${modifier} ${head}`) || lower.includes(`${modifier} weapons ${head}`))
          subjects.add(kind);
      }
    }
  }
  if (/\b(?:treaty|pact|accord|convention)\b|\b(?:nuclear|arms) (?:deal|agreement)\b/.test(lower))
    subjects.add('treaty');
  // "test ban" speaks of nuclear tests too.
  if (
    /nuclear[^.\n]{0,30}\btest|\btest(?:s|ed|ing)?\b[^.\n]{0,30}\bnuclear|test[- ]ban|\bctbt\b|\b(?:hydrogen|atom|atomic|nuclear|thermonuclear)(?: weapons?)? (?:bomb|test|trial|explosion|blast|detonation)|h-bomb|\bnukes?\b/.test(
      lower,
    )
  )
    subjects.add('nuclear-test');
  if (subjects.has('test-site')) subjects.add('nuclear-test');
  if (subjects.has('nuclear-test')) subjects.add('nuclear-weapon');
  return subjects;
}

/** Whether the report speaks of what a wording needs it to speak of. */
export function speaksOf(context: ActorContext, subject: string | undefined): boolean {
  if (subject === undefined) return true;
  if (subject === 'treaty') return context.discourse.treaty !== undefined;
  return context.reading.subjects.has(subject);
}
