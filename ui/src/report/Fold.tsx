// What is folded away until it is needed: it opens by itself when a finding or a step of undo leads
// to a place in it.
import { createContext, type ReactNode, useContext, useState } from "react";
import { Disclosure } from "../parts";

/** A way that someone was led. Each is a new object, even where it leads to the same place. */
export interface Journey {
  place?: string;
}

/** Where someone was led last. */
export const LedTo = createContext<Journey | null>(null);

/** Tells everything inside it where someone was led last. */
export const JourneyProvider = LedTo.Provider;

/** A heading that opens what is under it. */
export function Fold({
  holds,
  isOpen,
  ...words
}: {
  title: string;
  note?: string;
  /** Whether a place is in it. */
  holds: (place: string) => boolean;
  /** Whether it is open to begin with. */
  isOpen?: boolean;
  children: ReactNode;
}) {
  const journey = useContext(LedTo);
  const [led, setLed] = useState<{ by: Journey; times: number } | null>(null);
  if (journey?.place && led?.by !== journey && holds(journey.place)) {
    setLed({ by: journey, times: (led?.times ?? 0) + 1 });
  }
  // It begins anew for each way that leads into it, so that it is open again where it was closed.
  return <Disclosure key={led?.times ?? 0} isOpen={isOpen || led !== null} {...words} />;
}
