import type { VisitorNotes, CounterId, DeviceId } from '@motcua/domain';
import type { CommandInput } from '@motcua/client';
import { useState } from 'react';
import type { CommandRunner } from '../page/command-runner.ts';
import { actRequest, type Words } from '../pad/pad-command.ts';
import { type AskedAction, isAsked, isOverruledByReason, plainAction } from './row-actions.ts';
import type { RowAction, RowRequest, VisitRow } from './visit-row.ts';

/** A question about a visit that has to be answered before a command can be sent. */
export type VisitAsk =
  | { readonly type: AskedAction; readonly row: VisitRow }
  | {
      readonly type: 'reason';
      readonly row: VisitRow;
      readonly action: RowRequest;
      readonly note: string | null;
    };

export interface VisitActions {
  readonly ask: VisitAsk | null;
  readonly send: (input: CommandInput) => void;
  /** Sends the command that undoes the last one. */
  readonly takeBack: (input: CommandInput) => void;
  readonly act: (row: VisitRow, action: RowAction) => void;
  readonly give: (row: VisitRow, action: RowRequest, words?: Words) => void;
  readonly setNotes: (row: VisitRow, care: VisitorNotes) => void;
  readonly printAgain: (row: VisitRow, kioskId: DeviceId) => void;
  readonly closeAsk: () => void;
}

/** The actions on visits in lists, from a counter or (null) from the floor. */
export function useVisitActions(runner: CommandRunner, counterId: CounterId | null): VisitActions {
  const [ask, setAsk] = useState<VisitAsk | null>(null);
  const send = (input: CommandInput) => {
    setAsk(null);
    void runner.run(input);
  };
  const takeBack = (input: CommandInput) => {
    setAsk(null);
    void runner.run(input, true);
  };
  const give: VisitActions['give'] = (row, action, { note = null, reason = null } = {}) => {
    const askWhy = () => setAsk({ type: 'reason', row, action, note });
    if (row.reasonFor.includes(action.type) && reason === null) return askWhy();
    setAsk(null);
    void runner.run(actRequest(row, counterId, action, { note, reason })).then((taken) => {
      const { refusal } = runner.getState();
      if (!taken && reason === null && refusal !== null && isOverruledByReason(refusal)) askWhy();
    });
  };
  const printAgain: VisitActions['printAgain'] = ({ visit }, kioskId) =>
    send({ type: 'print-again', visitId: visit.id, kioskId });
  return {
    ask,
    send,
    takeBack,
    give,
    act: (row, type) => {
      const [only, ...others] = row.kiosks;
      if (type === 'print-again' && only !== undefined && others.length === 0)
        return printAgain(row, only.id);
      if (isAsked(type)) return setAsk({ type, row });
      const action = plainAction(type);
      if (action !== null) give(row, action);
    },
    printAgain,
    setNotes: ({ visit }, care) => send({ type: 'set-care', visitId: visit.id, care }),
    closeAsk: () => setAsk(null),
  };
}
