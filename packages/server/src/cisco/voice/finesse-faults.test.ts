import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgentId } from '@eyeline/protocol';
import { defaultScenario, type ScenarioInput } from '@eyeline/simulators';
import { pino } from 'pino';
import * as v from 'valibot';
import { afterEach, describe, expect, test } from 'vitest';
import { demoConfig } from '../../process/demo.ts';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { openFinesse } from './open-finesse.ts';

type FinesseInput = NonNullable<ConfigInput['finesse']>;

const anna = v.parse(AgentId, 'agent-anna');
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startBox(changes?: Partial<ScenarioInput>): Promise<FinesseBox> {
  const finesse = await FinesseBox.start(changes);
  ends.push(() => finesse.stop());
  return finesse;
}

/** What a person reads in the log: errors and warnings, in their order. */
function open(finesse: FinesseBox, changes: Partial<FinesseInput> = {}): string[] {
  const { finesse: config } = parseConfig({ ...demoConfig, finesse: finesse.config(changes) });
  if (!config) throw new Error('There is no such section.');
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: line => void lines.push(JSON.parse(line).msg) });
  const voiceChannels = openFinesse({ config, kept: finesse.outside.voice(), log, lookup: finesse.box.lookup });
  voiceChannels.start(
    () => {},
    agentId => agentId.replace('agent-', ''),
    finesse.outside.keep,
  );
  voiceChannels.watch([anna]);
  ends.push(() => voiceChannels.close());
  return lines;
}

const portOf = (address: string) => new URL(address).port;
const withEyeline = (changes: object): Partial<ScenarioInput> => ({
  users: defaultScenario.users
    .filter(({ script }) => !script)
    .map(user => (user.id === 'eyeline' ? { ...user, ...changes } : user)),
});

interface Fault {
  readonly name: string;
  readonly scenario?: Partial<ScenarioInput>;
  readonly config?: (finesse: FinesseBox) => Partial<FinesseInput>;
  readonly before?: (finesse: FinesseBox) => void;
  /** With HOST for the node that is asked. */
  readonly sentence: string;
}

const certificates = 'Cisco Unified OS Administration > Security > Certificate Management';
const teams = 'Cisco Unified CCX Administration > Subsystems > RmCm > Teams';

