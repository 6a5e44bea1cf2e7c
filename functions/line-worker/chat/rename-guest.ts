import { displayNameOf } from "#domain/display-name";
import { isNameHeld } from "#domain/held-name";
import type { ChatNote } from "#domain/words/bot-words";
import type { Answer } from "../../shared/ports/guest-messenger.ts";
import type { Asker, CommandPorts } from "./asker.ts";
import { changeWishOfAsker } from "./wish-of-asker.ts";

/** K3: gives the asker another name. */
export async function renameGuest(ports: CommandPorts, asker: Asker, name: string): Promise<Answer> {
  const { event, language } = asker;
  const say = (note: ChatNote, shown = ""): Answer => ({ kind: "note", language, note, name: shown });
  if (displayNameOf(name, "") === "") return say("how-to-rename");
  const outcome = await changeWishOfAsker(ports, asker, { displayName: name });
  switch (outcome.kind) {
    case "refused":
      return { kind: "refused", language, reason: outcome.reason, ...(event && { event }) };
    case "kept":
      // N3: the guest was there a moment ago, and the name can be seen.
      return say("named-by-host", outcome.guest.displayName);
    case "done": {
      const { displayName, heldName = null, isNamedByHost } = outcome.guest;
      return say(isNameHeld({ heldName, isNamedByHost }) ? "name-held" : "renamed", displayName);
    }
  }
}
