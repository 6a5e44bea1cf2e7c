import { Link } from "react-router";
import type { Language } from "#domain/language";
import { hostAuditWords } from "#domain/words/host-audit";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { Button } from "../../ui/button.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { changedFacts } from "./changed-facts.ts";
import { type GuestNames, tellEntry } from "./tell-entry.ts";
import { kindOf, touchedGuests } from "./touched.ts";
import type { UndoWay } from "./undo-way.ts";
import { clockTime, dayAndTime, howLongAgo } from "./when.ts";

interface Props {
  readonly eventId: string;
  readonly entry: AuditEntry;
  readonly names: GuestNames;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The entry that took this one back. */
  readonly undoneBy: AuditEntry | undefined;
  readonly way: UndoWay;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}

/** An order takes a moment: only then it has come to nothing. */
const UNDER_WAY_MS = 15_000;

const icons: Readonly<Record<ReturnType<typeof kindOf>, IconName>> = {
  all: "list",
  photos: "picture",
  guests: "person",
  event: "sliders",
  screen: "screen",
  other: "list",
};

/** Who did what, when, and the way back. */
export function EntryLine(props: Props) {
  const { eventId, entry, names, language, now, undoneBy, way, isBusy, onUndo } = props;
  const words = hostAuditWords[language];
  const deed = tellEntry(entry, names, language);
  const facts = changedFacts(entry, language);
  const [guestId, ...others] = touchedGuests(entry);
  const isNotDone = !entry.isDone && now - entry.at > UNDER_WAY_MS;
  return (
    <article className="audit__entry" data-undone={undoneBy !== undefined || undefined}>
      <span className="audit__icon" data-undo={entry.action === "undoAction" || undefined}>
        <Icon name={entry.action === "undoAction" ? "undo" : icons[kindOf(entry)]} />
      </span>
      <div className="audit__told">
        <p className="audit__who">
          <strong>{entry.actorName}</strong>
          <time dateTime={new Date(entry.at).toISOString()}>{clockTime(entry.at, language)}</time>
          <span>{howLongAgo(entry.at, now, language)}</span>
        </p>
        <h3 className="audit__deed">{deed}</h3>
        {facts.length > 0 && (
          <ul className="audit__facts">
            {facts.map(({ name, before, after }) => (
              <li key={`${name} ${before}`}>
                <span className="audit__fact">{name}</span>
                <span className="audit__before">
                  <span className="unseen">{words.from} </span>
                  {before}
                </span>
                <span className="audit__arrow" aria-hidden="true">
                  →
                </span>
                <span className="audit__after">
                  <span className="unseen">{words.to} </span>
                  {after}
                </span>
              </li>
            ))}
          </ul>
        )}
        {undoneBy !== undefined && (
          <p className="audit__mark">
            <Icon name="undo" />
            {words.undoneBy(undoneBy.actorName, dayAndTime(undoneBy.at, language))}
          </p>
        )}
        {isNotDone && <p className="audit__mark audit__mark--not-done">{words.notDone}</p>}
        {guestId !== undefined && others.length === 0 && (
          <Link className="audit__guest" to={`/host/${eventId}/guests?guest=${encodeURIComponent(guestId)}`}>
            {words.seeGuest}
          </Link>
        )}
      </div>
      {way.kind !== "none" && (
        <Button className="audit__undo" busy={isBusy} onClick={onUndo}>
          <Icon name="undo" />
          <span>
            {words.undo}
            <span className="unseen"> {deed}</span>
          </span>
        </Button>
      )}
    </article>
  );
}
