import { type ReactNode, useState } from "react";
import type { StackState } from "../../stack/stack-state.ts";

const COPIED_MS = 1_500;

/** Where everything is; the rest stands in endpoints.json. */
export function AddressesCard({ state }: { readonly state: StackState }): ReactNode {
  const { endpoints, dataDirectory, assembly, node } = state;
  const addresses: readonly (readonly [name: string, value: string])[] = [
    ["Host page", endpoints.hostUrl],
    ["Host", endpoints.host.username],
    ["Password", endpoints.host.password],
    ["GraphQL", endpoints.graphqlUrl],
    ["API key", endpoints.apiKey],
    ["AWS clients", endpoints.awsEndpointUrl],
    ["LINE", endpoints.lineApiUrl],
    ["Webhook", endpoints.webhookUrl],
    ["CDN", endpoints.cdnUrl],
    ["Data", dataDirectory ?? "in memory only"],
  ];
  return (
    <section className="card" aria-labelledby="addresses-title">
      <header>
        <h2 id="addresses-title">Addresses</h2>
        <p className="hint">
          <a href="/local/endpoints.json">endpoints.json</a>
        </p>
      </header>
      <dl className="addresses">
        {addresses.map(([name, value]) => (
          <Address key={name} name={name} value={value} />
        ))}
      </dl>
      <p className="hint fine">
        assembly {assembly} · Node {node}
      </p>
    </section>
  );
}

function Address({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard
      .writeText(value)
      .then(() => {
        setCopied(true);
        setTimeout(() => setCopied(false), COPIED_MS);
      })
      .catch(() => setCopied(false));
  };
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{value}</code>
        <button type="button" onClick={copy} aria-label={`Copy ${name}`}>
          {isCopied ? "copied" : "copy"}
        </button>
      </dd>
    </div>
  );
}
