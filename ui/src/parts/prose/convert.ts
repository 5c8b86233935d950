// Between the narrative's own form and the editor's document, both ways. What the editor cannot
// show apart comes back as one: neighbouring text with the same marks, and paragraphs with nothing
// in them.
import type { JSONContent } from "@tiptap/core";
import type { Block, Inline } from "./ast";

type Mark = { type: string; attrs?: Record<string, unknown> };

/** The editor's document for a narrative. */
export function toDocument(blocks: Block[]): JSONContent {
  const content = blocks.map(toNode);
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

/** The narrative in an editor's document. */
export function fromDocument(document: JSONContent): Block[] {
  return (document.content ?? []).flatMap(fromNode);
}

/** The editor's document for a footnote's words: one paragraph. */
export function toLine(inlines: Inline[]): JSONContent {
  return { type: "doc", content: [{ type: "paragraph", content: toInlineNodes(inlines, []) }] };
}

/** A footnote's words in an editor's document. */
export function fromLine(document: JSONContent): Inline[] {
  return fromInlineNodes(document.content?.[0]?.content ?? []);
}

function toNode(block: Block): JSONContent {
  switch (block.kind) {
    case "paragraph":
      return { type: "paragraph", content: toInlineNodes(block.inlines, []) };
    case "heading":
      return {
        type: "heading",
        attrs: { level: block.level },
        content: toInlineNodes(block.inlines, []),
      };
    case "list":
      return {
        type: block.ordered ? "orderedList" : "bulletList",
        content: block.items.map((item) => ({
          type: "listItem",
          content: item.length > 0 ? item.map(toNode) : [{ type: "paragraph" }],
        })),
      };
  }
}

function toInlineNodes(inlines: Inline[], marks: Mark[]): JSONContent[] {
  return inlines.flatMap((inline) => toInlineNode(inline, marks));
}

function toInlineNode(inline: Inline, marks: Mark[]): JSONContent[] {
  switch (inline.kind) {
    case "text":
      return inline.text === ""
        ? []
        : [{ type: "text", text: inline.text, marks: marksOf(inline, marks) }];
    case "link":
      return toInlineNodes(inline.inlines, [{ type: "link", attrs: { url: inline.url } }]);
    case "footnote":
      return [{ type: "footnote", attrs: { inlines: inline.inlines }, marks }];
    case "break":
      return [{ type: "hardBreak", marks }];
  }
}

function marksOf(text: { strong: boolean; emphasis: boolean }, outer: Mark[]): Mark[] {
  const marks = [...outer];
  if (text.strong) marks.push({ type: "bold" });
  if (text.emphasis) marks.push({ type: "italic" });
  return marks;
}

function fromNode(node: JSONContent): Block[] {
  const inlines = () => fromInlineNodes(node.content ?? []);
  switch (node.type) {
    case "heading":
      return keepFilled({
        kind: "heading",
        level: Number(node.attrs?.level ?? 1),
        inlines: inlines(),
      });
    case "bulletList":
    case "orderedList":
      return [
        {
          kind: "list",
          ordered: node.type === "orderedList",
          items: (node.content ?? []).map((item) => (item.content ?? []).flatMap(fromNode)),
        },
      ];
    default:
      return keepFilled({ kind: "paragraph", inlines: inlines() });
  }
}

/** An empty line in the editor is a person's pause, not a part of the paper. */
function keepFilled<B extends Block & { inlines: Inline[] }>(block: B): Block[] {
  return block.inlines.length > 0 ? [block] : [];
}

/** Nodes in a row with the same link become one link; the rest stand alone. */
function fromInlineNodes(nodes: JSONContent[]): Inline[] {
  const inlines: Inline[] = [];
  let openUrl: string | undefined;
  for (const node of nodes) {
    const inline = fromInlineNode(node);
    const url = urlOf(node);
    const last = inlines.at(-1);
    if (url === undefined) inlines.push(inline);
    else if (last?.kind === "link" && openUrl === url) last.inlines.push(inline);
    else inlines.push({ kind: "link", inlines: [inline], url });
    openUrl = url;
  }
  return inlines;
}

function fromInlineNode(node: JSONContent): Inline {
  if (node.type === "hardBreak") return { kind: "break" };
  if (node.type === "footnote") return { kind: "footnote", inlines: node.attrs?.inlines ?? [] };
  const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false;
  return { kind: "text", text: node.text ?? "", strong: has("bold"), emphasis: has("italic") };
}

function urlOf(node: JSONContent): string | undefined {
  const mark = node.marks?.find((candidate) => candidate.type === "link");
  return mark ? String(mark.attrs?.url ?? "") : undefined;
}
