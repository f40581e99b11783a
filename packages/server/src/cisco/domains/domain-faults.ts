import { FinesseError } from '@eyeline/finesse';
import type { AgentId } from '@eyeline/protocol';
import type { Logger } from 'pino';
import { FaultLog } from '../../settings/pace/fault-log.ts';

/** What an administrator should know of CCE's domains, each said once. By the agent. */
export interface DomainFaults {
  /** An agent's domains cannot be looked at or changed. */
  readonly following: FaultLog;
  /** Nobody may speak for the agent. */
  readonly unattended: FaultLog;
  /** What we do cannot be stored. */
  readonly keeping: FaultLog;
}

export function domainFaultsOf(log: Logger, nameOf: (agentId: AgentId) => string): DomainFaults {
  const name = (by: string) => nameOf(by as AgentId);
  return {
    following: new FaultLog({
      log,
      level: 'warn',
      known: (error, by) =>
        error instanceof FinesseError ? `The domains of ${name(by)} cannot be followed. ${error.message}` : undefined,
      unknown: 'The domains of an agent cannot be followed.',
      over: 'The domains of all agents are followed again.',
    }),
    unattended: new FaultLog({
      log,
      level: 'info',
      known: (_, by) =>
        `${name(by)} stays routable for CCE during a conversation: no gadget of theirs is connected in Finesse, and finesse.agents has no password of theirs.`,
      unknown: '',
    }),
    keeping: new FaultLog({
      log,
      unknown: 'Who is made not routable cannot be kept: look at the store.',
      over: 'Who is made not routable is kept again.',
    }),
  };
}
