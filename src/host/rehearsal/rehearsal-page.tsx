import { useCallback, useState } from "react";
import type { RehearsalWish } from "#domain/rehearsal-progress";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { HostRehearsal } from "../../backend/host-rehearsal.ts";
import { useToasts } from "../../ui/toasts.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import type { RehearsalBackend } from "./rehearsal-backend.ts";
import { RehearsalForm } from "./rehearsal-form.tsx";
import { RehearsalReportView } from "./rehearsal-report-view.tsx";
import { RehearsalRun } from "./rehearsal-run.tsx";
import { useGone } from "./use-gone.ts";
import { type LiveRehearsal, useRehearsal } from "./use-rehearsal.ts";
import { useRehearsalWords } from "./use-rehearsal-words.ts";
import { WipeLine } from "./wipe-line.tsx";
import "./rehearsal.css";

/** H1–H7: has an event played by drawn guests, tells how far they are, what it came to, and takes it away. */
export function RehearsalPage({ backend }: { readonly backend: RehearsalBackend }) {
  const { words } = useRehearsalWords();
  const eventId = useEventId();
  const live = useRehearsal(backend, eventId);
  return (
    <div className="rehearsal">
      <PageHead title={words.title} hint={words.hint} />
      {live.told === undefined ? (
        <output className="rehearsal__waiting">{words.loading}</output>
      ) : (
        <Desk key={eventId} backend={backend} eventId={eventId} live={live} told={live.told} />
      )}
    </div>
  );
}

interface DeskProps {
  readonly backend: RehearsalBackend;
  readonly eventId: string;
  readonly live: LiveRehearsal;
  readonly told: HostRehearsal | null;
}

function Desk({ backend, eventId, live, told }: DeskProps) {
  const { words } = useRehearsalWords();
  const { say } = useToasts();
  const [busy, setBusy] = useState<"start" | "wipe" | null>(null);
  const onGone = useCallback(() => say(words.gone), [say, words]);
  const isGone = useGone(backend, told?.state === "wiped" ? told.rehearsalId : null, onGone);
  const run = async (what: "start" | "wipe", act: () => Promise<HostRehearsal | HostRefusal>) => {
    setBusy(what);
    const answer = await act().catch(() => null);
    setBusy(null);
    if (answer === null) say(words.notSent);
    else if ("refused" in answer) say(words.refusals[reasonOf(answer)]);
    else live.adopt(answer);
    // Whatever was answered: it may have moved.
    live.read();
  };
  const start = (wish: RehearsalWish) => void run("start", () => backend.start(eventId, wish));
  const wipe = { busy: busy === "wipe", onWipe: () => void run("wipe", () => backend.wipe(eventId)) };
  const state = told?.state ?? "wiped";
  return (
    <>
      {told !== null && state === "running" && <RehearsalRun told={told} {...wipe} />}
      {state === "wiped" && (
        <RehearsalForm
          backend={backend}
          eventId={eventId}
          isAgain={told !== null}
          busy={busy === "start"}
          onStart={start}
        />
      )}
      {told !== null && told.report !== null && (
        <RehearsalReportView told={told} report={told.report}>
          <WipeLine told={told} isGone={isGone} {...wipe} />
        </RehearsalReportView>
      )}
      {told !== null && state === "wiped" && told.report === null && isGone === false && (
        <p className="rehearsal__note">{words.wiping}</p>
      )}
    </>
  );
}

/** Why a rehearsal is not begun or wiped; the API's own words tell some apart. */
function reasonOf({ refused, words }: HostRefusal): "guests" | "there" | "itself" | "input" | "gone" {
  if (refused === "gone") return "gone";
  if (refused === "bad-input") return words.startsWith("eventId") ? "itself" : "input";
  return words.startsWith("guests") ? "guests" : "there";
}
