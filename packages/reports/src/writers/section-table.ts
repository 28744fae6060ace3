import type { FigureId } from '@motcua/protocol/http';
import type { FigureCell, Section } from './period-sections.ts';
import type { ColumnGroup, TablePlan } from './table.ts';
import type { Wording } from './wording.ts';

/** The parts of one time stand under one heading, with its unit. */
const PARTS = /^(waiting|serving)-(median|p90|longest)$/;

/** A section as a table to print. */
export function sectionTable(section: Section, wording: Wording): TablePlan {
  const { id, head, columns, rows } = section;
  const groups = groupsOf(section, wording);
  return {
    columns: head.map((title, index) => {
      if (index === 0)
        return { title: columns.length === 0 ? title : '', align: 'left', yields: true };
      const part = partOf(columns[index - 1])?.part;
      return {
        title: part === undefined ? title : wording.t(`report.${part}`),
        align: 'right',
      };
    }),
    ...(groups.length < head.length ? { groups } : {}),
    rows: rows.map(({ label, cells }) => [
      label,
      ...cells.map((cell) => cellWords(cell, wording, id)),
    ]),
  };
}

/** Neighbours of one time together, every other column by itself. */
function groupsOf({ head, columns }: Section, { t }: Wording): readonly ColumnGroup[] {
  const groups: { title: string; span: number }[] = [];
  for (const index of head.keys()) {
    const time = partOf(columns[index - 1])?.time;
    const title = time === undefined ? '' : t(`report.${time}-minutes`);
    const last = groups.at(-1);
    if (last !== undefined && title !== '' && last.title === title) last.span += 1;
    else groups.push({ title, span: 1 });
  }
  return groups;
}

type Part = { readonly time: 'waiting' | 'serving'; readonly part: 'median' | 'p90' | 'longest' };

function partOf(id: FigureId | undefined): Part | null {
  const [, time, part] = PARTS.exec(id ?? '') ?? [];
  const isTime = time === 'waiting' || time === 'serving';
  const isPart = part === 'median' || part === 'p90' || part === 'longest';
  return isTime && isPart ? { time, part } : null;
}

/** A figure as it is read on paper; in a table of one unit the heading has it, else the cell. */
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
