import { holds } from './condition.ts';
import type { RouteFacts } from './route-facts.ts';
import { mergeOutcomes, type RouteOutcome } from './route-outcome.ts';
import type { Rules } from './rule.ts';

export interface AppliedRules {
  readonly outcome: RouteOutcome;
  /** The ids of the rules that fired, in order: why the outcome is what it is. */
  readonly fired: readonly string[];
  /** The rule that ended it; null when all were looked at. */
  readonly stoppedBy: string | null;
}

/**
 * All rules in their order: each that fires adds to the outcome, and the later one prevails. A rule that stops is the
 * last one, so rules that all stop are "first match". Attributes that a rule gave are seen by those after it.
 * O(size of the rules).
 */
export function applyRules(rules: Rules, facts: RouteFacts): AppliedRules {
  const fired: string[] = [];
  let outcome: RouteOutcome = {};
  for (const rule of rules) {
    const attributes = outcome.attributes ? { ...facts.attributes, ...outcome.attributes } : facts.attributes;
    if (rule.when && !holds(rule.when, { ...facts, attributes })) continue;
    outcome = mergeOutcomes(outcome, rule.outcome);
    fired.push(rule.ruleId);
    if (rule.stop) return { outcome, fired, stoppedBy: rule.ruleId };
  }
  return { outcome, fired, stoppedBy: null };
}
