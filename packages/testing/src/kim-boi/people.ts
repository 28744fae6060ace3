import type { Person, PersonId, PersonRole } from '@motcua/domain';

const person = (login: string, name: string, role: PersonRole): Person => ({
  id: login as PersonId,
  name,
  login,
  role,
  active: true,
  skills: null,
});

/** Invented people of the centre, without passwords. */
export const KIM_BOI_PEOPLE: readonly Person[] = [
  person('lan', 'Bùi Thị Lan', 'clerk'),
  person('hoa', 'Quách Thị Hoa', 'clerk'),
  person('minh', 'Bùi Văn Minh', 'clerk'),
  person('thu', 'Đinh Thị Thu', 'clerk'),
  person('son', 'Bạch Công Sơn', 'clerk'),
  person('hanh', 'Bùi Thị Hạnh', 'guide'),
  person('dung', 'Nguyễn Tiến Dũng', 'head'),
  person('quantri', 'Hoàng Văn Phúc', 'administrator'),
];
