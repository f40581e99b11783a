import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

test('the right password is right, any other is not, and nobody has one', async () => {
  const hash = await hashPassword('correct horse');
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(hash).not.toContain('correct');
  expect(await isPassword('correct horse', hash)).toBe(true);
  expect(await isPassword('correct horse ', hash)).toBe(false);
  expect(await isPassword('', null)).toBe(false);
  expect(await hashPassword('correct horse')).not.toBe(hash);
});

test('the same letters typed differently are the same password', async () => {
  const hash = await hashPassword('caf\u00e9-password');
  expect(await isPassword('cafe\u0301-password', hash)).toBe(true);
});
