import type { Analysis, Escalation } from '../analysis/index.ts';
import { type Position, positionFormulaText, type Standoff } from '../model/index.ts';
import type { Report } from '../report/index.ts';
import type { Brief } from './brief.ts';
import { escalationSentence } from './escalation-text.ts';
import { positionSentence, wordingOf } from './words.ts';

/** A report for JSON: its words go along only where they were taken out of a page, since the file has them otherwise. */
export function reportJson({ text, extracted, ...report }: Report): object {
  return { ...report, ...(extracted ? { text } : {}) };
}

/** A stand-off with its analysis as data: the part `standoff` of a brief. */
export function standoffJson(standoff: Standoff, analysis: Analysis | undefined) {
  const words = wordingOf(standoff);
  const positionJson = ({ formula, ...position }: Position) => ({
    ...position,
    formula: positionFormulaText(formula, position.holder),
  });
  return {
    parties: standoff.parties,
    options: standoff.options.map(({ id, actor, kind, label, taken }) => ({
      id,
      actor,
      act: kind.id,
      label,
      taken,
      irreversible: kind.irreversible,
      hostile: kind.hostile,
    })),
    positions: standoff.positions.map((position) => ({
      ...positionJson(position),
      sentence: positionSentence(words, position),
    })),
    past: standoff.past.map(({ position, by }) => ({ ...positionJson(position), by })),
    waits: analysis?.waits ?? [],
    deadlocks: analysis?.deadlocks ?? [],
    firstMoves: analysis?.firstMoves ?? [],
  };
}

/** How near the worst outcomes are, each with its sentence. */
export function escalationJson(standoff: Standoff, escalation: readonly Escalation[]) {
  const words = wordingOf(standoff);
  return escalation.map((one) => ({ ...one, sentence: escalationSentence(words, one) }));
}

/** The brief as data; docs/schema/brief.json. */
export function toJson({
  reports,
  repeats,
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
    reports: reports.map((report) => {
      const repeat = repeats.find((one) => one.report === report.id);
      return repeat === undefined
        ? reportJson(report)
        : {
            ...reportJson(report),
            repeats: { report: repeat.of, sentences: repeat.sentences, total: repeat.total },
          };
    }),
    claims,
    standoff: standoffJson(standoff, analysis),
    analysis: analysis ?? null,
    escalation: escalationJson(standoff, escalation),
    news,
  };
}
