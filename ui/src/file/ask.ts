// Asking the program, with its answers and refusals typed. Everything above the platform asks here.
import type { Refusal, Reply, Request } from "../generated/wire";
import { call, Unreachable } from "../platform";

/** The content of one kind of answer. */
export type Answer<Kind extends Reply["is"]> = Extract<Reply, { is: Kind; with: unknown }>["with"];

/** The program refused, and says why in one sentence for the reader. */
export class Refused extends Error {
  override name = "Refused";
  constructor(readonly refusal: Refusal) {
    super(refusal.sentence);
  }
}

/** The program did not answer as it must; the sentence is the catalogue's to say. */
export { Unreachable };

/**
 * Asks, and gives back an answer of the kind expected.
 *
 * Rejects with `Refused` when the program refuses, with `Unreachable` when it does not answer.
 */
export async function ask<Kind extends Reply["is"]>(
  request: Request,
  kind: Kind,
): Promise<Answer<Kind>> {
  const reply = await send(request);
  if (reply.is !== kind) throw new Unreachable(`asked for ${kind}, got ${reply.is}`);
  return ("with" in reply ? reply.with : undefined) as Answer<Kind>;
}

/** Tells the program something that has no answer but that it was done. */
export async function tell(request: Request): Promise<void> {
  await send(request);
}

async function send(request: Request): Promise<Reply> {
  try {
    return await call<Reply>(request);
  } catch (failure) {
    if (isRefusal(failure)) throw new Refused(failure);
    if (failure instanceof Unreachable) throw failure;
    throw new Unreachable(String(failure));
  }
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "sentence" in value && "code" in value;
}
