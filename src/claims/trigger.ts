import type { Word } from '../text/tree.ts';
import type { Act, Modality } from './claim.ts';
import type { ObjectMatch } from './objects.ts';

/** A word that names an act, with what it is done to. */
export interface Trigger {
  readonly act: Act;
  /** The verb or noun that names the act. */
  readonly word: Word;
  /** The word whose clause asserts it: the verb itself, or the verb that performs the noun ("conduct a test"). */
  readonly predicate: Word;
  readonly object?: ObjectMatch;
  /** The word of the object, where there is one. */
  readonly objectWord?: Word;
  readonly modality?: Modality;
  readonly nominal: boolean;
  /** The wording needs an adverb, as "act first" does: more telling than the bare verb. */
  readonly byAdverb?: boolean;
  /** The wording has the thing for its subject ("sanctions stay"): whoever speaks keeps it up. */
  readonly impersonal?: boolean;
  /** The wording says that the act is not done. */
  readonly not?: boolean;
  /** Counts only where no other act stands below it. */
  readonly fallback?: boolean;
  /** The preposition behind which the one who acts stands. */
  readonly agentBehind?: string;
  /** The act was named before and is only pointed back to. */
  readonly again?: boolean;
  /** All the words of an idiom. */
  readonly words?: readonly Word[];
  /** The word that stands for whoever acts, in an idiom. */
  readonly agent?: Word;
}
