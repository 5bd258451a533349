import type { ReadReport } from '../brief/index.ts';
import { corrected } from '../claims/index.ts';
import type { Correction, StoredReport } from '../store/desk.ts';
import type { DeskSetting } from './desk-setting.ts';
import type { ReportView } from './question.ts';
import { Refusal } from './refusal.ts';

interface AskedView {
  readonly reports?: readonly string[] | undefined;
  readonly asOf?: string | undefined;
  readonly knownBy?: string | undefined;
  readonly record?: boolean | undefined;
  readonly assumed?: boolean | undefined;
}

/** A report of the desk that has been read. @throws Refusal 404 or 409. */
export async function readStored(
  { desk, readings }: Pick<DeskSetting, 'desk' | 'readings'>,
  id: string,
): Promise<StoredReport> {
  const stored = await desk.report(id);
  if (stored === undefined)
    throw new Refusal(404, `the desk has no report ${id}`, { remedy: 'take one from /reports.json' });
  if (stored.state === 'failed')
    throw new Refusal(409, `${stored.title}: it could not be read: ${stored.failure ?? 'unknown'}`, {
      remedy: 'leave it out, or submit its text anew',
    });
  if (stored.state === 'waiting') {
    readings.hasten(id);
    throw new Refusal(409, `${stored.title}: it is still being read`, { retryAfter: 1 });
  }
  return stored;
}

/** A stored report as an analyst's corrections leave it. */
export function readReportOf(
  { claimList, sentences, ...stored }: StoredReport,
  corrections: readonly Correction[],
): ReadReport & { readonly rejected: ReadReport['claims'] } {
  const { id, title, publishedAt, source, sha256, language, text, extracted } = stored;
  return {
    report: {
      id,
      title,
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(source === undefined ? {} : { source }),
      sha256,
      language,
      text,
      extracted,
    },
    sentences,
    ...corrected(claimList, corrections),
  };
}

/** The reports that a view asks for, the sample where it names none, with the corrections that stand. */
export async function reportView(
  setting: DeskSetting,
  { reports, asOf, knownBy, record = false, assumed = false }: AskedView,
): Promise<ReportView> {
  const ids = reports ?? (setting.sample === undefined ? [] : [setting.sample]);
  if (ids.length === 0)
    throw new Refusal(404, 'the desk has no sample report', { remedy: 'name reports: ?reports=ID,ID' });
  const read: ReadReport[] = [];
  for (const id of ids) {
    const stored = await readStored(setting, id);
    const { rejected: _, ...report } = readReportOf(stored, await setting.desk.corrections(id));
    read.push(report);
  }
  const assumptions = assumed ? await setting.desk.assumptions(asOf === undefined ? {} : { asOf }) : [];
  return {
    reports: read,
    ...(assumptions.length === 0 ? {} : { assumed: assumptions.map(({ formula }) => formula) }),
    today: setting.today(),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownBy === undefined ? {} : { knownBy }),
    record,
  };
}
