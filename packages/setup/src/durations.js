/**
 * How long something took.
 * @typedef {{ name: string, ms: number }} Duration
 */

/** So many of the slowest test files are named. */
const mostFiles = 10;

/**
 * How long each step took, and the slowest test files, for a person.
 * @param {readonly Duration[]} steps in their order
 * @param {readonly Duration[]} files
 * @returns {string}
 */
export function durationTable(steps, files) {
  const slowest = [...files].sort((one, other) => other.ms - one.ms).slice(0, mostFiles);
  const all = { name: 'all', ms: steps.reduce((sum, { ms }) => sum + ms, 0) };
  return [
    'How long each step took:',
    ...[...steps, all].map(line),
    ...(slowest.length > 0 ? ['', 'The slowest test files:', ...slowest.map(line)] : []),
  ].join('\n');
}

/**
 * @param {Duration} duration
 */
function line({ name, ms }) {
  return `${(ms / 1000).toFixed(1).padStart(9)} s  ${name}`;
}
