import type { Printer } from '@motcua/printing';
import { createEscposTcpPrinter } from '@motcua/printing/drivers';

/** The printer itself, or the one at `tcp://host:port` (default port 9100). */
export function openPrinter(printer: Printer | string): Printer {
  if (typeof printer !== 'string') return printer;
  const { hostname, port } = new URL(printer);
  return createEscposTcpPrinter({ host: hostname, port: port === '' ? 9100 : Number(port) });
}
