// What was begun to be said and not yet sent: kept while other things are looked at.
import { useState } from "react";

const drafts = new Map<string, string>();

/** A draft by the name of what it is said of. */
export function useDraft(of: string): [string, (text: string) => void] {
  const [text, setText] = useState(drafts.get(of) ?? "");
  const keep = (typed: string) => {
    if (typed === "") drafts.delete(of);
    else drafts.set(of, typed);
    setText(typed);
  };
  return [text, keep];
}
