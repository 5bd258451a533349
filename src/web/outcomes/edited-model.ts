import type { ModelShape } from '../../model/yaml-shape.ts';

/** A model file as data, every key that a reader of the file fills in filled in. */
export type EditedModel = ModelShape;
export type EditedMaker = EditedModel['decisionMakers'][number];

/** A model in which nobody decides anything yet. */
export const emptyModel: EditedModel = {
  title: '',
  decisionMakers: [],
  infeasible: [],
  mutuallyExclusive: [],
  atLeastOne: [],
  always: [],
  coalesce: [],
  statusQuo: [],
  positions: [],
};

/** The ids of all options in the order of a state's letters. */
export const optionIds = (model: EditedModel): readonly string[] =>
  model.decisionMakers.flatMap(({ options }) => options.filter(({ shared }) => !shared).map(({ id }) => id));

/** An id from words: "Withdraw the missiles" is `Withdraw-the-missiles`. */
export const idFromWords = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

/** An id that nobody has: the wanted one, else with a number behind it. */
function freeId(wanted: string, taken: readonly string[]): string {
  let id = wanted;
  for (let again = 2; taken.includes(id); again++) id = `${wanted}-${again}`;
  return id;
}

/** The id that an option of a decision maker has by its words alone. */
export const optionIdFrom = (maker: string, words: string): string =>
  `${maker}.${idFromWords(words) || 'option'}`;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function withMaker(model: EditedModel): EditedModel {
  const taken = model.decisionMakers.map(({ id }) => id);
  const id = [...LETTERS].find((letter) => !taken.includes(letter)) ?? freeId('M', taken);
  return { ...model, decisionMakers: [...model.decisionMakers, { id, options: [], preferences: [] }] };
}

export function withoutMaker(model: EditedModel, maker: number): EditedModel {
  const gone = model.decisionMakers[maker]!;
  const bare = gone.options.reduceRight((rest, _, option) => withoutOption(rest, maker, option), model);
  return { ...bare, decisionMakers: bare.decisionMakers.filter((_, index) => index !== maker) };
}

/** One decision maker replaced. */
export const withMakerAs = (
  model: EditedModel,
  maker: number,
  change: (before: EditedMaker) => EditedMaker,
): EditedModel => ({
  ...model,
  decisionMakers: model.decisionMakers.map((one, index) => (index === maker ? change(one) : one)),
});

/** A list with one item moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(Math.max(0, Math.min(next.length, to)), 0, item);
  return next;
}

const isWord = (text: string, letters: number): boolean =>
  text.length === letters && letters > 0 && /^[YN-]+$/.test(text);

/** Every word of Y, N and - in the model changed, where it has as many letters as there are options. */
function wordsChanged(model: EditedModel, change: (word: string) => string): EditedModel {
  const letters = optionIds(model).length;
  const word = (text: string) => (isWord(text, letters) ? change(text) : text);
  const words = (text: string) => text.replace(/[YN-]+/g, word);
  return {
    ...model,
    infeasible: model.infeasible.map(word),
    coalesce: model.coalesce.map(word),
    ...(typeof model.statusQuo === 'string' ? { statusQuo: word(model.statusQuo) } : {}),
    decisionMakers: model.decisionMakers.map((maker) => ({
      ...maker,
      ...(maker.forbidden === undefined ? {} : { forbidden: maker.forbidden.map(words) }),
    })),
  };
}

/** Adds an option; words of the model that name states get a letter for it. */
export function withOption(model: EditedModel, maker: number): EditedModel {
  const id = freeId(`${model.decisionMakers[maker]!.id}.option`, optionIds(model));
  const next = withMakerAs(model, maker, (one) => ({ ...one, options: [...one.options, { id }] }));
  const place = optionIds(next).indexOf(id);
  const { decisionMakers, ...words } = wordsChanged(
    model,
    (word) => `${word.slice(0, place)}-${word.slice(place)}`,
  );
  const forbidden = decisionMakers.map((one) => one.forbidden);
  return {
    ...words,
    decisionMakers: next.decisionMakers.map((one, index) => ({
      ...one,
      ...(forbidden[index] === undefined ? {} : { forbidden: forbidden[index] }),
    })),
  };
}

/**
 * Takes an option away, with its letter in words that name states, and from lists of options; a pattern that then rules
 * out everything goes too. Formulas that speak of it stay, for the reader to say what they mean now.
 */
export function withoutOption(model: EditedModel, maker: number, option: number): EditedModel {
  const gone = model.decisionMakers[maker]!.options[option]!;
  const drop = (one: EditedMaker): EditedMaker => ({
    ...one,
    options: one.options.filter((_, index) => index !== option),
  });
  if (gone.shared) return withMakerAs(model, maker, drop);
  const place = optionIds(model).indexOf(gone.id);
  const others = (list: readonly string[]) => list.filter((id) => id !== gone.id);
  const unspoken = ({ silentOn, ...one }: EditedMaker): EditedMaker => {
    const left = others(silentOn ?? []);
    return left.length === 0 ? one : { ...one, silentOn: left };
  };
  const shorter = wordsChanged(model, (word) => `${word.slice(0, place)}${word.slice(place + 1)}`);
  const next = { ...shorter, decisionMakers: shorter.decisionMakers.map(unspoken) };
  return withMakerAs(
    {
      ...next,
      infeasible: next.infeasible.filter((text) => !/^-*$/.test(text)),
      mutuallyExclusive: next.mutuallyExclusive.map(others).filter((list) => list.length > 1),
      atLeastOne: next.atLeastOne.map(others).filter((list) => list.length > 0),
      ...(Array.isArray(next.statusQuo) ? { statusQuo: others(next.statusQuo) } : {}),
    },
    maker,
    drop,
  );
}

