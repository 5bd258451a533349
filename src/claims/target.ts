import { type ActorContext, type ActorReference, actorsOf, modifierActor } from './actors.ts';
import { dependentsBy, lemmaOf } from './syntax.ts';
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
  // "struck Ukraine", "sanctioned Iran"
  const struck =
    trigger.objectWord === undefined || trigger.objectWord === trigger.word
      ? dependentsBy(sentence, trigger.predicate, 'obj')
      : [trigger.objectWord];
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
  return undefined;
}
