import type { EntryPointId } from '@eyeline/protocol';
import * as v from 'valibot';
import { digitsOf } from './digits-of.ts';
import type { EceRooms } from './ece-conversations.ts';

const system = 'ece-entry-point';
const Seen = v.object({ content: v.string(), at: v.number() });

/**
 * When the configuration of an entry point was last another: clients hold on to it, and are told where it is not that any
 * more. It is the same after a restart.
 */
export class EceEntryPoints {
  readonly #rooms: EceRooms;
  readonly #seen = new Map<string, v.InferOutput<typeof Seen>>();

  constructor(rooms: EceRooms) {
    this.#rooms = rooms;
  }

  async restore(): Promise<void> {
    for (const record of await this.#rooms.store.loadOutside()) {
      const seen = record.system === system ? v.safeParse(Seen, record.value) : null;
      if (seen?.success) this.#seen.set(record.subject, seen.output);
    }
    await this.look();
  }

  /** Another configuration may count. */
  async look(): Promise<void> {
    const { settings, interaction } = this.#rooms;
    const at = interaction.now();
    const changed = settings.config.entryPoints.flatMap(site => {
      const content = digitsOf(JSON.stringify(site));
      if (this.#seen.get(site.entryPointId)?.content === content) return [];
      this.#seen.set(site.entryPointId, { content, at });
      return [{ system, subject: site.entryPointId, value: { content, at } }];
    });
    if (changed.length > 0) await interaction.change(change => change.keepOutside(changed));
  }

  /** ISO 8601, UTC. */
  lastModified(entryPointId: EntryPointId): string {
    return new Date(this.#seen.get(entryPointId)?.at ?? 0).toISOString();
  }
}
