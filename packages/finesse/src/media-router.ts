/** A task that somebody routes to an agent: our own engine, or CCE. The ids are the caller's. */
export interface RoutableTask {
  readonly interactionId: string;
  readonly customerName: string;
  readonly title: string;
  readonly description: string;
  /** Which queue of ours, or which script selector of CCE's. */
  readonly queue: string;
  readonly tags?: readonly string[];
  /** What the agent's desktop shall know besides. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A task under way; where it lives is the router's business. */
export interface RoutedTask {
  readonly interactionId: string;
  /** The router's own address of it, to be stored and given back as it is. */
  readonly address: string;
}

/** How far a router is with a task. */
export type RoutedTaskStatus =
  | { readonly state: 'requested' | 'unknown' }
  | { readonly state: 'queued'; readonly estimatedWaitMs?: number }
  | { readonly state: 'offered' | 'handled'; readonly agentId?: string; readonly taskDialogId?: string }
  | { readonly state: 'closed'; readonly reason?: string }
  /** The router knows nothing of it (any more). */
  | { readonly state: 'gone' };

/** CCE's platform forgets a task that nobody asks about for five minutes. */
export const longestSilenceMs = 240_000;

/** What an agent's readiness is decided by. */
export type MediaBlending =
  /** We make an agent not ready for voice ourselves (blending). */
  | 'ours'
  /** CCE holds voice back by how its media routing domains interrupt each other. */
  | 'cce';

/** The seam between Eyeline and who chooses the agent. Two implementations: our routing engine, and CCE's Task Routing. */
export interface MediaRouter {
  readonly name: 'eyeline' | 'cce';
  readonly blending: MediaBlending;
  request(task: RoutableTask): Promise<RoutedTask>;
  /** Reads the state now. Who follows a task asks at least every `longestSilenceMs`. */
  status(task: RoutedTask): Promise<RoutedTaskStatus>;
  /** Takes it back. False when it is too late: an agent has it. */
  cancel(task: RoutedTask): Promise<boolean>;
  /** Ends it also where an agent has it. False when the router takes that from nobody but the agent. */
  close(task: RoutedTask): Promise<boolean>;
}
