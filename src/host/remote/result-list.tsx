import { useEffect, useState } from "react";
import { revealOrder, type StageWish, WINNER_STEP } from "#domain/stage";
import { Button } from "../../ui/button.tsx";
import type { HostStage } from "../../backend/host-event-shapes.ts";
import type { RankedName, RemoteBackend } from "./remote-backend.ts";
import type { Remote } from "./use-remote.ts";
import { useRemoteWords } from "./use-remote-words.ts";

interface Props {
  readonly remote: Remote;
  readonly boardId: string;
  readonly readRanking: RemoteBackend["readRanking"];
}

/** G6, G7: who is called, in which order; absent ones are passed over before it is their turn. */
export function ResultList({ remote: { stage, sending, press }, boardId, readRanking }: Props) {
  const words = useRemoteWords();
  const { result, skipped = [] } = stage;
  const known = useRanking(boardId, readRanking, stage.version, result !== undefined);
  if (result === undefined || known === null || (stage.name !== "reveal" && stage.name !== "frozen"))
    return null;
  const order = revealOrder(stage, (guestId) => known.has(guestId));
  const isFree = sending.kind === "idle" && stage.name === "reveal";
  const pass = (next: readonly string[]) => {
    if (isFree) press(passing(stage, next));
  };
  return (
    <section className="result" aria-labelledby="result-title">
      <h2 id="result-title">{words.resultTitle}</h2>
      <p className="result__hint">{words.resultHint}</p>
      <ol className="result__list">
        {order.map((guestId, index) => (
          <li key={guestId} data-is-called={index >= WINNER_STEP - (stage.step ?? 0)}>
            <span className="result__place">{index + 1}</span>
            <bdi className="result__name">{known.get(guestId)?.displayName}</bdi>
            {stage.name === "reveal" && (
              <Button
                kind="quiet"
                aria-disabled={!isFree || undefined}
                aria-label={words.passOverWhom(known.get(guestId)?.displayName ?? "")}
                onClick={() => pass([...skipped, guestId])}
              >
                {words.passOver}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {skipped.length > 0 && (
        <ul className="result__passed" aria-label={words.passedOver}>
          {skipped.map((guestId) => (
            <li key={guestId}>
              <bdi className="result__name">{known.get(guestId)?.displayName ?? "–"}</bdi>
              {stage.name === "reveal" && (
                <Button
                  kind="quiet"
                  aria-disabled={!isFree || undefined}
                  onClick={() => pass(skipped.filter((other) => other !== guestId))}
                >
                  {words.callAgain}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The same step, with others passed over. */
function passing({ step = 0 }: HostStage, skipped: readonly string[]): StageWish {
  return { name: "reveal", step, skipped };
}

/** Read anew with every stage: who withdrew meanwhile has no place. */
function useRanking(
  boardId: string,
  readRanking: RemoteBackend["readRanking"],
  version: number,
  isWanted: boolean,
): ReadonlyMap<string, RankedName> | null {
  const [known, setKnown] = useState<ReadonlyMap<string, RankedName> | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    readRanking(boardId).then(
      (rows) => {
        if (!isOver) setKnown(new Map(rows.map((row) => [row.guestId, row])));
      },
      // The list of before stays; the next step asks again.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [boardId, readRanking, version, isWanted]);
  return known;
}
