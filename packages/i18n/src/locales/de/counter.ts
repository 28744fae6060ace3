import type { Section } from '../../section.ts';
import type { counter as vi } from '../vi/counter.ts';

export const counter: Section<typeof vi> = {};
