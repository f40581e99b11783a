import type { CommandName, Commands } from '../commands/commands.ts';

/** What stands in the page: the loader's button, and later the widget in its place. `session`: null once it was destroyed. */
export type Host = HTMLElement & { session?: unknown };

/** What the loader shares with the code that it loads. */
export interface Frame {
  /** The `data-` attributes of the tag as they stand there. */
  readonly tag: DOMStringMap;
  /** What is said beside the button where the widget does not come. */
  readonly problem: HTMLElement;
  host: Host;
  /** The page has said `hide`. */
  isHidden?: boolean;
  /** The customer asked for it, so the cursor goes there. */
  focus?: boolean | undefined;
  /** Puts the widget in the place of the button, opened where somebody is to see it. Where that fails the button stays, and says so. */
  load(focus?: boolean): Promise<void>;
  /** Commands to the widget that is to come, in their order. */
  later?: [command: CommandName, ...args: Parameters<Commands[CommandName]>][];
  /** Whom `on` has put there: listener -> name of the DOM event -> what listens to it. */
  listeners?: Map<unknown, Map<string, EventListener>>;
}

/** A command with its arguments, and the promise that it was answered with. */
export type Call = readonly [
  call: readonly unknown[],
  settle: [resolve: (value: unknown) => void, reject: (reason: unknown) => void],
];

/** `window.eyeline` as the loader knows it. A page that cannot wait for the loader puts one there that fills `q`. */
export interface PageFunction {
  (...call: readonly unknown[]): Promise<unknown>;
  readonly q?: readonly Call[];
  /** Hears of another tag, or of the same one run again; says whether it has a widget for it. */
  again?: () => boolean;
}

export interface EmbedModule {
  embed(frame: Frame): Promise<void>;
}

export interface CommandsModule {
  run(frame: Frame, call: readonly unknown[]): Promise<unknown>;
}
