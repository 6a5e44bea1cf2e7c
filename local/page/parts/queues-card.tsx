import type { ReactNode } from "react";
import type { StackState } from "../../stack/stack-state.ts";

export function QueuesCard({ state }: { readonly state: StackState }): ReactNode {
  return (
    <section className="card" aria-labelledby="queues-title">
      <header>
        <h2 id="queues-title">Queues</h2>
        <p className="hint">
          {state.sockets.subscriptions} subscriptions on {state.sockets.count} sockets
        </p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">queue</th>
            <th scope="col">waiting</th>
            <th scope="col">at work</th>
            <th scope="col">later</th>
          </tr>
        </thead>
        <tbody>
          {state.queues.map((queue) => (
            <tr key={queue.name} data-bad={queue.isDeadLetters && queue.visible > 0}>
              <th scope="row">{spaced(queue.name)}</th>
              <Count value={queue.visible} />
              <Count value={queue.inFlight} />
              <Count value={queue.delayed} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Count({ value }: { readonly value: number }): ReactNode {
  return <td data-none={value === 0}>{value}</td>;
}

/** `PhotoDeadLetters` → `Photo dead letters`. */
function spaced(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
