import { describe, expect, it } from 'vitest';
import { aPerson } from '../example-mirror.ts';
import { checkPerson, inOrder } from './person-form.ts';

describe('checkPerson', () => {
  it.each([
    ['Phạm Văn Đức', 'duc', []],
    ['Phạm Văn Đức', ' Duc.PV ', []],
    ['', 'duc', ['name']],
    ['Đ'.repeat(81), 'duc', ['name']],
    ['Đức', 'đức', ['login']],
    ['Đức', 'd', ['login']],
    ['Đức', 'LAN', ['login']],
  ])('of %j with the login %j finds %j', (name, login, fields) => {
    expect(Object.keys(checkPerson({ name, login }, [aPerson()]))).toEqual(fields);
  });

  it('reports a login that is taken', () => {
    expect(checkPerson({ name: 'Lan', login: 'Lan' }, [aPerson()])['login']).toEqual({
      key: 'admin.problem-login-taken',
      params: { login: 'lan' },
    });
  });
});

describe('inOrder', () => {
  it('puts people who may sign in first and knows the Vietnamese alphabet', () => {
    const people = ['Đức', 'An', 'Dung'].map((name) => aPerson({ name }));
    const names = inOrder([aPerson({ name: 'Ánh', active: false }), ...people]);
    expect(names.map(({ name }) => name)).toEqual(['An', 'Dung', 'Đức', 'Ánh']);
  });
});
