import { parsedYaml, rowsOf } from '../../tables/index.ts';
import type { Ledger } from '../ledger.ts';
import { treatyNames } from '../treaty-name.ts';
import { ENGLISH, STANDING } from './english.ts';
import type { Deed, OfficeName, Slot } from './slot.ts';
import { tokensOf } from './tokens.ts';

/** What a run of words stands for: a word of the frames, or a name. */
export type Meaning = { readonly word: string } | { readonly slot: Slot };

interface Entry {
  readonly meaning: Meaning;
  /** Written so and not otherwise: "US" is not "us". */
  readonly exact?: string;
}

interface Node {
  readonly next: Map<string, Node>;
  entries?: Entry[];
}

/** All words and names that a sentence about the ledger may use, by their first word. */
export interface Vocabulary {
  readonly root: Node;
  /** Name of the list that "N of M" counts, by treaty. */
  readonly lists: ReadonlyMap<string, string>;
  /** Kinds of things of which the ledger keeps no list, by their words. */
  readonly unlisted: readonly { readonly kind: string; readonly words: RegExp }[];
}

interface StatementsFile {
  readonly words?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, string>>;
  readonly unlisted?: Readonly<Record<string, string>>;
  readonly offices?: readonly (OfficeName & { readonly names: string })[];
  readonly deeds?: readonly Deed[];
}

const CENTURIES: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['this century|21st century|twenty-first century|current century|new century', '2001-01-01', undefined],
  ['turn of the century|turn of the millennium|start of the century', '2000', '2000'],
  ['20th century|twentieth century|last century', '1901-01-01', '2000-12-31'],
];

const split = (names: string): readonly string[] => names.split('|').map((name) => name.trim());
const cells = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The vocabulary of a stand-off: its names, the words of lexicon/statements.yaml, and plain English grammar. */
export function vocabularyOf(ledger: Ledger, files: ReadonlyMap<string, string>): Vocabulary {
  const root: Node = { next: new Map() };
  const add = (name: string, meaning: Meaning) => {
    const tokens = tokensOf(name.replace(/^the /i, ''));
    if (tokens.length === 0) return;
    let node = root;
    for (const { key } of tokens) {
      const next = node.next.get(key) ?? { next: new Map() };
      node.next.set(key, next);
      node = next;
    }
    // A word of grammar is not overruled by a short name ("the States" and "nine states").
    if ('slot' in meaning && node.entries?.some((entry) => 'word' in entry.meaning)) return;
    const exact =
      'slot' in meaning && /^[A-Z.]{1,4}$/.test(name) ? tokens.map(({ raw }) => raw).join(' ') : undefined;
    node.entries = [{ meaning, ...(exact === undefined ? {} : { exact }) }, ...(node.entries ?? [])];
  };
  const slot = (names: readonly string[], value: Slot) => {
    for (const name of names) add(name, { slot: value });
  };

  for (const word of STANDING) add(word, { word });
  for (const [word, forms] of Object.entries(ENGLISH)) for (const form of split(forms)) add(form, { word });
  const file = (parsedYaml(files, 'lexicon/statements.yaml') ?? {}) as StatementsFile;
  for (const [word, forms] of Object.entries(file.words ?? {}))
    for (const form of split(forms)) add(form, { word });
  addEras(files, slot);
  for (const row of rowsOf(files, 'actors.csv')) {
    const code = row.code!;
    slot([row.name!, ...cells(row.aliases), ...cells(row.capital), ...cells(row.institutions)], {
      type: 'S',
      code,
    });
    slot(cells(row.demonyms), { type: 'A', code });
  }
  for (const [id, names] of treatyNames(ledger, files)) slot(names, { type: 'T', treaty: id });
  for (const { name, aliases, regions } of ledger.sites.values()) {
    for (const known of [name, ...aliases, ...regions]) slot([known], { type: 'L', name: known });
  }
  addPersons(ledger, slot);
  for (const { names, ...office } of file.offices ?? []) slot(split(names), { type: 'R', office });
  for (const [codes, names] of Object.entries(file.groups ?? {}))
    slot(split(names), { type: 'G', codes: codes.split(' ') });
  for (const deed of file.deeds ?? []) slot(split(deed.words), { type: 'K', deed });
  const unlisted = Object.entries(file.unlisted ?? {}).map(([kind, words]) => ({
    kind,
    words: new RegExp(`\\b(?:${words})\\b`, 'i'),
  }));
  return { root, lists: new Map(Object.entries(file.lists ?? {})), unlisted };
}

type AddSlot = (names: readonly string[], value: Slot) => void;

function addEras(files: ReadonlyMap<string, string>, slot: AddSlot): void {
  const eras = (parsedYaml(files, 'lexicon/eras.yaml') ?? {}) as Record<
    string,
    { from?: string; to?: string }
  >;
  const all = [
    ...Object.entries(eras).map(([names, { from, to }]) => [names, from, to] as const),
    ...CENTURIES,
  ];
  for (const [names, from, to] of all) {
    for (const name of split(names)) {
      // The state itself is a name, not an era.
      if (/^(Soviet Union|USSR)$/.test(name)) continue;
      slot([name], {
        type: 'D',
        era: true,
        text: name,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
    }
  }
}

function addPersons({ tenures }: Ledger, slot: AddSlot): void {
  const bySurname = new Map<string, Set<string>>();
  for (const { person, aliases, state } of tenures) {
    slot([person, ...aliases], { type: 'P', person, state });
    const surname = person.split(' ').at(-1)!;
    bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(person));
  }
  // A family name alone is a name only where one person of the table has it.
  for (const { person, state } of tenures) {
    const surname = person.split(' ').at(-1)!;
    if (surname.length > 3 && bySurname.get(surname)!.size === 1)
      slot([surname], { type: 'P', person, state });
  }
}

/** The longest run of words from an index on that the vocabulary knows, with its meaning. */
export function longestAt(
  { root }: Vocabulary,
  tokens: readonly { readonly key: string; readonly raw: string }[],
  index: number,
): { readonly length: number; readonly meaning: Meaning } | undefined {
  let node: Node | undefined = root;
  let best: { length: number; meaning: Meaning } | undefined;
  for (let at = index; at < tokens.length; at++) {
    node = node.next.get(tokens[at]!.key);
    if (node === undefined) break;
    const raw = () =>
      tokens
        .slice(index, at + 1)
        .map((token) => token.raw)
        .join(' ');
    const entry = node.entries?.find(({ exact }) => exact === undefined || exact === raw());
    if (entry !== undefined) best = { length: at - index + 1, meaning: entry.meaning };
  }
  return best;
}
