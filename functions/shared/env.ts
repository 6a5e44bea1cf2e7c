import { Fault } from "./fault.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws a `Fault` that names the variable when it is missing or empty. */
export function requireVariable(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === "") throw new Fault("environment-missing", name);
  return value;
}

/** Without the slash at the end, so that paths can be appended. */
export function requireBaseUrl(env: Environment, name: string): string {
  return requireVariable(env, name).replace(/\/+$/, "");
}
