/** Long enough to resist guessing for years; no rule about symbols, which only leads to `Matkhau@1`. */
export const PASSWORD_LENGTH = { atLeast: 10, atMost: 256 } as const;
/** A PIN for the quick change of clerk at a counter whose browser was signed in today. */
export const PIN_LENGTH = { atLeast: 4, atMost: 6 } as const;

export type PasswordProblem = 'password-short' | 'password-common' | 'password-own-name';

/** What is guessed first, as letters without marks; digits and signs around them do not help. */
const COMMON_WORDS = new Set(
  `password passw pass matkhau mk admin administrator quantri quantrivien root user test demo
   qwerty qwertyuiop azerty asdfghjkl zxcvbnm qazwsx qazwsxedc abc abcd abcde abcdef abcdefgh abcdefghij
   iloveyou loveyou anhyeuem emyeuanh yeuem yeuanh tinhyeu vietnam vietnamvodich hanoi hochiminh saigon
   welcome letmein hello xinchao dragon monkey football sunshine princess superman
   motcua motcuadientu hanhchinh hanhchinhcong dichvucong ubnd uyban uybannhandan trungtam canbo congdan
   trungtamhanhchinh trungtamhanhchinhcong phucvuhanhchinhcong kimboi hoabinh phutho`.split(/\s+/),
);
/** A date, a telephone number or a sequence of keys. */
const DIGITS_TOO_FEW = 16;
const DIFFERENT_LETTERS = 5;
/** What has to be left of a password when the own login or a name in it is not counted. */
const BESIDES_OWN_NAME = 6;

/** Why this password is refused; null when it may be used. `own`: login and name of its owner. */
export function passwordProblem(
  typed: string,
  own: { readonly login: string; readonly name: string },
): PasswordProblem | null {
  const password = typed.normalize('NFC');
  if ([...password].length < PASSWORD_LENGTH.atLeast) return 'password-short';
  const plain = withoutMarks(password);
  if (isCommon(plain)) return 'password-common';
  const whole = withoutMarks(own.name).replaceAll(/\s+/g, '');
  const squeezed = plain.replaceAll(/\s+/g, '');
  for (const name of [withoutMarks(own.login), whole])
    if (name.length > 2 && squeezed.replaceAll(name, '').length < BESIDES_OWN_NAME)
      if (squeezed.includes(name)) return 'password-own-name';
  return null;
}

export type PasswordStrength = 'weak' | 'fair' | 'strong';

/** A hint while a password is typed, not a rule: several words are easier to keep and harder to guess than signs. */
export function passwordStrength(
  typed: string,
  own: { readonly login: string; readonly name: string },
): PasswordStrength {
  if (passwordProblem(typed, own) !== null) return 'weak';
  const length = [...typed.normalize('NFC')].length;
  return length >= 16 && new Set(withoutMarks(typed)).size >= 8 ? 'strong' : 'fair';
}

/** Why this is no PIN: not four to six digits, or one that is guessed first; null when it may be used. */
export function pinProblem(pin: string): 'malformed' | 'pin-simple' | null {
  if (!/^\d{4,6}$/.test(pin)) return 'malformed';
  const isYear = /^(?:19|20)\d\d$/.test(pin);
  return isYear || isRow(pin) || new Set(pin).size <= 2 ? 'pin-simple' : null;
}

function isCommon(plain: string): boolean {
  if (/^\d+$/.test(plain) && plain.length < DIGITS_TOO_FEW) return true;
  if (new Set(plain).size < DIFFERENT_LETTERS || isRow(plain)) return true;
  return COMMON_WORDS.has(plain.replaceAll(/[^a-z]/g, ''));
}

/** Whether each sign follows the one before it, up or down, as in 123456 and fedcba. */
function isRow(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, n) => code - (codes[n] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

function withoutMarks(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}
