export type TranscriptLine =
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'event'; readonly time: string; readonly text: string }
  | {
      readonly kind: 'said';
      readonly time: string;
      readonly who: string;
      readonly text: string;
      readonly isOwn: boolean;
    };

/** What was said, as the customer reads it, in words alone. */
export interface Transcript {
  readonly language: { readonly tag: string; readonly dir: 'ltr' | 'rtl' };
  readonly title: string;
  /** Whose clock the times are on. */
  readonly times: string;
  readonly lines: readonly TranscriptLine[];
}
