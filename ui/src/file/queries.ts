// What the program knows, kept here for the screens and asked for again when an edit may have
// changed it. Keys begin with "file" for everything that belongs to the open file.
import {
  keepPreviousData,
  QueryClient,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback } from "react";
import type { FindingsView, FindingView } from "../generated/wire";
import { useStatus } from "../parts";
import { ask } from "./ask";

/** A store of answers. Nothing in it grows old by itself: only an edit makes it stale. */
export function newAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: "always",
      },
    },
  });
}

/** What the start screen shows. */
export function useStart() {
  return useQuery({
    queryKey: ["start"],
    queryFn: () => ask({ do: "start" }, "start"),
    staleTime: 0,
  });
}

/** The open file. */
export function useWorkspace(isOpen = true) {
  return useQuery({
    queryKey: ["file", "workspace"],
    queryFn: () => ask({ do: "workspace" }, "workspace"),
    enabled: isOpen,
  });
}

/** A report and its outline. */
export function useReport(report: string) {
  return useQuery({
    queryKey: ["file", "report", report],
    queryFn: () => ask({ do: "report", report }, "report"),
  });
}

/** A section with everything its editor needs. */
export function useSection(section: string) {
  return useQuery({
    queryKey: ["file", "section", section],
    queryFn: () => ask({ do: "section", section }, "section"),
  });
}

/** A card with everything its editor needs. */
export function useCard(entry: string) {
  return useQuery({
    queryKey: ["file", "card", entry],
    queryFn: () => ask({ do: "card", entry }, "card"),
  });
}

/** Every measure. */
export function useMeasures() {
  return useQuery({
    queryKey: ["file", "measures"],
    queryFn: () => ask({ do: "measures" }, "measures"),
  });
}

/** A measure with all its figures. */
export function useMeasure(measure: string) {
  return useQuery({
    queryKey: ["file", "measure", measure],
    queryFn: () => ask({ do: "measure", measure }, "measure"),
  });
}

/** Departments, people and comparators. */
export function usePeople() {
  return useQuery({
    queryKey: ["file", "people"],
    queryFn: () => ask({ do: "people" }, "people"),
  });
}

/** What the checks say of a report. */
export function useFindings(report: string) {
  return useQuery({
    queryKey: ["file", "findings", report],
    queryFn: () => ask({ do: "findings", report }, "findings"),
    placeholderData: keepPreviousData,
  });
}

/**
 * What the checks say of a report as it now is. After an edit they are asked at once: who goes from
 * finding to finding by a key is faster than the rest that the list waits for.
 */
export function useFindingsNow(report: string): () => Promise<FindingView[]> {
  const answers = useQueryClient();
  useFindings(report);
  return useCallback(async () => {
    const queryKey = ["file", "findings", report];
    await answers.refetchQueries({ queryKey, stale: true });
    return answers.getQueryData<FindingsView>(queryKey)?.findings ?? [];
  }, [answers, report]);
}

/** Pages of the section being edited, or of the whole paper. What was shown stays until they come. */
export function usePreview(report: string, section: string | null) {
  return useQuery({
    queryKey: ["file", "preview", report, section],
    queryFn: () => ask({ do: "preview", report, section }, "preview"),
    placeholderData: keepPreviousData,
  });
}

/** Some pages of a preview, as SVG text. A page of an older preview stays until the newer comes. */
export function usePages(stamp: number | undefined, pages: number[]) {
  return useQueries({
    queries: pages.map((index) => ({
      queryKey: ["page", stamp, index],
      queryFn: () => ask({ do: "page", stamp: stamp ?? 0, index }, "page"),
      enabled: stamp !== undefined,
      gcTime: 30_000,
    })),
  });
}

/**
 * Forgets everything about the open file, when another is opened or none is, and asks anew. What
 * was said of it is not said beside another.
 */
export function useForgetFile() {
  const answers = useQueryClient();
  const { clear } = useStatus();
  return () => {
    clear();
    answers.removeQueries({ queryKey: ["page"] });
    answers.removeQueries({
      predicate: ({ queryKey }) => queryKey[0] === "file" && queryKey[1] !== "workspace",
    });
    void answers.resetQueries({ queryKey: ["file", "workspace"] });
  };
}
