/** A pattern such as `/v2/bot/profile/{userId}`; a brace matches one path segment. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

interface Match<R extends Route> {
  readonly route: R;
  readonly params: Record<string, string>;
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (!part.startsWith("{")) {
      if (part !== value) return undefined;
    } else if (value === "") return undefined;
    else params[part.slice(1, -1)] = decoded(value);
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A broken escape can match no id; the operation then answers "not found".
    return segment;
  }
}

export function findRoute<R extends Route>(
  routes: readonly R[],
  method: string,
  path: string,
): Match<R> | undefined {
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = paramsOf(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}

export function methodsOf(routes: readonly Route[], path: string): string[] {
  return routes.filter((route) => paramsOf(route.path, path)).map((route) => route.method);
}
