import type { ReactNode } from "react";
import type { FunctionState, StackState } from "../../stack/stack-state.ts";
import { ago, took } from "../state/spans.ts";

export function FunctionsCard({ state }: { readonly state: StackState }): ReactNode {
  return (
    <section className="card" aria-labelledby="functions-title">
      <header>
        <h2 id="functions-title">Functions</h2>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">function</th>
            <th scope="col">calls</th>
            <th scope="col">errors</th>
            <th scope="col">cold</th>
            <th scope="col">last</th>
          </tr>
        </thead>
        <tbody>
          {state.functions.map((one) => (
            <tr key={one.name} data-bad={one.errors > 0}>
              <th scope="row">{one.name}</th>
              <td data-none={one.invocations === 0}>{one.invocations}</td>
              <td data-none={one.errors === 0}>{one.errors}</td>
              <td data-none={one.coldStarts === 0}>{one.coldStarts}</td>
              <td className="last">{lastOf(one, state.now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function lastOf({ lastDurationMs, lastAt }: FunctionState, now: number): ReactNode {
  if (lastDurationMs === undefined || lastAt === undefined) return "–";
  return (
    <>
      {took(lastDurationMs)} <small>{ago(now - lastAt)}</small>
    </>
  );
}
