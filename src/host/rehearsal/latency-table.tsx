import type { Latencies, RehearsalReport } from "#domain/rehearsal-report";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

const columns = ["p50", "p95", "p99", "max"] as const;

/** How long photos took. */
export function LatencyTable({ latencies }: { readonly latencies: RehearsalReport["latenciesMs"] }) {
  const { words } = useRehearsalWords();
  const rows = [
    { name: words.untilStored, told: latencies.stored },
    { name: words.untilAnswered, told: latencies.answered },
  ];
  return (
    <>
      <h3>{words.latencies}</h3>
      <p className="rehearsal__note">{words.latenciesHint}</p>
      <table className="rehearsal__table">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{words.latencies}</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {words.latencyNames[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, told }) => (
            <LatencyRow key={name} name={name} told={told} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function LatencyRow({ name, told }: { readonly name: string; readonly told: Latencies | undefined }) {
  const { words, language } = useRehearsalWords();
  const inSeconds = (ms: number): string => {
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return words.seconds((ms / 1_000).toLocaleString(language, digits));
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td key={column}>{told === undefined ? "–" : inSeconds(told[column])}</td>
      ))}
    </tr>
  );
}
