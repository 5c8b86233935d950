export { CardEditor } from "./CardEditor";
export { ChecksPane } from "./ChecksPane";
export { type Journey, JourneyProvider } from "./Fold";
export { findingKey, listed, nextFinding, saidOf, sameTarget, targetOf } from "./findings";
export { OutlinePane } from "./OutlinePane";
export { PreviewPane } from "./PreviewPane";
export { ReportSettings } from "./ReportSettings";
export { SectionEditor } from "./SectionEditor";
