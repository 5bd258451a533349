import { type Formula, optionsIn, type Position, type Standoff } from '../model/index.ts';

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

/** Names that take the article in running text. */
const WITH_ARTICLE =
  /^(United States|United Kingdom|Soviet Union|Netherlands|Philippines|European Union|United Nations|Holy See)$/;
const PLURAL = /^Others$/;

export function wordingOf(standoff: Standoff): Wording {
  const names = new Map(
    standoff.parties.map(({ id, name }) => [id, WITH_ARTICLE.test(name) ? `the ${name}` : name]),
  );
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

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
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

/** A position as a sentence, with its kind. */
export function positionSentence(words: Wording, { holder, kind, formula, strength }: Position): string {
  const name = capitalised(words.name(holder));
  const weak = strength < 0.6;
  if (kind === 'demand') {
    const asked = optionsIn(formula);
    if (formula.kind === 'option')
      return `${name} wants ${words.name(words.owner(asked[0]!))} to ${words.infinitive(asked[0]!)}.`;
    if (formula.kind === 'not' && formula.of.kind === 'option') {
      return `${name} wants ${words.name(words.owner(asked[0]!))} not to ${words.infinitive(asked[0]!)}.`;
    }
    return `${name} wants it so that ${clauseOf(words, formula)}.`;
  }
  const verb = {
    pledge: 'says that',
    threat: 'warns that',
    offer: 'offers that',
    refusal: 'refuses:',
    assumption: 'is assumed to hold that',
    demand: '',
  }[kind];
  return `${name} ${weak ? 'weighs that' : verb} ${clauseOf(words, formula)}.`;
}
