import { checkSetting, isSettingUsed, ok, refuse, settingsOf } from '@motcua/domain';
import { refuseUndrawable } from '../drawn-names.ts';
import type { UseCase } from '../use-case.ts';

/** Adds or changes a setting; refuses what would not fit the rest. */
export const putSetting: UseCase<'put-setting'> = ({ state }, { setting }) => {
  const checked = checkSetting(state.settings.all(), setting);
  if (!checked.ok) return checked;
  const no = refuseUndrawable(setting.value);
  if (no !== null) return no;
  const before = state.settings.valueOf(setting);
  return ok([{ type: 'setting-changed', setting, before }]);
};

/** Removes what nothing else needs. */
export const removeSetting: UseCase<'remove-setting'> = ({ state }, { kind, id }) => {
  const { visits, bookings, counters, care } = state;
  const settings = state.settings.all();
  const before = settingsOf(settings, kind).find((item) => item.id === id);
  if (before === undefined) return refuse('setting-not-found', { kind, id });
  return isSettingUsed(kind, id, { settings, visits, bookings, counters, care })
    ? refuse('in-use', { kind, id })
    : ok([{ type: 'setting-removed', kind, id, before }]);
};
