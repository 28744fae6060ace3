import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { texts } from '@motcua/i18n';
import { type PageName, PAGES } from '../../config.ts';
import type { FastifyInstance } from 'fastify';
import { escapeHtml, htmlPage } from '../http/html.ts';
import type { RouteContext } from './route-context.ts';

/** Built files carry a hash of their content in the name, so a name never means something else. */
const A_YEAR_S = 31_536_000;
const A_DAY_S = 86_400;

/** The pages as vite built them, and the voice packs. Addresses within a page are routed by the page itself. */
export async function pageRoutes(app: FastifyInstance, { config }: RouteContext): Promise<void> {
  await app.register(fastifyStatic, { serve: false, root: config.voiceDir, redirect: false });

  const files = async (
    prefix: string,
    root: string | string[],
    maxAgeOf: (path: string) => number,
  ) =>
    app.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: false,
      cacheControl: false,
      dotfiles: 'deny',
      preCompressed: true,
      setHeaders: (reply, path) => {
        const age = maxAgeOf(path);
        reply.header('cache-control', age === 0 ? 'no-cache' : `public, max-age=${age}`);
      },
    });

  for (const page of PAGES) {
    const root = config.pageDirs[page];
    if (existsSync(root))
      await files(`/${page}/`, root, (path) => (/[\\/]assets[\\/]/.test(path) ? A_YEAR_S : 0));
    app.get(`/${page}`, { schema: { hide: true } }, async ({ url }, reply) =>
      reply.redirect(`/${page}/${url.slice(page.length + 1)}`, 308),
    );
  }
  // The centre's own recordings come first; an update of the program never overwrites them.
  const voices = [resolve(config.dataDir, 'voice'), config.voiceDir].filter((dir) =>
    existsSync(dir),
  );
  if (voices.length > 0) await files('/voice/', voices, () => A_DAY_S);

  app.setNotFoundHandler(async ({ method, url, headers }, reply) => {
    const page = PAGES.find((name) => url.startsWith(`/${name}/`));
    const wantsPage = method === 'GET' && headers.accept?.includes('text/html') === true;
    if (page === undefined || !wantsPage) return reply.status(404).send({ code: 'not-found' });
    reply.header('cache-control', 'no-cache');
    const root = config.pageDirs[page];
    if (existsSync(join(root, 'index.html'))) return reply.sendFile('index.html', root);
    return reply.status(503).type('text/html; charset=utf-8').send(notBuilt(page));
  });
}

function notBuilt(page: PageName): string {
  const rows = (['vi', 'en', 'de'] as const).map(
    (language) => `<p lang="${language}">${escapeHtml(texts(language)('hub.not-built'))}</p>`,
  );
  return htmlPage({ title: texts('vi')(`hub.${page}`), language: 'vi', body: rows.join('\n') });
}
