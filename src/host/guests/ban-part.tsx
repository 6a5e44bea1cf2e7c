import type { GuestDeed, HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { GuestChange } from "../../backend/host-guests.ts";
import { Button } from "../../ui/button.tsx";
import { dayAndTime } from "../audit/when.ts";
import { useHostLanguage } from "../shell/language.tsx";

interface Props {
  readonly guest: HostGuest;
  readonly words: HostGuestsWords;
  readonly isBusy: boolean;
  readonly decide: (change: GuestChange, deed: GuestDeed) => Promise<boolean>;
}

/** Says what a ban does before it is done; it can be taken back at any time. */
export function BanPart({ guest: { bannedAt, photos }, words, isBusy, decide }: Props) {
  const language = useHostLanguage();
  if (bannedAt === null) {
    return (
      <section className="guest__ban" aria-label={words.ban}>
        <p className="guest__hint">{words.banHint(photos)}</p>
        <Button kind="danger" busy={isBusy} onClick={() => void decide({ isBanned: true }, "banned")}>
          {words.ban}
        </Button>
      </section>
    );
  }
  return (
    <section className="guest__ban guest__ban--on" aria-labelledby="guest-banned">
      <h3 id="guest-banned">{words.bannedTitle(dayAndTime(bannedAt, language))}</h3>
      <p className="guest__hint">{words.bannedHint}</p>
      <Button busy={isBusy} onClick={() => void decide({ isBanned: false }, "unbanned")}>
        {words.unban}
      </Button>
    </section>
  );
}
