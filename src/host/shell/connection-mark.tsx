import { useEffect, useState } from "react";
import { hostShellWords } from "#domain/words/host-shell";
import { useHostLanguage } from "./language.tsx";
import { useSignals } from "./signals.tsx";
import { useOnline } from "./use-online.ts";

/** Short breaks repair themselves before anybody needs to know. */
const PATIENCE_MS = 2_000;

/** One quiet line while the page may show old things. */
export function ConnectionMark() {
  const words = hostShellWords[useHostLanguage()];
  const isOnline = useOnline();
  const isCutOff = !useSignals().isConnected || !isOnline;
  const [isTold, setTold] = useState(false);
  useEffect(() => {
    if (!isCutOff) return;
    const timer = setTimeout(() => setTold(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setTold(false);
    };
  }, [isCutOff]);
  return (
    <output className="shell__connection">
      {isTold && <span>{isOnline ? words.reconnecting : words.offline}</span>}
    </output>
  );
}
