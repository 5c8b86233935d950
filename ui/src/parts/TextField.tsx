// A line, or a few, of text that is committed as it is typed. Numbers and dates are text too: only
// the file's own rules read them, so that a screen never disagrees with them.
import type { HTMLInputTypeAttribute } from "react";
import { TextField as AriaTextField, Input, TextArea } from "react-aria-components";
import { type Commit, useCommit } from "./commit";
import { FieldHint, FieldLabel, FieldProblem, type FieldWords } from "./Field";

/** A field of plain text. */
export interface TextFieldProps extends FieldWords {
  value: string;
  onCommit: Commit<string>;
  /** How long an answer is expected; a hint to the reader, not a limit. */
  width?: "short" | "medium" | "full";
  /** More than one line: how many are shown. */
  lines?: number;
  /** Digits of one width, and set to the right in a short field. */
  isFigures?: boolean;
  inputMode?: "text" | "decimal" | "numeric";
  type?: HTMLInputTypeAttribute;
  autoFocus?: boolean;
  pauseMs?: number;
}

/** A field of plain text. Escape goes back to what is stored; Enter commits a single line. */
export function TextField({
  value,
  onCommit,
  width = "full",
  lines = 1,
  isFigures = false,
  inputMode,
  type = "text",
  autoFocus,
  pauseMs,
  ...words
}: TextFieldProps) {
  const field = useCommit({ value, onCommit, pauseMs });
  const sentence = field.sentence ?? words.problem;
  return (
    <AriaTextField
      className={`field field-${width}${isFigures ? " field-figures" : ""}`}
      data-place={words.place}
      value={field.shown}
      onChange={field.type}
      onBlur={field.leave}
      onKeyDown={(event) => {
        if (event.key === "Escape" && field.state !== "idle") field.revert();
        else if (event.key === "Enter" && lines === 1) field.choose(field.shown);
        else event.continuePropagation();
      }}
      isInvalid={Boolean(sentence)}
      isReadOnly={words.isReadOnly}
      type={type}
      autoFocus={autoFocus}
      validationBehavior="aria"
    >
      <FieldLabel {...words} state={field.state} />
      <FieldHint hint={words.hint} />
      {lines === 1 ? (
        <Input className="input" inputMode={inputMode} autoComplete="off" />
      ) : (
        <TextArea className="input" rows={lines} />
      )}
      <FieldProblem sentence={sentence} />
    </AriaTextField>
  );
}

/** A figure, kept as it was typed: "1,234.5", "£1.2m" and "(416)" are for the file's rules to read. */
export function NumberField(props: Omit<TextFieldProps, "lines" | "isFigures" | "inputMode">) {
  return <TextField width="short" {...props} isFigures inputMode="decimal" />;
}

/** A date, kept as it was typed: "31/3/26" and "31 March 2026" are for the file's rules to read. */
export function DateField(props: Omit<TextFieldProps, "lines" | "isFigures" | "inputMode">) {
  return <TextField width="medium" {...props} isFigures />;
}
