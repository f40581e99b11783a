import { describe, expect, test } from 'vitest';
import { chooseReason } from './choose-reason.ts';

describe('chooseReason', () => {
  const reason = (id: string, code: number, label: string, isSystem = false) => ({
    id,
    code,
    label,
    isSystem,
    category: 'not-ready' as const,
    isForAll: true,
  });
  const reasons = [reason('1', 10, 'Lunch'), reason('7', 800, 'Video Call'), reason('9', 32_761, 'Non ACD Busy', true)];
  const choose = (name: { code: number } | { label: string }) => chooseReason(reasons, name, 'fin-a:8445');

  test('9.6 by code or label, to the id of this cluster; system codes never', () => {
    expect(choose({ code: 800 }).id).toBe('7');
    expect(choose({ label: ' video  CALL ' }).id).toBe('7');
    expect(() => choose({ code: 32_761 })).toThrow('set by Finesse itself');
    expect(() => choose({ label: 'Video' })).toThrow('on the tab Reasons');
    expect(() => chooseReason([...reasons, reason('8', 801, 'lunch')], { label: 'Lunch' }, 'h')).toThrow(
      'more than one',
    );
  });
});
