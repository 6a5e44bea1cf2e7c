import type { ReactNode } from "react";
import type { StackState } from "../../stack/stack-state.ts";
import { presets } from "../switches/presets.ts";
import { contains } from "../switches/plan-tree.ts";
import { ago, clockTime } from "../state/spans.ts";

interface PageHeaderProps {
  readonly state: StackState | undefined;
  readonly isReachable: boolean;
}

export function PageHeader({ state, isReachable }: PageHeaderProps): ReactNode {
  return (
    <header className="page-header">
      <svg className="mark" viewBox="0 0 48 48" aria-hidden="true">
        <rect width="48" height="48" rx="13" />
        <path d="M13 25.5c2.2 6.7 6.1 10 11 10s8.8-3.3 11-10c-7 2-15 2-22 0z" />
      </svg>
      <div className="name">
        <h1>
          <span lang="ja">笑顔</span> Egao
        </h1>
        <p>{state === undefined ? "on this machine" : sinceWhen(state)}</p>
      </div>
      <Health state={state} isReachable={isReachable} />
      {state !== undefined && (
        <nav aria-label="Pages">
          <a href={state.endpoints.chatUrl}>Chat</a>
          <a href={state.endpoints.boardUrl}>Board</a>
        </nav>
      )}
    </header>
  );
}

function sinceWhen({ startedAt, now, isDev }: StackState): string {
  const how = isDev ? "on this machine, following its sources" : "on this machine";
  return `${how} · since ${clockTime(startedAt)}, ${ago(now - startedAt)}`;
}

function Health({ state, isReachable }: PageHeaderProps): ReactNode {
  if (!isReachable)
    return (
      <output className="health" data-tone="bad">
        does not answer
      </output>
    );
  if (state === undefined) return null;
  const dead = state.queues.reduce((sum, queue) => sum + (queue.isDeadLetters ? queue.visible : 0), 0);
  const isWell = Object.keys(state.faults).length === 0;
  return (
    <output className="health" data-tone={isWell ? (dead > 0 ? "bad" : "good") : "warn"}>
      {isWell ? (
        dead > 0 ? (
          `${dead} dead letters`
        ) : (
          "all is well"
        )
      ) : (
        <a href="#faults">{faultsInWords(state)}</a>
      )}
    </output>
  );
}

function faultsInWords({ faults }: StackState): string {
  const on = presets.filter(({ plan }) => contains(faults, plan));
  const [first, second] = on;
  if (first === undefined) return "faults on";
  return second === undefined ? first.name : `${on.length} kinds of faults on`;
}
