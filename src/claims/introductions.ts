import type { Sentence, TextTree, Word } from '../text/tree.ts';
import { REPORT } from './attitudes.ts';
import type { ActorCode } from './claim.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention, Mentions } from './mentions.ts';
import { lemmaOf } from './syntax.ts';

/** Titles and offices beside which a name in capitals is a person's. */
const OFFICE =
  /^(minister|president|premier|chancellor|spokesman|spokeswoman|spokesperson|envoy|ambassador|diplomat|official|officer|general|admiral|colonel|commander|senator|representative|congressman|congresswoman|lawmaker|deputy|secretary|undersecretary|director|head|chief|chair|chairman|chairwoman|negotiator|adviser|advisor|leader|expert|analyst|delegate|governor|lieutenant|sir|mr|mr\.|ms|ms\.|mrs|mrs\.|dr|dr\.|gen\.|adm\.|sen\.|rep\.|lt\.)$/i;
const HONORIFIC =
  /^(mr|mr\.|ms|ms\.|mrs|mrs\.|dr|dr\.|sir|senator|sen\.|admiral|adm\.|general|gen\.|lieutenant|lt\.|representative|rep\.|congressman|congresswoman|rear|vice|colonel|ambassador|president|minister|secretary|chairman|foreign|defence|defense|prime|deputy|first|chief|director|spokesman|spokeswoman|envoy|leader)$/i;
/** Words of the names of bodies: "Spokesperson of the Ministry of Commerce" names nobody. */
const BODY =
  /^(ministry|department|commerce|trade|state|states|affairs|defence|defense|finance|treasury|government|council|office|commission|committee|assembly|parliament|congress|senate|house|agency|bureau|board|court|army|navy|force|forces|command|staff|party|union|treaty|nations|republic|kingdom|embassy|mission|organisation|organization|institute|university|centre|center|foundation|association|lords|commons|cabinet|directorate|administration|authority|service|group)$/i;
const NAME = /^\p{Lu}[\p{L}\p{M}’'-]+$/u;
const REACH = 10;

interface Person {
  readonly actor: ActorCode;
  readonly person: string;
}

/** Runs of capitalised words that no known name covers and that may be a person's name. */
function runsIn(sentence: Sentence, mentions: Mentions): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    if (run.length > 0 && run.length <= 4) runs.push(run);
    run = [];
  };
  for (const word of sentence.words) {
    const named =
      NAME.test(word.form) &&
      !BODY.test(word.form) &&
      (word.upos === 'PROPN' || (run.length > 0 && /^(NOUN|ADJ|X)$/.test(word.upos))) &&
      !mentions.has(word.index) &&
      !HONORIFIC.test(word.form);
    // "Suk-yeol": a hyphen inside a name.
    const joins = word.form === '-' && run.length > 0;
    const afterHyphen = run.at(-1)?.form === '-' && /^\p{L}+$/u.test(word.form);
    if (named || joins || afterHyphen) run.push(word);
    else close();
  }
  close();
  return runs;
}

const stateNear = (mentions: Mentions, words: readonly Word[]): Mention | undefined => {
  for (const { index } of words) {
    const mention = mentions.get(index);
    if (mention?.actor !== undefined && mention.person === undefined) return mention;
  }
  return undefined;
};

/** The words of the title before a name, nearest first: back to a verb or the start of the sentence. */
function titleBefore(sentence: Sentence, first: number): readonly Word[] {
  const words: Word[] = [];
  for (let index = first - 1; index >= 0 && words.length < REACH; index--) {
    const word = sentence.words[index]!;
    if (/^(VERB|AUX|SCONJ)$/.test(word.upos) || /^[;:.]$/.test(word.form)) break;
    words.push(word);
  }
  return words;
}

/** The words of an apposition behind a name: ", the spokesman of the ministry in New Delhi", "(Russian Federation)". */
function titleBehind(sentence: Sentence, last: number): readonly Word[] {
  const next = sentence.words[last + 1];
  if (next === undefined || !/^[,(]$/.test(next.form)) return [];
  const words: Word[] = [];
  for (let index = last + 2; index < sentence.words.length && words.length < REACH + 4; index++) {
    const word = sentence.words[index]!;
    if (/^[,;)]$/.test(word.form)) break;
    if (/^(VERB|AUX)$/.test(word.upos) && !/^(who)$/i.test(words[0]?.form ?? '')) break;
    words.push(word);
  }
  return words;
}

const saysBeside = (sentence: Sentence, first: number, last: number): boolean =>
  [sentence.words[last + 1], sentence.words[first - 1]].some(
    (word) => word?.upos === 'VERB' && REPORT.has(lemmaOf(word)),
  );

