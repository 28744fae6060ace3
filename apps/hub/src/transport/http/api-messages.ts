import { isMessageKey, toLanguage, texts } from '@motcua/i18n';
import { refusalAnswer } from '@motcua/protocol/http';
import type { FastifyInstance } from 'fastify';

export const API_V1 = '/api/v1/';

/** Other programs get a sentence beside each code, in the language that they accept; Vietnamese if none is named. */
export function addApiMessages(app: FastifyInstance): void {
  app.addHook('preSerialization', async ({ url, headers }, { statusCode }, payload) => {
    if (statusCode < 400 || !url.startsWith(API_V1)) return payload;
    const { success, data } = refusalAnswer.safeParse(payload);
    if (!success) return payload;
    const key = `refusal.${data.code}`;
    const t = texts(toLanguage(headers['accept-language']?.split(',')[0] ?? 'vi'));
    const message = isMessageKey(key) ? t(key, data.detail) : t('refusal.hub-unavailable');
    return { ...data, message };
  });
}
