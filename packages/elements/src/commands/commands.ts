import type { AttributesSaid, CustomerSaid, InteractionId, ProactiveInviteInput } from '@eyeline/protocol';
import type { CommandError } from './command-error.ts';
import type { WidgetEventName, WidgetEvents } from './widget-events.ts';

/** Values of the form by the name of the field; what there is no field for is left out. */
export type FormInput = Readonly<Record<string, string>>;

export interface StartedDetail {
  readonly interactionId: InteractionId;
}

/** What the widget can be told, here and as `widget.run(…)`: name -> arguments and result. Each happens before its promise resolves. */
export interface Commands {
  /** Opens the panel; the widget is shown if it was hidden. */
  open(): void;
  close(): void;
  toggle(): void;
  /** Takes `hide` back. */
  show(): void;
  /** Leaves nothing to be seen, not even the button. A conversation goes on. */
  hide(): void;
  /** Speaks another language; resolves with the tag that is spoken, which is `en` where there is none of those. */
  setLocale(...wanted: string[]): string;
  /** Values that the form begins with. */
  prefill(values: FormInput): void;
  /**
   * Who the customer is: by a `token` that your own server has signed, which proves it, or by the page's word. In a conversation it
   * resolves when the server has it, else at once: it counts for the next one. Null forgets it, and the attributes.
   */
  identify(who: CustomerSaid | null): void;
  /** What else the agent and the rules of routing may know, by name; null takes one back. */
  setAttributes(attributes: AttributesSaid): void;
  /**
   * Begins a chat with these values, once the server has it. Where the form still lacks something the customer is asked for it, and
   * the promise waits. In a conversation that goes on, what is asked in them is sent: the long texts of the form, and `question`.
   */
  startChat(values?: FormInput): StartedDetail;
  /** The same for a call. In a conversation it becomes one, as far as the customer wants to. */
  startVideo(values?: FormInput): StartedDetail;
  /** The same for a callback; when, the customer says in any case. */
  requestCallback(values?: FormInput): StartedDetail;
  /**
   * Says that something has happened, by the name that invitations of the entry point wait for; or gives an invitation of the page's
   * own. Resolves when that is known: whether and when it is shown, the events say.
   */
  invite(what: string | ProactiveInviteInput): void;
  /** Sends what the customer says; resolves when the server has it. */
  send(text: string): { readonly messageId: string };
  /** Ends the conversation; resolves when it is over. */
  end(): void;
  /** For who signs out: ends the conversation and forgets it, what was filled in, and what was said about the customer. */
  reset(): void;
  /** Takes the widget off the page for good. The conversation goes on when the script tag is run again. */
  destroy(): void;
}

/** Those that `window.eyeline` has besides. */
export interface PageCommands extends Commands {
  /** The visitor has agreed: a tag with `data-consent` begins. Where there is none, or it has begun, nothing happens. */
  consent(): void;
  /** Calls the listener with the details of each such event from now on: `on('message', detail => …)`. */
  on<N extends WidgetEventName>(name: N, listener: (detail: WidgetEvents[N]) => void): void;
  off<N extends WidgetEventName>(name: N, listener: (detail: WidgetEvents[N]) => void): void;
}

export type CommandName = keyof Commands;

/** Rejects with a `CommandError`: a code, and a sentence that says what to do. */
export type Run = <N extends CommandName>(
  command: N,
  ...args: Parameters<Commands[N]>
) => Promise<ReturnType<Commands[N]>>;

/** `window.eyeline`. */
export interface Eyeline extends Run {
  (command: 'consent'): Promise<void>;
  <N extends WidgetEventName>(
    command: 'on' | 'off',
    name: N,
    listener: (detail: WidgetEvents[N]) => void,
  ): Promise<void>;
}

export type { CommandError };

declare global {
  interface Window {
    eyeline: Eyeline;
  }
}
