/** Irregular pasts of verbs that reports of stand-offs use and that a lemmatiser trained on little text gets wrong. */
const IRREGULAR: Readonly<Record<string, string>> = {
  froze: 'freeze',
  frozen: 'freeze',
  broke: 'break',
  broken: 'break',
  struck: 'strike',
  stricken: 'strike',
  swore: 'swear',
  sworn: 'swear',
  tore: 'tear',
  torn: 'tear',
  blew: 'blow',
  blown: 'blow',
  flew: 'fly',
  flown: 'fly',
  drew: 'draw',
  drawn: 'draw',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  withheld: 'withhold',
  upheld: 'uphold',
  forwent: 'forgo',
  forgone: 'forgo',
  undertook: 'undertake',
  undertaken: 'undertake',
  overtook: 'overtake',
  fought: 'fight',
  sought: 'seek',
  shot: 'shoot',
  dug: 'dig',
  laid: 'lay',
  shrank: 'shrink',
  shrunk: 'shrink',
  overflew: 'overfly',
  spoke: 'speak',
  spoken: 'speak',
  sat: 'sit',
  bound: 'bind',
  cut: 'cut',
  quit: 'quit',
};

/** The base forms that an inflected form may have: "bombed" is of "bomb" or "bombe", "ruled" of "rul" or "rule". */
function basesOf(form: string): readonly string[] {
  const irregular = IRREGULAR[form];
  if (irregular !== undefined) return [irregular];
  const stem = /^(.{2,}?)(?:ied|ies)$/.exec(form)?.[1];
  if (stem !== undefined) return [`${stem}y`];
  const bare = /^(.{2,}?)(?:ed|ing|es|s|d)$/.exec(form)?.[1];
  if (bare === undefined) return [];
  const single = /([b-df-hj-np-tv-z])\1$/.test(bare) ? [bare.slice(0, -1)] : [];
  const long = /^(.{2,}?)(?:d|s)$/.exec(form)?.[1];
  return [bare, `${bare}e`, ...single, ...(long === undefined ? [] : [long])];
}

/** The base form of a verb among those that are known, where the lemma given is not one of them. */
export function knownBase(form: string, lemma: string, known: (verb: string) => boolean): string {
  const lower = lemma.toLowerCase();
  return known(lower) ? lemma : (basesOf(form.toLowerCase()).find(known) ?? lemma);
}
