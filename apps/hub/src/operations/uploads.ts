import { randomUUID } from 'node:crypto';
import type { ImportKind, Instant, PersonId } from '@motcua/domain';

/** A file between its preview and its import. It may name applicants, so it is only in memory, and not for long. */
export interface Upload {
  readonly importId: string;
  readonly personId: PersonId | null;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One file a person, some in all. */
export interface Uploads {
  readonly put: (upload: Omit<Upload, 'importId'>) => Upload;
  /** Null: unknown, dropped, or another person's. */
  readonly find: (importId: string, personId: PersonId | null) => Upload | null;
  readonly drop: (importId: string) => void;
}

const MOST = 3;
const KEPT_MS = 60 * 60_000;

export function createUploads(now: () => Instant): Uploads {
  let kept: readonly (Upload & { readonly at: Instant })[] = [];
  const dropOld = () => {
    kept = kept.filter(({ at }) => now() - at < KEPT_MS);
  };
  return {
    put(upload) {
      dropOld();
      const added = { ...upload, importId: `import-${randomUUID()}`, at: now() };
      const others = kept.filter(({ personId }) => personId !== upload.personId);
      kept = [...others.slice(1 - MOST), added];
      return added;
    },
    find(importId, personId) {
      dropOld();
      return kept.find((each) => each.importId === importId && each.personId === personId) ?? null;
    },
    drop(importId) {
      kept = kept.filter((each) => each.importId !== importId);
    },
  };
}
