import type { LocalText } from '@motcua/domain';
import type { Words } from './words.ts';

/** The hub's bound for one text (protocol). */
const MAX_TEXT_LENGTH = 300;

export const NO_TEXT: LocalText = { vi: '' };

/** Without empty languages; languages that the form does not show stay. */
export function tidyText(text: LocalText): LocalText {
  const filled = Object.entries(text)
    .map(([language, words]) => [language, words.normalize('NFC').trim()] as const)
    .filter(([language, words]) => language !== 'vi' && words !== '');
  return { ...Object.fromEntries(filled), vi: text.vi.normalize('NFC').trim() };
}

/** A text needs its Vietnamese; the others are shown in Vietnamese when they are missing. */
export function textProblem(text: LocalText): Words | null {
  if (text.vi.trim() === '') return { key: 'admin.problem-vietnamese' };
  const long = Object.values(text).some((words) => words.length > MAX_TEXT_LENGTH);
  return long ? { key: 'admin.problem-too-long', params: { most: MAX_TEXT_LENGTH } } : null;
}

/** A whole number within bounds from typed text; null when it is none. */
export function wholeNumber(typed: string, least: number, most: number): number | null {
  if (!/^\d{1,9}$/.test(typed.trim())) return null;
  const value = Number(typed);
  return value >= least && value <= most ? value : null;
}

export function numberProblem(typed: string, least: number, most: number): Words | null {
  if (wholeNumber(typed, least, most) !== null) return null;
  return { key: 'admin.problem-number', params: { least, most } };
}
