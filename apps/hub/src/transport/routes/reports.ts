import { type LocalDate, ok, parsePeriod, periodText, refuse, type Result } from '@motcua/domain';
import { type Language, LANGUAGES } from '@motcua/i18n';
import { type PeriodFormat, type ReportFormat, reports } from '@motcua/protocol/http';
import type { FastifyReply } from 'fastify';
import { REPORT_CONTENT_TYPES, whyNoReport } from '../../reads/day-report.ts';
import { PERIOD_CONTENT_TYPES, whyNoPeriodReport } from '../../reads/period-report.ts';
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

  serve(reports.period, { only }, ({ query, reply }) =>
    sendPeriodReport(context, reply, query.period, 'json', 'vi'),
  );
  for (const [route, format] of [
    [reports.periodPdf, 'pdf'],
    [reports.periodCsv, 'csv'],
    [reports.periodXlsx, 'xlsx'],
  ] as const)
    serve(route, { only }, ({ query, reply }) => {
      const language = languageOf(query);
      if (!language.ok) return language;
      return sendPeriodReport(context, reply, query.period, format, language.value);
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

/** Refuses what names no period, and with `day-not-yet`. */
export function sendPeriodReport(
  { hub, services }: Pick<RouteContext, 'hub' | 'services'>,
  reply: FastifyReply,
  text: string,
  format: PeriodFormat,
  language: Language,
  complaints: number | null = null,
): Result<never> | 'sent' {
  const period = parsePeriod(text);
  if (!period.ok) return period;
  const no = whyNoPeriodReport(hub, period.value);
  if (no !== null) return { ok: false, refusal: no };
  if (format !== 'json')
    reply.header(
      'content-disposition',
      `attachment; filename="motcua-${periodText(period.value)}-${language}.${format}"`,
    );
  const shown = { period: period.value, format, language, complaints };
  const task = { type: 'period-report', ...shown } as const;
  return sendRead(reply, services.reader, task, PERIOD_CONTENT_TYPES[format]);
}
