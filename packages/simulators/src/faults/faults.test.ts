import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Box, startBox } from '../box.ts';
import type { Fault } from '../scenario/fault.ts';
import { ask, askFinesse } from '../testing/box-client.ts';
import { smallScenario, until } from '../testing/small-scenario.ts';
import { XmppClient } from '../testing/xmpp-client.ts';
import { childOf, textOf } from '../xml/xml-element.ts';

const command = (state: string, more = '') => `<User><state>${state}</state>${more}</User>`;
const videoCall = command('NOT_READY', '<reasonCodeId>3</reasonCodeId>');

let box: Box;
let client: XmppClient;
beforeEach(async () => {
  box = await startBox({ scenario: smallScenario() });
  client = await XmppClient.signIn(box, '1001', 'box');
  box.setState('1001', { state: 'LOGIN' });
  await client.until(() => client.states('1001').length === 1);
});
afterEach(() => box.stop());

const set = (state: 'READY' | 'NOT_READY') => box.setState('1001', { state });
const received = () => client.states('1001').slice(1);

describe('a notification', () => {
  test('is lost', async () => {
    box.order({ type: 'notification-lost', times: 1 });
    set('READY');
    set('NOT_READY');
    await client.until(() => received().length === 1);
    expect(received()).toEqual(['NOT_READY']);
    expect(box.state().faults).toEqual([]);
  });

  test('is doubled', async () => {
    box.order({ type: 'notification-doubled', user: '1001', times: 1 });
    set('READY');
    await client.until(() => received().length === 2);
    expect(received()).toEqual(['READY', 'READY']);
  });

  test('is late', async () => {
    box.order({ type: 'notification-late', ms: 100, times: 1 });
    const start = performance.now();
    set('READY');
    await client.until(() => received().length === 1);
    expect(performance.now() - start).toBeGreaterThan(95);
  });

  test('comes after the next one', async () => {
    box.order({ type: 'notification-reordered', times: 1 });
    set('READY');
    set('NOT_READY');
    await client.until(() => received().length === 2);
    expect(received()).toEqual(['NOT_READY', 'READY']);
  });

  test('comes in the end when no other follows', async () => {
    box.order({ type: 'notification-reordered', ms: 40, times: 1 });
    set('READY');
    await client.until(() => received().length === 1);
  });

  test('of somebody else is not struck', async () => {
    box.order({ type: 'notification-lost', user: '1002' });
    box.order({ type: 'notification-lost', path: '/Dialogs' });
    set('READY');
    await client.until(() => received().length === 1);
  });
});

describe('an answer', () => {
  test('is slow, and its notification is there first', async () => {
    box.order({ type: 'slow-answer', path: '/User/1001', ms: 200, times: 1 });
    let isAnswered = false;
    const answer = askFinesse(box, '/User/1001', { as: '1001:box', body: command('READY') }).then(({ status }) => {
      isAnswered = true;
      return status;
    });
    await client.until(() => received().includes('READY'));
    expect(isAnswered).toBe(false);
    expect(await answer).toBe(202);
  });

  test('is an error or a web page', async () => {
    const answer = async (fault: Fault) => {
      box.order(fault);
      return askFinesse(box, '/User/1001', { as: '1001:box' });
    };
    const unavailable = await answer({ type: 'http-error', status: 503, times: 1 });
    expect([unavailable.status, ...unavailable.error]).toEqual([
      503,
      'Service Unavailable',
      'SERVER_OUT_OF_SERVICE',
      '',
    ]);
    const broken = await answer({ type: 'http-error', status: 500, times: 1 });
    expect([broken.status, broken.error[0]]).toEqual([500, 'Internal Server Error']);
    const page = await answer({ type: 'http-error', status: 503, page: true, times: 1 });
    expect([page.status, page.text.slice(0, 15)]).toEqual([503, '<!DOCTYPE html>']);
    expect((await askFinesse(box, '/User/1001', { as: '1001:box' })).status).toBe(200);
  });

  test('refuses right credentials, for HTTP and XMPP, without locking the account', async () => {
    const id = box.order({ type: 'wrong-credentials', user: '1001' });
    for (let attempt = 0; attempt < 6; attempt++) {
      expect((await askFinesse(box, '/User/1001', { as: '1001:box' })).status).toBe(401);
    }
    await expect(XmppClient.signIn(box, '1001', 'box', 'second')).rejects.toThrow('not-authorized');
    expect((await askFinesse(box, '/User/1002', { as: '1002:box' })).status).toBe(200);
    box.endFault(id);
    expect((await askFinesse(box, '/User/1001', { as: '1001:box' })).status).toBe(200);
  });
});

