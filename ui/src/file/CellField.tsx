// Fields that edit one cell of the file, given its row and its name.
import type { WireBlock } from "../generated/wire";
import {
  Checkbox,
  type FieldWords,
  PictureField,
  ProseEditor,
  Select,
  TextField,
  type TextFieldProps,
} from "../parts";
import { useWords } from "../words";
import { useChoices } from "./choices";
import { useCells, useReadOnly } from "./edit";

/** The row a cell is in, as `entity/row`, with its stored cells. */
export interface RowPlace {
  row: string;
  fields: { [key in string]: string };
}

interface CellProps extends Omit<FieldWords, "place" | "isReadOnly"> {
  at: RowPlace;
  field: string;
}

/** A cell of text, of a figure or of a date. */
export function CellText({
  at,
  field,
  ...rest
}: CellProps & Pick<TextFieldProps, "width" | "lines" | "isFigures" | "inputMode">) {
  const { cell } = useCells();
  const place = `${at.row}#${field}`;
  return (
    <TextField
      {...rest}
      value={at.fields[field] ?? ""}
      onCommit={cell(place)}
      place={place}
      isReadOnly={useReadOnly()}
    />
  );
}

/** A cell of one of a closed set of words, or of another row's id when `options` are given. */
export function CellSelect({
  at,
  field,
  options,
  isRequired = false,
  none,
  width,
  ...rest
}: CellProps & {
  options?: { id: string; label: string }[];
  /** What choosing nothing means, in words. */
  none?: string;
  /** Leaves choosing nothing out. */
  isRequired?: boolean;
  width?: "short" | "medium" | "full";
}) {
  const { choice } = useCells();
  const say = useWords();
  const choices = useChoices();
  const entity = at.row.split("/")[0] ?? "";
  const place = `${at.row}#${field}`;
  return (
    <Select
      {...rest}
      value={at.fields[field] || null}
      options={options ?? choices(`${entity}.${field}`)}
      onCommit={choice(place)}
      none={isRequired ? undefined : (none ?? say("ui-none"))}
      prompt={say("ui-choose")}
      width={width}
      place={place}
      isReadOnly={useReadOnly()}
    />
  );
}

/** A cell that says yes or nothing. */
export function CellFlag({ at, field, ...rest }: Omit<CellProps, "hidesLabel">) {
  const { flag } = useCells();
  const place = `${at.row}#${field}`;
  return (
    <Checkbox
      {...rest}
      value={at.fields[field] === "yes"}
      onCommit={flag(place)}
      place={place}
      isReadOnly={useReadOnly()}
    />
  );
}

/** A picture. */
export function CellPicture({
  at,
  field,
  ...rest
}: Omit<CellProps, "hidesLabel"> & {
  /** What it is, for someone who cannot see it. */
  alt: string;
}) {
  const { choice } = useCells();
  const place = `${at.row}#${field}`;
  const set = choice(place);
  return (
    <PictureField
      {...rest}
      value={at.fields[field] ?? ""}
      onCommit={(png) => set(png || null)}
      place={place}
      isReadOnly={useReadOnly()}
    />
  );
}

/** A narrative. */
export function CellProse({
  row,
  field,
  value,
  size,
  ...rest
}: Omit<CellProps, "at" | "isOptional"> & {
  /** The row, as `entity/row`. */
  row: string;
  value: WireBlock[];
  size?: "small" | "large";
}) {
  const { prose } = useCells();
  const place = `${row}#${field}`;
  return (
    <ProseEditor
      key={place}
      {...rest}
      value={value}
      onCommit={prose(place)}
      place={place}
      size={size}
      isReadOnly={useReadOnly()}
    />
  );
}
