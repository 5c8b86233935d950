// History: pages of changes, one change with all it did, and the difference between two states.
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Compared, Restore } from "../generated/wire";
import { ask } from "./ask";

/** Changes, the newest first and a page at a time: of a place, or of the whole file. */
export function useChanges(about: string | null, person: string | null) {
  return useInfiniteQuery({
    queryKey: ["file", "changes", about, person],
    queryFn: ({ pageParam: before }) => ask({ do: "changes", about, person, before }, "changes"),
    initialPageParam: null as number | null,
    getNextPageParam: ({ more, changes }) => (more ? changes.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
}

/** A change with everything it did. */
export function useChange(change: number) {
  return useQuery({
    queryKey: ["file", "change", change],
    queryFn: () => ask({ do: "change", change }, "change"),
    placeholderData: keepPreviousData,
  });
}

/** The difference between two states. */
export function useDifference(compared: Compared) {
  return useQuery({
    queryKey: ["file", "difference", compared],
    queryFn: () => ask({ do: "compare", compared }, "difference"),
    placeholderData: keepPreviousData,
  });
}

/** What in the file is not as it was written, a sentence each. Asked once of an open file. */
export function useFaults() {
  return useQuery({
    queryKey: ["file", "faults"],
    queryFn: () => ask({ do: "faults" }, "faults"),
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** How much of its history the file keeps, and what was done before a day, as it is typed. */
export function useKept(before: string) {
  return useQuery({
    queryKey: ["file", "kept", before],
    queryFn: () => ask({ do: "kept", before }, "kept"),
    placeholderData: keepPreviousData,
  });
}

/** What restoring would change. Asked anew each time it is shown. */
export function useRestoring(restore: Restore) {
  return useQuery({
    queryKey: ["file", "restoring", restore],
    queryFn: () => ask({ do: "restoring", restore }, "difference"),
    staleTime: 0,
    gcTime: 0,
  });
}
