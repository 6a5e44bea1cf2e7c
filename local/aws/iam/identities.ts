import { randomBytes } from "node:crypto";
import { ACCOUNT_ID, AwsError, type Caller } from "../service.ts";
import { compilePolicies, type Policies, type PolicyDocument } from "./policy.ts";

export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly caller: Caller;
}

export interface Administrator {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly caller: Caller;
}

/** What a signature is checked against. */
export interface KnownKey {
  readonly secretAccessKey: string;
  readonly caller: Caller;
}

export interface IdentitiesOptions {
  /** Given from outside so that it can outlive a restart; made anew when left out. */
  readonly administrator?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface Identities {
  readonly administrator: Administrator;
  /** Calling it again for the same role replaces its policies. Throws on a policy that is not supported. */
  addRole(role: { readonly roleArn: string; readonly policies: readonly PolicyDocument[] }): void;
  /** The same role and session always get the same credentials. Throws for an unknown role. */
  credentialsFor(roleArn: string, sessionName?: string): SessionCredentials;
  /** The role itself as a caller, for services that act in its name without a signature. Throws for an unknown role. */
  callerFor(roleArn: string, sessionName?: string): Caller;
  /** Temporary keys are found only together with their own session token, lasting ones only without any. */
  find(accessKeyId: string, sessionToken?: string): KnownKey | undefined;
}

export function createIdentities(options: IdentitiesOptions = {}): Identities {
  const roles = new Map<string, Policies>();
  const sessions = new Map<string, SessionCredentials>();
  const keys = new Map<string, SessionCredentials>();
  const administrator = createAdministrator(options);

  function callerFor(roleArn: string, sessionName = "local"): Caller {
    if (!roles.has(roleArn)) throw new Error(`IAM role ${roleArn} is not known`);
    const arn = `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${roleName(roleArn)}/${sessionName}`;
    // Looked up at each call: a role's policies may be replaced while its sessions live.
    return createCaller(arn, (action, resource, context) => {
      const policies = roles.get(roleArn);
      return policies === undefined ? "not allowed" : policies(action, resource, context);
    });
  }

  function credentialsFor(roleArn: string, sessionName = "local"): SessionCredentials {
    const name = `${roleArn} ${sessionName}`;
    const known = sessions.get(name);
    if (known !== undefined) return known;
    const caller = callerFor(roleArn, sessionName);
    const session: SessionCredentials = {
      accessKeyId: accessKeyId("ASIA"),
      secretAccessKey: randomBytes(30).toString("base64"),
      sessionToken: randomBytes(120).toString("base64"),
      caller,
    };
    sessions.set(name, session);
    keys.set(session.accessKeyId, session);
    return session;
  }

  return {
    administrator,
    addRole: ({ roleArn, policies }) => void roles.set(roleArn, compilePolicies(policies)),
    credentialsFor,
    callerFor,
    find(id, token) {
      if (id === administrator.accessKeyId) return token === undefined ? administrator : undefined;
      const session = keys.get(id);
      return session !== undefined && session.sessionToken === token ? session : undefined;
    },
  };
}

function createAdministrator({ administrator }: IdentitiesOptions): Administrator {
  return {
    accessKeyId: administrator?.accessKeyId ?? accessKeyId("AKIA"),
    secretAccessKey: administrator?.secretAccessKey ?? randomBytes(30).toString("base64"),
    caller: createCaller(`arn:aws:iam::${ACCOUNT_ID}:user/local-administrator`, () => "allowed"),
  };
}

function createCaller(arn: string, policies: Policies): Caller {
  return {
    arn,
    authorize(action, resource, conditions = {}) {
      const decision = policies(action, resource, conditions);
      if (decision === "allowed") return;
      const because =
        decision === "explicitly denied"
          ? "with an explicit deny in an identity-based policy"
          : `because no identity-based policy allows the ${action} action`;
      const message = `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`;
      throw new AwsError("AccessDeniedException", message, 403);
    },
  };
}

function roleName(roleArn: string): string {
  return roleArn.slice(roleArn.lastIndexOf("/") + 1);
}

/** Twenty characters of the alphabet that AWS uses, with the prefix that tells lasting keys from temporary ones. */
function accessKeyId(prefix: "AKIA" | "ASIA"): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return prefix + Array.from(randomBytes(16), (byte) => alphabet[byte % alphabet.length]).join("");
}
