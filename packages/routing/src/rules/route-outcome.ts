import { AgentId } from '@eyeline/protocol';
import * as v from 'valibot';
import type { SkillTerm } from '../configuration/term.ts';
import { FallbackOption } from '../domain.ts';
import { Attributes } from './route-facts.ts';

const wholeFrom1To10 = 'a whole number from 1 to 10';
const From1To10 = v.pipe(
  v.number(wholeFrom1To10),
  v.integer(wholeFrom1To10),
  v.minValue(1, wholeFrom1To10),
  v.maxValue(10, wholeFrom1To10),
);

/** What was decided about a request. What is left out stays as it was, in the end as the queue and entry point say. */
export const RouteOutcome = v.strictObject({
  queueId: v.exactOptional(v.pipe(v.string('the id of a queue'), v.minLength(1, 'the id of a queue'))),
  /** 10 is served first. */
  priority: v.exactOptional(From1To10),
  /** Skills that are required on top of the queue's, with the lowest level that will do. */
  skills: v.exactOptional(v.record(v.string(), From1To10, 'levels by skill')),
  /** Who should have it if possible. */
  preferredAgentId: v.exactOptional(AgentId),
  /** Nobody else will do: the personal queue of the preferred agent. */
  insists: v.exactOptional(v.boolean('true or false')),
  /** What the customer may be given instead, in this order. An empty fallback allows nothing else. */
  fallback: v.exactOptional(
    v.pipe(
      v.array(FallbackOption, 'a list of steps'),
      v.check(fallback => new Set(fallback).size === fallback.length, 'each step only once'),
    ),
  ),
  /** Kept with the interaction and shown to the agent. */
  attributes: v.exactOptional(Attributes),
});
export type RouteOutcome = v.InferOutput<typeof RouteOutcome>;

/** The later one prevails, key by key; skills and attributes are joined, and there too the later one prevails. */
export function mergeOutcomes(earlier: RouteOutcome, later: RouteOutcome): RouteOutcome {
  return {
    ...earlier,
    ...later,
    ...(earlier.skills && later.skills ? { skills: { ...earlier.skills, ...later.skills } } : {}),
    ...(earlier.attributes && later.attributes ? { attributes: { ...earlier.attributes, ...later.attributes } } : {}),
  };
}

/** The skills of an outcome as a task asks for them. */
export function skillsOf({ skills = {} }: RouteOutcome): readonly SkillTerm[] {
  return Object.entries(skills).map(([skill, atLeast]) => ({ skill, atLeast }));
}
