import { afterEach, expect, test, vi } from 'vitest';
import { openingWords } from '../parts/opening-words.ts';
import { chat } from '../sentences/chat.ts';
import { milestone } from '../sentences/milestone.ts';
import { useLanguage } from '../sentences/use-language.ts';
import { widget } from '../sentences/widget.ts';
import { speakLanguage } from './widget.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  useLanguage({ tag: 'en', dir: 'ltr' });
});

/** What a day of the week after Monday, 23 November 2026 is called within a sentence. */
const dayWords = (day: number) =>
  openingWords(Date.UTC(2026, 10, 23 + day, 9), Date.UTC(2026, 10, 23, 12), 'UTC').split(/ (?:o|saat|om) /)[0];

test('Polish says on which day something is in the accusative, and knows four forms of a word', async () => {
  vi.stubGlobal('navigator', { languages: ['pl-PL'] });
  await speakLanguage('pl');
  expect([2, 3, 4, 5, 6].map(dayWords)).toEqual(['w środę', 'w czwartek', 'w piątek', 'w sobotę', 'w niedzielę']);
  expect([8, 9].map(dayWords)).toEqual(['we wtorek, 1 grudnia', 'w środę, 2 grudnia']);
  expect([1, 2, 5, 12, 22, 25].map(count => chat.charactersLeft(count))).toEqual([
    'Pozostał 1 znak',
    'Pozostały 2 znaki',
    'Pozostało 5 znaków',
    'Pozostało 12 znaków',
    'Pozostały 22 znaki',
    'Pozostało 25 znaków',
  ]);
  expect([1, 3, 21].map(count => widget.withNews('Czat', count))).toEqual([
    'Czat, 1 nowa wiadomość',
    'Czat, 3 nowe wiadomości',
    'Czat, 21 nowych wiadomości',
  ]);
});

test('Turkish begins no sentence in a small letter, and gives no name a case', async () => {
  vi.stubGlobal('navigator', { languages: ['tr'] });
  await speakLanguage('tr');
  expect([2, 9].map(dayWords)).toEqual(['Çarşamba günü', '2 Aralık Çarşamba günü']);
  expect(milestone.callStarted(milestone.voice)).toBe('Sesli görüşme başladı');
  expect(milestone.callDeclined('Ada', milestone.video)).toBe('Ada görüntülü görüşmeyi reddetti');
  expect(milestone.handedOver('Ada', 'Anna')).toBe('Ada sohbeti aktardı: Anna');
});

test('Dutch tells one from many', async () => {
  vi.stubGlobal('navigator', { languages: ['nl'] });
  await speakLanguage('nl');
  expect([2, 9].map(dayWords)).toEqual(['op woensdag', 'op woensdag 2 december']);
  expect([1, 2].map(count => chat.about(count))).toEqual(['ongeveer 1 minuut', 'ongeveer 2 minuten']);
});

test('Arabic knows six forms of a word, and one and two need no figure', async () => {
  vi.stubGlobal('navigator', { languages: ['ar'] });
  await speakLanguage('ar');
  expect([0, 1, 2, 3, 11, 100].map(count => chat.charactersLeft(count))).toEqual([
    'المتبقي: 0 حرف',
    'المتبقي: حرف واحد',
    'المتبقي: حرفان',
    'المتبقي: 3 أحرف',
    'المتبقي: 11 حرفًا',
    'المتبقي: 100 حرف',
  ]);
  expect([1, 2, 5].map(count => chat.about(count))).toEqual(['حوالي دقيقة واحدة', 'حوالي دقيقتين', 'حوالي 5 دقائق']);
  vi.stubGlobal('navigator', { languages: ['ar-EG'] });
  expect(chat.number(12)).toBe('ترتيبك في قائمة الانتظار: ١٢');
});

test('Hebrew knows two of a thing', async () => {
  vi.stubGlobal('navigator', { languages: ['he'] });
  await speakLanguage('he');
  expect([1, 2, 3].map(count => widget.withNews('צ׳אט', count))).toEqual([
    'צ׳אט, הודעה חדשה אחת',
    'צ׳אט, שתי הודעות חדשות',
    'צ׳אט, 3 הודעות חדשות',
  ]);
});

test('Japanese calls nobody by the name alone, and the nameless by no name', async () => {
  vi.stubGlobal('navigator', { languages: ['ja'] });
  await speakLanguage('ja');
  expect(milestone.joined('Ada')).toBe('Adaさんがチャットに参加しました');
  expect(milestone.joined(milestone.otherSide)).toBe('相手の方がチャットに参加しました');
  expect(milestone.joined(null)).toBe('チャットに参加しました');
});
