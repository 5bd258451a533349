import { parsedYaml, type Row, rowsOf } from '../tables/index.ts';
import { ACTS, type Act, type ActorCode } from './claim.ts';
import type { ClaimNetwork } from './claim-network.ts';
import type { ActorName, ActorNameKind, Lexicon, Office, Wording } from './lexicon.ts';
import { type NameIndex, nameIndex } from './names.ts';

/** The words of a cell; an underscore joins a verb and its particle. */
const words = (text: unknown): ReadonlySet<string> =>
  new Set((String(text ?? '').match(/\S+/g) ?? []).map((word) => word.replaceAll('_', ' ')));

/** As `words`; a noun with a hyphen in both numbers, since it is read as a name is, without a base form. */
const nounsOf = (text: unknown): ReadonlySet<string> =>
  new Set([...words(text)].flatMap((noun) => (HYPHENATED.test(noun) ? [noun, `${noun}s`] : [noun])));

const HYPHENATED = /^\p{L}+(?:-\p{L}+)+$/u;

const list = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Where a stand-off has no weights of its own, every claim has the share that was right in the box's. */
const UNCALIBRATED = { weights: { base: 1.7 } };

interface ObjectRow {
  readonly heads?: string;
  readonly with?: string;
  readonly alone?: string;
  readonly not?: string;
  readonly names?: string;
  readonly strict?: boolean;
  readonly sure?: string;
}

interface WordingRow
  extends Omit<
    Partial<Wording>,
    'verbs' | 'nouns' | 'prepositions' | 'adverbs' | 'objects' | 'of' | 'own' | 'idiom'
  > {
  readonly object?: string;
  readonly of?: string;
  readonly own?: string;
  readonly idiom?: string;
  readonly verbs?: string;
  readonly nouns?: string;
  readonly prep?: string;
  readonly adverb?: string;
}

interface ActRow {
  readonly toward: 'hostile' | 'cooperative';
  readonly perform?: string;
  readonly wordings: readonly WordingRow[];
}

const wordingOf = (act: Act, row: WordingRow): Wording => ({
  act,
  verbs: words(row.verbs),
  nouns: nounsOf(row.nouns),
  prepositions: words(row.prep),
  adverbs: words(row.adverb),
  bare: row.bare ?? false,
  event: row.event ?? false,
  state: row.state ?? false,
  not: row.not ?? false,
  fallback: row.fallback ?? false,
  objects: [...words(row.object)],
  of: [...words(row.of)],
  own: [...words(row.own)],
  at: row.at ?? false,
  undone: row.undone ?? false,
  idiom: row.idiom?.split(' ') ?? [],
  ...(row.subject === undefined ? {} : { subject: row.subject }),
  ...(row.by === undefined ? {} : { by: row.by }),
  ...(row.is === undefined ? {} : { is: row.is }),
  ...(row.modality === undefined ? {} : { modality: row.modality }),
});

/** @throws RangeError where there is no such file. */
function require(files: ReadonlyMap<string, string>, name: string): void {
  if (!files.has(name)) throw new RangeError(`the stand-off has no file ${name}; restore it or add it`);
}

/** What a file says that must be there. @throws RangeError where it is not, or cannot be read. */
function written(files: ReadonlyMap<string, string>, name: string): Readonly<Record<string, unknown>> {
  require(files, name);
  return parsedYaml(files, name) ?? {};
}

function actorNamesOf(rows: readonly Row[]): NameIndex<ActorName> {
  const names: [string, ActorName][] = [];
  for (const row of rows) {
    const actor = row.code!;
    const add = (kind: ActorNameKind, cell: string | undefined) => {
      for (const name of list(cell)) names.push([name.replace(/^the /i, ''), { kind, actor }]);
    };
    add('state', row.name);
    add('state', row.aliases);
    add('demonym', row.demonyms);
    add('capital', row.capital);
    add('institution', row.institutions);
  }
  return nameIndex(names);
}

function officesOf(rows: readonly Row[]): Map<string, { names: string[]; offices: Office[] }> {
  const persons = new Map<string, { names: string[]; offices: Office[] }>();
  for (const row of rows) {
    const person = row.name!;
    const entry = persons.get(person) ?? { names: [person], offices: [] };
    entry.names.push(...list(row.aliases).filter((alias) => !entry.names.includes(alias)));
    entry.offices.push({
      person,
      role: row.role!,
      actor: row.actor!,
      ...(row.from ? { from: row.from } : {}),
      ...(row.to ? { to: row.to } : {}),
      ...(row.seenInRoleOn ? { seenOn: row.seenInRoleOn } : {}),
    });
    persons.set(person, entry);
  }
  return persons;
}

