import { useCallback, useEffect, useRef, useState } from "react";
import type { StageWish } from "#domain/stage";
import type { HostStage } from "../../backend/host-event-shapes.ts";
import { useConnectionReport } from "../shell/signals.tsx";
import type { RemoteBackend } from "./remote-backend.ts";
import { type Sending, StageSender } from "./stage-sender.ts";

export interface Remote {
  /** What the room sees, as far as the page knows. */
  readonly stage: HostStage;
  readonly sending: Sending;
  readonly press: (target: StageWish) => void;
  readonly giveUp: () => void;
  /** The step at which a reveal was left for the frozen stage on this page; null when there was none. */
  readonly leftAt: number | null;
}

type Shown = Pick<Remote, "stage" | "leftAt">;

interface Names {
  readonly eventId: string;
  readonly boardId: string;
}

/** The stage as it is, also while other hosts change it, and the presses of this host. */
export function useRemote(backend: RemoteBackend, { eventId, boardId }: Names, first: HostStage): Remote {
  const [{ stage, leftAt }, setShown] = useState<Shown>({ stage: first, leftAt: null });
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const [isConnected, setConnected] = useState(true);
  const sender = useRef<StageSender | null>(null);
  const version = useRef(first.version);
  useConnectionReport(isConnected);
  const take = useCallback((told: HostStage) => {
    version.current = Math.max(version.current, told.version);
    sender.current?.hear(told);
    setShown((known) =>
      told.version <= known.stage.version
        ? known
        : { stage: told, leftAt: leftAtOf(known.stage, told, known.leftAt) },
    );
  }, []);
  useEffect(() => {
    const watch = backend.watchStage({ eventId, boardId }, { onStage: take, onConnection: setConnected });
    const running = new StageSender(
      {
        send: (order) => backend.setStage(eventId, order),
        newAttempt: () => crypto.randomUUID(),
        onSending: setSending,
        onStage: take,
        read: watch.read,
      },
      version.current,
    );
    sender.current = running;
    const hurry = () => running.hurry();
    globalThis.addEventListener("online", hurry);
    document.addEventListener("visibilitychange", hurry);
    return () => {
      globalThis.removeEventListener("online", hurry);
      document.removeEventListener("visibilitychange", hurry);
      sender.current = null;
      running.stop();
      watch.stop();
      setSending({ kind: "idle" });
    };
  }, [backend, eventId, boardId, take]);
  const press = useCallback((target: StageWish) => sender.current?.press(stage, target), [stage]);
  const giveUp = useCallback(() => sender.current?.giveUp(), []);
  return { stage, sending, press, giveUp, leftAt };
}

function leftAtOf(before: HostStage, now: HostStage, leftAt: number | null): number | null {
  if (now.name !== "frozen") return null;
  return before.name === "reveal" ? (before.step ?? null) : leftAt;
}
