import * as v from 'valibot';
import { Desk, Target } from './agent.ts';
import { command, nothing, once, token, within } from './command.ts';
import { MessageText } from './customer-facts.ts';
import { DesktopCommandId, DesktopRefusal } from './desktop.ts';
import { EarlierConversations, EarlierTranscript, HistoryPlace } from './earlier-conversation.ts';

import { AgentId, Instant, InteractionId, OfferId, Seq, TaskId } from './ids.ts';
import { Invitation, InvitationId } from './invitation.ts';
import { AttemptOutcome, Domain } from './vocabulary.ts';

/** An agent or a queue. */
const to = v.variant('kind', [
  v.object({ kind: v.literal('agent'), agentId: AgentId }),
  v.object({ kind: v.literal('queue'), queueId: v.pipe(v.string(), v.maxLength(64)) }),
]);

/** What only a desk asks: name -> input and output. No customer's page holds any of it. */
export const agentCommands = {
  'agent.sign-in': command(
    v.object({
      username: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
      password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    }),
    Desk,
  ),
  'agent.resume': command(v.object({ token }), Desk),
  'agent.sign-out': command(v.object(once), nothing),
  /** `domains`: for which kinds of work the agent is ready; at least one when ready. */
  'agent.set-state': command(
    v.variant('state', [
      v.object({
        ...once,
        state: v.literal('ready'),
        domains: v.pipe(v.array(Domain), v.minLength(1), v.maxLength(5)),
      }),
      v.object({ ...once, state: v.literal('not-ready'), reason: v.pipe(v.string(), v.maxLength(40)) }),
    ]),
    nothing,
  ),
  'offer.accept': command(v.object({ ...once, offerId: OfferId }), v.object({ ...within, taskId: TaskId })),
  'offer.decline': command(v.object({ ...once, offerId: OfferId }), nothing),
  'task.wrap-up': command(v.object({ ...once, taskId: TaskId, code: v.pipe(v.string(), v.maxLength(40)) }), nothing),
  /** The agent takes a waiting task from the list. */
  'task.pick': command(v.object({ ...once, taskId: TaskId }), nothing),
  /** To whom the task may be handed over, or who may be asked about it. */
  'target.list': command(
    v.object({ taskId: TaskId, purpose: v.optional(v.picklist(['transfer', 'consult']), 'transfer') }),
    v.object({ targets: v.array(Target) }),
  ),
  'task.transfer': command(v.object({ ...once, taskId: TaskId, to }), nothing),
  /** Asks a colleague about the task, unknown to the customer. The command's id becomes the question's message id. */
  'consult.ask': command(v.object({ ...once, taskId: TaskId, to, question: MessageText }), v.object(within)),
  /** Earlier conversations of the customer in this one, whom the site's own server vouches for here. */
  'customer-history.list': command(v.object({ ...within, before: v.optional(HistoryPlace) }), EarlierConversations),
  'customer-history.read': command(
    v.object({ ...within, earlier: InteractionId, afterSeq: v.optional(Seq, 0) }),
    EarlierTranscript,
  ),
  /** Hands the task over to the colleague who was asked about it, without an offer. */
  'consult.complete': command(v.object({ ...once, taskId: TaskId }), nothing),
  'callback.record': command(v.object({ ...once, taskId: TaskId, outcome: AttemptOutcome }), nothing),

  /**
   * Links by which a customer comes to this agent: one for each telephone number, sent there, or one to be passed on where there
   * is none. `into`: a conversation that goes on; left out: one that begins when somebody comes.
   */
  'invitation.send': command(
    v.object({
      ...once,
      into: v.exactOptional(InteractionId),
      numbers: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(25)),
    }),
    v.object({ invitations: v.array(Invitation) }),
  ),
  'invitation.send-again': command(v.object({ ...once, invitationId: InvitationId }), nothing),
  'invitation.revoke': command(v.object({ ...once, invitationId: InvitationId }), nothing),
  /** The agent opens the link of a host: who comes by the links beside it comes to this agent. */
  'invitation.take': command(
    v.object({ ...once, code: v.pipe(v.string(), v.maxLength(100)) }),
    v.object({ interactionId: InteractionId }),
  ),

  /**
   * From now on this desk speaks for its agent at the desktop that it is in, until it says otherwise or is gone. `userId`: who
   * is signed in there. `now` is the server's clock.
   */
  'desktop.attach': command(
    v.object({ userId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) }),
    v.object({ now: Instant }),
  ),
  'desktop.detach': command(nothing, nothing),
  /** What came of a command: null when the desktop shows it. `shown`: what a poll found, as the phone system writes it. */
  'desktop.answer': command(
    v.object({
      desktopCommandId: DesktopCommandId,
      refusal: v.nullable(DesktopRefusal),
      shown: v.exactOptional(v.pipe(v.string(), v.maxLength(60_000))),
    }),
    nothing,
  ),
};
