// Where a narrative is written. The editor keeps its own undo steps while it is written in, and
// commits one change to the file after a pause or when it is left.
import { NodeSelection } from "@tiptap/pm/state";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useWords } from "../../words";
import { type Commit, useCommit } from "../commit";
import { FieldState, type FieldWords } from "../Field";
import { Icon } from "../Icon";
import { type Block, type Inline, sameBlocks } from "./ast";
import { fromDocument, toDocument } from "./convert";
import { FootnoteDialog } from "./FootnoteDialog";
import { type Footnote, FootnoteList, footnotesIn } from "./FootnoteList";
import { ProseToolbar } from "./ProseToolbar";
import { tidyPaste } from "./paste";
import { NARRATIVE } from "./schema";
import { isStepOfFile, useOwnSteps } from "./steps";
import "../field.css";
import "./prose.css";

/** Where a narrative is written. */
export interface ProseEditorProps extends Omit<FieldWords, "isOptional"> {
  value: Block[];
  onCommit: Commit<Block[]>;
  /** How long a pause in typing must be before the change is committed, in milliseconds. */
  pauseMs?: number;
  /** How much room it takes before there is anything in it. */
  size?: "small" | "large";
}

const WRITING_PAUSE_MS = 1500;

/** A footnote being written: a new one has no position yet. */
interface OpenFootnote {
  position: number | null;
  inlines: Inline[];
}

/** Where a narrative is written. */
export function ProseEditor({
  value,
  onCommit,
  pauseMs = WRITING_PAUSE_MS,
  size = "small",
  ...words
}: ProseEditorProps) {
  const say = useWords();
  const ids = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [openNote, setOpenNote] = useState<OpenFootnote | null>(null);
  const [notes, setNotes] = useState<Footnote[]>([]);
  const [isInside, setInside] = useState(false);
  const field = useCommit({ value, onCommit, pauseMs, same: sameBlocks });
  const sentence = field.sentence ?? words.problem;

  const editor = useEditor({
    extensions: NARRATIVE,
    content: toDocument(value),
    injectCSS: false,
    editable: !words.isReadOnly,
    enablePasteRules: false,
    editorProps: {
      attributes: attributesFor(ids, words, Boolean(sentence)),
      transformPastedHTML: tidyPaste,
      handleClickOn: (_view, _at, node, position) => {
        if (node.type.name !== "footnote") return false;
        setOpenNote({ position, inlines: node.attrs.inlines });
        return true;
      },
      handleDOMEvents: { click: keepLink, auxclick: keepLink, keydown: isStepOfFile },
      handleKeyDown: (view, event) => {
        const { selection } = view.state;
        if (event.key !== "Enter" || !isFootnote(selection)) return false;
        setOpenNote({ position: selection.from, inlines: selection.node.attrs.inlines });
        return true;
      },
    },
    onCreate: ({ editor }) => setNotes(footnotesIn(editor)),
    onUpdate: ({ editor }) => {
      field.type(fromDocument(editor.getJSON()));
      setNotes(footnotesIn(editor));
    },
  });

  useEscapeToText(editor, frame);
  useTold(editor, field.shown, setNotes);
  useOwnSteps(editor, !isInside && (field.state === "idle" || field.state === "committed"));
  useEffect(() => {
    editor?.setEditable(!words.isReadOnly, false);
  }, [editor, words.isReadOnly]);

  const leave = (event: FocusEvent) => {
    if (frame.current?.contains(event.relatedTarget)) return;
    setInside(false);
    field.leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === "F10") {
      event.preventDefault();
      frame.current?.querySelector<HTMLElement>(".prose-bar button")?.focus();
    }
  };
  const saveNote = (inlines: Inline[]) => {
    if (editor && openNote) writeFootnote(editor, openNote.position, inlines);
    setOpenNote(null);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices when focus leaves what is inside.
    <div
      ref={frame}
      className="field prose"
      data-place={words.place}
      data-writing
      onFocus={() => setInside(true)}
      onBlur={leave}
    >
      <div className={words.hidesLabel ? "field-top field-top-bare" : "field-top"}>
        <span id={`${ids}-label`} className={words.hidesLabel ? "unseen" : "field-label"}>
          {words.label}
        </span>
        <FieldState state={field.state} isQuiet={words.isQuiet} />
      </div>
      {words.hint && (
        <p id={`${ids}-hint`} className="field-hint">
          {words.hint}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only passes keys between text and toolbar. */}
      <div
        className={`prose-frame prose-${size}`}
        data-invalid={sentence ? true : undefined}
        onKeyDown={onKeyDown}
      >
        {editor && !words.isReadOnly && (
          <ProseToolbar
            editor={editor}
            label={say("ui-prose-tools", { name: words.label })}
            onFootnote={() => setOpenNote({ position: null, inlines: [] })}
          />
        )}
        <EditorContent editor={editor} className="prose-text" />
        {notes.length > 0 && (
          <FootnoteList
            notes={notes}
            onOpen={words.isReadOnly ? undefined : (note) => setOpenNote(note)}
          />
        )}
      </div>
      <div id={`${ids}-problem`} aria-live="polite">
        {sentence && (
          <p className="field-error">
            <Icon name="warning" size={14} />
            <span>{sentence}</span>
          </p>
        )}
      </div>
      {openNote && (
        <FootnoteDialog
          inlines={openNote.inlines}
          onSave={saveNote}
          onRemove={openNote.position === null ? undefined : () => saveNote([])}
          onClose={() => setOpenNote(null)}
        />
      )}
    </div>
  );
}

