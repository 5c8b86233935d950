// Where a footnote's words are written.
import { EditorContent, useEditor } from "@tiptap/react";
import { useId } from "react";
import { useWords } from "../../words";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import type { Inline } from "./ast";
import { fromLine, toLine } from "./convert";
import { ProseToolbar } from "./ProseToolbar";
import { LINE } from "./schema";

/** Where a footnote's words are written. Saving it without words removes it. */
export function FootnoteDialog({
  inlines,
  onSave,
  onRemove,
  onClose,
}: {
  inlines: Inline[];
  onSave: (inlines: Inline[]) => void;
  /** Left out for a footnote that is not there yet. */
  onRemove?: () => void;
  onClose: () => void;
}) {
  const say = useWords();
  const label = useId();
  const editor = useEditor({
    extensions: LINE,
    content: toLine(inlines),
    injectCSS: false,
    autofocus: "end",
    enablePasteRules: false,
    editorProps: {
      attributes: { role: "textbox", "aria-labelledby": label, tabindex: "0", spellcheck: "true" },
    },
  });
  const save = () => editor && onSave(fromLine(editor.getJSON()));
  return (
    <Dialog
      title={say("ui-footnote-title")}
      isOpen
      onClose={onClose}
      actions={
        <>
          {onRemove && (
            <Button tone="danger" onPress={onRemove}>
              {say("ui-footnote-remove")}
            </Button>
          )}
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={save}>
            {say("ui-footnote-save")}
          </Button>
        </>
      }
    >
      <div className="field">
        <span id={label} className="field-label">
          {say("ui-footnote-words")}
        </span>
        <div className="prose-frame">
          {editor && (
            <ProseToolbar
              editor={editor}
              label={say("ui-prose-tools", { name: say("ui-footnote-words") })}
              isLine
            />
          )}
          <EditorContent editor={editor} className="prose-text" />
        </div>
      </div>
    </Dialog>
  );
}
