import { lookup } from 'node:dns/promises';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startBox } from './box.ts';
import { describeBox } from './describe-box.ts';
import { defaultScenario } from './scenario/default-scenario.ts';
import { readScenarioInput } from './scenario/read-scenario.ts';
import { ScenarioError } from './scenario/scenario-error.ts';

const usage = `npm run box -- [options]
  --scenario FILE    who works there, and what goes wrong when (JSON)
  --ucce             a UCCE with tasks instead of a UCCX
  --ports any        free ports instead of the scenario's
  --gadget ADDRESS   a gadget's XML, for every agent's desktop
  --ca FILE          where to write the certificate authority that clients are to trust`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string' },
      ucce: { type: 'boolean' },
      ports: { type: 'string' },
      ca: { type: 'string' },
      gadget: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const input = values.scenario === undefined ? defaultScenario : readScenarioInput(values.scenario);
  const scenario = {
    ...input,
    ...(values.ucce ? { deployment: 'UCCE' as const } : {}),
    ...(values.gadget === undefined ? {} : { gadget: values.gadget }),
  };
  const box = await startBox({ scenario, ports: values.ports === 'any' ? 'any' : 'scenario' });
  if (values.ca !== undefined) writeFileSync(values.ca, box.authority);
  const names = Object.values(box.scenario.names);
  const unknown = (
    await Promise.all(
      names.map(name =>
        lookup(name).then(
          () => [],
          () => [name],
        ),
      ),
    )
  ).flat();
  console.log(describeBox(box, { authorityFile: values.ca, unknownNames: unknown }));
  const stop = () => {
    void box.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const isPort = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (isPort) console.error(`${error.message}: another box may run. Stop it, or start this one with --ports any.`);
  else if (error instanceof ScenarioError) console.error(error.message);
  else console.error(error instanceof Error && 'code' in error ? `${error.message}\n\n${usage}` : error);
  process.exitCode = 1;
});
