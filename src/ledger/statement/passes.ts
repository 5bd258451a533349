import { type Line, thing } from './line.ts';
import { readCounts, readYearsThatCount } from './pass-counts.ts';
import { readPlaces, readSubjects } from './pass-subjects.ts';
import { readAgo, readDates, readDurations } from './pass-times.ts';
import { rewrite } from './rewrite.ts';

/** The passes over a line, in order; each leaves fewer plain words. Gives the day that the sentence itself asks for. */
export function readPhrases(line: Line, asOf: string): { readonly asOf?: string } {
  let own: string | undefined;
  rewrite(line, /\basof (D\d+)\b ?,?/g, (d) => {
    own = thing(line, d!, 'D').to;
    return '';
  });
  rewrite(line, /(T\d+) \( (T\d+) \)/g, (a, b) =>
    thing(line, a!, 'T').treaty === thing(line, b!, 'T').treaty ? a! : undefined,
  );
  // An office before a name says no more than the name, where they belong together.
  rewrite(line, /\b(R\d+|title) (P\d+)/g, (office, person) =>
    office === 'title' || thing(line, office!, 'R').office.state === thing(line, person!, 'P').state
      ? person!
      : undefined,
  );
  readYearsThatCount(line);
  readAgo(line, own ?? asOf);
  readDurations(line);
  readDates(line);
  rewrite(line, /\( (W\d+) \)/g, (w) => w!);
  rewrite(line, /\b(W\d+) alone\b/g, (when) => when);
  readPlaces(line);
  readSubjects(line);
  readCounts(line);
  // "Of the 44 Annex 2 states, 36 have …" and "it was in 1992 that …".
  rewrite(
    line,
    /^of (C\d+) ((?:annex2 )?(?:state )?(?:annex2 |required )?),? ?(C\d+) /g,
    (of, kind, count) => `${count} of ${of} ${kind}`,
  );
  rewrite(line, /^it (?:is|was) (W\d+) which (.*)$/g, (when, deed) => `${deed} ${when}`);
  return own === undefined ? {} : { asOf: own };
}
