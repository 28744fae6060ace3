import type { LocalText } from '../ids.ts';

const text = (vi: string, en: string, de: string): LocalText => ({ vi, en, de });

const ID_CARD = text(
  'Căn cước hoặc tài khoản VNeID',
  'Identity card or VNeID',
  'Personalausweis oder VNeID',
);
const PHONE = text(
  'Điện thoại đang dùng (nếu có)',
  'Your mobile phone, if any',
  'Ihr Mobiltelefon, falls vorhanden',
);
const RECEIPT = text('Giấy hẹn trả kết quả', 'The receipt with the date', 'Der Abholschein');
const BIRTH_NOTE = text(
  'Giấy chứng sinh',
  'Birth note of the hospital',
  'Geburtsbescheinigung der Klinik',
);
const DEATH_NOTE = text('Giấy báo tử', 'Death notice', 'Todesbescheinigung');
const BOTH_COME = text(
  'Hai bên nam, nữ cùng có mặt',
  'Both partners come together',
  'Beide Partner kommen gemeinsam',
);
const ALL_COME = text(
  'Các bên cùng có mặt',
  'All parties come together',
  'Alle Beteiligten kommen gemeinsam',
);
const ORIGINAL = text(
  'Bản chính và bản sao cần chứng thực',
  'Original and the copies',
  'Original und die Kopien',
);
const UNSIGNED = text(
  'Giấy tờ cần ký (chưa ký)',
  'The paper to be signed, unsigned',
  'Das Schriftstück, noch ohne Unterschrift',
);
const CONTRACT = text(
  'Dự thảo hợp đồng, giao dịch',
  'Draft of the contract',
  'Entwurf des Vertrags',
);
const LAND_TITLE = text(
  'Giấy chứng nhận quyền sử dụng đất',
  'Land-use certificate',
  'Bodennutzungsurkunde',
);
const PROOF = text(
  'Giấy tờ chứng minh nội dung thay đổi',
  'Proof of what changes',
  'Nachweis der Änderung',
);
const HOME_PROOF = text(
  'Giấy tờ về chỗ ở hợp pháp',
  'Proof of your lawful home',
  'Nachweis der Wohnung',
);
const SHOP_ADDRESS = text(
  'Tên, địa chỉ, ngành nghề kinh doanh',
  'Name, address and line of business',
  'Name, Anschrift und Gewerbezweig',
);

/**
 * What visitors usually bring, by procedure code or name of the service. From general knowledge: the centre must check
 * it, because many papers are replaced by look-ups (Nghị quyết 66.7/2025/NQ-CP) and rules change.
 */
export const PAPERS: Readonly<Record<string, readonly LocalText[]>> = {
  'online-filing': [ID_CARD, PHONE],
  'vneid': [ID_CARD, PHONE],
  'result': [RECEIPT],
  '1.001193': [BIRTH_NOTE, ID_CARD],
  '3.000722': [BIRTH_NOTE, ID_CARD],
  '1.000894': [BOTH_COME, ID_CARD],
  '2.000806': [BOTH_COME, ID_CARD],
  '1.000656': [DEATH_NOTE, ID_CARD],
  '2.002913': [DEATH_NOTE, ID_CARD],
  '1.004873': [ID_CARD],
  '2.000635': [ID_CARD],
  '1.001022': [ALL_COME, ID_CARD],
  '1.004859': [PROOF, ID_CARD],
  '2.000815': [ORIGINAL],
  '2.000884': [UNSIGNED, ID_CARD],
  '2.001035': [ALL_COME, CONTRACT, LAND_TITLE, ID_CARD],
  '1.014027': [ID_CARD],
  '1.001699': [ID_CARD],
  '1.012753': [ID_CARD],
  '1.001612': [SHOP_ADDRESS, ID_CARD],
  '1.004222': [HOME_PROOF, ID_CARD],
  '1.004194': [HOME_PROOF, ID_CARD],
};
