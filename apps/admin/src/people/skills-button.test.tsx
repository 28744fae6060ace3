// @vitest-environment happy-dom
import type { Person } from '@motcua/domain';
import { aQueue, CERT, CIVIL } from '@motcua/domain/builders';
import { render, type Rendered } from '@motcua/ui/rendered';
import { afterEach, describe, expect, it } from 'vitest';
import { aPerson } from '../example-mirror.ts';
import { SkillsButton } from './skills-button.tsx';

const queues = [
  aQueue(),
  aQueue({ id: CERT, name: { vi: 'Chứng thực' }, series: { prefix: 'S', from: 1, to: 999 } }),
];

describe('which queues a person can serve', () => {
  let shown: Rendered;
  const saved: Person['skills'][] = [];
  const onSave = async (skills: Person['skills']) => {
    saved.push(skills);
    return null;
  };
  afterEach(() => shown.unmount());

  it('is all of them, or those that are chosen, at least one', async () => {
    shown = await render(<SkillsButton person={aPerson()} queues={queues} onSave={onSave} />);
    await shown.click(/^Hàng chờ Nguyễn Thị Lan phục vụ được: Tất cả/);
    await shown.click('Tất cả các hàng chờ');
    await shown.click('S Chứng thực');
    await shown.click('H Hộ tịch');
    expect(shown.text()).toContain('Xin chọn ít nhất một hàng chờ.');
    await shown.click('Lưu');
    expect(saved).toEqual([]);
    await shown.click('H Hộ tịch');
    await shown.click('Lưu');
    expect(saved).toEqual([[CIVIL]]);
    expect(shown.find('[role=dialog]')).toBeNull();
  });
});
