import type { Section } from '../../section.ts';
import type { admin as vi } from '../vi/admin.ts';

export const admin: Section<typeof vi> = {};
