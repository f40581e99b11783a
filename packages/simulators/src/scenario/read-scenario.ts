import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { Scenario, type ScenarioInput } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

/**
 * Reads a scenario.
 * @throws {ScenarioError} that names the place and what it should be
 */
export function parseScenario(input: unknown): Scenario {
  const result = v.safeParse(Scenario, input);
  if (!result.success)
    throw new ScenarioError(result.issues.map(issue => `${v.getDotPath(issue) ?? 'scenario'}: ${issue.message}`));
  const scenario = result.output;
  const teams = new Set(scenario.teams.map(team => team.id));
  const skills = new Set(scenario.skills.map(skill => skill.name));
  const domains = new Set(scenario.domains.map(domain => domain.id));
  const ids = scenario.users.map(user => user.id);
  const wrong = [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `users: ${id} is there twice`),
    ...scenario.users.flatMap(user => [
      ...[...user.supervises, ...(user.team === undefined ? [] : [user.team])]
        .filter(team => !teams.has(team))
        .map(team => `users.${user.id}: there is no team ${team}`),
      ...Object.keys(user.skills)
        .filter(skill => !skills.has(skill))
        .map(skill => `users.${user.id}: there is no skill ${skill}`),
    ]),
    ...scenario.feeds
      .filter(feed => !domains.has(feed.domain))
      .map(feed => `feeds.${feed.id}: there is no domain ${feed.domain}`),
  ];
  if (wrong.length > 0) throw new ScenarioError(wrong);
  return scenario;
}

/** Reads a scenario from a JSON file. @throws {ScenarioError} */
export function readScenario(path: string): Scenario {
  return parseScenario(readJson(path));
}

/** The same as it is written, to be changed and started. @throws {ScenarioError} */
export function readScenarioInput(path: string): ScenarioInput {
  const input = readJson(path);
  parseScenario(input);
  if (!v.is(Scenario, input)) throw new ScenarioError([`${path} is no scenario`]);
  return input;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ScenarioError([
      `${path} is no JSON file that can be read (${error instanceof Error ? error.message : error})`,
    ]);
  }
}