/** Who a person that the ledger does not know speaks for: by the title, or by what was spoken of last. */
function introduce(
  lexicon: Lexicon,
  sentence: Sentence,
  mentions: Mentions,
  run: readonly Word[],
  latest: readonly ActorCode[],
): ActorCode | undefined {
  const [first, last] = [run[0]!.index, run.at(-1)!.index];
  const [before, after] = [titleBefore(sentence, first), titleBehind(sentence, last)];
  const bracketed = sentence.words[last + 1]?.form === '(' ? stateNear(mentions, after) : undefined;
  if (bracketed !== undefined) return bracketed.actor;
  const titledBefore = before.some(({ form }) => OFFICE.test(form));
  const titledAfter = after.some(({ form }) => OFFICE.test(form)) || /^who$/i.test(after[0]?.form ?? '');
  const said = run.length > 1 && saysBeside(sentence, first, last);
  if (!titledBefore && !titledAfter && !said) return undefined;
  const near = (titledBefore ? stateNear(mentions, before) : undefined) ?? stateNear(mentions, after);
  const byTitle = before.map(({ form }) => lexicon.titles.get(form)).find((actor) => actor !== undefined);
  return near?.actor ?? byTitle ?? latest[0];
}

/** The first state that a sentence names, before later ones. */
const statesOf = (mentions: Mentions): ActorCode[] => [
  ...new Set(
    [...new Set(mentions.values())].flatMap(({ actor }) =>
      actor === undefined || actor === 'press' ? [] : [actor],
    ),
  ),
];

/** "the North" where the report speaks of North Korea. */
function shortNames(
  lexicon: Lexicon,
  named: (where: RegExp) => boolean,
  sentence: Sentence,
  mentions: Map<number, Mention>,
): void {
  for (const word of sentence.words) {
    const short = lexicon.shortNames.get(word.form);
    const next = sentence.words[word.index + 1];
    if (short === undefined || mentions.has(word.index) || !named(short.where)) continue;
    // Headlines drop the article.
    const article = sentence.words[word.index - 1]?.form.toLowerCase() === 'the';
    if (!article && (sentence.place === 'prose' || next?.upos !== 'VERB')) continue;
    if (next !== undefined && /^\p{Lu}/u.test(next.form)) continue;
    const { index, start, end } = word;
    mentions.set(index, { first: index, last: index, start, end, actor: short.actor, nameKind: 'state' });
  }
}

/** The part of a full name by which reports go on. */
function familyNameOf(lexicon: Lexicon, name: string, actor: ActorCode): string {
  const parts = name.split(' ');
  return lexicon.familyNameFirst.has(actor) ? parts[0]! : parts.at(-1)!;
}

/**
 * The mentions of every sentence with the persons that the report itself introduces ("Vice Foreign Minister Choe Son Hui")
 * and with short names of states ("the North"). A person introduced once is known by the family name from then on.
 */
export function withIntroductions(
  lexicon: Lexicon,
  tree: TextTree,
  base: readonly Mentions[],
): readonly Mentions[] {
  const known = new Map<string, Person>();
  // The whole text is searched once a name, however often the name stands in it.
  const answers = new Map<RegExp, boolean>();
  const named = (where: RegExp): boolean => {
    const answer = answers.get(where) ?? where.test(tree.text);
    answers.set(where, answer);
    return answer;
  };
  const opening = statesOf(base.find((mentions) => statesOf(mentions).length > 0) ?? new Map());
  let latest: readonly ActorCode[] = [];
  let paragraph = -1;
  return tree.sentences.map((sentence, at) => {
    const mentions = new Map(base[at]!);
    // Beyond its paragraph a state is no longer the one whose minister is meant.
    if (sentence.paragraph !== paragraph) latest = [];
    paragraph = sentence.paragraph;
    shortNames(lexicon, named, sentence, mentions);
    // A figure that is named in full is known by the family name from then on too.
    for (const { person, actor } of new Set(mentions.values())) {
      if (person === undefined || actor === undefined || !person.includes(' ')) continue;
      const family = familyNameOf(lexicon, person, actor);
      if (!lexicon.surnames.has(family) && !known.has(family)) known.set(family, { actor, person });
    }
    for (const run of runsIn(sentence, mentions)) {
      const [start, end] = [run[0]!.start, run.at(-1)!.end];
      const name = tree.text.slice(start, end);
      const [first, last] = [run[0]!.index, run.at(-1)!.index];
      let person = known.get(name);
      if (person === undefined) {
        const actor = introduce(lexicon, sentence, mentions, run, latest.length > 0 ? latest : opening);
        if (actor === undefined) continue;
        person = { actor, person: name };
        known.set(name, person);
        if (run.length > 1) {
          const family = familyNameOf(lexicon, run.map(({ form }) => form).join(' '), actor);
          if (!lexicon.surnames.has(family)) known.set(family, person);
        }
      }
      for (let index = first; index <= last; index++)
        mentions.set(index, { first, last, start, end, ...person, nameKind: 'person' });
    }
    const states = statesOf(mentions);
    if (states.length > 0) latest = states;
    return mentions;
  });
}
