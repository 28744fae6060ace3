import type { Site } from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import { SOFT_INK, type Sheet, type Spot } from './sheet.ts';
import type { Wording } from '../sections/wording.ts';

/** Height for a handwritten signature. */
export const SIGNATURE_HEIGHT = 78;
const SIGNATURE_WIDTH = 210;

/** How the figures are counted, and beside it the place to sign. */
export function drawSignature(
  sheet: Sheet,
  { madeAt }: Pick<DayReport, 'madeAt'>,
  { place }: Pick<Site, 'place'>,
  { t, year }: Wording,
  { x, y, width }: Spot,
): void {
  const notes = width - SIGNATURE_WIDTH - 16;
  sheet.line(t('report.how-counted'), {
    x,
    y: y + 7,
    width: notes,
    size: 7.4,
    weight: 'medium',
    colour: SOFT_INK,
  });
  sheet.paragraph(t('report.how-waiting'), {
    x,
    y: y + 11,
    width: notes,
    size: 6.6,
    colour: SOFT_INK,
  });
  const right = {
    x: x + width - SIGNATURE_WIDTH,
    width: SIGNATURE_WIDTH,
    align: 'centre',
  } as const;
  const placeAndDate = t('report.place-and-date', {
    place: place.normalize('NFC'),
    year: year(madeAt),
  });
  sheet.line(placeAndDate, { ...right, y: y + 7, size: 9, weight: 'italic' });
  sheet.line(t('report.signatory'), { ...right, y: y + 21, size: 9.4, weight: 'bold' });
  sheet.line(t('report.sign-here'), { ...right, y: y + 32, size: 8.2, weight: 'italic' });
}

/** When and from what the report was made, and the page number, in the last line of the sheet. */
export function drawFooter(
  sheet: Sheet,
  { madeAt }: Pick<DayReport, 'madeAt'>,
  wording: Wording,
  spot: Spot,
  at: { readonly page: number; readonly pages: number },
): void {
  const { t, time, date } = wording;
  const style = { y: spot.y, size: 6.6, colour: SOFT_INK } as const;
  const made = t('report.made-at', { time: time(madeAt), date: date(madeAt) });
  sheet.line(made, { ...style, x: spot.x, width: spot.width - 60 });
  sheet.line(t('report.page', at), { ...style, x: spot.x, width: spot.width, align: 'right' });
}
