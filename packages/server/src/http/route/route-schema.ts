import type { FailureCode } from '@eyeline/protocol';
import type { Operation } from '../permissions.ts';
import type { Asker } from './asker.ts';

/** The parts of the API, as its description groups them. */
export type Tag =
  | 'sign-in'
  | 'entry-points'
  | 'queues'
  | 'agents'
  | 'interactions'
  | 'files'
  | 'links'
  | 'accounts'
  | 'applications'
  | 'webhooks'
  | 'status';

declare module 'fastify' {
  interface FastifySchema {
    /** Its name in clients and in the table of permissions; left out: no part of the API. */
    readonly operationId?: Operation;
    readonly tag?: Tag;
    /** What it does, in one line. */
    readonly summary?: string;
    /** How else it is refused than every request may be. */
    readonly failures?: readonly FailureCode[];
    /** What is sent where that is no JSON. */
    readonly bodyType?: string;
    /** What is answered where that is no JSON. */
    readonly answerType?: string;
  }
  interface FastifyContextConfig {
    /** Pages of other sites may read the answer: those that may connect. */
    readonly isForPages?: boolean;
  }
  interface FastifyRequest {
    /** Known before anything of the body is read. */
    asker: Asker;
  }
}
