// What stands where an answer will be: nothing for a moment, then that it is being asked for, then
// the answer, or why there is none.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { EmptyState } from "../parts";
import { useWords } from "../words";
import { sentenceOf } from "./edit";

/** Shows an answer once it is there. */
export function Loaded<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}) {
  const say = useWords();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <EmptyState icon="warning" title={sentenceOf(query.error, say)} />;
  }
  return (
    <p className="loading quiet" role="status">
      {say("ui-loading")}
    </p>
  );
}
