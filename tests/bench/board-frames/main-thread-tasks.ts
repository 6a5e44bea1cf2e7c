interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds. */
  readonly dur?: number;
  readonly args: { readonly name?: string };
}

/** The tasks of the busiest page's main thread in a trace of Chromium, ms each. */
export function mainThreadTasks(trace: Buffer): readonly number[] {
  // Chromium's own format, as it is documented.
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const mains = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  const perMain = mains.map(({ pid, tid }) =>
    traceEvents
      .filter((event) => event.name === "RunTask" && event.pid === pid && event.tid === tid)
      .map(({ dur = 0 }) => dur / 1_000),
  );
  const sum = (tasks: readonly number[]) => tasks.reduce((total, each) => total + each, 0);
  return perMain.toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
}
