import type { InteractionId } from '@eyeline/protocol';

/** One thing that was said, the oldest first. */
export interface Turn {
  readonly by: 'customer' | 'bot';
  readonly text: string;
}

/** What a bot is asked. */
export interface BotQuestion {
  readonly interactionId: InteractionId;
  /** What the customer has written since the bot's last words. */
  readonly text: string;
  /** What was said before, and this. */
  readonly turns: readonly Turn[];
  readonly customerName: string;
  readonly form: Readonly<Record<string, string>>;
}

/** One message of a bot's answer. */
export interface BotMessage {
  readonly text: string;
  /** Answers to choose from: what they are called, and what the bot gets when one is pressed. */
  readonly choices: readonly { readonly label: string; readonly value: string }[];
}

export interface Handover {
  /** For agents. */
  readonly reason: string;
  /** What the bot has found out. */
  readonly context: Readonly<Record<string, string>>;
}

export interface BotAnswer {
  readonly messages: readonly BotMessage[];
  /** A person is to take over; null: the bot goes on. */
  readonly handover: Handover | null;
  /** It is over, as far as the bot sees. */
  readonly isOver: boolean;
}

/** Who answers for a bot. */
export interface BotService {
  /** @throws where there is no answer that can be used */
  ask(question: BotQuestion, signal: AbortSignal): Promise<BotAnswer>;
}
