// Asking for a file or a folder: the system's own dialog in the shipped window, a question for a
// path where a browser shows the interface.
import { open, save } from "@tauri-apps/plugin-dialog";
import { isTauri } from "./call";

/** What is asked for. */
export interface PathQuestion {
  kind: "open" | "save" | "folder";
  title: string;
  /** The path offered first. */
  suggested?: string;
  /** The kinds of file that may be chosen: what they are called, and how their names end. */
  filters?: { name: string; extensions: string[] }[];
}

/** Asks for a path. Null when the person chose none. */
export function choosePath(question: PathQuestion): Promise<string | null> {
  return isTauri() ? askSystem(question) : askPage(question);
}

async function askSystem({
  kind,
  title,
  suggested,
  filters,
}: PathQuestion): Promise<string | null> {
  if (kind === "save") return save({ title, defaultPath: suggested, filters });
  return open({
    title,
    defaultPath: suggested,
    filters: kind === "folder" ? undefined : filters,
    directory: kind === "folder",
    multiple: false,
  });
}

/** A question on the page, waiting for its answer. */
export interface OpenQuestion extends PathQuestion {
  answer: (path: string | null) => void;
}

let openQuestion: OpenQuestion | null = null;
const listeners = new Set<() => void>();

function askPage(question: PathQuestion): Promise<string | null> {
  openQuestion?.answer(null);
  return new Promise((resolve) => {
    show({
      ...question,
      answer: (path) => {
        show(null);
        resolve(path);
      },
    });
  });
}

function show(question: OpenQuestion | null) {
  openQuestion = question;
  for (const listener of listeners) listener();
}

/** For React's `useSyncExternalStore`: the question the page must show now. */
export const pathQuestions = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  current: () => openQuestion,
};
