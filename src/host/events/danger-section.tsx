import { useState } from "react";
import { useNavigate } from "react-router";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useToasts } from "../../ui/toasts.tsx";
import { DuplicateDialog } from "./duplicate-dialog.tsx";
import type { SettingsBackend } from "./events-backend.ts";
import { Section } from "./section.tsx";
import type { LiveEvent } from "./use-event.ts";
import { useEventsWords } from "./use-events-words.ts";
import { useNow } from "./use-now.ts";

interface Props {
  readonly event: HostEvent;
  readonly live: LiveEvent;
  readonly backend: SettingsBackend;
}

type Act = "close" | "reopen" | "archive" | "unarchive" | "renew" | "duplicate";
const stateAfter = { close: "closed", reopen: "open", archive: "archived", unarchive: "closed" } as const;

/** Closing, clearing up, and what pulls the rug from under a screen. */
export function DangerSection({ event, live, backend }: Props) {
  const { danger, saving } = useEventsWords().words;
  const { say } = useToasts();
  const navigate = useNavigate();
  const now = useNow(20_000);
  const [asked, setAsked] = useState<"renew" | "duplicate" | null>(null);
  const [busy, setBusy] = useState<Act | null>(null);

  const change = async (act: Act, order: () => Promise<HostEvent | HostRefusal>) => {
    setBusy(act);
    const answer = await order().catch((error: unknown) => {
      console.warn("the event may not have been changed", error);
      return null;
    });
    setBusy(null);
    setAsked(null);
    if (answer !== null && !("refused" in answer)) {
      live.adopt(answer);
      return answer;
    }
    live.read();
    say(answer?.refused === "conflict" ? saving.conflict : danger.failed);
    return null;
  };
  const setState = async (act: keyof typeof stateAfter) => {
    const state = stateAfter[act];
    const saved = await change(act, () => backend.update(event.eventId, event.version, { state }));
    if (saved === null) return;
    const undo = () =>
      void change(act, () => backend.update(event.eventId, saved.version, { state: event.state }));
    say(danger.done[act === "unarchive" ? "closed" : state], { undo });
  };
  const renew = async () => {
    const saved = await change("renew", () => backend.renewBoard(event.eventId, event.version));
    if (saved !== null) say(danger.done.renewed);
  };
  const run = (act: Act) => {
    if (act === "renew" || act === "duplicate") setAsked(act);
    else void setState(act);
  };
  const acts: readonly Act[] =
    event.state === "archived"
      ? ["unarchive", "duplicate"]
      : [event.state === "open" ? "close" : "reopen", "renew", "duplicate", "archive"];
  return (
    <Section name="danger">
      <ul className="acts">
        {acts.map((act) => (
          <li key={act} className="act">
            <div className="act__words">
              <h3>{danger[act].name}</h3>
              <p>{act === "reopen" && now >= event.closesAt ? danger.reopenOver : danger[act].effect}</p>
            </div>
            <Button
              kind={act === "renew" || act === "archive" || act === "close" ? "danger" : "plain"}
              busy={busy === act}
              disabled={act === "reopen" && now >= event.closesAt}
              onClick={() => run(act)}
            >
              {danger[act].name}
            </Button>
          </li>
        ))}
      </ul>
      {asked === "renew" && (
        <Dialog title={danger.renew.name} onClose={() => setAsked(null)}>
          <p>{danger.renew.confirm}</p>
          <div className="dialog-acts">
            <Button kind="quiet" onClick={() => setAsked(null)}>
              {danger.cancel}
            </Button>
            <Button kind="danger" busy={busy === "renew"} onClick={() => void renew()}>
              {danger.renew.name}
            </Button>
          </div>
        </Dialog>
      )}
      {asked === "duplicate" && (
        <DuplicateDialog
          event={event}
          backend={backend}
          onClose={() => setAsked(null)}
          onCreated={(copy) => {
            setAsked(null);
            say(danger.done.duplicated);
            void navigate(`/host/${copy.eventId}/settings`);
          }}
        />
      )}
    </Section>
  );
}
