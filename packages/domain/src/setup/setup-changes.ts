import { ok, refuse, type Result } from '../result.ts';
import { sameValue } from '../same-value.ts';
import { checkSetting, isSettingUsed, type SettingUse } from '../site/setting-rules.ts';
import {
  LISTED_KINDS,
  type ListedKind,
  type Setting,
  type SettingOf,
  type Settings,
  settingsOf,
  withoutSetting,
} from '../site/settings.ts';

/** One setting that a set-up adds, changes or removes. */
export type SetupChange =
  | { readonly type: 'add' | 'change'; readonly setting: Setting }
  | { readonly type: 'remove'; readonly kind: ListedKind; readonly value: SettingOf<ListedKind> };

/** What leads from these settings to the wanted ones: first what is added and changed, then what is removed. */
export function setupChanges(before: Settings, wanted: Settings): readonly SetupChange[] {
  const single = [
    { kind: 'site', value: wanted.site },
    { kind: 'safekeeping', value: wanted.safekeeping },
  ] as const;
  return [
    ...single
      .filter(({ kind, value }) => !sameValue(before[kind], value))
      .map((setting): SetupChange => ({ type: 'change', setting })),
    ...LISTED_KINDS.flatMap((kind) => putsOf(kind, before, wanted)),
    ...LISTED_KINDS.flatMap((kind) => removalsOf(kind, before, wanted)),
  ];
}

/** Whether the wanted settings fit each other, and nothing that is still needed is removed. */
export function checkSetup(
  wanted: Settings,
  changes: readonly SetupChange[],
  use: Omit<SettingUse, 'settings'>,
): Result<null> {
  for (const change of changes) {
    const checked = change.type === 'remove' ? checkRemoval(change) : checkPut(change.setting);
    if (!checked.ok) return checked;
  }
  return ok(null);

  function checkPut(setting: Setting): Result<null> {
    const { kind, value } = setting;
    // A queue is compared with the others only, as if it were new: nothing of the former set-up counts.
    const others =
      kind === 'site' || kind === 'safekeeping' ? wanted : withoutSetting(wanted, kind, value.id);
    return checkSetting(others, setting);
  }

  function checkRemoval({ kind, value }: Extract<SetupChange, { type: 'remove' }>): Result<null> {
    return isSettingUsed(kind, value.id, { settings: wanted, ...use })
      ? refuse('in-use', { kind, id: value.id, name: value.name.vi })
      : ok(null);
  }
}

function putsOf<K extends ListedKind>(
  kind: K,
  before: Settings,
  wanted: Settings,
): readonly SetupChange[] {
  const known = new Map(settingsOf(before, kind).map((item) => [item.id as string, item]));
  return settingsOf(wanted, kind)
    .filter((item) => !sameValue(known.get(item.id), item))
    .map((value) => ({
      type: known.has(value.id) ? 'change' : 'add',
      setting: settingOf(kind, value),
    }));
}

function removalsOf(kind: ListedKind, before: Settings, wanted: Settings): readonly SetupChange[] {
  const kept = new Set<string>(settingsOf(wanted, kind).map(({ id }) => id));
  return settingsOf(before, kind)
    .filter(({ id }) => !kept.has(id))
    .map((value) => ({ type: 'remove', kind, value }));
}

/** Sound: each kind has values of its own type. */
function settingOf<K extends ListedKind>(kind: K, value: SettingOf<K>): Setting {
  return { kind, value } as Setting;
}
