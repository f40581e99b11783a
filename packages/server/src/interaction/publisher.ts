import type { InteractionId } from '@eyeline/protocol';
import type { Change } from './change.ts';
import type { InteractionLog } from './interaction-log.ts';
import type { Interactions } from './interactions.ts';
import type { Subscriptions } from './subscriptions.ts';

interface PublisherOptions {
  readonly logs: Interactions;
  readonly subscriptions: Subscriptions;
  /** Does somebody work on it? */
  readonly isServed: (log: InteractionLog) => boolean;
}

/** Tells pages the facts that are stored, and lets go of what nobody needs any more. */
export class Publisher {
  readonly #options: PublisherOptions;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** The change is stored. */
  publish({ facts }: Pick<Change, 'facts'>): void {
    const { logs, subscriptions } = this.#options;
    for (const fact of facts) {
      const log = logs.get(fact.interactionId);
      log?.stored(fact);
      subscriptions.publish(fact, log?.closedSeq ?? 0);
      if (fact.type === 'interaction.closed' && log) logs.close(log, one => this.#isNeeded(one));
      if (fact.type === 'participant.left') subscriptions.end(fact.interactionId, fact.participantId);
      if (fact.type === 'interaction.closed' && log?.consult) this.#closeSubject(log, log.consult.about);
    }
  }

  /** Interactions that nobody looks at leave memory. */
  forgetUnused(now: number): void {
    this.#options.logs.forgetUnused(now, one => this.#isNeeded(one));
  }

  /** The consult is over: who was asked hears no more of what it was about, unless they serve it now. */
  #closeSubject({ interaction }: InteractionLog, about: InteractionId): void {
    const { logs, subscriptions } = this.#options;
    const subject = logs.get(about);
    for (const { participantId } of interaction.participants) {
      const presence = subject?.participant(participantId)?.presence;
      if (presence === undefined || presence === 'left') subscriptions.end(about, participantId);
    }
  }

  /** Does somebody look at it, or work on it? What was advised can be read again as long as what it was about is here. */
  #isNeeded(log: InteractionLog): boolean {
    const { logs, subscriptions, isServed } = this.#options;
    const isAbout = log.consult !== undefined && logs.get(log.consult.about) !== undefined;
    return isAbout || subscriptions.has(log.interactionId) || isServed(log);
  }
}
