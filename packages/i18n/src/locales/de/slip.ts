import type { Section } from '../../section.ts';
import type { slip as vi } from '../vi/slip.ts';

export const slip: Section<typeof vi> = {};
