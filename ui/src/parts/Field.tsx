// What every field has around it: its label, how its content stands, a hint, and what is wrong.
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { useWords } from "../words";
import type { CommitState } from "./commit";
import { Icon } from "./Icon";
import "./field.css";

/** What every field can be told, whatever it holds. */
export interface FieldWords {
  label: string;
  /** Keeps the label for screen readers only, where a heading or a column already says it. */
  hidesLabel?: boolean;
  /** How to fill it in, before anyone gets it wrong. */
  hint?: string;
  /** What a check says of the stored value; a refused change says its own. */
  problem?: string;
  /** The address of what is edited, so that a finding can lead here. */
  place?: string;
  isReadOnly?: boolean;
  /** Says "optional" beside the label. */
  isOptional?: boolean;
  /** Says nothing of saving, for a choice that the file does not keep. */
  isQuiet?: boolean;
}

/** The label line: the name at the start, the state of what was typed at the end. */
export function FieldLabel({
  label,
  hidesLabel,
  isOptional,
  isQuiet,
  state = "idle",
}: Pick<FieldWords, "label" | "hidesLabel" | "isOptional" | "isQuiet"> & { state?: CommitState }) {
  const say = useWords();
  return (
    <div className={hidesLabel ? "field-top field-top-bare" : "field-top"}>
      <Label className={hidesLabel ? "unseen" : "field-label"}>
        {label}
        {isOptional && <span className="field-optional"> {say("ui-optional")}</span>}
      </Label>
      <FieldState state={state} isQuiet={isQuiet} />
    </div>
  );
}

/** One quiet word on what has become of the typing. Only a refusal is spoken, by `FieldProblem`. */
export function FieldState({ state, isQuiet = false }: { state: CommitState; isQuiet?: boolean }) {
  const say = useWords();
  if (isQuiet || state === "idle" || state === "editing") return null;
  return (
    <span className={`field-state field-state-${state}`} aria-hidden="true">
      {state === "committed" && <Icon name="check" size={12} />}
      {state === "refused" && <Icon name="warning" size={12} />}
      {say(`ui-field-${state}`)}
    </span>
  );
}

/** How to fill the field in; read out with it. */
export function FieldHint({ hint }: { hint?: string }) {
  if (!hint) return null;
  return (
    <Text slot="description" className="field-hint">
      {hint}
    </Text>
  );
}

/** What is wrong, in one sentence: read out with the field, and at once when it first appears. */
export function FieldProblem({ sentence }: { sentence?: ReactNode }) {
  return (
    <div aria-live="polite">
      {sentence && (
        <FieldError className="field-error">
          <Icon name="warning" size={14} />
          <span>{sentence}</span>
        </FieldError>
      )}
    </div>
  );
}
