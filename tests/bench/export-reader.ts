import { timed } from './measure.ts';
import type { ExportRead } from './rows/export-pause.ts';

// A process of its own, because an export is read by another computer: its work is not part of a command's latency.
const [url = '', cookie = '', ...paths] = process.argv.slice(2);
let bytes = 0;
const ms = await timed(async () => {
  await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(new URL(path, url), { headers: { cookie } });
      if (!answer.ok || answer.body === null) throw new Error(`${path} answers ${answer.status}`);
      for await (const piece of answer.body) bytes += piece.length;
    }),
  );
});
process.send?.({ bytes, ms } satisfies ExportRead);
