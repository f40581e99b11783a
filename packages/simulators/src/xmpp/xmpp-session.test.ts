import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Box, startBox } from '../box.ts';
import { askFinesse } from '../testing/box-client.ts';
import { smallScenario, until } from '../testing/small-scenario.ts';
import { XmppClient } from '../testing/xmpp-client.ts';
import { childOf, textOf } from '../xml/xml-element.ts';

const command = (state: string, more = '') => `<User><state>${state}</state>${more}</User>`;
const login = command('LOGIN', '<extension>2001</extension>');

let box: Box;
beforeEach(async () => {
  box = await startBox({ scenario: smallScenario() });
});
afterEach(() => box.stop());

describe('a session', () => {
  test('opens, offers PLAIN, and refuses a wrong password', async () => {
    const client = await XmppClient.connect(box);
    const features = await client.open();
    expect(client.received[0]?.attributes['from']).toBe('fin-a.localhost');
    expect(childOf(features, 'mechanisms')?.children.map(({ text }) => text)).toEqual(['PLAIN']);
    expect((await client.authenticate('1001', 'wrong')).children[0]?.name).toBe('not-authorized');
    expect((await client.authenticate('1001', 'box', 'SCRAM-SHA-1')).children[0]?.name).toBe('invalid-mechanism');
    expect((await client.authenticate('1001', 'box')).name).toBe('success');
  });

  test('must not skip a step', async () => {
    const client = await XmppClient.connect(box);
    client.send('<iq xmlns="jabber:client" type="get" id="1"><ping xmlns="urn:xmpp:ping"/></iq>');
    expect((await client.next(({ name }) => name === 'error')).children[0]?.name).toBe('not-authorized');
    await client.until(() => client.isClosed);
  });

  test('is ended by what is no XML', async () => {
    const client = await XmppClient.signIn(box, '1001', 'box');
    client.send('<presence');
    expect((await client.next(({ name }) => name === 'error')).children[0]?.name).toBe('not-well-formed');
  });

  test('answers pings and knows no other requests', async () => {
    const client = await XmppClient.signIn(box, '1001', 'box');
    const ping = await client.ask(
      '<iq xmlns="jabber:client" type="get" id="p1" to="fin-a.localhost"><ping xmlns="urn:xmpp:ping"/></iq>',
    );
    expect(ping.attributes['type']).toBe('result');
    const other = await client.ask(
      '<iq xmlns="jabber:client" type="get" id="q"><query xmlns="jabber:iq:roster"/></iq>',
    );
    expect(childOf(other, 'error')?.children[0]?.name).toBe('service-unavailable');
  });

  test('pushes an older one of the same resource out', async () => {
    const older = await XmppClient.signIn(box, '1001', 'box', 'desktop');
    await XmppClient.signIn(box, '1001', 'box', 'other');
    expect(older.isClosed).toBe(false);
    await XmppClient.signIn(box, '1001', 'box', 'desktop');
    expect((await older.next(({ name }) => name === 'error')).children[0]?.name).toBe('conflict');
  });

  test('takes a token where single sign-on does', async () => {
    const scenario = smallScenario({ signIn: 'SSO' });
    const users = scenario.users.map(user => ({ ...user, token: `token of ${user.id}` }));
    const other = await startBox({ scenario: { ...scenario, users } });
    await XmppClient.signIn(other, '1001', 'token of 1001');
    await expect(XmppClient.signIn(other, '1001', 'box')).rejects.toThrow('not-authorized');
    await other.stop();
  });
});

