import type { Server } from 'node:net';
import { createEscposServer } from './escpos-server.ts';
import { createPaperServer } from './paper-server.ts';
import type { PrinterState, PrinterStateChange } from './printer-state.ts';
import { createSlipBox, type Slip } from './printer-slips.ts';

export interface ThermalPrinterOptions {
  readonly host?: string;
  /** The port for ESC/POS; 0 (the default) chooses a free one. */
  readonly port?: number;
  /** The port of the page that shows its paper. */
  readonly httpPort?: number;
  readonly widthDots?: number;
  readonly keepSlips?: number;
}

export interface ThermalPrinter {
  readonly port: number;
  readonly httpPort: number;
  /** The printed slips, oldest first. */
  readonly slips: () => readonly Slip[];
  readonly state: () => PrinterState;
  readonly setState: (change: PrinterStateChange) => void;
  readonly openConnections: () => number;
  readonly close: () => Promise<void>;
}

/** Starts a network printer that draws what it receives. Throws when a port is taken. */
export async function startThermalPrinter(
  options: ThermalPrinterOptions = {},
): Promise<ThermalPrinter> {
  const { host = '127.0.0.1', port = 0, httpPort = 0, widthDots = 576, keepSlips = 200 } = options;
  const box = createSlipBox(keepSlips);
  const printer = createEscposServer({
    widthDots,
    onPaper: (paper) => paperServer.pushSlip(box.put(paper)),
    onState: (state) => paperServer.pushState(state),
  });
  const paperServer = await createPaperServer({ box, widthDots, printer });
  const usedPort = await listen(printer.server, port, host);
  try {
    await paperServer.app.listen({ port: httpPort, host });
  } catch (cause) {
    await printer.close();
    throw cause;
  }
  return {
    port: usedPort,
    httpPort: portOf(paperServer.app.server),
    slips: box.all,
    state: printer.state,
    setState: printer.setState,
    openConnections: printer.openConnections,
    async close() {
      await Promise.all([printer.close(), paperServer.close()]);
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(portOf(server));
    });
  });
}

function portOf(server: { address: () => ReturnType<Server['address']> }): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening');
  return address.port;
}
