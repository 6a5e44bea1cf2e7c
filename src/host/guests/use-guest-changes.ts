import { useCallback, useState } from "react";
import type { GuestDeed, HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { GuestChange } from "../../backend/host-guests.ts";
import { useToasts } from "../../ui/toasts.tsx";
import type { GuestsBackend } from "./guests-backend.ts";

/** What became of a decision. `changed`: another host was faster, and the new state is known by now. */
export type ChangeOutcome = "done" | "changed" | "gone" | "failed";

/** Carries out what a host decides about a guest, and says so with a way back. Never rejects. */
export type ChangeGuest = (guest: HostGuest, change: GuestChange, deed: GuestDeed) => Promise<ChangeOutcome>;

interface Options {
  readonly eventId: string;
  readonly backend: Pick<GuestsBackend, "change" | "undo" | "readGuest">;
  readonly words: HostGuestsWords;
  readonly hear: (guests: readonly HostGuest[]) => void;
}

/** Decisions about guests; `busyId` is the guest about whom one is under way. */
export function useGuestChanges({ eventId, backend, words, hear }: Options): {
  readonly change: ChangeGuest;
  readonly busyId: string | null;
} {
  const { say } = useToasts();
  const [busyId, setBusyId] = useState<string | null>(null);

  /** Does not wait for the message that tells it too. */
  const readAgain = useCallback(
    async (guestId: string) => {
      const guest = await backend.readGuest(eventId, guestId);
      if (guest !== null) hear([guest]);
    },
    [backend, eventId, hear],
  );

  const undo = useCallback(
    async ({ guestId, displayName }: HostGuest, entryId: string) => {
      try {
        const { entryId: undoneBy } = await backend.undo(eventId, entryId);
        say(undoneBy === null ? words.undoRefused : words.undone(displayName));
        await readAgain(guestId);
      } catch (error) {
        console.warn("an undo failed", error);
        say(words.failed);
      }
    },
    [backend, eventId, readAgain, say, words],
  );

  const change: ChangeGuest = useCallback(
    async (guest, wanted, deed) => {
      const { guestId } = guest;
      setBusyId(guestId);
      try {
        const seen = guest.decision?.count ?? 0;
        const { entryId, refused } = await backend.change(eventId, guestId, seen, wanted);
        if (entryId !== null) {
          const name = wanted.displayName ?? guest.displayName;
          say(words.done[deed](name), { undo: () => void undo(guest, entryId) });
        }
        await readAgain(guestId);
        if (entryId !== null) return "done";
        return refused[0]?.why === "gone" ? "gone" : "changed";
      } catch (error) {
        console.warn("a change failed", error);
        return "failed";
      } finally {
        setBusyId(null);
      }
    },
    [backend, eventId, readAgain, say, undo, words],
  );
  return { change, busyId };
}
