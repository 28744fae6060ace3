import { addDays, ok, refuse } from '@motcua/domain';
import type { UseCase } from '../use-case.ts';

/** Single visits of days that are older than the centre keeps them. Refuses younger days. */
export const forgetVisits: UseCase<'forget-visits'> = ({ state }, { through, lastSeq }) => {
  const { retentionDays } = state.settings.site;
  return through < addDays(state.today, -retentionDays)
    ? ok([{ type: 'visits-forgotten', through, lastSeq }])
    : refuse('action-not-allowed');
};
