export { FALLBACK_LOCALE, locales, type Say, type WordArgs, wordsIn } from "./catalogue";
export { useWords, WordsProvider } from "./useWords";
