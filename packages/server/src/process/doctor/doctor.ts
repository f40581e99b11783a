import { parseArgs } from 'node:util';
import type { DoctorReport } from '@eyeline/protocol';
import { doctorLines as words } from '../../settings/sentences/doctor.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { runProgram } from '../command-line.ts';
import { examine } from './examine.ts';

const usage = `Looks from this machine whether calls by a server would work: its name, port and certificate, its socket, every STUN and
TURN server by itself with real relays (udp, tcp, tls), the media server's port. What to open: packages/server/NETWORK.md.

  --url URL   the server, as customers and agents have it; default http://localhost:8080
  --json      prints the whole report

Ends with 0 where all is well, with 2 where calls work with faults, else with 1.
`;

const codes: Readonly<Record<DoctorReport['verdict'], number>> = { good: 0, impaired: 2, none: 1 };

function print({ checks, faults, verdict }: DoctorReport): string {
  const rows = checks.map(({ name, target = '', status, durationMs }) =>
    [
      ...[words.standings[status].padEnd(11), words.names[name].padEnd(13), target],
      durationMs === null ? '' : `${durationMs} ms`,
    ]
      .join(' ')
      .trimEnd(),
  );
  const told = faults.map(({ check, sentence }) => words.fault(words.names[check], sentence));
  return [...rows, '', ...new Set(told), words.verdicts[verdict], ''].join('\n');
}

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:8080' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const url = URL.parse(values.url);
  if (!url || !/^https?:$/.test(url.protocol)) throw new StartupError(words.noUrl(values.url));
  const report = await examine(url);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : print(report));
  process.exitCode = codes[report.verdict];
});
