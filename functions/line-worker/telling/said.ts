import type { Answer } from "../../shared/ports/guest-messenger.ts";
import type { Sender } from "../guest-event.ts";

/** For the log: which photo it was about, and what kind of answer. */
export const said = ({ photoId }: Sender, { kind }: Answer): Readonly<Record<string, string>> => ({
  ...(photoId !== undefined && { photo: photoId }),
  answer: kind,
});
