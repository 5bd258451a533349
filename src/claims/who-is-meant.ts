import { type ActMeant, type Candidate, candidatesFor, shared, speakersFor } from './candidates.ts';
import type { ActorCode, Speaker } from './claim.ts';
import type { ClaimNetwork } from './claim-network.ts';
import type { Draft } from './draft.ts';
import type { SentenceReading } from './sentence-readings.ts';
import type { Pointed, Stretch } from './stretch.ts';

/** A further actor counts where the network points at it so much as at the first. */
const ALSO = 0.4;

/** Somebody who is meant, and how likely. */
export interface Meant {
  readonly actor: Speaker;
  readonly share: number;
}

/** Who acts: for a verb of which the rules know the subject, whom they found; else whom the network points at. */
export function actorsOfAct(
  read: SentenceReading,
  meant: ActMeant,
  pointed: Pointed,
  ruled: readonly Draft[],
  network: ClaimNetwork,
): readonly Meant[] {
  const found = actorsMeant(read, meant, pointed, network);
  if (ruled.length === 0 || ruled.some(({ trigger }) => trigger.nominal)) return found;
  const codes = [...new Set(ruled.map(({ claim }) => claim.actor))];
  return codes.map((actor) => {
    const same = found.find((other) => other.actor.actor === actor);
    const person = ruled.find(({ claim }) => claim.speaker.actor === actor)?.claim.speaker.person;
    return same ?? { actor: { actor, ...(person === undefined ? {} : { person }) }, share: 0.5 };
  });
}

/** Who acts: of each word that the network points at, whom it means. */
export function actorsMeant(
  read: SentenceReading,
  meant: ActMeant,
  { words, shares, none }: Pointed,
  network: ClaimNetwork,
): readonly Meant[] {
  const most = shares.reduce((a, b) => Math.max(a, b));
  const standing =
    none === most
      ? [undefined]
      : words.filter((_, at) => shares[at]! >= ALSO * most && shares[at]! > none * ALSO);
  const found = standing.flatMap((word) => {
    const candidates = candidatesFor(read, meant, word);
    const likely = shared(candidates, network.actors);
    const best = Math.max(...likely);
    const outright = isToldOutright(candidates[likely.indexOf(best)]!);
    return candidates
      .map((actor, i) => ({ actor, share: outright && isToldOutright(actor) ? best : likely[i]! }))
      .filter(({ share }) => share === best || (share >= ALSO && share >= ALSO * best))
      .sort((a, b) => b.share - a.share);
  });
  return found.filter(
    ({ actor }, at) => found.findIndex((other) => other.actor.actor === actor.actor) === at,
  );
}

/** Somebody whom the word itself, or what hangs on it, names: of "American and British ships" both act. */
const isToldOutright = ({ by }: Candidate): boolean => by !== 'context';

/** What counts for a speaker whom no word of the sentence stands for, in place of how much the network points at one. */
const ELSEWHERE = 0.3;

/** Whose words a claim is in: what the candidates' signs say, what kind of source the network sees and at whom it points. */
export function speakerMeant(
  { read, signs }: Stretch,
  meant: ActMeant,
  { actor }: Speaker,
  said: Float32Array,
  { words, shares, none }: Pointed,
  network: ClaimNetwork,
): Speaker {
  // What stands in somebody's words is not the reporter's.
  const isQuoted = read.heard(meant.word).quoted !== undefined;
  const candidates = speakersFor(read, meant, actor).filter(
    ({ actor: code }) => !isQuoted || code !== 'press',
  );
  const pointedAt = (code: ActorCode): number => {
    if (code === 'press') return none;
    const stand = words.flatMap(({ index }, at) => (signs.actors[index]!.includes(code) ? shares[at]! : []));
    return stand.length === 0 ? ELSEWHERE : stand.reduce((sum, share) => sum + share, 0);
  };
  const likely = shared(candidates, network.speakers).map((share, i) => {
    const { actor: code } = candidates[i]!;
    const kind = said[code === 'press' ? 0 : code === actor ? 1 : 2]!;
    return share * kind * (0.02 + pointedAt(code));
  });
  const { actor: code, person, org } = candidates[likely.indexOf(Math.max(...likely))]!;
  return {
    actor: code,
    ...(person === undefined ? {} : { person }),
    ...(org === undefined ? {} : { org }),
  };
}
