// What crosses the reports of a file: the next period, search, a measure's history, restatements;
// and the way to a place in any of them.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { SpotView } from "../generated/wire";
import { ask } from "./ask";

/** What starting the period after a report's would come to. Asked anew each time it is shown. */
export function useNextPeriod(report: string) {
  return useQuery({
    queryKey: ["file", "next-period", report],
    queryFn: () => ask({ do: "next-period", report }, "next-period"),
    staleTime: 0,
    gcTime: 0,
  });
}

/** What a search finds in every report. What was found stays until the next is known. */
export function useSearch(text: string, isWanted: boolean) {
  return useQuery({
    queryKey: ["file", "search", text],
    queryFn: () => ask({ do: "search", text }, "search"),
    enabled: isWanted && text.trim() !== "",
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
}

/** A measure from report to report. */
export function useMeasureHistory(measure: string) {
  return useQuery({
    queryKey: ["file", "measure-history", measure],
    queryFn: () => ask({ do: "measure-history", measure }, "measure-history"),
  });
}

/** The figures that a report restates. */
export function useRestated(report: string) {
  return useQuery({
    queryKey: ["file", "restated", report],
    queryFn: () => ask({ do: "restated", report }, "restated"),
  });
}

/** Goes to a place in a report, which may be another than the one that is open; null for the file. */
export type Visit = (report: string | null, spot: SpotView) => Promise<boolean>;

const Visiting = createContext<Visit>(() => Promise.resolve(false));

/** Hands the way to places in every report to everything inside it. */
export const VisitProvider = Visiting.Provider;

/** The way to places in every report. */
export function useVisit(): Visit {
  return useContext(Visiting);
}
