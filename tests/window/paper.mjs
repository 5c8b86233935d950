// Papers that the window has written, as their readers find them.

import { execFileSync } from "node:child_process";

/** The text of a paper, on one line. */
export function textOf(paper) {
  const text = execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" });
  return text.replace(/\s+/g, " ");
}
