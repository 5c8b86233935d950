// The one set of icons: drawn on a 16-unit grid with a 1.5-unit line, in the colour of the text.
import "./icon.css";

const PATHS = {
  add: "M8 3v10M3 8h10",
  back: "M9.5 3.5 5 8l4.5 4.5",
  bold: "M4.5 2.75h4a2.5 2.5 0 0 1 0 5h-4zM4.5 7.75h4.75a2.75 2.75 0 0 1 0 5.5H4.5z",
  bullets: "M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h.01M2.5 8h.01M2.5 12h.01",
  chart: "M2.5 2.5v11h11M5 10l3-3.5 2 2 3.5-4.5",
  check: "M3 8.5 6.5 12 13 4.5",
  chevron: "M6.5 3.5 11 8l-4.5 4.5",
  close: "M4 4l8 8M12 4l-8 8",
  comment: "M2.5 3h11v7.5H7.5L4.75 13v-2.5H2.5z",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  down: "M3.5 6 8 10.5 12.5 6",
  edit: "M9.5 4 12 6.5M2.5 13.5 3 11l7.5-7.5a1.4 1.4 0 0 1 2 2L5 13z",
  export: "M8 10V2.5M5 5.25 8 2.5l3 2.75M3 9.5v4h10v-4",
  file: "M4 1.75h5.5L12.5 5v9.25h-8.5zM9.25 2v3.25h3",
  find: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.25 10.25 13.5 13.5",
  folder: "M1.75 12.75v-9h4.5l1.5 1.75h6.5v7.25z",
  footnote: "M2.5 12.5 5.75 4 9 12.5M3.6 9.5h4.3M11.75 7V2.5l-1.25.75",
  forward: "M6.5 3.5 11 8l-4.5 4.5",
  heading: "M3.5 3v10M12.5 3v10M3.5 8h9",
  history: "M3 5.5A5.75 5.75 0 1 1 2.25 8M2.75 2.5v3.25H6M8 5v3.25l2.25 1.5",
  indent: "M7 4h6.5M7 8h6.5M7 12h6.5M2.5 6 4.5 8l-2 2",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5V11M8 5h.01",
  italic: "M6.5 3h5M4.5 13h5M9.25 3l-2.5 10",
  link: "M6.75 9.25l2.5-2.5M7.25 5l1.5-1.5a2.6 2.6 0 0 1 3.75 3.75L11 8.75M8.75 11l-1.5 1.5A2.6 2.6 0 0 1 3.5 8.75L5 7.25",
  locked: "M3.5 7h9v6.75h-9zM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  minus: "M3 8h10",
  more: "M2.75 8a.4.4 0 1 0 .8 0 .4.4 0 1 0-.8 0M7.6 8a.4.4 0 1 0 .8 0 .4.4 0 1 0-.8 0M12.45 8a.4.4 0 1 0 .8 0 .4.4 0 1 0-.8 0",
  next: "M2.5 3.5v9M5.5 8h8M10 4.5 13.5 8 10 11.5",
  numbers:
    "M6.5 4h7M6.5 8h7M6.5 12h7M2 3l1.25-.5v3.25M2 10.5c.2-.7 1.8-.8 1.8.3 0 .7-1.8 1.5-1.8 2.45h2",
  outdent: "M7 4h6.5M7 8h6.5M7 12h6.5M4.5 6l-2 2 2 2",
  page: "M3.5 1.75h9v12.5h-9zM5.75 5h4.5M5.75 8h4.5M5.75 11h2.5",
  people:
    "M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 2.75a2.5 2.5 0 0 1 0 4.5M12 9.9c1.5.5 2.5 1.75 2.5 3.6",
  person:
    "M8 7.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.75 13.75c0-2.5 2.25-4 5.25-4s5.25 1.5 5.25 4",
  redo: "M10 2.5 13 5.5l-3 3M13 5.5H6.5a3.75 3.75 0 0 0 0 7.5H9",
  remove: "M2.5 4.25h11M6 4V2.5h4V4M4 4.25l.6 9.25h6.8l.6-9.25M6.75 6.75v4.25M9.25 6.75v4.25",
  returned: "M6 4.5 2.75 7.75 6 11M3 7.75h7a3 3 0 0 1 3 3V12",
  sign: "M2.5 13.5h11M3.5 10.5c2-4 4.5-8 6-7.25S7 9 5.75 10.25s.5 1 2-.25 1.75.5 1.75.5 1-.75 2.5-.5",
  stop: "M4 4h8v8H4z",
  submitted: "M2.5 8 13.5 3 10 13.25 7.5 9z",
  theme: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 2.5v11M10.5 3.5v9",
  undo: "M6 2.5 3 5.5l3 3M3 5.5h6.5a3.75 3.75 0 0 1 0 7.5H7",
  up: "M3.5 10 8 5.5l4.5 4.5",
  work: "M2.5 4.5 3.75 5.75 6 3M2.5 9.5l1.25 1.25L6 8M8.5 4.5h5M8.5 10h5",
  waived: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM4.75 8h6.5",
  warning: "M8 2.25 14.25 13.5H1.75zM8 6.5v3M8 11.5h.01",
  zoomIn:
    "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.25 10.25 13.5 13.5M7 5.25v3.5M5.25 7h3.5",
  zoomOut: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.25 10.25 13.5 13.5M5.25 7h3.5",
} as const;

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** Every icon's name, for the gallery. */
export const ICON_NAMES = Object.keys(PATHS) as IconName[];

/** A picture beside words that say the same; on its own it says nothing to a screen reader. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
