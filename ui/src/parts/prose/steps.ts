// The text's own steps of undo: it keeps the keys while it has some, and has none once what was
// written is a step of the file.
import type { Editor } from "@tiptap/core";
import { redoDepth, undoDepth } from "@tiptap/pm/history";
import { EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { useEffect } from "react";
import { chordOf } from "../keys";

const DEPTHS: Record<string, (state: EditorState) => number> = {
  "ctrl+z": undoDepth,
  "ctrl+shift+z": redoDepth,
  "ctrl+y": redoDepth,
};

/**
 * Whether a key asks for a step that the text has not got. The editor would swallow it; told that
 * it is dealt with, it lets the key go on to the window, which walks the file's history.
 */
export function isStepOfFile(view: EditorView, event: KeyboardEvent): boolean {
  const depth = DEPTHS[chordOf(event)];
  return depth !== undefined && depth(view.state) === 0;
}

/**
 * Forgets the text's own steps once it was left and is stored: from then on they are steps of the
 * file, and taking one back in both would write what was taken back once more.
 */
export function useOwnSteps(editor: Editor | null, isStored: boolean) {
  useEffect(() => {
    if (!editor || !isStored) return;
    const { doc, selection, plugins } = editor.state;
    editor.view.updateState(EditorState.create({ doc, selection, plugins: [...plugins] }));
  }, [editor, isStored]);
}
