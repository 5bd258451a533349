import { z } from 'zod';
import { type Day, isDay, isPartialDate } from '../time/index.ts';

export const day = z
  .string()
  .refine((text): text is Day => isDay(text), 'write a day as 2023-11-02')
  .meta({ format: 'date', examples: ['2023-11-02'] });

export const date = z
  .string()
  .refine(isPartialDate, 'write a date as 2023-11-02, 2023-11 or 2023')
  .meta({ examples: ['2023-11'] });

/** The desk makes such an id of the words themselves. */
export const reportId = z
  .string()
  .regex(/^report-[0-9a-f]{12}$/, 'this is no id of a report; take one from /reports.json');
export const bulletinId = z
  .string()
  .regex(/^bulletin-[0-9a-f]{12}$/, 'this is no id of a bulletin; take one from /bulletins.json');
/** Ids that the desk gives to its own statements. */
export const deskId = z.string().regex(/^[\w.:-]{1,120}$/, 'this is no id of the desk');

/** So many reports make one brief at most. */
const REPORTS_AT_MOST = 50;

const reports = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((id) => id.trim()))])
  .pipe(z.array(reportId).min(1).max(REPORTS_AT_MOST, `at most ${REPORTS_AT_MOST} reports at once`))
  .describe('ids of reports, between commas; the sample report where absent');

/** The days that a view is asked for. */
export const viewQuery = z.strictObject({
  asOf: day.optional().describe('judge as of this day; each report’s own day where absent'),
  knownBy: day.optional().describe('count only what was on record by this day'),
});

const flag = z
  .enum(['', '0', '1', 'false', 'true'])
  .transform((text) => text !== '0' && text !== 'false')
  .optional();

export const reportsQuery = viewQuery.extend({
  reports: reports.optional(),
  record: flag.describe('1: let the positions on record in the ledger count beside those of the reports'),
  assumed: flag.describe('1: let what analysts assume on this desk count too'),
});

/** Who writes: shown beside what they wrote. */
export const by = z.string().trim().min(1, 'say who you are').max(100).describe('who says so');
