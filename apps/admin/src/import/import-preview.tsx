import type { ImportPreview } from '@motcua/protocol/http';
import { Banner, Button, classNames, useTexts } from '@motcua/ui';
import { SelectField, SwitchField } from '../forms/fields.tsx';
import { Card } from '../frame/card.tsx';
import type { ImportWork } from './use-import.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './import-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface ImportPreviewProps {
  readonly preview: ImportPreview;
  readonly work: Pick<ImportWork, 'choice' | 'busy' | 'choose' | 'apply'>;
}

/** What a file would change, and what hinders it. */
export function ImportPreviewCard({ preview, work }: ImportPreviewProps) {
  const t = useTexts();
  const { counts, errorCount, notes, problem, fileName } = preview;
  const changes = counts.added + counts.changed + counts.removed;
  if (problem !== null)
    return (
      <Card>
        <h2 className={css('file')}>{t('admin.import-preview', { file: fileName })}</h2>
        <Banner tone="fault">{problem}</Banner>
      </Card>
    );
  return (
    <Card aria-busy={work.busy === 'looking'}>
      <h2 className={css('file')}>{t('admin.import-preview', { file: fileName })}</h2>
      <dl className={parts('figures')}>
        {(['added', 'changed', 'removed', 'unchanged'] as const).map((each) => (
          <div key={each} className={parts('figure')}>
            <dt>{t(`admin.import-${each}`)}</dt>
            <dd>{counts[each]}</dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <p key={note} className={parts('note')}>
          {note}
        </p>
      ))}
      <Errors preview={preview} />
      <Columns preview={preview} work={work} />
      <SwitchField
        label={t('admin.import-whole')}
        hint={t('admin.import-whole-hint')}
        value={work.choice.isWholeList}
        onChange={(isWholeList) => void work.choose({ isWholeList })}
      />
      {errorCount === 0 && changes === 0 && <p>{t('admin.import-nothing')}</p>}
      <Lines preview={preview} changes={changes} />
      <div>
        <Button
          variant="primary"
          size="l"
          isDisabled={errorCount > 0 || changes === 0 || work.busy !== null}
          isPending={work.busy === 'importing'}
          onPress={() => void work.apply()}
        >
          {t('admin.import-apply', { count: changes })}
        </Button>
      </div>
    </Card>
  );
}

function Errors({ preview: { errors, errorCount } }: Pick<ImportPreviewProps, 'preview'>) {
  const t = useTexts();
  if (errorCount === 0) return null;
  return (
    <>
      <Banner tone="fault">
        {errorCount === 1
          ? t('admin.import-error-one')
          : t('admin.import-errors', { count: errorCount })}
      </Banner>
      <ul className={css('errors')}>
        {errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
        {errorCount > errors.length && (
          <li>{t('admin.import-errors-more', { count: errorCount - errors.length })}</li>
        )}
      </ul>
    </>
  );
}

const NONE = '';

/** Which column of the file is which; open where one is missing. */
function Columns({ preview: { columns, titles }, work }: ImportPreviewProps) {
  const t = useTexts();
  const isMissing = columns.some(({ needed, index }) => needed && index === null);
  const choices = [
    { value: NONE, label: t('admin.import-no-column') },
    ...titles.map((title, index) => ({
      value: String(index),
      label: title === '' ? t('admin.import-column-number', { number: index + 1 }) : title,
    })),
  ];
  const choose = (column: string, value: string) => {
    const known = Object.fromEntries(columns.map((each) => [each.column, each.index]));
    void work.choose({
      columnMap: { ...known, [column]: value === NONE ? null : Number(value) },
    });
  };
  return (
    <details className={css('columns')} open={isMissing}>
      <summary>{t('admin.import-columns')}</summary>
      <p className={parts('note')}>{t('admin.import-columns-hint')}</p>
      <div className={parts('columns')}>
        {columns.map(({ column, title, index, needed }) => (
          <SelectField
            key={column}
            label={needed ? t('admin.import-needed', { column: title }) : title}
            value={index === null ? NONE : String(index)}
            choices={choices}
            onChange={(value) => choose(column, value)}
          />
        ))}
      </div>
    </details>
  );
}

function Lines({
  preview: { lines },
  changes,
}: Pick<ImportPreviewProps, 'preview'> & { readonly changes: number }) {
  const t = useTexts();
  const title = t('admin.import-changes');
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css('lines')} tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('admin.import-what')}</th>
              <th scope="col">{t('admin.import-item')}</th>
              <th scope="col">{t('admin.import-content')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              // The lines of one preview never move.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index} data-what={line.what}>
                <td>{t(`admin.import-${line.what}`)}</td>
                <th scope="row">{line.name}</th>
                <td>
                  <Cells line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changes > lines.length && (
        <p className={parts('note')}>
          {t('admin.import-changes-more', { shown: lines.length, count: changes })}
        </p>
      )}
    </>
  );
}

/** A new or removed item as it is, a changed one by what differs. */
function Cells({ line: { what, cells } }: { readonly line: ImportPreview['lines'][number] }) {
  const t = useTexts();
  const said = (text: string) => (text === '' ? t('admin.import-empty') : text);
  if (what !== 'changed') {
    const words = cells.map(({ before, after }) => (what === 'removed' ? before : after));
    return words.join(' · ');
  }
  return (
    <ul className={css('cells')}>
      {cells.map(({ title, before, after }) => (
        <li key={title}>
          {t('admin.import-from-to', { title, before: said(before), after: said(after) })}
        </li>
      ))}
    </ul>
  );
}
