import { inLanguage, type Refusal } from '@motcua/domain';
import { MAX_SETUP_FILE_LENGTH, type SetupLine } from '@motcua/protocol/http';
import { Banner, Button, classNames, refusalText, useLanguage, useTexts } from '@motcua/ui';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import type { PageProps } from '../frame/page-props.ts';
import { saveFile } from '../report/save-file.ts';
import { useSetUp } from './use-set-up.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './setup-file.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

type ApiProps = Pick<PageProps, 'api'>;
interface Chosen {
  readonly text: string;
  readonly changes: readonly SetupLine[];
}

const CHANGES = ['add', 'change', 'remove'] as const;

/** Takes over the file of another office, after all that it would change was shown. */
export function SetupFileUpload({ api }: ApiProps) {
  const t = useTexts();
  const id = useId();
  const { busy, refusal, preview, apply } = useSetUp(api);
  const [unread, setUnread] = useState<Refusal | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [done, setDone] = useState(false);
  const choose = async (file: File) => {
    setDone(false);
    setChosen(null);
    const isLarge = file.size > MAX_SETUP_FILE_LENGTH;
    setUnread(isLarge ? { code: 'setup-file-other', detail: {} } : null);
    if (isLarge) return;
    const text = await file.text();
    const changes = await preview({ type: 'file', text });
    if (changes !== null) setChosen({ text, changes });
  };
  const takeOver = async (text: string) => {
    const applied = await apply({ type: 'file', text });
    setDone(applied);
    if (applied) setChosen(null);
  };
  const no = unread ?? refusal;
  return (
    <>
      <label className={css('file')} htmlFor={id}>
        {t('setup.file-choose')}
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) void choose(file);
          }}
        />
      </label>
      {no !== null && <Banner tone="fault">{refusalText(t, no)}</Banner>}
      {done && <Banner tone="success">{t('setup.file-applied')}</Banner>}
      {chosen !== null && (
        <>
          <Changes changes={chosen.changes} />
          {chosen.changes.length > 0 && (
            <div>
              <Button variant="primary" isPending={busy} onPress={() => void takeOver(chosen.text)}>
                {t('setup.file-apply', { count: chosen.changes.length })}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** What is added, changed and removed, each kind with how many and, on demand, which. */
function Changes({ changes }: Pick<Chosen, 'changes'>) {
  const t = useTexts();
  const language = useLanguage();
  if (changes.length === 0) return <p role="status">{t('setup.file-same')}</p>;
  return (
    <div role="status">
      {CHANGES.map((change) => {
        const lines = changes.filter((line) => line.change === change);
        return lines.length === 0 ? null : (
          <details key={change}>
            <summary>{t(`setup.file-${change}`, { count: lines.length })}</summary>
            <ul className={parts('plain-list')}>
              {lines.map(({ kind, name, id }) => (
                <li key={`${kind} ${id}`}>
                  {t(`setup.kind-${kind}`)}
                  {name === null ? '' : `: ${inLanguage(name, language)}`}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

/** Gives the set-up of this office to others. */
export function SetupFileDownload({ api, today }: ApiProps & { readonly today: string }) {
  const t = useTexts();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const download = async () => {
    const file = await api.setupFile();
    setRefusal(file.ok ? null : file.refusal);
    if (file.ok) saveFile(file.value, `motcua-setup-${today}.json`);
  };
  return (
    <>
      <div>
        <Button icon={<Download size={20} />} onPress={() => void download()}>
          {t('setup.file-download')}
        </Button>
      </div>
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
    </>
  );
}
