import type { DayReport } from '@motcua/protocol/http';
import { scaleBand, scaleLinear } from 'd3-scale';
import { SOFT_INK, type Sheet } from './sheet.ts';
import type { Wording } from '../sections/wording.ts';

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const BAR = '#8fb0cf';
/** Dark, to contrast with the bars on a black-and-white print. */
const POINT = '#9a3412';
const GRID = '#dde3e9';
const LABEL = 6.6;
/** With less the axes would show fractions of visitors and minutes. */
const MIN_ARRIVALS = 4;
const MIN_MINUTES = 8;
/** Both axes have the same grid lines. */
const STEPS = 4;
/** Width of two digits and a gap; on a long day only every other hour is labelled. */
const HOUR_LABEL = 11.5;
/** The minimum width beside a wide table, so that the same hours are labelled in every language. */
const MIN_PLOT = 142;
const ROUND_STEPS = [1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 125, 150];

/** Arrivals as bars (left axis), the longest wait of those arrivals as points (right axis). */
export function drawHoursChart(
  sheet: Sheet,
  hours: DayReport['hours'],
  wording: Wording,
  { x, y, width, height }: Frame,
): void {
  const { t, whole } = wording;
  const plot = { left: x + 18, right: x + width - 18, top: y + 22, bottom: y + height - 12 };
  const across = scaleBand<number>(
    hours.map(({ hour }) => hour),
    [plot.left, plot.right],
  ).padding(0.28);
  const up = (most: number) =>
    scaleLinear([0, roundStep(most / STEPS) * STEPS], [plot.bottom, plot.top]);
  const arrivals = up(Math.max(MIN_ARRIVALS, ...hours.map((each) => each.arrivals)));
  const minutes = up(Math.max(MIN_MINUTES, ...hours.map((each) => inMinutes(each) ?? 0)));

  const every = Math.ceil((HOUR_LABEL * hours.length) / MIN_PLOT);

  const summary = `${t('report.by-hour')}: ${hours
    .map((each) => `${each.hour}: ${each.arrivals}, ${wording.minutes(each.longestWait)}`)
    .join('; ')}`;
  sheet.group('Figure', () => drawAll(), summary);

  function drawAll(): void {
    drawLegend();
    for (let line = 0; line <= STEPS; line += 1) {
      const level = plot.bottom - ((plot.bottom - plot.top) * line) / STEPS;
      sheet.decorate((pdf) =>
        pdf.lineWidth(0.4).moveTo(plot.left, level).lineTo(plot.right, level).stroke(GRID),
      );
      label(whole(arrivals.invert(level)), x, level + 2.3, 14, 'right');
      label(whole(minutes.invert(level)), plot.right + 4, level + 2.3, 14, 'left', POINT);
    }
    for (const each of hours) drawHour(each);
    drawWaits();
  }

  function drawHour({ hour, arrivals: count }: DayReport['hours'][number]): void {
    const left = across(hour) ?? plot.left;
    const top = arrivals(count);
    if (count > 0)
      sheet.decorate((pdf) => pdf.rect(left, top, across.bandwidth(), plot.bottom - top).fill(BAR));
    if ((hour - (hours[0]?.hour ?? 0)) % every !== 0) return;
    const middle = left + across.bandwidth() / 2;
    label(String(hour), middle - HOUR_LABEL / 2, plot.bottom + 9, HOUR_LABEL, 'centre');
  }

  function drawWaits(): void {
    const points = hours.map((each) => {
      const wait = inMinutes(each);
      const middle = (across(each.hour) ?? 0) + across.bandwidth() / 2;
      return wait === null ? null : { x: middle, y: minutes(wait) };
    });
    sheet.decorate((pdf) => {
      let before: { x: number; y: number } | null = null;
      for (const point of points) {
        // Without a call of a visit that arrived in that hour the line has a gap.
        if (before !== null && point !== null)
          pdf.lineWidth(0.9).moveTo(before.x, before.y).lineTo(point.x, point.y).stroke(POINT);
        before = point;
      }
      for (const point of points) if (point !== null) pdf.circle(point.x, point.y, 1.8).fill(POINT);
    });
  }

  function drawLegend(): void {
    const line = y + 8;
    const first = t('report.arrivals');
    const second = plot.left + 10 + sheet.widthOf(first, LABEL) + 16;
    sheet.decorate((pdf) => {
      pdf.rect(plot.left, line - 5, 6, 5.5).fill(BAR);
      pdf
        .lineWidth(0.9)
        .moveTo(second, line - 2.2)
        .lineTo(second + 10, line - 2.2)
        .stroke(POINT);
      pdf.circle(second + 5, line - 2.2, 1.8).fill(POINT);
    });
    label(first, plot.left + 10, line, 90, 'left');
    label(t('report.longest-wait-minutes'), second + 14, line, plot.right - second, 'left', POINT);
  }

  function label(
    text: string,
    left: number,
    baseline: number,
    room: number,
    align: 'left' | 'centre' | 'right',
    colour = SOFT_INK,
  ): void {
    sheet.line(text, { x: left, y: baseline, width: room, size: LABEL, align, colour });
  }
}

function inMinutes({ longestWait }: DayReport['hours'][number]): number | null {
  return longestWait === null ? null : longestWait / 60_000;
}

/** The next round step, so that four of them reach the highest value. */
function roundStep(least: number): number {
  return ROUND_STEPS.find((step) => step >= least) ?? Math.ceil(least / 100) * 100;
}
