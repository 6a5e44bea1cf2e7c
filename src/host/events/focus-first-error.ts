/** Leads whoever sent a form to the first thing that is wrong in it, once that is marked. */
export function focusFirstError(form: { readonly current: HTMLElement | null }): void {
  requestAnimationFrame(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
