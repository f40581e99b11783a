import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../calendar/fault.ts';
import { applyRules } from './apply-rules.ts';
import { Condition, holds } from './condition.ts';
import { RouteFacts } from './route-facts.ts';
import { skillsOf } from './route-outcome.ts';
import { Rules } from './rule.ts';
import { ruleFaults } from './rule-reference.ts';

const facts = v.parse(RouteFacts, {
  entryPointId: 'shop',
  channel: 'web',
  domain: 'video',
  form: { topic: 'Loans', amount: '2500', note: '', phone: '+49 30 1' },
  customer: { tier: 'gold', age: 41, blocked: false, tags: ['vip', '7', '40'] },
  attributes: {},
  queues: { loans: { waiting: 12, ready: 0, longestWaitMs: 90_000, estimatedWaitMs: null } },
  calendars: { office: true, nights: false },
});

const check = (condition: unknown, of: RouteFacts = facts) => holds(v.parse(Condition, condition), of);
const isTrue = (attribute: string, comparisons: object) => check({ attribute, ...comparisons });
const rules = (...input: unknown[]) => v.parse(Rules, input);
const apply = (...input: unknown[]) => applyRules(rules(...input), facts);
const gold = { attribute: 'customer.tier', eq: 'gold' };

describe('applying rules', () => {
  test('U1 later rules prevail, skills and attributes are joined', () => {
    const { outcome } = apply(
      {
        ruleId: 'a',
        outcome: { queueId: 'general', priority: 3, skills: { german: 5, loans: 2 }, attributes: { x: '1' } },
      },
      { ruleId: 'b', when: gold, outcome: { queueId: 'loans', skills: { loans: 7 }, attributes: { y: 2 } } },
      { ruleId: 'c', when: { not: gold }, outcome: { queueId: 'never', fallback: [] } },
      { ruleId: 'd', outcome: { fallback: ['chat', 'callback'] } },
    );
    expect(outcome).toEqual({
      queueId: 'loans',
      priority: 3,
      skills: { german: 5, loans: 7 },
      attributes: { x: '1', y: 2 },
      fallback: ['chat', 'callback'],
    });
    expect(skillsOf(outcome)).toEqual([
      { skill: 'german', atLeast: 5 },
      { skill: 'loans', atLeast: 7 },
    ]);
  });

  test('U1 no rule that fires is no outcome', () => {
    expect(apply()).toEqual({ outcome: {}, fired: [], stoppedBy: null });
    expect(apply({ ruleId: 'a', when: { not: gold }, outcome: { priority: 9 } }).outcome).toEqual({});
  });

  test('U2 U3 a rule that stops is the last; the trace tells which fired', () => {
    const list = [
      { ruleId: 'note', outcome: { attributes: { seen: true } } },
      { ruleId: 'other', when: { not: gold }, outcome: { queueId: 'general' }, stop: true },
      { ruleId: 'gold', when: gold, outcome: { queueId: 'loans' }, stop: true },
      { ruleId: 'rest', outcome: { queueId: 'rest', priority: 1 }, stop: true },
    ];
    expect(apply(...list)).toEqual({
      outcome: { attributes: { seen: true }, queueId: 'loans' },
      fired: ['note', 'gold'],
      stoppedBy: 'gold',
    });
  });

  test('U4 attributes that a rule gave are seen by those after it, not by those before', () => {
    const when = { attribute: 'attributes.urgent', eq: true };
    expect(
      apply(
        { ruleId: 'early', when, outcome: { priority: 1 } },
        { ruleId: 'mark', outcome: { attributes: { urgent: true } } },
        { ruleId: 'late', when, outcome: { priority: 9 } },
      ),
    ).toMatchObject({ fired: ['mark', 'late'], outcome: { priority: 9 } });
  });

  test('U8 the same rules and facts give the same outcome, and neither is changed', () => {
    const attribute = fc.constantFrom(
      'form.topic',
      'customer.age',
      'customer.tags',
      'attributes.mark',
      'queues.loans.waiting',
    );
    const leaf = fc.oneof(
      fc.record({ attribute, eq: fc.constantFrom('Loans', 41, true) }),
      fc.record({ attribute, gte: fc.integer({ min: 0, max: 50 }) }),
      fc.record({ attribute, matches: fc.constantFrom('*o*', 'v?p', '?') }),
      fc.record({ attribute, exists: fc.boolean() }),
      fc.record({ open: fc.constantFrom('office', 'nights', 'gone') }),
    );
    const { condition } = fc.letrec<{ condition: unknown }>(tie => ({
      condition: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie('condition') }),
      ),
    }));
    const outcome = fc.record(
      {
        queueId: fc.constantFrom('a', 'b'),
        priority: fc.integer({ min: 1, max: 10 }),
        attributes: fc.record({ mark: fc.nat(9) }),
      },
      { requiredKeys: [] },
    );
    const list = fc.array(fc.record({ when: condition, outcome, stop: fc.boolean() }), { maxLength: 6 });
    const before = structuredClone(facts);
    fc.assert(
      fc.property(list, input => {
        const parsed = v.parse(
          Rules,
          input.map((rule, index) => ({ ...rule, ruleId: `r${index}` })),
        );
        const copy = structuredClone(parsed);
        const first = applyRules(parsed, facts);
        expect(applyRules(parsed, facts)).toEqual(first);
        expect(parsed).toEqual(copy);
        expect(facts).toEqual(before);
        // What fired alone gives the same: the trace tells the whole truth.
        const fired = parsed.filter(({ ruleId }) => first.fired.includes(ruleId));
        expect(
          applyRules(
            fired.map(({ ruleId, outcome: its }) => ({ ruleId, outcome: its, stop: false })),
            facts,
          ).outcome,
        ).toEqual(first.outcome);
        for (const { when } of parsed) if (when) expect(holds({ not: when }, facts)).toBe(!holds(when, facts));
      }),
    );
  });
});

