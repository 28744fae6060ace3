import type { ImportKind, Refusal, Result } from '@motcua/domain';
import { IMPORT_FILE_BYTES, type ImportChoice, type ImportPreview } from '@motcua/protocol/http';
import { useLanguage } from '@motcua/ui';
import { useState } from 'react';
import type { PageProps } from '../frame/page-props.ts';

type Api = Pick<PageProps['api'], 'uploadTable' | 'previewImport' | 'applyImport'>;
type Counts = Pick<ImportPreview['counts'], 'added' | 'changed' | 'removed'>;

const AS_RECOGNISED: ImportChoice = { columnMap: null, isWholeList: false };

/** One file on its way from the choice to the import. */
export interface ImportWork {
  readonly preview: ImportPreview | null;
  readonly choice: ImportChoice;
  readonly busy: 'reading' | 'looking' | 'importing' | null;
  readonly refusal: Refusal | null;
  /** What was imported last. */
  readonly done: Counts | null;
  readonly open: (kind: ImportKind, file: File) => Promise<void>;
  readonly choose: (part: Partial<ImportChoice>) => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly leave: () => void;
}

/** `imported` is called when something was written. */
export function useImport(api: Api, imported: () => void): ImportWork {
  const language = useLanguage();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [choice, setChoice] = useState(AS_RECOGNISED);
  const [busy, setBusy] = useState<ImportWork['busy']>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState<Counts | null>(null);

  const show = (result: Result<ImportPreview>) => {
    setBusy(null);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) setPreview(result.value);
  };
  const leave = () => {
    setPreview(null);
    setChoice(AS_RECOGNISED);
    setRefusal(null);
    setDone(null);
  };

  return {
    ...{ preview, choice, busy, refusal, done, leave },
    async open(kind, file) {
      leave();
      // Refused by its size before any of it is sent.
      if (file.size > IMPORT_FILE_BYTES) {
        const detail = { megabytes: String(IMPORT_FILE_BYTES / 1_000_000) };
        setRefusal({ code: 'file-too-large', detail });
        return;
      }
      setBusy('reading');
      show(await api.uploadTable(kind, file, language));
    },
    async choose(part) {
      if (preview === null) return;
      const next = { ...choice, ...part };
      setChoice(next);
      setBusy('looking');
      show(await api.previewImport(preview.importId, next, language));
    },
    async apply() {
      if (preview === null) return;
      setBusy('importing');
      const result = await api.applyImport(preview.importId, choice);
      setBusy(null);
      if (!result.ok) {
        setRefusal(result.refusal);
        return;
      }
      leave();
      setDone(result.value.counts);
      imported();
    },
  };
}
