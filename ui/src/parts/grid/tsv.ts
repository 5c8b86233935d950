// The form in which spreadsheets put cells on the clipboard: tabs between cells, a line for each
// row, and quotation marks around a cell that holds a tab, a line end or a quotation mark.

/** Reads a block of cells. Every row is made as long as the longest. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let at = 0;
  while (at <= source.length) {
    const { cell, end } = source[at] === '"' ? quoted(source, at) : plain(source, at);
    rows.at(-1)?.push(cell);
    if (source[end] === "\n") rows.push([]);
    at = end + 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
}

/** Writes a block of cells so that a spreadsheet reads back the same. */
export function formatTsv(cells: string[][]): string {
  return cells.map((row) => row.map(formatCell).join("\t")).join("\n");
}

function formatCell(cell: string): string {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function plain(source: string, start: number): { cell: string; end: number } {
  const rest = source.slice(start).search(/[\t\n]/);
  const end = rest < 0 ? source.length : start + rest;
  return { cell: source.slice(start, end), end };
}

/** A cell in quotation marks; one that never closes, or is followed by more text, is plain text. */
function quoted(source: string, start: number): { cell: string; end: number } {
  let at = start + 1;
  while (at < source.length) {
    const close = source.indexOf('"', at);
    if (close < 0) break;
    if (source[close + 1] !== '"') {
      const end = close + 1;
      const endsCell = end === source.length || source[end] === "\t" || source[end] === "\n";
      if (!endsCell) break;
      return { cell: source.slice(start + 1, close).replaceAll('""', '"'), end };
    }
    at = close + 2;
  }
  return plain(source, start);
}
