import { Link } from "react-router";
import type { HostRehearsal } from "../../backend/host-rehearsal.ts";
import { Icon } from "../../ui/icon.tsx";
import { boardUrl } from "../events/board-url.ts";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

/** The pages of the event that is played. */
export function RehearsalLinks({ told }: { readonly told: HostRehearsal }) {
  const { words } = useRehearsalWords();
  return (
    <div className="rehearsal__links">
      <a className="button button--plain" href={boardUrl(told.boardId)} target="_blank" rel="noreferrer">
        <Icon name="screen" />
        {words.board}
      </a>
      <Link className="button button--plain" to={`/host/${told.rehearsalId}/queue`}>
        <Icon name="picture" />
        {words.hostPages}
      </Link>
    </div>
  );
}
