import * as v from 'valibot';

/** What no source settles about the real systems. Each has the likelier answer first; write clients that bear both. */
export const Uncertain = v.strictObject({
  /** Whether SystemInfo is read without an account. */
  publicSystemInfo: v.optional(v.boolean(), true),
  /** Whether a session at one node hears of agents who are signed in at the other. */
  notificationsAcrossNodes: v.optional(v.boolean(), true),
  /** Whether an administrator who is no supervisor may open an XMPP session. */
  administratorsOverXmpp: v.optional(v.boolean(), true),
  /** Whether a supervisor must be signed in to subscribe to a team. */
  supervisorMustSignIn: v.optional(v.boolean(), false),
  /** Where the WebSocket is: `/ws/`, `/ws`, or both. */
  websocketPaths: v.optional(v.array(v.picklist(['/ws/', '/ws'])), ['/ws/', '/ws']),
  /** Whether one's own NOT_READY and LOGOUT need a reason where reasons of that category exist. */
  reasonsAreRequired: v.optional(v.boolean(), true),
  /** What is answered when a supervisor asks for NOT_READY of an agent who is not READY or in wrap-up. */
  supervisorInvalidState: v.optional(v.picklist([400, 401]), 400),
  /** How a team's notification says its event: the guide's example has lower case, Cisco's own library wants capitals. */
  teamEvent: v.optional(v.picklist(['PUT', 'put']), 'PUT'),
  /** Whether a team's notification says which request caused it. */
  teamRequestIds: v.optional(v.boolean(), true),
  /** Who hears that a supervisor's command failed: the agent's node only, or the supervisor's own too. */
  supervisorErrors: v.optional(v.picklist(['both', 'agent']), 'both'),
  /** Where an agent of UCCX is after a call that routing did not give. */
  afterNonAcdCall: v.optional(v.picklist(['as-before', 'NOT_READY']), 'as-before'),
  /** Whether agents' reasons are known after their node went down; the guide says that they may be -1 then. */
  reasonsAfterFailover: v.optional(v.picklist(['kept', 'lost']), 'kept'),
  /** What UCCE does when an agent's presence is lost. */
  presenceLossOnUcce: v.optional(v.picklist(['LOGOUT', 'NOT_READY']), 'LOGOUT'),
  /** Which end makes a task HANDLED: an agent accepted it, or closed it. */
  handledWhen: v.optional(v.picklist(['closed', 'accepted']), 'closed'),
  /** Where CCP's tasks are: newer guides have `/ccp/rest/task/contact/`. */
  taskPath: v.optional(v.picklist(['/ccp/task/contact/', '/ccp/rest/task/contact/']), '/ccp/task/contact/'),
  /** What CCE says a customer will wait; -1 when its script computes nothing. */
  estimatedWaitSeconds: v.optional(v.number(), -1),
});
