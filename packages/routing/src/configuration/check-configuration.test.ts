import { describe, expect, test } from 'vitest';
import { checkConfiguration } from './check-configuration.ts';

const faultsOf = (json: unknown) => {
  const checked = checkConfiguration(json);
  return checked.ok ? [] : checked.faults;
};
const good = {
  skills: ['loans'],
  queues: { loans: { skills: [{ skill: 'loans', atLeast: 5 }] } },
  defaultQueue: 'loans',
};

describe('a configuration', () => {
  test('11.5 that is right is taken, with the defaults filled in', () => {
    const checked = checkConfiguration(good);
    expect(checked).toMatchObject({ ok: true, configuration: { queues: { loans: { mode: 'push', priority: 5 } } } });
    expect(checkConfiguration({}).ok).toBe(true);
  });

  test.each([
    [
      'an unknown skill',
      { ...good, queues: { loans: { skills: [{ skill: 'lones' }] } } },
      'queues.loans.skills.0.skill',
      'loans',
    ],
    [
      'a step with no term',
      { ...good, queues: { loans: { steps: [{ timeoutMs: 5 }] } } },
      'queues.loans.steps.0.term',
      '',
    ],
    [
      'an empty term',
      { ...good, queues: { loans: { steps: [{ term: { all: [] } }] } } },
      'queues.loans.steps.0.term.all',
      'at least one term',
    ],
    [
      'a level of 11',
      { ...good, queues: { loans: { skills: [{ skill: 'loans', atLeast: 11 }] } } },
      'queues.loans.skills.0.atLeast',
      '10',
    ],
    [
      '11 steps',
      { ...good, queues: { loans: { steps: Array(11).fill({ term: { skill: 'loans' }, timeoutMs: 1 }) } } },
      'queues.loans.steps',
      'at most 10',
    ],
    [
      'a step without an end',
      { ...good, queues: { loans: { steps: [{ term: { skill: 'loans' } }, { term: { skill: 'loans' } }] } } },
      'queues.loans.steps.0.timeoutMs',
      'another step follows',
    ],
    [
      'skills and steps',
      { ...good, queues: { loans: { skills: [{ skill: 'loans' }], steps: [{ term: { skill: 'loans' } }] } } },
      'queues.loans.steps',
      'not both',
    ],
    ['an overflow to nowhere', { ...good, queues: { loans: { overflow: 'else' } } }, 'queues.loans.overflow', 'loans'],
    [
      'an overflow in a circle',
      { ...good, queues: { loans: { overflow: 'b' }, b: { overflow: 'loans' } } },
      'queues.loans.overflow',
      'do not lead back',
    ],
    [
      'an agent with an unknown skill',
      { ...good, agents: { ada: { skills: { lones: 3 } } } },
      'agents.ada.skills.lones',
      'loans',
    ],
    ['an unknown default queue', { ...good, defaultQueue: 'else' }, 'defaultQueue', 'loans'],
    ['an unknown key', { ...good, quues: {} }, 'quues', ''],
    [
      'a wrong selection',
      { ...good, queues: { loans: { selection: 'random' } } },
      'queues.loans.selection',
      'longest-available',
    ],
    [
      'bounds that exclude each other',
      { ...good, queues: { loans: { skills: [{ skill: 'loans', atLeast: 5, atMost: 4 }] } } },
      'queues.loans.skills.0.atMost',
      '5',
    ],
  ])('11.5 with %s is refused, with the path and what was expected', (_, json, path, expected) => {
    const fault = faultsOf(json).find(one => one.path === path);
    expect(fault, JSON.stringify(faultsOf(json))).toBeDefined();
    expect(fault?.expected).toContain(expected);
  });

  test('11.5 tells every fault', () => {
    const faults = faultsOf({ ...good, agents: { ada: { skills: { a: 1 } }, ben: { skills: { b: 1 } } } });
    expect(faults.map(({ path }) => path)).toEqual(['agents.ada.skills.a', 'agents.ben.skills.b']);
  });
});
