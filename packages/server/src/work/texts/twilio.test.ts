import { startTextGateway, type TextGateway } from '@eyeline/simulators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TextRefused } from './sms-gateway.ts';
import { TwilioGateway } from './twilio.ts';

const account = { accountSid: 'AC0123456789abcdef0123456789abcdef', authToken: 'a secret' };
const message = { to: '+442079460018', text: 'Lamps: open this link & show us. https://lamps.example/v/abc?d=1' };
let simulator: TextGateway;
beforeAll(async () => {
  simulator = await startTextGateway(account);
});
afterAll(() => simulator.stop());

const gateway = (more: object = {}, token = account.authToken) =>
  new TwilioGateway(
    {
      ...{ accountSid: account.accountSid, baseUrl: simulator.url, timeoutMs: 10_000, from: '+442079460000' },
      ...{ authToken: { env: 'NOT_READ' }, messagingServiceSid: undefined, ...more },
    },
    token,
  );

test('a message goes as a form, and its sid comes back', async () => {
  const sid = await gateway().send(message);
  expect(simulator.texts.at(-1)).toEqual({ sid, to: message.to, from: '+442079460000', body: message.text });
  await gateway({ from: undefined, messagingServiceSid: 'MG1' }).send(message);
  expect(simulator.texts.at(-1)).toMatchObject({ from: 'MG1' });
});

test('what was sent is found again, by number and text', async () => {
  const sid = await gateway().send({ ...message, text: 'once' });
  expect(await gateway().find({ ...message, text: 'once' })).toBe(sid);
  expect(await gateway().find({ ...message, text: 'never' })).toBeNull();
  expect(await gateway().find({ to: '+442079460019', text: 'once' })).toBeNull();
});

test('a refusal for good is told apart from what may be tried again', async () => {
  const outcome = (error: unknown) => (error instanceof TextRefused ? error.reason : 'again');
  simulator.order({ code: 21610, message: 'Attempt to send to unsubscribed recipient' });
  expect(await gateway().send(message).catch(outcome)).toBe('Attempt to send to unsubscribed recipient');
  expect(await gateway({}, 'wrong').send(message).catch(outcome)).toBe('Authenticate');
  for (const fault of ['busy', 'down', 'lost'] as const) {
    simulator.order(fault);
    expect(await gateway().send(message).catch(outcome)).toBe('again');
  }
  expect(await gateway({ baseUrl: 'http://127.0.0.1:1' }).send(message).catch(outcome)).toBe('again');
});
