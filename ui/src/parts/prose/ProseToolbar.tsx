// The marks and blocks a narrative can have, by mouse and by keyboard.
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { Group, Separator, ToggleButton, Toolbar } from "react-aria-components";
import { useWords } from "../../words";
import { IconButton } from "../Button";
import { Icon, type IconName } from "../Icon";
import { chordOf } from "../keys";
import { Menu } from "../Menu";
import { Tooltip } from "../Tooltip";
import { LinkDialog } from "./LinkDialog";

/** The tools of one editor. */
export interface ProseToolbarProps {
  editor: Editor;
  label: string;
  /** Starts a footnote; left out where there can be none. */
  onFootnote?: () => void;
  /** Only what stands inside a line. */
  isLine?: boolean;
}

/** The tools of one editor. Alt+F10 in the text leads here, Escape leads back. */
export function ProseToolbar({ editor, label, onFootnote, isLine = false }: ProseToolbarProps) {
  const say = useWords();
  const [linkUrl, setLinkUrl] = useState<string | null>(null);
  const at = useEditorState({ editor, selector: ({ editor }) => standing(editor) });
  const openLink = () => setLinkUrl(String(editor.getAttributes("link").url ?? ""));
  useLinkKey(editor, at.canLink ? openLink : undefined);
  const tools = toolsFor(editor);
  const shown = isLine ? tools.filter((tool) => tool.isInline) : tools;

  return (
    <Toolbar className="prose-bar" aria-label={label}>
      {!isLine && <StyleMenu editor={editor} level={at.level} />}
      <Group className="prose-group" aria-label={say("ui-prose-marks")}>
        {shown.map((tool) => (
          <Tooltip key={tool.name} words={`${say(`ui-prose-${tool.name}`)} (${tool.keys})`}>
            <ToggleButton
              className="button button-quiet button-icon"
              aria-label={say(`ui-prose-${tool.name}`)}
              isSelected={at.marks.includes(tool.mark)}
              onChange={tool.toggle}
            >
              <Icon name={tool.icon} />
            </ToggleButton>
          </Tooltip>
        ))}
        <Tooltip words={`${say("ui-prose-link")} (${LINK_KEYS})`}>
          <ToggleButton
            className="button button-quiet button-icon"
            aria-label={say("ui-prose-link")}
            isSelected={at.marks.includes("link")}
            isDisabled={!at.canLink}
            onChange={openLink}
          >
            <Icon name="link" />
          </ToggleButton>
        </Tooltip>
        {onFootnote && (
          <IconButton icon="footnote" label={say("ui-prose-footnote")} onPress={onFootnote} />
        )}
      </Group>
      {!isLine && <Separator orientation="vertical" className="prose-line" />}
      {!isLine && (
        <Group className="prose-group" aria-label={say("ui-prose-levels")}>
          <IconButton
            icon="outdent"
            label={say("ui-prose-outdent")}
            keys="Ctrl+["
            isDisabled={!at.canLift}
            onPress={() => editor.chain().focus().liftListItem("listItem").run()}
          />
          <IconButton
            icon="indent"
            label={say("ui-prose-indent")}
            keys="Ctrl+]"
            isDisabled={!at.canSink}
            onPress={() => editor.chain().focus().sinkListItem("listItem").run()}
          />
        </Group>
      )}
      {linkUrl !== null && (
        <LinkDialog
          url={linkUrl}
          onSave={(url) => {
            setLink(editor, url);
            setLinkUrl(null);
          }}
          onClose={() => setLinkUrl(null)}
        />
      )}
    </Toolbar>
  );
}

const LINK_KEYS = "Ctrl+K";

/** Listens in the text for the key of the link; without something to link there is nothing to do. */
function useLinkKey(editor: Editor, open: (() => void) | undefined) {
  const now = useRef(open);
  now.current = open;
  useEffect(() => {
    const text = editor.view.dom;
    const listen = (event: KeyboardEvent) => {
      if (chordOf(event) !== "ctrl+k") return;
      event.preventDefault();
      now.current?.();
    };
    text.addEventListener("keydown", listen);
    return () => text.removeEventListener("keydown", listen);
  }, [editor]);
}

/** The kind of block the cursor is in: a paragraph, or a heading of one of three levels. */
function StyleMenu({ editor, level }: { editor: Editor; level: number }) {
  const say = useWords();
  const levels = [1, 2, 3] as const;
  return (
    <Menu
      label={say(level === 0 ? "ui-prose-paragraph" : "ui-prose-heading", { level })}
      icon="heading"
      tone="quiet"
      actions={[
        {
          id: "paragraph",
          label: say("ui-prose-paragraph"),
          keys: "Ctrl+Alt+0",
          onAction: () => editor.chain().focus().setParagraph().run(),
        },
        ...levels.map((heading) => ({
          id: `heading-${heading}`,
          label: say("ui-prose-heading", { level: heading }),
          keys: `Ctrl+Alt+${heading}`,
          onAction: () => {
            editor.chain().focus().setHeading({ level: heading }).run();
          },
        })),
      ]}
    />
  );
}

interface Tool {
  name: string;
  mark: string;
  icon: IconName;
  keys: string;
  isInline?: boolean;
  toggle: () => void;
}

function toolsFor(editor: Editor): Tool[] {
  const chain = () => editor.chain().focus();
  return [
    {
      name: "bold",
      mark: "bold",
      icon: "bold",
      keys: "Ctrl+B",
      isInline: true,
      toggle: () => chain().toggleBold().run(),
    },
    {
      name: "italic",
      mark: "italic",
      icon: "italic",
      keys: "Ctrl+I",
      isInline: true,
      toggle: () => chain().toggleItalic().run(),
    },
    {
      name: "bullets",
      mark: "bulletList",
      icon: "bullets",
      keys: "Ctrl+Shift+8",
      toggle: () => chain().toggleBulletList().run(),
    },
    {
      name: "numbers",
      mark: "orderedList",
      icon: "numbers",
      keys: "Ctrl+Shift+7",
      toggle: () => chain().toggleOrderedList().run(),
    },
  ];
}

/** What the cursor stands in, and what could be done there. */
function standing(editor: Editor) {
  const marks = ["bold", "italic", "link", "bulletList", "orderedList"];
  const { heading } = editor.schema.nodes;
  return {
    marks: marks.filter((name) => editor.isActive(name)),
    level: heading ? Number(editor.getAttributes("heading").level ?? 0) : 0,
    canLink: !editor.state.selection.empty || editor.isActive("link"),
    canSink: Boolean(heading) && editor.can().sinkListItem("listItem"),
    canLift: Boolean(heading) && editor.can().liftListItem("listItem"),
  };
}

/** Links what is selected, or changes the link the cursor stands in; no address removes it. */
function setLink(editor: Editor, url: string) {
  const chain = editor.chain().focus().extendMarkRange("link");
  if (url === "") chain.unsetMark("link").run();
  else chain.setMark("link", { url }).run();
}
