import type { Environment } from "./env.ts";

/**
 * Connects once, and again only when a setting has changed: Amplify puts fresh secrets into the environment every
 * minute, so that a rotated one works without a new deployment.
 */
export function rememberConnection<Settings, Connection>(
  read: (env: Environment) => Settings,
  connect: (settings: Settings, env: Environment) => Connection,
): (env: Environment) => Connection {
  let last: { readonly key: string; readonly connection: Connection } | undefined;
  return (env) => {
    const settings = read(env);
    const key = JSON.stringify(settings);
    if (last?.key !== key) last = { key, connection: connect(settings, env) };
    return last.connection;
  };
}
