// A card: everything that is reported about one measure, figures first, then what is said of them.
import { SectionBar } from "../agreement";
import { CellProse, Loaded, useCard, useNavigation } from "../file";
import type { CardView, ReportView } from "../generated/wire";
import { Chart, FigureGrid } from "../measures";
import { Button } from "../parts";
import { useWords } from "../words";
import { Actions, Plan, Risks } from "./CardPlans";
import { CardStatus } from "./CardStatus";
import { HistoryButton } from "./HistoryButton";
import { ReviewBar } from "./ReviewBar";
import "./editor.css";
import "./card.css";

/** The card being edited. */
export function CardEditor({ entry, report }: { entry: string; report: ReportView }) {
  return (
    <Loaded query={useCard(entry)}>
      {(card) => <Editor key={card.id} card={card} report={report} />}
    </Loaded>
  );
}

function Editor({ card, report }: { card: CardView; report: ReportView }) {
  const say = useWords();
  const { measure } = card;
  const name = [measure.reference, measure.name].filter(Boolean).join(" ");
  return (
    <article className="editor" aria-label={name}>
      <CardTop card={card} report={report} />
      <SectionBar section={card.section} />
      <ReviewBar rows={card.fields.unreviewed ? [`entry/${card.id}`] : []} />
      <CardStatus card={card} report={report.id} />
      <section className="block" aria-labelledby="card-figures">
        <h3 id="card-figures">{say("ui-figures")}</h3>
        <p className="quiet">{card.due}</p>
        <div className="card-figures">
          <FigureGrid
            measure={measure.id}
            columns={card.columns}
            rows={card.rows}
            progress={card.progress}
          />
          <Chart chart={card.chart} />
        </div>
      </section>
      <section className="block" aria-labelledby="card-commentary">
        <h3 id="card-commentary">{say("ui-card-commentary")}</h3>
        <CellProse
          row={`entry/${card.id}`}
          field="commentary"
          value={card.commentary}
          label={say("ui-card-commentary")}
          hint={card.polarity ? say("ui-card-above", { words: card.polarity }) : undefined}
          hidesLabel
        />
      </section>
      <section className="block" aria-labelledby="card-plan">
        <h3 id="card-plan">{say("ui-card-plan")}</h3>
        <Plan card={card} />
        <Actions card={card} stage="this" />
        <Actions card={card} stage="next" />
      </section>
      <section className="block" aria-labelledby="card-risks">
        <h3 id="card-risks">{say("ui-card-risks")}</h3>
        <Risks card={card} />
      </section>
    </article>
  );
}

function CardTop({ card, report }: { card: CardView; report: ReportView }) {
  const say = useWords();
  const { open } = useNavigation();
  const { measure } = card;
  const holder = report.outline.find((item) => item.id === card.section);
  const about = [measure.owner, measure.unit].filter(Boolean);
  return (
    <header className="editor-top">
      <div className="card-path">
        <Button
          tone="quiet"
          size="small"
          icon="back"
          onPress={() => void open({ view: "section", section: card.section })}
        >
          {[holder?.number, holder?.heading].filter(Boolean).join(" ")}
        </Button>
      </div>
      <div className="card-title">
        <h2>
          {measure.reference && <span className="card-title-ref">{measure.reference}</span>}
          {measure.name}
        </h2>
        <Button
          size="small"
          icon="edit"
          onPress={() => void open({ view: "measures", measure: measure.id })}
        >
          {say("ui-card-measure")}
        </Button>
        <HistoryButton about={`entry/${card.id}`} />
      </div>
      <p className="quiet">{about.join(" · ")}</p>
    </header>
  );
}
