import type { Word } from '../text/tree.ts';
import type { ActorContext, ActorReference } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { casesOf, dependentsBy, lemmaOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

/** Acts that are done to a state. */
const TOWARDS_STATE =
  /^(use-force|sanction|support-ally|engage|initiate|break-off|inspect|guarantee-security|recognise|reply|respond|escalate)$/;

/** The state dealt with: "dialogue with Washington", "an attack on Ukraine". */
export function targetOf(context: ActorContext, trigger: Trigger, actor: string): string | undefined {
  const { sentence } = context;
  const not = (found: ActorReference) =>
    found.actor !== actor &&
    found.actor !== 'press' &&
    !(found.by === 'context' && found.person !== undefined);
  // "struck Ukraine", "sanctioned Iran", "sends Ukraine tanks"
  const { objectWord, word, predicate } = trigger;
  const struck = [...dependentsBy(sentence, predicate, 'obj', 'iobj')];
  if (objectWord !== undefined && objectWord !== word && !struck.includes(objectWord))
    struck.push(objectWord);
  const direct = struck
    .flatMap((word) => [...actorsOf(context, word), ...modifierActor(context, word)])
    .find(not);
  if (direct !== undefined && TOWARDS_STATE.test(trigger.act)) return direct.actor;
  for (const head of [trigger.objectWord, trigger.word, trigger.predicate]) {
    if (head === undefined) continue;
    for (const other of dependentsBy(sentence, head, 'nmod', 'obl')) {
      const preposition = dependentsBy(sentence, other, 'case').map(lemmaOf).join(' ');
      if (!/^(with|on|upon|against|toward|towards|to|at|into)$/.test(preposition)) continue;
      const target = [...actorsOf(context, other), ...modifierActor(context, other)].find(not);
      if (target !== undefined) return target.actor;
    }
  }
  return withinThings(context, trigger, struck, not);
}

/** Acts whose things tell whom they are done to: "hit targets in Iran", "a levy on steel from China", "tanks for Ukraine". */
const THROUGH_THINGS = /^(use-force|sanction|support-ally|exercise)$/;
/** How a place is told where force is used or drilled. */
const AT_PLACE = /^(in|inside|into|near|around|off|over|across|on|at|against|upon|from|for|to)$/;

/** Whom the things name that an act is done to or with. */
function withinThings(
  context: ActorContext,
  trigger: Trigger,
  struck: readonly Word[],
  not: (found: ActorReference) => boolean,
): string | undefined {
  if (!THROUGH_THINGS.test(trigger.act)) return undefined;
  const { sentence } = context;
  const places = [trigger.objectWord, trigger.word, trigger.predicate]
    .flatMap((head) => (head === undefined ? [] : dependentsBy(sentence, head, 'nmod', 'obl')))
    .filter((word) => casesOf(sentence, word).some((preposition) => AT_PLACE.test(preposition)));
  for (const thing of new Set([...struck, ...places]))
    for (const word of subtreeOf(sentence, thing, ({ relation }) => CLAUSE.test(relation))) {
      const target = [...actorsOf(context, word), ...modifierActor(context, word)].find(
        (found) => not(found) && (found.by === 'name' || found.by === 'modifier'),
      );
      if (target !== undefined) return target.actor;
    }
  return undefined;
}

const CLAUSE = /^(acl|advcl|ccomp|parataxis|conj|appos)/;
