import { AgentId } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { DemoVoiceChannels, DemoVoiceState } from '../cisco/voice/demo-voice-channels.ts';
import { Refusal } from '../people/refusal.ts';
import { apiSentences } from '../settings/sentences/api.ts';
import type { HttpRooms } from './http-rooms.ts';

const Params = v.object({ id: AgentId });
const Body = v.strictObject({ state: DemoVoiceState, reason: v.optional(v.pipe(v.string(), v.maxLength(80))) });

/** `POST /api/v1/agents/:id/voice`: an agent's demo phone, as if a key was pressed or a caller had come. */
export async function setVoice(request: FastifyRequest, rooms: HttpRooms) {
  const { voice } = rooms.cisco;
  if (!(voice instanceof DemoVoiceChannels)) throw new Refusal('target-gone', apiSentences.noDemoPhones);
  const params = v.safeParse(Params, request.params);
  const body = v.safeParse(Body, request.body);
  if (!body.success) throw new Refusal('invalid-payload', apiSentences.voice);
  if (!params.success || !rooms.people.accounts.has(params.output.id))
    throw new Refusal('target-gone', apiSentences.noSuchAgent);
  const { state, reason = null } = body.output;
  voice.set(params.output.id, state, reason);
  return voice.of(params.output.id);
}
