import type { Failure, LinkOpened, LinkSite, LinkView } from '@eyeline/protocol';

/** What came of asking: `unreached` where nothing came back, or the server could not say. */
export type LinkAnswer<T> =
  | { readonly value: T }
  | { readonly refusal: Failure }
  | { readonly unreached: Failure | null };

/** Port: a link by which somebody comes to a conversation. */
export interface Link {
  /** Has this browser come by it before? Then it comes again without being asked. */
  readonly isKnown: boolean;
  /** Nothing is used up by it. */
  look(): Promise<LinkAnswer<LinkView>>;
  /** Who is here, where there is no such link. */
  site(): Promise<LinkAnswer<LinkSite>>;
  /** Comes by it: the session that is created for its entry point afterwards is the guest's. */
  open(): Promise<LinkAnswer<LinkOpened>>;
}
