import { IMPORT_KINDS, type ImportKind } from '@motcua/domain';
import { foldDiacritics, isMessageKey, LANGUAGES, texts } from '@motcua/i18n';

/** Names that files have for a column, besides its title in each language; without marks and in lower case. */
type Columns = Readonly<Record<string, readonly string[]>>;

export const COLUMNS = {
  services: {
    'id': ['ma noi bo', 'ma he thong'],
    'code': ['ma so thu tuc', 'ma tthc', 'code', 'verfahrensnummer'],
    'name': [
      'ten thu tuc hanh chinh',
      'ten thu tuc',
      'thu tuc',
      'thu tuc hanh chinh',
      'ten',
      'name',
      'dienst',
      'leistung',
    ],
    'name-en': ['ten tieng anh', 'english'],
    'name-de': ['ten tieng duc', 'deutsch'],
    'group': ['nhom', 'linh vuc thu tuc', 'field', 'area', 'bereich'],
    'queue': ['hang', 'line'],
    'papers': [
      'thanh phan ho so',
      'giay to',
      'ho so can nop',
      'papers',
      'documents',
      'documents to bring',
      'unterlagen',
    ],
    'papers-en': [],
    'papers-de': [],
    'usual': ['thuong dung', 'common', 'haufig'],
    'quick': ['nhanh', 'fast', 'schnell'],
    'active': ['hoat dong', 'dang dung', 'in use'],
    'order': ['thu tu hien thi', 'sort', 'reihenfolge'],
  },
  people: {
    login: ['ten dang nhap', 'tai khoan', 'user name', 'username', 'benutzername', 'benutzer'],
    name: ['ho ten', 'ten', 'can bo', 'ho va ten can bo', 'full name', 'vor und nachname'],
    role: ['chuc danh', 'chuc vu', 'position', 'funktion'],
    skills: ['hang cho', 'linh vuc phu trach', 'phu trach', 'queues', 'warteschlangen'],
    active: ['hoat dong', 'con lam viec', 'in use'],
  },
  holidays: {
    'date': ['ngay', 'ngay thang', 'ngay nghi', 'day', 'tag'],
    'reason': [
      'ten ngay nghi',
      'ly do nghi',
      'noi dung',
      'ghi chu',
      'name',
      'holiday',
      'feiertag',
      'anlass',
    ],
    'reason-en': [],
    'reason-de': [],
    'hours': ['gio lam', 'thoi gian lam viec', 'opening hours', 'offnungszeiten'],
  },
  bookings: {
    code: ['ma lich hen', 'code', 'buchungscode'],
    day: ['ngay', 'date', 'datum'],
    time: ['gio', 'thoi gian', 'khung gio', 'zeit'],
    service: ['thu tuc', 'ten thu tuc', 'dich vu hen', 'dienst', 'leistung'],
    state: ['status'],
  },
  dossiers: {
    'code': [
      'ma ho so',
      'so ho so',
      'so bien nhan',
      'file number',
      'dossier number',
      'aktenzeichen',
    ],
    'procedure': [
      'ten thu tuc hanh chinh',
      'ten thu tuc',
      'thu tuc',
      'ten tthc',
      'tthc',
      'dich vu',
      'service',
      'procedure',
      'leistung',
    ],
    'procedure-code': ['ma so thu tuc', 'ma tthc', 'ma dich vu'],
    'field': ['linh vuc thu tuc', 'area', 'fachbereich'],
    'channel': [
      'kenh',
      'kenh tiep nhan',
      'hinh thuc',
      'hinh thuc nop',
      'hinh thuc nop ho so',
      'nguon tiep nhan',
      'nguon nop',
      'cach thuc nop',
      'channel',
    ],
    'received': [
      'ngay tiep nhan',
      'ngay nhan',
      'ngay nop',
      'thoi gian tiep nhan',
      'ngay gio tiep nhan',
      'thoi han giai quyet ngay nhan',
      'received',
      'submitted',
    ],
    'due': [
      'ngay hen tra',
      'hen tra',
      'han xu ly',
      'han giai quyet',
      'ngay hen',
      'thoi gian hen tra',
      'ngay den han',
      'due',
      'deadline',
      'frist',
    ],
    'resolved': [
      'ngay giai quyet',
      'ngay hoan thanh',
      'ngay tra',
      'ngay co ket qua',
      'ngay ket thuc xu ly',
      'thoi gian ket thuc',
      'resolved',
      'finished',
    ],
  },
} as const satisfies Readonly<Record<ImportKind, Columns>>;

/** Which column of the file, from 0, is read for which of the kind; left out or null: none. */
export type ColumnMap = Readonly<Record<string, number | null>>;

/** The columns that a kind has, in the order of an export. */
export function columnsOf(kind: ImportKind): readonly string[] {
  return Object.keys(COLUMNS[kind]);
}

/** The column's title as a reader's language has it. */
export function columnTitle(kind: ImportKind, column: string, t: ReturnType<typeof texts>): string {
  const key = `import.${kind}-${column}`;
  return isMessageKey(key) ? t(key) : column;
}

/** What titles are compared by: `Ngày hẹn trả (*):` is `ngay hen tra`. */
function foldTitle(title: string): string {
  return foldDiacritics(title)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const TRANSLATIONS = LANGUAGES.map((language) => texts(language));

const nameIn = (kind: ImportKind, title: string) => `${kind}: ${title}`;

const BY_TITLE: ReadonlyMap<string, string> = new Map(
  IMPORT_KINDS.flatMap((kind) =>
    Object.entries<readonly string[]>(COLUMNS[kind]).flatMap(([column, names]) =>
      [...TRANSLATIONS.map((t) => foldTitle(columnTitle(kind, column, t))), ...names].map(
        (name) => [nameIn(kind, name), column] as const,
      ),
    ),
  ),
);

/** The column of the kind that has that title in a file, with or without what it adds in brackets; undefined: none. */
export function columnNamed(kind: ImportKind, title: string): string | undefined {
  const named = (text: string) => BY_TITLE.get(nameIn(kind, foldTitle(text)));
  return named(title) ?? named(title.replaceAll(/\([^)]*\)/g, ' '));
}

const PERSONAL =
  /\b(ho (va )?ten|nguoi (nop|yeu cau|dan|lien he|nhan)|chu ho so|cong dan|dien thoai|sdt|so dt|cccd|cmnd|can cuoc|dinh danh|ho chieu|ngay sinh|nam sinh|gioi tinh|dia chi|e ?mail|thu dien tu|applicant|phone|mobile|identity|passport|birth|address|antrag\w+|vorname|nachname|telefon|handy|ausweis|geburt\w*|anschrift|adresse)\b/;

/** Whether a title names what a centre need not know of an applicant. Such columns are dropped at reading. */
export function isPersonal(kind: ImportKind, title: string): boolean {
  return (
    kind !== 'people' && columnNamed(kind, title) === undefined && PERSONAL.test(foldTitle(title))
  );
}
