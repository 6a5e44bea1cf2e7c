import type { Language } from "#domain/language";

/** Where a card's pictures and buttons lead; without a slash at the end. */
export interface Addresses {
  /** `https://….cloudfront.net` */
  readonly cdnBaseUrl: string;
  /** `https://liff.line.me/LIFF_ID` */
  readonly liffBaseUrl: string;
}

export const myPage = ({ liffBaseUrl }: Addresses): string => `${liffBaseUrl}/me`;

/** What happens to the photos of an event; for everybody. */
export const privacyPage = ({ liffBaseUrl }: Addresses, joinCode: string, language: Language): string =>
  `${liffBaseUrl}/privacy/${joinCode}?lang=${language}`;

export const photoPage = ({ liffBaseUrl }: Addresses, photoId: string): string =>
  `${liffBaseUrl}/me/photos/${photoId}`;

export const displayCopy = ({ cdnBaseUrl }: Addresses, image: string): string => `${cdnBaseUrl}/${image}.jpg`;
