import { isOnRecord, type Ledger } from '../ledger/index.ts';
import {
  COMMITS_FROM,
  formulaText,
  type Position,
  type PositionRow,
  partsSpokenOf,
  positionsOnRecord,
  type Standoff,
  type StandoffSetting,
  standingPositions,
} from '../model/index.ts';
import { inWords } from '../time/partial-date.ts';
import type { News } from './brief.ts';
import { positionSentence, wordingOf } from './words.ts';

/** The positions that the ledger's statements show by a day, as far as they were on record. */
export function recordBy(
  ledger: Ledger,
  rows: readonly PositionRow[],
  { asOf, knownBy }: { readonly asOf: string; readonly knownBy?: string },
): readonly Position[] {
  return positionsOnRecord(
    rows,
    ledger.statements.filter((statement) => isOnRecord(statement, asOf, knownBy)),
  );
}

/** What a position says beside how strictly: "x only if y", "x if y" and "x if, and only if, y" hang x on y alike. */
function substanceOf({ holder, formula }: Position): string {
  const sides =
    formula.kind === 'if'
      ? [formula.then, formula.when]
      : formula.kind === 'iff'
        ? [formula.left, formula.right]
        : [formula];
  return `${holder} ${sides.map(formulaText).sort().join(' | ')}`;
}

/**
 * What is new in the positions of reports: those that took another's place, within the reports or against the record,
 * and firm ones that nothing on record says already.
 */
export function positionNews(
  standoff: Standoff,
  reported: readonly Position[],
  onRecord: readonly Position[],
  setting: StandoffSetting,
): readonly News[] {
  const spoken = [...standoff.positions, ...standoff.past.map(({ position }) => position), ...reported];
  const words = wordingOf(partsSpokenOf([...spoken, ...onRecord], setting));
  const sentence = (position: Position) => positionSentence(words, position).replace(/\.$/, '');
  const held = (position: Position) => `from ${inWords(position.date!)}: ${sentence(position)}`;
  const changes = standoff.past.flatMap(({ position, by }): News[] => {
    const now = standoff.positions.find(({ id }) => id === by);
    return now === undefined || substanceOf(now) === substanceOf(position)
      ? []
      : [
          {
            kind: 'changed-position',
            text: `Since ${inWords(now.date!)}: ${sentence(now)}; before, ${held(position)}.`,
            claims: [...now.claims, ...position.claims],
            facts: [...now.facts, ...position.facts],
            position: { id: now.id, before: held(position) },
          },
        ];
  });
  if (onRecord.length === 0) return changes;
  const said = new Set(onRecord.map(substanceOf));
  const fresh = reported.filter(
    (position) => position.strength >= COMMITS_FROM && !said.has(substanceOf(position)),
  );
  const { past } = standingPositions([...onRecord, ...fresh]);
  return [
    ...changes,
    ...fresh.map((position): News => {
      const before = past.filter(({ by }) => by === position.id).at(-1)?.position;
      return {
        kind: before === undefined ? 'new-position' : 'changed-position',
        text:
          before === undefined
            ? `Not among the positions on record: ${sentence(position)}.`
            : `${sentence(position)}; on record ${held(before)}.`,
        claims: position.claims,
        facts: before?.facts ?? [],
        position: { id: position.id, ...(before === undefined ? {} : { before: held(before) }) },
      };
    }),
  ];
}
