// @vitest-environment happy-dom
import { aHubLink } from '@motcua/client/builders';
import { aPriorityGroup, aSite } from '@motcua/domain/builders';
import { render, type Rendered } from '@motcua/ui/rendered';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHubState, aMirror } from '../example-mirror.ts';
import { CentreRules } from './centre-rules.tsx';
import { PriorityGroupList } from './priority-group-list.tsx';

describe('the rules of a centre', () => {
  let shown: Rendered;
  const hub = aHubLink(aHubState());
  const site = aSite();

  beforeEach(() => void hub.commands.splice(0));
  afterEach(() => shown.unmount());

  const saved = () => hub.commands.at(-1);

  it('are saved as chosen and typed', async () => {
    shown = await render(<CentreRules hub={hub} mirror={aMirror()} />);
    await shown.click(/^Cộng thêm thời gian chờ/);
    await shown.type(shown.field('Số phút cộng thêm'), '15');
    await shown.type(shown.field('Khi quay lại đứng sau (người)'), '5');
    expect(hub.commands).toEqual([]);
    await shown.click('Lưu');
    const rule = { ...site.rule, mode: { type: 'ageing', bonusMinutes: 15 } };
    const value = { ...site, rule, missed: { ...site.missed, behind: 5 } };
    expect(saved()).toEqual({ type: 'put-setting', setting: { kind: 'site', value } });
  });

  it('are not saved while a number is out of bounds', async () => {
    shown = await render(<CentreRules hub={hub} mirror={aMirror()} />);
    await shown.type(shown.field('Khi quay lại đứng sau (người)'), '-1');
    await shown.click('Lưu');
    expect(hub.commands).toEqual([]);
    expect(shown.find('[aria-invalid="true"]')).not.toBeNull();
  });

  it('name the groups that have priority', async () => {
    shown = await render(<PriorityGroupList hub={hub} mirror={aMirror()} />);
    await shown.click(/Người từ 75 tuổi/);
    await shown.type(shown.field('Tiếng Việt'), 'Người từ 70 tuổi');
    await shown.click('Lưu');
    const value = aPriorityGroup();
    expect(saved()).toMatchObject({
      ...{ type: 'put-setting' },
      setting: {
        kind: 'priority-group',
        value: { id: value.id, name: { vi: 'Người từ 70 tuổi' } },
      },
    });
  });
});
