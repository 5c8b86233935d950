// What the checks say, in the form the list shows it, and the order in which keys walk through it.
import type { Target } from "../file";
import type { FindingView, OutlineItem, SpotView } from "../generated/wire";
import type { Finding } from "../parts";

/** A finding's name: the same one keeps its name while others come and go. */
export function findingKey({ code, place, sentence }: FindingView): string {
  return `${code} ${place} ${sentence}`;
}

/** A finding as the list shows it. */
export function listed(finding: FindingView): Finding {
  return {
    id: findingKey(finding),
    severity: finding.severity === "note" ? "advice" : finding.severity,
    sentence: finding.sentence,
    mend: finding.mend,
    where: namesItself(finding) ? undefined : finding.at,
    place: finding.place,
  };
}

/** A finding in one sentence that says where it is, and says so once. */
export function saidOf(finding: FindingView): string {
  const { at, sentence } = finding;
  return at === "" || namesItself(finding) ? sentence : `${at}: ${sentence}`;
}

/** Whether the sentence itself begins with what it is about, such as “The report has no title”. */
function namesItself({ at, sentence }: FindingView): boolean {
  return sentence.startsWith(at);
}

/** Whether two targets show the same. */
export function sameTarget(one: Target, other: Target): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The findings of what is open, then the others; each part in the report's own order. */
export function byNearness(findings: FindingView[], here: Target) {
  return {
    near: findings.filter((finding) => isAt(finding, here)),
    far: findings.filter((finding) => !isAt(finding, here)),
  };
}

/**
 * The finding that the key for the next (or previous) one goes to: the one after (or before) that
 * visited last, round and round; with none visited, the first (or last) of what is open.
 */
export function nextFinding(
  findings: FindingView[],
  visited: string | null,
  here: Target,
  step: 1 | -1,
): FindingView | undefined {
  const at = findings.findIndex((finding) => findingKey(finding) === visited);
  if (at >= 0) return findings[(at + step + findings.length) % findings.length];
  const near = findings.filter((finding) => isAt(finding, here));
  return (step === 1 ? near[0] : near.at(-1)) ?? (step === 1 ? findings[0] : findings.at(-1));
}

/** What must be open to see a place. */
export function targetOf(
  { place, section, entry, measure }: SpotView,
  outline: OutlineItem[],
): Target {
  const [entity = "", row = ""] = place.split(/[/#]/);
  // What is said of a measure itself is no part of the card or the table that it stands in.
  if (entity === "measure") return { view: "measures", measure: measure ?? row };
  const holder = outline.find((item) => item.id === section);
  if (entry && holder?.cards.some((card) => card.id === entry)) {
    return { view: "card", section: holder.id, entry };
  }
  if (holder) return { view: "section", section: holder.id };
  if (measure) return { view: "measures", measure };
  return PEOPLE.includes(entity) ? { view: "people" } : { view: "settings" };
}

const PEOPLE = ["person", "department", "comparator"];

function isAt({ section, entry }: FindingView, here: Target): boolean {
  if (here.view === "card") return entry === here.entry;
  return here.view === "section" && section === here.section;
}
