const stillEveryMs = 30_000;

/**
 * One visible line about one long step. On a terminal the line is rewritten every second; elsewhere it is printed at the
 * start, every half minute and at the end.
 * @typedef {object} Progress
 * @property {(figure: string) => void} figure how far the step is, such as `40/210`
 * @property {(remark?: string) => void} done
 * @property {(reason: string) => void} skipped another way is tried
 * @property {(reason: string) => void} failed
 */

/**
 * @param {string} what what is being done, such as `Installing Chromium`
 * @param {string} [expectation] how long it may take, such as `about a minute`
 * @param {NodeJS.WriteStream} [output]
 * @returns {Progress}
 */
export function startProgress(what, expectation, output = process.stderr) {
  const startedAt = Date.now();
  const live = output.isTTY === true;
  let figure = '';
  const line = () => [what, expectation && `(${expectation})`, figure, elapsed(startedAt)].filter(Boolean).join(' ');
  const rewrite = () => output.write(`\r\x1b[K… ${line()}`);
  output.write(live ? `… ${what}` : `… ${what}${expectation ? ` (${expectation})` : ''}\n`);
  const timer = live ? setInterval(rewrite, 1000) : setInterval(() => output.write(`… ${line()}\n`), stillEveryMs);
  timer.unref();

  /** @param {string} text */
  const end = text => {
    clearInterval(timer);
    output.write(`${live ? '\r\x1b[K' : ''}${text}\n`);
  };
  return {
    figure: value => {
      figure = value;
    },
    done: remark => end(`✓ ${what}${remark ? `: ${remark}` : ''} ${elapsed(startedAt)}`),
    skipped: reason => end(`– ${what}: ${reason}`),
    failed: reason => end(`✗ ${what}: ${reason}`),
  };
}

/**
 * @param {number} startedAt
 */
export function elapsed(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
