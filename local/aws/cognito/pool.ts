import { ACCOUNT_ID, AwsError, REGION } from "../service.ts";
import type { Clock } from "../service.ts";
import type { ClientOptions, PoolOptions } from "./pool-options.ts";
import type { Group, PoolFile, PoolState, Session, User } from "./pool-state.ts";
import { createVerifier, isPassword } from "./srp.ts";
import type { SrpIdentity } from "./srp.ts";

export function poolArn(poolId: string): string {
  return `arn:aws:cognito-idp:${REGION}:${ACCOUNT_ID}:userpool/${poolId}`;
}

/** One user pool: what the template says and who is in it. Callers `save` after a change. */
export class Pool {
  readonly options: PoolOptions;
  #state: PoolState;
  readonly #file: PoolFile;
  readonly #clock: Clock;

  constructor(options: PoolOptions, state: PoolState, file: PoolFile, clock: Clock) {
    this.options = options;
    this.#state = state;
    this.#file = file;
    this.#clock = clock;
    for (const group of options.groups ?? []) this.#declareGroup(group);
  }

  get id(): string {
    return this.options.poolId;
  }

  get state(): PoolState {
    return this.#state;
  }

  get keys(): PoolState["keys"] {
    return this.#state.keys;
  }

  get users(): readonly User[] {
    return this.#state.users;
  }

  get groups(): readonly Group[] {
    return this.#state.groups;
  }

  get policy() {
    return this.options.passwordPolicy ?? {};
  }

  get mails() {
    return this.options.mails ?? {};
  }

  get signsInByEmail(): boolean {
    return this.options.usernameAttributes?.includes("email") ?? false;
  }

  /** Throws when the disk is full; then everything is as it was when it was saved last. */
  save(): void {
    const now = this.#clock();
    this.#state.sessions = this.#state.sessions.filter(({ expiresAt }) => expiresAt > now);
    try {
      this.#file.save(this.#state);
    } catch (error) {
      this.#state = this.#file.load() ?? this.#state;
      throw error;
    }
  }

  client(clientId: string): ClientOptions | undefined {
    return this.options.clients.find((client) => client.clientId === clientId);
  }

  /** By user name, and by address where that is what people sign in with. Not case sensitive. */
  findUser(name: string): User | undefined {
    const wanted = name.toLowerCase();
    return this.#state.users.find(
      ({ username, attributes }) =>
        username.toLowerCase() === wanted ||
        attributes["sub"] === wanted ||
        (this.signsInByEmail && attributes["email"]?.toLowerCase() === wanted),
    );
  }

  /** Throws Cognito's UserNotFoundException. */
  user(name: string): User {
    const user = this.findUser(name);
    if (!user) throw new AwsError("UserNotFoundException", "User does not exist.");
    return user;
  }

  /** Throws Cognito's ResourceNotFoundException. */
  group(name: string): Group {
    const group = this.#state.groups.find((candidate) => candidate.name === name);
    if (!group) throw new AwsError("ResourceNotFoundException", "Group not found.");
    return group;
  }

  addUser(user: User): void {
    this.#state.users.push(user);
  }

  removeUser(user: User): void {
    this.#state.users = this.#state.users.filter((candidate) => candidate !== user);
    this.#state.sessions = this.#state.sessions.filter(({ username }) => username !== user.username);
  }

  addGroup(group: Omit<Group, "createdAt" | "modifiedAt">): Group {
    const now = this.#clock();
    const added = { ...group, createdAt: now, modifiedAt: now };
    this.#state.groups.push(added);
    return added;
  }

  /** The user's groups, the most important (lowest precedence) first. */
  groupsOf(user: User): Group[] {
    const precedence = (group: Group): number => group.precedence ?? Number.POSITIVE_INFINITY;
    return this.#state.groups
      .filter(({ name }) => user.groups.includes(name))
      .toSorted((a, b) => (precedence(a) === precedence(b) ? 0 : precedence(a) - precedence(b)));
  }

  addSession(session: Session): void {
    this.#state.sessions.push(session);
  }

  findSession(matches: (session: Session) => boolean): Session | undefined {
    return this.#state.sessions.find(matches);
  }

  /** How many sign-ins can still be refreshed. */
  get goingSessions(): number {
    const now = this.#clock();
    return this.#state.sessions.filter(({ revoked, expiresAt }) => !revoked && expiresAt > now).length;
  }

  revokeSessionsOf(user: User): void {
    for (const session of this.#state.sessions) {
      if (session.username === user.username) session.revoked = true;
    }
  }

  srpIdentity(userId: string): SrpIdentity {
    return { poolName: this.id.slice(this.id.indexOf("_") + 1), userId };
  }

  setPassword(user: User, password: string, status: User["status"]): void {
    const { temporaryPasswordValidityDays: days = 7 } = this.policy;
    user.password = createVerifier(this.srpIdentity(user.username), password);
    user.status = status;
    user.modifiedAt = this.#clock();
    delete user.resetCode;
    delete user.temporaryUntil;
    if (status === "FORCE_CHANGE_PASSWORD") user.temporaryUntil = this.#clock() + days * 86_400_000;
  }

  hasPassword(user: User, password: string): boolean {
    return isPassword(this.srpIdentity(user.username), password, user.password);
  }

  #declareGroup(group: Omit<Group, "createdAt" | "modifiedAt">): void {
    const known = this.#state.groups.find(({ name }) => name === group.name);
    if (known) Object.assign(known, group);
    else this.addGroup(group);
  }
}
