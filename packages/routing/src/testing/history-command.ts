import type { AgentId } from '@eyeline/protocol';
import { routingDomains } from '../domain.ts';
import type { TaskRequest } from '../input.ts';
import type { CallbackWindow } from '../record/callback.ts';
import { agentIds, type History } from './history.ts';
import { historyQueues } from './history-configuration.ts';

/** What a customer wants, made up from a number. */
export function commandFor(history: History, about: number): TaskRequest {
  const part = Math.floor(about / 64);
  const kind = [2, 2, 2, 0, 0, 3, 1, 4][about % 8] ?? 2;
  const preferredAgentId = agentIds[part % 5] as AgentId;
  return {
    taskId: history.newTaskId(),
    domain: routingDomains[kind] ?? 'chat',
    // The inbox takes no video, and gets some all the same now and then.
    queueId: part % 5 === 3 ? 'outside' : historyQueues[Math.floor(about / 8) % (kind === 2 || part % 8 === 0 ? 4 : 3)],
    ...(part % 4 === 1 && { priority: 8 }),
    ...(part % 6 === 2 && { preferredAgentId, insists: part % 12 === 2 }),
    ...(part % 9 === 4 && { skills: [{ skill: 'german', atLeast: 4 }] }),
    ...(about % 8 === 7 && { callback: callWindow(history, part) }),
    ...(part % 3 === 0 && { calendar: 'counter' }),
  };
}

export function callWindow({ now }: History, about: number): CallbackWindow {
  const from = now + ((about % 3) - 1) * 20_000;
  const timeZone = ['Europe/Berlin', 'Asia/Tokyo', 'America/St_Johns'][about % 3] ?? 'UTC';
  return { from, until: from + 40_000 + (about % 5) * 60_000, timeZone };
}