const faults: readonly Fault[] = [
  {
    name: 'a reason that is unknown',
    config: () => ({ reason: { label: 'Vidoe call' } }),
    sentence:
      'There is no not-ready reason "Vidoe call" on HOST: add it in Finesse Administration (https://HOST/cfadmin) on the tab Reasons, and give it to the teams on the tab Team Resources; packaged CCE keeps its reasons in Unified CCE Administration.',
  },
  {
    name: 'a reason that a team has not',
    scenario: {
      reasonCodes: defaultScenario.reasonCodes.map(reason =>
        reason.code === 800 ? { ...reason, teams: ['2'] } : reason,
      ),
    },
    config: () => ({ reason: { code: 800 } }),
    sentence: 'There is no not-ready reason with the code 800 on HOST: add it in Finesse Administration',
  },
  {
    name: 'a team that the supervisor has not',
    config: () => ({ teams: ['1', '99'] }),
    sentence: `The account eyeline does not supervise the team 99: make it a primary or secondary supervisor of the team in ${teams}.`,
  },
  {
    name: 'the same in a UCCE',
    scenario: { deployment: 'UCCE', ...withEyeline({ supervises: [] }) },
    sentence:
      'The account eyeline may not change other agents: make it a supervisor of their teams in Configuration Manager > Tools > List Tools > Agent Team List',
  },
  {
    name: 'the port of another service with HTTPS',
    config: ({ box }) => ({ nodes: [`https://fin-a.localhost:${portOf(box.addresses.uccx ?? '')}`] }),
    sentence:
      'HOST is not the Finesse API (it has no /finesse/api/SystemInfo): use the port 8445; https://NODE:8445/finesse/api/SystemInfo in a browser shows whether it is right.',
  },
  {
    name: 'the port of a service without HTTPS',
    config: ({ box }) => ({ nodes: [`https://fin-a.localhost:${portOf(box.addresses.page)}`] }),
    sentence: 'HOST is not the Finesse API (it speaks another protocol): use the port 8445;',
  },
  {
    name: 'a port where nobody is',
    config: () => ({ nodes: ['https://fin-a.localhost:9'] }),
    sentence:
      'HOST cannot be reached (ECONNREFUSED): check name, firewall and port 8445, and on the node "utils service list" for Cisco Finesse Tomcat.',
  },
  {
    name: 'a wrong port of notifications',
    config: () => ({ notifications: { port: 9, transports: ['websocket'] } }),
    sentence:
      'The notifications of fin-a.localhost:9 cannot be reached (connect ECONNREFUSED 127.0.0.1:9): the port is 8445 from 12.6 on, 7443 or 5223 before; on the node see "utils service list" for Cisco Finesse Notification Service.',
  },
  {
    name: 'an expired certificate',
    scenario: { certificate: 'expired' },
    sentence: `The certificate of HOST is not valid now (expired): renew "tomcat" in ${certificates}, then run "utils service restart Cisco Finesse Tomcat".`,
  },
  {
    name: 'a certificate of another name',
    config: ({ box }) => ({ nodes: [`https://fin-c.localhost:${portOf(box.addresses.finesse[0] ?? '')}`] }),
    sentence: 'The certificate of HOST is for fin-a.localhost, fin-b.localhost',
  },
  {
    name: 'an authority that is unknown',
    config: () => ({ authorities: [] }),
    sentence: `The certificate of HOST is signed by nobody we know: download tomcat.pem (or its CA) in ${certificates} and add the file to the certificate authorities of this connection.`,
  },
  {
    name: 'a wrong password',
    config: ({ directory }) => ({ account: { userId: 'eyeline', password: { file: join(directory, 'ca.pem') } } }),
    sentence:
      'HOST refuses the account eyeline: correct its password; nothing more is tried, for five wrong ones lock it for five minutes. In a HYBRID system it must be an account without single sign-on.',
  },
  {
    name: 'an account with a password in a system of single sign-on',
    scenario: { signIn: 'SSO' },
    sentence:
      'This system signs in by SSO and eyeline has only a password: set the system to HYBRID and the account to non-SSO in Cisco Unified CCX Administration > System > Single Sign-On (SSO), or give an access token.',
  },
  {
    name: 'an account of single sign-on in a HYBRID system',
    scenario: { signIn: 'HYBRID', ...withEyeline({ token: 'a-token' }) },
    sentence: 'HOST refuses the account eyeline: correct its password;',
  },
  {
    name: 'no node in service',
    before: ({ box }) => {
      for (const node of ['A', 'B'] as const) box.order({ type: 'node-out-of-service', node });
    },
    sentence:
      'No Finesse node is in service (https://HOST) because of CTI_SERVER_OUT_OF_SERVICE: see the CTI connection in Finesse Administration > Settings > Contact Center Enterprise CTI Server Settings, or on UCCX the services of the node with "utils service list".',
  },
  {
    name: 'the account of an agent',
    config: ({ directory }) => ({ account: { userId: '1001', password: { file: join(directory, 'password') } } }),
    sentence:
      "The account 1001 is an agent's: Finesse signs an agent out when such a session ends, so make a separate supervisor account for this server",
  },
  {
    name: 'Task Routing with the Finesse of a UCCX',
    config: () => ({ taskRouting: { origin: 'https://ccp.localhost', feed: { id: '1' } } }),
    sentence:
      'UCCX has no Media API: tasks of other media are routed by our own engine there; Task Routing needs Finesse of UCCE or PCCE.',
  },
  {
    name: 'an agent whom no team has',
    config: () => ({ agents: { anna: { finesseUserId: '7777' } } }),
    sentence: 'No team of Finesse that eyeline supervises has the user 7777: set finesse.agents.NAME.finesseUserId',
  },
];

describe('what is wrong at Cisco’s side is said in one sentence', () => {
  test.each(faults)('$name', async ({ scenario, config, before, sentence }) => {
    const finesse = await startBox(scenario);
    before?.(finesse);
    const changes = config?.(finesse) ?? {};
    const host = new URL(changes.nodes?.[0] ?? finesse.box.addresses.finesse[0] ?? '').host;
    const lines = open(finesse, changes);
    await expect.poll(() => lines.join('\n'), { timeout: 60_000 }).toContain(sentence.replaceAll('HOST', host));
    // One fault, one line; and no password in it.
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(lines).toEqual([lines[0]]);
    expect(lines[0]).not.toContain('BEGIN CERTIFICATE');
  });

  test('a file of authorities that is none stops the start', async () => {
    const finesse = await startBox();
    const file = join(finesse.directory, 'none.pem');
    writeFileSync(file, 'nothing');
    expect(() => open(finesse, { authorities: [file] })).toThrow(StartupError);
    expect(() => open(finesse, { authorities: [file] })).toThrow(
      `finesse.authorities.0: the file ${file} is no certificate in PEM. Download tomcat.pem, or its CA, in ${certificates}.`,
    );
  });
});
