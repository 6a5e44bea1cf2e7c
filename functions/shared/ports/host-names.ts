/** What a host is called. */
export interface HostNames {
  /** By the user pool's user name. The e-mail address; an account that is gone keeps its user name. Fault: `accounts-unreachable`. */
  nameOf(username: string): Promise<string>;
}
