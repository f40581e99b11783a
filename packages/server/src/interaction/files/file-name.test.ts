import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['report.pdf', 'application/pdf', 'report.pdf'],
  ['Foto 1.JPEG', 'image/jpeg', 'Foto 1.JPEG'],
  ['invoice.html', 'text/plain', 'invoice.html.txt'],
  ['invoice.pdf.exe', 'application/pdf', 'invoice.pdf.exe.pdf'],
  ['../../etc/passwd', 'text/plain', 'passwd.txt'],
  ['C:\\Users\\Zoe\\scan.png', 'image/png', 'scan.png'],
  ['invoice\u202efdp.exe', 'application/pdf', 'invoicefdp.exe.pdf'],
  ['a\r\nSet-Cookie: b', 'text/plain', 'aSet-Cookie b.txt'],
  ['NUL.txt', 'text/plain', '_NUL.txt'],
  ['...', 'image/png', 'file.png'],
  ['', 'application/pdf', 'file.pdf'],
  ['Angebot für Zoë.docx', 'application/pdf', 'Angebot für Zoë.docx.pdf'],
])('%j that is %s is called %j', (given, mediaType, name) => {
  expect(fileName(given, mediaType)).toBe(name);
});

test('whatever it is called, its name is short, bare, and ends as what it is', () => {
  const piece = fc.constantFrom(
    '..',
    '/',
    '\\',
    '\u202e',
    '\u200b',
    '\0',
    '"',
    ':',
    '.pdf',
    'con',
    '👩‍👩‍👧',
    'é',
    '\ud800',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 500 }),
        fc.array(piece).map(all => all.join('')),
      ),
      given => {
        const name = fileName(given, 'application/pdf');
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name).toMatch(/[^.].*\.pdf$/i);
        expect(name).not.toMatch(/[\p{C}/\\:*?"<>|]|^[. ]/u);
        expect(fileName(name, 'application/pdf')).toBe(name);
      },
    ),
  );
});
