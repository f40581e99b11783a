import {
  type Command,
  type DesktopCommand,
  type DesktopCommandId,
  failure,
  type VoiceCommand,
} from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import { isVoiceAsExpected, refusalAtOnce } from './desktop.ts';
import { desk, startAtDesk } from './testing/start-agent.ts';

const wanted: DesktopCommand & VoiceCommand = {
  of: 'voice',
  desktopCommandId: 'command-1' as DesktopCommandId,
  state: 'not-ready',
  reason: { label: 'Video call' },
  onlyIf: 'free',
  expiresAt: 2000,
};

const attachCommand: Command = { type: 'desktop.attach', userId: '1001' };

describe('the agent’s other desktop', () => {
  test('is attached at the desk, and anew after every break', () => {
    const { connection, actor, desktops, state } = startAtDesk();
    desktops.send(attachCommand);
    expect(connection.asked()).toContainEqual(attachCommand);
    connection.notify({ type: 'connection.lost' });
    expect(desktops.attached).toBe(0);
    connection.notify({ type: 'connection.opened' });
    const [resume] = connection.asked().filter(({ type }) => type === 'agent.resume');
    connection.answer(resume, desk());
    expect(state()).toBe('at-desk');
    expect(desktops.attached).toBe(1);
    actor.send({ type: 'sign-out' });
    connection.answer(
      connection.asked().find(({ type }) => type === 'agent.sign-out'),
      {},
    );
    expect(desktops.attached).toBe(0);
  });

  test('hears commands and the answers to what it said; a refusal is shown', () => {
    const { connection, desktops, context } = startAtDesk();
    desktops.send(attachCommand);
    const [attach] = connection.asked();
    connection.notify({ type: 'desktop.commanded', ...wanted });
    connection.answer(attach, { now: 1000 });
    expect(desktops.received.map(({ type }) => type)).toEqual(['desktop.commanded', 'done.desktop.attach']);
    connection.refuse(attach, failure('voice-channel-not-yours'));
    expect(context().failure?.code).toBe('voice-channel-not-yours');
  });
});

describe('a command', () => {
  test('is tried before its time is over, while all is as it says', () => {
    expect(refusalAtOnce(wanted, true, 1999)).toBeNull();
    expect(refusalAtOnce(wanted, true, 2000)).toBe('too-late');
    expect(refusalAtOnce(wanted, false, 1999)).toBe('not-as-expected');
  });

  test('for voice looks at how the phone stands', () => {
    const stands = (standing: 'free' | 'held' | 'other', isReached = true) =>
      isVoiceAsExpected(wanted, { isReached, standing: () => standing });
    expect(stands('free')).toBe(true);
    expect(stands('held')).toBe(false);
    expect(stands('other')).toBe(false);
    expect(stands('free', false)).toBe(false);
  });
});
