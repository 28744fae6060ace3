import type { Refusal } from '@motcua/domain';
import { JOURNAL_KINDS, type JournalPage as Found } from '@motcua/protocol/http';
import { Banner, Button, classNames, refusalText, useLanguage, useTexts } from '@motcua/ui';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { DayField } from '../forms/day-field.tsx';
import { SelectField, TextField } from '../forms/fields.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import type { JournalSearch } from '../hub-api/hub-api.ts';
import { saveFile } from '../report/save-file.ts';
import { JournalTable } from './journal-table.tsx';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './journal-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const ALL = '';

/** The journal: to search, and to export. */
export function JournalPage({ mirror, api, go }: Pick<PageProps, 'mirror' | 'api' | 'go'>) {
  const t = useTexts();
  const language = useLanguage();
  const [search, setSearch] = useState<JournalSearch>(() => ({
    from: mirror.today,
    to: mirror.today,
  }));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = (part: Partial<JournalSearch>) => setSearch({ ...search, ...part });
  const download = async () => {
    const result = await api.journalFile(search, language);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) saveFile(result.value, `motcua-journal-${search.from}-${search.to}.csv`);
  };
  const everything = { value: ALL, label: t('journal.anybody') };
  const named = (items: Iterable<{ readonly id: string; readonly name: string }>) =>
    Array.from(items, ({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHead title={t('admin.page-journal')} lead={t('journal.lead')} />
      <section className={`${parts('card')} ${css('search')}`}>
        <DayField
          label={t('journal.from')}
          value={search.from}
          onChange={(from) => change({ from })}
        />
        <DayField label={t('journal.to')} value={search.to} onChange={(to) => change({ to })} />
        <SelectField
          label={t('journal.kind')}
          value={search.kind ?? ALL}
          choices={[
            everything,
            ...JOURNAL_KINDS.map((kind) => ({ value: kind, label: t(`journal.kind-${kind}`) })),
          ]}
          onChange={(kind) => change({ kind: JOURNAL_KINDS.find((each) => each === kind) })}
        />
        <SelectField
          label={t('journal.person')}
          value={search.personId ?? ALL}
          choices={[everything, ...named(mirror.people.values())]}
          onChange={(id) => change({ personId: id === ALL ? undefined : id })}
        />
        <SelectField
          label={t('journal.device')}
          value={search.deviceId ?? ALL}
          choices={[everything, ...named(mirror.devices.values())]}
          onChange={(id) => change({ deviceId: id === ALL ? undefined : id })}
        />
        <TextField
          label={t('journal.number')}
          width={8}
          value={search.number ?? ''}
          onChange={(number) => change({ number: number.trim() === '' ? undefined : number })}
        />
        <Button icon={<Download size={20} />} onPress={() => void download()}>
          {t('journal.export')}
        </Button>
      </section>
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
      <Lines key={JSON.stringify(search)} {...{ search, mirror, api, go }} />
    </>
  );
}

type LinesProps = Pick<PageProps, 'mirror' | 'api' | 'go'> & { readonly search: JournalSearch };

/** The lines found, the newest first, and older ones on demand. */
function Lines({ search, mirror, api, go }: LinesProps) {
  const t = useTexts();
  const [pages, setPages] = useState<readonly Found[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [before, setBefore] = useState<number>();
  useEffect(() => {
    let wanted = true;
    void api.journal({ ...search, before }).then((result) => {
      if (!wanted) return;
      setRefusal(result.ok ? null : result.refusal);
      if (result.ok)
        setPages((known) => (before === undefined ? [result.value] : [...known, result.value]));
    });
    return () => {
      wanted = false;
    };
  }, [api, search, before]);
  if (refusal !== null) return <Banner tone="fault">{refusalText(t, refusal)}</Banner>;
  const [first] = pages;
  const last = pages.at(-1);
  if (first === undefined || last === undefined)
    return <p className={parts('nothing')}>{t('journal.loading')}</p>;
  const lines = pages.flatMap((page) => page.lines);
  return (
    <Card>
      {lines.length === 0 ? (
        <p className={parts('nothing')}>{t('journal.nothing')}</p>
      ) : (
        <JournalTable {...{ lines, mirror, go }} />
      )}
      {last.isMore && (
        <Button onPress={() => setBefore(lines.at(-1)?.seq)}>{t('journal.more')}</Button>
      )}
      {first.seal !== '' && (
        <p className={css('hash')}>{t('journal.head-hash', { hash: first.seal })}</p>
      )}
    </Card>
  );
}
