import type { Sentence, Word } from '../text/tree.ts';
import type { ActorContext, ActorReference } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { isAllegation } from './assertion.ts';
import { CONSIDER, DEMAND, ORDER } from './attitudes.ts';
import { nameAt } from './names.ts';
import { behind } from './phrases.ts';
import { isAccused } from './spoken-of.ts';
import { dependentsBy, governorOf, isRelation, lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

/** Verbs whose object does what follows: "urged Russia to halt", "force Tehran to sign", "wait for Moscow to begin". */
const OBJECT_CONTROL = new Set([
  ...DEMAND,
  ...ORDER,
  ...'tell accuse suspect allow enable permit let force push lead persuade convince compel invite encourage get cause help prompt wait beg warn drive'.split(
    ' ',
  ),
]);

/** Nouns for parties whose names a report need not give. */
const UNNAMED =
  /^(partner|ally|state|country|nation|government|member|capital|leader|other|friend|neighbour|neighbor)$/;

function agentOf(context: ActorContext, predicate: Word): readonly ActorReference[] {
  const agent = dependentsBy(context.sentence, predicate, 'obl').find((word) =>
    dependentsBy(context.sentence, word, 'case').some(({ form }) => form.toLowerCase() === 'by'),
  );
  return agent === undefined ? [] : actorsOf(context, agent);
}

/**
 * Who acts along with a subject, wherever the parser has hung them: "both countries, along with China, are …". The
 * subject may itself be the companion, when the parser takes the nearer noun.
 */
function companionsOf(context: ActorContext, subject: number, predicate: Word): readonly ActorReference[] {
  const { words } = context.sentence;
  const found: ActorReference[] = [];
  for (let index = Math.max(1, subject - 4); index < predicate.index - 1; index++) {
    const pair = `${words[index]!.form} ${words[index + 1]!.form}`.toLowerCase();
    if (pair !== 'along with' && pair !== 'together with') continue;
    const behind = words.slice(index + 2, index + 5).flatMap((word) => actorsOf(context, word));
    const before = words.slice(Math.max(0, index - 4), index).flatMap((word) => actorsOf(context, word));
    found.push(...before, ...behind);
  }
  return found;
}

/** Nouns for a party's will to act: who owns the will acts ("Washington's willingness to engage"). */
const WILL =
  /^(willingness|readiness|decision|intention|plan|refusal|promise|pledge|offer|threat|agreement|determination|reluctance|desire|right|ability|commitment)$/;

/** The owner of the will that an infinitive follows, wherever the parser has hung the infinitive. */
function willOf(context: ActorContext, predicate: Word): readonly ActorReference[] {
  const to = context.sentence.words[predicate.index - 1];
  const noun = context.sentence.words[predicate.index - 2];
  if (to?.form.toLowerCase() !== 'to' || noun === undefined || !WILL.test(lemmaOf(noun))) return [];
  return modifierActor(context, noun);
}

const caseIs = (sentence: Sentence, word: Word, preposition: string): boolean =>
  dependentsBy(sentence, word, 'case').some(({ form }) => form.toLowerCase() === preposition);

/** "Kim guided a drill in which rockets were launched": what is done in it, whoever is said to lead it does. */
function frameActors(context: ActorContext, predicate: Word): readonly ActorReference[] {
  const { sentence } = context;
  const inWhich = dependentsBy(sentence, predicate, 'obl').some(
    (word) => /^(which|whom)$/i.test(word.form) && word.index < predicate.index,
  );
  const described =
    isRelation(predicate, 'acl:relcl') && inWhich ? governorOf(sentence, predicate) : undefined;
  const clause = described === undefined ? undefined : governorOf(sentence, described);
  if (clause?.upos !== 'VERB' || described === undefined || !isRelation(described, 'obj')) return [];
  const [leader] = dependentsBy(sentence, clause, 'nsubj');
  return leader === undefined
    ? []
    : [...actorsOf(context, leader), ...modifierActor(context, leader)].slice(0, 1);
}

/** Who does what a clause's verb says: its subject, a passive's agent, or the one who controls it from above. */
export function clauseActors(context: ActorContext, predicate: Word): readonly ActorReference[] {
  const { sentence } = context;
  let word = predicate;
  for (let steps = 0; steps < 30; steps++) {
    const willing = word === predicate ? willOf(context, word) : [];
    if (willing.length > 0) return willing;
    const passive = dependentsBy(sentence, word, 'nsubj:pass')[0];
    // "it had halted talks" is no passive, whatever the parser calls its subject.
    const isPassive =
      !dependentsBy(sentence, word, 'aux').some(
        ({ lemma, relation }) => lemma === 'have' && relation === 'aux',
      ) || dependentsBy(sentence, word, 'aux:pass').length > 0;
    if (word === predicate && passive !== undefined && isPassive) {
      const agent = agentOf(context, word);
      if (agent.length > 0) return agent;
      const owner = modifierActor(context, passive);
      if (owner.length > 0) return owner;
      return frameActors(context, word);
    }
    // "the pact, signed by Reagan and Gorbachev"
    if (word === predicate && word.xpos === 'VBN' && isRelation(word, 'acl')) {
      const agent = agentOf(context, word);
      if (agent.length > 0) return agent;
    }
    // "North Korea test-fired": a finite verb to which the tree gives no subject takes the name right before it.
    if (
      word === predicate &&
      (/^VB[DZP]$/.test(word.xpos) || sentence.words[word.index - 1]?.form === '-') &&
      !isRelation(word, 'conj', 'amod') &&
      dependentsBy(sentence, word, 'nsubj').length === 0
    ) {
      const hyphened = sentence.words[word.index - 1]?.form === '-' ? 3 : 1;
      const before = sentence.words[word.index - hyphened];
      const named = before === undefined ? [] : actorsOf(context, before).filter(({ by }) => by === 'name');
      if (named.length > 0) return named;
    }
    const subjects = dependentsBy(sentence, word, 'nsubj').filter(
      ({ relation }) => relation !== 'nsubj:pass' || word !== predicate || !isPassive,
    );
    for (const [at, subject] of subjects.entries()) {
      // "The ministers of Japan, the United States and South Korea met": a list that the parser split.
      const listed = subjects
        .slice(at + 1)
        .filter((other) => other.index < word.index && other.relation === subject.relation)
        .flatMap((other) => [...actorsOf(context, other)].filter(({ by }) => by === 'name'));
      const actors = [...actorsOf(context, subject), ...companionsOf(context, subject.index, word)];
      if (actors.length > 0) return [...actors, ...listed];
      const owner = modifierActor(context, subject);
      if (owner.length > 0) return [...owner, ...listed];
    }
    if (subjects.length > 0 && !isRelation(word, 'conj') && word.upos !== 'NOUN') {
      // A subject that is no actor ("tests would resume") ends the search, except where it is a mere "it is time for" or
      // that of a participle below the clause that names who acts ("with the last test occurring in 1990").
      const below = word.xpos === 'VBG' && isRelation(word, 'advcl');
      if (!below && !subjects.every(({ form }) => /^(it|there|this|that)$/i.test(form))) return [];
    }
    if (word === predicate && subjects.length === 0 && dependentsBy(sentence, word, 'aux').length > 0) {
      // A finite verb has a subject; where the parser gave it none, it stands just before.
      const before = companionsOf(context, word.index - 4, word);
      if (before.length > 0) return before;
    }
    // "Russia, he said, must agree": of two subjects before "said" the first is that of the clause around it.
    const inserted =
      word === predicate && subjects.length === 0 && passive === undefined
        ? dependentsBy(sentence, word, 'parataxis').find((other) => other.index < word.index)
        : undefined;
    const [outer, inner] = inserted === undefined ? [] : dependentsBy(sentence, inserted, 'nsubj');
    if (outer !== undefined && inner !== undefined) {
      const actors = actorsOf(context, outer);
      if (actors.length > 0) return actors;
    }
    const governor = governorOf(sentence, word);
    if (governor === undefined) return [];
    // ", rejecting a ceasefire": a participle behind a comma has the subject of the sentence.
    if (
      word.xpos === 'VBG' &&
      sentence.words[word.index - 1]?.form === ',' &&
      isRelation(word, 'conj', 'acl', 'advcl')
    ) {
      const main = sentence.words.find(({ head }) => head < 0);
      const subject = main === undefined ? undefined : dependentsBy(sentence, main, 'nsubj')[0];
      const actors = subject === undefined ? [] : actorsOf(context, subject);
      if (actors.length > 0) return actors;
    }
    if (isRelation(word, 'acl:relcl') || (isRelation(word, 'acl') && word.xpos !== 'VB')) {
      const antecedent = actorsOf(context, governor);
      if (antecedent.length > 0) return antecedent;
      const owner = modifierActor(context, governor);
      if (owner.length > 0) return owner;
    }
    if (isRelation(word, 'xcomp', 'ccomp', 'advcl', 'obl', 'obj', 'acl', 'nmod', 'csubj')) {
      if (OBJECT_CONTROL.has(lemmaOf(governor)) && isRelation(word, 'xcomp', 'ccomp', 'advcl', 'acl')) {
        const objects = dependentsBy(sentence, governor, 'obj', 'iobj', 'obl', 'nsubj:pass').filter(
          (other) =>
            other !== word &&
            other.index < word.index &&
            (other.index > governor.index || isRelation(other, 'nsubj:pass')),
        );
        const controlled = objects.flatMap((other) => [...actorsOf(context, other)]);
        if (controlled.length > 0) return controlled;
        // "asked its partners to tighten sanctions": whoever they are, not the one who asks.
        if (objects.some((other) => UNNAMED.test(lemmaOf(other))))
          return [{ actor: 'ANY', by: 'quantifier' }];
      }
      const forPhrase = dependentsBy(sentence, word, 'obl', 'nmod').find(
        (other) =>
          other.index < word.index &&
          dependentsBy(sentence, other, 'case', 'mark').some(({ form }) => form.toLowerCase() === 'for'),
      );
      if (forPhrase !== undefined && word === predicate) {
        const actors = actorsOf(context, forPhrase);
        if (actors.length > 0) return actors;
      }
      // "discussion in the US about resuming tests"
      const forum =
        governor.upos === 'NOUN' && (CONSIDER.has(lemmaOf(governor)) || DEMAND.has(lemmaOf(governor)))
          ? dependentsBy(sentence, governor, 'nmod', 'obl').filter(
              (other) => other.index < word.index && caseIs(sentence, other, 'in'),
            )
          : [];
      const discussed = forum.flatMap((other) => [...actorsOf(context, other)]);
      if (discussed.length > 0) return discussed;
      if (
        (governor.upos === 'NOUN' || governor.upos === 'PROPN') &&
        !(isRelation(word, 'nmod') && isAllegation(governor))
      ) {
        const owner = modifierActor(context, governor);
        if (owner.length > 0) return owner;
      }
    }
    word = governor;
  }
  return [];
}

/** The state whose test site a sentence names. */
function siteOwner({ reading, sentence }: ActorContext): string | undefined {
  for (const { object, start, end } of reading.mentions[sentence.index]!.values()) {
    if (object !== 'test-site') continue;
    const name = reading.tree.text.slice(start, end);
    const owner = reading.lexicon.siteOwners.find(([site]) => site.includes(name));
    if (owner !== undefined) return owner[1];
  }
  return undefined;
}

/** The state whose weapon the object or subject of an act is by its name: "11 Dongfeng missiles were fired". */
function weaponOwner(
  { reading, sentence }: ActorContext,
  { objectWord, predicate }: Trigger,
): string | undefined {
  const heads = [
    ...(objectWord === undefined ? [] : [objectWord]),
    ...dependentsBy(sentence, predicate, 'nsubj', 'nsubj:pass', 'obj'),
  ];
  for (const head of heads)
    for (const word of [head, ...dependentsBy(sentence, head, 'compound', 'amod', 'flat', 'appos', 'nmod')]) {
      const owner = nameAt(reading.lexicon.weapons, reading.tree.text, word.start)?.value;
      if (owner !== undefined) return owner;
    }
  return undefined;
}

/** In a headline the name that opens it acts, where the tree makes nobody the subject: "India test-fires missile". */
function headlineActors(context: ActorContext, { predicate, nominal }: Trigger): readonly ActorReference[] {
  const { place, words } = context.sentence;
  if (place === 'prose' || nominal || words.length > 16) return [];
  const before = words.slice(0, predicate.index);
  if (before.some(({ upos, form }) => upos === 'VERB' || upos === 'AUX' || /^[:;]$/.test(form))) return [];
  return before.map((word) => actorsOf(context, word)).find((actors) => actors.length > 0) ?? [];
}

const isAgentless = (context: ActorContext, predicate: Word): boolean =>
  dependentsBy(context.sentence, predicate, 'nsubj:pass').length > 0 &&
  dependentsBy(context.sentence, predicate, 'aux:pass').length > 0 &&
  agentOf(context, predicate).length === 0;

/** Who performs the act of a trigger; a noun's own possessor or nationality goes before the clause around it. */
export function triggerActors(context: ActorContext, trigger: Trigger): readonly ActorReference[] {
  const found = actorsIn(context, trigger);
  const actors = found.length > 0 ? found : headlineActors(context, trigger);
  return actors.filter(({ actor }, index) => actors.findIndex((other) => other.actor === actor) === index);
}

function actorsIn(context: ActorContext, trigger: Trigger): readonly ActorReference[] {
  const { word, objectWord, predicate, nominal, agent, agentBehind } = trigger;
  if (agent !== undefined) return actorsOf(context, agent);
  if (isAccused(context, word)) {
    const accuse = context.sentence.words
      .slice(0, word.index)
      .findLast(({ lemma }) => /^(accuse|suspect)$/.test(lemma.toLowerCase()));
    const accused = accuse === undefined ? undefined : behind(context.sentence, accuse).object;
    if (accused !== undefined) return actorsOf(context, accused.head);
  }
  // "will face punishment": whoever says so would punish.
  if (agentBehind === 'speaker')
    return context.quoted === undefined ? [] : [{ ...context.quoted, by: 'context' }];
  if (agentBehind === 'object') {
    const asked = behind(context.sentence, word).object;
    return asked === undefined ? [] : actorsOf(context, asked.head);
  }
  if (agentBehind !== undefined && agentBehind !== 'speaker') {
    const phrase = behind(context.sentence, word).prepositions.find(
      ({ preposition }) => preposition === agentBehind,
    );
    const owner = objectWord === undefined ? [] : modifierActor(context, objectWord);
    return phrase === undefined ? owner : actorsOf(context, phrase.head);
  }
  if (word.upos === 'NOUN' || word.upos === 'PROPN') {
    const own = modifierActor(
      context,
      word,
      new Set(objectWord === undefined || objectWord === word ? [] : [objectWord.index]),
    );
    if (own.length > 0) return own;
    const agent = dependentsBy(context.sentence, word, 'nmod', 'obl').find((other) =>
      dependentsBy(context.sentence, other, 'case').some(({ form }) => form.toLowerCase() === 'by'),
    );
    if (agent !== undefined) return actorsOf(context, agent);
  }
  // "if its territory is attacked": whose the target is does not attack.
  if (trigger.act === 'use-force' && isAgentless(context, predicate)) return [];
  const actors = clauseActors(context, nominal ? word : predicate);
  if (actors.length > 0) return actors;
  // "it would not be bound by it": the subject of a set phrase acts, whatever its voice.
  if (trigger.words !== undefined) {
    const passive = dependentsBy(context.sentence, predicate, 'nsubj:pass').flatMap((other) => [
      ...actorsOf(context, other),
    ]);
    if (passive.length > 0) return passive;
  }
  // "a tunnel at Punggye-ri has been reopened": what is done to a site is done by the state whose it is.
  const weapon =
    trigger.act === 'trial-weapon' || trigger.act === 'modernise' ? weaponOwner(context, trigger) : undefined;
  if (weapon !== undefined) return [{ actor: weapon, by: 'context' }];
  const site = trigger.object?.object === 'test-site' ? siteOwner(context) : undefined;
  if (site !== undefined) return [{ actor: site, by: 'context' }];
  // "Russia's ratification was revoked": the owner of the object, where nobody else is named.
  const subjected = dependentsBy(context.sentence, predicate, 'nsubj').some(
    ({ relation }) => relation === 'nsubj',
  );
  return objectWord === undefined || subjected ? [] : modifierActor(context, objectWord);
}
