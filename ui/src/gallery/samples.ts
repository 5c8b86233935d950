// Made-up content for the gallery.
import type { Block, Finding, GridColumn, GridRow, OutlineItem, PreviewPage } from "../parts";

export const OUTLINE: OutlineItem[] = [
  { id: "cover", label: "Cover", mark: "done" },
  {
    id: "intro",
    number: "1",
    label: "Introduction",
    mark: "done",
    standing: { icon: "sign", tone: "good", words: "Signed off" },
  },
  {
    id: "developments",
    number: "2",
    label: "Key developments",
    mark: "partly",
    children: [
      { id: "dev-1", number: "2.1", label: "Schools and early help", mark: "done" },
      { id: "dev-2", number: "2.2", label: "Homes for older people", mark: "missing" },
      {
        id: "dev-3",
        number: "2.3",
        label: "A contract under review",
        mark: "partly",
        note: "exempt",
      },
    ],
  },
  {
    id: "measures",
    number: "3",
    label: "Key performance indicators",
    mark: "partly",
    standing: { icon: "returned", tone: "care", words: "Returned to its author" },
    comments: { count: 2, words: "2 open comments" },
  },
  { id: "finance", number: "4", label: "Financial summaries", mark: "missing" },
  { id: "key", label: "Key to symbols", mark: "none" },
];

export const FINDINGS: Finding[] = [
  {
    id: "f1",
    severity: "warning",
    where: "2.3 A contract under review",
    sentence: "The initials “HSC” are not in the key of people.",
    mend: "Add the post to People, or correct the initials.",
    place: "person/1/initials",
  },
  {
    id: "f2",
    severity: "blocking",
    where: "4 Financial summaries",
    sentence: "Variance to date is given as 63; budget less expenditure is 62.",
    mend: "Correct one of the figures, or say why the supplied one is right.",
    place: "line/2/variance",
  },
  {
    id: "f3",
    severity: "advice",
    where: "3 Key performance indicators",
    sentence: "The target is the same as last year’s outturn.",
  },
];

export const COLUMNS: GridColumn[] = [
  { id: "line", header: "Line", isRowHeader: true, width: 13 },
  { id: "budget", header: "Annual", group: "Budget £000", align: "end" },
  { id: "due", header: "To date", group: "Budget £000", align: "end" },
  { id: "spent", header: "Expenditure to date", align: "end", width: 7, mark: "this period" },
  { id: "variance", header: "Variance", align: "end", isReadOnly: true },
  {
    id: "state",
    header: "State",
    width: 7,
    options: [
      { id: "final", label: "Final" },
      { id: "provisional", label: "Provisional" },
    ],
  },
  { id: "comment", header: "Comment", width: 16, isLong: true },
];

const LINES: [GridRow["kind"], string, string, string, string, string, string, string][] = [
  ["group", "Expenditure", "", "", "", "", "", ""],
  ["line", "Employees", "7,141", "3,409", "3,268", "141", "final", "Vacancies held to year end"],
  ["line", "Premises support", "261", "112", "49", "63", "provisional", ""],
  ["line", "Transport", "148", "60", "64", "(4)", "final", ""],
  ["subtotal", "Total expenditure", "7,550", "3,581", "3,381", "200", "", ""],
  ["group", "Income", "", "", "", "", "", ""],
  ["line", "Fees and charges", "(416)", "(208)", "(231)", "23", "final", ""],
  ["total", "Net operational budget", "7,134", "3,373", "3,150", "223", "", ""],
];

export const STATEMENT: GridRow[] = LINES.map(([kind, ...texts], row) => ({
  id: `line-${row}`,
  kind,
  level: kind === "line" ? 1 : 0,
  cells: texts.map((text, col) => ({
    text,
    isReadOnly: kind === "group" || kind === "subtotal" || kind === "total",
    place: `line/${row}/${COLUMNS[col]?.id}`,
    problem:
      row === 2 && col === 4
        ? "The supplied variance is 63; budget less expenditure is 62."
        : undefined,
    note:
      row === 2 && col === 3 ? "Provisional: the September invoices are not all in." : undefined,
  })),
}));

export const LARGE_COLUMNS: GridColumn[] = Array.from({ length: 20 }, (_, col) => ({
  id: `c${col}`,
  header: col === 0 ? "Measure" : `Q${((col - 1) % 4) + 1}`,
  group: col === 0 ? undefined : `20${20 + Math.floor((col - 1) / 4)}`,
  align: col === 0 ? "start" : "end",
  isRowHeader: col === 0,
  width: col === 0 ? 10 : 4.5,
}));

export const LARGE_ROWS: GridRow[] = Array.from({ length: 40 }, (_, row) => ({
  id: `r${row}`,
  cells: LARGE_COLUMNS.map((_, col) => ({
    text: col === 0 ? `PI ${row + 1}` : ((row * 7 + col * 13) % 100).toFixed(1),
  })),
}));

export const NARRATIVE: Block[] = [
  { kind: "heading", level: 2, inlines: [plain("Homes for older people")] },
  {
    kind: "paragraph",
    inlines: [
      plain("Two hundred and six people were helped to stay in their own homes, "),
      { kind: "text", text: "eleven more", strong: true, emphasis: false },
      plain(" than in the same period last year"),
      { kind: "footnote", inlines: [plain("Counted on the last day of September.")] },
      plain(". The "),
      { kind: "link", inlines: [plain("regulator’s report")], url: "https://www.gov.uk/reports" },
      plain(" came out in July."),
    ],
  },
  {
    kind: "list",
    ordered: false,
    items: [
      [{ kind: "paragraph", inlines: [plain("Waiting times fell in every area.")] }],
      [
        { kind: "paragraph", inlines: [plain("Two contracts end in March:")] },
        {
          kind: "list",
          ordered: true,
          items: [
            [{ kind: "paragraph", inlines: [plain("home care, north;")] }],
            [{ kind: "paragraph", inlines: [plain("meals at home.")] }],
          ],
        },
      ],
    ],
  },
];

export const PAGES: PreviewPage[] = [1, 2, 3].map((page) => ({
  svg: pageSvg(page),
  alt: `Page ${page}: a heading, a table of five lines and two paragraphs.`,
}));

function plain(text: string) {
  return { kind: "text", text, strong: false, emphasis: false } as const;
}

function pageSvg(page: number): string {
  const lines = Array.from(
    { length: 22 },
    (_, line) =>
      `<rect x="60" y="${150 + line * 26}" width="${line % 5 === 4 ? 240 : 475}" height="7" fill="#c9ccc9"/>`,
  ).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842"><rect width="595" height="842" fill="#fff"/><rect x="60" y="70" width="300" height="20" fill="#0f5a60"/><rect x="60" y="105" width="180" height="9" fill="#8a9496"/>${lines}<text x="535" y="800" text-anchor="end" font-family="sans-serif" font-size="11" fill="#4b575b">${page}</text></svg>`;
}
