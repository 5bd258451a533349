// Sentences as states and their spokesmen make them, with their trees, in the manner of UD English EWT: web text has few
// subjunctives of demand, conditions on another's move, denials of plans or datelined reports. Each pattern is written
// out many times with other names, things and verbs. Written for this project; MIT.
import { randomFrom } from './random.mjs';

const words = (text) => text.split(' ');
/** Nominals as `form/XPOS/relation` with the head marked by `*`; a relation points to the head. */
const THINGS = [
  'nuclear/JJ/amod tests/NNS/*',
  'the/DT/det treaty/NN/*',
  'the/DT/det talks/NNS/*',
  'its/PRP$/nmod:poss arsenal/NN/*',
  'new/JJ/amod missiles/NNS/*',
  'the/DT/det moratorium/NN/*',
  'full/JJ/amod inspections/NNS/*',
  'the/DT/det dialogue/NN/*',
  'its/PRP$/nmod:poss nuclear/JJ/amod forces/NNS/*',
  'a/DT/det test/NN/*',
  'the/DT/det agreement/NN/*',
  'military/JJ/amod exercises/NNS/*',
  'all/DT/det enrichment/NN/*',
  'the/DT/det border/NN/compound posts/NNS/*',
];
const TIMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const YEARS = words('1990 1992 1996 2003 2017 2019 2021 2023');
const STATES = words(
  'Russia China India Pakistan Iran Israel France Britain Egypt Japan Ukraine Turkey Germany Washington Moscow Beijing Tehran Pyongyang Paris London Kyiv Seoul NATO Brazil Armenia Azerbaijan Serbia Kosovo',
);
const PERSONS = words(
  'Putin Lavrov Trump Xi Kim Macron Modi Ryabkov Rubio Peskov Netanyahu Weber Novak Haddad Okafor Silva Tanaka Ivanova Larsen Moreau',
);
const JOBS = words('minister speaker spokesman president chairman envoy secretary adviser');
const TITLES = words('President Minister Ambassador Secretary Chancellor General');
/** Verbs that take a thing: base, -s, past, participle, -ing. */
const TRANSITIVE = [
  'resume resumes resumed resumed resuming',
  'suspend suspends suspended suspended suspending',
  'halt halts halted halted halting',
  'join joins joined joined joining',
  'reject rejects rejected rejected rejecting',
  'restart restarts restarted restarted restarting',
  'allow allows allowed allowed allowing',
  'announce announces announced announced announcing',
  'begin begins began begun beginning',
  'prepare prepares prepared prepared preparing',
  'end ends ended ended ending',
  'consider considers considered considered considering',
].map(words);
const INTRANSITIVE = [
  'act acts acted acted acting',
  'move moves moved moved moving',
  'respond responds responded responded responding',
  'test tests tested tested testing',
  'withdraw withdraws withdrew withdrawn withdrawing',
  'escalate escalates escalated escalated escalating',
  'engage engages engaged engaged engaging',
  'retreat retreats retreated retreated retreating',
  'disarm disarms disarmed disarmed disarming',
  'comply complies complied complied complying',
].map(words);
const FORMS = { VB: 0, VBP: 0, VBZ: 1, VBD: 2, VBN: 3, VBG: 4 };

/**
 * Patterns of `form/XPOS/relation>head`, heads by place from 1. `S` is a state, `P` a person, `T` a title, `J` an office, `N` a thing,
 * `D` a day, `Y` a year, `V` a verb with a thing, `I` a verb without.
 */
