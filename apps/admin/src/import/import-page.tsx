import { IMPORT_KINDS, type ImportKind, type Person, type Refusal } from '@motcua/domain';
import type { ImportDone } from '@motcua/protocol/http';
import {
  Banner,
  Button,
  classNames,
  FileTrigger,
  refusalText,
  useLanguage,
  useTexts,
} from '@motcua/ui';
import { Download, FileUp } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { RadioCards } from '../forms/fields.tsx';
import { Card } from '../frame/card.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import type { TableFile } from '../hub-api/hub-api.ts';
import { saveFile } from '../report/save-file.ts';
import { ImportHistory } from './import-history.tsx';
import { ImportPreviewCard } from './import-preview.tsx';
import { useImport } from './use-import.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './import-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export type ImportApi = Pick<
  PageProps['api'],
  'imports' | 'uploadTable' | 'previewImport' | 'applyImport' | 'takeBackImport' | 'tableFile'
>;

export interface ImportPageProps extends Pick<PageProps, 'mirror'> {
  readonly api: ImportApi;
  readonly me: Pick<Person, 'role'>;
}

/** Tables from and for other programs: choose, look, import, take back. */
export function ImportPage({ mirror, api, me }: ImportPageProps) {
  const t = useTexts();
  const [kind, setKind] = useState<ImportKind>('services');
  const { imports, refusal, reload } = useImports(api);
  const work = useImport(api, reload);
  const kinds = IMPORT_KINDS.filter((each) => each !== 'people' || me.role === 'administrator');
  return (
    <>
      <PageHead title={t('admin.page-import')} lead={t('admin.import-lead')} />
      <Card>
        <RadioCards
          label={t('admin.import-kind')}
          value={kind}
          choices={kinds.map((value) => ({
            value,
            label: t(`admin.import-kind-${value}`),
            hint: t(`admin.import-about-${value}`),
          }))}
          onChange={(chosen) => {
            setKind(chosen);
            work.leave();
          }}
        />
        <div className={css('actions')}>
          <FileTrigger
            acceptedFileTypes={['.xlsx', '.csv', '.txt']}
            onSelect={(files) => {
              const [file] = files ?? [];
              if (file !== undefined) void work.open(kind, file);
            }}
          >
            <Button
              variant="primary"
              icon={<FileUp size={20} />}
              isPending={work.busy === 'reading'}
            >
              {t(work.preview === null ? 'admin.import-choose-file' : 'admin.import-other-file')}
            </Button>
          </FileTrigger>
          <TableDownloads kind={kind} api={api} />
        </div>
        {work.busy === 'reading' && <p className={parts('nothing')}>{t('admin.import-reading')}</p>}
        {work.refusal !== null && <Banner tone="fault">{refusalText(t, work.refusal)}</Banner>}
        {work.done !== null && (
          <Banner tone="success">{t('admin.import-done', { ...work.done })}</Banner>
        )}
      </Card>
      {work.preview !== null && <ImportPreviewCard work={work} preview={work.preview} />}
      <Card>
        <h2>{t('admin.import-history')}</h2>
        {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
        <ImportHistory
          imports={imports}
          people={mirror.people}
          zone={mirror.settings.site.zone}
          mayTakeBack={(of) => kinds.includes(of)}
          takeBack={async (importId) => {
            const result = await api.takeBackImport(importId);
            reload();
            return result.ok ? null : result.refusal;
          }}
        />
      </Card>
    </>
  );
}

function TableDownloads({ kind, api }: { readonly kind: ImportKind; readonly api: ImportApi }) {
  const t = useTexts();
  const language = useLanguage();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const download = async (file: TableFile, only?: 'titles') => {
    const result = await api.tableFile(kind, file, language, only);
    setRefusal(result.ok ? null : result.refusal);
    const name = `motcua-${kind}${only === undefined ? '' : '-mau'}-${language}.${file}`;
    if (result.ok) saveFile(result.value, name);
  };
  return (
    <>
      <Button icon={<Download size={20} />} onPress={() => void download('xlsx', 'titles')}>
        {t('admin.import-template')}
      </Button>
      <Button icon={<Download size={20} />} onPress={() => void download('xlsx')}>
        {t('admin.import-export-xlsx')}
      </Button>
      <Button icon={<Download size={20} />} onPress={() => void download('csv')}>
        {t('admin.import-export-csv')}
      </Button>
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
    </>
  );
}

function useImports(api: Pick<ImportApi, 'imports'>) {
  const [imports, setImports] = useState<readonly ImportDone[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void api.imports().then((result) => {
      if (!wanted) return;
      setRefusal(result.ok ? null : result.refusal);
      if (result.ok) setImports(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [api, attempt]);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  return { imports, refusal, reload };
}
