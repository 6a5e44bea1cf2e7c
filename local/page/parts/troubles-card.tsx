import type { ReactNode } from "react";
import type { StackState } from "../../stack/stack-state.ts";
import { clockTime } from "../state/spans.ts";

const SHOWN = 12;

/** What went wrong last, the newest first. */
export function TroublesCard({ state }: { readonly state: StackState }): ReactNode {
  const troubles = state.troubles.slice(0, SHOWN);
  return (
    <section className="card" aria-labelledby="troubles-title">
      <header>
        <h2 id="troubles-title">What went wrong last</h2>
      </header>
      {troubles.length === 0 ? (
        <p className="empty">Nothing.</p>
      ) : (
        <ol className="troubles">
          {troubles.map(({ at, level, source, text, details }, index) => (
            // eslint-disable-next-line react/no-array-index-key
            <li key={`${at} ${index}`} data-level={level}>
              <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
              <strong>{source}</strong>
              <span>{text}</span>
              {details !== undefined && <pre>{details}</pre>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
