import type { Change } from '../../interaction/change.ts';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import type { SiteEntryPoint } from '../../settings/config.ts';
import type { BotConfig } from '../../settings/outside/bots-config.ts';
import type { WorkRooms } from '../work-port.ts';
import { botParticipantId } from './bot-standing.ts';

/** The bot that comes first at an entry point; undefined where people do. */
export function firstBot(
  { settings }: Pick<WorkRooms, 'settings'>,
  { bot }: SiteEntryPoint,
): { readonly botId: string; readonly config: BotConfig } | undefined {
  const { bots } = settings.config;
  const config = bot !== undefined && Object.hasOwn(bots, bot) ? bots[bot] : undefined;
  return config && bot !== undefined ? { botId: bot, config } : undefined;
}

/** The bot takes a place in a conversation that nobody is asked for yet. */
export function joinBot(change: Change, log: InteractionLog, botId: string, { name }: BotConfig): void {
  change.append(log, {
    type: 'participant.joined',
    participantId: botParticipantId(botId),
    role: 'agent',
    name,
    bot: true,
  });
}
