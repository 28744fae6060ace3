import type { Section } from '../../section.ts';
import type { report as vi } from '../vi/report.ts';

export const report: Section<typeof vi> = {};
