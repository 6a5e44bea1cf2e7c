import { makeZip } from "client-zip";

export interface ArchivedFile {
  /** With its extension; each once. */
  readonly name: string;
  /** Programs that unpack show year to second as this date has them in the time zone of the process. */
  readonly writtenAt: Date;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
}

/**
 * A ZIP archive of any size, made while it is read and not before: one file is asked for after the other has gone out.
 * Nothing is compressed, because pictures already are.
 */
export async function* zipOf(files: AsyncIterable<ArchivedFile>): AsyncGenerator<Uint8Array> {
  yield* makeZip(entriesOf(files));
}

async function* entriesOf(files: AsyncIterable<ArchivedFile>) {
  for await (const { name, writtenAt, content } of files)
    yield { name, lastModified: writtenAt, input: contentOf(content) };
}

function contentOf(content: ArchivedFile["content"]) {
  if (!(content instanceof Uint8Array)) return content;
  // Its own view of the bytes: a Node buffer may share its memory with others.
  return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
}
