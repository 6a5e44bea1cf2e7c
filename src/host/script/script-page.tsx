import { useEffect, useState } from "react";
import type { StageName } from "#domain/stage";
import { hostRemoteWords } from "#domain/words/host-remote";
import type { HostEvent, HostStage } from "../../backend/host-event-shapes.ts";
import { useWakeLock } from "../../ui/use-wake-lock.ts";
import { useEvent } from "../events/use-event.ts";
import type { ResultBackend } from "../result/result-backend.ts";
import { useStage } from "../result/use-stage.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { Message } from "../shell/message.tsx";
import { SignalsProvider } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { useTitle } from "../shell/use-title.ts";
import { Reading } from "./reading.tsx";
import { RunningOrder } from "./running-order.tsx";
import { ScriptHead } from "./script-head.tsx";
import { useScriptWords } from "./use-script-words.ts";
import "./script.css";

/** What the MC says, following the stage; made for a tablet on a lectern in a dark hall. */
export function ScriptPage({ backend }: { readonly backend: ResultBackend }) {
  const words = useScriptWords();
  const { event } = useEvent(backend, useEventId());
  return (
    <SignalsProvider>
      <div className="script">
        {event === undefined && <p className="script__wait">{words.loading}</p>}
        {event === null && (
          <main>
            <Message title={words.gone} />
          </main>
        )}
        {event && <Desk event={event} backend={backend} />}
      </div>
    </SignalsProvider>
  );
}

function Desk({ event, backend }: { readonly event: HostEvent; readonly backend: ResultBackend }) {
  const words = useScriptWords();
  const stage = useStage(backend, event);
  const [ahead, readAhead] = useReadAhead(stage);
  const shown = ahead ?? stage.name;
  const names = hostRemoteWords[useHostLanguage()].stages;
  useTitle([words.title, event.title]);
  useWakeLock();
  return (
    <>
      <ScriptHead event={event} />
      <RunningOrder now={stage.name} shown={shown} onShow={readAhead} />
      <main className="script__main" id="main" tabIndex={-1}>
        <p className="script__now">
          {ahead === null ? words.now : words.rehearsing(names[stage.name].name)}
          {ahead !== null && (
            <button type="button" className="script__back" onClick={() => readAhead(stage.name)}>
              {words.backToNow}
            </button>
          )}
        </p>
        <h1 className="script__stage">
          <output>{names[shown].name}</output>
        </h1>
        <Reading event={event} stage={stage} shown={shown} backend={backend} />
      </main>
    </>
  );
}

/** The stage that is read before its time; whatever happens on the screens brings the page back to them. */
function useReadAhead(stage: HostStage): readonly [StageName | null, (name: StageName) => void] {
  const [ahead, setAhead] = useState<{ readonly name: StageName; readonly since: number } | null>(null);
  useEffect(() => {
    globalThis.scrollTo(0, 0);
  }, [stage.version]);
  const isAhead = ahead !== null && ahead.since === stage.version && ahead.name !== stage.name;
  return [isAhead ? ahead.name : null, (name) => setAhead({ name, since: stage.version })];
}
