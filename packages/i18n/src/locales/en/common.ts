import type { Section } from '../../section.ts';
import type { common as vi } from '../vi/common.ts';

export const common: Section<typeof vi> = {};
