import type { Section } from '../../section.ts';
import type { kiosk as vi } from '../vi/kiosk.ts';

export const kiosk: Section<typeof vi> = {};
