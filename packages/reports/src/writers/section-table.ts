import type { FigureId } from '@motcua/protocol/http';
import { cellWords } from '../sections/cell-words.ts';
import type { Section } from '../sections/period-sections.ts';
import type { ColumnGroup, TablePlan } from './table.ts';
import type { Wording } from '../sections/wording.ts';

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
