import { firstDay, inWords, lastDay } from '../../time/partial-date.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, nameOf } from '../ledger.ts';
import { treatyStatus } from '../treaty-status.ts';
import { type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { cut, fits, title } from './treaty-record.ts';
import { isEmpty, windowOf } from './window.ts';

export function judgeInForce(
  ledger: Ledger,
  { treaty, whens, polarity, entering }: PropositionOf<'in-force'>,
  when: AsOf,
): Outcome {
  const row = ledger.treaties.get(treaty)!;
  const window = windowOf(whens, when.asOf, false);
  if (isEmpty(window)) return outcome('unknown', [], 'The time lies after the day asked for.');
  const status = treatyStatus(
    ledger,
    treaty,
    whens.length > 0 && !entering ? { ...when, asOf: window.to } : when,
  );
  const entry = {
    fact: `treaty:${treaty}`,
    text: `${row.title}: ${status.since ? `in force since ${inWords(status.since)}` : 'never in force by its rule'}${status.ended ? `, ended on ${inWords(status.ended)}` : ''}.`,
    source: ledger.entryRules.get(treaty)?.source || row.source,
  };
  const rule = ledger.entryRules.get(treaty)?.text;
  const note = `${entry.text}${rule ? ` Rule: ${rule}.` : ''}${status.required && status.required.missing.length > 0 ? ` Missing: ${status.required.missing.map((code) => nameOf(ledger, code)).join(', ')}.` : ''} ${cut(ledger)}`;
  if (entering) {
    if (status.since === undefined) return outcome(!polarity, [entry], note);
    if (whens.length === 0) return outcome(polarity, [entry], note);
    const right = firstDay(status.since) >= window.from && status.since <= window.to;
    const other =
      row.otherInForce !== undefined && row.otherInForce >= window.from && row.otherInForce <= window.to;
    if (!right && other)
      return outcome('disputed', [entry], `${note} Other lists give ${inWords(row.otherInForce!)}.`);
    return outcome(right ? polarity : polarity ? 'partly' : true, [entry], note);
  }
  if (whens.some(({ rel }) => rel === 'since')) {
    const since = whens.find(({ rel }) => rel === 'since')!;
    if (!polarity) return outcome('unclear', [entry], note);
    const right =
      status.inForce &&
      status.since !== undefined &&
      status.since >= firstDay((since.from ?? since.to)!) &&
      status.since <= lastDay((since.to ?? since.from)!);
    return outcome(right ? true : status.inForce ? 'partly' : false, [entry], note);
  }
  return outcome(status.inForce === polarity, [entry], note);
}

export function judgeTreatyDay(
  ledger: Ledger,
  { treaty, event, whens, polarity }: PropositionOf<'treaty-day'>,
  when: AsOf,
): Outcome {
  const row = ledger.treaties.get(treaty)!;
  const extension = ledger.treatyActs.findLast(
    (act) => act.treaty === treaty && act.act === 'extension' && isOnRecord(act, when.asOf, when.knownBy),
  );
  const date = event === 'opened' ? row.opened : event === 'ended' ? row.ended : extension?.date;
  const evidence =
    event === 'extended' && extension !== undefined
      ? extension
      : {
          fact: `treaty:${treaty}`,
          text: `${row.title}: ${event} ${date ? inWords(date) : 'no such day on record'}${row.rule ? ` (${row.rule})` : ''}.`,
          source: row.source,
        };
  const happened = date !== undefined && firstDay(date) <= when.asOf;
  if (!happened) {
    return event === 'extended'
      ? outcome('unknown', [evidence], 'The ledger holds no extension of this treaty.')
      : outcome(
          !polarity,
          [evidence],
          `The ledger holds no such day for ${title(ledger, treaty)}. ${cut(ledger)}`,
        );
  }
  if (whens.length === 0) return outcome(polarity, [evidence], `${evidence.text} ${cut(ledger)}`);
  const right = fits(date, whens, when);
  return outcome(
    right ? polarity : polarity ? 'partly' : true,
    [evidence],
    `${evidence.text} ${cut(ledger)}`,
  );
}
