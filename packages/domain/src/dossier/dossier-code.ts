import type { LocalDate } from '../ids.ts';
import { isLocalDate } from '../clock/zone-clock.ts';

/** The code that the provincial system gave a dossier ("mã số hồ sơ"): `000.00.01.H44-250715-0007`. */
export interface DossierCode {
  /** In capitals, without what a scanner put around it. */
  readonly text: string;
  /** `000.00.01.H44`; newer ones begin with the province, `H44.10.02`. */
  readonly unit: string;
  /** As the code says; null when it says no day that exists. */
  readonly receivedOn: LocalDate | null;
}

const CODE = /^(?<unit>(?:[A-Z0-9]{2,4}\.){0,4}[A-Z0-9]{2,4})-(?<day>\d{6})-\d{4,5}$/;
/** A scanner may name the kind of code first, as `]C1`. */
const SCANNER_PREFIX = /^\][A-Z]\d/;
const DASHES = /[‐‑‒–—−]/g;

/**
 * Reads a code as it is typed, scanned or imported: any case, any dash, spaces and a scanner's marks left out. Null when
 * it is none. The form of a code changed between circulars, so only its outline is checked.
 */
export function parseDossierCode(written: string): DossierCode | null {
  const text = written
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(DASHES, '-')
    .replace(SCANNER_PREFIX, '');
  const { unit, day } = CODE.exec(text)?.groups ?? {};
  if (unit === undefined || day === undefined) return null;
  const date = `20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4, 6)}`;
  return { text, unit, receivedOn: isLocalDate(date) ? date : null };
}

/** What names a procedure: the first two parts of its code, because provinces add their own behind them. */
export function procedureKey(code: string): string {
  return code.normalize('NFKC').trim().toUpperCase().split('.').slice(0, 2).join('.');
}
