// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { RichMenu } from "../talk/line-client.ts";
import { RichMenuPanel } from "./rich-menu-panel.tsx";

afterEach(cleanup);

const help = { type: "postback", label: "Help", data: "help" } as const;
const tab = { type: "richmenuswitch", label: "English", richMenuAliasId: "en", data: "English" } as const;
const menu: RichMenu = {
  richMenuId: "richmenu-1",
  size: { width: 2000, height: 1000 },
  selected: true,
  chatBarText: "Menu",
  areas: [
    { bounds: { x: 0, y: 0, width: 500, height: 1000 }, action: help },
    { bounds: { x: 500, y: 250, width: 1500, height: 750 }, action: tab },
  ],
};

it("has a button wherever the picture can be tapped", () => {
  const onAction = vi.fn();
  render(<RichMenuPanel menu={menu} imageUrl="http://127.0.0.1/x.png" onAction={onAction} />);
  const { style } = screen.getByRole("button", { name: "English" });
  expect([style.left, style.top, style.width, style.height]).toEqual(["25%", "25%", "75%", "75%"]);
  act(() => screen.getByRole("button", { name: "Help" }).click());
  act(() => screen.getByRole("button", { name: "English" }).click());
  expect(onAction.mock.calls).toEqual([[help], [tab]]);
});

it("is closed and opened by its bar", () => {
  render(<RichMenuPanel menu={menu} imageUrl="http://127.0.0.1/x.png" onAction={() => {}} />);
  const bar = screen.getByRole("button", { name: "Menu", expanded: true });
  act(() => bar.click());
  expect(screen.queryByRole("button", { name: "Help" })).toBeNull();
  act(() => bar.click());
  expect(screen.queryByRole("button", { name: "Help" })).not.toBeNull();
});

it("begins closed when the menu says so", () => {
  const closed = { ...menu, selected: false };
  render(<RichMenuPanel menu={closed} imageUrl="http://127.0.0.1/x.png" onAction={() => {}} />);
  expect(screen.getByRole("button", { expanded: false }).textContent).toBe("Menu");
});
