import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { texts } from '@motcua/i18n';
import { type Config, PAGES } from '../../config.ts';
import type { FastifyInstance } from 'fastify';
import { escapeHtml, fontFacesOf, HOME_CSS, htmlPage } from '../http/html.ts';
import type { RouteContext } from './route-context.ts';

const [vi, en, de] = [texts('vi'), texts('en'), texts('de')];

/** Links to the pages, in three languages at once. */
export function homeRoutes(app: FastifyInstance, { hub, config }: RouteContext): void {
  const css = builtFonts(config) + HOME_CSS;

  app.get('/', { schema: { hide: true } }, async (_request, reply) => {
    const { site } = hub.state.settings;
    const links = PAGES.map(
      (page) => `<li><a href="/${page}/"><strong>${escapeHtml(vi(`hub.${page}`))}</strong>
        <span lang="en">${escapeHtml(en(`hub.${page}`))}</span>
        <span lang="de">${escapeHtml(de(`hub.${page}`))}</span></a></li>`,
    );
    reply.header('cache-control', 'no-cache');
    return reply.type('text/html; charset=utf-8').send(
      htmlPage({
        title: site.name.vi,
        language: 'vi',
        body: `<h1>${escapeHtml(site.name.vi)}</h1>
          <p>${escapeHtml(site.authority.vi === site.name.vi ? vi('hub.title') : site.authority.vi)}</p>
          <ul>${links.join('\n')}</ul>`,
      }),
    );
  });

  app.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) =>
    reply.status(204).header('cache-control', 'max-age=86400').send(),
  );

  app.get('/home.css', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(css),
  );
}

/** The fonts of a built page; before the pages are built, those of the machine. */
function builtFonts({ pageDirs }: Pick<Config, 'pageDirs'>): string {
  const folder = join(pageDirs.counter, 'assets');
  if (!existsSync(folder)) return '';
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
  return sheets
    .map((name) => fontFacesOf(readFileSync(join(folder, name), 'utf8'), '/counter/assets/'))
    .join('\n');
}
