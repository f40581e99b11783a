import type { AgentId } from '@eyeline/protocol';
import type { AgentConfiguration } from '../configuration/agent-configuration.ts';
import { own } from '../own.ts';
import type { RoutingState } from '../record/state.ts';

/** What the configuration says of an agent. */
export const profileOf = ({ configuration }: RoutingState, agentId: AgentId): AgentConfiguration =>
  own(configuration.agents, agentId) ?? configuration.agentDefaults;
