import { plainTicket } from '@motcua/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import type { CounterId, Refusal, Result, ServiceId } from '@motcua/domain';
import { LANGUAGES, texts } from '@motcua/i18n';
import { kimBoi, until } from '@motcua/testing';
import { type CentreDay, openCentre, SERVICES } from './centre-day.ts';

/** Two numbers per queue and day. */
const scarce = {
  ...kimBoi,
  queues: kimBoi.queues.map((queue) => ({ ...queue, series: { ...queue.series, to: 2 } })),
};

describe('what a centre cannot do', () => {
  let day: CentreDay;
  let kiosk: HubConnection;

  beforeEach(async () => {
    day = await openCentre('08:00', scarce);
    const deviceToken = await day.site.tokenFor('kiosk', 'Kiosk 2');
    kiosk = connectToHub({ url: day.site.hubUrl, role: 'kiosk', deviceToken });
    await until(kiosk, () => kiosk.getState().connection === 'live');
  });
  afterEach(async () => {
    kiosk.close();
    await day.close();
  });

  const issue = (serviceId: string) => kiosk.execute(plainTicket(serviceId as ServiceId));
  const open = (link: HubConnection, number: number) =>
    link.execute({
      type: 'open-counter',
      counterId: `counter-${number}` as CounterId,
      training: false,
    });

  /** A sentence of its own in each language, with all its parameters. */
  function expectWords(answer: Result<unknown>, code: Refusal['code'], named = ''): void {
    if (answer.ok) throw new Error(`It was done, not refused with ${code}`);
    const { refusal } = answer;
    expect(refusal.code).toBe(code);
    const sentences = LANGUAGES.map((tag) => texts(tag)(`refusal.${refusal.code}`, refusal.detail));
    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences) {
      expect(sentence).toContain(named);
      expect(sentence).not.toMatch(/[{}]/);
    }
  }

  it('is refused in three languages when there is no such service', async () => {
    expectWords(await issue('9.999999'), 'service-not-found');
  });

  it('is refused in three languages when the centre is closed', async () => {
    day.goTo('06:00');
    expectWords(await issue(SERVICES.birth), 'outside-opening-hours');
  });

  it('is refused in three languages when all numbers of the day are given', async () => {
    expect((await issue(SERVICES.birth)).ok).toBe(true);
    expect((await issue(SERVICES.birth)).ok).toBe(true);
    expectWords(await issue(SERVICES.birth), 'numbers-used-up');
    expect((await issue(SERVICES['true copy'])).ok).toBe(true);
  });

  it('is refused in three languages, by name, when a counter or its clerk is taken', async () => {
    await day.sit('lan', 2);
    const [lan, hoa] = await Promise.all([day.site.asPerson('lan'), day.site.asPerson('hoa')]);

    expectWords(await open(hoa, 2), 'counter-taken', 'Bùi Thị Lan');
    expectWords(await open(lan, 3), 'clerk-at-another-counter', '2');
  });
});
