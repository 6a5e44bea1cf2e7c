import { Fault } from "../../shared/fault.ts";
import { log } from "../../shared/log.ts";
import type { GuestKey } from "../../shared/ports/ceremony-store.ts";
import { together } from "../../shared/together.ts";
import { showMenu } from "./show-menu.ts";
import type { WorkerPorts } from "../worker-ports.ts";

const TRIES = 5;

/**
 * K4: the language that a guest chose on the page holds for the bot too. The guest's row tells which one it is by now, so
 * that this can be repeated and come late: whoever changes the row does so before they change the person.
 */
export async function speakLanguage(
  ports: Pick<WorkerPorts, "store" | "menu">,
  { eventId, guestId }: GuestKey,
): Promise<void> {
  const { store } = ports;
  const key = { eventId, guestId };
  const lineUserId = await store.lineUserOfGuest(key);
  if (lineUserId === undefined) return;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [guest, person] = await together([store.guest(key), store.person(lineUserId)] as const);
    if (guest === undefined || guest.erasedAt !== undefined || person === undefined) return;
    const { language } = guest;
    if (person.language === language) {
      log.info("language-spoken", { event: eventId, guest: guestId, language });
      return showMenu(ports, lineUserId, language);
    }
    await store.savePerson({ ...person, language });
  }
  throw new Fault("store-conflict", "savePerson");
}
