// What was changed, when and by whom; what differs between two states; and the way back.
export { ChangeBrowser, type HistoryScope } from "./ChangeBrowser";
export { ComparePane } from "./ComparePane";
export { KeepPane } from "./KeepPane";

import "./history.css";
