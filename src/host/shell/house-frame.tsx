import { Outlet } from "react-router";
import { hostShellWords } from "#domain/words/host-shell";
import { Frame } from "./frame.tsx";
import { useHostLanguage } from "./language.tsx";
import { PageBoundary } from "./page-boundary.tsx";
import { SignalsProvider } from "./signals.tsx";
import { useTitle } from "./use-title.ts";

/** Around pages that belong to no single event. */
export function HouseFrame() {
  const words = hostShellWords[useHostLanguage()];
  useTitle([words.events]);
  return (
    <SignalsProvider>
      <Frame title={words.product}>
        <PageBoundary>
          <Outlet />
        </PageBoundary>
      </Frame>
    </SignalsProvider>
  );
}
