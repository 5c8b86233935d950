// The bar over a section: where it stands, what can be done with it, who writes and who signs it.
import { useRef, useState } from "react";
import { CellSelect, type RowPlace, useDiscussion, useMe, useReadOnly } from "../file";
import type { AgreementStep, DiscussionView } from "../generated/wire";
import { Button, type IconName } from "../parts";
import { usePersonOptions } from "../people";
import { useWords } from "../words";
import { restOn } from "./rest";
import { SinceDialog } from "./SinceDialog";
import { StandingMark } from "./StandingMark";
import { useTaking } from "./useTaking";
import { useAskWho } from "./Who";
import "./agreement.css";

/** Where a section stands. `fields` are its cells, where its author can be chosen. */
export function SectionBar({ section, fields }: { section: string; fields?: RowPlace["fields"] }) {
  const view = useDiscussion(section).data;
  return view === undefined ? null : <Bar view={view} fields={fields} />;
}

const ICONS: Partial<Record<AgreementStep, IconName>> = {
  submit: "submitted",
  recall: "undo",
  return: "returned",
  "sign-off": "sign",
  withdraw: "undo",
};

function Bar({ view, fields }: { view: DiscussionView; fields?: RowPlace["fields"] }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const me = useMe().data;
  const askWho = useAskWho();
  const bar = useRef<HTMLElement>(null);
  const [comparing, setComparing] = useState(false);
  const { begin, asking } = useTaking(() => restOn(bar.current));
  const { section, standing, sentence, detail, steps, wasSigned, signer } = view;
  const isAgreed = standing === "signed-off" || standing === "excepted";
  return (
    <section className="standing" aria-label={say("ui-standing")} ref={bar} tabIndex={-1}>
      <div className="standing-line">
        <div className="standing-said">
          <StandingMark standing={standing} words={sentence} />
          {detail !== "" && <p>{detail}</p>}
        </div>
        <div className="agreement-steps">
          {wasSigned && !isAgreed && (
            <Button size="small" tone="quiet" onPress={() => setComparing(true)}>
              {say("ui-since")}
            </Button>
          )}
          {!isReadOnly && me?.person === null && (
            <Button size="small" tone="quiet" onPress={askWho}>
              {say("ui-who-ask")}
            </Button>
          )}
          {!isReadOnly &&
            steps.map((step) => (
              <Button
                key={step}
                size="small"
                icon={ICONS[step]}
                onPress={() => begin(step, [section])}
              >
                {say(`ui-step-${step}`)}
              </Button>
            ))}
        </div>
      </div>
      <Who section={section} signer={signer} fields={fields} />
      {asking}
      {comparing && <SinceDialog section={section} onClose={() => setComparing(false)} />}
    </section>
  );
}

function Who({
  section,
  signer,
  fields,
}: {
  section: string;
  signer: string;
  fields?: RowPlace["fields"];
}) {
  const say = useWords();
  const people = usePersonOptions();
  return (
    <div className="standing-who">
      {fields && (
        <CellSelect
          at={{ row: `section/${section}`, fields }}
          field="author"
          label={say("ui-section-author")}
          options={people}
          width="full"
        />
      )}
      <span className="quiet">{say("ui-agreement-signer", { signer })}</span>
    </div>
  );
}
