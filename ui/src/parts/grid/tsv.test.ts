import { describe, expect, test } from "vitest";
import { formatTsv, parseTsv } from "./tsv";

describe("parseTsv", () => {
  test.each<[string, string, string[][]]>([
    ["one cell", "7", [["7"]]],
    ["a row", "a\tb\tc", [["a", "b", "c"]]],
    [
      "the line end a spreadsheet adds",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "empty cells and rows",
      "\t\n\tx",
      [
        ["", ""],
        ["", "x"],
      ],
    ],
    [
      "short rows, made as long as the longest",
      "a\tb\nc",
      [
        ["a", "b"],
        ["c", ""],
      ],
    ],
    ["a quoted cell with a line end and a tab", '"a\nb\tc"\td', [["a\nb\tc", "d"]]],
    ["doubled quotation marks", '"say ""yes"""\tx', [['say "yes"', "x"]]],
    ["a quotation mark that is only text", '"5" boards\tx', [['"5" boards', "x"]]],
    ["a quotation mark that never closes", '"abc\tx', [['"abc', "x"]]],
    ["figures as they are written", "(416)\t£1.2m\t12%\t-", [["(416)", "£1.2m", "12%", "-"]]],
  ])("reads %s", (_, text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });
});

test("what is copied is read back the same", () => {
  const blocks = [
    [
      ["a", "b"],
      ["c", "d"],
    ],
    [
      ["two\nlines", 'a "word"'],
      ["\t", ""],
    ],
    [['"quoted"', "plain"]],
  ];
  for (const cells of blocks) expect(parseTsv(formatTsv(cells))).toEqual(cells);
});
