import { isCalendarDay, type LocalDate } from '@motcua/domain';
import { type Language, LANGUAGES } from '@motcua/i18n';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { REPORT_CONTENT_TYPES, type ReportFormat, whyNoReport } from '../../reads/day-report.ts';
import { answerRefusal, type HttpApp } from '../http/answers.ts';
import { sendRead } from '../http/send-read.ts';
import { DOORS } from '../../identity/rights.ts';
import type { RouteContext } from './route-context.ts';

export const dayInput = z
  .string()
  .refine(isCalendarDay, 'a day is written as 2026-11-23')
  .transform((day) => day as LocalDate);
export const languageInput = z.enum([LANGUAGES[0] ?? 'vi', ...LANGUAGES.slice(1)]).default('vi');

/** The day's report, to look at, to print and to compute with. */
export function reportRoutes(app: HttpApp, { hub, guard, upkeep }: RouteContext): void {
  const onRequest = guard.only(...DOORS.reports);
  const addresses = [
    ['/api/reports/day/:day', 'json', 'The figures of one day'],
    ['/api/reports/day/:day.pdf', 'pdf', 'The same as a page to print and sign'],
    ['/api/reports/day/:day.csv', 'csv', 'The same for a spreadsheet'],
  ] as const;

  for (const [url, format, summary] of addresses)
    app.get(
      url,
      {
        onRequest,
        schema: {
          summary,
          params: z.object({ day: dayInput }),
          querystring: z.object({ language: languageInput }),
        },
      },
      ({ params, query }, reply) => sendReport(reply, params.day, format, query.language),
    );

  function sendReport(
    reply: FastifyReply,
    day: LocalDate,
    format: ReportFormat,
    language: Language,
  ): FastifyReply {
    const no = whyNoReport(hub, day);
    if (no !== null) return answerRefusal(reply, no);
    if (format !== 'json')
      reply.header(
        'content-disposition',
        `attachment; filename="motcua-${day}-${language}.${format}"`,
      );
    const task = { type: 'day-report', day, format, language } as const;
    return sendRead(reply, upkeep.reader, task, REPORT_CONTENT_TYPES[format]);
  }
}
