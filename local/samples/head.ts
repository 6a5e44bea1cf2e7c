import { drawEyes } from "./eyes.ts";
import { EXPRESSIONS } from "./mood.ts";
import type { Expression } from "./mood.ts";
import { drawMouth } from "./mouth.ts";
import { HAIRS, SKINS } from "./palette.ts";
import type { Skin } from "./palette.ts";
import type { Person } from "./person.ts";
import { bothSides, n } from "./shapes.ts";

/** Head without hair: ears, skin, features. `id` makes the gradients unique. */
export function drawHead(id: string, person: Person): string {
  const made = SKINS[person.skin];
  const skin = person.masculine ? { ...made, lip: made.bareLip } : made;
  const expression = EXPRESSIONS[person.mood];
  const masculine = person.masculine ?? false;
  const outline = headOutline(masculine);
  return (
    `<radialGradient id="${id}s" cx=".46" cy=".36" r=".72"><stop offset="0" stop-color="${skin.light}"/>` +
    `<stop offset=".55" stop-color="${skin.base}"/><stop offset="1" stop-color="${skin.dark}"/></radialGradient>` +
    `<clipPath id="${id}h"><path d="${outline}"/></clipPath>` +
    ears(skin) +
    `<path d="${outline}" fill="url(#${id}s)"/>` +
    `<g clip-path="url(#${id}h)"><path d="M60 -160Q150 0 40 160H200V-160Z" fill="${skin.dark}" opacity=".16"/></g>` +
    cheeks(id, skin, expression) +
    (masculine ? stubble(id) : "") +
    drawNose(skin, masculine ? 1.22 : 1) +
    drawEyes(id, expression, skin, HAIRS[person.hairColour], masculine) +
    drawMouth(id, expression, skin)
  );
}

function headOutline(masculine: boolean): string {
  const w = masculine ? 116 : 110;
  const jaw = w * (masculine ? 0.62 : 0.54);
  const cheek = w * (masculine ? 0.92 : 0.86);
  return (
    `M0 -150C${n(w * 0.62)} -150 ${n(w)} -108 ${n(w)} -28C${n(w)} 32 ${n(cheek)} 86 ${n(jaw)} 124` +
    `C${n(w * 0.34)} 146 ${n(w * 0.16)} 151 0 151C${n(-w * 0.16)} 151 ${n(-w * 0.34)} 146 ${n(-jaw)} 124` +
    `C${n(-cheek)} 86 ${n(-w)} 32 ${n(-w)} -28C${n(-w)} -108 ${n(-w * 0.62)} -150 0 -150Z`
  );
}

function ears(skin: Skin): string {
  return bothSides(
    `<ellipse cx="111" cy="6" rx="17" ry="31" fill="${skin.base}"/>` +
      `<path d="M108 -14Q124 -8 116 22" fill="none" stroke="${skin.dark}" stroke-width="4" opacity=".7"/>`,
  );
}

function cheeks(id: string, skin: Skin, { smiles }: Expression): string {
  const glow = (name: string, colour: string): string =>
    `<radialGradient id="${id}${name}"><stop offset=".1" stop-color="${colour}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
  const blush = `<ellipse cx="66" cy="40" rx="42" ry="31" fill="url(#${id}b)" opacity="${smiles ? 0.62 : 0.3}"/>`;
  const lit = `<ellipse cx="62" cy="26" rx="30" ry="17" fill="url(#${id}l)" opacity=".85"/>`;
  const fold = `<path d="M33 38Q58 53 64 80" fill="none" stroke="${skin.dark}" stroke-width="3.2" stroke-linecap="round" opacity=".6"/>`;
  return glow("b", skin.blush) + glow("l", skin.light) + bothSides(smiles ? blush + lit + fold : blush);
}

function stubble(id: string): string {
  const shade = `<linearGradient id="${id}t" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#3c3230" stop-opacity="0"/><stop offset=".55" stop-color="#3c3230" stop-opacity=".17"/></linearGradient>`;
  return `${shade}<g clip-path="url(#${id}h)"><rect x="-120" y="34" width="240" height="120" fill="url(#${id}t)"/></g>`;
}

function drawNose(skin: Skin, breadth: number): string {
  const at = (x: number): string => n(x * breadth);
  return (
    bothSides(
      `<path d="M${at(10)} -24Q${at(8)} 8 ${at(19)} 32Q${at(13)} 24 ${at(7)} 22Q${at(7)} 0 ${at(10)} -24Z" fill="${skin.dark}" opacity=".36"/>` +
        `<ellipse cx="${at(10)}" cy="38" rx="${at(5.4)}" ry="3.2" fill="#3b1c14" opacity=".85"/>` +
        `<path d="M${at(19)} 24Q${at(25)} 33 ${at(17)} 40" fill="none" stroke="${skin.dark}" stroke-width="2.8" stroke-linecap="round"/>`,
    ) +
    `<ellipse cx="0" cy="0" rx="${at(5.5)}" ry="27" fill="${skin.light}" opacity=".55"/>` +
    `<ellipse cx="0" cy="29" rx="${at(9)}" ry="7" fill="${skin.light}" opacity=".6"/>` +
    `<path d="M${at(-12)} 42Q0 48 ${at(12)} 42" fill="none" stroke="${skin.dark}" stroke-width="2.6" stroke-linecap="round"/>`
  );
}
