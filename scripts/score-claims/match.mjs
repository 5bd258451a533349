// When a claim that was read is the claim that was annotated (docs/reader.md, "How it is scored").

/** Acts that say the same leniently, and those that say the opposite. */
const SAME = { 'resume-test': 'test', initiate: 'engage' };
const OPPOSITE = { 'halt-test': 'test', 'break-off': 'engage', violate: 'comply', escalate: 'change-policy' };
const flip = (polarity) => (polarity === 'positive' ? 'negative' : 'positive');

const plainActor = (actor) => (actor === 'SUN' ? 'RUS' : actor);

/** An act and its truth brought to one of two opposites. */
function plain({ act, polarity, object }) {
  if (act === 'respond' && object === 'in-kind') return { act: 'test', polarity };
  if (act in SAME) return { act: SAME[act], polarity };
  if (act in OPPOSITE) return { act: OPPOSITE[act], polarity: flip(polarity) };
  return { act, polarity };
}

/** How one claim read agrees with one claim annotated, field by field. */
export function agreement(read, gold, lenient) {
  const [a, b] = lenient ? [plain(read), plain(gold)] : [read, gold];
  const actor = lenient ? plainActor(read.actor) === plainActor(gold.actor) : read.actor === gold.actor;
  // Opposites are the same act only where their truths are opposite too.
  const opposite = lenient && read.act !== gold.act && (read.act in OPPOSITE || gold.act in OPPOSITE);
  const core = a.act === b.act && actor && (!opposite || a.polarity === b.polarity);
  const condition = sameCondition(read.condition, gold.condition, lenient);
  const fields = {
    polarity: a.polarity === b.polarity,
    modality: read.modality === gold.modality,
    speaker: lenient
      ? plainActor(read.speaker.actor) === plainActor(gold.speaker.actor)
      : read.speaker.actor === gold.speaker.actor,
    condition,
  };
  return { core, full: core && Object.values(fields).every(Boolean), fields };
}

function sameCondition(read, gold, lenient) {
  if (read === undefined || gold === undefined) return read === gold;
  const [a, b] = lenient ? [plain(read), plain(gold)] : [read, gold];
  const polarity = a.act === b.act ? a.polarity === b.polarity : read.polarity === gold.polarity;
  return plainActor(read.actor) === plainActor(gold.actor) && polarity;
}

const overlap = (a, b) => a.start < b.end && b.start < a.end;

/** The sentences that the words of an annotated claim stand in, as one stretch. */
export function sentenceOf(span, sentences) {
  const touched = sentences.filter((sentence) => overlap(sentence, span));
  return touched.length === 0
    ? span
    : {
        start: Math.min(...touched.map(({ start }) => start)),
        end: Math.max(...touched.map(({ end }) => end)),
      };
}

/** Pairs of claims read and annotated, one to one, the best agreement first. */
export function matchClaims(read, gold, sentences, lenient) {
  const candidates = [];
  for (const [i, a] of read.entries())
    for (const [j, b] of gold.entries()) {
      if (!overlap(a.span, sentenceOf(b.span, sentences))) continue;
      const found = agreement(a, b, lenient);
      if (!found.core) continue;
      const score =
        Object.values(found.fields).filter(Boolean).length * 10 +
        (a.act === b.act ? 3 : 0) +
        (overlap(a.span, b.span) ? 1 : 0);
      candidates.push({ i, j, score, ...found });
    }
  candidates.sort((a, b) => b.score - a.score);
  const [usedRead, usedGold, pairs] = [new Set(), new Set(), []];
  for (const candidate of candidates) {
    if (usedRead.has(candidate.i) || usedGold.has(candidate.j)) continue;
    usedRead.add(candidate.i);
    usedGold.add(candidate.j);
    pairs.push(candidate);
  }
  return {
    pairs,
    invented: read.filter((_, i) => !usedRead.has(i)),
    missed: gold.filter((_, j) => !usedGold.has(j)),
  };
}
