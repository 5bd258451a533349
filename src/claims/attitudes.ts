/**
 * Words that govern an act and change how it is meant. They belong to English, not to one stand-off, and follow the
 * classes of implicative, attitude and speech-act verbs (Karttunen 1971; Searle 1976).
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Verbs and nouns by which somebody is made responsible for words. */
export const REPORT = set(`
  promise pledge vow swear say state assert declare announce tell add note stress emphasise emphasize insist argue claim maintain remark comment
  explain indicate suggest reiterate repeat confirm affirm reaffirm acknowledge admit concede recall underline underscore
  write report point describe express voice conclude observe reveal disclose mention reply answer caution believe think
  estimate assess hold recall testify brief inform notify contend complain boast lament reckon predict allege accuse charge signal reassure assure assurance quote cite tweet post hint make
  statement remark claim assertion announcement report comment accusation allegation view brag crow gloat trumpet tout thunder fume snap growl quip joke vent protest rail concur volunteer relate recount narrate opine muse specify clarify elaborate counter retort shoot contest object grumble grouse phone intimate disclose divulge trot proclaim pronounce profess avow aver attest certify swear submit posit figure deem gather understand reiterate echo chime hit voice assertion insistence boast complaint contention verdict charge insinuation rumour rumor figure blame reproach upbraid chide fault`);
export const WARN = set('warn threaten warning threat ultimatum caution menace');
export const DENY = set('deny refute rebut dismiss denial disavow disclaim disown rubbish repudiate');
export const CONSIDER = set(`
  consider reconsider weigh mull contemplate study explore examine discuss debate evaluate ponder think assess review
  discussion debate consideration possibility prospect option idea deliberation talk thought speculation question likelihood bill chance risk
  possible likely unlikely conceivable potential seek hope wish aim look suspect toy flirt entertain envisage envision imagine moot float kick bandy contemplation flirtation eye plausible thinkable imaginable tempted tempt inclined incline scenario`);
export const INTEND = set(`
  plan intend prepare decide pledge promise commit agree undertake resolve swear vow mean set
  plan intention decision pledge promise commitment resolve determination readied bound determined going decide elect opt choose undertake poised poise slate elect determine gear arrange vow bent pact schedule due slated ambition aim goal purpose task effort campaign drive`);
export const DEMAND = set(`
  demand ask urge require request expect want press exhort implore insist appeal pressure push need oblige call
  demand request call appeal requirement obligation duty necessary essential obligatory incumbent imperative advisable expedient sensible appropriate vital important time beg implore plead beseech entreat prod nudge goad counsel advise recommend lobby summon bid press pray appeal encourage prevail exhortation plea recommendation advice behoove wise wiser prudent crucial critical vital better`);
export const OFFER = set(
  'offer propose invite ready willing open prepared available readiness willingness openness offer proposal suggest welcome glad happy pleased delighted keen eager amenable receptive prepared amenability volunteer game disposed',
);
export const REFUSE = set(
  'spurn rebuff shun snub balk repudiate refuse reject decline exclude oppose resist refusal rejection unwilling reluctant reluctance unwillingness rule unready baulk scoff veto brush spurn averse loath disinclined unprepared',
);
export const ORDER = set(
  'order instruct direct command authorise authorize task decree order instruction directive mandate charge tell assign enjoin commission',
);
/** Verbs that take what they judge for a fact: who condemns a test says that there was one. */
export const JUDGE = set(
  'condemn deplore criticise criticize denounce decry protest regret lament slam blast praise censure rebuke assail hail welcome bemoan mourn rue berate castigate laud applaud mark celebrate denunciation condemnation follow avenge punish answer',
);
export const NOT_DO = set(
  'refrain hesitate avoid abstain stop cease desist fail neglect omit forgo forego stop halt failure lack absence prevent forget shy shrink eschew quit dodge evade skip miss stopping avoidance cessation',
);
export const ABLE = set(
  'able free capable can allow enable permit let ability capability capacity right entitle reserve',
);
export const GO_ON = set(
  'begin start continue proceed go carry finish complete conclude keep help manage get move use tend seem appear take come have press first last only ' +
    'force compel lead push prompt cause drive sign evidence indication',
);
export const FORBID = set(
  'ban prohibit forbid outlaw bar banning prohibition ban importance consequence danger history anniversary effect remark concern fear issue topic subject matter allegation suggestion myth meaning aftermath victim notice notification phrase',
);
/** What is said to be so is not so. */
export const UNTRUE = set(
  'lie false baseless groundless unfounded nonsense fabrication slander fantasy fiction untrue absurd invention ridiculous rubbish fabricated fictitious wrong incorrect inaccurate disinformation',
);
/** Markers of a clause that is not asserted itself but conditions another. */
export const IF_MARKS = set('if unless until till once provided providing whether supposing assuming lest');
