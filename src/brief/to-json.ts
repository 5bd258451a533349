import { positionFormulaText } from '../model/index.ts';
import type { Report } from '../report/index.ts';
import type { Brief } from './brief.ts';

/** A report for JSON: its words go along only where they were taken out of a page, since the file has them otherwise. */
export function reportJson({ text, extracted, ...report }: Report): object {
  return { ...report, ...(extracted ? { text } : {}) };
}

/** The brief as data; docs/schema/brief.json. */
export function toJson({
  reports,
  asOf,
  claims,
  standoff,
  analysis,
  escalation,
  summary,
  news,
  bulletin,
}: Brief): object {
  return {
    schema: 'firstmove/brief/1',
    asOf: asOf.asOf,
    ...(asOf.knownBy === undefined ? {} : { knownBy: asOf.knownBy }),
    ...(bulletin === undefined ? {} : { bulletin }),
    summary,
    reports: reports.map(reportJson),
    claims,
    standoff: {
      options: standoff.options.map(({ id, actor, kind, label, taken }) => ({
        id,
        actor,
        act: kind.id,
        label,
        taken,
        irreversible: kind.irreversible,
      })),
      positions: standoff.positions.map(({ formula, ...position }) => ({
        ...position,
        formula: positionFormulaText(formula, position.holder),
      })),
      past: standoff.past.map(({ position: { formula, ...position }, by }) => ({
        ...position,
        formula: positionFormulaText(formula, position.holder),
        by,
      })),
      waits: analysis?.waits ?? [],
      deadlocks: analysis?.deadlocks ?? [],
      firstMoves: analysis?.firstMoves ?? [],
    },
    analysis: analysis ?? null,
    escalation,
    news,
  };
}
