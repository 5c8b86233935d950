// The open file: asking about it, changing it, and the fields and grids that do.

export { useMe, usePlanDates, useSignOffs, useSitting, useTake } from "./agreed";
export { AgreementProvider } from "./agreement";
export { type Answer, ask, Refused, tell, Unreachable } from "./ask";
export { CellFlag, CellPicture, CellProse, CellSelect, CellText, type RowPlace } from "./CellField";
export { useChange, useChanges, useDifference, useFaults, useKept, useRestoring } from "./changes";
export { ChoicesProvider, useChoices } from "./choices";
export { type Copying, useConflicts, useCopying, useSettle, useSharing } from "./copies";
export {
  type Discussing,
  type Said,
  useDiscussing,
  useDiscussion,
  useSince,
  useWork,
} from "./discussed";
export {
  type EditOutcome,
  ReadOnlyProvider,
  sentenceOf,
  useAddReport,
  useCells,
  useEdit,
  useReadOnly,
  useRestore,
  useStartNextPeriod,
  useSteps,
} from "./edit";
export { type Navigation, NavigationProvider, type Target, useNavigation } from "./go";
export { Loaded } from "./Loaded";
export {
  useMeasureHistory,
  useNextPeriod,
  useRestated,
  useSearch,
  useVisit,
  type Visit,
  VisitProvider,
} from "./past";
export { besideFile } from "./paths";
export {
  newAnswers,
  useCard,
  useFindings,
  useFindingsNow,
  useForgetFile,
  useMeasure,
  useMeasures,
  usePages,
  usePeople,
  usePreview,
  useReport,
  useSection,
  useStart,
  useWorkspace,
} from "./queries";
export { type RowColumn, RowGrid, type RowGridProps } from "./RowGrid";
export { RowList, type RowListProps } from "./RowList";
export { useRowActions } from "./rowActions";
export { type Rows, useRemoval, useRows } from "./useRows";
