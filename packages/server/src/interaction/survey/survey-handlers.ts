import { answersTo, readSurvey } from '@eyeline/protocol';
import { Refusal } from '../../people/refusal.ts';
import { customerRefusals } from '../../settings/sentences/refusals.ts';
import { findMembership, requireMembership } from '../access.ts';
import { type Handlers, onceAfter } from '../handler.ts';
import type { InteractionRooms } from '../interaction-port.ts';
import { maskIn } from '../masking/masking.ts';
import { hasDone } from '../own-facts.ts';

/** What a customer says of a conversation when it is over: once, and for a while. */
export const surveyHandlers = (rooms: InteractionRooms) =>
  ({
    'survey.answer': onceAfter({
      wasDone: ({ interactionId }, request) =>
        hasDone(rooms.interaction.logs.get(interactionId), request, fact => fact.type === 'survey.answered'),
      prepare: async ({ interactionId }, request) => void (await findMembership(rooms, request, interactionId)),
      carryOut: (change, { interactionId, stars, nps, text }, request) => {
        const { identity, log } = requireMembership(rooms, request, interactionId);
        const { entryPointId, milestones, participants } = log.interaction;
        const survey = entryPointId && rooms.settings.siteEntryPoint(entryPointId)?.survey;
        const questions = readSurvey(survey);
        if (identity.role !== 'customer' || !survey || !questions) throw new Refusal('not-offered');
        const closed = milestones.find(({ kind }) => kind === 'closed');
        if (!closed) throw new Refusal('not-offered', customerRefusals.surveyEarly);
        if (milestones.some(({ kind }) => kind === 'surveyed')) throw new Refusal('already-done');
        if (change.now - closed.at > survey.withinMs) throw new Refusal('not-offered', customerRefusals.surveyOver);
        // Nobody was there of whom there is something to say.
        if (!participants.some(({ role }) => role === 'agent')) throw new Refusal('not-offered');
        const said = text === undefined ? text : maskIn(rooms, log).text(text).text;
        const answers = answersTo(questions, { stars, nps, text: said });
        if (!answers) throw new Refusal('invalid-form', customerRefusals.surveyEmpty);
        change.append(log, { type: 'survey.answered', participantId: identity.participantId, ...answers });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, 'survey.answer'>;
