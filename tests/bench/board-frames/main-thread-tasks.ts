interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds: what other processes take meanwhile does not count. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The tasks of the busiest page's main thread in a trace of Chromium, ms of processor time each. */
export function mainThreadTasks(trace: Buffer): readonly number[] {
  // Chromium's own format, as it is documented.
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const mains = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  const perMain = mains.map(({ pid, tid }) =>
    traceEvents
      .filter((event) => event.name === "RunTask" && event.pid === pid && event.tid === tid)
      .map(({ tdur = 0 }) => tdur / 1_000),
  );
  const sum = (tasks: readonly number[]) => tasks.reduce((total, each) => total + each, 0);
  return perMain.toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
}
