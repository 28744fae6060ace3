import { inLanguage } from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { Clock, FileText, MapPin, Ticket, Users, X } from 'lucide-react';
import type { KioskService, KioskView, TicketRequest } from '../../../bridge.ts';
import { Dock } from '../../frame/dock.tsx';
import { countersText, estimateText, waitingText, waitText } from '../../flow/kiosk-words.ts';
import { Pager } from '../../touch/pager.tsx';
import { Action } from '../../touch/action.tsx';
import { newRequestId, type Dispatch } from '../../flow/use-kiosk-flow.ts';
import { papersOf } from '../../flow/visible-screen.ts';
import { PaperNotice } from '../ticket/paper-notice.tsx';
import { SecondaryActions } from './secondary-actions.tsx';
import { Facts } from '../facts.tsx';
import { Title } from '../title.tsx';
import { NameAndRemark } from './card.tsx';
import styles from './confirm-screen.module.css';

const css = classNames(styles);

export interface ConfirmScreenProps {
  readonly services: readonly KioskService[];
  readonly request: TicketRequest;
  readonly view: Pick<KioskView, 'priorityGroups' | 'printer'>;
  readonly dispatch: Dispatch;
}

export function ConfirmScreen({ services, request, view, dispatch }: ConfirmScreenProps) {
  const t = useTexts();
  const language = useLanguage();
  const [first] = services;
  if (first === undefined) return null;
  const several = services.length > 1;
  const name = several
    ? t('kiosk.several-title', { count: services.length })
    : inLanguage(first.name, language);
  const no = services.find(({ noNumbers }) => noNumbers !== null)?.noNumbers ?? null;
  return (
    <>
      <Title remark={t('kiosk.confirm-title')}>{name}</Title>
      <PaperNotice view={view} />
      <Pager>
        <div className={css('confirm')}>
          {several ? (
            <ChosenServices services={services} dispatch={dispatch} />
          ) : (
            <ServiceFacts service={first} />
          )}
          <Papers papers={papersOf(services)} />
        </div>
      </Pager>
      <SecondaryActions view={view} request={request} dispatch={dispatch} />
      <Dock side="end">
        <Action
          look="primary"
          id="take-number"
          label={t('kiosk.take-number-for', { service: name })}
          disabled={no !== null}
          onPress={() =>
            dispatch({ type: 'take-number', serviceId: first.id, requestId: newRequestId() })
          }
        >
          <Ticket aria-hidden="true" />
          {t(no === null ? 'kiosk.take-number' : `kiosk.${no}`)}
        </Action>
      </Dock>
    </>
  );
}

function ServiceFacts({ service }: { readonly service: KioskService }) {
  const t = useTexts();
  const waiting = waitingText(t, service.waiting);
  const counters = countersText(t, service.counters);
  return (
    <Facts>
      {service.estimate !== null && (
        <li>
          <Clock aria-hidden="true" />
          {estimateText(t, service.estimate)}
        </li>
      )}
      {waiting !== null && (
        <li>
          <Users aria-hidden="true" />
          {waiting}
        </li>
      )}
      {counters !== null && (
        <li>
          <MapPin aria-hidden="true" />
          {counters}
        </li>
      )}
    </Facts>
  );
}

interface ChosenServicesProps {
  readonly services: readonly KioskService[];
  readonly dispatch: Dispatch;
}

function ChosenServices({ services, dispatch }: ChosenServicesProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <ul className={css('chosen')}>
      {services.map((service) => {
        const name = inLanguage(service.name, language);
        const wait =
          service.noNumbers === null ? waitText(t, service) : t(`kiosk.${service.noNumbers}`);
        return (
          <li key={service.id}>
            <NameAndRemark name={name} remark={wait} />
            <Action
              id={`remove-${service.id}`}
              label={t('kiosk.remove-service', { service: name })}
              onPress={() => dispatch({ type: 'remove-service', serviceId: service.id })}
            >
              <X aria-hidden="true" />
            </Action>
          </li>
        );
      })}
    </ul>
  );
}

function Papers({ papers }: Pick<KioskService, 'papers'>) {
  const t = useTexts();
  const language = useLanguage();
  if (papers.length === 0) return null;
  return (
    <section className={css('papers')} aria-labelledby="papers">
      <h2 id="papers">
        <FileText aria-hidden="true" />
        {t('kiosk.papers')}
      </h2>
      <ul>
        {papers.map((paper) => (
          <li key={paper.vi}>{inLanguage(paper, language)}</li>
        ))}
      </ul>
      <p>{t('kiosk.papers-ask')}</p>
    </section>
  );
}
