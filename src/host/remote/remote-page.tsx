import { useState } from "react";
import { ROUND_MINUTES } from "#domain/stage";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { useEvent } from "../events/use-event.ts";
import { Message } from "../shell/message.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { BoardPreview } from "./board-preview.tsx";
import { McLinks } from "./mc-links.tsx";
import { NowShown } from "./now-shown.tsx";
import { Prizes } from "./prizes.tsx";
import type { RemoteBackend } from "./remote-backend.ts";
import { ResultList } from "./result-list.tsx";
import { RevealSteps } from "./reveal-steps.tsx";
import { RoundMinutes } from "./round-minutes.tsx";
import { SendingLine } from "./sending-line.tsx";
import { StageButtons } from "./stage-buttons.tsx";
import { TurnsSwitch } from "./turns-switch.tsx";
import { Underway } from "./underway.tsx";
import { useRemote } from "./use-remote.ts";
import { useRemoteKeys } from "./use-remote-keys.ts";
import { useRemoteWords } from "./use-remote-words.ts";
import "./remote.css";

/** Steers what the room sees; made for a phone in one hand. */
export function RemotePage({ backend }: { readonly backend: RemoteBackend }) {
  const words = useRemoteWords();
  const eventId = useEventId();
  const { event } = useEvent(backend, eventId);
  if (event === undefined) return <p className="remote__wait">{words.loading}</p>;
  if (event === null) return <Message title={words.gone} />;
  return <Desk key={eventId} event={event} backend={backend} />;
}

function Desk({ event, backend }: { readonly event: HostEvent; readonly backend: RemoteBackend }) {
  const words = useRemoteWords();
  const remote = useRemote(backend, event, event.stage);
  const [minutes, setMinutes] = useState<number>(ROUND_MINUTES.usual);
  useRemoteKeys(remote.stage, minutes, remote.press);
  return (
    <div className="remote">
      <PageHead title={words.title} />
      <NowShown stage={remote.stage} />
      <div className="remote__desk">
        <SendingLine sending={remote.sending} onGiveUp={remote.giveUp} />
        <Underway stage={remote.stage.name} readUnderway={backend.readUnderway} />
        <RevealSteps remote={remote} />
        <ResultList remote={remote} boardId={event.boardId} readRanking={backend.readRanking} />
        <StageButtons remote={remote} minutes={minutes} />
        <TurnsSwitch remote={remote} />
        <RoundMinutes remote={remote} minutes={minutes} onChoose={setMinutes} />
        <p className="remote__keys">{words.keys}</p>
        <Prizes remote={remote} event={event} readAwardPhotos={backend.readAwardPhotos} />
        <McLinks eventId={event.eventId} />
      </div>
      <BoardPreview boardId={event.boardId} />
    </div>
  );
}
