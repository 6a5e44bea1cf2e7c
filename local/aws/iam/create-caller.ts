import { AwsError, type Caller } from "../service.ts";
import type { RequestContext } from "./condition.ts";
import type { Decision, Policies } from "./policy.ts";
import type { Asking, ResourcePolicies } from "./resource-policy.ts";

/** One question and its answer. */
export interface Judgement {
  /** ARN of the session or user; the service's name for an AWS service; `anonymous`. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly decision: Decision;
}

/** What every caller of one account has in common. */
export interface Account {
  readonly resourcePolicies: readonly ResourcePolicies[];
  readonly listeners: ReadonlySet<(judgement: Judgement) => void>;
}

interface Subject {
  readonly arn: string;
  readonly asking: Asking;
  /** Identity-based policies; without them only resources' own policies can admit. */
  readonly own?: Policies;
  readonly conditions?: RequestContext;
}

/** Nothing is encrypted between the processes of one machine, and nobody can listen: this counts as TLS. */
export const loopback: RequestContext = { "aws:SecureTransport": "true" };

/** Within one account it is enough that the caller's or the resource's policy allows; each of them can forbid. */
export function createCaller({ arn, asking, own, conditions: given }: Subject, account: Account): Caller {
  return {
    arn,
    authorize(action, resource, conditions = {}) {
      const context = { ...loopback, ...given, ...conditions };
      const byIdentity = own?.(action, resource, context);
      const byResource = account.resourcePolicies.map((one) => one(asking, action, resource, context));
      const denied = [byIdentity, ...byResource].includes("explicitly denied");
      const allowed = [byIdentity, ...byResource].includes("allowed");
      const decision = denied ? "explicitly denied" : allowed ? "allowed" : "not allowed";
      for (const listener of account.listeners) listener({ principal: arn, action, resource, decision });
      if (decision === "allowed") return;
      const denier = byIdentity === "explicitly denied" ? "an identity" : "a resource";
      const because = denied
        ? `with an explicit deny in ${denier}-based policy`
        : `because no ${own ? "identity" : "resource"}-based policy allows the ${action} action`;
      const message = `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
      throw new AwsError("AccessDeniedException", message, 403);
    },
  };
}
