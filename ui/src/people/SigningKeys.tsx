// The keys that people sign with, and taking one away from its owner.
import { useState } from "react";
import { useEdit, useReadOnly } from "../file";
import type { SigningKeyView } from "../generated/wire";
import { Button, Confirm } from "../parts";
import { useWords } from "../words";
import "./keys.css";

/** The keys that people sign with. */
export function SigningKeys({ keys }: { keys: SigningKeyView[] }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const edit = useEdit();
  const [leaving, setLeaving] = useState<SigningKeyView | null>(null);
  const remove = async () => {
    if (leaving === null) return;
    setLeaving(null);
    await edit([{ change: "set", place: `signing_key/${leaving.id}#removed_on`, text: today() }]);
  };
  if (keys.length === 0) return <p className="quiet">{say("ui-keys-of-none")}</p>;
  return (
    <>
      <ul className="signing-keys">
        {keys.map((key) => (
          <li key={key.id} data-place={`signing_key/${key.id}`}>
            <span>
              <strong>{key.post}</strong> <span className="quiet figures">{key.fingerprint}</span>
            </span>
            <span className="quiet">
              {key.removed === ""
                ? say("ui-keys-of-added", { day: key.added })
                : say("ui-keys-of-removed", { day: key.removed })}
            </span>
            {key.removed === "" && !isReadOnly && (
              <Button
                size="small"
                aria-label={say("ui-keys-of-remove-from", { post: key.post })}
                onPress={() => setLeaving(key)}
              >
                {say("ui-keys-of-remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        title={say("ui-keys-of-remove-title", { post: leaving?.post ?? "" })}
        sentence={say("ui-keys-of-remove-sentence")}
        isOpen={leaving !== null}
        confirm={say("ui-keys-of-remove")}
        tone="danger"
        onConfirm={() => void remove()}
        onCancel={() => setLeaving(null)}
      />
    </>
  );
}

/** Today as people type it. */
function today(): string {
  const now = new Date();
  return `${now.getDate()}/${now.getMonth() + 1}/${now.getFullYear()}`;
}
