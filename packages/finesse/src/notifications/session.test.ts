import { client, xml } from '@xmpp/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FinesseError } from '../finesse-error.ts';
import { Account } from '../rest/account.ts';
import type { NetworkOptions } from '../rest/network.ts';
import { createAuthority } from '../testing/authority.ts';
import { localLookup } from '../testing/local-lookup.ts';
import { type Prosody, startProsody } from '../testing/prosody.ts';
import { escapeNodeName, teamNode } from './node-name.ts';
import { openSession, type SessionOptions } from './session.ts';
import { createTransports } from './transports.ts';

const domain = 'fin-a.example.test';
const authority = createAuthority();
const network: NetworkOptions = { authorities: [authority.certificate], lookup: localLookup };
let prosody: Prosody;

beforeAll(async () => {
  prosody = await startProsody(domain, authority, { finesse: 'tomcat', svc: 'right', 'joe?40corp': 'joe' });
}, 40_000);
afterAll(async () => {
  await prosody?.stop();
  authority.close();
});

type Given = Partial<SessionOptions> & { readonly password?: string; readonly userId?: string };

function open({ password = 'right', userId = 'svc', ...given }: Given = {}) {
  const texts: string[] = [];
  const faults: FinesseError[] = [];
  const presences: boolean[] = [];
  const session = openSession({
    service: prosody.webSocket,
    domain,
    pubsubDomain: prosody.pubsubDomain,
    account: new Account({ kind: 'password', userId, password }),
    resource: 'eyeline',
    network,
    timeoutMs: 5_000,
    onNotification: text => texts.push(text),
    onLost: fault => faults.push(fault),
    onFinesse: isThere => presences.push(isThere),
    ...given,
  });
  return { session, texts, faults, presences };
}

/** Finesse's side: publishes as the user `finesse`, by the bare library. */
async function publisher() {
  const finesse = client({
    service: prosody.tcp,
    domain,
    resource: 'tomcat',
    credentials: authenticate => authenticate({ username: 'finesse', password: 'tomcat' }, 'PLAIN'),
  });
  finesse.reconnect.stop();
  finesse.transports = createTransports(network);
  await finesse.start();
  const publish = (node: string, text: string) =>
    finesse.iqCaller.request(
      xml(
        'iq',
        { type: 'set', to: prosody.pubsubDomain },
        xml(
          'pubsub',
          { xmlns: 'http://jabber.org/protocol/pubsub' },
          xml('publish', { node }, xml('item', {}, xml('notification', { xmlns: 'urn:xmpp:push:0' }, text))),
        ),
      ),
    );
  return { finesse, publish };
}

describe.each(['webSocket', 'tcp'] as const)('over %s', way => {
  test('4.1 signs in with its resource, subscribes to a team and gets the text of each notification', async () => {
    const { finesse, publish } = await publisher();
    const { session, texts } = open({ service: prosody[way] });
    const { jid, subscribe, close } = bound(await session);
    expect(jid).toBe(`svc@${domain}/eyeline`);
    await subscribe(teamNode('34'));
    const update = '<Update><data><user><loginId>1</loginId></user></data></Update>';
    await publish(teamNode('34'), update);
    await publish(teamNode('35'), 'of another team');
    // Letters of two bytes, so many that some lie across two TLS records.
    const long = `<Update>${'äöü€😀'.repeat(20_000)}</Update>`;
    await publish(teamNode('34'), long);
    await expect.poll(() => texts.length).toBe(2);
    expect(texts[0]).toBe(update);
    expect(texts[1] === long).toBe(true);
    await close();
    await finesse.stop();
  });

  test('4.2 unsubscribes before it goes', async () => {
    const { finesse, publish } = await publisher();
    const first = open({ service: prosody[way] });
    const one = await first.session;
    await one.subscribe(teamNode('40'));
    await one.close();
    const second = open({ service: prosody[way] });
    const two = await second.session;
    await two.subscribe(teamNode('41'));
    await publish(teamNode('40'), 'of a subscription that is over');
    await publish(teamNode('41'), 'mine');
    await expect.poll(() => second.texts).toEqual(['mine']);
    expect(first.faults).toEqual([]);
    await two.close();
    await finesse.stop();
  });

  test('4.3 a wrong password stops the account after one attempt', async () => {
    const account = new Account({ kind: 'password', userId: 'svc', password: 'wrong' });
    await expect(open({ service: prosody[way], account }).session).rejects.toMatchObject({
      code: 'credential-refused',
    });
    expect(account.isStopped).toBe(true);
    await expect(open({ service: prosody[way], account }).session).rejects.toMatchObject({
      code: 'credential-stopped',
    });
  });

  test('4.4 a certificate of an unknown authority, or for another name, is refused with the screen to use', async () => {
    const stranger = open({ service: prosody[way], network: { lookup: localLookup } }).session;
    await expect(stranger).rejects.toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('Certificate Management'),
    });
    const misnamed = await startProsody(domain, authority, { svc: 'right' }, ['fin-b.example.test']);
    await expect(open({ service: misnamed[way] }).session).rejects.toMatchObject({
      code: 'certificate',
      message: expect.stringContaining('fin-b.example.test'),
    });
    await misnamed.stop();
  });

  test('4.5 a server that goes is told once', async () => {
    const own = await startProsody(domain, authority, { svc: 'right' });
    const { session, faults } = open({ service: own[way] });
    await session;
    await own.stop();
    await expect.poll(() => faults.length).toBe(1);
    expect(faults[0]?.message).toMatch(/\.$/);
    await expect(open({ service: own[way] }).session).rejects.toMatchObject({ code: 'unreachable' });
  });
});

test('4.6 the resource "desktop" is refused before anything is sent', async () => {
  await expect(open({ resource: 'desktop' }).session).rejects.toMatchObject({ code: 'reserved-resource' });
});

test('4.7 a second session with the same resource ends the first, which says so', async () => {
  const first = open();
  await first.session;
  const second = await open().session;
  await expect.poll(() => first.faults.map(({ code }) => code)).toEqual(['conflict']);
  await second.close();
});

test('4.8 names are escaped as Finesse wants them', async () => {
  expect(escapeNodeName("a?b@c&d'e")).toBe('a?3Fb?40c?26d?27e');
  const session = await open({ userId: 'joe@corp', password: 'joe' }).session;
  expect(session.jid).toBe(`joe?40corp@${domain}/eyeline`);
  await session.close();
});

test('4.9 pings keep a session, and a server that answers none loses it', async () => {
  const { session, faults } = open({ pingEveryMs: 100 });
  const alive = await session;
  await new Promise(resolve => setTimeout(resolve, 600));
  expect(faults).toEqual([]);
  await alive.close();

  const own = await startProsody(domain, authority, { svc: 'right' });
  const frozen = open({ service: own.tcp, pingEveryMs: 150 });
  await frozen.session;
  own.freeze();
  await expect
    .poll(() => frozen.faults.map(({ message }) => message), { timeout: 3_000 })
    .toEqual(['The notification service did not answer 2 pings.']);
  own.thaw();
  await own.stop();
});

/** Methods that may be taken out of their object. */
function bound<T extends { readonly jid: string; subscribe(node: string): Promise<void>; close(): Promise<void> }>(
  session: T,
) {
  return { jid: session.jid, subscribe: (node: string) => session.subscribe(node), close: () => session.close() };
}
