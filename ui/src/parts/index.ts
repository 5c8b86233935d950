// The shared parts. They know the catalogue of words and nothing else of the program.
export {
  Button,
  type ButtonProps,
  type ButtonTone,
  IconButton,
  type IconButtonProps,
} from "./Button";
export { Checkbox, Choice, type ChoiceProps, Switch, type YesNoProps } from "./Choice";
export {
  type Commit,
  type CommitState,
  isUnsettled,
  type Outcome,
  outcomeOf,
  settleAll,
  useCommit,
  waitFor,
} from "./commit";
export { type DatedGroup, DatedList, type DatedListProps } from "./DatedList";
export { Confirm, type ConfirmProps, Dialog, type DialogProps } from "./Dialog";
export { Disclosure } from "./Disclosure";
export { EmptyState, type EmptyStateProps } from "./EmptyState";
export { ErrorSummary, type Problem } from "./ErrorSummary";
export type { FieldWords } from "./Field";
export {
  type Finding,
  FindingsList,
  type FindingsListProps,
  type Severity,
  SeverityMark,
} from "./FindingsList";
export { FoldingRow, type FoldingRowProps } from "./FoldingRow";
export {
  type At,
  formatTsv,
  Grid,
  type GridCell,
  type GridColumn,
  type GridProps,
  type GridRow,
  parseTsv,
} from "./grid";
export { ICON_NAMES, Icon, type IconName } from "./Icon";
export { chordOf, takesText, useWindowKeys, type WindowKeys } from "./keys";
export {
  DIRECTIONS,
  type Direction,
  DirectionMark,
  STATUSES,
  type Status,
  StatusMark,
} from "./Mark";
export { Menu, type MenuAction, type MenuProps } from "./Menu";
export {
  type Completeness,
  CompletenessMark,
  Outline,
  type OutlineItem,
  type OutlineProps,
  type Tone,
  type Way,
} from "./Outline";
export { PagePreview, type PagePreviewProps, type PreviewPage } from "./PagePreview";
export { PassphraseDialog, type PassphraseDialogProps } from "./PassphraseDialog";
export { type Pickable, PickList, type PickListProps } from "./PickList";
export { Picture } from "./Picture";
export { PictureField, type PictureFieldProps } from "./PictureField";
export { ProgressBar, type ProgressBarProps } from "./ProgressBar";
export { goToPlace, goToPlaceSoon } from "./place";
export {
  type Block,
  type Inline,
  ProseEditor,
  type ProseEditorProps,
  plainText,
  sameBlocks,
} from "./prose";
export { type Option, Select, type SelectProps } from "./Select";
export { type Pane, SplitPane, type SplitPaneProps } from "./SplitPane";
export { StatusLine, type StatusMessage, StatusProvider, useStatus } from "./Status";
export { Tabs, type TabsProps, type TabView } from "./Tabs";
export { DateField, NumberField, TextField, type TextFieldProps } from "./TextField";
export { TextInput, type TextInputProps } from "./TextInput";
export { Tooltip } from "./Tooltip";
