import { Button, classNames, Dialog, KeyCap, useTexts } from '@motcua/ui';
import { PAD_COMMANDS } from '../pad/pad-command.ts';
import { PAGE_COMMANDS } from '../page/page-command.ts';
import { SHOWN_KEYS } from '../pad/shortcuts.ts';
import { Hint } from './fields.tsx';
import styles from './help-dialog.module.css';

const css = classNames(styles);

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog
      isOpen
      className={css('frame')}
      title={t('counter.help-title')}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <dl className={css('keys')}>
        {[...PAD_COMMANDS, ...PAGE_COMMANDS].map((command) => (
          <div key={command}>
            <dt>{t(`counter.${command}`)}</dt>
            <dd>
              {SHOWN_KEYS[command].map((key, index) => (
                <span key={key}>
                  {index > 0 && ` ${t('counter.key-or')} `}
                  <KeyCap name={key} />
                </span>
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('counter.row-keys')}</dt>
          <dd>
            <KeyCap name="1" /> … <KeyCap name="7" />
          </dd>
        </div>
      </dl>
      <Hint>{t('counter.help-hint')}</Hint>
    </Dialog>
  );
}
