import { createContext, useContext } from "react";
import type { HostIdentity } from "../../backend/auth-outcome.ts";

interface SignedIn {
  readonly host: HostIdentity;
  readonly signOut: () => void;
}

const Context = createContext<SignedIn | null>(null);

export const SignedInProvider = Context.Provider;

/** Who works on this page, and the way out. */
export function useSignedIn(): SignedIn {
  const signedIn = useContext(Context);
  if (signedIn === null) throw new Error("this part of the page is only for somebody who is signed in");
  return signedIn;
}
