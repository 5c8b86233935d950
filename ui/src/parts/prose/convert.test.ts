import { getSchema } from "@tiptap/core";
import { describe, expect, test } from "vitest";
import { type Block, type Inline, isSafeUrl, plainText, urlOf } from "./ast";
import { fromDocument, fromLine, toDocument, toLine } from "./convert";
import { LINE, NARRATIVE } from "./schema";

const schema = getSchema(NARRATIVE);

/** Through the editor's own document, checked against its schema, and back. */
function throughEditor(blocks: Block[]): Block[] {
  const document = schema.nodeFromJSON(toDocument(blocks));
  document.check();
  return fromDocument(document.toJSON());
}

const text = (words: string, marks: { strong?: boolean; emphasis?: boolean } = {}): Inline => ({
  kind: "text",
  text: words,
  strong: marks.strong ?? false,
  emphasis: marks.emphasis ?? false,
});
const paragraph = (...inlines: Inline[]): Block => ({ kind: "paragraph", inlines });

describe("a narrative comes back from the editor as it went in", () => {
  const cases: Record<string, Block[]> = {
    nothing: [],
    "a paragraph": [paragraph(text("Plain words."))],
    "headings of each level": [1, 2, 3].map((level) => ({
      kind: "heading",
      level,
      inlines: [text(`Level ${level}`)],
    })),
    "every mark": [
      paragraph(
        text("plain "),
        text("strong", { strong: true }),
        text(" emphasis", { emphasis: true }),
        text(" both", { strong: true, emphasis: true }),
      ),
    ],
    "a break": [paragraph(text("one"), { kind: "break" }, text("two"))],
    "a link with marks in it": [
      paragraph(text("see "), {
        kind: "link",
        url: "https://www.gov.uk",
        inlines: [text("the "), text("report", { strong: true }), { kind: "break" }, text("now")],
      }),
    ],
    "two links side by side": [
      paragraph(
        { kind: "link", url: "https://a.example", inlines: [text("a")] },
        { kind: "link", url: "https://b.example", inlines: [text("b")] },
      ),
    ],
    "a footnote with a link and marks in it": [
      paragraph(
        text("Of 206"),
        {
          kind: "footnote",
          inlines: [
            text("Counted "),
            text("once", { emphasis: true }),
            { kind: "link", url: "mailto:clerk@council.example", inlines: [text("ask")] },
          ],
        },
        text(" people."),
      ),
    ],
    "a footnote inside a link": [
      paragraph({
        kind: "link",
        url: "https://a.example",
        inlines: [text("a"), { kind: "footnote", inlines: [text("note")] }],
      }),
    ],
    "nested lists, a heading and paragraphs in an item": [
      {
        kind: "list",
        ordered: true,
        items: [
          [paragraph(text("first")), paragraph(text("more of it"))],
          [
            paragraph(text("second")),
            { kind: "list", ordered: false, items: [[paragraph(text("inner"))]] },
          ],
          [{ kind: "heading", level: 3, inlines: [text("in an item")] }],
          [{ kind: "list", ordered: true, items: [[paragraph(text("list first"))]] }],
          [],
        ],
      },
    ],
    "signs that mean something elsewhere": [
      paragraph(text("# $x <script>alert('1')</script> \\ *not bold* \u202eabc")),
    ],
  };
  test.each(Object.entries(cases))("%s", (_, blocks) => {
    expect(throughEditor(blocks)).toEqual(blocks);
  });
});

test("what looks the same comes back as one", () => {
  const split = [paragraph(text("one "), text(""), text("two")), paragraph()];
  expect(throughEditor(split)).toEqual([paragraph(text("one two"))]);
});

test("a footnote's words come back from their own editor as they went in", () => {
  const words = [text("As "), text("counted", { strong: true }), text(" then")];
  const document = getSchema(LINE).nodeFromJSON(toLine(words));
  document.check();
  expect(fromLine(document.toJSON())).toEqual(words);
});

test("the schema holds nothing but what a paper can hold", () => {
  expect(Object.keys(schema.nodes).sort()).toEqual([
    "bulletList",
    "doc",
    "footnote",
    "hardBreak",
    "heading",
    "listItem",
    "orderedList",
    "paragraph",
    "text",
  ]);
  expect(Object.keys(schema.marks).sort()).toEqual(["bold", "italic", "link"]);
});

test.each([
  ["https://www.gov.uk/x?y=1", true],
  ["mailto:clerk@council.example", true],
  ["javascript:alert(1)", false],
  [" https://a.example", false],
  ["file:///etc/passwd", false],
  ["www.gov.uk", false],
])("%s may be linked to: %s", (url, isSafe) => {
  expect(isSafeUrl(url)).toBe(isSafe);
});

test.each([
  ["www.gov.uk", "https://www.gov.uk"],
  [" gov.uk/x?y=1 ", "https://gov.uk/x?y=1"],
  ["council.example:8080#top", "https://council.example:8080#top"],
  ["http://www.gov.uk", "http://www.gov.uk"],
  ["clerk@council.example", "mailto:clerk@council.example"],
  ["mailto:clerk@council.example", "mailto:clerk@council.example"],
  ["javascript:alert(1)", null],
  ["javascript://www.gov.uk", null],
  ["file:///etc/passwd", null],
  ["the report", null],
  ["report", null],
  ["www.gov.uk and more", null],
  ["", null],
])("what is typed as %o links to %o", (typed, url) => {
  expect(urlOf(typed)).toBe(url);
});

test("plain words leave footnotes out and keep the words of links", () => {
  const inlines: Inline[] = [
    text("a "),
    { kind: "link", url: "https://a.example", inlines: [text("b")] },
    { kind: "footnote", inlines: [text("c")] },
    { kind: "break" },
    text("d"),
  ];
  expect(plainText(inlines)).toBe("a b d");
});
