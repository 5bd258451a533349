/** Function words that hardly any other language shares in such numbers, by ISO 639-1 code. */
const FUNCTION_WORDS: Record<string, string> = {
  en: 'the of and to in that is was for on with as by it has have not be from at which said would its',
  fr: 'le la les des du et est une dans pour que qui sur avec pas par aux ce sont ne au plus',
  de: 'der die das und ist nicht ein eine mit von dem den des zu auf für sich im auch wird nach',
  es: 'el los las una que es por con para del se no su al más pero como fue ha',
  it: 'il gli della che di è per una con non sono del nel alla anche dei si ha più',
  pt: 'os uma que não com para do da em é dos se por mais como foi ao das',
  nl: 'de het een van en dat niet is op te zijn voor met die er ook aan door',
  pl: 'nie jest się na że do z w przez które oraz dla po od jak',
  tr: 've bir bu için ile da de olarak daha çok gibi olan',
};

/** Scripts that settle the matter, with the language that uses most of what is met in reports. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/[іїєґ]/giu, 'uk'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/[پچژگ]/gu, 'fa'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Greek}/gu, 'el'],
];

const SAMPLE = 20_000;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * The language of a text by its script and its function words; `und` where there is too little to tell.
 * Enough to refuse what the reader cannot read, not a general language detector.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return 'und';
  if (count(sample, /\p{Script=Latin}/gu) < letters / 2) {
    // Ukrainian letters and kana are rare beside those shared with Russian and Chinese, so a few of them decide.
    return SCRIPTS.find(([script]) => count(sample, script) > letters / 60)?.[1] ?? 'und';
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const shares = Object.entries(FUNCTION_WORDS).map(([language, list]) => {
    const known = new Set(list.split(' '));
    return { language, share: words.filter((word) => known.has(word)).length / words.length };
  });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= 0.08 && words.length >= 5 ? best.language : 'und';
}

/** Fewer letters tell no language, since names are foreign too; another script tells sooner. */
const LETTERS_THAT_TELL = { latin: 40, other: 10 };

/**
 * The lines of an English text that seem to be in another language, each with its number from 1; nothing where the text
 * itself is not English. Lines too short to tell are left out.
 */
export function foreignLines(text: string): readonly { readonly line: number; readonly language: string }[] {
  if (languageOf(text) !== 'en') return [];
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((words, index) => {
    const letters = count(words, /\p{L}/gu);
    const script = count(words, /\p{Script=Latin}/gu) < letters / 2 ? 'other' : 'latin';
    if (letters < LETTERS_THAT_TELL[script]) return [];
    const language = languageOf(words);
    return language === 'en' || language === 'und' ? [] : [{ line: index + 1, language }];
  });
}

/** The English name of a language code, for messages. */
export function languageName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}
