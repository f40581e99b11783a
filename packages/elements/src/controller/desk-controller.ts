import { type AgentActor, type AgentIntent, canDo } from '@eyeline/machines';
import type { ReactiveControllerHost } from 'lit';
import { ActorController } from './actor-controller.ts';
import { sameFields } from './same-fields.ts';

/** Knows for an element what may be pressed at the desk, and asks for a new rendering when that may have changed. */
export class DeskController {
  readonly #actor: () => AgentActor | null;

  constructor(host: ReactiveControllerHost, actor: () => AgentActor | null) {
    this.#actor = actor;
    new ActorController(
      host,
      actor,
      snapshot => ({ isAtDesk: snapshot.matches('at-desk'), commands: snapshot.context.commands }),
      sameFields,
    );
  }

  can(intent: AgentIntent): boolean {
    const actor = this.#actor();
    return actor !== null && canDo(actor.getSnapshot(), intent);
  }
}
