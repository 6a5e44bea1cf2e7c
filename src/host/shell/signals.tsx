import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from "react";
import type { HostPart } from "./host-part.ts";

type Badges = Readonly<Partial<Record<HostPart, number>>>;

interface Signals {
  readonly badges: Badges;
  /** False while a part of the page hears nothing new. */
  readonly isConnected: boolean;
}

interface Senders {
  readonly setBadge: (part: HostPart, count: number) => void;
  readonly setConnected: (reporter: string, isConnected: boolean) => void;
}

const SignalsContext = createContext<Signals>({ badges: {}, isConnected: true });
const SendersContext = createContext<Senders>({ setBadge: () => {}, setConnected: () => {} });

/** What pages tell the frame around them. */
export function SignalsProvider({ children }: { readonly children: ReactNode }) {
  const [badges, setBadges] = useState<Badges>({});
  const [cutOff, setCutOff] = useState<ReadonlySet<string>>(new Set());
  const senders = useMemo<Senders>(
    () => ({
      setBadge: (part, count) => setBadges((all) => (all[part] === count ? all : { ...all, [part]: count })),
      setConnected: (reporter, isConnected) =>
        setCutOff((all) => {
          if (all.has(reporter) !== isConnected) return all;
          const others = [...all].filter((one) => one !== reporter);
          return new Set(isConnected ? others : [...others, reporter]);
        }),
    }),
    [],
  );
  const signals = useMemo<Signals>(() => ({ badges, isConnected: cutOff.size === 0 }), [badges, cutOff]);
  return (
    <SendersContext value={senders}>
      <SignalsContext value={signals}>{children}</SignalsContext>
    </SendersContext>
  );
}

export function useSignals(): Signals {
  return useContext(SignalsContext);
}

/** Shows a number beside a page's name in the navigation while the caller is there; 0 and null show none. */
export function useBadge(part: HostPart, count: number | null): void {
  const { setBadge } = useContext(SendersContext);
  useEffect(() => {
    setBadge(part, count ?? 0);
    return () => setBadge(part, 0);
  }, [part, count, setBadge]);
}

/** Tells the frame whether the caller hears what happens; the frame says so quietly while one does not. */
export function useConnectionReport(isConnected: boolean): void {
  const { setConnected } = useContext(SendersContext);
  const reporter = useId();
  useEffect(() => {
    setConnected(reporter, isConnected);
    return () => setConnected(reporter, true);
  }, [reporter, isConnected, setConnected]);
}
