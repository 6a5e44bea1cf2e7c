import type { ReactNode } from "react";
import type { User } from "../../line/memory/chat.ts";

const HUES = [350, 20, 40, 140, 175, 205, 230, 265, 300, 325];

function hueOf(userId: string): number {
  const sum = [...userId].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return HUES[sum % HUES.length] ?? 0;
}

function firstLetter(name: string): string {
  return [...new Intl.Segmenter("ja").segment(name)][0]?.segment ?? "?";
}

/** A guest's picture, or the first letter of the name on a colour of the guest's own. */
export function Avatar({ user }: { readonly user: User }): ReactNode {
  if (user.pictureUrl !== undefined) return <img className="avatar" src={user.pictureUrl} alt="" />;
  const hue = hueOf(user.userId);
  const background = `linear-gradient(145deg, hsl(${hue} 70% 68%), hsl(${hue + 24} 62% 54%))`;
  return (
    <span className="avatar" style={{ background }} aria-hidden>
      {firstLetter(user.displayName)}
    </span>
  );
}
