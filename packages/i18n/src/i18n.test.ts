import { describe, expect, it } from 'vitest';
import { LANGUAGES, texts, toLanguage } from './index.ts';
import { de } from './locales/de.ts';
import { en } from './locales/en.ts';
import { vi } from './locales/vi.ts';

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { vi, en, de };
const holesOf = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('texts', () => {
  it('replaces placeholders by the parameters of the same name', () => {
    expect(texts('vi')('common.minutes', { minutes: 12 })).toBe('12 phút');
  });

  it('leaves a placeholder visible when its parameter is missing', () => {
    expect(texts('en')('common.minutes')).toBe('{minutes} min');
  });

  it('inserts a parameter literally, whatever it contains', () => {
    expect(texts('de')('common.minutes', { minutes: '$& {minutes}' })).toBe('$& {minutes} Min.');
  });
});

describe('toLanguage', () => {
  it.each([
    ['vi-VN', 'vi'],
    ['de-AT', 'de'],
    ['EN', 'en'],
    ['fr', 'vi'],
    ['', 'vi'],
  ])('takes %j for %s', (tag, language) => {
    expect(toLanguage(tag)).toBe(language);
  });
});

describe.each(LANGUAGES)('the catalogue %s', (language) => {
  const entries = Object.entries(CATALOGUES[language] ?? {});

  it('has the keys of the Vietnamese one', () => {
    expect(entries.map(([key]) => key).toSorted()).toEqual(Object.keys(vi).toSorted());
  });

  it('has a text for every key, in NFC and without stray spaces', () => {
    const wrong = entries.filter(
      ([, text]) => text === '' || text !== text.normalize('NFC') || text !== text.trim(),
    );
    expect(wrong).toEqual([]);
  });

  it('has the placeholders of the Vietnamese texts', () => {
    const wrong = entries
      .filter(([key, text]) => {
        const original = CATALOGUES['vi']?.[key] ?? '';
        return holesOf(text).join() !== holesOf(original).join();
      })
      .map(([key]) => key);
    expect(wrong).toEqual([]);
  });
});

describe('the Vietnamese texts', () => {
  it.each(['en', 'de'])('differ from the texts in %s', (language) => {
    const isWords = (text: string) => /\p{L}{3}/u.test(text.replaceAll(/\{\w+\}/g, ''));
    const left = Object.entries(vi).filter(
      ([key, text]) => isWords(text) && text === CATALOGUES[language]?.[key],
    );
    expect(left).toEqual([]);
  });
});
