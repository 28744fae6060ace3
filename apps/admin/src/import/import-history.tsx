import type { Mirror } from '@motcua/client';
import type { ImportKind, Refusal } from '@motcua/domain';
import type { ImportDone } from '@motcua/protocol/http';
import { classNames, formatDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface ImportHistoryProps {
  /** Newest first; null: not known yet. */
  readonly imports: readonly ImportDone[] | null;
  readonly people: Mirror['people'];
  readonly zone: string;
  readonly mayTakeBack: (kind: ImportKind) => boolean;
  readonly takeBack: (importId: string) => Promise<Refusal | null>;
}

/** The last imports; of each kind the newest can be taken back. */
export function ImportHistory(props: ImportHistoryProps) {
  const { imports, people, zone, mayTakeBack, takeBack } = props;
  const t = useTexts();
  const language = useLanguage();
  if (imports === null) return null;
  if (imports.length === 0)
    return <p className={parts('nothing')}>{t('admin.import-history-none')}</p>;
  const newest = new Set(
    imports
      .filter(({ kind }, index) => imports.findIndex((each) => each.kind === kind) === index)
      .map(({ importId }) => importId),
  );
  return (
    <ul className={parts('plain-list')}>
      {imports.map(({ importId, kind, at, personId, counts, takesBack, takenBack }) => {
        const name = t(`admin.import-kind-${kind}`);
        const words = t('admin.import-counts', { ...counts });
        const time = `${formatDate(at, zone, language)} ${formatTime(at, zone)}`;
        const who = personId === null ? '' : (people.get(personId)?.name ?? personId);
        return (
          <li key={importId}>
            <span>
              <span className="tabular">{time}</span> · <strong>{name}</strong> · {who} · {words}
              {takesBack !== null && ` · ${t('admin.import-is-take-back')}`}
              {takenBack && ` · ${t('admin.import-taken-back')}`}
            </span>
            {takesBack === null && newest.has(importId) && mayTakeBack(kind) && (
              <ConfirmButton
                variant="secondary"
                label={t('admin.import-take-back')}
                fullLabel={`${t('admin.import-take-back')}: ${name}, ${time}`}
                title={t('admin.import-take-back-ask')}
                confirmLabel={t('admin.import-take-back')}
                onConfirm={() => takeBack(importId)}
              >
                {t('admin.import-take-back-about', { counts: words })}
              </ConfirmButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
