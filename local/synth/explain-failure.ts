const TAIL_LINES = 25;
const LONGEST_LINE = 400;

/**
 * What a failed synthesis has to say, without the noise around it: `amplify/queues.ts:20:31 TypeError: …`, one line
 * for each place. An output without a place of this clone is given by its end.
 */
export function explainFailure(output: string, clone: string): string {
  const said = output.replaceAll(`file://${clone}/`, "").replaceAll(`${clone}/`, "");
  const places = [...bundlingErrors(said), ...transformErrors(said)];
  if (places.length > 0) return [...new Set(places)].join("\n");
  return thrownError(said) ?? tailOf(said);
}

/** esbuild's, of a function: `✘ [ERROR] What` and, below it, `file:line:column:`. */
function bundlingErrors(output: string): string[] {
  const matches = output.matchAll(/✘ \[ERROR\] (.+)\n\n\s+(\S+:\d+:\d+):/g);
  return [...matches].map(([, what, place]) => `${place} ${what}`);
}

/** tsx's, of the backend's own files: `file:line:column: ERROR: What`. */
function transformErrors(output: string): string[] {
  const matches = output.matchAll(/^(\S+:\d+:\d+): ERROR: (.+)$/gm);
  return [...matches].map(([, place, what]) => `${place} ${what}`);
}

/** Thrown while the backend was put together: the error's first line, and the last of our own lines that led to it. */
function thrownError(output: string): string | undefined {
  const what = /^(?:Error \[\w+\]|\[?\w*Error): .+$/m.exec(output)?.[0];
  const place = /^\s+at .*?\(?((?:amplify|functions|domain)\/\S+?:\d+:\d+)\)?$/m.exec(output)?.[1];
  return what === undefined || place === undefined ? undefined : `${place} ${what}`;
}

const noise = /^(?:Bundling asset|npm warn|\[WARNING\]|\s+Use `addResourceDependency`|Node\.js v)/;

function tailOf(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "" && !noise.test(line));
  return lines
    .slice(-TAIL_LINES)
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line))
    .join("\n");
}
