// Who is at the keyboard, and whether they can sign.
import { useState } from "react";
import { useChoices, useMe, usePeople, useSitting } from "../file";
import type { MeView } from "../generated/wire";
import { Button, Icon, type Option, Select } from "../parts";
import { useWords } from "../words";
import { KeyDialog } from "./KeyDialog";

/** Who is at the keyboard, and whether they can sign. */
export function Sitting() {
  const me = useMe().data;
  return me === undefined ? null : <Seat me={me} />;
}

function Seat({ me }: { me: MeView }) {
  const say = useWords();
  const people = useSeats();
  const { sit } = useSitting();
  const [asks, setAsks] = useState<"key" | "new-key">();
  return (
    <div className="sitting">
      <Select
        label={say("ui-me")}
        hint={say("ui-me-hint")}
        value={me.person}
        options={people}
        none={say("ui-me-none")}
        prompt={say("ui-choose")}
        onCommit={sit}
      />
      {me.person !== null && (
        <p className="sitting-key">
          <Icon name={me.key === "ready" ? "check" : "info"} />{" "}
          <span>
            {say(`ui-key-${me.key}`)}
            {me.fingerprint !== "" && (
              <span className="quiet"> {say("ui-key-name", { name: me.fingerprint })}</span>
            )}
          </span>
          {me.key !== "ready" && (
            <Button onPress={() => setAsks("key")}>
              {say(me.key === "none" ? "ui-key-make" : "ui-key-open")}
            </Button>
          )}
          {me.key !== "none" && (
            <Button tone="quiet" onPress={() => setAsks("new-key")}>
              {say("ui-key-another")}
            </Button>
          )}
        </p>
      )}
      {asks && <KeyDialog makesNew={asks === "new-key"} onClose={() => setAsks(undefined)} />}
    </div>
  );
}

/** The people of the file, each with what they do for a report. */
function useSeats(): Option[] {
  const roles = useChoices()("person.role");
  const people = usePeople().data?.people ?? [];
  return people.map(({ id, fields }) => {
    const role = roles.find((each) => each.id === fields.role)?.label;
    return {
      id,
      label: fields.post || fields.name || fields.initials || id,
      description: [role, fields.name].filter(Boolean).join(" · ") || undefined,
    };
  });
}
