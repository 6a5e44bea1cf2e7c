import { randomBytes } from "node:crypto";
import { ACCOUNT_ID, type Caller } from "../service.ts";
import { createCaller, type Judgement, loopback } from "./create-caller.ts";
import { compilePolicies, type Policies, type PolicyDocument } from "./policy.ts";
import {
  compileResourcePolicies,
  type ResourcePolicies,
  type ResourcePolicyDocument,
} from "./resource-policy.ts";

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
  /**
   * Calling it again for the same role replaces its policies. `trust` says who may take the role; without it nobody is
   * asked. Throws on a policy that is not supported.
   */
  addRole(role: {
    readonly roleArn: string;
    readonly policies: readonly PolicyDocument[];
    readonly trust?: unknown;
  }): void;
  /** What a resource says itself about who may use it. Throws on a policy that is not supported. */
  addResourcePolicy(document: ResourcePolicyDocument): void;
  /**
   * Throws when the role does not let that AWS service (`lambda.amazonaws.com`) act in its name; `facts` are what the role's
   * conditions may ask for, such as `aws:SourceArn`.
   */
  checkTrust(roleArn: string, service: string, facts?: Readonly<Record<string, string>>): void;
  /** The same role and session always get the same credentials. Throws for an unknown role. */
  credentialsFor(roleArn: string, sessionName?: string): SessionCredentials;
  /** The role itself as a caller, for services that act in its name without a signature. Throws for an unknown role. */
  callerFor(roleArn: string, sessionName?: string): Caller;
  /** Somebody without a role: an AWS service, or anybody (no `service`). Only resources' own policies admit them. */
  outsider(service: string | undefined, conditions?: Readonly<Record<string, string>>): Caller;
  /** Temporary keys are found only together with their own session token, lasting ones only without any. */
  find(accessKeyId: string, sessionToken?: string): KnownKey | undefined;
  /** Hears every judgement; the answer ends it. */
  watch(listener: (judgement: Judgement) => void): () => void;
}

interface Role {
  readonly policies: Policies;
  readonly trust: ResourcePolicies | undefined;
}

export function createIdentities(options: IdentitiesOptions = {}): Identities {
  const roles = new Map<string, Role>();
  const sessions = new Map<string, SessionCredentials>();
  const keys = new Map<string, SessionCredentials>();
  const resourcePolicies: ResourcePolicies[] = [];
  const listeners = new Set<(judgement: Judgement) => void>();
  const account = { resourcePolicies, listeners };

  function callerFor(roleArn: string, sessionName = "local"): Caller {
    if (!roles.has(roleArn)) throw new Error(`IAM role ${roleArn} is not known`);
    const arn = `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${roleName(roleArn)}/${sessionName}`;
    // Looked up at each call: a role's policies may be replaced while its sessions live.
    const own: Policies = (...question) => roles.get(roleArn)?.policies(...question) ?? "not allowed";
    return createCaller({ arn, asking: { arns: [roleArn, arn] }, own }, account);
  }

  function credentialsFor(roleArn: string, sessionName = "local"): SessionCredentials {
    const name = `${roleArn} ${sessionName}`;
    const known = sessions.get(name);
    if (known !== undefined) return known;
    const session: SessionCredentials = {
      accessKeyId: accessKeyId("ASIA"),
      secretAccessKey: randomBytes(30).toString("base64"),
      sessionToken: randomBytes(120).toString("base64"),
      caller: callerFor(roleArn, sessionName),
    };
    sessions.set(name, session);
    keys.set(session.accessKeyId, session);
    return session;
  }

  const administratorArn = `arn:aws:iam::${ACCOUNT_ID}:user/local-administrator`;
  const administrator: Administrator = {
    accessKeyId: options.administrator?.accessKeyId ?? accessKeyId("AKIA"),
    secretAccessKey: options.administrator?.secretAccessKey ?? randomBytes(30).toString("base64"),
    caller: createCaller(
      { arn: administratorArn, asking: { arns: [administratorArn] }, own: () => "allowed" },
      account,
    ),
  };

  return {
    administrator,
    addRole({ roleArn, policies, trust }) {
      const compiled = trust === undefined ? undefined : compileResourcePolicies([ofEveryResource(trust)]);
      roles.set(roleArn, { policies: compilePolicies(policies), trust: compiled });
    },
    addResourcePolicy: (document) => void resourcePolicies.push(compileResourcePolicies([document])),
    checkTrust(roleArn, service, facts = {}) {
      const { trust } = roles.get(roleArn) ?? {};
      if (trust?.({ service }, "sts:AssumeRole", roleArn, { ...loopback, ...facts }) === "allowed") return;
      throw new Error(`The role ${roleArn} cannot be assumed by ${service}`);
    },
    credentialsFor,
    callerFor,
    outsider: (service, conditions = {}) =>
      createCaller(
        { arn: service ?? "anonymous", asking: service === undefined ? {} : { service }, conditions },
        account,
      ),
    find(id, token) {
      if (id === administrator.accessKeyId) return token === undefined ? administrator : undefined;
      const session = keys.get(id);
      return session !== undefined && session.sessionToken === token ? session : undefined;
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A trust policy names no resource: it hangs on the role. */
function ofEveryResource(trust: unknown): unknown {
  const statements =
    typeof trust === "object" && trust !== null && "Statement" in trust ? [trust.Statement].flat() : [];
  return { Statement: statements.map((one: unknown) => ({ ...Object(one), Resource: "*" })) };
}

function roleName(roleArn: string): string {
  return roleArn.slice(roleArn.lastIndexOf("/") + 1);
}

/** Twenty characters of the alphabet that AWS uses, with the prefix that tells lasting keys from temporary ones. */
function accessKeyId(prefix: "AKIA" | "ASIA"): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  return prefix + Array.from(randomBytes(16), (byte) => alphabet[byte % alphabet.length]).join("");
}
