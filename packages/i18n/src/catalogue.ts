import type { vi } from './locales/vi.ts';

export type MessageKey = keyof typeof vi;
export type Catalogue = Readonly<Record<MessageKey, string>>;

export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: Params) => string;
