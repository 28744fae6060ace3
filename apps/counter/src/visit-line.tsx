import { inLanguage, type VisitActionType } from '@motcua/domain';
import { Button, formatDuration, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Ellipsis } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { VisitRow } from './counter-view.ts';
import { PriorityBadge } from './current-visit-card.tsx';
import { mainAction, rowActions } from './row-actions.ts';

export interface VisitLineProps {
  readonly row: VisitRow;
  readonly zone: string;
  /** The hub answers and nothing is under way. */
  readonly usable: boolean;
  readonly canCall: boolean;
  readonly onAct: (row: VisitRow, action: VisitActionType) => void;
}

export function VisitLine({ row, zone, usable, canCall, onAct }: VisitLineProps) {
  const t = useTexts();
  const language = useLanguage();
  const { visit } = row;
  const { number } = visit.ticket;
  const service = inLanguage(row.service, language);
  const main = mainAction(row);
  const actions = rowActions(row, canCall);
  const more = actions.filter((each) => each !== main);
  const label = (action: VisitActionType) =>
    action !== 'call'
      ? t(`counter.${action}`)
      : t(visit.state === 'parked' ? 'counter.call-parked' : 'counter.call');

  return (
    <li className="line" data-late={row.tooLong || undefined}>
      <strong className="line-number tabular">{number}</strong>
      <span className="line-words">
        <span className="line-service" title={service}>
          {service}
        </span>
        <span className="line-detail">
          {visit.priority === 'priority' && <PriorityBadge />}
          <Detail row={row} zone={zone} />
        </span>
      </span>
      {visit.state === 'waiting' && (
        <span className="line-waited tabular">{formatDuration(row.waitedMs, t)}</span>
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
        <MenuTrigger>
          <AriaButton
            className="line-more"
            isDisabled={!usable}
            aria-label={t('counter.more-for', { number })}
          >
            <Ellipsis aria-hidden="true" />
          </AriaButton>
          <Popover className="menu-frame" placement="bottom end">
            <Menu className="menu" aria-label={t('counter.more-for', { number })}>
              {more.map((action) => (
                <MenuItem key={action} className="menu-item" onAction={() => onAct(row, action)}>
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

function Detail({ row, zone }: Pick<VisitLineProps, 'row' | 'zone'>) {
  const t = useTexts();
  const language = useLanguage();
  const { visit, holder } = row;
  const counter = holder === null ? '' : t('counter.number', { counter: holder.number });
  switch (visit.state) {
    case 'waiting':
      return row.tooLong ? (
        <span className="line-late">{t('counter.too-long')}</span>
      ) : (
        <span>{inLanguage(row.queue, language)}</span>
      );
    case 'parked': {
      const since = t('counter.parked-since', { time: formatTime(visit.parkedAt, zone) });
      return <span>{row.needsReason ? `${counter} · ${since}` : since}</span>;
    }
    case 'closed': {
      const key = visit.outcome === 'left' ? 'counter.left-at' : 'counter.missed-at';
      return <span>{t(key, { time: formatTime(visit.closedAt, zone) })}</span>;
    }
    case 'called':
    case 'serving':
      return <span>{`${counter} · ${t(`counter.state-${visit.state}`)}`}</span>;
  }
}
