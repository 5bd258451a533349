/** Names that take the article in running text: unions, kingdoms, republics and plurals. */
const WITH_ARTICLE =
  /^(?:United |Soviet Union|European Union|Netherlands|Philippines|Bahamas|Maldives|Seychelles|Comoros|Gambia|Holy See|Democratic Republic|Republic of|Central African Republic|Dominican Republic|Marshall Islands|Solomon Islands|Cook Islands)/;

/** A name as it stands within a sentence: "the United States", "Russia". */
export const inSentence = (name: string): string => (WITH_ARTICLE.test(name) ? `the ${name}` : name);

/** A name that opens a sentence: "The United States". */
export const atStart = (name: string): string => (WITH_ARTICLE.test(name) ? `The ${name}` : name);
