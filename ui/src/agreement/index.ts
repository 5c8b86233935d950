// Who is at the keyboard, what they are asked to do, what is said of a section, and who agreed to it.
export { CommentsPane, type CommentsPaneProps } from "./CommentsPane";
export { KeyDialog } from "./KeyDialog";
export { SectionBar } from "./SectionBar";
export { SignOffs } from "./SignOffs";
export { LOOKS } from "./standing";
export { useAskWho, WhoButton, WhoProvider } from "./Who";
export { WorkList } from "./WorkList";
