import { type AuditKind, auditKinds, type HostAuditWords } from "#domain/words/host-audit-words";

/** Which entries are shown; `host` null: everybody's. */
export interface AuditView {
  readonly host: string | null;
  readonly kind: AuditKind;
}

interface Props {
  readonly view: AuditView;
  readonly hosts: readonly string[];
  readonly words: HostAuditWords;
  readonly onView: (view: AuditView) => void;
}

export function AuditTools({ view, hosts, words, onView }: Props) {
  return (
    <div className="audit__tools">
      <label className="audit__choice">
        <span>{words.kind}</span>
        <select
          value={view.kind}
          onChange={(event) => {
            const kind = auditKinds.find((known) => known === event.target.value) ?? "all";
            onView({ ...view, kind });
          }}
        >
          {auditKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label className="audit__choice">
        <span>{words.host}</span>
        <select
          value={view.host ?? ""}
          onChange={(event) => onView({ ...view, host: event.target.value || null })}
        >
          <option value="">{words.everyHost}</option>
          {hosts.map((host) => (
            <option key={host} value={host}>
              {host}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
