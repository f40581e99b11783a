import type { RoutingStatus } from '@eyeline/routing';
import type { WorkRooms } from '../work-port.ts';

/** The last conversation of somebody who is disabled is over. */
export function retireIdle({ people, interaction }: WorkRooms, { status }: { readonly status: RoutingStatus }): void {
  const { agentId } = status;
  if (people.isIdleAndDisabled(agentId)) interaction.carryOut(change => people.retire(change, agentId));
}
