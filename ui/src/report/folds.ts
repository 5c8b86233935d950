// Which rows of a long list are folded away, and what of their words is shown then.

/** How many rows are still a short list, which opens with all of them open. */
const SHORT = 3;

/** The rows that begin folded: all but the first, where there are many. */
export function foldedAtFirst(ids: string[]): Set<string> {
  return new Set(ids.length > SHORT ? ids.slice(1) : []);
}

/** The rows that are folded once one of them was opened or folded. */
export function withFolded(folded: ReadonlySet<string>, id: string, isOpen: boolean): Set<string> {
  const next = new Set(folded);
  if (isOpen) next.delete(id);
  else next.add(id);
  return next;
}

/** How many characters of a text stand in one line. */
const LINE = 90;

/** The first words of a text, in one line. */
export function firstWords(text: string, limit = LINE): string {
  const line = text.trim().replace(/\s+/g, " ");
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const end = cut.lastIndexOf(" ");
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[,;:.\s]+$/, "")}…`;
}
