// @vitest-environment happy-dom
import { act, cleanup, fireEvent, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { useSwitch } from "./use-switch.ts";

const open = (isUsual: boolean) =>
  renderHook((usual: boolean) => useSwitch({ boardId: "b", name: "qr", key: "q", isUsual: usual }), {
    initialProps: isUsual,
  });
const press = () => act(async () => void fireEvent.keyDown(document.body, { key: "q" }));
const on = { isOn: true, isOwn: false };
const off = { isOn: false, isOwn: false };

afterEach(() => {
  cleanup();
  localStorage.clear();
  history.replaceState(null, "", "/");
});

describe("B12: a switch of the screen", () => {
  it("follows the event while nobody switched it here", () => {
    const { result, rerender } = open(true);
    expect(result.current).toEqual(on);
    rerender(false);
    expect(result.current).toEqual(off);
  });

  it("switched here, stays as it is whatever the event has, through reloads", async () => {
    const { result, rerender } = open(true);
    await press();
    expect(result.current).toEqual({ isOn: false, isOwn: true });
    rerender(false);
    expect(result.current).toEqual(off);
    cleanup();
    expect(open(true).result.current).toEqual({ isOn: false, isOwn: true });
  });

  it("switched back, follows the event again", async () => {
    const { result, rerender } = open(false);
    await press();
    await press();
    expect(result.current).toEqual(off);
    rerender(true);
    expect(result.current).toEqual(on);
    cleanup();
    expect(open(false).result.current).toEqual(off);
  });

  it("is as the address says before all else", async () => {
    localStorage.setItem("egao:board:b:qr", "on");
    history.replaceState(null, "", "/?qr=off");
    expect(open(true).result.current).toEqual({ isOn: false, isOwn: true });
  });
});
