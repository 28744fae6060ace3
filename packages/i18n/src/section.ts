/** A part of a catalogue in another language: the same keys as the Vietnamese one. */
export type Section<Vietnamese> = Readonly<Record<keyof Vietnamese, string>>;
