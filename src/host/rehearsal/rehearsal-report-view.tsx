import { type ReactNode, useId } from "react";
import { readFinding } from "#domain/rehearsal-finding";
import { isFlawless, type RehearsalReport } from "#domain/rehearsal-report";
import type { HostRehearsal } from "../../backend/host-rehearsal.ts";
import { Icon } from "../../ui/icon.tsx";
import { CostTable } from "./cost-table.tsx";
import { LatencyTable } from "./latency-table.tsx";
import { RehearsalLinks } from "./rehearsal-links.tsx";
import { ReportTiles } from "./report-tiles.tsx";
import { UsedCalls } from "./used-calls.tsx";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

interface Props {
  readonly told: HostRehearsal;
  readonly report: RehearsalReport;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** H6, H7: what a rehearsal came to. */
export function RehearsalReportView({ told, report, children }: Props) {
  const { words, language, inWords } = useRehearsalWords();
  const titleId = useId();
  const isGood = isFlawless(report);
  const when = new Date(told.startedAt).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
  return (
    <section className="rehearsal__card" aria-labelledby={titleId}>
      <h2 className="unseen" id={titleId}>
        {words.report}
      </h2>
      <p className="rehearsal__verdict" data-good={isGood}>
        <Icon name={isGood ? "check" : "warning"} />
        <strong>{isGood ? words.flawless : words.faulty}</strong>
        <span>{isGood ? words.flawlessHint : words.faultyHint}</span>
      </p>
      <p className="rehearsal__note">
        {words.reportOf(when)}
        {" · "}
        {words.sizeOf(inWords(told.guests), inWords(told.photos), inWords(told.minutes))}
      </p>
      <ReportTiles report={report} />
      <Findings findings={report.findings} />
      <div className="rehearsal__foot">
        {children}
        {told.state === "finished" && <RehearsalLinks told={told} />}
      </div>
      <LatencyTable latencies={report.latenciesMs} />
      <UsedCalls report={report} />
      <CostTable report={report} guests={told.guests} />
    </section>
  );
}

function Findings({ findings }: { readonly findings: readonly string[] }) {
  const { words } = useRehearsalWords();
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{words.findings}</h3>
      <ul className="rehearsal__findings">
        {findings.map((finding) => {
          const { code, name, subject } = readFinding(finding);
          return (
            <li key={finding}>
              {code === undefined ? name : words.findingNames[code]} <code>{subject}</code>
            </li>
          );
        })}
      </ul>
    </>
  );
}
