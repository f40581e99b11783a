import type { Fact, InteractionId } from '@eyeline/protocol';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { closeInteraction } from '../closing.ts';
import type { WorkRooms } from '../work-port.ts';
import { type InactivityStep, inactivityStep } from './inactivity-step.ts';

/** After a restart a customer has so long to come back before anything ends, in ms. */
const restartGraceMs = 60_000;
/** What was due and could not be stored is tried again. */
const againMs = 30_000;

/** Asks customers who have fallen silent whether they are still there, and ends the conversation where no answer comes. */
export class Inactivity {
  readonly #rooms: WorkRooms;
  readonly #timers = new Map<InteractionId, NodeJS.Timeout>();
  #closesFrom = 0;

  constructor(rooms: WorkRooms) {
    this.#rooms = rooms;
  }

  /** All that were open before a restart, or by another configuration. */
  watchAll(isRestart = false): void {
    const { interaction } = this.#rooms;
    const open = [...interaction.logs.all()];
    if (isRestart && open.length > 0) this.#closesFrom = interaction.now() + restartGraceMs;
    for (const log of open) this.#watch(log);
  }

  /** These are stored: what they mean for who is silent. */
  follow(facts: readonly Fact[]): void {
    for (const { type, interactionId } of facts) {
      const isReceipt = type === 'message.delivered' || type === 'message.read';
      const log = isReceipt ? undefined : this.#rooms.interaction.logs.get(interactionId);
      if (log) this.#watch(log);
    }
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #stepOf(log: InteractionLog): InactivityStep | null {
    const { entryPointId } = log.interaction;
    const rules = entryPointId ? this.#rooms.settings.siteEntryPoint(entryPointId)?.inactivity : undefined;
    const step = inactivityStep(log, rules);
    return step?.kind === 'close' ? { ...step, at: Math.max(step.at, this.#closesFrom) } : step;
  }

  #watch(log: InteractionLog): void {
    const step = this.#stepOf(log);
    if (step) this.#set(log, step.at - this.#rooms.interaction.now());
    else this.#clear(log);
  }

  #set(log: InteractionLog, ms: number): void {
    this.#clear(log);
    this.#timers.set(
      log.interactionId,
      setTimeout(() => this.#look(log), Math.max(0, ms)),
    );
  }

  #clear({ interactionId }: InteractionLog): void {
    clearTimeout(this.#timers.get(interactionId));
    this.#timers.delete(interactionId);
  }

  /** It may be due: a customer who types or sends a file puts it off, and nothing but that is noticed here. */
  #look(log: InteractionLog): void {
    const { interaction } = this.#rooms;
    const step = this.#stepOf(log);
    if (!log.uploads && (!step || step.at > interaction.now())) {
      this.#watch(log);
      return;
    }
    this.#set(log, againMs);
    if (log.uploads > 0) return;
    interaction.carryOut(change => {
      const due = this.#stepOf(log);
      if (!due || due.at > change.now || log.uploads > 0) return;
      if (due.kind === 'close') {
        closeInteraction(this.#rooms, change, log, null, 'inactive');
        return;
      }
      const { entryPointId } = log.interaction;
      const closeMs = entryPointId && this.#rooms.settings.siteEntryPoint(entryPointId)?.inactivity?.closeMs;
      if (closeMs) change.append(log, { type: 'interaction.nudged', closeMs });
    });
  }
}
