import type { ReactNode } from "react";
import { FaultPanel } from "./switches/fault-panel.tsx";
import { AddressesCard } from "./parts/addresses-card.tsx";
import { FunctionsCard } from "./parts/functions-card.tsx";
import { MailsCard } from "./parts/mails-card.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { PhotosCard } from "./parts/photos-card.tsx";
import { QueuesCard } from "./parts/queues-card.tsx";
import { TroublesCard } from "./parts/troubles-card.tsx";
import { useStackState } from "./state/use-stack-state.ts";

/** The stack as it runs, and the switches of what goes wrong. */
export function App(): ReactNode {
  const { state, isReachable, refresh } = useStackState();
  return (
    <>
      <PageHeader state={state} isReachable={isReachable} />
      {state !== undefined && (
        <main data-stale={!isReachable}>
          <PhotosCard state={state} />
          <div className="column">
            <QueuesCard state={state} />
            <FunctionsCard state={state} />
          </div>
          <FaultPanel plan={state.faults} onChanged={refresh} />
          <TroublesCard state={state} />
          <MailsCard state={state} />
          <AddressesCard state={state} />
        </main>
      )}
    </>
  );
}
