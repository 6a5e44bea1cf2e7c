import type { MailTemplates } from "./outbox.ts";

export interface PasswordPolicy {
  readonly minimumLength?: number;
  readonly requireLowercase?: boolean;
  readonly requireUppercase?: boolean;
  readonly requireNumbers?: boolean;
  readonly requireSymbols?: boolean;
  readonly temporaryPasswordValidityDays?: number;
}

export interface ClientOptions {
  readonly clientId: string;
  readonly name?: string;
  /** `ALLOW_USER_SRP_AUTH` and so on; without it AWS's default (SRP, custom, refresh). */
  readonly explicitAuthFlows?: readonly string[];
  /** AWS's defaults: 60, 60, 43,200 (30 days). */
  readonly tokenValidity?: {
    readonly accessMinutes?: number;
    readonly idMinutes?: number;
    readonly refreshMinutes?: number;
  };
  /** `PreventUserExistenceErrors: ENABLED`. */
  readonly preventUserExistenceErrors?: boolean;
}

export interface GroupOptions {
  readonly name: string;
  readonly description?: string;
  readonly precedence?: number;
  readonly roleArn?: string;
}

/** What the template says about a pool. */
export interface PoolOptions {
  /** `REGION_` and nine letters or digits. */
  readonly poolId: string;
  readonly name?: string;
  readonly clients: readonly ClientOptions[];
  readonly groups?: readonly GroupOptions[];
  readonly passwordPolicy?: PasswordPolicy;
  readonly allowAdminCreateUserOnly?: boolean;
  /** `email` means: people sign in with their address, and the user name is an id that the pool makes. */
  readonly usernameAttributes?: readonly string[];
  /** AWS's own sentences where one is missing. */
  readonly mails?: MailTemplates;
}
