import type { Desk } from '../store/desk.ts';
import type { PositionsBox } from '../store/standoff-box.ts';
import type { Day } from '../time/index.ts';
import type { Answers } from './question.ts';
import type { ReadingQueue } from './reading-queue.ts';

/** What the desk's addresses are answered from. */
export interface DeskSetting {
  readonly desk: Desk;
  readonly box: PositionsBox;
  readonly answers: Answers;
  readonly readings: ReadingQueue;
  /** Published conflict models by id. */
  readonly catalog: ReadonlyMap<string, string>;
  /** Id of the sample report, where the stand-off has one. */
  readonly sample?: string;
  readonly today: () => Day;
}
