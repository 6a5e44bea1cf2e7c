import { Link } from "react-router";
import { hostReportWords } from "#domain/words/host-report";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { LanguageSwitch, useHostLanguage } from "../shell/language.tsx";

interface Props {
  readonly event: HostEvent;
  readonly pictures: { readonly settled: number; readonly all: number };
  /** There is something to print. */
  readonly isReady: boolean;
}

/** What stays on the screen: the way back, and the way to the printer as soon as all pictures are there. */
export function ReportTools({ event, pictures: { settled, all }, isReady }: Props) {
  const words = hostReportWords[useHostLanguage()];
  const isWaiting = isReady && settled < all;
  return (
    <header className="report__tools">
      <Link
        className="report__back"
        to={`/host/${event.eventId}/numbers`}
        aria-label={words.back}
        title={words.back}
      >
        <Icon name="left" />
      </Link>
      <div className="report__title">
        <strong>{words.title}</strong>
        <bdi>{event.title}</bdi>
      </div>
      <LanguageSwitch />
      <Button kind="primary" disabled={!isReady || isWaiting} onClick={() => globalThis.print()}>
        {words.print}
      </Button>
      <output className="report__hint">{isWaiting ? words.pictures(settled, all) : words.hint}</output>
    </header>
  );
}
