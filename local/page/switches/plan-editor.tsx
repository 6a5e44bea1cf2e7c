import { type ReactNode, useState } from "react";
import type { FaultPlan } from "../../faults/fault-plan.ts";

interface PlanEditorProps {
  readonly plan: FaultPlan;
  /** Resolves to false when the plan was not taken; then the draft stays to be mended. */
  readonly onReplace: (plan: unknown) => Promise<boolean>;
}

/** The plan as it is sent, for everything that no preset says. */
export function PlanEditor({ plan, onReplace }: PlanEditorProps): ReactNode {
  // Undefined: nobody types, so that what is shown follows what holds.
  const [draft, setDraft] = useState<string>();
  const [complaint, setComplaint] = useState<string>();
  const shown = draft ?? JSON.stringify(plan, undefined, 2);

  const apply = async (): Promise<void> => {
    try {
      const wanted: unknown = JSON.parse(shown);
      setComplaint(undefined);
      if (await onReplace(wanted)) setDraft(undefined);
    } catch (error) {
      setComplaint(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return (
    <details className="plan">
      <summary>The whole plan</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <label htmlFor="plan">
          What holds now, as <code>PUT /local/faults</code> takes it
        </label>
        <textarea
          id="plan"
          spellCheck={false}
          rows={Math.min(16, Math.max(4, shown.split("\n").length))}
          value={shown}
          aria-invalid={complaint !== undefined}
          onChange={({ target }) => setDraft(target.value)}
        />
        {complaint !== undefined && (
          <p className="complaint" role="alert">
            {complaint}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="strong" disabled={draft === undefined}>
            Apply
          </button>
          <button type="button" disabled={draft === undefined} onClick={() => setDraft(undefined)}>
            Discard
          </button>
        </div>
      </form>
    </details>
  );
}
