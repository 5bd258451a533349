// Examples for the claim network: each sentence of a report with its words' signs and what is annotated in it.
import { ACTS, MODALITIES, RELATIONS } from '../../dist/claims/claim.js';
import { knownNames } from '../../dist/claims/index.js';
import { sentenceReadings } from '../../dist/claims/sentence-readings.js';
import { actorCodes, signsOf } from '../../dist/claims/signs.js';
import { reportFromText } from '../../dist/report/index.js';
import { choicesOf } from './choices.mjs';

export const CONDITION_ACTS = [...ACTS, 'other'];
const isPositive = ({ polarity }) => (polarity === 'positive' ? 0 : 1);

/** The word of a sentence in which an offset lies. */
const wordAt = ({ words }, offset) => words.find(({ start, end }) => start <= offset && offset < end);

const nearest = (words, to) =>
  words.reduce(
    (best, word) =>
      best === undefined || Math.abs(word.index - to.index) < Math.abs(best.index - to.index) ? word : best,
    undefined,
  );

const named = (sentence, name) => {
  const last = name.toLowerCase();
  const same = ({ form }) => form.toLowerCase() === last || form.toLowerCase().split(/[\s-]/).includes(last);
  return sentence.words.filter(same);
};

/** The place in the text of the word that names a condition's act: the occurrence nearest to the claim. */
function conditionOffset(text, word, from) {
  let best = -1;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (best < 0 || Math.abs(at - from) < Math.abs(best - from)) best = at;
  return best;
}

/**
 * The sentences of a report as examples. Places of words count from 0; -1 stands for no word of the sentence, and a target
 * that the annotation does not settle is left out.
 */
export function examplesOf({ text, published, claims }, { analyser, lexicon, vectors }) {
  const report = reportFromText(text, { publishedAt: published });
  const tree = analyser.read(report.text, knownNames(lexicon));
  if (report.text !== text) throw new Error('the text of a report for training must be plain');
  return sentenceReadings(report, tree, lexicon).map((read) => {
    const { context } = read;
    const { sentence } = context;
    const signs = signsOf(read);
    const acts = sentence.words.map(() => 0);
    const conditionActs = sentence.words.map(() => 0);
    const asked = new Map();
    const chosen = [];
    const ask = (word) => {
      if (!asked.has(word.index)) asked.set(word.index, { word: word.index });
      return asked.get(word.index);
    };
    const codes = sentence.words.map((word) => actorCodes(context, word));
    const standFor = (code) => sentence.words.filter(({ index }) => codes[index].includes(code));
    for (const claim of claims) {
      const word = wordAt(sentence, claim.at);
      if (word === undefined) continue;
      const target = ask(word);
      const act = 1 + ACTS.indexOf(claim.act);
      if (acts[word.index] !== 0 && acts[word.index] !== act) continue;
      acts[word.index] = act;
      target.manner ??= MODALITIES.indexOf(claim.modality) * 2 + isPositive(claim);
      target.actors ??= [];
      target.codes = [...(target.codes ?? []), claim.actor];
      let standing;
      if (claim.actorWord === undefined) target.actors.push(-1);
      else {
        const candidates = named(sentence, claim.actorWord);
        const telling = candidates.filter(({ index }) => codes[index].includes(claim.actor));
        const found = nearest(telling.length > 0 ? telling : candidates, word);
        if (found !== undefined && found !== word) target.actors.push(found.index);
        standing = found;
      }
      if (claim.actorWord === undefined || standing !== undefined)
        chosen.push({
          meant: { word, act: claim.act, as: claim.modality },
          standing,
          actor: claim.actor,
          speaker: claim.speaker.actor,
        });
      const own = claim.speaker.actor === claim.actor;
      target.speaker ??= claim.speaker.actor === 'press' ? 0 : own ? 1 : 2;
      target.speakers ??=
        claim.speaker.actor === 'press'
          ? [-1]
          : standFor(claim.speaker.actor)
              .map(({ index }) => index)
              .filter((index) => index !== word.index);
      const { condition, conditionUntold } = claim;
      if (conditionUntold) continue;
      if (condition === undefined) target.condition ??= [-1];
      else {
        const offset = conditionOffset(text, condition.word, claim.at);
        const there = wordAt(sentence, offset);
        if (there === undefined || there === word) continue;
        target.condition = [there.index];
        conditionActs[there.index] = 1 + CONDITION_ACTS.indexOf(condition.act);
        const other = ask(there);
        other.relation = RELATIONS.indexOf(condition.relation) * 2 + isPositive(condition);
        other.actors ??= [];
        other.any = true;
        const stand = standFor(condition.actor).filter(({ index }) => index !== there.index);
        other.actors.push(...stand.map(({ index }) => index));
        chosen.push({
          meant: { word: there, act: condition.act, as: 'condition', claimant: claim.actor },
          standing: nearest(stand, there),
          actor: condition.actor,
        });
      }
    }
    return {
      words: sentence.words.map(({ form, head }, index) => ({
        own: vectors.of(form),
        above: head < 0 ? undefined : vectors.of(sentence.words[head].form),
        signs: signs.ofWords[index],
      })),
      acts,
      conditionActs,
      choices: choicesOf(read, chosen),
      asked: [...asked.values()].map((target) => ({
        ...target,
        pairs: signs.between(sentence.words[target.word], sentence.words),
      })),
    };
  });
}
