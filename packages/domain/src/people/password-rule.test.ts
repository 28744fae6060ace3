import { describe, expect, it } from 'vitest';
import { passwordProblem, passwordStrength, pinProblem } from './password-rule.ts';

const LAN = { login: 'lan.bui', name: 'Bùi Thị Lan' };

describe('passwordProblem', () => {
  it.each([
    'con mèo ngủ trên mái',
    'k7mp-x3qa-v9dn',
    'xe đạp màu xanh lá',
    'khong-ai-doan-ra',
    // the own login does not matter where enough stands beside it
    // sixteen digits that are no sequence
  ])('takes %s without asking for signs', (password) => {
    expect(passwordProblem(password, LAN)).toBeNull();
  });

  it.each([
    ['', 'password-short'],
    ['mậtkhẩu1', 'password-short'],
    ['đđđđđđđđđ', 'password-short'], // nine letters, however many bytes
    ['Mật khẩu 2026!', 'password-common'],
    ['P4$$word', 'password-short'],
    ['Password@123456', 'password-common'],
    ['matkhau123456', 'password-common'],
    ['0912345678', 'password-common'],
    ['1234567890', 'password-common'],
    ['abcdefghijkl', 'password-common'],
    ['aaaaaaaaaaaa', 'password-common'],
    ['abababababab', 'password-common'],
    ['Hanhchinhcong2026', 'password-common'],
    ['lan.bui12345', 'password-own-name'],
    ['BuiThiLan1990', 'password-own-name'],
    ['Bùi Thị Lan 1', 'password-own-name'],
  ] as const)('refuses %s: %s', (password, problem) => {
    expect(passwordProblem(password, LAN)).toBe(problem);
  });

  it('judges the same letters alike, however a keyboard composes them', () => {
    const word = 'mật khẩu 2026';
    expect(passwordProblem(word.normalize('NFD'), LAN)).toBe(
      passwordProblem(word.normalize('NFC'), LAN),
    );
  });
});

describe('passwordStrength', () => {
  it('rises with length, not with signs', () => {
    expect(passwordStrength('P@ssw0rd!', LAN)).toBe('weak');
    expect(passwordStrength('vườn chuối', LAN)).toBe('fair');
    expect(passwordStrength('vườn chuối sau nhà', LAN)).toBe('strong');
  });
});

describe('pinProblem', () => {
  it.each(['4829', '73051', '204863'])('takes %s', (pin) => {
    expect(pinProblem(pin)).toBeNull();
  });
  it.each(['', '123', '1234567', '12a4', '４８２９', '48 29', '4829\n'])(
    'does not take %j',
    (pin) => {
      expect(pinProblem(pin)).toBe('malformed');
    },
  );
  it.each(['1234', '4321', '0000', '1212', '1998', '2026', '56789', '665566'])(
    'refuses %s, which is guessed first',
    (pin) => {
      expect(pinProblem(pin)).toBe('pin-simple');
    },
  );
});
