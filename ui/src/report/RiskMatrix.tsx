// A risk matrix: which open risks stand where now, by impact and likelihood. The bands are told by a
// word and a shape, and only then by a colour.
import { useNavigation } from "../file";
import type { MatrixCell, MatrixView } from "../generated/wire";
import { Button, type Status, StatusMark } from "../parts";
import { useWords } from "../words";

/** Where the open risks of a register stand now. */
export function RiskMatrix({ section, matrix }: { section: string; matrix: MatrixView }) {
  const say = useWords();
  const { open } = useNavigation();
  const go = (risk: string) => void open({ view: "section", section }, `register_risk/${risk}`);
  return (
    <div className="matrix">
      <table>
        <caption>{say("risk-matrix")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("risk-matrix-axes")}</th>
            {matrix.columns.map((likelihood) => (
              <th key={likelihood} scope="col">
                {likelihood}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ heading, cells }) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              {cells.map((cell, index) => (
                <Cell key={matrix.columns[index]} cell={cell} onGo={go} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{[say("ui-register-hint"), matrix.note].filter(Boolean).join(" ")}</p>
    </div>
  );
}

function Cell({ cell, onGo }: { cell: MatrixCell; onGo: (risk: string) => void }) {
  const { band, status, risks } = cell;
  return (
    <td className={`matrix-cell matrix-${status}`}>
      <StatusMark status={status as Status} word={band} />
      {risks.length > 0 && (
        <span className="matrix-risks">
          {risks.map(({ id, name }) => (
            <Button key={id} size="small" onPress={() => onGo(id)}>
              {name}
            </Button>
          ))}
        </span>
      )}
    </td>
  );
}
