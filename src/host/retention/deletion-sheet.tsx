import { type DeletionReport, deletionPlaces, remainders } from "#domain/deletion-report";
import { Button } from "../../ui/button.tsx";
import { moment } from "../events/event-time.ts";
import { useRetentionWords } from "./use-retention-words.ts";

interface Props {
  readonly title: string;
  readonly report: DeletionReport;
}

/** K11: what was deleted of each place, and what remains elsewhere until when; for the screen and for paper. */
export function DeletionSheet({ title, report }: Props) {
  const { words, language } = useRetentionWords();
  const at = (time: number): string => moment(time, language);
  return (
    <section className="ending__card ending__sheet" aria-labelledby="report">
      <header className="ending__head">
        <h2 id="report">{words.reportOf(title)}</h2>
        <Button onClick={() => globalThis.print()}>{words.print}</Button>
      </header>
      <p className="ending__done">
        <strong>{words.erased}</strong> {words.erasedHint(at(report.endedAt))}
      </p>
      <dl className="ending__times">
        <dt>{words.ordered}</dt>
        <dd>{at(report.orderedAt)}</dd>
        <dt>{words.ended}</dt>
        <dd>{at(report.endedAt)}</dd>
        <dt>{words.rounds}</dt>
        <dd>{words.checked(report.rounds)}</dd>
      </dl>
      <h3 id="report-deleted">{words.deleted}</h3>
      <table aria-labelledby="report-deleted">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.left}</th>
          </tr>
        </thead>
        <tbody>
          {deletionPlaces.map((place) => (
            <tr key={place}>
              <th scope="row">{words.places[place]}</th>
              <td>{report.deleted[place].toLocaleString(language)}</td>
              <td>0</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 id="report-remains">{words.remains}</h3>
      <p>{words.remainsHint}</p>
      <table aria-labelledby="report-remains">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.goneBy}</th>
          </tr>
        </thead>
        <tbody>
          {remainders.map((remainder) => (
            <tr key={remainder}>
              <th scope="row">{words.remainders[remainder]}</th>
              <td>{at(report.remains[remainder])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{words.kept}</h3>
      <p>{words.keptHint}</p>
    </section>
  );
}
