import { type ReactNode, useEffect, useState } from "react";

function useTime(): string {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now.toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" });
}

function StatusBar(): ReactNode {
  return (
    <div className="status-bar" aria-hidden>
      <span>{useTime()}</span>
      <svg viewBox="0 0 64 14" width="64" height="14" fill="currentColor">
        <rect x="0" y="8" width="3" height="5" rx="1" />
        <rect x="4.5" y="5.5" width="3" height="7.5" rx="1" />
        <rect x="9" y="3" width="3" height="10" rx="1" />
        <path d="M18 6.2a9 9 0 0112 0l-1.6 1.8a6.6 6.6 0 00-8.8 0zM21 9.5a4.6 4.6 0 016 0l-3 3.4z" />
        <rect
          x="37"
          y="2.5"
          width="22"
          height="10.5"
          rx="3"
          fill="none"
          stroke="currentColor"
          strokeOpacity=".5"
        />
        <rect x="38.7" y="4.2" width="16" height="7.1" rx="1.6" />
        <rect x="60.5" y="6" width="1.8" height="3.6" rx=".9" opacity=".5" />
      </svg>
    </div>
  );
}

/** A phone's body around what is on its screen. `label` names it for screen readers. */
export function PhoneFrame({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section className="phone" aria-label={label}>
      <div className="phone-screen">
        <StatusBar />
        {children}
      </div>
    </section>
  );
}
