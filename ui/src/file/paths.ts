// Paths that are suggested for copies: beside the file they are of.

/** A path beside a file: its name, then some words, then an ending. */
export function besideFile(file: string, words: string, ending: string): string {
  const stem = file.replace(/\.[^.\\/]*$/, "");
  const safe = words
    .replace(/[\\/:*?"<>|]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${stem} - ${safe}.${ending}`;
}
