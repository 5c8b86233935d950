// The only place that knows Tauri. Everything above asks here.
export { call, isTauri, Unreachable } from "./call";
export { choosePath, type PathQuestion } from "./dialogs";
export { PathPrompt } from "./PathPrompt";
export { onCloseRequest, onOpenRequest, setTitle } from "./window";
