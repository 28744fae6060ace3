// @vitest-environment happy-dom
import { aQueue, aService, aServiceGroup, someSettings, TODAY } from '@motcua/domain/builders';
import type { HubLink } from '@motcua/client';
import { afterEach, describe, expect, it } from 'vitest';
import { render, type Rendered } from '@motcua/ui/rendered';
import { ServiceList } from './service-list.tsx';

const hub: Pick<HubLink, 'execute'> = {
  execute: async () => ({ ok: false, refusal: { code: 'hub-unavailable', detail: {} } }),
};
const known = { bookings: new Map(), today: TODAY };

describe('the list of services', () => {
  let shown: Rendered | null = null;
  afterEach(async () => shown?.unmount());

  it('shows the first step where there are no services, and quotes no search that was not made', async () => {
    shown = await render(<ServiceList hub={hub} mirror={{ ...known, settings: someSettings() }} />);
    expect(shown.text()).toContain('Chưa có dịch vụ nào.');
    expect(shown.text()).not.toContain('Không tìm thấy');
  });

  it('quotes a search that finds nothing, and none of spaces', async () => {
    const settings = someSettings({
      services: [aService()],
      serviceGroups: [aServiceGroup()],
      queues: [aQueue()],
    });
    shown = await render(<ServiceList hub={hub} mirror={{ ...known, settings }} />);
    await shown.type(shown.field('Tìm dịch vụ'), '   ');
    expect(shown.text()).not.toContain('Không tìm thấy');
    await shown.type(shown.field('Tìm dịch vụ'), ' xyz ');
    expect(shown.text()).toContain('Không tìm thấy dịch vụ nào với “xyz”.');
  });

  it('makes a queue inside the form of the service that needs it', async () => {
    shown = await render(<ServiceList hub={hub} mirror={{ ...known, settings: someSettings() }} />);
    await shown.click('Thêm dịch vụ');
    await shown.click('Thêm hàng chờ');
    const dialog = document.querySelector('[role="dialog"]');
    expect(dialog?.textContent).toContain('Chữ cái');
  });
});
