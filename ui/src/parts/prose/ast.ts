// The closed form of a narrative: the blocks and marks a paper can hold, and nothing else.

/** A stretch of a line. */
export type Inline =
  | { kind: "text"; text: string; strong: boolean; emphasis: boolean }
  | { kind: "link"; inlines: Inline[]; url: string }
  | { kind: "footnote"; inlines: Inline[] }
  | { kind: "break" };

/** A stretch of a narrative. */
export type Block =
  | { kind: "paragraph"; inlines: Inline[] }
  | { kind: "heading"; level: number; inlines: Inline[] }
  | { kind: "list"; ordered: boolean; items: Block[][] };

/** The addresses a link may have. */
const SAFE_URL = /^(https?:\/\/|mailto:)[^\s]+$/i;

/** Whether an address is one a paper may link to: a web page or an e-mail address. */
export function isSafeUrl(url: string): boolean {
  return SAFE_URL.test(url);
}

/** A host as people write it, with what comes after it: "www.gov.uk", "gov.uk/x". */
const BARE_PAGE = /^([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?([/?#]\S*)?$/i;

/** An e-mail address as people write it. */
const BARE_MAIL = /^[^\s@:/]+@([a-z0-9-]+\.)+[a-z]{2,}$/i;

/** The whole address for what a person typed; null where a paper could not link to it. */
export function urlOf(typed: string): string | null {
  const address = typed.trim();
  if (isSafeUrl(address)) return address;
  if (BARE_PAGE.test(address)) return `https://${address}`;
  return BARE_MAIL.test(address) ? `mailto:${address}` : null;
}

/** The words of some inlines, without their marks. */
export function plainText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "text") return inline.text;
      if (inline.kind === "break") return " ";
      return inline.kind === "link" ? plainText(inline.inlines) : "";
    })
    .join("");
}

/** Whether two narratives are the same. */
export function sameBlocks(a: Block[], b: Block[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
