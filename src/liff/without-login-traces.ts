const traces = [
  "code",
  "state",
  "liffClientId",
  "liffRedirectUri",
  "error",
  "error_description",
  "liffOAuth2Error",
];

/** The address without what the login left in its query; one that no login made stays as it is. */
export function withoutLoginTraces(url: URL): URL {
  const clean = new URL(url);
  if (!url.searchParams.has("liffClientId") && !url.searchParams.has("liffOAuth2Error")) return clean;
  for (const name of traces) clean.searchParams.delete(name);
  return clean;
}
