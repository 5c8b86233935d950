// The footnotes of a narrative, under it, as they will stand under its page.
import type { Editor } from "@tiptap/core";
import { useWords } from "../../words";
import { IconButton } from "../Button";
import { type Inline, plainText } from "./ast";

/** One footnote: where its number stands in the text, and its words. */
export interface Footnote {
  position: number;
  inlines: Inline[];
}

/** The footnotes in an editor, in order. */
export function footnotesIn(editor: Editor): Footnote[] {
  const found: Footnote[] = [];
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === "footnote") found.push({ position, inlines: node.attrs.inlines });
  });
  return found;
}

/** The footnotes, each with the way to change it. */
export function FootnoteList({
  notes,
  onOpen,
}: {
  notes: Footnote[];
  onOpen?: (note: Footnote) => void;
}) {
  const say = useWords();
  return (
    <ol className="prose-notes" aria-label={say("ui-footnotes")}>
      {notes.map((note, index) => (
        <li key={note.position}>
          <span className="figures">{index + 1}</span>
          <span className="prose-note-words">{plainText(note.inlines)}</span>
          {onOpen && (
            <IconButton
              icon="edit"
              label={say("ui-footnote-edit", { number: index + 1 })}
              onPress={() => onOpen(note)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