/** Family names by which reports speak of a person: the last part, or the first of a Chinese or Korean name. */
function surnamesOf(name: string, actor: ActorCode, familyNameFirst: ReadonlySet<ActorCode>): string[] {
  const parts = name.replace(/,? (?:Jr|Sr)\.?$/, '').split(/\s+/);
  if (parts.length === 1) return [name];
  return [familyNameFirst.has(actor) ? parts[0]! : parts.at(-1)!];
}

/** By which words each wording can be named, so that a word is only held against those. */
function wordsThatName(
  wordings: readonly Wording[],
  objects: Record<string, ObjectRow>,
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [position, { verbs, nouns, event }] of wordings.entries()) {
    const things = event ? [...nouns].flatMap((kind) => [...nounsOf(objects[kind]?.heads)]) : [...nouns];
    for (const word of new Set([...[...verbs].map((verb) => verb.split(' ')[0]!), ...things])) {
      const key = word.toLowerCase();
      index.set(key, [...(index.get(key) ?? []), position]);
    }
  }
  return index;
}

/** Nouns with a hyphen that name acts or things, unless a verb is written the same way ("test-launch"). */
function hyphenatedNounsOf(
  acts: readonly (readonly [Act, ActRow])[],
  objects: Record<string, ObjectRow>,
): NameIndex<'one' | 'several'> {
  const rows = acts.flatMap(([, row]) => row.wordings);
  const verbs = new Set(rows.flatMap((row) => [...words(row.verbs)]));
  const nouns = new Set(
    [...rows.map((row) => row.nouns), ...Object.values(objects).map(({ heads }) => heads)]
      .flatMap((cell) => [...words(cell)])
      .filter((noun) => HYPHENATED.test(noun) && !verbs.has(noun)),
  );
  return nameIndex([...nouns].flatMap((noun) => [[noun, 'one'] as const, [`${noun}s`, 'several'] as const]));
}

function idiomsByFirstWord(wordings: readonly Wording[]): ReadonlyMap<string, readonly Wording[]> {
  const index = new Map<string, Wording[]>();
  for (const wording of wordings) {
    const [first] = wording.idiom;
    if (first === undefined || first.startsWith('<')) continue;
    for (const word of first.split('|')) index.set(word, [...(index.get(word) ?? []), wording]);
  }
  return index;
}

/**
 * The words of a stand-off, from its files: actors.csv, persons.csv, lexicon/{acts,objects,treaties,eras,short-names,titles,figures,groups,statements,media,weapons,confidence}.yaml.
 * @param network the claim network; without it only the rules read.
 * @throws RangeError that names the file that is missing or cannot be read, or the act that is not in the vocabulary.
 */
