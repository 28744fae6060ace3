// @vitest-environment happy-dom
import { type DeviceId, ok, refuse, UNKNOWN_CONDITION } from '@motcua/domain';
import { minutesAfterT0, T0 } from '@motcua/domain/builders';
import type { Language } from '@motcua/i18n';
import type { ApiKey, Delivery, NewApiKey, NewWebhook, Webhook } from '@motcua/protocol/http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render, type Rendered } from '@motcua/ui/rendered';
import { aMirror } from '../example-mirror.ts';
import { ProgramsPage, type ProgramsPageProps } from './programs-page.tsx';

const URL_1 = 'https://thongbao.kimboi.gov.vn/motcua';
const LOCAL = 'http://192.168.1.5/hook';
const WEBHOOK: Webhook = {
  ...{ id: 'webhook-1', url: URL_1, events: ['ticket.issued', 'alarm.raised'] },
  ...{ allowLocal: false, createdAt: T0 },
};
const DELIVERY: Delivery = {
  ...{ webhookId: 'webhook-1', id: 'evt_1', type: 'ticket.issued', state: 'waiting', attempts: 2 },
  ...{ madeAt: T0, nextAt: minutesAfterT0(1), answer: '503' },
};

describe('the page of other programs', () => {
  let page: Rendered;
  let keys: ApiKey[];
  let webhooks: Webhook[];
  let deliveries: Delivery[];
  let done: string[];

  const shown = ({ name, scopes }: NewApiKey): ApiKey => ({
    key: {
      ...{ id: 'program-1' as DeviceId, role: 'program', name, scopes, pairedAt: T0 },
      ...{ revoked: false, locked: false, training: false, condition: UNKNOWN_CONDITION },
    },
    lastUsedAt: null,
    today: { requests: 3, refused: 1 },
  });
  const api: ProgramsPageProps['api'] = {
    keys: async () => ok(keys),
    createKey: async (wanted) => {
      done.push(JSON.stringify(wanted));
      keys = [shown(wanted)];
      return ok({ key: shown(wanted).key, token: 'motcua_abc' });
    },
    revokeKey: async (keyId) => {
      done.push(`revoke ${keyId}`);
      return refuse('api-key-not-found');
    },
    webhooks: async () => ok({ webhooks, deliveries }),
    addWebhook: async (wanted: NewWebhook) => {
      done.push(JSON.stringify(wanted));
      if (wanted.url === LOCAL && !wanted.allowLocal)
        return refuse('webhook-address-local', { address: '192.168.1.5' });
      const webhook = { ...wanted, id: 'webhook-2', createdAt: T0 };
      webhooks = [webhook];
      return ok({ webhook, secret: 'whsec_abc' });
    },
    removeWebhook: async (webhookId) => {
      done.push(`remove ${webhookId}`);
      webhooks = [];
      return ok({});
    },
    sendAgain: async (webhookId, deliveryId) => {
      done.push(`again ${webhookId} ${deliveryId}`);
      return refuse('webhook-not-found');
    },
  };
  const open = async (language: Language = 'vi') => {
    page = await render(<ProgramsPage mirror={aMirror()} api={api} />, language);
  };

  beforeEach(() => {
    [keys, webhooks, deliveries, done] = [[], [], [], []];
  });
  afterEach(() => page.unmount());

  it('creates a key with a name and scopes, and shows it once', async () => {
    await open();
    expect(page.text()).toContain('Chưa có khoá nào.');
    await page.click('Tạo khoá');
    await page.submit();
    expect(page.text('[role=dialog]')).toContain('Xin chọn ít nhất một mục.');
    await page.type(page.field('Tên chương trình'), 'Trang tin xã');
    await page.click('Cấp số');
    await page.click('Xem số liệu');
    await page.submit();
    expect(done).toEqual([JSON.stringify({ name: 'Trang tin xã', scopes: ['figures', 'issue'] })]);
    expect(page.text('[role=dialog]')).toContain('motcua_abc');
    await page.click('Tôi đã ghi lại');
    expect(page.text()).not.toContain('motcua_abc');
    expect(page.text('tbody')).toContain('3 (1 bị từ chối)');
  });

  it('says why a key could not be revoked', async () => {
    keys = [shown({ name: 'Trang tin xã', scopes: ['live'] })];
    await open();
    await page.click('Thu hồi');
    await page.click('Thu hồi');
    expect(done).toEqual(['revoke program-1']);
    expect(page.text('[role=alertdialog]')).toContain('Không tìm thấy khoá này.');
  });

  it('adds a webhook inside the own network only when that is allowed, and shows its secret once', async () => {
    await open();
    expect(page.text()).toContain('Chưa có webhook nào.');
    await page.click('Thêm webhook');
    await page.type(page.field('Địa chỉ nhận'), ` ${LOCAL} `);
    await page.submit();
    expect(page.text('[role=dialog]')).toContain('Xin chọn ít nhất một mục.');
    expect(done).toEqual([]);
    await page.click('Kết thúc ngày');
    await page.submit();
    expect(page.text('[role=dialog]')).toContain('Địa chỉ 192.168.1.5 nằm trong mạng nội bộ');
    await page.click('Cho phép địa chỉ trong mạng nội bộ này');
    expect(page.text('[role=dialog]')).toContain('Chỉ bật khi bạn biết rõ máy nhận');
    await page.submit();
    expect(done.at(-1)).toBe(
      JSON.stringify({ url: LOCAL, events: ['day.closed'], allowLocal: true }),
    );
    expect(page.text('[role=dialog]')).toContain('whsec_abc');
    await page.click('Tôi đã ghi lại');
    expect(page.text()).not.toContain('whsec_abc');
    expect(page.text()).toContain('mạng nội bộ');
  });

  it('lists deliveries and sends one again, in the language of the reader', async () => {
    webhooks = [WEBHOOK];
    deliveries = [DELIVERY, { ...DELIVERY, id: 'evt_2', state: 'failed', answer: 'timeout' }];
    await open('en');
    expect(page.text()).toContain('Ticket issued, Alarm raised');
    expect(page.text()).toContain('thongbao.kimboi.gov.vn');
    expect(page.text()).toContain('waitingnext try at 08:01');
    expect(page.text()).toContain('status 503');
    expect(page.text()).toContain('no answer in time');
    await page.click(/^Send again/);
    expect(done).toEqual(['again webhook-1 evt_1']);
    expect(page.text()).toContain('This webhook was not found.');
  });

  it('removes a webhook after asking', async () => {
    webhooks = [WEBHOOK];
    await open();
    await page.click(/^Xoá/);
    expect(page.text('[role=alertdialog]')).toContain(`Không gửi tin tới ${URL_1} nữa`);
    await page.click('Xoá');
    expect(done).toEqual(['remove webhook-1']);
    expect(page.text()).toContain('Chưa có webhook nào.');
  });
});
