import { type Language, languages } from "#domain/language";
import { languageNames, richMenuWords } from "#domain/words/rich-menu";
import {
  type Bounds,
  buttonBounds,
  type MenuButton,
  menuSize,
  tabBounds,
} from "../../cli/line-setup/menu-layout.ts";

/** Drawn on 24 × 24 with one stroke, as the product's other icons. */
const icons: Readonly<Record<MenuButton, string>> = {
  camera:
    "M3.5 7.5h4l1.6-2.5h5.8l1.6 2.5h4v11.5h-17z M12 16.6a3.9 3.9 0 1 0 0-7.8 3.9 3.9 0 0 0 0 7.8Z M10.4 12.9q1.6 1.7 3.2 0",
  album:
    "M6.5 7.5h14v11.5h-14z M3.5 15.5v-11h13.5 M6.5 16.4l4-3.9 3 3 2.4-2.3 4.6 4.3 M16.4 10.6a.9.9 0 1 0 0 .1",
  ranking: "M4 17.5L3 8l5 3.6L12 5l4 6.6L21 8l-1 9.5z M4.2 20.5h15.6",
  me: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M7.6 10.6q1.2-1.6 2.6 0 M13.8 10.6q1.3-1.6 2.6 0 M7.8 14q4.2 4.4 8.4 0",
  help: "M4 4.5h16v12h-9l-4.5 4v-4H4z M9.8 8.9a2.3 2.3 0 1 1 3.3 2.1q-1.1.5-1.1 1.4 M12 14.3v.1",
};

const style = `
  @import "/node_modules/@fontsource-variable/noto-sans-jp/wght.css";
  @import "/node_modules/@fontsource-variable/noto-sans-tc/wght.css";
  body { margin: 0; }
  .menu { position: relative; width: ${menuSize.width}px; height: ${menuSize.height}px; overflow: hidden;
    background: #faf6ee; color: #2b211c; font-family: "Noto Sans JP Variable", sans-serif; font-feature-settings: "palt"; }
  .menu:lang(zh-Hant) { font-family: "Noto Sans TC Variable", sans-serif; }
  .tab, .cell { position: absolute; box-sizing: border-box; display: grid; place-items: center; place-content: center; }
  .tab { font-size: 80px; font-weight: 500; color: #6b5d53; }
  .tab:lang(zh-Hant) { font-family: "Noto Sans TC Variable", sans-serif; }
  .tab:lang(ja) { font-family: "Noto Sans JP Variable", sans-serif; }
  .tab.here { color: #b3261e; font-weight: 700; }
  .tab.here::after { content: ""; position: absolute; bottom: 26px; width: 300px; height: 12px; border-radius: 6px; background: #b3261e; }
  .cell { padding: 18px; }
  .cell > div { box-sizing: border-box; width: var(--width); height: var(--height); border-radius: 56px; background: #fffdf9;
    border: 4px solid #e6dccb; display: grid; place-items: center; place-content: center; gap: 44px; position: relative; overflow: hidden; }
  .cell p { margin: 0; font-weight: 700; font-size: 104px; line-height: 1.2; letter-spacing: 0.02em; position: relative; }
  .cell.wide p { font-size: 128px; }
  .cell svg { width: 220px; height: 220px; position: relative; fill: none; stroke: #b3261e; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .cell.wide svg { width: 300px; height: 300px; stroke-width: 1.4; }
  .cell.camera > div { background: linear-gradient(160deg, #c2321f, #a3200f); border-color: #a3200f; color: #fff8ee; }
  .cell.camera svg { stroke: #fbe7b2; }
  .cell.ranking svg { stroke: #a97f2b; }
  .waves { position: absolute; inset: 0; background: repeating-radial-gradient(circle at 50% 112%, #fff8ee00 0 66px, #fff8ee14 66px 72px); }
`;

function place({ x, y, width, height }: Bounds): string {
  return `left:${x}px;top:${y}px;width:${width}px;height:${height}px;--width:${width - 36}px;--height:${height - 36}px`;
}

function tab(of: Language, here: Language): string {
  const mark = of === here ? " here" : "";
  return `<div class="tab${mark}" lang="${of}" style="${place(tabBounds(of))}">${languageNames[of]}</div>`;
}

function cell(name: MenuButton, words: string): string {
  const isWide = name === "camera" || name === "album";
  const waves = name === "camera" ? `<span class="waves"></span>` : "";
  const icon = `<svg viewBox="0 0 24 24"><path d="${icons[name]}"/></svg>`;
  return `<div class="cell ${name}${isWide ? " wide" : ""}" style="${place(buttonBounds[name])}"><div>${waves}${icon}<p>${words}</p></div></div>`;
}

/** The menu of a language as a page of exactly its picture's size. */
export function richMenuPage(language: Language): string {
  const words = richMenuWords[language];
  const tabs = languages.map((one) => tab(one, language)).join("");
  const cells = (["camera", "album", "ranking", "me", "help"] as const)
    .map((name) => cell(name, words[name]))
    .join("");
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${style}</style><div class="menu">${tabs}${cells}</div></html>`;
}
