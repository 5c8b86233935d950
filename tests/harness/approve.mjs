// Somebody who lets a paper go to committee, where a test is about something else.

export const PASSPHRASE = "three plain words";

/**
 * Has a clerk let every section of a report go to committee, so that its final paper can be exported.
 * `ask` puts a request to the program and gives what the answer holds.
 */
export async function approve(ask, report) {
  const { person, key } = await ask({ do: "me" });
  if (person === null) {
    const fields = { post: "Committee Services Officer", role: "clerk" };
    const change = { change: "add", entity: "person", parent: null, after: null, fields };
    const { added } = await ask({ do: "edit", changes: [change], agreed: true });
    await ask({ do: "i-am", person: added[0] });
  }
  if (key === "none") await ask({ do: "make-key", passphrase: PASSPHRASE, instead: false });
  if (key === "locked") await ask({ do: "open-key", passphrase: PASSPHRASE });
  const { toExcept } = await ask({ do: "agreement", report });
  await ask({ do: "take", step: "except", sections: toExcept, words: "A rehearsal." });
}
