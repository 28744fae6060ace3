import { classNames, useTexts } from '@motcua/ui';
import { PrinterX } from 'lucide-react';
import type { KioskView } from '../../../bridge.ts';
import { paperNotice } from '../../flow/visible-screen.ts';
import styles from './paper-notice.module.css';

const css = classNames(styles);

/** Warns before anything is chosen that no slip will be printed. */
export function PaperNotice({ view }: { readonly view: Pick<KioskView, 'printer'> }) {
  const t = useTexts();
  const notice = paperNotice(view);
  if (notice === null) return null;
  return (
    <p className={css('notice')} role="status" data-notice={notice}>
      <PrinterX aria-hidden="true" />
      <span>{t(notice === 'no-paper' ? 'kiosk.no-paper' : 'kiosk.no-printer')}</span>
    </p>
  );
}
