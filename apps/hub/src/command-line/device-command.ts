import { DEVICE_ROLES, type PairedRole } from '@motcua/domain';
import { Command, Option } from 'commander';
import type { CommandLine } from './command-line.ts';

interface Add {
  readonly role: PairedRole;
  readonly name: string;
  readonly data: string;
}
interface OnData {
  readonly data: string;
}

/** `motcua device …`: machines that may connect to the hub. */
export function deviceCommand({
  withAdministration,
  print,
  hint,
  dataOption,
}: CommandLine): Command {
  const device = new Command('device')
    .description('Pair and revoke devices')
    .addHelpText('after', '\nExample:\n  motcua device list\n');

  device
    .command('add')
    .description('Pair a kiosk, a counter or a display; prints its token, once')
    .addOption(
      new Option('--role <role>', 'what it is').choices(DEVICE_ROLES).makeOptionMandatory(),
    )
    .requiredOption('--name <name>', 'what people call it')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua device add --role kiosk --name "Kiosk 1"\n')
    .action(({ role, name, data }: Add) =>
      withAdministration(data, async (administration) => {
        const added = await administration.addDevice({ role, name });
        print(added.token);
        hint(`${name} (${role}) is paired as ${added.device.id}.`);
        hint('The token above is shown only now: give it to the device and keep it secret.');
      }),
    );

  device
    .command('list')
    .description('All devices, and which are revoked')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua device list --data ./data\n')
    .action(({ data }: OnData) =>
      withAdministration(data, async (administration) => {
        const devices = await administration.devices();
        for (const { id, role, name, revoked } of devices)
          print([id, role, revoked ? 'revoked' : 'active', name].join('\t'));
        if (devices.length === 0) hint('No device has been paired yet.');
      }),
    );

  device
    .command('revoke')
    .description('Revoke a device, at once and for ever')
    .argument('<id>', 'as `device list` shows it')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua device revoke kiosk-2f1c0a9e-…\n')
    .action((id: string, { data }: OnData) =>
      withAdministration(data, async (administration) => {
        const { name } = await administration.revokeDevice(id);
        hint(`${name} is revoked.`);
      }),
    );

  device
    .command('waiting')
    .description('Devices that show a code and wait for approval')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua device waiting\n')
    .action(({ data }: OnData) =>
      withAdministration(data, async (administration) => {
        const waiting = await administration.waitingPairings();
        for (const { code, role, address, name } of waiting)
          print([code, role, address, name].join('\t'));
        if (waiting.length === 0) hint('No device waits for approval.');
      }),
    );

  device
    .command('refuse')
    .description('Refuse a device that waits for approval; it shows the refusal')
    .argument('<code>', 'as `device waiting` shows it')
    .addOption(dataOption())
    .addHelpText('after', '\nExample:\n  motcua device refuse 481902\n')
    .action((code: string, { data }: OnData) =>
      withAdministration(data, async (administration) => {
        const { name, address } = await administration.refusePairing(code);
        hint(`${name} at ${address} was refused.`);
      }),
    );

  return device;
}
