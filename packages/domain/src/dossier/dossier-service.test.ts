import { describe, expect, it } from 'vitest';
import { aService } from '../builders.ts';
import type { ServiceId } from '../ids.ts';
import { dossierService } from './dossier-service.ts';

const MARRIAGE = 'marriage' as ServiceId;
const COPIES = 'copies' as ServiceId;
const serviceOf = dossierService([
  aService({ id: MARRIAGE, code: '1.000894', name: { vi: 'Đăng ký kết hôn' } }),
  aService({ id: COPIES, code: null, name: { vi: 'Chứng thực bản sao' } }),
  aService({ id: 'later' as ServiceId, code: '1.000894', name: { vi: 'Kết hôn lưu động' } }),
]);

describe('the service of a dossier', () => {
  it.each([
    ['Thủ tục khác', '1.000894.000.00.00.H44', MARRIAGE],
    ['CHỨNG THỰC  bản sao'.normalize('NFD'), null, COPIES],
    ['Đăng ký kết hôn', '9.999999', MARRIAGE],
    ['Cấp đổi giấy phép', '9.999999', null],
    ['', null, null],
  ])('of %j with the code %j is %j', (procedure, procedureCode, id) => {
    expect(serviceOf({ procedure, procedureCode })).toBe(id);
  });
});
