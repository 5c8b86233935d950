// Every word the interface shows, read from the same Fluent files as the Rust side. A second
// language is a second folder of files; nothing here names one but the language fallen back to.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

/** What a sentence's placeholders are filled with. */
export type WordArgs = Record<string, FluentVariable>;

/** Turns a key of the catalogue, with its arguments, into a sentence. */
export type Say = (key: string, args?: WordArgs) => string;

/** The language used when none was asked for, or when a sentence is missing from the one asked for. */
export const FALLBACK_LOCALE = "en-GB";

const FILES = import.meta.glob<string>("../../../src-tauri/crates/words/locales/*/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The languages there is a folder for, the fallback first. */
export function locales(): string[] {
  const found = new Set(Object.keys(FILES).map(localeOf));
  found.delete(FALLBACK_LOCALE);
  return [FALLBACK_LOCALE, ...[...found].sort()];
}

/**
 * The words of one language. A key that is in no file comes back as itself, so that what is
 * missing is plain to see; the unit tests make sure that none is.
 */
export function wordsIn(locale: string): Say {
  const bundles = [...new Set([locale, FALLBACK_LOCALE])].map(bundleOf);
  return (key, args) => {
    for (const bundle of bundles) {
      const pattern = bundle.getMessage(key)?.value;
      if (pattern) return bundle.formatPattern(pattern, args ?? null, []);
    }
    return key;
  };
}

function bundleOf(locale: string): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const [path, text] of Object.entries(FILES)) {
    if (localeOf(path) === locale) bundle.addResource(new FluentResource(text));
  }
  return bundle;
}

function localeOf(path: string): string {
  return path.split("/").at(-2) ?? FALLBACK_LOCALE;
}
