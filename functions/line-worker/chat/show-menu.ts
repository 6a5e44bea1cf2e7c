import type { Language } from "#domain/language";
import { describeError } from "../../shared/fault.ts";
import { log } from "../../shared/log.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** K4: as well as it can: a guest without the right menu still has one, with tabs for the languages. */
export async function showMenu(
  { menu }: Pick<WorkerPorts, "menu">,
  lineUserId: string,
  language: Language,
): Promise<void> {
  try {
    if (!(await menu.show(lineUserId, language))) log.info("menu-missing", { language });
  } catch (error) {
    log.warn("menu-not-shown", describeError(error));
  }
}
