import type { Agent } from '../record/agent.ts';
import type { PoolRequirement } from './pool.ts';
import type { SkillLevels } from './requirement.ts';
import { skillSum } from './requirement.ts';

/** The part of the order that follows from the skills. Smaller is chosen first. */
export function skillRank({ selection, term }: PoolRequirement, skills: SkillLevels): number {
  if (term === null) return 0;
  switch (selection) {
    case 'most-skilled':
      return -skillSum(term, skills, false);
    case 'least-skilled':
      return skillSum(term, skills, false);
    case 'most-skilled-by-weight':
      return -skillSum(term, skills, true);
    case 'least-skilled-by-weight':
      return skillSum(term, skills, true);
    default:
      return 0;
  }
}

/** The order with what the agent has done so far. Who has handled nothing yet counts as having taken no time. */
export function rankOf({ selection }: PoolRequirement, bySkill: number, { handled, handleMs }: Agent): number {
  switch (selection) {
    case 'shortest-average-handle-time':
      return handled === 0 ? 0 : handleMs / handled;
    case 'most-handled':
      return -handled;
    default:
      return bySkill;
  }
}
