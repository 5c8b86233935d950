// What is on the clipboard, made plain before the schema drops what it does not hold. Word's lists
// are paragraphs that only look like lists, its footnotes stand in a heap at the end, and the cells
// of any table would otherwise run into one another.

/**
 * Pasted HTML with Word's lists as lists, its footnotes where they are referred to, and a table's
 * cells each in a paragraph of their own.
 */
export function tidyPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll("style, meta, link, title, xml, o\\:p")) {
    element.remove();
  }
  if (isFromWord(html)) {
    placeFootnotes(page);
    buildLists(page);
  }
  openTables(page);
  return page.body.innerHTML;
}

/** Whether pasted HTML comes from Word or Outlook. */
function isFromWord(html: string): boolean {
  return /urn:schemas-microsoft-com:office|mso-|class="?Mso/i.test(html);
}

/** Takes cells out of their tables, one after another. */
function openTables(page: Document) {
  for (const cell of page.querySelectorAll("td, th")) {
    const lines = page.createElement("div");
    lines.append(...cell.childNodes);
    cell.append(lines);
  }
}

/** Puts each note's words where its number stands, in the form the editor reads. */
function placeFootnotes(page: Document) {
  for (const anchor of page.querySelectorAll<HTMLAnchorElement>('a[href^="#_ftn"]')) {
    const name = anchor.getAttribute("href")?.slice(1) ?? "";
    if (name.startsWith("_ftnref")) continue;
    const note = page.querySelector(`[id="${name.replace(/^_/, "")}"]`);
    const words = note ? textOf(note).replace(/^\[\d+\]\s*/, "") : "";
    const mark = page.createElement("sup");
    mark.setAttribute("data-footnote", words);
    anchor.replaceWith(...(words ? [mark] : []));
  }
  for (const heap of page.querySelectorAll<HTMLElement>('[style*="footnote-list"]')) heap.remove();
}

/** Builds a real list from each run of paragraphs that Word only numbers. */
function buildLists(page: Document) {
  const lines = [...page.querySelectorAll<HTMLElement>("p")].filter(isListLine);
  let open: HTMLElement[] = [];
  let previous: Element | null = null;
  for (const line of lines) {
    if (!previous || !follows(line, previous)) open = [];
    const level = Math.max(1, Number(/level(\d+)/.exec(styleOf(line))?.[1] ?? 1));
    const marker = line.querySelector<HTMLElement>(
      '[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]',
    );
    const tag = /[0-9a-z]/i.test(textOf(marker)) && !/^o$/.test(textOf(marker)) ? "ol" : "ul";
    marker?.remove();
    open.length = Math.min(open.length, level);
    while (open.length < level) {
      const list = page.createElement(tag);
      const parent = open.at(-1);
      if (parent)
        (parent.lastElementChild ?? parent.appendChild(page.createElement("li"))).append(list);
      else line.before(list);
      open.push(list);
    }
    const item = page.createElement("li");
    const paragraph = page.createElement("p");
    paragraph.append(...line.childNodes);
    item.append(paragraph);
    open.at(-1)?.append(item);
    line.remove();
    previous = open[0] ?? null;
  }
}

/** Whether a line comes straight after the list that is being built. */
function follows(line: Element, list: Element): boolean {
  return line.previousElementSibling === list;
}

function isListLine(line: HTMLElement): boolean {
  return /mso-list:\s*l\d/i.test(styleOf(line));
}

function styleOf(element: Element): string {
  return element.getAttribute("style") ?? "";
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
