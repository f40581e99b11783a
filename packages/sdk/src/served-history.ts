import type { CustomerHistory } from '@eyeline/machines';
import type { InteractionId } from '@eyeline/protocol';
import type { Connection } from './connection/connection.ts';
import { request } from './connection/request.ts';

/** The earlier conversations of the customer whom an agent serves in this interaction. */
export const servedHistory = (connection: Connection, interactionId: InteractionId): CustomerHistory => ({
  list: before => request(connection, { type: 'customer-history.list', interactionId, before }),
  read: (earlier, afterSeq = 0) =>
    request(connection, { type: 'customer-history.read', interactionId, earlier, afterSeq }),
});
