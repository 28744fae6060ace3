import { type LocalDate, ok, refuse, type Result } from '@motcua/domain';
import { type Language, LANGUAGES } from '@motcua/i18n';
import { type ReportFormat, reports } from '@motcua/protocol/http';
import type { FastifyReply } from 'fastify';
import { REPORT_CONTENT_TYPES, whyNoReport } from '../../reads/day-report.ts';
import { sendRead } from '../http/send-read.ts';
import type { Serve } from '../http/serve-route.ts';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import type { RouteContext } from './route-context.ts';

/** One of our languages, Vietnamese when none is named; refuses any other with `malformed`. */
export function languageOf({
  language = 'vi',
}: {
  language?: string | undefined;
}): Result<Language> {
  const known = LANGUAGES.find((each) => each === language);
  return known === undefined ? refuse('malformed', { at: 'query.language' }) : ok(known);
}

/** The day's report, to read, to print and to compute with. */
export function reportRoutes(serve: Serve, context: RouteContext): void {
  const only = ROUTE_ROLES.reports;
  serve(reports.day, { only }, ({ params, reply }) =>
    sendReport(context, reply, params.day, 'json', 'vi'),
  );
  for (const [route, format] of [
    [reports.dayPdf, 'pdf'],
    [reports.dayCsv, 'csv'],
  ] as const)
    serve(route, { only }, ({ params: { day }, query, reply }) => {
      const language = languageOf(query);
      if (!language.ok) return language;
      reply.header(
        'content-disposition',
        `attachment; filename="motcua-${day}-${language.value}.${format}"`,
      );
      return sendReport(context, reply, day, format, language.value);
    });
}

/** Refuses with `day-not-yet`. */
export function sendReport(
  { hub, services }: Pick<RouteContext, 'hub' | 'services'>,
  reply: FastifyReply,
  day: LocalDate,
  format: ReportFormat,
  language: Language,
): Result<never> | 'sent' {
  const no = whyNoReport(hub, day);
  if (no !== null) return { ok: false, refusal: no };
  const task = { type: 'day-report', day, format, language } as const;
  return sendRead(reply, services.reader, task, REPORT_CONTENT_TYPES[format]);
}
