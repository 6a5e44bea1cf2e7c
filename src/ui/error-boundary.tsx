import { Component, type ReactNode } from "react";

interface Props {
  /** Shown instead of the region while it is broken. */
  readonly fallback: ReactNode;
  /** After so many ms the region is tried again; without it, it stays broken. */
  readonly retryMs?: number;
  readonly children: ReactNode;
}

/** Keeps the failure of one region inside it. */
export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };
  #retry: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    console.warn("a region of the page failed", error);
    const { retryMs } = this.props;
    if (retryMs === undefined) return;
    this.#retry = setTimeout(() => this.setState({ isBroken: false }), retryMs);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#retry);
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
