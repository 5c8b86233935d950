// Pictures of the screens, for people to look at: kept outside the project.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Keeps a picture where `OUTTURN_PICTURES` says, if it says anything. */
export function keep(name, png) {
  const folder = process.env.OUTTURN_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), png);
}
