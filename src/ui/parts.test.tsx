// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { Switch } from "./switch.tsx";
import { Toasts, useToasts } from "./toasts.tsx";

afterEach(cleanup);

describe("a button", () => {
  it("does nothing while busy, says so, and keeps the focus", () => {
    const onClick = vi.fn();
    const { rerender } = render(<Button onClick={onClick}>保存</Button>);
    const button = screen.getByRole("button", { name: "保存" });
    button.focus();
    fireEvent.click(button);
    rerender(
      <Button busy onClick={onClick}>
        保存
      </Button>,
    );
    fireEvent.click(button);
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(button.getAttribute("aria-busy")).toBe("true");
    expect(document.activeElement).toBe(button);
  });

  it("sends a form only when it is asked to, and never while busy", () => {
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    const form = (busy: boolean) => (
      <form onSubmit={onSubmit}>
        <Button>beside</Button>
        <Button type="submit" busy={busy}>
          send
        </Button>
      </form>
    );
    const { rerender } = render(form(false));
    fireEvent.click(screen.getByText("beside"));
    expect(onSubmit).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText("send"));
    expect(onSubmit).toHaveBeenCalledTimes(1);
    rerender(form(true));
    fireEvent.click(screen.getByText("send"));
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });
});

describe("a field", () => {
  it("ties label, hint and error to its control", () => {
    const { rerender } = render(
      <Field label="名前" hint="上に出ます">
        <input />
      </Field>,
    );
    const input = screen.getByLabelText("名前");
    const told = () =>
      (input.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .map((id) => document.getElementById(id)?.textContent);
    expect([told(), input.getAttribute("aria-invalid")]).toEqual([["上に出ます"], null]);
    rerender(
      <Field label="名前" hint="上に出ます" error="入れてください">
        <input />
      </Field>,
    );
    expect([told(), input.getAttribute("aria-invalid")]).toEqual([["上に出ます", "入れてください"], "true"]);
    expect(screen.getByRole("alert").textContent).toBe("入れてください");
  });
});

describe("a switch", () => {
  it("is named by its label alone and turns over", () => {
    const onChange = vi.fn();
    render(<Switch label="残す" hint="後で見られます" checked={false} onChange={onChange} />);
    fireEvent.click(screen.getByRole("switch", { name: "残す" }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  });
});

describe("a dialog", () => {
  function WithDialog({ onClose }: { readonly onClose: () => void }) {
    const [isOpen, setOpen] = useState(false);
    const close = () => {
      onClose();
      setOpen(false);
    };
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          open
        </button>
        {isOpen && (
          <Dialog title="参加を止めますか" onClose={close}>
            <button type="button">止める</button>
          </Dialog>
        )}
      </>
    );
  }
  const onClose = vi.fn();
  beforeEach(() => {
    onClose.mockClear();
    render(<WithDialog onClose={onClose} />);
    fireEvent.click(screen.getByText("open"));
  });
  const dialog = () => screen.queryByRole("dialog", { name: "参加を止めますか" });

  it.each<[string, (open: HTMLElement) => void]>([
    ["the cross", () => fireEvent.click(screen.getByRole("button", { name: "閉じる" }))],
    ["Esc", (open) => fireEvent(open, new Event("cancel", { cancelable: true }))],
    ["a click beside it", (open) => fireEvent.click(open)],
  ])("closes by %s, once", (_, closeBy) => {
    const open = dialog();
    if (open === null) throw new Error("no dialog");
    closeBy(open);
    expect(dialog()).toBeNull();
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it("stays open for a click inside", () => {
    fireEvent.click(screen.getByText("止める"));
    fireEvent.click(screen.getByRole("heading", { name: "参加を止めますか" }));
    expect(dialog()).not.toBeNull();
  });
});

describe("toasts", () => {
  const undo = vi.fn();
  function Sayer() {
    const { say } = useToasts();
    return (
      <>
        <button type="button" onClick={() => say("隠しました", { undo })}>
          hide
        </button>
        <button type="button" onClick={() => say("送りました")}>
          send
        </button>
      </>
    );
  }
  beforeEach(() => {
    vi.useFakeTimers();
    undo.mockClear();
    render(
      <Toasts>
        <Sayer />
      </Toasts>,
    );
  });
  afterEach(() => vi.useRealTimers());
  const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
  const isTold = (text: string) => screen.queryByText(text) !== null;

  it("are announced politely, stay for eight seconds, and go", () => {
    expect(screen.getByRole("status").getAttribute("aria-live")).toBe("polite");
    fireEvent.click(screen.getByText("send"));
    expect(screen.getByRole("status").textContent).toContain("送りました");
    pass(7_999);
    expect(isTold("送りました")).toBe(true);
    pass(1);
    expect(isTold("送りました")).toBe(false);
  });

  it("stay while the focus is on them, and take back what was done", () => {
    fireEvent.click(screen.getByText("hide"));
    const button = screen.getByRole("button", { name: "元に戻す" });
    fireEvent.focus(button);
    pass(60_000);
    fireEvent.click(button);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(isTold("隠しました")).toBe(false);
  });

  it("never are more than three, the newest ones", () => {
    fireEvent.click(screen.getByText("hide"));
    for (let times = 0; times < 3; times += 1) fireEvent.click(screen.getByText("send"));
    expect(screen.getAllByRole("button", { name: "閉じる" })).toHaveLength(3);
    expect(isTold("隠しました")).toBe(false);
  });
});
