import { type ReactNode, useId } from "react";
import { hostNumbersWords } from "#domain/words/host-numbers";
import type { Language } from "#domain/language";
import "./charts.css";

/** The same numbers as in a chart; the first cell of a row names it. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** On paper a chart has its size, and no table; on the screen it is as wide as its place. */
export interface ChartPlace {
  readonly language: Language;
  readonly paper?: { readonly width: number; readonly height: number };
}

interface Props extends ChartPlace {
  readonly title: string;
  /** What is to be seen, in a sentence. */
  readonly told: string;
  readonly note?: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
}

/** A chart with its title, what it says in words, and its numbers as a table. */
export function ChartFigure({ title, told, note, table, language, paper, children }: Props) {
  const titleId = useId();
  const Title = paper === undefined ? "h2" : "h3";
  return (
    <section className="chart" aria-labelledby={titleId}>
      <Title className="chart__title" id={titleId}>
        {title}
      </Title>
      <p className="chart__told">{told}</p>
      {children}
      {note !== undefined && <p className="chart__note">{note}</p>}
      {paper === undefined ? (
        <details className="chart__details">
          <summary>
            {hostNumbersWords[language].asTable}
            <span className="unseen"> {title}</span>
          </summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- who has no mouse scrolls it by keys; a section would be a landmark */}
          <div className="chart__scroll" role="group" aria-labelledby={titleId} tabIndex={0}>
            <Table table={table} titleId={titleId} />
          </div>
        </details>
      ) : (
        <div className="unseen">
          <Table table={table} titleId={titleId} />
        </div>
      )}
    </section>
  );
}

function Table({
  table: { columns, rows },
  titleId,
}: {
  readonly table: ChartTable;
  readonly titleId: string;
}) {
  return (
    <table className="chart__table" aria-labelledby={titleId}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th key={index} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
