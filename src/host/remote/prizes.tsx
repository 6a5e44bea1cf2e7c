import { useCallback, useState } from "react";
import type { Award } from "#domain/awards";
import type { StageAward } from "#domain/stage";
import { awardWords } from "#domain/words/awards";
import { hostPrizesWords } from "#domain/words/host-prizes";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Switch } from "../../ui/switch.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import type { RemoteBackend } from "./remote-backend.ts";
import type { Remote } from "./use-remote.ts";
import { type Prizes as PrizesOfEvent, usePrizes } from "./use-prizes.ts";
import "./prizes.css";

interface Props {
  readonly remote: Remote;
  readonly event: HostEvent;
  readonly readAwardPhotos: RemoteBackend["readAwardPhotos"];
}

/** G10: side prizes, found among the photos, chosen by a host, and given with the thanks. */
export function Prizes({ remote, event, readAwardPhotos }: Props) {
  const words = hostPrizesWords[useHostLanguage()];
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="prizes" open={isOpen} onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
      <summary>{words.title}</summary>
      {isOpen && <Choice remote={remote} event={event} readAwardPhotos={readAwardPhotos} />}
    </details>
  );
}

function Choice({ remote, event: { eventId, rules }, readAwardPhotos }: Props) {
  const words = hostPrizesWords[useHostLanguage()];
  // A change of rules counts the faces anew when this is opened again.
  const [scoring] = useState(rules.scoring ?? {});
  const read = useCallback(() => readAwardPhotos(eventId, scoring), [readAwardPhotos, eventId, scoring]);
  const prizes = usePrizes(read);
  if (prizes.state !== "ready")
    return (
      <p className="prizes__hint" aria-live="polite">
        {prizes.state === "reading" ? words.reading : words.failed}
        {prizes.state === "failed" && (
          <Button kind="quiet" onClick={prizes.readAgain}>
            {words.again}
          </Button>
        )}
      </p>
    );
  return (
    <>
      <p className="prizes__hint">{prizes.earned.length === 0 ? words.nobody : words.hint}</p>
      <ul className="prizes__list">
        {prizes.earned.map((award) => (
          <Prize key={award.award} award={award} prizes={prizes} />
        ))}
      </ul>
      <Skipped prizes={prizes} />
      <Switch label={words.onePerGuest} checked={prizes.isOnePerGuest} onChange={prizes.setOnePerGuest} />
      <Giving remote={remote} prizes={prizes} />
      <Button kind="quiet" onClick={prizes.readAgain}>
        {words.again}
      </Button>
    </>
  );
}

function Prize({ award, prizes }: { readonly award: Award; readonly prizes: PrizesOfEvent }) {
  const language = useHostLanguage();
  const words = hostPrizesWords[language];
  const { name, reason, value } = awardWords[language].awards[award.award];
  return (
    <li className="prizes__one">
      <label>
        <input
          type="checkbox"
          checked={prizes.chosen.has(award.award)}
          onChange={(changed) => prizes.choose(award.award, changed.currentTarget.checked)}
        />
        <span className="prizes__name">{name}</span>
        <span className="prizes__reason">{reason}</span>
        <span className="prizes__guest">
          <bdi>{award.displayName}</bdi> <small>{value(award.value)}</small>
        </span>
      </label>
      <Button kind="quiet" aria-label={words.nextWhom(award.displayName)} onClick={() => prizes.skip(award)}>
        {words.next}
      </Button>
    </li>
  );
}

function Skipped({ prizes: { skipped, callAgain } }: { readonly prizes: PrizesOfEvent }) {
  const words = hostPrizesWords[useHostLanguage()];
  if (skipped.size === 0) return null;
  return (
    <ul className="prizes__skipped" aria-label={words.passedOver}>
      {[...skipped].map(([guestId, name]) => (
        <li key={guestId}>
          <bdi>{name}</bdi>
          <Button kind="quiet" onClick={() => callAgain(guestId)}>
            {words.callAgain}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Giving({
  remote: { stage, sending, press },
  prizes,
}: {
  readonly remote: Remote;
  readonly prizes: PrizesOfEvent;
}) {
  const words = hostPrizesWords[useHostLanguage()];
  if (stage.name !== "thanks") return <p className="prizes__hint">{words.onlyWithThanks}</p>;
  const given = stage.awards ?? [];
  const wanted = prizes.earned.flatMap((award) =>
    prizes.chosen.has(award.award) ? [stageAwardOf(award)] : [],
  );
  const isFree = sending.kind === "idle";
  const give = (awards: readonly StageAward[]) => {
    if (isFree) press({ name: "thanks", awards });
  };
  const isSame = JSON.stringify(given) === JSON.stringify(wanted);
  return (
    <div className="prizes__giving">
      {given.length > 0 && <p aria-live="polite">{words.given(given.length)}</p>}
      {!isSame && wanted.length > 0 && (
        <Button kind="primary" aria-disabled={!isFree || undefined} onClick={() => give(wanted)}>
          {given.length > 0 ? words.giveAnew : words.give(wanted.length)}
        </Button>
      )}
      {given.length > 0 && (
        <Button kind="plain" aria-disabled={!isFree || undefined} onClick={() => give([])}>
          {words.takeBack}
        </Button>
      )}
    </div>
  );
}

/** Its keys in the order in which a stage is read. */
const stageAwardOf = ({ award, guestId, photoId, value }: Award): StageAward => ({
  award,
  guestId,
  photoId,
  value,
});
