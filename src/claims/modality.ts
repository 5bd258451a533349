import type { Assertion } from './assertion.ts';
import type { Modality } from './claim.ts';
import { lemmaOf } from './syntax.ts';

/** The modality of the claim vocabulary, from how the act is meant and whether it is hostile and conditional. */
export function modalityOf(
  assertion: Assertion,
  hostile: boolean,
  conditional: boolean,
  ownAct: boolean,
  reported: boolean,
): Modality | undefined {
  const announced: Modality = conditional
    ? hostile || assertion.polarity === 'negative'
      ? 'threatened'
      : 'offered'
    : assertion.warned && hostile
      ? 'threatened'
      : 'announced';
  switch (assertion.meaning) {
    case 'done':
      // "Russia tests only if others do": a present on a condition is what will be done.
      return conditional && ownAct ? announced : 'done';
    case 'ordered':
      // "told Iran to honour it": another's act is asked for.
      return ownAct || !reported ? announced : 'demanded';
    case 'future':
    case 'intended':
      return announced;
    case 'conditional':
      // "said it would leave": in reported speech "would" is the future of the past.
      return conditional || assertion.warned || (reported && ownAct) ? announced : 'considered';
    case 'possible':
    case 'considered': {
      // "a truce is possible only after …", "sanctions could follow if …": what is held out on a condition. What is weighed
      // in reply to another is only weighed.
      const heldOut =
        assertion.meaning === 'possible' ||
        (assertion.by !== undefined && /^(possible|conceivable)$/.test(lemmaOf(assertion.by)));
      if (!(heldOut && conditional && ownAct && reported && assertion.polarity === 'positive'))
        return 'considered';
      return hostile ? 'threatened' : 'offered';
    }
    case 'hoped':
      // A state's hope that another will act is a request.
      return reported && !ownAct ? 'demanded' : 'considered';
    case 'refused':
      return conditional ? 'threatened' : 'announced';
    case 'obligation':
    case 'demanded':
      // "we shall have to do the same" binds oneself.
      return ownAct && assertion.meaning === 'obligation' ? announced : 'demanded';
    case 'offered':
      // "ready to test" is no offer, and "not ready to talk" is a refusal.
      if (assertion.polarity === 'negative') return conditional ? 'threatened' : 'announced';
      return hostile &&
        ownAct &&
        assertion.by !== undefined &&
        /^(ready|prepared|readiness)$/.test(lemmaOf(assertion.by))
        ? 'threatened'
        : 'offered';
    case 'denied':
      return 'denied';
    default:
      return undefined;
  }
}
