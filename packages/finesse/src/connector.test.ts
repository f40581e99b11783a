import { client, type XmppConnection, xml } from '@xmpp/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FinesseUser } from './codec/user.ts';
import { createConnector } from './connector.ts';
import type { FinesseError } from './finesse-error.ts';
import type { FeedState } from './notifications/feed.ts';
import { teamNode } from './notifications/node-name.ts';
import { createTransports } from './notifications/transports.ts';
import { Account } from './rest/account.ts';
import { createHttp } from './rest/http.ts';
import { createAuthority } from './testing/authority.ts';
import { type Arrived, type FakeNode, startNode } from './testing/fake-node.ts';
import { localLookup } from './testing/local-lookup.ts';
import { type Prosody, startProsody } from './testing/prosody.ts';

// REST in Finesse's shapes by a small server, notifications by a real Prosody.
const domain = 'fin-a.example.test';
const authority = createAuthority();
const network = { authorities: [authority.certificate], lookup: localLookup };
let prosody: Prosody;
let node: FakeNode;
let state = 'READY';

function user(name = 'User'): string {
  return `<${name}><loginId>1001</loginId><state>${state}</state><pendingState/></${name}>`;
}

function answer({ method, path }: Arrived) {
  if (path.endsWith('/SystemInfo')) {
    return {
      body: `<SystemInfo><deploymentType>UCCX</deploymentType><status>IN_SERVICE</status><systemAuthMode>NON_SSO</systemAuthMode><xmppDomain>${domain}</xmppDomain></SystemInfo>`,
    };
  }
  if (path.endsWith('/User/svc')) {
    return {
      body: '<User><loginId>svc</loginId><state>LOGOUT</state><roles><role>Agent</role><role>Supervisor</role></roles><teams><Team><id>34</id><name>Video</name></Team></teams></User>',
    };
  }
  if (path.startsWith('/finesse/api/Team/34'))
    return { body: `<Team><id>34</id><name>Video</name><users>${user()}</users></Team>` };
  return { status: method === 'PUT' ? 202 : 404 };
}

beforeAll(async () => {
  prosody = await startProsody(domain, authority, { finesse: 'tomcat', svc: 'right' });
  node = await startNode(answer, authority.issue(domain));
}, 40_000);
afterAll(async () => {
  await node?.stop();
  await prosody?.stop();
  authority.close();
});

async function signInAsFinesse(): Promise<XmppConnection> {
  const finesse = client({
    service: prosody.tcp,
    domain,
    resource: 'tomcat',
    credentials: authenticate => authenticate({ username: 'finesse', password: 'tomcat' }, 'PLAIN'),
  });
  finesse.reconnect.stop();
  finesse.on('error', () => undefined);
  finesse.transports = createTransports(network);
  await finesse.start();
  return finesse;
}

async function notify(finesse: XmppConnection, given: { state: string; requestId?: string }): Promise<void> {
  state = given.state;
  const update = `<Update><event>PUT</event><requestId>${given.requestId ?? ''}</requestId><source>/finesse/api/User/1001</source><data>${user('user')}</data></Update>`;
  const item = xml('item', {}, xml('notification', { xmlns: 'urn:xmpp:push:0' }, update));
  const pubsub = xml(
    'pubsub',
    { xmlns: 'http://jabber.org/protocol/pubsub' },
    xml('publish', { node: teamNode('34') }, item),
  );
  await finesse.iqCaller.request(xml('iq', { type: 'set', to: prosody.pubsubDomain }, pubsub));
}

function start(given: { isAgent?: boolean; resource?: string } = {}) {
  const users: FinesseUser[] = [];
  const states: FeedState[] = [];
  const faults: FinesseError[] = [];
  const http = createHttp(network);
  let ids = 0;
  const connector = createConnector({
    origins: [`https://${domain}:${node.port}`],
    account: new Account({ kind: 'password', userId: 'svc', password: 'right' }),
    http,
    network,
    resource: given.resource ?? 'eyeline',
    newRequestId: () => `r-${++ids}`,
    services: () => [prosody.webSocket],
    isAgent: () => given.isAgent ?? false,
    onUser: seen => users.push(seen),
    onState: each => states.push(each),
    onFault: fault => faults.push(fault),
  });
  connector.start();
  const live = (times: number) =>
    expect.poll(() => states.filter(({ name }) => name === 'live').length, { timeout: 60_000 }).toBe(times);
  return {
    connector,
    users,
    states,
    faults,
    live,
    stop: async () => {
      await connector.stop();
      http.close();
    },
  };
}

test('13.1 reads the teams, follows them, and confirms a change by its notification', async () => {
  state = 'READY';
  const { connector, users, live, stop } = start();
  await live(1);
  expect(users.map(({ state }) => state)).toEqual(['ready']);
  const finesse = await signInAsFinesse();
  const change = connector.rest.changeVoice('1001', 'not-ready');
  await expect.poll(() => node.arrived.some(({ method }) => method === 'PUT')).toBe(true);
  await notify(finesse, { state: 'NOT_READY', requestId: 'r-1' });
  expect(await change).toMatchObject({ isPending: false, user: { id: '1001', state: 'not-ready' } });
  await expect.poll(() => users.at(-1)?.state).toBe('not-ready');
  await finesse.stop();
  await stop();
});

test('13.2 a service that dies is come back to, and what changed meanwhile is read', async () => {
  state = 'READY';
  const { users, states, live, stop } = start();
  await live(1);
  await prosody.stop();
  await expect.poll(() => states.some(({ name }) => name === 'lost')).toBe(true);
  state = 'TALKING';
  prosody = await startProsody(domain, authority, { finesse: 'tomcat', svc: 'right' });
  await live(2);
  expect(users.at(-1)?.state).toBe('talking');
  const finesse = await signInAsFinesse();
  await notify(finesse, { state: 'READY' });
  await expect.poll(() => users.at(-1)?.state).toBe('ready');
  await finesse.stop();
  await stop();
}, 40_000);

test('13.3 under an agent’s id nothing is opened', async () => {
  const { states, faults, stop } = start({ isAgent: true });
  await expect.poll(() => states.at(-1)?.name).toBe('stopped');
  expect(faults).toMatchObject([{ code: 'agent-account' }]);
  await stop();
});
