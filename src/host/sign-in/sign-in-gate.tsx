import { type ReactNode, useMemo } from "react";
import { SignedInProvider } from "../shell/host-identity.ts";
import type { HostAuth } from "./host-auth.ts";
import { NotAHost } from "./not-a-host.tsx";
import { SignInPage } from "./sign-in-page.tsx";
import { usePresence } from "./use-presence.ts";

/** Lets members of `hosts` through. The address stays, so that whoever signs in comes to the page they meant. */
export function SignInGate({ auth, children }: { readonly auth: HostAuth; readonly children: ReactNode }) {
  const { presence, enter, leave } = usePresence(auth);
  const signedIn = useMemo(
    () => (presence.kind === "in" ? { host: presence.host, signOut: leave } : null),
    [presence, leave],
  );
  if (presence.kind === "asking") return null;
  if (signedIn === null) {
    return (
      <SignInPage auth={auth} onSignedIn={enter} hasEnded={presence.kind === "out" && presence.hasEnded} />
    );
  }
  if (!signedIn.host.isHost) return <NotAHost email={signedIn.host.email} onSignOut={leave} />;
  return <SignedInProvider value={signedIn}>{children}</SignedInProvider>;
}
