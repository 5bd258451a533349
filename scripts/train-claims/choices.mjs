// Choices for the ranker: whom a word that stands for an actor means, and whose words a claim is in, among all whom the
// reader could think of.
import { candidatesFor, speakersFor } from '../../dist/claims/candidates.js';

/**
 * The choices of one sentence.
 * @param asked its claims and conditions: `{ meant, standing, actor, speaker }`, words and codes.
 */
export function choicesOf(read, asked) {
  const actors = new Map();
  for (const { meant, standing, actor } of asked) {
    const key = `${meant.word.index}:${standing?.index}:${meant.as}`;
    if (!actors.has(key)) actors.set(key, { candidates: candidatesFor(read, meant, standing), gold: [] });
    actors.get(key).gold.push(actor);
  }
  const speakers = asked
    .filter(({ speaker }) => speaker !== undefined)
    .map(({ meant, actor, speaker }) => ({ candidates: speakersFor(read, meant, actor), gold: [speaker] }));
  return { actors: [...actors.values()], speakers };
}