const PATTERNS = `
S/NNP/nsubj>2 demands/VBZ/root>0 that/IN/mark>5 S/NNP/nsubj>5 I/VB/ccomp>2 first/RB/advmod>5 to/TO/mark>8 mend/VB/advcl>5 ties/NNS/obj>8 ././punct>2
S/NNP/nsubj>2 demanded/VBD/root>0 that/IN/mark>5 P/NNP/nsubj>5 V/VB/ccomp>2 N/-/obj>5 ././punct>2
S/NNP/nsubj>2 insists/VBZ/root>0 that/IN/mark>5 S/NNP/nsubj>5 I/VB/ccomp>2 first/RB/advmod>5 ././punct>2
S/NNP/nsubj>2 insists/VBZ/root>0 that/IN/mark>5 P/NNP/nsubj>5 I/VB/ccomp>2 first/RB/advmod>5 ././punct>2
Relations/NNS/nsubj>4 with/IN/case>3 S/NNP/nmod>1 depend/VBP/root>0 on/IN/case>8 S/NNP/nmod:poss>8 's/POS/case>6 decision/NN/obl>4 to/TO/mark>10 V/VB/acl>8 N/-/obj>10 ././punct>4
The/DT/det>2 debate/NN/nsubj>6 over/IN/mark>4 V/VBG/acl>2 N/-/obj>4 continues/VBZ/root>0 in/IN/case>8 S/NNP/obl>6 ././punct>6
S/NNP/nsubj>2 called/VBD/root>0 on/IN/case>4 S/NNP/obl>2 to/TO/mark>6 V/VB/xcomp>2 N/-/obj>6 ././punct>2
P/NNP/nsubj>8 ,/,/punct>4 the/DT/det>4 J/NN/appos>1 of/IN/case>6 S/NNP/nmod>4 ,/,/punct>4 called/VBD/root>0 on/IN/case>10 S/NNP/obl>8 to/TO/mark>12 V/VB/xcomp>8 N/-/obj>12 ././punct>8
P/NNP/nsubj>9 ,/,/punct>4 a/DT/det>4 J/NN/appos>1 for/IN/case>7 the/DT/det>7 parliament/NN/nmod>4 ,/,/punct>4 said/VBD/root>0 that/IN/mark>13 S/NNP/nsubj>13 would/MD/aux>13 V/VB/ccomp>9 N/-/obj>13 ././punct>9
Meaningful/JJ/amod>2 negotiations/NNS/nsubj>3 require/VBP/root>0 a/DT/det>7 legally/RB/advmod>6 binding/VBG/amod>7 agreement/NN/obj>3 that/WDT/nsubj>10 will/MD/aux>10 protect/VB/acl:relcl>7 S/NNP/obj>10 ././punct>3
P/NNP/nsubj>2 spoke/VBD/root>0 about/IN/mark>4 V/VBG/advcl>2 N/-/obj>4 on/IN/case>7 D/NNP/obl>2 ././punct>2
P/NNP/nsubj>2 proposed/VBD/root>0 that/IN/mark>5 S/NNP/nsubj>5 V/VB/ccomp>2 N/-/obj>5 before/IN/case>9 the/DT/det>9 summit/NN/obl>5 ././punct>2
S/NNP/nsubj>2 asserts/VBZ/root>0 that/IN/mark>8 relations/NNS/nsubj>8 with/IN/case>6 S/NNP/nmod>4 now/RB/advmod>8 depend/VBP/ccomp>2 on/IN/case>12 S/NNP/nmod:poss>12 's/POS/case>10 willingness/NN/obl>8 to/TO/mark>14 I/VB/acl>12 ././punct>2
Any/DT/det>2 talks/NNS/nsubj>6 with/IN/case>5 the/DT/det>5 US/NNP/nmod>2 depend/VBP/root>0 on/IN/case>10 S/NNP/nmod:poss>10 's/POS/case>8 readiness/NN/obl>6 to/TO/mark>12 V/VB/acl>10 N/-/obj>12 ././punct>6
Peace/NN/nsubj>2 depends/VBZ/root>0 on/IN/mark>5 S/NNP/nsubj>5 V/VBG/advcl>2 N/-/obj>5 ././punct>2
S/NNP/nsubj>3 will/MD/aux>3 I/VB/root>0 only/RB/advmod>7 if/IN/mark>7 S/NNP/nsubj>7 I/VBZ/advcl>3 first/RB/advmod>7 ././punct>3
S/NNP/nsubj>3 would/MD/aux>3 V/VB/root>0 N/-/obj>3 if/IN/mark>7 S/NNP/nsubj>7 I/VBD/advcl>3 ././punct>3
If/IN/mark>3 S/NNP/nsubj>3 V/VBZ/advcl>8 N/-/obj>3 ,/,/punct>3 S/NNP/nsubj>8 will/MD/aux>8 I/VB/ccomp>12 ,/,/punct>8 P/NNP/nsubj>12 has/VBZ/aux>12 warned/VBN/root>0 ././punct>12
P/NNP/nsubj>2 said/VBD/root>0 that/IN/mark>7 S/NNP/nsubj>7 would/MD/aux>7 not/RB/advmod>7 I/VB/ccomp>2 unless/IN/mark>10 S/NNP/nsubj>10 I/VBD/advcl>7 first/RB/advmod>10 ././punct>2
S/NNP/nsubj>4 will/MD/aux>4 not/RB/advmod>4 V/VB/root>0 N/-/obj>4 until/IN/mark>8 S/NNP/nsubj>8 V/VBZ/advcl>4 N/-/obj>8 ././punct>4
S/NNP/nsubj>3 has/VBZ/aux>3 warned/VBN/root>0 S/NNP/iobj>3 it/PRP/nsubj>7 is/VBZ/aux>7 considering/VBG/ccomp>3 V/VBG/xcomp>7 N/-/obj>8 in/IN/case>11 response/NN/obl>8 to/IN/case>14 US/NNP/compound>14 actions/NNS/nmod>11 ././punct>3
There/EX/expl>2 was/VBD/root>0 discussion/NN/nsubj>2 in/IN/case>5 S/NNP/nmod>3 about/IN/mark>7 V/VBG/acl>3 N/-/obj>7 ././punct>2
Talks/NNS/nsubj>5 on/IN/mark>3 V/VBG/acl>1 N/-/obj>3 resumed/VBD/root>0 on/IN/case>7 D/NNP/obl>5 ././punct>5
P/NNP/nsubj>4 did/VBD/aux>4 not/RB/advmod>4 mention/VB/root>0 any/DT/det>6 plans/NNS/obj>4 to/TO/mark>8 V/VB/acl>6 N/-/obj>8 ././punct>4
S/NNP/nsubj>2 has/VBZ/ccomp>9 no/DT/det>4 plans/NNS/obj>2 to/TO/mark>6 V/VB/acl>4 N/-/obj>6 ,/,/punct>2 said/VBD/root>0 P/NNP/nsubj>9 ././punct>9
S/NNP/nsubj>4 has/VBZ/aux>4 not/RB/advmod>4 V/VBN/root>0 N/-/obj>4 since/IN/case>7 Y/CD/obl>4 ,/,/punct>13 with/IN/mark>13 the/DT/det>12 last/JJ/amod>12 test/NN/nsubj>13 occurring/VBG/advcl>4 in/IN/case>15 Y/CD/obl>13 ././punct>4
S/NNP/nsubj>4 has/VBZ/aux>4 never/RB/advmod>4 V/VBN/ccomp>9 N/-/obj>4 ,/,/punct>4 T/NNP/nmod:desc>8 P/NNP/nsubj>9 said/VBD/root>0 ././punct>9
S/NNP/nsubj>2 has/VBZ/root>0 yet/RB/advmod>2 to/TO/mark>5 V/VB/xcomp>2 N/-/obj>5 ././punct>2
S/NNP/nsubj>2 refrained/VBD/root>0 from/IN/mark>4 V/VBG/advcl>2 N/-/obj>4 ././punct>2
S/NNP/nsubj>3 has/VBZ/aux>3 ruled/VBN/root>0 out/RP/compound:prt>3 V/VBG/xcomp>3 N/-/obj>5 ././punct>3
S/NNP/nsubj>2 urged/VBD/root>0 S/NNP/iobj>2 to/TO/mark>5 V/VB/xcomp>2 N/-/obj>5 ././punct>2
S/NNP/nsubj>4 is/VBZ/cop>4 not/RB/advmod>4 ready/JJ/ccomp>11 to/TO/mark>6 V/VB/xcomp>4 N/-/obj>6 ,/,/punct>4 T/NNP/nmod:desc>10 P/NNP/nsubj>11 told/VBD/root>0 reporters/NNS/iobj>11 ././punct>11
"/\`\`/punct>5 We/PRP/nsubj>5 will/MD/aux>5 not/RB/advmod>5 V/VB/ccomp>10 N/-/obj>5 ,/,/punct>5 "/''/punct>5 P/NNP/nsubj>10 said/VBD/root>0 on/IN/case>12 D/NNP/obl>10 ././punct>10
"/\`\`/punct>8 If/IN/mark>4 they/PRP/nsubj>4 I/VBP/advcl>8 ,/,/punct>4 we/PRP/nsubj>8 will/MD/aux>8 I/VB/ccomp>12 ,/,/punct>8 "/''/punct>8 P/NNP/nsubj>12 said/VBD/root>0 ././punct>12
S/NNP/nsubj>3 must/MD/aux>3 I/VB/ccomp>7 first/RB/advmod>3 ,/,/punct>3 P/NNP/nsubj>7 said/VBD/root>0 on/IN/case>9 D/NNP/obl>7 ././punct>7
According/VBG/case>3 to/IN/fixed>1 P/NNP/obl>6 ,/,/punct>3 S/NNP/nsubj>6 V/VBD/root>0 N/-/obj>6 in/IN/case>9 Y/CD/obl>6 ././punct>6
S/NNP/nsubj>2 says/VBZ/root>0 it/PRP/nsubj>5 will/MD/aux>5 I/VB/ccomp>2 as/RB/advmod>7 long/RB/advmod>5 as/IN/mark>10 S/NNP/nsubj>10 I/VBZ/advcl>7 ././punct>2
S/NNP/nsubj>2 offered/VBD/root>0 to/TO/mark>4 V/VB/xcomp>2 N/-/obj>4 in/IN/case>7 exchange/NN/obl>4 for/IN/case>10 security/NN/compound>10 guarantees/NNS/nmod>7 ././punct>2
S/NNP/nsubj>2 accuses/VBZ/root>0 S/NNP/obj>2 of/IN/mark>5 V/VBG/advcl>2 N/-/obj>5 ././punct>2
S/NNP/nsubj>2 denies/VBZ/root>0 that/IN/mark>5 it/PRP/nsubj>5 V/VBD/ccomp>2 N/-/obj>5 ././punct>2
P/NNP/nsubj>2 ordered/VBD/root>0 the/DT/det>4 army/NN/obj>2 to/TO/mark>6 V/VB/xcomp>2 N/-/obj>6 ././punct>2
S/NNP/nsubj>2 warns/VBZ/root>0 S/NNP/obj>2 over/IN/case>5 N/-/obl>2
S/NNP/nsubj>5 ,/,/punct>3 S/NNP/conj>1 to/TO/mark>5 V/VB/root>0 N/-/obj>5
S/NNP/nsubj>2 V/VBZ/root>0 N/-/obj>2
S/NNP/nsubj>3 to/TO/mark>3 V/VB/ccomp>10 N/-/obj>3 if/IN/mark>7 S/NNP/nsubj>7 I/VBZ/advcl>3 ,/,/punct>3 P/NNP/nsubj>10 says/VBZ/root>0
P/NNP/nsubj>2 tells/VBZ/root>0 S/NNP/iobj>2 to/TO/mark>5 I/VB/xcomp>2 first/RB/advmod>5
The/DT/det>2 Kremlin/NNP/nsubj>3 said/VBD/root>0 S/NNP/nsubj>6 had/VBD/aux>6 V/VBN/ccomp>3 N/-/obj>6 without/IN/mark>9 telling/VBG/advcl>6 S/NNP/obj>9 ././punct>3
Should/MD/aux>3 S/NNP/nsubj>3 V/VB/advcl>8 N/-/obj>3 ,/,/punct>3 S/NNP/nsubj>8 will/MD/aux>8 I/VB/root>0 in/IN/case>10 kind/NN/obl>8 ././punct>8
S/NNP/nsubj>2 wants/VBZ/root>0 S/NNP/obj>2 to/TO/mark>5 V/VB/xcomp>2 N/-/obj>5 before/IN/mark>10 it/PRP/nsubj>10 will/MD/aux>10 I/VB/advcl>5 ././punct>2
While/IN/mark>4 S/NNP/nsubj>4 is/VBZ/cop>4 open/JJ/advcl>9 to/IN/case>6 talks/NNS/obl>4 ,/,/punct>4 S/NNP/nsubj>9 needs/VBZ/root>0 to/TO/mark>11 V/VB/xcomp>9 N/-/obj>11 ././punct>9
S/NNP/nsubj>2 reiterated/VBD/root>0 the/DT/det>4 importance/NN/obj>2 of/IN/case>6 N/-/nmod>4 ././punct>2
Its/PRP$/nmod:poss>3 last/JJ/amod>3 test/NN/nsubj:pass>5 was/VBD/aux:pass>5 conducted/VBN/root>0 in/IN/case>7 Y/CD/obl>5 ././punct>5
Neither/DT/det>2 side/NN/nsubj>4 has/VBZ/aux>4 V/VBN/root>0 N/-/obj>4 since/IN/case>7 Y/CD/obl>4 ././punct>4
Both/CC/cc:preconj>2 S/NNP/nsubj>6 and/CC/cc>4 S/NNP/conj>2 have/VBP/aux>6 V/VBN/root>0 N/-/obj>6 ././punct>6
The/DT/det>2 decision/NN/nsubj:pass>7 to/TO/mark>4 V/VB/acl>2 N/-/obj>4 was/VBD/aux:pass>7 taken/VBN/root>0 by/IN/case>10 T/NNP/nmod:desc>10 P/NNP/obl:agent>7 ././punct>7
`
  .trim()
  .split('\n')
  .map((line) =>
    words(line).map((token) => {
      const [, form, xpos, relation, head] = /^(.+?)\/(\S+?|-)\/([\w:]+)>(\d+)$/.exec(token);
      return { form, xpos, relation, head: Number(head) };
    }),
  );

