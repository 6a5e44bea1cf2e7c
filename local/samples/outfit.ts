import { drawBlossom } from "./blossom.ts";
import { SKINS } from "./palette.ts";
import type { Skin } from "./palette.ts";
import type { Outfit, Person } from "./person.ts";
import { bothSides, n, scatter } from "./shapes.ts";

/** Neck, shoulders and clothes, down beyond any picture's lower edge. */
export function drawBody(id: string, { skin: name, outfit, masculine }: Person): string {
  const skin = SKINS[name];
  const shoulders = masculine ? 250 : 214;
  return neck(skin, masculine ? 62 : 50, shoulders) + dressed(id, outfit, skin, shoulders);
}

function neck(skin: Skin, half: number, shoulders: number): string {
  return (
    `<path d="M${-half} 90Q${-half} 190 ${-half - 14} 214Q-110 236 ${n(-shoulders * 0.8)} 262L${n(-shoulders * 0.6)} 390H${n(shoulders * 0.6)}L${n(shoulders * 0.8)} 262Q110 236 ${half + 14} 214Q${half} 190 ${half} 90Z" fill="${skin.base}"/>` +
    `<path d="M${-half} 112Q0 196 ${half} 112V148Q0 214 ${-half} 148Z" fill="${skin.dark}" opacity=".42"/>` +
    `<path d="M-34 256Q-60 268 -96 266M34 256Q60 268 96 266" fill="none" stroke="${skin.dark}" stroke-width="4" stroke-linecap="round" opacity=".35"/>`
  );
}

function dressed(id: string, outfit: Outfit, skin: Skin, shoulders: number): string {
  switch (outfit.kind) {
    case "suit":
      return jacket(outfit.colour, shoulders) + shirt() + tie(outfit.tie);
    case "tuxedo":
      return jacket("#17171d", shoulders) + shirt() + bowTie();
    case "kimono":
      return kimono(id, outfit, shoulders);
    case "dress":
      return dress(outfit.colour, shoulders) + necklace(skin, "#f4e7c8");
    case "bride":
      return dress("#fbf8f4", shoulders) + lace() + necklace(skin, "#ffffff");
  }
}

const torso = (w: number): string =>
  `M-70 214Q-130 232 ${n(-w * 0.86)} 258Q${n(-w * 1.1)} 290 ${n(-w * 1.16)} 400L${n(-w * 1.22)} 1500H${n(w * 1.22)}L${n(w * 1.16)} 400Q${n(w * 1.1)} 290 ${n(w * 0.86)} 258Q130 232 70 214`;

function jacket(colour: string, w: number): string {
  const lapel = `<path d="M70 212L112 250L88 300L104 318L0 520L18 380Z" fill="${colour}"/><path d="M70 212L112 250L88 300L104 318L0 520L18 380Z" fill="#fff" opacity=".09"/>`;
  const sleeve = `<path d="M${n(w * 0.82)} 420L${n(w * 0.76)} 1500" stroke="#000" stroke-width="5" opacity=".28"/>`;
  return `<path d="${torso(w)}L0 420Z" fill="${colour}"/>${bothSides(lapel + sleeve)}`;
}

function shirt(): string {
  return (
    `<path d="M-68 206L0 400L68 206Q30 236 0 240Q-30 236 -68 206Z" fill="#fbfbfd"/>` +
    bothSides(
      `<path d="M68 198L84 238L40 286L0 240Q44 232 68 198Z" fill="#fff" stroke="#cfd2da" stroke-width="2"/>`,
    )
  );
}

function tie(colour: string): string {
  return (
    `<path d="M-17 240H17L12 268L30 410L0 450L-30 410L-12 268Z" fill="${colour}"/>` +
    `<path d="M-17 240H17L12 268H-12Z" fill="#000" opacity=".18"/><path d="M-22 350L26 320M-27 390L29 356" stroke="#fff" stroke-width="5" opacity=".3"/>`
  );
}

const bowTie = (): string =>
  bothSides(`<path d="M8 248Q40 216 62 226Q70 252 62 280Q40 288 8 262Z" fill="#111116"/>`) +
  `<rect x="-11" y="240" width="22" height="28" rx="7" fill="#2b2b33"/>`;

function kimono(id: string, outfit: Extract<Outfit, { kind: "kimono" }>, w: number): string {
  const body = `${torso(w)}L26 470H-26Z`;
  const blossoms = scatter(44, 12, (random) => {
    const x = (random() - 0.5) * 2.5 * w;
    return drawBlossom(x, 262 + random() * 460, 13 + 15 * random(), outfit.pattern, 0.9);
  });
  const obi =
    `<path d="M${n(-w * 1.04)} 492H${n(w * 1.04)}V650H${n(-w * 1.04)}Z" fill="#c9a24a"/>` +
    `<path d="M${n(-w * 1.04)} 516H${n(w * 1.04)}M${n(-w * 1.04)} 626H${n(w * 1.04)}" stroke="#f3dd9a" stroke-width="8"/>` +
    `<rect x="${n(-w * 1.04)}" y="560" width="${n(w * 2.08)}" height="22" fill="${outfit.collar}"/>`;
  return (
    `<clipPath id="${id}k"><path d="${body}"/></clipPath><path d="${body}" fill="${outfit.colour}"/>` +
    `<path d="M-70 206L0 330L70 206L60 480H-60Z" fill="${outfit.colour}"/>` +
    `<g clip-path="url(#${id}k)">${blossoms}</g>` +
    // The wearer's left side lies on top; the other way round is how the dead are dressed.
    `<path d="M-74 192L-120 230L10 500L60 470Z" fill="${outfit.collar}"/><path d="M-76 192L4 338" fill="none" stroke="#fff" stroke-width="13"/>` +
    `<path d="M74 192L120 230L-22 512L-74 480L8 330Z" fill="${outfit.collar}"/><path d="M76 192L8 330L-66 466" fill="none" stroke="#fff" stroke-width="13"/>` +
    obi
  );
}

function dress(colour: string, w: number): string {
  return (
    `<path d="M${n(-w * 0.62)} 246Q${n(-w * 0.52)} 330 0 362Q${n(w * 0.52)} 330 ${n(w * 0.62)} 246L${n(w * 0.9)} 262Q${n(w * 1.02)} 330 ${n(w * 0.92)} 430L${n(w * 1.1)} 1500H${n(-w * 1.1)}L${n(-w * 0.92)} 430Q${n(-w * 1.02)} 330 ${n(-w * 0.9)} 262Z" fill="${colour}"/>` +
    bothSides(
      `<path d="M${n(w * 0.3)} 380Q${n(w * 0.44)} 520 ${n(w * 0.36)} 1500" fill="none" stroke="#000" stroke-width="9" opacity=".1"/>`,
    ) +
    `<path d="M${n(-w * 0.5)} 330Q0 420 ${n(w * 0.5)} 330" fill="none" stroke="#fff" stroke-width="6" opacity=".4"/>`
  );
}

const lace = (): string =>
  scatter(16, 5, (random, index) => {
    const x = -150 + index * 20;
    return `<circle cx="${x}" cy="${n(352 - (x * x) / 500 + random() * 5)}" r="9" fill="none" stroke="#d8cfc6" stroke-width="3"/>`;
  });

const necklace = (skin: Skin, colour: string): string =>
  `<path d="M-58 226Q0 304 58 226" fill="none" stroke="${skin.dark}" stroke-width="7" opacity=".35"/>` +
  `<path d="M-58 224Q0 300 58 224" fill="none" stroke="${colour}" stroke-width="6" stroke-dasharray="1 9" stroke-linecap="round"/>`;