const NAME = /[A-Za-z_][\w-]*(?:\.[\w-]+)*/g;

/** Gives an option or decision maker another id, wherever the model speaks of it. */
function renamed(model: EditedModel, rename: (id: string) => string): EditedModel {
  const letters = optionIds(model).length;
  const formula = (text: string) => (isWord(text, letters) ? text : text.replace(NAME, rename));
  const formulas = (list: readonly string[]) => list.map(formula);
  const ids = (list: readonly string[]) => list.map(rename);
  const lists = (all: readonly (readonly string[])[]) => all.map(ids);
  const keys = <T>(record: Readonly<Record<string, T>>, of: (key: string) => string) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [of(key), value]));
  return {
    ...model,
    decisionMakers: model.decisionMakers.map((maker) => ({
      ...maker,
      id: rename(maker.id),
      options: maker.options.map((option) => ({ ...option, id: rename(option.id) })),
      preferences: formulas(maker.preferences),
      ...(maker.silentOn === undefined ? {} : { silentOn: ids(maker.silentOn) }),
      ...(maker.weights === undefined ? {} : { weights: keys(maker.weights, formula) }),
      ...(maker.view === undefined
        ? {}
        : {
            view: {
              unseen: formulas(maker.view.unseen),
              preferences: Object.fromEntries(
                Object.entries(maker.view.preferences).map(([key, list]) => [rename(key), formulas(list)]),
              ),
            },
          }),
    })),
    infeasible: formulas(model.infeasible),
    always: formulas(model.always),
    coalesce: formulas(model.coalesce),
    mutuallyExclusive: lists(model.mutuallyExclusive),
    atLeastOne: lists(model.atLeastOne),
    ...(Array.isArray(model.statusQuo) ? { statusQuo: ids(model.statusQuo) } : {}),
    ...(model.coalitions === undefined ? {} : { coalitions: lists(model.coalitions) }),
    positions: model.positions.map((position) => ({
      ...position,
      holder: rename(position.holder),
      formula: formula(position.formula),
    })),
  };
}

export const optionRenamed = (model: EditedModel, from: string, to: string): EditedModel =>
  renamed(model, (id) => (id === from ? to : id));

/** Gives a decision maker another id, and its options that carry it in front of a dot. */
export const makerRenamed = (model: EditedModel, from: string, to: string): EditedModel =>
  renamed(model, (id) =>
    id === from ? to : id.startsWith(`${from}.`) ? `${to}${id.slice(from.length)}` : id,
  );

/**
 * Names an option; an id that came from its words follows them, with a number where another has it already, everywhere in
 * the model.
 */
export function optionNamed(model: EditedModel, maker: number, option: number, name: string): EditedModel {
  const { id: makerId, options } = model.decisionMakers[maker]!;
  const before = options[option]!;
  const follows =
    /^option(-\d+)?$/.test(before.id.slice(makerId.length + 1)) ||
    before.id.replace(/-\d+$/, '') === optionIdFrom(makerId, before.name ?? '').replace(/-\d+$/, '');
  const others = optionIds(model).filter((id) => id !== before.id);
  const id = follows ? freeId(optionIdFrom(makerId, name), others) : before.id;
  const next = withMakerAs(model, maker, (one) => ({
    ...one,
    options: one.options.map((own, index) => (index === option ? { ...own, name } : own)),
  }));
  return id === before.id ? next : optionRenamed(next, before.id, id);
}

/** Says of a decision maker that nothing tells whether it wants an option, or that something does. */
export const silenceToggled = (model: EditedModel, maker: number, option: string): EditedModel =>
  withMakerAs(model, maker, ({ silentOn = [], ...one }) => {
    const next = silentOn.includes(option) ? silentOn.filter((id) => id !== option) : [...silentOn, option];
    return next.length === 0 ? one : { ...one, silentOn: next };
  });

/** The options taken at the status quo, however the model writes it. */
export function takenAtStart(model: EditedModel): readonly string[] {
  const { statusQuo = [] } = model;
  if (typeof statusQuo !== 'string') return statusQuo;
  return optionIds(model).filter((_, bit) => statusQuo[bit] === 'Y');
}

/** Takes an option at the status quo, or leaves it. */
export function startToggled(model: EditedModel, option: string): EditedModel {
  const taken = takenAtStart(model);
  const next = taken.includes(option) ? taken.filter((id) => id !== option) : [...taken, option];
  return { ...model, statusQuo: optionIds(model).filter((id) => next.includes(id)) };
}

/** What a model's file says that the fields do not show, in words. */
export function onlyInFile({
  decisionMakers,
  positions,
  coalitions,
  states,
}: EditedModel): readonly string[] {
  const of = (what: string, has: (maker: EditedMaker) => boolean) => {
    const who = decisionMakers.filter(has).map(({ id, name = id }) => name);
    return who.length === 0 ? [] : [`${what} of ${who.join(', ')}`];
  };
  return [
    ...(states === undefined ? [] : ['named states and the moves between them']),
    ...of('weights', ({ weights }) => weights !== undefined),
    ...of('comparisons', ({ comparisons }) => comparisons !== undefined),
    ...of('unknown orders', ({ unknown }) => unknown !== undefined),
    ...of('moves that cannot be made', ({ forbidden }) => forbidden !== undefined),
    ...of('the view', ({ view }) => view !== undefined),
    ...(coalitions === undefined ? [] : ['coalitions']),
    ...(positions.length === 0 ? [] : [`${positions.length} positions`]),
  ];
}
