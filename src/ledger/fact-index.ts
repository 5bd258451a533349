import type { Fact } from './fact.ts';
import type { Ledger } from './ledger.ts';

/** A fact with the kind of row that it is. */
export interface IndexedFact extends Fact {
  readonly kind: string;
}

const built = new WeakMap<Ledger, ReadonlyMap<string, IndexedFact>>();

/** Rows of treaties and of their rules, as facts of the day on which the treaty opened. */
function treatyFacts({ treaties, entryRules, collectedUntil }: Ledger): readonly IndexedFact[] {
  return [...treaties.values()].flatMap(({ id, title, rule, source, opened }): IndexedFact[] => {
    const entry = entryRules.get(id);
    const date = opened ?? '';
    const recorded = collectedUntil.treaties;
    return [
      {
        id: `treaty:${id}`,
        kind: 'treaty',
        date,
        recorded,
        text: `${title}${rule ? `: ${rule}` : ''}.`,
        source,
      },
      ...(entry === undefined
        ? []
        : [
            {
              id: `rule:${id}`,
              kind: 'rule',
              date,
              recorded,
              text: `Enters into force: ${entry.text || 'by its rule'}.`,
              source: entry.source || source,
            },
          ]),
    ];
  });
}

/** Every fact of a ledger by its id. */
export function factsById(ledger: Ledger): ReadonlyMap<string, IndexedFact> {
  const known = built.get(ledger);
  if (known !== undefined) return known;
  const kinds: Readonly<Record<string, readonly Fact[]>> = {
    test: ledger.tests,
    putative: ledger.putative,
    'treaty-act': ledger.treatyActs,
    statement: ledger.statements,
    programme: ledger.programmes,
    stockpile: ledger.stockpiles,
    estimate: ledger.estimates,
    'published-count': ledger.publishedCounts,
    tenure: ledger.tenures,
  };
  const facts = new Map(
    [
      ...Object.entries(kinds).flatMap(([kind, rows]) => rows.map((fact) => ({ ...fact, kind }))),
      ...treatyFacts(ledger),
    ].map((fact) => [fact.id, fact]),
  );
  built.set(ledger, facts);
  return facts;
}
