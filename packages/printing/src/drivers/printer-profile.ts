import { readdirSync, readFileSync } from 'node:fs';
import type { Paper } from '../slip-drawing.ts';

/** A printer model; one file per model in `hardware/printers`. */
export interface PrinterProfile {
  readonly id: string;
  readonly name: string;
  /** The key of a driver in the registry. */
  readonly driver: string;
  readonly paper: Paper;
  readonly cut: 'partial' | 'full';
}

const FOLDER = new URL('../../../../hardware/printers/', import.meta.url);

/** Names of the models with a profile. */
export function printerProfileIds(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
}

/** The profile of a model, null when there is none. Throws when its file is invalid. */
export function readPrinterProfile(id: string): PrinterProfile | null {
  if (!printerProfileIds().includes(id)) return null;
  const file = new URL(`${id}.json`, FOLDER);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const profile = parsePrinterProfile(id, content);
  if (profile === null) throw new Error(`Not a printer profile: hardware/printers/${id}.json`);
  return profile;
}

/** Parses a profile; null when it is invalid, or its paper is too narrow for a slip. */
export function parsePrinterProfile(id: string, content: unknown): PrinterProfile | null {
  if (!isRecord(content) || !isRecord(content['paper'])) return null;
  const { name, driver, cut, paper } = content;
  const { widthDots, marginDots, dpi } = paper;
  if (typeof name !== 'string' || typeof driver !== 'string') return null;
  if (cut !== 'partial' && cut !== 'full') return null;
  if (!isWhole(widthDots) || !isWhole(marginDots) || !isWhole(dpi)) return null;
  if (widthDots % 8 !== 0 || widthDots - 2 * marginDots < 200 || widthDots > 640) return null;
  return { id, name, driver, cut, paper: { widthDots, marginDots, dpi } };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isWhole = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