test('a call wins against NOT_READY when it comes in between', async () => {
  set('READY');
  box.order({ type: 'conflicting-call', user: '1001', times: 1 });
  await askFinesse(box, '/User/1001', { as: '1001:box', body: videoCall, headers: { requestId: 'r-1' } });
  const isError = () => client.updates.find(({ update }) => childOf(childOf(update, 'data'), 'apiErrors'));
  await client.until(() => isError() !== undefined);
  expect(textOf(isError()?.update, 'requestId')).toBe('r-1');
  expect(client.states('1001')).toEqual(['NOT_READY', 'READY', 'RESERVED']);
});

describe('a node', () => {
  const systemInfo = (node: 0 | 1) => ask(box, `${box.addresses.finesse[node]}/finesse/api/SystemInfo`);

  test('is down: no connections, no sessions, and comes back at the same address', async () => {
    const id = box.order({ type: 'node-down', node: 'A' });
    await client.until(() => client.isClosed);
    await expect(systemInfo(0)).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
    expect((await systemInfo(1)).status).toBe(200);
    expect(box.state().nodes.map(({ state }) => state)).toEqual(['down', 'in-service']);
    box.endFault(id);
    await until(async () => (await systemInfo(0).catch(() => undefined))?.status === 200);
    await XmppClient.signIn(box, '1001', 'box', 'again');
  });

  test('is down, and the reasons of its agents are lost where Finesse is taken to lose them', async () => {
    const other = await startBox({ scenario: smallScenario({ uncertain: { reasonsAfterFailover: 'lost' } }) });
    other.setState('1001', { state: 'LOGIN' });
    other.setState('1001', { state: 'NOT_READY', reasonCodeId: '3' });
    other.order({ type: 'node-down', node: 'A' });
    const path = `${other.addresses.finesse[1]}/finesse/api/User/1001`;
    const { xml } = await ask(other, path, { as: '1001:box' });
    expect([textOf(xml, 'state'), textOf(xml, 'reasonCodeId')]).toEqual(['NOT_READY', '-1']);
    await other.stop();
  });

  test('is out of service: it says so everywhere, and in notifications', async () => {
    const id = box.order({ type: 'node-out-of-service', node: 'A' });
    expect(textOf((await systemInfo(0)).xml, 'status')).toBe('OUT_OF_SERVICE');
    const answer = await askFinesse(box, '/User/1001', { as: '1001:box' });
    expect([answer.status, answer.error[1]]).toEqual([503, 'SERVER_OUT_OF_SERVICE']);
    const statuses = () =>
      client.updates.flatMap(({ update }) => textOf(childOf(childOf(update, 'data'), 'systemInfo'), 'status') ?? []);
    await client.until(() => statuses().includes('OUT_OF_SERVICE'));
    const away = client.received.filter(
      ({ name, attributes }) => name === 'presence' && attributes['type'] === 'unavailable',
    );
    expect(away.map(({ attributes }) => attributes['from'])).toEqual(['finesse@fin-a.localhost/finesse']);
    box.endFault(id);
    await client.until(() => statuses().includes('IN_SERVICE'));
    expect((await askFinesse(box, '/User/1001', { as: '1001:box' })).status).toBe(200);
  });
});

test('faults are ordered, listed and ended over HTTP, and misspellings are told', async () => {
  const faults = `${box.addresses.page}/box/faults`;
  const post = (body: unknown) =>
    fetch(faults, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const made = await post({ type: 'http-error', status: 503 });
  const { id } = JSON.parse(await made.text());
  expect([made.status, (await askFinesse(box, '/User/1001', { as: '1001:box' })).status]).toEqual([201, 503]);
  expect(JSON.parse(await (await fetch(faults)).text())).toMatchObject([{ id, struck: 1 }]);
  expect((await fetch(`${faults}/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await fetch(`${faults}/${id}`, { method: 'DELETE' })).status).toBe(404);
  const wrong = await post({ type: 'http-eror' });
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('type: ')]);
});
