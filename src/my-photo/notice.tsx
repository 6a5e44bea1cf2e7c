interface Props {
  readonly text: string;
  readonly isBusy?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What stands where the photo will be, or cannot be: one sentence, at most one thing to do. */
export function Notice({ text, isBusy = false, action }: Props) {
  return (
    <section className="notice" aria-live="polite" aria-busy={isBusy}>
      <div className="print">
        <p className="print__words">{text}</p>
      </div>
      {action !== undefined && (
        <button type="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </section>
  );
}
