// The window around the page: its title, its closing, and files handed to it from outside.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { isTauri } from "./call";

/** The event by which the shell says that there are paths to open. It carries none of them. */
const OPEN_EVENT = "outturn://open";

/** Sets the window's title. */
export function setTitle(title: string): void {
  document.title = title;
  if (isTauri()) void getCurrentWindow().setTitle(title);
}

/**
 * Has a question asked before the window closes. `mayClose` is awaited; the window stays open when
 * it says no. In a browser, which cannot wait, leaving is held back while `isUnsettled` says yes.
 * Call what is given back to ask no more.
 */
export function onCloseRequest(
  mayClose: () => Promise<boolean>,
  isUnsettled: () => boolean,
): () => void {
  if (!isTauri()) return holdPage(isUnsettled);
  const window = getCurrentWindow();
  return later(
    window.onCloseRequested(async (event) => {
      event.preventDefault();
      if (await mayClose()) await window.destroy();
    }),
  );
}

/**
 * Tells of every file opened from outside: from the file manager, on the command line, or by
 * starting the program a second time. The shell keeps the paths until this page takes them, so none
 * is lost while the page loads. In a browser the page's own address may name one: `?open=PATH`.
 *
 * What is given back first settles once every path that was waiting has been dealt with; call what
 * is given back second to be told no more.
 */
export function onOpenRequest(
  onPath: (path: string) => Promise<void>,
): [begun: Promise<void>, stop: () => void] {
  if (!isTauri()) {
    const path = new URLSearchParams(location.search).get("open");
    return [path ? onPath(path) : Promise.resolve(), () => {}];
  }
  const take = async () => {
    for (const path of await invoke<string[]>("take_paths")) await onPath(path);
  };
  return [take(), later(listen(OPEN_EVENT, take))];
}

function holdPage(isUnsettled: () => boolean): () => void {
  const hold = (event: BeforeUnloadEvent) => {
    if (isUnsettled()) event.preventDefault();
  };
  window.addEventListener("beforeunload", hold);
  return () => window.removeEventListener("beforeunload", hold);
}

/** Stops listening, even where listening has not quite begun. */
function later(listening: Promise<() => void>): () => void {
  return () => void listening.then((stop) => stop());
}
