import { inLanguage } from '@motcua/domain';
import { Button, classNames, formatDuration, KeyCap, useLanguage, useTexts } from '@motcua/ui';
import { Ellipsis, StickyNote } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { NeedSigns } from './visitor-notes-card.tsx';
import { partyText } from './party-text.ts';
import { PriorityBadge } from './priority-badge.tsx';
import { mainAction, rowActions } from './row-actions.ts';
import { VisitDetail } from './visit-detail.tsx';
import type { RowAction, VisitRow } from './visit-row.ts';
import styles from './visit-line.module.css';

const css = classNames(styles);

export interface VisitLineProps {
  readonly row: VisitRow;
  readonly zone: string;
  /** The hub is connected and no command is pending. */
  readonly usable: boolean;
  readonly canCall: boolean;
  /** The digit that presses its button or opens its menu; undefined: no line here has one, null: not this one. */
  readonly place?: number | null;
  readonly menuIsOpen?: boolean;
  readonly onMenu?: (isOpen: boolean) => void;
  readonly onAct: (row: VisitRow, action: RowAction) => void;
}

export function VisitLine(props: VisitLineProps) {
  const { row, zone, usable, canCall, place, menuIsOpen, onMenu, onAct } = props;
  const t = useTexts();
  const language = useLanguage();
  const { visit } = row;
  const { number } = visit.ticket;
  const service = inLanguage(row.service, language);
  const party = partyText(visit.party, t);
  const main = mainAction(row);
  const actions = rowActions(row, canCall);
  const more = actions.filter((each) => each !== main);
  const label = (action: RowAction) => {
    if (action === 'call')
      return t(visit.state === 'parked' ? 'counter.call-parked' : 'counter.call');
    if (action === 'set-priority' && visit.priority === 'priority')
      return t('counter.take-priority');
    return action === 'hold' || action === 'roll-over' ? '' : t(`counter.${action}`);
  };

  return (
    <li className={css('line')} data-part="line" data-late={row.tooLong || undefined}>
      {place !== undefined && (
        <span className={css('key')}>{place !== null && <KeyCap name={String(place)} />}</span>
      )}
      <strong className={css('number', 'ticket')}>{number}</strong>
      <span className={css('words')}>
        <span className={css('service')} title={service}>
          {service}
        </span>
        <span className={css('detail')}>
          {visit.priority === 'priority' && <PriorityBadge />}
          <NeedSigns needs={row.care.needs} />
          {row.care.note !== '' && (
            <span className={css('note')} title={t('counter.has-note')}>
              <StickyNote aria-hidden="true" />
              <span className="visually-hidden">{t('counter.has-note')}</span>
            </span>
          )}
          {party !== null && <span>{party}</span>}
          <VisitDetail row={row} zone={zone} />
        </span>
      </span>
      {visit.state === 'waiting' && (
        <span className={css('waited')}>{formatDuration(row.waits.total, t)}</span>
      )}
      {main !== null && (
        <Button
          isDisabled={!usable || !actions.includes(main)}
          aria-label={`${label(main)} ${number}`}
          onPress={() => onAct(row, main)}
        >
          {label(main)}
        </Button>
      )}
      {more.length > 0 && (
        <MenuTrigger
          {...(menuIsOpen === undefined ? {} : { isOpen: menuIsOpen })}
          {...(onMenu === undefined ? {} : { onOpenChange: onMenu })}
        >
          <AriaButton
            className={css('more')}
            isDisabled={!usable}
            aria-label={t('counter.more-for', { number })}
          >
            <Ellipsis aria-hidden="true" />
          </AriaButton>
          <Popover className={css('menu-frame')} placement="bottom end">
            <Menu
              className={css('menu')}
              autoFocus="first"
              aria-label={t('counter.more-for', { number })}
            >
              {more.map((action) => (
                <MenuItem
                  key={action}
                  className={css('menu-item')}
                  onAction={() => onAct(row, action)}
                >
                  {label(action)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </li>
  );
}