export function lexiconFromFiles(files: ReadonlyMap<string, string>, network?: ClaimNetwork): Lexicon {
  for (const name of ['actors.csv', 'persons.csv']) require(files, name);
  const actorRows = rowsOf(files, 'actors.csv');
  const objectRows = written(files, 'lexicon/objects.yaml') as Record<string, ObjectRow>;
  const actRows = written(files, 'lexicon/acts.yaml') as Record<string, ActRow>;
  const treaties = written(files, 'lexicon/treaties.yaml') as {
    generic: string;
    names: Record<string, string>;
  };
  const confidence = (parsedYaml(files, 'lexicon/confidence.yaml') ?? UNCALIBRATED) as {
    weights: Record<string, number>;
  };
  const media = (parsedYaml(files, 'lexicon/media.yaml') ?? {}) as { names?: string };
  const groups = (parsedYaml(files, 'lexicon/groups.yaml') ?? {}) as Record<string, string>;
  const statements = (parsedYaml(files, 'lexicon/statements.yaml') ?? {}) as {
    offices?: readonly { state: ActorCode; names: string }[];
  };
  const figures = (parsedYaml(files, 'lexicon/figures.yaml') ?? {}) as Record<ActorCode, string>;
  const weapons = (parsedYaml(files, 'lexicon/weapons.yaml') ?? {}) as Record<ActorCode, string>;
  const titles = (parsedYaml(files, 'lexicon/titles.yaml') ?? {}) as Record<ActorCode, string>;
  const shortNames = (parsedYaml(files, 'lexicon/short-names.yaml') ?? {}) as Record<
    string,
    { actor: ActorCode; where: string }
  >;
  const eras = written(files, 'lexicon/eras.yaml') as Record<string, { from?: string; to?: string }>;

  for (const act of Object.keys(actRows)) {
    if (!ACTS.includes(act as Act))
      throw new RangeError(`lexicon/acts.yaml: "${act}" is not an act; see docs/claims.md`);
  }
  const familyNameFirst = new Set(
    actorRows.filter((row) => row.familyNameFirst === 'yes').map((row) => row.code!),
  );
  const persons = officesOf(rowsOf(files, 'persons.csv'));
  const surnames = new Map<string, Office[]>();
  for (const { names, offices } of persons.values()) {
    for (const surname of new Set(
      names.flatMap((name) => surnamesOf(name, offices[0]!.actor, familyNameFirst)),
    )) {
      surnames.set(surname, [...(surnames.get(surname) ?? []), ...offices]);
    }
  }
  const acts = Object.entries(actRows) as [Act, ActRow][];
  const wordings = acts.flatMap(([act, row]) => row.wordings.map((wording) => wordingOf(act, wording)));
  return {
    ...(network === undefined ? {} : { network }),
    actorNames: actorNamesOf(actorRows),
    persons: nameIndex(
      [...persons.values()].flatMap(({ names, offices }) => names.map((name) => [name, offices] as const)),
    ),
    surnames,
    familyNameFirst,
    siteOwners: rowsOf(files, 'sites.csv').map((row) => [row.name!, row.host!] as const),
    groups: new Map(Object.entries(groups).map(([noun, codes]) => [noun, [...words(codes)]])),
    offices: nameIndex(
      (statements.offices ?? []).flatMap(({ state, names }) =>
        names.split('|').map((name) => [name, state] as const),
      ),
    ),
    figures: nameIndex(
      Object.entries(figures).flatMap(([actor, names]) => {
        const listed = names.split('|');
        // A family name stands for the full one before it.
        return listed.map((name) => {
          const full = listed.find((other) => other.endsWith(` ${name}`)) ?? name;
          return [name, { actor, person: full }] as const;
        });
      }),
    ),
    media: nameIndex(
      (media.names ?? '')
        .split('|')
        .filter((name) => name !== '')
        .map((name) => [name, true] as const),
    ),
    titles: new Map(
      Object.entries(titles).flatMap(([actor, names]) =>
        [...words(names)].map((name) => [name, actor] as const),
      ),
    ),
    weapons: nameIndex(
      Object.entries(weapons).flatMap(([actor, names]) =>
        names.split('|').map((name) => [name, actor] as const),
      ),
    ),
    shortNames: new Map(
      Object.entries(shortNames).map(([name, { actor, where }]) => [
        name,
        { actor, where: new RegExp(where) },
      ]),
    ),
    treaties: nameIndex(
      Object.entries(treaties.names).flatMap(([id, names]) =>
        names.split('|').map((name) => [name, id] as const),
      ),
    ),
    treatyNouns: words(treaties.generic),
    objectNames: nameIndex(
      Object.entries(objectRows).flatMap(([kind, row]) =>
        (row.names ?? '').split('|').flatMap((name) => (name === '' ? [] : [[name, kind] as const])),
      ),
    ),
    hyphenated: nameIndex(
      Object.values(objectRows).flatMap((row) =>
        [...words(row.with), ...words(row.not)]
          .filter((word) => word.includes('-'))
          .map((word) => [word, true] as const),
      ),
    ),
    hyphenatedNouns: hyphenatedNounsOf(acts, objectRows),
    objects: new Map(
      Object.entries(objectRows).map(([kind, row]) => [
        kind,
        {
          heads: nounsOf(row.heads),
          with: words(row.with),
          alone: nounsOf(row.alone),
          not: words(row.not),
          sure: words(row.sure),
          strict: row.strict ?? false,
        },
      ]),
    ),
    wordings,
    wordingsByWord: wordsThatName(wordings, objectRows),
    idiomsByWord: idiomsByFirstWord(wordings),
    openIdioms: wordings.filter(({ idiom }) => idiom[0]?.startsWith('<')),
    eras: nameIndex(
      Object.entries(eras).flatMap(([names, era]) => names.split('|').map((name) => [name, era] as const)),
    ),
    verbs: new Set(acts.flatMap(([, row]) => row.wordings.flatMap((wording) => [...words(wording.verbs)]))),
    confidence: new Map(Object.entries(confidence.weights)),
    hostile: new Set(acts.filter(([, row]) => row.toward === 'hostile').map(([act]) => act)),
    perform: new Map(acts.map(([act, row]) => [act, words(row.perform)])),
  };
}
