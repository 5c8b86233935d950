// What axe-core finds wrong with a page for people who use assistive technology.

import { readFileSync } from "node:fs";

import { requireFromUi } from "./outturn.mjs";

/** The script that puts `axe` into a page. */
export function source() {
  return readFileSync(requireFromUi.resolve("axe-core/axe.min.js"), "utf8");
}

/** Every rule that this project holds to: WCAG 2.2 A and AA, and axe's own good practice. */
export const options = {
  resultTypes: ["violations"],
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};

/** Each violation as one line: the rule, what it asks, and where. */
export function lines(results) {
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} (${node.target.join(" ")})`),
  );
}
