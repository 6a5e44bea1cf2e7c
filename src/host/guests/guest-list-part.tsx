import type { HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";
import { useToasts } from "../../ui/toasts.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { GuestTable } from "./guest-table.tsx";
import { GuestTools } from "./guest-tools.tsx";
import { NobodyHere } from "./nobody-here.tsx";
import type { ChangeGuest } from "./use-guest-changes.ts";
import type { useGuestView } from "./use-guest-view.ts";

interface Props extends ReturnType<typeof useGuestView> {
  readonly isWhole: boolean;
  readonly words: HostGuestsWords;
  readonly openId: string | null;
  readonly busyId: string | null;
  readonly onOpen: (guestId: string) => void;
  readonly change: ChangeGuest;
}

/** All guests, and what one looks for among them. */
export function GuestListPart(props: Props) {
  const { view, changeView, selected, counts, isWhole, words, openId, busyId, onOpen, change } = props;
  const { say } = useToasts();
  const rename = async (guest: HostGuest, name: string) => {
    const outcome = await change(guest, { displayName: name }, "named");
    if (outcome !== "done") say(words[outcome]);
  };
  const isNarrowed = view.search.trim() !== "" || view.filter !== "all";
  return (
    <div className="guests__list">
      <PageHead
        title={words.title}
        hint={
          <>
            {words.count(counts.all)}
            {!isWhole && <span className="guests__reading-on">{words.reading}</span>}
          </>
        }
      />
      <GuestTools view={view} counts={counts} words={words} onView={changeView} />
      <output className="unseen">{isNarrowed && isWhole ? words.found(selected.length) : ""}</output>
      {selected.length > 0 ? (
        <GuestTable
          guests={selected}
          words={words}
          openId={openId}
          busyId={busyId}
          onOpen={onOpen}
          onName={(guest, name) => void rename(guest, name)}
        />
      ) : (
        <NobodyHere view={view} isWhole={isWhole} words={words} />
      )}
    </div>
  );
}
