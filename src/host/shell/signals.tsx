import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from "react";
import type { HostPart } from "./host-part.ts";

interface Signals {
  /** What waits on each page. */
  readonly badges: Readonly<Partial<Record<HostPart, number>>>;
  /** False while a part of the page hears nothing new. */
  readonly isConnected: boolean;
}

/** What one part of the page tells the frame. */
interface Report {
  readonly part?: HostPart;
  readonly count?: number;
  readonly isCutOff?: boolean;
}

type Tell = (reporter: string, report: Report | null) => void;

const SignalsContext = createContext<Signals>({ badges: {}, isConnected: true });
const TellContext = createContext<Tell>(() => {});

/** Where pages tell the frame around them what waits and whether they hear what happens. */
export function SignalsProvider({ children }: { readonly children: ReactNode }) {
  const [reports, setReports] = useState<ReadonlyMap<string, Report>>(new Map());
  const tell = useMemo<Tell>(
    () => (reporter, report) =>
      setReports((before) => {
        const after = new Map(before);
        if (report === null) after.delete(reporter);
        else after.set(reporter, report);
        return after;
      }),
    [],
  );
  const signals = useMemo(() => sum([...reports.values()]), [reports]);
  return (
    <TellContext value={tell}>
      <SignalsContext value={signals}>{children}</SignalsContext>
    </TellContext>
  );
}

/** Where two count the same, the one that sees more is right. */
function sum(reports: readonly Report[]): Signals {
  const badges: Partial<Record<HostPart, number>> = {};
  for (const { part, count = 0 } of reports) {
    if (part !== undefined) badges[part] = Math.max(badges[part] ?? 0, count);
  }
  return { badges, isConnected: !reports.some(({ isCutOff }) => isCutOff === true) };
}

export function useSignals(): Signals {
  return useContext(SignalsContext);
}

/** Shows a number beside a page's name in the navigation while the caller is there; 0 and null show none. */
export function useBadge(part: HostPart, count: number | null): void {
  const tell = useContext(TellContext);
  const reporter = useId();
  useEffect(() => {
    tell(reporter, { part, count: count ?? 0 });
    return () => tell(reporter, null);
  }, [tell, reporter, part, count]);
}

/** Tells the frame whether the caller hears what happens; the frame says so quietly while one does not. */
export function useConnectionReport(isConnected: boolean): void {
  const tell = useContext(TellContext);
  const reporter = useId();
  useEffect(() => {
    tell(reporter, { isCutOff: !isConnected });
    return () => tell(reporter, null);
  }, [tell, reporter, isConnected]);
}
