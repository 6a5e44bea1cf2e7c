import type { RehearsalReport } from "#domain/rehearsal-report";
import { inBytes } from "../export/in-bytes.ts";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

/** What Rekognition and LINE were or would have been asked. */
export function UsedCalls({ report }: { readonly report: RehearsalReport }) {
  const { words, language, inWords } = useRehearsalWords();
  const { rekognition, line, sent, bytes } = report;
  const named = <Name extends string>(counts: Readonly<Record<Name, number>>, names: Record<Name, string>) =>
    // The names of the report's own members.
    (Object.keys(names) as Name[]).map((name) => ({ name: names[name], told: inWords(counts[name]) }));
  return (
    <>
      <h3>{words.calls}</h3>
      <p className="rehearsal__note">
        {words.callsHint(report.readsForReal)} {words.lineHint}
      </p>
      <div className="rehearsal__calls">
        <CallList title="Rekognition" calls={named(rekognition, words.rekognition)} />
        <CallList title="LINE" calls={named(line, words.line)} />
        <CallList
          title={words.others}
          calls={[
            { name: words.chats, told: inWords(sent.chats) },
            { name: words.redelivered, told: inWords(sent.redelivered) },
            { name: words.bytes, told: inBytes(bytes, language) },
          ]}
        />
      </div>
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly calls: readonly { readonly name: string; readonly told: string }[];
}

function CallList({ title, calls }: ListProps) {
  return (
    <div>
      <h4>{title}</h4>
      <dl className="rehearsal__counts">
        {calls.map(({ name, told }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
