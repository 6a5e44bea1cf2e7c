import { useState } from "react";
import { hostExportWords } from "#domain/words/host-export";
import type { ExportPart, HostExport } from "../../backend/host-export.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useToasts } from "../../ui/toasts.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import type { ExportBackend } from "./export-backend.ts";
import { inBytes } from "./in-bytes.ts";

interface Props {
  readonly told: HostExport;
  readonly backend: ExportBackend;
  readonly eventId: string;
}

/** The files, each to be had as soon as it is ready. */
export function ExportParts({ told, backend, eventId }: Props) {
  const words = hostExportWords[useHostLanguage()];
  if (told.parts.length === 0) return null;
  return (
    <ol className="export__parts" aria-label={words.parts}>
      {told.parts.map((part, index) => (
        <PartRow
          // A part is its place among the others, and nothing else.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          name={words.part(index + 1, told.parts.length)}
          part={part}
          isAtWork={told.atWork === index}
          take={() => backend.take(eventId, told.exportId, index + 1)}
          keep={backend.keep}
        />
      ))}
    </ol>
  );
}

interface RowProps {
  readonly name: string;
  readonly part: ExportPart;
  readonly isAtWork: boolean;
  readonly take: () => ReturnType<ExportBackend["take"]>;
  readonly keep: ExportBackend["keep"];
}

function PartRow({ name, part, isAtWork, take, keep }: RowProps) {
  const language = useHostLanguage();
  const words = hostExportWords[language];
  const { say } = useToasts();
  const [isAsking, setAsking] = useState(false);
  const fetchPart = async () => {
    setAsking(true);
    const link = await take().catch(() => null);
    setAsking(false);
    if (link === null) say(words.notSent);
    else if ("refused" in link) say(words.partGone);
    else keep(link.url);
  };
  return (
    <li className="export__part" data-done={part.isDone}>
      <div className="export__words">
        <h3>{name}</h3>
        <p className="export__hint">
          {words.photos(part.photos)}
          {part.isDone && ` · ${inBytes(part.bytes, language)}`}
        </p>
        {part.withdrawn > 0 && <p className="export__note">{words.withdrawn(part.withdrawn)}</p>}
      </div>
      {part.isDone ? (
        <div className="export__take">
          {part.isTaken && (
            <span className="export__taken">
              <Icon name="check" />
              {words.taken}
            </span>
          )}
          <Button
            kind={part.isTaken ? "plain" : "primary"}
            busy={isAsking}
            aria-label={words.downloadPart(name)}
            onClick={() => void fetchPart()}
          >
            <Icon name="download" />
            {words.download}
          </Button>
        </div>
      ) : (
        <span className="export__state">{isAtWork ? words.atWork : words.waiting}</span>
      )}
    </li>
  );
}
