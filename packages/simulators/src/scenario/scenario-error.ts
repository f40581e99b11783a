/** A scenario that cannot be played. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly code = 'bad-scenario';

  constructor(problems: readonly string[]) {
    super(`The scenario needs a correction: ${problems.join('; ')}.`);
  }
}
