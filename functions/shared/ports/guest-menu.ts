import type { Language } from "#domain/language";

/** The menu below the chat. */
export interface GuestMenu {
  /** Shows the guest the menu of a language from now on. False: none was set up. Fault: `line-unreachable`. */
  show(lineUserId: string, language: Language): Promise<boolean>;
}
