// What a narrative's editor can hold. The schema is closed: whatever is pasted or typed, only these
// nodes and marks can stand in the document.
import { type Extensions, Mark, mergeAttributes, Node } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { type Inline, isSafeUrl, plainText } from "./ast";

/** A link to a web page or an e-mail address. It is never followed from here. */
const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ url: { default: "", rendered: false } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => {
        const url = element.getAttribute("href") ?? "";
        return isSafeUrl(url) && { url };
      },
    },
  ],
  renderHTML: ({ mark }) => ["a", { href: mark.attrs.url, title: mark.attrs.url }, 0],
});

/** A footnote: a number in the line, its words kept with it. */
const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    inlines: {
      default: [] as Inline[],
      parseHTML: (element) => inlinesFrom(element.getAttribute("data-footnote")),
      renderHTML: ({ inlines }) => ({
        "data-footnote": JSON.stringify(inlines),
        title: plainText(inlines),
      }),
    },
  }),
  parseHTML: () => [{ tag: "sup[data-footnote]" }],
  renderHTML: ({ HTMLAttributes }) => [
    "sup",
    mergeAttributes(HTMLAttributes, { class: "prose-footnote" }),
  ],
});

/** Tab leaves the editor, as everywhere; a list is set in and out by the square brackets. */
const Item = ListItem.extend({
  content: "block+",
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      "Mod-]": () => this.editor.commands.sinkListItem(this.name),
      "Mod-[": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

const MARKS = [Bold, Italic, Link, UndoRedo];

/** What a narrative can hold. */
export const NARRATIVE: Extensions = [
  Document,
  Paragraph,
  Text,
  HardBreak,
  Heading.configure({ levels: [1, 2, 3] }),
  BulletList,
  OrderedList,
  Item,
  Footnote,
  ...MARKS,
];

/** What a footnote's words can hold: one paragraph. */
export const LINE: Extensions = [
  Document.extend({ content: "paragraph" }),
  Paragraph,
  Text,
  ...MARKS,
];

/** A footnote's words as they were copied; plain words, such as those from Word, as they are. */
function inlinesFrom(written: string | null): Inline[] {
  if (!written) return [];
  try {
    const parsed: unknown = JSON.parse(written);
    if (Array.isArray(parsed)) return parsed.filter(isInline);
  } catch {
    // Not our own form: the words themselves.
  }
  return [{ kind: "text", text: written, strong: false, emphasis: false }];
}

/** Whether something pasted has the form of an inline a footnote may hold. */
function isInline(value: unknown): value is Inline {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  const inline = value as Record<string, unknown>;
  if (inline.kind === "text") {
    return (
      typeof inline.text === "string" &&
      typeof inline.strong === "boolean" &&
      typeof inline.emphasis === "boolean"
    );
  }
  if (inline.kind !== "link" || typeof inline.url !== "string" || !isSafeUrl(inline.url))
    return false;
  return Array.isArray(inline.inlines) && inline.inlines.every(isInline);
}
