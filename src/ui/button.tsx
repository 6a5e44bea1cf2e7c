import type { ComponentProps, MouseEvent } from "react";
import "./button.css";

interface Props extends ComponentProps<"button"> {
  /** `primary`: what one came for; `plain` (default); `danger`: takes something away; `quiet`: beside other things. */
  readonly kind?: "primary" | "plain" | "danger" | "quiet";
  /** Something is under way: pressing again does nothing, and the focus stays. */
  readonly busy?: boolean;
}

export function Button({ kind = "plain", busy = false, className, onClick, ...rest }: Props) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // Also keeps a form from being sent twice.
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  const classes = ["button", `button--${kind}`, className].filter((name) => name !== undefined).join(" ");
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
    />
  );
}
