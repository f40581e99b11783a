/** A letter as it leaves. */
export interface Letter {
  /** The same whenever this one is tried again, so that who gets it twice can tell. */
  readonly letterId: string;
  readonly to: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The server will never take this one. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused';
}

/** Who sends letters. */
export interface MailGateway {
  /** @throws LetterRefused for good; anything else may be tried again, and may have been sent */
  send(letter: Letter): Promise<void>;
}
