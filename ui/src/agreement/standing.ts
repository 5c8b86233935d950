// How each standing of a section looks beside its words.
import type { Standing } from "../generated/wire";
import type { IconName, Tone } from "../parts";

/** The icon of a standing, and how much it matters. */
export const LOOKS: Record<Standing, { icon: IconName; tone: Tone }> = {
  drafting: { icon: "edit", tone: "plain" },
  submitted: { icon: "submitted", tone: "plain" },
  returned: { icon: "returned", tone: "care" },
  "signed-off": { icon: "sign", tone: "good" },
  excepted: { icon: "waived", tone: "plain" },
  lapsed: { icon: "history", tone: "care" },
  forged: { icon: "warning", tone: "grave" },
};
