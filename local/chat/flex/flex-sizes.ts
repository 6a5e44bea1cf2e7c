const SPACES: Readonly<Record<string, string>> = {
  none: "0px",
  xs: "2px",
  sm: "4px",
  md: "8px",
  lg: "12px",
  xl: "16px",
  xxl: "20px",
};

const FONTS: Readonly<Record<string, string>> = {
  xxs: "11px",
  xs: "13px",
  sm: "14px",
  md: "16px",
  lg: "19px",
  xl: "22px",
  xxl: "29px",
  "3xl": "35px",
  "4xl": "48px",
  "5xl": "74px",
};

const IMAGES: Readonly<Record<string, string>> = {
  xxs: "40px",
  xs: "60px",
  sm: "80px",
  md: "100px",
  lg: "120px",
  xl: "140px",
  xxl: "160px",
  "3xl": "180px",
  "4xl": "200px",
  "5xl": "220px",
  full: "100%",
};

const BORDERS: Readonly<Record<string, string>> = {
  none: "0px",
  light: "0.5px",
  normal: "1px",
  medium: "2px",
  "semi-bold": "3px",
  bold: "4px",
};

const BUBBLES = {
  nano: "120px",
  micro: "160px",
  deca: "220px",
  hecto: "241px",
  kilo: "260px",
  mega: "300px",
  giga: "386px",
} as const;

export type BubbleSize = keyof typeof BUBBLES;

/** A keyword's length, or the value itself (`12px`, `40%`). */
export function space(value: string | undefined): string | undefined {
  return value === undefined ? undefined : (SPACES[value] ?? value);
}

export function fontSize(value: string | undefined): string {
  return FONTS[value ?? "md"] ?? value ?? "16px";
}

export function imageSize(value: string | undefined): string {
  return IMAGES[value ?? "md"] ?? value ?? "100px";
}

export function borderWidth(value: string | undefined): string | undefined {
  return value === undefined ? undefined : (BORDERS[value] ?? value);
}

export function bubbleWidth(size: BubbleSize | undefined): string {
  return BUBBLES[size ?? "mega"];
}

/** `20:13` as CSS has it. */
export function aspectRatio(value: string | undefined): string {
  return (value ?? "1:1").replace(":", " / ");
}