const TAGS = {
  NNP: 'PROPN',
  NN: 'NOUN',
  NNS: 'NOUN',
  JJ: 'ADJ',
  RB: 'ADV',
  CD: 'NUM',
  CC: 'CCONJ',
  DT: 'DET',
  MD: 'AUX',
  EX: 'PRON',
  WDT: 'PRON',
  PRP: 'PRON',
  PRP$: 'PRON',
  RP: 'ADP',
  POS: 'PART',
};

/** The coarse tag, where the Penn tag does not settle it by the relation. */
function uposOf({ form, xpos, relation }) {
  if (/^[^\w]/.test(xpos)) return 'PUNCT';
  if (relation === 'aux' || relation === 'aux:pass' || relation === 'cop') return 'AUX';
  if (xpos === 'TO') return relation === 'mark' ? 'PART' : 'ADP';
  if (xpos === 'IN') return relation === 'mark' ? 'SCONJ' : 'ADP';
  if (xpos.startsWith('VB')) return 'VERB';
  if (form === 'not') return 'PART';
  return TAGS[xpos];
}

/** Sentences as `readConllu` gives them: each pattern so many times. */
export function stateSpeech(each) {
  const random = randomFrom(2026);
  const one = (list) => list[Math.floor(random.next() * list.length)];
  const fill = (pattern) => {
    const states = random.shuffled(STATES);
    const forms = {
      S: () => states.pop(),
      P: () => one(PERSONS),
      T: () => one(TITLES),
      J: () => one(JOBS),
      D: () => one(TIMES),
      Y: () => one(YEARS),
      V: (xpos) => one(TRANSITIVE)[FORMS[xpos]],
      I: (xpos) => one(INTRANSITIVE)[FORMS[xpos]],
    };
    const sentence = [];
    // Where the head of each place of the pattern stands, since a thing is several words.
    const places = [];
    for (const { form, xpos, relation, head } of pattern) {
      if (form === 'N') {
        const parts = words(one(THINGS)).map((part) => part.split('/'));
        const top = sentence.length + parts.findIndex(([, , own]) => own === '*');
        for (const [text, tag, own] of parts) {
          sentence.push({
            form: text,
            xpos: tag,
            relation: own === '*' ? relation : own,
            above: own === '*' ? { head } : { top },
          });
        }
        places.push(top);
      } else {
        places.push(sentence.length);
        sentence.push({ form: forms[form]?.(xpos) ?? form, xpos, relation, above: { head } });
      }
    }
    return sentence.map(({ above, ...word }) => ({
      ...word,
      lemma: '_',
      upos: uposOf(word),
      head: above.top ?? (above.head === 0 ? -1 : places[above.head - 1]),
    }));
  };
  return PATTERNS.flatMap((pattern) => Array.from({ length: each }, () => fill(pattern)));
}
