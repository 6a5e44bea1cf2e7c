export type IdTokenVerdict =
  | { readonly kind: "verified"; readonly lineUserId: string }
  | { readonly kind: "refused"; readonly reason: "token-invalid" | "token-expired" };

export interface IdTokenVerifier {
  /** Fault: `line-keys-unreachable`. */
  verify(idToken: string): Promise<IdTokenVerdict>;
}
