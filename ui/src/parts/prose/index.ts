export { type Block, type Inline, isSafeUrl, plainText, sameBlocks } from "./ast";
export { ProseEditor, type ProseEditorProps } from "./ProseEditor";
