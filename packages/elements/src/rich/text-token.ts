/** What a stretch of a message is set in. */
export type Mark = 'bold' | 'code' | 'italic' | 'struck';

/** A stretch of a message: plain, marked, or what leads somewhere. */
export interface TextToken {
  readonly text: string;
  readonly marks?: readonly Mark[];
  /** `http:`, `https:`, `mailto:` or `tel:`. */
  readonly href?: string;
  /** Where the link leads, in ASCII, if the text does not say so plainly at its beginning. */
  readonly host?: string;
}
