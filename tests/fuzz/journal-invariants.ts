import type { CounterId, Visit, VisitId, VisitIn } from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { Journal } from '@motcua/store';

/** Violations of the journal's invariants, one per line. */
export function violationsIn(journal: Pick<Journal, 'eachCommand'>): readonly string[] {
  const wrong: string[] = [];
  const numbers = new Set<string>();
  const visits = new Map<VisitId, Visit>();
  const attendedAt = new Map<CounterId, Set<VisitId>>();

  function look(change: Change): void {
    if (change.type !== 'ticket-issued' && change.type !== 'visit-changed') return;
    const { visit } = change;
    const before = visits.get(visit.id);
    const say = (what: string) => wrong.push(`${change.seq}: ${visit.ticket.number} ${what}`);
    // A visit kept overnight keeps its number, which is not issued again on the next day.
    const stays = change.type === 'visit-changed' && change.action === 'roll-over';
    if (change.type === 'ticket-issued' || stays) {
      const number = `${visit.day} ${visit.ticket.number}`;
      if (numbers.has(number)) say(`was given twice on ${visit.day}`);
      numbers.add(number);
    }
    if (change.type === 'visit-changed' && before === undefined)
      say('was changed before it was issued');
    if (before !== undefined) {
      if (visit.arrivedAt !== before.arrivedAt) say('arrived at another time');
      if (stays ? visit.day <= before.day : visit.day !== before.day)
        say(`moved from ${before.day} to ${visit.day}`);
      if (visit.ticket.number !== before.ticket.number) say('got another number');
      if (isAttended(before) && isAttended(visit) && before.counterId !== visit.counterId)
        say(`was taken from ${before.counterId} to ${visit.counterId}`);
    }
    if (before !== undefined && isAttended(before))
      attendedAt.get(before.counterId)?.delete(visit.id);
    if (isAttended(visit))
      attendedAt.set(visit.counterId, (attendedAt.get(visit.counterId) ?? new Set()).add(visit.id));
    visits.set(visit.id, visit);
  }

  for (const command of journal.eachCommand()) {
    for (const change of command) look(change);
    for (const [counterId, here] of attendedAt)
      if (here.size > 1)
        wrong.push(`${command[0]?.seq ?? 0}: ${counterId} has ${here.size} visits`);
  }
  return wrong;
}

function isAttended(visit: Visit): visit is VisitIn<'called' | 'serving'> {
  return visit.state === 'called' || visit.state === 'serving';
}