describe('conditions', () => {
  test('U4 all, any, not and an open calendar', () => {
    const [yes, no] = [{ open: 'office' }, { open: 'nights' }];
    expect([check(yes), check(no), check({ open: 'gone' }), check({ open: 'constructor' })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([check({ all: [yes, no] }), check({ all: [yes, yes] })]).toEqual([false, true]);
    expect([check({ any: [no, yes] }), check({ any: [no, no] })]).toEqual([true, false]);
    expect([check({ not: yes }), check({ not: { any: [no, { not: yes }] } })]).toEqual([false, true]);
  });

  test('U5 eq and in compare as text', () => {
    expect(isTrue('form.topic', { eq: 'Loans' })).toBe(true);
    expect(isTrue('form.topic', { eq: 'loans' })).toBe(false);
    expect(isTrue('form.amount', { eq: 2500 })).toBe(true);
    expect(isTrue('customer.blocked', { eq: false })).toBe(true);
    expect(isTrue('customer.age', { in: ['40', '41'] })).toBe(true);
    expect(isTrue('channel', { in: ['app', 'link'] })).toBe(false);
    expect(isTrue('entryPointId', { eq: 'shop' })).toBe(true);
    expect(isTrue('domain', { eq: 'video' })).toBe(true);
  });

  test('U5 numbers, of attributes, form values and queues', () => {
    expect(isTrue('form.amount', { gte: 2500, lt: 2501 })).toBe(true);
    expect(isTrue('form.amount', { gt: 2500 })).toBe(false);
    expect(isTrue('form.amount', { lte: 2499 })).toBe(false);
    expect(isTrue('customer.age', { lt: 41 })).toBe(false);
    expect(isTrue('queues.loans.waiting', { gt: 10 })).toBe(true);
    expect(isTrue('queues.loans.ready', { eq: 0 })).toBe(true);
  });

  test('U5 of a list one and the same value must meet all', () => {
    expect(isTrue('customer.tags', { eq: 'vip' })).toBe(true);
    expect(isTrue('customer.tags', { gt: 10, lt: 50 })).toBe(true);
    // 7 is below 10 and 40 above it, but none is both.
    expect(isTrue('customer.tags', { gt: 10, lt: 30 })).toBe(false);
  });

  test('U6 what is absent or blank meets nothing but exists: false', () => {
    for (const attribute of [
      'form.note',
      'form.gone',
      'customer.toString',
      'queues.gone.waiting',
      'queues.loans.estimatedWaitMs',
    ]) {
      expect(isTrue(attribute, { exists: false })).toBe(true);
      expect(isTrue(attribute, { exists: true })).toBe(false);
      expect(isTrue(attribute, { eq: '' })).toBe(false);
      expect(isTrue(attribute, { lt: 1e9 })).toBe(false);
      expect(isTrue(attribute, { matches: '*' })).toBe(false);
    }
    expect(isTrue('form.topic', { lt: 1e9 })).toBe(false);
    expect(isTrue('form.phone', { gte: 0 })).toBe(false);
    expect(isTrue('form.topic', { exists: true })).toBe(true);
  });
});

describe('faults of rules', () => {
  const faults = (...input: unknown[]) => {
    const result = v.safeParse(Rules, input);
    return faultsOf(result.issues ?? []).map(({ path, expected }) => `${path}: ${expected}`);
  };

  test('U9 each fault has its path and what was expected', () => {
    expect(
      faults(
        { ruleId: 'a', when: { all: [{ any: [{ attribute: 'form.topic', equals: 'x' }] }] } },
        {
          ruleId: 'b',
          when: { attribute: 'forms.topic', eq: 1 },
          outcome: { priority: 11, queue: 'x', skills: { german: 0 } },
        },
        { ruleId: 'c d', when: { not: { attribute: 'channel' } }, stop: 'yes' },
        { ruleId: 'd', when: { any: [] }, outcome: { fallback: ['chat', 'chat'] } },
        { ruleId: 'e', when: { attribute: 'channel', matches: 'x'.repeat(201) } },
      ),
    ).toEqual([
      '0.when.all.0.any.0.equals: no such key',
      expect.stringMatching(/^1\.when\.attribute: entryPointId, channel, domain, form\.NAME/),
      '1.outcome.priority: a whole number from 1 to 10',
      '1.outcome.skills.german: a whole number from 1 to 10',
      '1.outcome.queue: no such key',
      '2.ruleId: an id of 1 to 64 letters, digits, "-" and "_"',
      '2.when.not: at least one of eq, in, matches, lt, lte, gt, gte, exists beside `attribute`',
      '2.stop: true or false',
      '3.when.any: at least one condition',
      '3.outcome.fallback: each step only once',
      '4.when.matches: a pattern of at most 200 characters',
    ]);
    expect(faults({ ruleId: 'a' }, { ruleId: 'b' }, { ruleId: 'a' })).toEqual([
      '2.ruleId: an id that no rule before it has',
    ]);
  });

  test('U9 names that lead nowhere', () => {
    const known = { queues: new Set(['loans']), skills: new Set(['german']), calendars: new Set<string>() };
    const list = rules(
      {
        ruleId: 'a',
        when: { all: [{ not: { open: 'office' } }, { any: [{ attribute: 'queues.sales.waiting', gt: 1 }] }] },
        outcome: { queueId: 'loan', skills: { german: 2, frensh: 3 } },
      },
      { ruleId: 'b', when: { attribute: 'queues.loans.ready', gt: 0 }, outcome: { queueId: 'loans' } },
    );
    expect(ruleFaults(list, known)).toEqual([
      { path: 'rules.0.when.all.0.not.open', expected: 'one of the calendars: (there is none)', received: '"office"' },
      { path: 'rules.0.when.all.1.any.0.attribute', expected: 'one of the queues: loans', received: '"sales"' },
      { path: 'rules.0.outcome.queueId', expected: 'one of the queues: loans', received: '"loan"' },
      { path: 'rules.0.outcome.skills.frensh', expected: 'one of the skills: german', received: '"frensh"' },
    ]);
  });
});
