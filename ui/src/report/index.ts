export { CardEditor } from "./CardEditor";
export { ChecksPane } from "./ChecksPane";
export { findingKey, listed, nextFinding, targetOf } from "./findings";
export { OutlinePane } from "./OutlinePane";
export { PreviewPane } from "./PreviewPane";
export { ReportSettings } from "./ReportSettings";
export { SectionEditor } from "./SectionEditor";