/**
 * Escape in the toolbar leads back to the text. It is heard before anything else, because a tooltip
 * that is open would keep the key for itself.
 */
function useEscapeToText(editor: Editor | null, frame: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const bar = frame.current?.querySelector(".prose-bar");
      if (event.key !== "Escape" || !bar?.contains(event.target as Node)) return;
      editor?.commands.focus();
    };
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, [editor, frame]);
}

/** Shows what is stored when it changed elsewhere; what is being typed is left alone. */
function useTold(editor: Editor | null, shown: Block[], setNotes: (notes: Footnote[]) => void) {
  useEffect(() => {
    if (!editor || sameBlocks(shown, fromDocument(editor.getJSON()))) return;
    editor
      .chain()
      .setMeta("addToHistory", false)
      .setContent(toDocument(shown), { emitUpdate: false })
      .run();
    setNotes(footnotesIn(editor));
  }, [editor, shown, setNotes]);
}

/** Puts a footnote where the cursor is, or gives the one at a position other words; none removes it. */
function writeFootnote(editor: Editor, position: number | null, inlines: Inline[]) {
  const chain = editor.chain().focus();
  if (position === null) {
    if (inlines.length > 0) chain.insertContent({ type: "footnote", attrs: { inlines } });
  } else if (inlines.length > 0) {
    chain.command(({ tr }) => Boolean(tr.setNodeMarkup(position, undefined, { inlines })));
  } else {
    chain.deleteRange({ from: position, to: position + 1 });
  }
  chain.run();
}

function isFootnote(selection: unknown): selection is NodeSelection {
  return selection instanceof NodeSelection && selection.node.type.name === "footnote";
}

/** A link in a narrative is words, not a way out of the program. */
function keepLink(_view: unknown, event: Event): boolean {
  if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
  return false;
}

function attributesFor(ids: string, words: FieldWords, isInvalid: boolean) {
  return {
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": `${ids}-label`,
    "aria-describedby": words.hint ? `${ids}-hint ${ids}-problem` : `${ids}-problem`,
    "aria-invalid": String(isInvalid),
    "aria-readonly": String(Boolean(words.isReadOnly)),
    tabindex: "0",
    spellcheck: "true",
  };
}
