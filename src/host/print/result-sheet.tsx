import { resultOf } from "#domain/reveal";
import { WINNER_STEP } from "#domain/stage";
import { hostPrintWords } from "#domain/words/host-print";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { timeText } from "../events/clock-text.ts";
import { useNow } from "../events/use-now.ts";
import type { ResultBackend } from "../result/result-backend.ts";
import { useRanking } from "../result/use-ranking.ts";
import { useReadings } from "../result/use-readings.ts";
import { useStage } from "../result/use-stage.ts";
import { useHostLanguage } from "../shell/language.tsx";

const MINUTE_MS = 60_000;

interface Props {
  readonly event: HostEvent;
  readonly backend: ResultBackend;
}

/** G6, G7: for the MC: who is called, with how the name is said, and below them who moves up. */
export function ResultSheet({ event, backend }: Props) {
  const words = hostPrintWords[useHostLanguage()];
  const stage = useStage(backend, event);
  const ranking = useRanking(backend, event, stage);
  const now = useNow(MINUTE_MS);
  const rows = resultOf(ranking ?? [], stage);
  const readings = useReadings(
    backend,
    event,
    rows.map(({ guestId }) => guestId),
  );
  if (ranking === null) return <p className="print__wait">{words.loading}</p>;
  return (
    <div className="sheet sheet--result">
      <p className="places__event" lang={event.language}>
        <bdi>{event.title}</bdi>
      </p>
      <h2 className="places__title">{words.resultTitle}</h2>
      <p className="places__when">
        {stage.result === undefined ? words.resultNow(timeText(now)) : words.resultFixed}
      </p>
      {rows.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <table className="places__table">
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.score}</th>
              <th scope="col">{words.called}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, WINNER_STEP).map((row) => (
              <ResultRow key={row.guestId} row={row} reading={readings.get(row.guestId)} />
            ))}
          </tbody>
          {rows.length > WINNER_STEP && (
            <tbody className="places__below">
              <tr>
                <th colSpan={4} scope="rowgroup">
                  {words.movesUp}
                </th>
              </tr>
              {rows.slice(WINNER_STEP).map((row) => (
                <ResultRow key={row.guestId} row={row} reading={readings.get(row.guestId)} />
              ))}
            </tbody>
          )}
        </table>
      )}
    </div>
  );
}

interface RowProps {
  readonly row: { readonly place: number; readonly displayName: string; readonly score: number };
  readonly reading: string | undefined;
}

function ResultRow({ row: { place, displayName, score }, reading }: RowProps) {
  const words = hostPrintWords[useHostLanguage()];
  return (
    <tr className="places__row">
      <td className="places__place">{place}</td>
      <td className="places__who">
        <span className="places__reading" data-is-open={reading === undefined}>
          {reading}
        </span>
        <bdi className="places__name">{displayName.trim() === "" ? words.someone : displayName}</bdi>
      </td>
      <td className="places__score">{score.toFixed(1)}</td>
      <td className="places__called" aria-label={words.called} />
    </tr>
  );
}
