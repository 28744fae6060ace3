import type { LocalText, PriorityGroup, PriorityGroupId, PriorityIcon } from '@motcua/domain';
import { NO_TEXT, numberProblem, textProblem, tidyText } from '../forms/text-fields.ts';
import { problemsOf, type Problems } from '../forms/words.ts';

/** A priority group as it is typed. */
export interface PriorityGroupForm {
  readonly name: LocalText;
  readonly icon: PriorityIcon;
  readonly sensitive: boolean;
  readonly atKiosk: boolean;
  readonly active: boolean;
  readonly order: string;
}

const LAST_PLACE = 9999;

export function newPriorityGroupForm(groups: readonly PriorityGroup[]): PriorityGroupForm {
  const order = Math.max(0, ...groups.map((group) => group.order)) + 1;
  return {
    name: NO_TEXT,
    icon: 'other',
    sensitive: false,
    atKiosk: true,
    active: true,
    order: String(Math.min(order, LAST_PLACE)),
  };
}

export function toPriorityGroupForm(group: PriorityGroup): PriorityGroupForm {
  const { name, icon, sensitive, atKiosk, active, order } = group;
  return { name, icon, sensitive, atKiosk, active, order: String(order) };
}

export function toPriorityGroup(id: PriorityGroupId, form: PriorityGroupForm): PriorityGroup {
  return { ...form, id, name: tidyText(form.name), order: Number(form.order) };
}

export function checkPriorityGroup({ name, order }: PriorityGroupForm): Problems {
  return problemsOf({ name: textProblem(name), order: numberProblem(order, 0, LAST_PLACE) });
}
