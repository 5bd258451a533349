import type { Analysis } from '../analysis/index.ts';
import {
  evolutionFigure,
  evolutionPathsOf,
  outcomeStripOf,
  stripFigure,
  waitsFigure,
  waitsGraphOf,
} from '../figures/index.ts';
import { type Model, positionFormulaText } from '../model/index.ts';
import { writeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

/** Files to draw an analysis into. */
export interface DrawingOptions {
  readonly waitsGraph?: string;
  readonly evolutionPath?: string;
  readonly outcomeStrip?: string;
}

/** The drawings asked for, by their flags. */
export const drawingsAsked = ({
  waitsGraph,
  evolutionPath,
  outcomeStrip,
}: DrawingOptions): readonly string[] => [
  ...(waitsGraph === undefined ? [] : ['--waits-graph']),
  ...(evolutionPath === undefined ? [] : ['--evolution-path']),
  ...(outcomeStrip === undefined ? [] : ['--outcome-strip']),
];

/** Writes the drawings asked for, each to its file. */
export function writeDrawings(path: string, model: Model, analysis: Analysis, options: DrawingOptions): void {
  const { waitsGraph, evolutionPath, outcomeStrip } = options;
  if (waitsGraph !== undefined) {
    const positions = model.positions.map(({ id, formula, holder }) => ({
      id,
      formula: positionFormulaText(formula, holder),
    }));
    writeOutput(waitsFigure(waitsGraphOf(analysis, positions)), waitsGraph);
  }
  if (evolutionPath !== undefined) {
    const paths = evolutionPathsOf(analysis);
    if (paths === undefined)
      throw new UsageError(
        `${path}: no state to draw paths from; give the model a statusQuo, or --from STATE`,
      );
    writeOutput(evolutionFigure(paths), evolutionPath);
  }
  if (outcomeStrip !== undefined) writeOutput(stripFigure(outcomeStripOf(analysis)), outcomeStrip);
}
