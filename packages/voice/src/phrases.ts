import type { AnnouncementKind } from '@motcua/domain';
import { texts, type Language, type SpokenWord } from '@motcua/i18n';

export const ANNOUNCEMENT_KINDS = ['call', 'recall'] as const satisfies readonly AnnouncementKind[];

/** A piece of a sentence: a clip of its own, or the place of the number or of the counter. */
export type PhrasePart =
  | ({ readonly type: 'clip' } & SpokenWord)
  | { readonly type: 'number' }
  | { readonly type: 'counter' };

/** The sentence split at its placeholders: "Mời công dân có số" is `call-1`, "đến quầy số" is `call-2`. */
export function phraseParts(language: Language, kind: AnnouncementKind): readonly PhrasePart[] {
  let clips = 0;
  return texts(language)(`display.say-${kind}`)
    .split(/(\{\w+\})/)
    .flatMap((piece): readonly PhrasePart[] => {
      if (piece === '{number}') return [{ type: 'number' }];
      if (piece === '{counter}') return [{ type: 'counter' }];
      const says = piece.replaceAll(/^[\s,.]+|[\s,.]+$/g, '');
      if (says === '') return [];
      clips += 1;
      return [{ type: 'clip', clip: `${kind}-${clips}`, says }];
    });
}
