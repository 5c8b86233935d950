// A picture that is chosen from a file, such as a logo, and kept as a small PNG.
import { useId, useRef, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useWords } from "../words";
import { Button } from "./Button";
import { type Commit, useCommit } from "./commit";
import type { FieldWords } from "./Field";
import { FieldState } from "./Field";
import { Icon } from "./Icon";
import { smallPng } from "./smallPng";
import "./pictureField.css";

export interface PictureFieldProps extends Omit<FieldWords, "hidesLabel"> {
  /** A PNG in base64; empty for none. */
  value: string;
  /** What the picture is, for someone who cannot see it. */
  alt: string;
  onCommit: Commit<string>;
}

/** A picture with a button to choose it from a file, and one to take it off. */
export function PictureField({
  label,
  hint,
  problem,
  place,
  value,
  alt,
  onCommit,
  isReadOnly,
  isOptional,
}: PictureFieldProps) {
  const say = useWords();
  const id = useId();
  const commit = useCommit({ value, onCommit });
  const chooser = useRef<HTMLButtonElement>(null);
  const [unread, setUnread] = useState(false);
  const sentence = unread ? say("ui-picture-unread") : (commit.sentence ?? problem);

  const take = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const png = await smallPng(file);
    setUnread(png === undefined);
    if (png !== undefined) commit.choose(png);
  };

  const takeOff = () => {
    setUnread(false);
    commit.choose("");
    // The button that was pressed goes away with the picture.
    chooser.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend's own layout.
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <div className="field-top">
        <span className="field-label" id={`${id}-label`}>
          {label}
          {isOptional && <span className="field-optional"> {say("ui-optional")}</span>}
        </span>
        <FieldState state={commit.state} />
      </div>
      <div className="picture-field">
        {commit.shown && (
          <img className="picture-shown" src={`data:image/png;base64,${commit.shown}`} alt={alt} />
        )}
        {!isReadOnly && (
          <FileTrigger
            acceptedFileTypes={["image/png", "image/jpeg", "image/svg+xml"]}
            onSelect={take}
          >
            <Button ref={chooser} size="small" data-place={place} aria-describedby={`${id}-hint`}>
              {say(commit.shown ? "ui-picture-change" : "ui-picture-choose")}
            </Button>
          </FileTrigger>
        )}
        {!isReadOnly && commit.shown && (
          <Button size="small" tone="quiet" onPress={takeOff}>
            {say("ui-picture-remove")}
          </Button>
        )}
      </div>
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div aria-live="polite">
        {sentence && (
          <span className="field-error">
            <Icon name="warning" size={14} />
            <span>{sentence}</span>
          </span>
        )}
      </div>
    </div>
  );
}
