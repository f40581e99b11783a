export interface TextMessage {
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** The gateway will never send this one. `reason`: its own words, for the one who sends. */
export class TextRefused extends Error {
  override readonly name = 'TextRefused';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** Who sends text messages. */
export interface SmsGateway {
  /** Whether messages are only shown to those who develop. */
  readonly isRehearsal: boolean;
  /**
   * Answers with what the gateway calls the message.
   * @throws TextRefused for good; anything else may be tried again, and may have been sent
   */
  send(message: TextMessage): Promise<string>;
  /** What the gateway calls this very message, where it has sent it before; null where it has not. */
  find(message: TextMessage): Promise<string | null>;
}
