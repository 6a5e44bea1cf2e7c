import { type ReactNode, useCallback, useEffect, useState } from "react";

const SHOWN_MS = 5_000;

export interface Notice {
  /** The notice to show, or nothing. */
  readonly notice: ReactNode;
  readonly tell: (text: string) => void;
  /** Runs something and tells when it fails; resolves to whether it succeeded. */
  readonly report: (run: () => Promise<unknown>, describe: (why: string) => string) => Promise<boolean>;
}

/** One short message at a time on a phone's screen. */
export function useNotice(): Notice {
  const [text, setText] = useState<string>();
  useEffect(() => {
    if (text === undefined) return undefined;
    const timer = setTimeout(() => setText(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const report = useCallback(async (run: () => Promise<unknown>, describe: (why: string) => string) => {
    try {
      await run();
      return true;
    } catch (error) {
      setText(describe(error instanceof Error ? error.message : String(error)));
      return false;
    }
  }, []);
  const notice = text !== undefined && (
    <p className="notice" role="alert">
      {text}
    </p>
  );
  return { notice, tell: setText, report };
}
