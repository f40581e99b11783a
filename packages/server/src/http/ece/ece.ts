import type { Fact } from '@eyeline/protocol';
import type { OpenLine } from '../../people/line.ts';
import { EceConversations, type EceRooms } from './ece-conversations.ts';
import { EceEntryPoints } from './ece-entry-points.ts';
import { EceTokens, requireSecrets } from './ece-tokens.ts';

/** What applications that speak Cisco ECE's messaging API deal with. */
export class Ece {
  readonly rooms: EceRooms;
  readonly tokens: EceTokens;
  readonly entryPoints: EceEntryPoints;
  readonly conversations: EceConversations;

  /** @throws StartupError where a secret is missing */
  constructor(rooms: EceRooms, openLine: OpenLine) {
    this.rooms = rooms;
    for (const application of rooms.settings.config.ece?.applications ?? []) requireSecrets(application);
    this.entryPoints = new EceEntryPoints(rooms);
    this.conversations = new EceConversations(rooms, openLine);
    this.tokens = new EceTokens({
      key: rooms.people.tokens.keyFor('ece'),
      applications: () => rooms.settings.config.ece?.applications ?? [],
      now: rooms.interaction.now,
    });
  }

  /** Goes on where the last server stopped. */
  async restore(): Promise<void> {
    if (!this.rooms.settings.config.ece) return;
    await this.entryPoints.restore();
    await this.conversations.restore();
  }

  follow(facts: readonly Fact[]): void {
    this.conversations.follow(facts);
  }

  async reconfigured(): Promise<void> {
    if (!this.rooms.settings.config.ece) return;
    this.conversations.reconfigured();
    await this.entryPoints.look();
  }

  stop(): Promise<void> {
    return this.conversations.stop();
  }
}
