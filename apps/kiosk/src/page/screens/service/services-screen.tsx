import { inLanguage, type ServiceGroup } from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { FileText, Users } from 'lucide-react';
import type { KioskService, KioskView, TicketRequest } from '../../../bridge.ts';
import { Dock } from '../../frame/dock.tsx';
import { waitText, waitingText } from '../../flow/kiosk-words.ts';
import { Pager } from '../../touch/pager.tsx';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { hasDetails, sharedWaiting } from '../../flow/visible-screen.ts';
import { FewSecondaryActions } from './secondary-actions.tsx';
import { Title } from '../title.tsx';
import { Card, CardName } from './card.tsx';
import listStyles from './card-lists.module.css';
import styles from './services-screen.module.css';

const lists = classNames(listStyles);
const css = classNames(styles);

export interface ServicesScreenProps {
  readonly group: ServiceGroup;
  readonly services: readonly KioskService[];
  /** Null: a further service is chosen for an existing visit. */
  readonly request: TicketRequest | null;
  readonly view: Pick<KioskView, 'priorityGroups'>;
  readonly dispatch: Dispatch;
}

export function ServicesScreen({ group, services, request, view, dispatch }: ServicesScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  const waiting = waitingText(t, sharedWaiting(services));
  const remark = [t('kiosk.choose-service'), ...(waiting === null ? [] : [waiting])].join(' · ');
  return (
    <>
      <Title remark={remark}>{inLanguage(group.name, language)}</Title>
      <Pager>
        <ul className={lists('services')}>
          {services.map((service) => (
            <li key={service.id}>
              <ServiceCard
                service={service}
                saysWaiting={waiting === null || service.estimate !== null}
                takesNumber={request !== null}
                dispatch={dispatch}
              />
            </li>
          ))}
        </ul>
      </Pager>
      {request !== null && (
        <Dock side="end">
          <FewSecondaryActions view={view} request={request} dispatch={dispatch} />
        </Dock>
      )}
    </>
  );
}

interface ServiceCardProps {
  readonly service: KioskService;
  /** Shown once above the list where one queue serves all of it. */
  readonly saysWaiting: boolean;
  /** Where there is nothing to read first, one touch takes the number. */
  readonly takesNumber: boolean;
  readonly dispatch: Dispatch;
}

function ServiceCard({ service, saysWaiting, takesNumber, dispatch }: ServiceCardProps) {
  const t = useTexts();
  const name = inLanguage(service.name, useLanguage());
  const serviceId = service.id;
  const waiting = saysWaiting ? waitText(t, service) : null;
  const look = hasDetails(service);
  return (
    <Card
      look="service"
      id={`service-${serviceId}`}
      disabled={service.noNumbers !== null}
      onPress={() =>
        dispatch(
          look || !takesNumber
            ? { type: 'look-at-service', serviceId }
            : { type: 'take-number', serviceId, requestId: newRequestId() },
        )
      }
    >
      <CardName>{name}</CardName>
      <span className={css('facts')}>
        {service.noNumbers !== null && <span>{t(`kiosk.${service.noNumbers}`)}</span>}
        {service.noNumbers === null && waiting !== null && (
          <span>
            <Users aria-hidden="true" />
            {waiting}
          </span>
        )}
        {service.noNumbers === null && look && (
          <span>
            <FileText aria-hidden="true" />
            {t('kiosk.papers-look')}
          </span>
        )}
      </span>
    </Card>
  );
}
