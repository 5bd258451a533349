/**
 * The words of plain English grammar that the frames know: left the word that they use, right its forms. What has an
 * empty left side says nothing that the ledger could hold and is passed over.
 */
export const ENGLISH: Readonly<Record<string, string>> = {
  '': 'a|an|the|its|their|his|her|own|any|ever|actually|officially|formally|indeed|also|then|finally|in fact|in total|altogether|in all|all told|been|be|being|such|of its kind|according to the record|on record|known|it is a fact that|it is true that|as a matter of fact|overall|in history|in the world|on earth|worldwide|anywhere|anywhere in the world|around the world|of its own|unilaterally|in contrast|by contrast|in the meantime|world’s|that year|full|already|more recently|historically|legally|technically',
  now: 'now|currently|today|at present|presently|to date|so far|to this day|as yet|yet|still|thus far|until now|up to now|as of today|as of now|at the moment|these days|to the present',
  not: 'not|n’t|failed to|has yet to|have yet to|is yet to|are yet to|had yet to|without|refrained from|not yet',
  never: 'never|not once|at no time|never once',
  nolonger: 'no longer|not any longer|not any more',
  title:
    'President|Foreign Minister|Deputy Foreign Minister|Defence Minister|Defense Minister|Prime Minister|Secretary|Ambassador|Foreign Ministry spokeswoman|spokesman|Minister',
  no: 'no|zero|not a single|not one|not any',
  nobody:
    'nobody|no one|no-one|none|no state|no country|no nation|no power|no government|not a single state|not a single country|no state at all|no country at all|not one state|not one country',
  noother: 'no other state|no other country|no other nation|nobody else|no one else|no other power',
  state: 'state|states|country|countries|nation|nations|power|powers|government|governments|member states',
  other: 'other|others|else',
  both: 'both',
  all: 'all|every|each',
  neither: 'neither',
  nor: 'nor',
  only: 'only|solely|sole',
  alone: 'alone',
  have: 'have|has|had|having|’ve',
  is: 'is|are|remains|remain|is considered|counts as|continues to be',
  was: 'was|were|had been|has been|have been|has remained|have remained|used to be|served as|has served as',
  become: 'become|becomes|became|took office as|was elected',
  did: 'did',
  do: 'do|does',
  sign: 'sign|signs|signed|signing|signature|signatures|signatory|signatories|a signatory|signed on to|signatory state|signatory states',
  ratify:
    'ratify|ratifies|ratified|ratifying|ratification|ratifications|instrument of ratification|its instrument of ratification|ratifying state|ratifying states',
  accede: 'accede|acceded|accession|acceded to|accedes to',
  party:
    'party|parties|member|members|bound|states parties|state party|state parties|party states|join|joined|joins|joining|joined up',
  withdraw: 'withdraw|withdraws|withdrew|withdrawn|withdrawal|withdrawing|pull|pulled|pulls',
  revoke:
    'revoke|revokes|revoked|revoking|revocation|rescind|rescinded|rescinds|cancel|cancelled|canceled|annul|annulled|reversed|took back|taken back|repealed',
  'revoke ratify': 'de-ratified|deratified|un-ratified|de-ratify|unratified',
  leave:
    'leave|left|leaves|leaving|quit|quits|abandon|abandoned|exit|exited|exits|renounced|scrapped|tore up|walked out',
  suspend: 'suspend|suspended|suspends|suspending|suspension|put on hold|froze',
  expire: 'expire|expired|expires|expiring|expiry|expiration|lapsed|ran out|run out|lapse|end|ended|ends',
  extend: 'extend|extended|extends|extension|prolonged|renewed',
  inforce: 'in force|in effect|legally in force|effective|valid|in legal force|binding|legally binding',
  enterforce:
    'enter into force|entered into force|enters into force|entering into force|entry into force|come into force|came into force|comes into force|took effect|take effect|taken effect|entered force|come into effect|came into effect|gone into force|went into force|become effective|became effective',
  opened: 'opened for signature|open for signature|open to signature|opened to signature|concluded|adopted',
  participation: 'participation|participation in|participating in|its participation in|its participation',
  need: 'need|needs|needed|require|requires|lack|lacks|await|awaits|still needs|missing|is missing|are missing|misses|short of',
  holdout: 'hold-out|hold-outs|holdout|holdouts|hold-out states|holdout states',
  outstanding: 'outstanding|to go|more|further|additional|remaining',
  firsttime: 'for the first time|for the first time ever',
  lasttime: 'for the last time|the last time|the most recent time|most recently',
  firstly: 'the first time',
  last: 'last|latest|most recent|final|last known|last-ever|so far last',
  gt: 'more than|over|in excess of|upwards of|greater than|well over|just over',
  ge: 'at least|no fewer than|no less than|a minimum of|not fewer than|not less than',
  lt: 'fewer than|less than|under|below|just under',
  le: 'at most|no more than|up to|not more than|a maximum of',
  about: 'about|around|some|roughly|approximately|an estimated|estimated|nearly|almost|close to|circa|approx',
  exactly: 'exactly|precisely|a total of|just|total of|in total of|all of|some total of',
  most: 'most|the most',
  more: 'more|more often|more times|more frequently',
  fewer: 'fewer|less|less often|fewer times',
  many: 'as many|the same number of|just as many|an equal number of',
  largest: 'largest|biggest|greatest',
  stop: 'stop|stopped|stops|ceased|ended its|ended their|gave up|halted|finished|quit testing|put an end to',
  time: 'time|times',
  occur:
    'take place|takes place|took place|taken place|occur|occurred|happen|happened|came|come|date from|dates from|dates back to|date back to|dated from|fell|falls|was made|followed|occurs',
  number: 'number|tally|count|figure',
  before: 'before|long before|well before|shortly before|prior to|ahead of|earlier than|sooner than',
  after: 'after|long after|well after|shortly after|following|later than',
  until: 'until|till|up till',
  than: 'than',
  which: 'which|who|that',
  larger: 'larger|bigger|greater',
  smaller: 'smaller',

  but: 'but|yet it|however|though|although|albeit',
  except: 'except|except for|other than|besides|apart from|excepting|save|save for|with the exception of',
  while: 'while|whereas|whilst|when',
  years: 'year|years',
  decade: 'decade',
  decades: 'decades',
  months: 'month|months',
  half: 'half a century|half-century|a half-century|a half century',
  quarter: 'a quarter of a century|quarter of a century|quarter-century|a quarter century|a quarter-century',
  century: 'a century|century',
  ago: 'ago',
  there: 'there',
  it: 'this treaty|this pact|the pact|this accord|the accord|this document|the document|it|they|them|he|she',
  yield: 'yield|explosive yield',
  kiloton: 'kiloton|kilotons|kt|kilotonnes',
  megaton: 'megaton|megatons|mt',
  asof: 'as of|as at|as on',
  possess: 'possess|possesses|possessed|own|owns|owned|hold a stockpile of',
  pass: 'passed|elapsed|gone by|passed by',
  resume: 'resume|resumed|resumes|restarted|returned to|went back to',
  again: 'again|anew|once more',
  percent: 'percent|per cent|%',
};

