import { FIGURE_UNITS, type PeriodReport } from '@motcua/protocol/http';
import { INDEX_766, cellWords, createWording } from '@motcua/reports';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

/** Which figures of Decision 766 are here, which were imported, and which this system cannot know. */
export function Index766({ report }: { readonly report: PeriodReport }) {
  const t = useTexts();
  const wording = createWording(useLanguage(), report.zone);
  const figures = [...report.figures, ...(report.dossiers?.figures ?? [])];
  return (
    <Card>
      <h2>{t('index766.title')}</h2>
      <p className={parts('note')}>{t('index766.hint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('index766.line')}</th>
            <th scope="col">{t('index766.source')}</th>
            <th scope="col">{t('index766.figures')}</th>
          </tr>
        </thead>
        <tbody>
          {INDEX_766.map((line) => (
            <tr key={line.id}>
              <th scope="row">{t(`index766.${line.id}`)}</th>
              <td>{t(`index766.source-${line.source}`)}</td>
              <td>
                {line.source === 'not-known'
                  ? t(`index766.why-${line.id}`)
                  : line.figures.map((figure) => {
                      const value = figures.find(({ id: each }) => each === figure)?.value ?? null;
                      const cell = { unit: FIGURE_UNITS[figure], value };
                      const words = cellWords(cell, wording, 'overview');
                      return <div key={figure}>{`${t(`figures.${figure}`)}: ${words}`}</div>;
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
