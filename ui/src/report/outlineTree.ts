// The outline as a tree, and where a section goes when it is moved in it.
import { LOOKS } from "../agreement";
import type { OutlineItem as Section } from "../generated/wire";
import type { OutlineItem, Way } from "../parts";

/** The words for a number of open comments. */
type CommentWords = (count: number) => string;

/**
 * The outline of a report as a tree: sections in sections, and cards in sections of cards. What is
 * left out of the paper says so in the words given.
 */
export function treeOf(
  sections: Section[],
  leftOut: string,
  commentWords: CommentWords,
  parent: string | null = null,
): OutlineItem[] {
  return childrenOf(sections, parent).map((section) => ({
    id: sectionKey(section.id),
    label: section.heading,
    number: section.number || undefined,
    ...completeness(section),
    ...agreement(section, commentWords),
    ...(section.hidden ? { note: leftOut, isLeftOut: true } : {}),
    children: [
      ...section.cards.map((card) => ({
        id: entryKey(card.id),
        label: card.name,
        number: card.reference || undefined,
        ...completeness(card),
      })),
      ...treeOf(sections, leftOut, commentWords, section.id),
    ],
  }));
}

/** How a section stands with those who agree to it, and how many comments on it are open. */
function agreement({ standing, standingWords, openComments: count }: Section, say: CommentWords) {
  const isDraft = standing === "drafting";
  return {
    standing: isDraft ? undefined : { ...LOOKS[standing], words: standingWords },
    comments: count > 0 ? { count, words: say(count) } : undefined,
  };
}

/** How complete a part is: done, or how much is found in it. */
function completeness({ missing, blocking }: { missing: number; blocking: boolean }) {
  if (missing === 0) return { mark: "done" as const };
  const severity = blocking ? ("blocking" as const) : ("warning" as const);
  return { missing: { count: missing, severity } };
}

/** The name of a section in the tree. */
export function sectionKey(section: string): string {
  return `section/${section}`;
}

/** The name of a card in the tree. */
export function entryKey(entry: string): string {
  return `entry/${entry}`;
}

/** What a name in the tree stands for. */
export function readKey(key: string): { kind: "section" | "entry"; id: string } {
  const [kind, ...id] = key.split("/");
  return { kind: kind === "entry" ? "entry" : "section", id: id.join("/") };
}

/** Where a section goes: the section it stands in, and the one it comes after. */
export interface Spot {
  parent: string | null;
  after: string | null;
}

/**
 * Where a section goes when it is moved: up or down among its neighbours, in to the end of the
 * neighbour before it, or out to come after the section it stands in. Null where it cannot go.
 */
export function spotFor(sections: Section[], id: string, way: Way): Spot | null {
  const section = sections.find((each) => each.id === id);
  if (!section) return null;
  const neighbours = childrenOf(sections, section.parent);
  const index = neighbours.indexOf(section);
  const before = neighbours[index - 1];
  const next = neighbours[index + 1];
  const parent = sections.find((each) => each.id === section.parent);
  switch (way) {
    case "up":
      return before ? { parent: section.parent, after: neighbours[index - 2]?.id ?? null } : null;
    case "down":
      return next ? { parent: section.parent, after: next.id } : null;
    case "in":
      return before
        ? { parent: before.id, after: childrenOf(sections, before.id).at(-1)?.id ?? null }
        : null;
    case "out":
      return parent ? { parent: parent.parent, after: parent.id } : null;
  }
}

/** The sections that stand in a section, at any depth. */
export function sectionsIn(sections: Section[], id: string): string[] {
  return childrenOf(sections, id).flatMap((child) => [child.id, ...sectionsIn(sections, child.id)]);
}

/** The section to go to when one goes with all that stand in it: the one before it, or the next. */
export function neighbourOf(sections: Section[], id: string): string | undefined {
  const index = sections.findIndex((section) => section.id === id);
  const gone = [id, ...sectionsIn(sections, id)];
  const next = sections.slice(index).find((section) => !gone.includes(section.id));
  return (sections[index - 1] ?? next)?.id;
}

function childrenOf(sections: Section[], parent: string | null): Section[] {
  return sections.filter((section) => section.parent === parent);
}
