import type { InviteDetail } from '../proactive/proactive.ts';
import type { CallEndedDetail, ErrorDetail, MessageDetail, UnreadDetail, VisitDetail } from '../widget/page-events.ts';

/** What the widget tells the page, by the name of the DOM event without `eyeline-`: its details. */
export interface WidgetEvents {
  ready: null;
  opened: null;
  closed: null;
  queued: VisitDetail;
  connected: VisitDetail;
  message: MessageDetail;
  unread: UnreadDetail;
  'call-ringing': null;
  'call-started': null;
  'call-ended': CallEndedDetail;
  ended: VisitDetail;
  'identity-expired': ErrorDetail;
  'invite-shown': InviteDetail;
  'invite-accepted': InviteDetail;
  'invite-dismissed': InviteDetail;
  error: ErrorDetail;
}

export type WidgetEventName = keyof WidgetEvents;

const table: Readonly<Record<WidgetEventName, true>> = {
  ready: true,
  opened: true,
  closed: true,
  queued: true,
  connected: true,
  message: true,
  unread: true,
  'call-ringing': true,
  'call-started': true,
  'call-ended': true,
  ended: true,
  'identity-expired': true,
  'invite-shown': true,
  'invite-accepted': true,
  'invite-dismissed': true,
  error: true,
};

export const isWidgetEventName = (name: unknown): name is WidgetEventName =>
  typeof name === 'string' && Object.hasOwn(table, name);