describe('notifications', () => {
  test('of the own user come without asking, as text in the recorded shape', async () => {
    const client = await XmppClient.signIn(box, '1001', 'box');
    await askFinesse(box, '/User/1001', { as: '1001:box', body: login, headers: { requestId: 'r-7' } });
    await client.until(() => client.updates.length > 0);
    const [first] = client.updates;
    expect(first?.node).toBe('/finesse/api/User/1001');
    expect(first?.update.children.map(({ name }) => name)).toEqual(['data', 'event', 'requestId', 'source']);
    expect([textOf(first?.update, 'event'), textOf(first?.update, 'requestId')]).toEqual(['PUT', 'r-7']);
    const user = childOf(childOf(first?.update, 'data'), 'user');
    const names = user?.children.map(({ name }) => name.toLowerCase()) ?? [];
    expect(names).toEqual([...names].sort());
    expect([textOf(user, 'state'), textOf(user, 'reasonCodeId'), textOf(user, 'pendingState')]).toEqual([
      'NOT_READY',
      '-1',
      '',
    ]);
    await askFinesse(box, '/User/1001', { as: '1001:box', body: command('READY') });
    await client.until(() => client.states('1001').includes('READY'));
    expect(childOf(childOf(childOf(client.updates.at(-1)?.update, 'data'), 'user'), 'reasonCodeId')).toBeUndefined();
  });

  test('of a failure come with the request’s id, and a lower-case event', async () => {
    const client = await XmppClient.signIn(box, '1001', 'box');
    const body = command('LOGIN', '<extension>9999</extension>');
    const { status } = await askFinesse(box, '/User/1001', { as: '1001:box', body, headers: { requestId: 'r-8' } });
    expect(status).toBe(202);
    await client.until(() => client.updates.length > 0);
    const update = client.updates[0]?.update;
    const error = childOf(childOf(childOf(update, 'data'), 'apiErrors'), 'apiError');
    expect(['errorType', 'errorMessage', 'errorData', 'peripheralErrorCode'].map(name => textOf(error, name))).toEqual([
      ...['Invalid Device', 'CF_INVALID_LOGON_DEVICE_SPECIFIED', '260', '10125'],
    ]);
    expect([textOf(update, 'event'), textOf(update, 'requestId')]).toEqual(['put', 'r-8']);
  });

  test('of a team come to its supervisor who subscribed, until no more', async () => {
    const client = await XmppClient.signIn(box, 'eyeline', 'box');
    const node = '/finesse/api/Team/1/Users';
    expect((await client.subscribe(node)).attributes['type']).toBe('result');
    box.setState('1001', { state: 'LOGIN' });
    await client.until(() => client.states('1001').length === 1);
    expect(client.updates[0]?.node).toBe(node);
    const { from, to } = client.received.find(({ name }) => name === 'message')?.attributes ?? {};
    expect([from, to]).toEqual(['pubsub.fin-a.localhost', 'eyeline@fin-a.localhost/test']);
    expect(textOf(client.updates[0]?.update, 'source')).toBe('/finesse/api/User/1001');
    await client.subscribe(node, 'unsubscribe');
    box.setState('1001', { state: 'READY' });
    await client.ask('<iq xmlns="jabber:client" type="get" id="p2"><ping xmlns="urn:xmpp:ping"/></iq>');
    expect(client.states('1001')).toEqual(['NOT_READY']);
  });

  test('are not for those who may not hear them', async () => {
    const agent = await XmppClient.signIn(box, '1001', 'box');
    const refusal = async (node: string) => childOf(await agent.subscribe(node), 'error')?.children[0]?.name;
    expect(await refusal('/finesse/api/Team/1/Users')).toBe('forbidden');
    expect(await refusal('/finesse/api/User/1002')).toBe('forbidden');
    expect(await refusal('/finesse/api/Team/77/Users')).toBe('item-not-found');
  });

  test('come at one node of what happened at the other', async () => {
    const client = await XmppClient.signIn(box, 'eyeline', 'box', 'test', 1);
    await client.subscribe('/finesse/api/Team/1/Users');
    await askFinesse(box, '/User/1001', { as: '1001:box', body: login });
    await client.until(() => client.states('1001').length === 1);
  });

  test('do not where Finesse is taken to keep them apart', async () => {
    const other = await startBox({ scenario: smallScenario({ uncertain: { notificationsAcrossNodes: false } }) });
    const here = await XmppClient.signIn(other, 'eyeline', 'box', 'a', 0);
    const there = await XmppClient.signIn(other, 'eyeline', 'box', 'b', 1);
    for (const client of [here, there]) await client.subscribe('/finesse/api/Team/1/Users');
    await askFinesse(other, '/User/1001', { as: '1001:box', body: login });
    await here.until(() => here.states('1001').length === 1);
    expect(there.states('1001')).toEqual([]);
    await other.stop();
  });
});

describe('lost presence', () => {
  const state = () => box.state().users.find(({ id }) => id === '1001');

  test('signs an agent out after the delay, with the reason 255', async () => {
    const client = await XmppClient.signIn(box, '1001', 'box');
    box.setState('1001', { state: 'LOGIN' });
    client.close();
    await until(() => state()?.state === 'LOGOUT');
    expect(state()?.reason).toBe('Connection Failure (255)');
  });

  test('is forgiven when the agent is back in time', async () => {
    const client = await XmppClient.signIn(box, '1001', 'box');
    box.setState('1001', { state: 'LOGIN' });
    client.close();
    await XmppClient.signIn(box, '1001', 'box', 'again', 1);
    await new Promise(resolve => setTimeout(resolve, 150));
    expect(state()?.state).toBe('NOT_READY');
  });
});
