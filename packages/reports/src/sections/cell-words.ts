import type { FigureCell, Section } from './period-sections.ts';
import type { Wording } from './wording.ts';

/** A figure as it is read on a page; in a table of one unit the heading has it, else the cell. */
export function cellWords(
  { unit, value, change }: FigureCell,
  wording: Wording,
  section: Section['id'],
): string {
  if (value === null) return '–';
  if (change !== true) return amount(unit, value, wording, section);
  const size = amount(unit, Math.abs(value), wording, section);
  // A change that is too small to be shown has no sign.
  if (size === amount(unit, 0, wording, section)) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

function amount(
  unit: FigureCell['unit'],
  value: number,
  wording: Wording,
  section: Section['id'],
): string {
  switch (unit) {
    case 'count':
      return wording.whole(value);
    case 'duration': {
      const minutes = wording.minutes(value);
      return isMixed(section) ? wording.t('common.minutes', { minutes }) : minutes;
    }
    case 'share':
      return `${wording.tenths(value * 100)}\u00A0%`;
    case 'percent':
      return `${wording.tenths(value)}\u00A0%`;
  }
}

function isMixed(id: Section['id']): boolean {
  return id === 'overview' || id === 'dossiers';
}
