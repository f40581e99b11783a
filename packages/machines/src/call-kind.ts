import { type CallKind, isLess, kindAllows, kindsAbove, mayShow, type Source } from '@eyeline/protocol';
import type { CallContext, CallStanding, Wishes } from './call-context.ts';
import { callFailure } from './call-failure.ts';
import { isAlone, ownCall, ownLeg, wishesFor, wishesOf } from './call-state.ts';

/** One way to grant what the others ask for. */
export interface KindAnswer {
  readonly kind: CallKind;
  /** Whether the own camera is shown from then on. */
  readonly camera: boolean;
}

/** What this side is to agree to before a call of this kind; empty: nothing. */
export const consentFor = ({ role, escalation }: CallContext, kind: CallKind): string =>
  mayShow(kind, role) ? escalation.consent : '';

/** What may be asked for now. */
export function kindsToAskFor(context: CallContext): readonly CallKind[] {
  const call = ownCall(context);
  if (call?.state !== 'active' || call.asked || isAlone(context)) return [];
  return kindsAbove(call.kind).filter(kind => context.escalation.kinds.includes(kind));
}

/** How what the others ask for may be granted, with the own camera first; empty where they ask for nothing. */
export function kindAnswers(context: CallContext): readonly KindAnswer[] {
  const { role, participantId, escalation } = context;
  const asked = ownCall(context)?.asked;
  if (!asked || asked.participantId === participantId) return [];
  const { kind } = asked;
  if (!kindAllows(kind, role).includes('camera')) return [{ kind, camera: false }];
  const seen = { kind, camera: true };
  if (role === 'customer') return kind === 'two-way' ? [seen, { kind, camera: false }] : [seen];
  return escalation.answers.includes('one-way') ? [seen, { kind: 'one-way', camera: false }] : [seen];
}

/** Whether a press may make the call another kind, or ask for that. */
export function mayBecome(context: CallContext, kind: CallKind): boolean {
  const call = ownCall(context);
  if (!call || !context.online) return false;
  const isGranted = kindAnswers(context).some(answer => answer.kind === kind);
  return isLess(call.kind, kind) || isGranted || kindsToAskFor(context).includes(kind);
}

/** What stays switched on in a call of another kind: what it does not have is switched on anew, by a press. */
function withinKind({ role, wishes }: CallContext, kind: CallKind): Wishes {
  const allowed = kindAllows(kind, role);
  const isKept = (source: Source) => wishes[source] && allowed.includes(source);
  return { camera: isKept('camera'), microphone: isKept('microphone'), screen: isKept('screen') };
}

/** Nothing waits any more for the call to become another kind. */
export const settled = (context: CallContext) => ({
  wantedKind: null,
  kindFailure: null,
  wishes: withinKind(context, ownCall(context)?.kind ?? context.kind),
});

/** Both sides may have found out at the same moment, and not the same: what the log says of it is read on both. */
const loggedFailure = (
  { ending, leftCallIds }: CallContext,
  { lastCall }: CallStanding,
): Partial<Pick<CallContext, 'failure'>> =>
  ending === 'failed' && lastCall?.cause && lastCall.callId === leftCallIds.at(-1)
    ? { failure: callFailure(lastCall.cause) }
    : {};

/** How things stand now. Once it is settled of which kind the call is, nothing waits for that any more. */
export function followed(context: CallContext, now: CallStanding): Partial<CallContext> {
  const [before, after] = [ownCall(context), ownCall({ ...context, ...now })];
  if (!before || !after) return { ...now, ...loggedFailure(context, now) };
  const isSettled = before.kind !== after.kind || (before.asked !== null && after.asked === null);
  return isSettled ? { ...now, ...settled({ ...context, ...now }) } : now;
}

/** The one who asks for another kind, or says yes to it, switches on what is shown in it. */
export function wishedForKind(context: CallContext, kind: CallKind, wishes: Partial<Wishes> = {}): Wishes {
  const { microphone, screen } = withinKind(context, kind);
  return { ...wishesFor(context, kind, { microphone, ...wishes }), screen };
}

/** What a page that comes back into the call wants: what was asked for before it was reloaded is still wanted. */
export function resumedWishes(context: CallContext): Partial<CallContext> {
  const leg = ownLeg(context);
  if (!leg) return {};
  const { asked = null } = ownCall(context) ?? {};
  const wantedKind = asked?.participantId === context.participantId ? asked.kind : null;
  const wishes = wishesOf(leg);
  const camera = wishes.camera || (wantedKind !== null && kindAllows(wantedKind, context.role).includes('camera'));
  return { wishes: { ...wishes, camera }, wantedKind, told: leg.sources };
}
