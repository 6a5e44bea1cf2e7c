import type { ReactNode } from "react";
import type { FaultPlan } from "../../faults/fault-plan.ts";
import type { FaultCommand } from "./change-faults.ts";
import { PlanEditor } from "./plan-editor.tsx";
import { contains } from "./plan-tree.ts";
import { presets } from "./presets.ts";
import { useFaults } from "./use-faults.ts";

const commands: readonly { readonly command: FaultCommand; readonly name: string }[] = [
  { command: "expire-tokens", name: "Expire tokens" },
  { command: "cut-sockets", name: "Cut sockets" },
  { command: "kill-workers", name: "Kill workers" },
];

interface FaultPanelProps {
  readonly plan: FaultPlan;
  readonly onChanged: () => void;
}

/** What shall go wrong: presets that last, strikes that happen once, and the plan itself. */
export function FaultPanel({ plan, onChanged }: FaultPanelProps): ReactNode {
  const faults = useFaults(plan, onChanged);
  const isWell = Object.keys(plan).length === 0;
  return (
    <section className="card faults" id="faults" aria-labelledby="faults-title">
      <header>
        <h2 id="faults-title">Let something go wrong</h2>
        <p className="hint">For a rehearsal: nothing may be lost, whatever is on here.</p>
        <button type="button" className="strong" disabled={isWell} onClick={() => void faults.replace({})}>
          All well again
        </button>
      </header>
      <div className="presets">
        {presets.map((preset) => (
          <button
            key={preset.name}
            type="button"
            className="preset"
            aria-pressed={contains(plan, preset.plan)}
            onClick={() => faults.toggle(preset)}
          >
            <strong>{preset.name}</strong>
            <span>{preset.effect}</span>
          </button>
        ))}
      </div>
      <div className="actions">
        <span className="hint">Once, now:</span>
        {commands.map(({ command, name }) => (
          <button key={command} type="button" onClick={() => faults.strike(command)}>
            {name}
          </button>
        ))}
        <output className="notice" data-error={faults.notice?.isError === true}>
          {faults.notice?.text}
        </output>
      </div>
      <PlanEditor plan={plan} onReplace={faults.replace} />
    </section>
  );
}
