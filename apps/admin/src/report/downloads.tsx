import type { Refusal, Result } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import {
  Banner,
  Button,
  classNames,
  LanguageSwitch,
  refusalText,
  useLanguage,
  useTexts,
} from '@motcua/ui';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { PeriodFile } from '../hub-api/hub-api.ts';
import { saveFile } from './save-file.ts';
import styles from './report-page.module.css';

const css = classNames(styles);

export interface DownloadsProps<File extends PeriodFile> {
  readonly files: readonly File[];
  readonly nameOf: (language: Language, file: File) => string;
  readonly ask: (file: File, language: Language) => Promise<Result<Blob>>;
}

/** One button for each kind of file, in the language chosen beside it. */
export function Downloads<File extends PeriodFile>({ files, nameOf, ask }: DownloadsProps<File>) {
  const t = useTexts();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [busy, setBusy] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const download = async (file: File) => {
    setBusy(file);
    const result = await ask(file, language);
    setBusy(null);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) saveFile(result.value, nameOf(language, file));
  };
  return (
    <div className={css('files')}>
      <LanguageSwitch
        language={language}
        onLanguage={setLanguage}
        label={t('admin.report-language')}
      />
      {files.map((file) => (
        <Button
          key={file}
          variant={file === 'pdf' ? 'primary' : 'secondary'}
          icon={<Download size={20} />}
          isPending={busy === file}
          onPress={() => void download(file)}
        >
          {t(`admin.download-${file}`)}
        </Button>
      ))}
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
    </div>
  );
}
