import type {
  CommandId,
  CounterId,
  Device,
  DeviceId,
  DeviceRole,
  LocalDate,
  Person,
  PersonId,
  PersonRole,
} from '@motcua/domain';
import type { Command, DoorEvent, Seq } from '@motcua/protocol';

/** Who stands behind a command: a paired device, a signed-in person, or both; all null: a stranger. */
export interface Identity {
  readonly deviceId: DeviceId | null;
  readonly deviceRole: DeviceRole | null;
  readonly personId: PersonId | null;
  readonly personRole: PersonRole | null;
  /** The computer from which a person acts; a device's name says where it stands. */
  readonly address?: string;
}

/** Its own clock and its owner's console. Recognised as this very object, so that no stranger can look like it. */
export const THE_HUB_ITSELF: Identity = {
  deviceId: null,
  deviceRole: null,
  personId: null,
  personRole: null,
};

/** The wire's commands, and those that only the hub's own doors and clock may give. */
export type HubCommand = Command | InternalCommand;
export type InternalCommand = { readonly commandId: CommandId } & (
  | { readonly type: 'put-person'; readonly person: Person }
  | { readonly type: 'put-device'; readonly device: Device }
  | {
      readonly type: 'note-at-the-door';
      readonly event: DoorEvent;
      readonly subject: string | null;
    }
  | { readonly type: 'forget-visits'; readonly through: LocalDate; readonly lastSeq: Seq }
  | { readonly type: 'close-day' }
  | { readonly type: 'expire-announcements' }
  | { readonly type: 'mark-missed' }
  /** Whether the page of the clerk there is connected. */
  | {
      readonly type: 'note-attendance';
      readonly counterId: CounterId;
      readonly attended: boolean;
    }
  | { readonly type: 'doubt-numbers'; readonly awaited: readonly DeviceId[] }
);
export type HubCommandType = HubCommand['type'];
export type HubCommandOf<T extends HubCommandType> = Extract<HubCommand, { type: T }>;
