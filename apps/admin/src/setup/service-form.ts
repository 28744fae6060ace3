import type {
  LocalText,
  QueueId,
  Service,
  ServiceGroup,
  ServiceGroupId,
  ServiceIcon,
  ServiceId,
} from '@motcua/domain';
import { containsWords } from '@motcua/i18n';
import { NO_TEXT, numberProblem, textProblem, tidyText } from '../forms/text-fields.ts';
import { problemsOf, type Problems } from '../forms/words.ts';

/** One paper a visitor brings; the id tells equal rows apart. */
export interface PaperRow {
  readonly id: string;
  readonly text: LocalText;
}

/** A service as it is typed. */
export interface ServiceForm {
  readonly name: LocalText;
  readonly groupId: ServiceGroupId | '';
  readonly queueId: QueueId | '';
  readonly code: string;
  readonly papers: readonly PaperRow[];
  readonly order: string;
  readonly usual: boolean;
  readonly active: boolean;
  readonly quick: boolean;
}

const MAX_PAPERS = 20;
const MAX_CODE_LENGTH = 40;

export function newServiceForm(services: readonly Service[]): ServiceForm {
  const order = Math.max(0, ...services.map((service) => service.order)) + 1;
  return {
    name: NO_TEXT,
    groupId: '',
    queueId: '',
    code: '',
    papers: [],
    order: String(Math.min(order, 9999)),
    usual: false,
    active: true,
    quick: false,
  };
}

export function toServiceForm(service: Service): ServiceForm {
  const { name, groupId, queueId, code, papers, order, usual, active, quick } = service;
  return {
    name,
    groupId,
    queueId,
    code: code ?? '',
    papers: papers.map((text, row) => ({ id: String(row), text })),
    order: String(order),
    usual,
    active,
    quick,
  };
}

/** Null while group and queue are not chosen. */
export function toService(id: ServiceId, form: ServiceForm): Service | null {
  const { groupId, queueId, papers } = form;
  if (groupId === '' || queueId === '') return null;
  return {
    id,
    groupId,
    queueId,
    name: tidyText(form.name),
    code: form.code.trim() === '' ? null : form.code.trim(),
    papers: papers.map(({ text }) => tidyText(text)),
    order: Number(form.order),
    usual: form.usual,
    active: form.active,
    quick: form.quick,
  };
}

export function checkService(form: ServiceForm): Problems {
  const tooMany = form.papers.length > MAX_PAPERS;
  const papers = form.papers.map(({ id, text }) => [`paper-${id}`, textProblem(text)] as const);
  return problemsOf({
    name: textProblem(form.name),
    groupId: form.groupId === '' ? { key: 'admin.problem-choose' } : null,
    queueId: form.queueId === '' ? { key: 'admin.problem-choose' } : null,
    code:
      form.code.trim().length > MAX_CODE_LENGTH
        ? { key: 'admin.problem-too-long', params: { most: MAX_CODE_LENGTH } }
        : null,
    order: numberProblem(form.order, 0, 9999),
    papers: tooMany ? { key: 'admin.problem-papers', params: { most: MAX_PAPERS } } : null,
    ...Object.fromEntries(papers),
  });
}

/** Services in their groups, only those in which every word of the query is found in some language. */
export function searchServices(
  groups: readonly ServiceGroup[],
  services: readonly Service[],
  query: string,
): readonly { readonly group: ServiceGroup; readonly services: readonly Service[] }[] {
  return groups
    .map((group) => ({
      group,
      services: services
        .filter(({ groupId }) => groupId === group.id)
        .filter(({ name, code }) => {
          const text = `${Object.values(name).join(' ')} ${code ?? ''}`;
          return containsWords(`${text} ${Object.values(group.name).join(' ')}`, query);
        }),
    }))
    .filter((found) => found.services.length > 0);
}

/** A group of services as it is typed. */
export interface GroupForm {
  readonly name: LocalText;
  readonly icon: ServiceIcon;
  readonly order: string;
}

export function newGroupForm(groups: readonly ServiceGroup[]): GroupForm {
  const order = Math.max(0, ...groups.map((group) => group.order)) + 1;
  return { name: NO_TEXT, icon: 'dots', order: String(Math.min(order, 9999)) };
}

export function toGroupForm({ name, icon, order }: ServiceGroup): GroupForm {
  return { name, icon, order: String(order) };
}

export function toGroup(id: ServiceGroupId, { name, icon, order }: GroupForm): ServiceGroup {
  return { id, name: tidyText(name), icon, order: Number(order) };
}

export function checkGroup({ name, order }: GroupForm): Problems {
  return problemsOf({ name: textProblem(name), order: numberProblem(order, 0, 9999) });
}
