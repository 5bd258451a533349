import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { analyse } from '../../analysis/index.ts';
import { modelFromYaml } from '../../model/index.ts';
import { edited, historyOf, redone, undone } from '../edit-history.ts';
import {
  type EditedModel,
  emptyModel,
  makerRenamed,
  moved,
  onlyInFile,
  optionIds,
  optionNamed,
  silenceToggled,
  startToggled,
  takenAtStart,
  withMaker,
  withMakerAs,
  withOption,
  withoutMaker,
  withoutOption,
} from './edited-model.ts';

const prefers = (model: EditedModel, maker: number, preferences: string[]) =>
  withMakerAs(model, maker, (one) => ({ ...one, preferences }));

/** From nothing to two who may each defect, as a person adds them. */
function dilemma(): EditedModel {
  let model = withMaker(withMaker(emptyModel));
  for (const maker of [0, 1]) model = optionNamed(withOption(model, maker), maker, 0, 'defect');
  return prefers(prefers(model, 0, ['not B.defect', 'A.defect']), 1, ['not A.defect', 'B.defect']);
}
const read = (model: EditedModel) => modelFromYaml(stringify(model), 'edited.yaml');

describe('the model in the editor', () => {
  it('comes from nothing to the prisoner’s dilemma', () => {
    const { equilibria } = analyse(read(dilemma()));
    expect(optionIds(dilemma())).toEqual(['A.defect', 'B.defect']);
    expect([equilibria.nash, equilibria.seq]).toEqual([[3], [0, 3]]);
  });

  it('follows a new id through formulas, lists and the status quo', () => {
    const model = startToggled({ ...dilemma(), mutuallyExclusive: [['A.defect', 'B.defect']] }, 'B.defect');
    const next = makerRenamed(model, 'B', 'Bob');
    expect(next.decisionMakers[0]!.preferences).toEqual(['not Bob.defect', 'A.defect']);
    expect(next.mutuallyExclusive).toEqual([['A.defect', 'Bob.defect']]);
    expect(takenAtStart(next)).toEqual(['Bob.defect']);
    expect(optionNamed(next, 1, 0, 'give him away').decisionMakers[0]!.preferences[0]).toBe(
      'not Bob.give-him-away',
    );
  });

  it('keeps an id that somebody chose when the words change', () => {
    const chosen = withMakerAs(dilemma(), 0, (one) => ({ ...one, options: [{ id: 'A.x', name: 'defect' }] }));
    expect(optionNamed(chosen, 0, 0, 'give away').decisionMakers[0]!.options[0]).toEqual({
      id: 'A.x',
      name: 'give away',
    });
  });

  it('never gives two options one id', () => {
    const two = withOption(dilemma(), 0);
    expect(optionIds(optionNamed(two, 0, 1, 'defect'))).toEqual(['A.defect', 'A.defect-2', 'B.defect']);
  });

  it('gives patterns a letter for a new option, and takes it away again', () => {
    const model = { ...dilemma(), infeasible: ['YY', 'A.defect and B.defect'], statusQuo: 'NY' };
    const more = withOption(model, 0);
    expect(more.infeasible).toEqual(['Y-Y', 'A.defect and B.defect']);
    expect(more.statusQuo).toBe('N-Y');
    expect(withoutOption(more, 0, 1)).toEqual(model);
    expect(withoutMaker(more, 1).infeasible[0]).toBe('Y-');
  });

  it('remembers on which options somebody is silent', () => {
    const silent = silenceToggled(dilemma(), 1, 'A.defect');
    expect(makerRenamed(silent, 'A', 'Al').decisionMakers[1]!.silentOn).toEqual(['Al.defect']);
    expect(withoutOption(silent, 0, 0).decisionMakers[1]).not.toHaveProperty('silentOn');
    expect(silenceToggled(silent, 1, 'A.defect')).toEqual(dilemma());
  });

  it('says what only its file shows', () => {
    expect(onlyInFile(dilemma())).toEqual([]);
    const hidden = withMakerAs({ ...dilemma(), coalitions: [['A', 'B']] }, 0, (one) => ({
      ...one,
      weights: { 'A.defect': 2 },
    }));
    expect(onlyInFile(hidden)).toEqual(['weights of A', 'coalitions']);
  });

  it('moves a statement to any place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b']);
  });
});

describe('the history of edits', () => {
  it('undoes letters typed into one field together, and does them again', () => {
    let history = historyOf('');
    for (const text of ['a', 'ab', 'abc']) history = edited(history, text, 'title');
    history = edited(history, 'abc!', 'other');
    expect(undone(history).present).toBe('abc');
    expect(undone(undone(history)).present).toBe('');
    expect(undone(undone(undone(history)))).toEqual(undone(undone(history)));
    expect(redone(redone(undone(undone(history)))).present).toBe('abc!');
    expect(redone(history)).toEqual({ past: ['', 'abc'], present: 'abc!', future: [] });
  });

  it('forgets what was undone once something else is done', () => {
    const history = edited(undone(edited(historyOf(1), 2)), 3);
    expect(redone(history).present).toBe(3);
    expect(undone(history).present).toBe(1);
  });
});
