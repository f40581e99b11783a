import { AgentId, AgentStatus } from '@eyeline/protocol';
import { agentStatuses, own } from '@eyeline/routing';
import * as v from 'valibot';
import { DemoVoiceChannels, DemoVoiceState } from '../../cisco/voice/demo-voice-channels.ts';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { agentStatusOf } from '../../work/desk.ts';
import type { HttpRooms } from '../http-rooms.ts';
import type { Api } from '../route/valibot-routes.ts';

const Media = v.object({ id: v.string(), name: v.string(), state: v.string(), routable: v.boolean() });
const Agent = v.pipe(
  v.object({
    ...AgentStatus.entries,
    username: v.string(),
    skills: v.record(v.string(), v.number()),
    media: v.pipe(
      v.nullable(v.array(Media)),
      v.description('The media routing domains of CCE as they were seen last. Null: they are not looked at.'),
    ),
    voiceChannel: v.pipe(
      v.nullable(v.object({ state: v.string(), held: v.boolean() })),
      v.description('Null: no phone. held: taken off voice by Eyeline.'),
    ),
  }),
  v.title('Agent'),
);

const VoiceParams = v.pipe(
  v.object({ id: AgentId }),
  v.metadata({ code: 'target-gone', sentence: apiSentences.noSuchAgent }),
);
const Voice = v.pipe(
  v.strictObject({ state: DemoVoiceState, reason: v.optional(v.pipe(v.string(), v.maxLength(80))) }),
  v.metadata({ sentence: apiSentences.voice }),
  v.metadata({ example: { state: 'not-ready', reason: 'Lunch' } }),
);
const VoiceChannel = v.object({ agentId: AgentId, state: DemoVoiceState, reason: v.nullable(v.string()) });

export function agentRoutes(api: Api, rooms: () => HttpRooms): void {
  api.get(
    '/api/v1/agents',
    {
      schema: {
        operationId: 'listAgents',
        tag: 'agents',
        summary: 'Who is signed in, what they do, and how many tasks of each domain they have and may have',
        response: { 200: v.object({ agents: v.array(Agent) }) },
      },
    },
    () => ({ agents: agentFigures(rooms()) }),
  );
  api.post(
    '/api/v1/agents/:id/voice',
    {
      schema: {
        operationId: 'setVoice',
        tag: 'agents',
        summary: 'A demo phone, as if a key was pressed or a caller had come',
        params: VoiceParams,
        body: Voice,
        response: { 200: VoiceChannel },
        failures: ['target-gone'],
      },
    },
    ({ params, body }) => setVoice(params.id, body, rooms()),
  );
}

function agentFigures(rooms: HttpRooms) {
  const { voices, configuration } = rooms.work.state;
  return agentStatuses(rooms.work.state).map(status => {
    const { agentId } = status;
    const profile = own(configuration.agents, agentId) ?? configuration.agentDefaults;
    const voice = voices.get(agentId);
    return {
      ...agentStatusOf(rooms, status),
      username: rooms.people.accounts.get(agentId)?.username ?? '',
      skills: profile.skills,
      media: rooms.cisco.domains?.of(agentId) ?? null,
      voiceChannel: profile.voiceChannel
        ? { state: voice?.state ?? 'unknown', held: (voice?.hold ?? 'none') !== 'none' }
        : null,
    };
  });
}

function setVoice(agentId: AgentId, asked: v.InferOutput<typeof Voice>, rooms: HttpRooms) {
  const { state, reason = null } = asked;
  const { voice } = rooms.cisco;
  if (!(voice instanceof DemoVoiceChannels)) throw new Refusal('target-gone', apiSentences.noDemoPhones);
  if (!rooms.people.accounts.has(agentId)) throw new Refusal('target-gone', apiSentences.noSuchAgent);
  voice.set(agentId, state, reason);
  return voice.of(agentId) ?? { agentId, state, reason };
}
