import { Link } from "react-router";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Icon } from "../../ui/icon.tsx";
import { ConnectionMark } from "../shell/connection-mark.tsx";
import { LanguageSwitch } from "../shell/language.tsx";
import { useScriptWords } from "./use-script-words.ts";

/** Which event it is, and in which language the MC speaks. */
export function ScriptHead({ event }: { readonly event: HostEvent }) {
  const words = useScriptWords();
  return (
    <header className="script__head">
      <Link
        className="script__remote"
        to={`/host/${event.eventId}/remote`}
        aria-label={words.backToRemote}
        title={words.backToRemote}
      >
        <Icon name="left" />
      </Link>
      <p className="script__event">
        <span>{words.title}</span> <bdi>{event.title}</bdi>
      </p>
      <ConnectionMark />
      <LanguageSwitch />
    </header>
  );
}
