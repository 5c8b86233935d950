// Fields in every state.
import { useState } from "react";
import {
  Checkbox,
  Choice,
  type Commit,
  DateField,
  ErrorSummary,
  NumberField,
  PictureField,
  Select,
  Switch,
  TextField,
} from "../parts";
import { accepted } from "./Gallery";

/** A picture of one pixel. */
const DOT =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

const POLARITIES = [
  { id: "higher", label: "Higher is better" },
  { id: "lower", label: "Lower is better" },
  { id: "range", label: "Within a range", description: "Good between a floor and a ceiling" },
  { id: "data", label: "Data only", description: "No status is worked out" },
];

/** Fields in every state. */
export function Fields() {
  const [name, setName] = useState("Children in care per 10,000");
  const [figure, setFigure] = useState("66.7");
  const [date, setDate] = useState("31 March 2026");
  const [polarity, setPolarity] = useState<string | null>("lower");
  const [rule, setRule] = useState<string | null>(null);
  const [isProvisional, setProvisional] = useState(true);
  const [logo, setLogo] = useState(DOT);
  const [isExempt, setExempt] = useState(false);

  const figures: Commit<string> = async (text) => {
    if (/^[\d.,£%() -]*$/.test(text)) return accepted(setFigure)(text);
    return {
      accepted: false,
      sentence: `“${text}” is not a figure. Write digits, such as 1,234.5, or choose “No data”.`,
    };
  };
  return (
    <>
      <ErrorSummary
        title="Two things stand in the way"
        problems={[
          { id: "1", sentence: "Give the target for this year.", place: "measure/1/target" },
          { id: "2", sentence: "Say which way is better.", place: "measure/1/polarity" },
        ]}
      />
      <div className="form fields">
        <TextField label="Name" value={name} onCommit={accepted(setName)} place="measure/1/name" />
        <NumberField
          label="Target"
          hint="A figure, in the measure’s unit."
          value={figure}
          onCommit={figures}
          place="measure/1/target"
        />
        <DateField label="Due" value={date} onCommit={accepted(setDate)} isOptional />
        <TextField
          label="Definition"
          lines={3}
          value="The number of children looked after at the end of the period."
          onCommit={accepted(() => {})}
        />
        <TextField
          label="Reference"
          value="PCS 15"
          onCommit={accepted(() => {})}
          problem="Another measure has this reference. Give each its own."
          width="medium"
        />
        <TextField
          label="Computed"
          value="4.1%"
          onCommit={accepted(() => {})}
          isReadOnly
          width="short"
        />
        <Select
          label="Polarity"
          value={polarity}
          options={POLARITIES}
          onCommit={accepted(setPolarity)}
          place="measure/1/polarity"
          none="Not chosen yet"
        />
        <Choice
          label="Status rule"
          value={rule}
          options={POLARITIES.slice(0, 3)}
          onCommit={accepted(setRule)}
          isQuiet
          problem={rule === null ? "Choose how the status is worked out." : undefined}
        />
        <Checkbox
          label="Provisional"
          hint="Printed with a mark until it is confirmed."
          value={isProvisional}
          onCommit={accepted(setProvisional)}
        />
        <PictureField
          label="Logo"
          hint="A PNG, JPEG or SVG file."
          alt="Logo"
          value={logo}
          onCommit={accepted(setLogo)}
          isOptional
        />
        <Switch label="Exempt" value={isExempt} onCommit={accepted(setExempt)} />
      </div>
    </>
  );
}
