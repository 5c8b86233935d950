// Which parts of a report have words of the last one that nobody has reviewed.
import { useFindings } from "../file";
import type { FindingView, SectionView } from "../generated/wire";
import type { OutlineItem } from "../parts";
import { entryKey, sectionKey } from "./outlineTree";

/** The parts of the outline that have such words, by their names in the tree. */
export function useUnreviewed(report: string): ReadonlySet<string> {
  const findings = useFindings(report).data?.findings ?? [];
  return new Set(findings.flatMap(marked));
}

function marked({ code, section, entry }: FindingView): string[] {
  if (code !== "unreviewed" && code !== "commentary-unreviewed") return [];
  if (entry) return [entryKey(entry), ...(section ? [sectionKey(section)] : [])];
  return section ? [sectionKey(section)] : [];
}

/** The tree of the outline with a note at each part that has such words. */
export function withReviews(
  items: OutlineItem[],
  unreviewed: ReadonlySet<string>,
  note: string,
): OutlineItem[] {
  return items.map((item) => ({
    ...item,
    note: unreviewed.has(item.id) ? [item.note, note].filter(Boolean).join(" · ") : item.note,
    children: item.children && withReviews(item.children, unreviewed, note),
  }));
}

/** The rows shown in a section's editor that carry the mark: its own, and those of its table. */
export function rowsToReview({ id, fields, body }: SectionView): string[] {
  const entries = body.kind === "measure-table" ? body.rows : [];
  return [
    ...(fields.unreviewed ? [`section/${id}`] : []),
    ...entries.filter((row) => row.fields.unreviewed).map((row) => `entry/${row.id}`),
  ];
}
