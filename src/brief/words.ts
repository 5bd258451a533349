import { inSentence } from '../ledger/index.ts';
import { type Formula, optionsIn, type Position, type Standoff } from '../model/index.ts';
import { capitalised } from './listed.ts';

/** The names and verbs of a stand-off, to write its formulas as sentences. */
export interface Wording {
  /** "Russia" */
  readonly name: (actor: string) => string;
  /** "Russia tests nuclear weapons" */
  readonly does: (option: string) => string;
  /** "test nuclear weapons" */
  readonly infinitive: (option: string) => string;
  /** "a nuclear test" */
  readonly noun: (option: string) => string;
  readonly owner: (option: string) => string;
}

const PLURAL = /^Others$/;

export function wordingOf(standoff: Pick<Standoff, 'parties' | 'options'>): Wording {
  const names = new Map(standoff.parties.map(({ id, name }) => [id, inSentence(name)]));
  const options = new Map(standoff.options.map((option) => [option.id, option]));
  const name = (actor: string) => names.get(actor) ?? actor;
  const kind = (option: string) => options.get(option)!.kind;
  const owner = (option: string) => options.get(option)!.actor;
  return {
    name,
    owner,
    does: (option) => {
      const subject = name(owner(option));
      return PLURAL.test(subject) ? `others ${kind(option).infinitive}` : `${subject} ${kind(option).does}`;
    },
    infinitive: (option) => kind(option).infinitive,
    noun: (option) => kind(option).noun,
  };
}

/** A formula as a clause: "the United States tests nuclear weapons and Russia does not …". */
export function clauseOf(words: Wording, formula: Formula): string {
  switch (formula.kind) {
    case 'option':
      return words.does(formula.option);
    case 'constant':
      return formula.value ? 'in any case' : 'never';
    case 'not': {
      if (formula.of.kind !== 'option') return `it is not so that ${clauseOf(words, formula.of)}`;
      const actor = words.name(words.owner(formula.of.option));
      return PLURAL.test(actor)
        ? `others do not ${words.infinitive(formula.of.option)}`
        : `${actor} does not ${words.infinitive(formula.of.option)}`;
    }
    case 'and':
      return `${clauseOf(words, formula.left)} and ${clauseOf(words, formula.right)}`;
    case 'or':
      return `${clauseOf(words, formula.left)} or ${clauseOf(words, formula.right)}`;
    case 'if':
      return `${clauseOf(words, formula.then)} if ${clauseOf(words, formula.when)}`;
    case 'iff':
      return `${clauseOf(words, formula.left)} if, and only if, ${clauseOf(words, formula.right)}`;
  }
}

/** "if the United States tests nuclear weapons": what a position hangs on, after its own act. */
function conditionClause(words: Wording, { formula, holder }: Position): { act: Formula; tail: string } {
  const own = (part: Formula) => optionsIn(part).every((id) => words.owner(id) === holder);
  if (formula.kind === 'if' && own(formula.then))
    return { act: formula.then, tail: ` if ${clauseOf(words, formula.when)}` };
  if (formula.kind === 'if' && own(formula.when))
    return { act: formula.when, tail: ` only if ${clauseOf(words, formula.then)}` };
  if (formula.kind === 'iff' && own(formula.left)) {
    const met = formula.left.kind === 'not' && formula.right.kind === 'not';
    const [act, when] = met
      ? [(formula.left as { of: Formula }).of, (formula.right as { of: Formula }).of]
      : [formula.left, formula.right];
    return { act, tail: ` if, and only if, ${clauseOf(words, when)}` };
  }
  return { act: formula, tail: '' };
}

const SAYS = {
  pledge: 'says that it will',
  threat: 'warns that it would',
  offer: 'offers to',
  refusal: 'would',
  assumption: 'is assumed to',
  demand: '',
} as const;
const DENIES = {
  pledge: 'says that it will not',
  threat: 'warns that it would not',
  offer: 'offers not to',
  refusal: 'refuses to',
  assumption: 'is assumed not to',
  demand: '',
} as const;

/** A position as a sentence: "Russia offers to enter a dialogue only if the United States enters a dialogue." */
export function positionSentence(words: Wording, position: Position): string {
  const { holder, kind, formula, strength } = position;
  const name = capitalised(words.name(holder));
  const [first] = optionsIn(formula);
  if (kind === 'demand' && first !== undefined && (formula.kind === 'option' || formula.kind === 'not')) {
    return `${name} wants ${words.name(words.owner(first))} ${formula.kind === 'not' ? 'not ' : ''}to ${words.infinitive(first)}.`;
  }
  const { act, tail } = conditionClause(words, position);
  const negated = act.kind === 'not';
  const own = negated ? act.of : act;
  if (own.kind !== 'option' || words.owner(own.option) !== holder)
    return `${name} holds that ${clauseOf(words, formula)}.`;
  const weighed = strength < 0.6 ? (negated ? 'weighs not to' : 'weighs whether to') : undefined;
  return `${name} ${weighed ?? (negated ? DENIES : SAYS)[kind]} ${words.infinitive(own.option)}${tail}.`;
}