/** Words of grammar that stand for themselves. */
export const STANDING = [
  'in',
  'on',
  'at',
  'of',
  'for',
  'from',
  'to',
  'with',
  'by',
  'and',
  'or',
  'since',
  'during',
  'within',
  'over',
  'near',
  'off',
  'through',
  'throughout',
  'between',
  'as',
  'past',
  'ever',
  'against',
  'into',
  'out',
] as const;

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);

/** The value of one word that names a number below a hundred ("thirty-four"), or of digits ("1,054", "2.5"). */
export function numberOf(word: string): number | undefined {
  if (/^\d{1,3}(,\d{3})+$/.test(word)) return Number(word.replaceAll(',', ''));
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word);
  if (UNITS.includes(word)) return UNITS.indexOf(word);
  const [tens, unit] = word.split('-');
  const ten = TENS.indexOf(tens!);
  if (ten < 0) return undefined;
  const value = (ten + 2) * 10;
  if (unit === undefined) return value;
  const rest = UNITS.indexOf(unit);
  return rest > 0 && rest < 10 ? value + rest : undefined;
}

/** The place in a row that a word names: "sixth", "6th". */
export function ordinalOf(word: string): number | undefined {
  const index = ORDINALS.indexOf(word);
  if (index >= 0) return index + 1;
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : undefined;
}
