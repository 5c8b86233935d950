// The one way from the window to the program: through Tauri in the shipped window, over loopback
// HTTP when a browser shows the same interface from the development host.
import { invoke } from "@tauri-apps/api/core";

/** Whether this window belongs to Tauri. */
export function isTauri(): boolean {
  return "__TAURI_INTERNALS__" in window;
}

/** The program did not answer at all, as opposed to answering that something is wrong. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

/**
 * Sends one request and gives back its answer. A request the program refuses is rejected with the
 * refusal as the program put it; `Unreachable` means that there was no answer.
 */
export function call<Answer>(request: unknown): Promise<Answer> {
  return isTauri() ? invoke<Answer>("call", { request }) : post<Answer>(request);
}

async function post<Answer>(request: unknown): Promise<Answer> {
  const response = await fetch("/api/call", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  }).catch((cause: unknown) => {
    throw new Unreachable(String(cause));
  });
  const answer: unknown = await response.json().catch((cause: unknown) => {
    throw new Unreachable(String(cause));
  });
  if (!response.ok) throw answer;
  return answer as Answer;
}
