import type {
  CommandId,
  CounterId,
  Device,
  DeviceId,
  DeviceRole,
  ImportKind,
  Instant,
  LocalDate,
  Person,
  PersonId,
  PersonRole,
} from '@motcua/domain';
import type { SetupStep } from '@motcua/domain/setup';
import type { AccessEvent, Command, Fact, ImportCounts, Seq } from '@motcua/protocol';

/** The sender of a command: a paired device, a signed-in person, or both; all null: unauthenticated. */
export interface Identity {
  readonly deviceId: DeviceId | null;
  readonly deviceRole: DeviceRole | null;
  readonly personId: PersonId | null;
  readonly personRole: PersonRole | null;
  /** The computer from which a person acts; a device's name says where it stands. */
  readonly address?: string;
}

/** Its own clock and its owner's console. Recognised as this very object, so that no client can imitate it. */
export const THE_HUB_ITSELF: Identity = {
  deviceId: null,
  deviceRole: null,
  personId: null,
  personRole: null,
};

/** The wire's commands, and those that only the hub itself may give. */
export type HubCommand = Command | InternalCommand;
export type InternalCommand = { readonly commandId: CommandId } & (
  | { readonly type: 'put-person'; readonly person: Person }
  | { readonly type: 'put-device'; readonly device: Device }
  | {
      readonly type: 'record-access';
      readonly event: AccessEvent;
      readonly subject: string | null;
      readonly count?: number;
    }
  | { readonly type: 'apply-setup'; readonly step: SetupStep }
  | { readonly type: 'forget-visits'; readonly through: LocalDate; readonly lastSeq: Seq }
  | {
      /** Writes what was decided beside the hub on the data up to `seq`. */
      readonly type: 'import-table';
      readonly importId: string;
      readonly kind: ImportKind;
      readonly seq: Seq;
      readonly counts: ImportCounts;
      readonly facts: readonly Fact[];
      /** The import that this takes back; null: none. */
      readonly takesBack: string | null;
    }
  | { readonly type: 'close-day' }
  | {
      /** Confirms a clock that the hub had not trusted: `at` is right, and so is the day that it is then. */
      readonly type: 'confirm-clock';
      readonly at: Instant;
      /** Since when the hub used a time of its own; null: it followed the clock. */
      readonly since: Instant | null;
      /** By how much that time was behind; negative: ahead. */
      readonly movedMs: number;
    }
  | { readonly type: 'expire-announcements' }
  | { readonly type: 'mark-missed' }
  /** `since`: the last day of which it has data. */
  | { readonly type: 'note-lost-history'; readonly since: LocalDate }
  /** Whether the page of the clerk there is connected. */
  | {
      readonly type: 'note-attendance';
      readonly counterId: CounterId;
      readonly attended: boolean;
    }
);
export type HubCommandType = HubCommand['type'];
export type HubCommandOf<T extends HubCommandType> = Extract<HubCommand, { type: T }>;
