import { type ApiScope, ok, REFUSAL_CODES, refuse, type Result } from '@motcua/domain';
import * as z from 'zod/mini';

/** One HTTP route of the hub; both ends read by its schemas. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Parameters stand in it as `:name`. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** Only with an API key that has it; absent: not with an API key. */
  readonly scope?: ApiScope;
  /** Of those, the ones that it reads itself. */
  readonly headers?: z.ZodMiniType;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** Absent: a file, or a stream. */
  readonly answer?: z.ZodMiniType;
}

type Part = 'params' | 'query' | 'body';
type SchemaOf<R extends HttpRoute, P extends Part | 'headers' | 'answer'> = Extract<
  R[P],
  z.ZodMiniType
>;

/** As it comes out of the parser. */
export type Parsed<R extends HttpRoute, P extends Part | 'headers' | 'answer'> = z.output<
  SchemaOf<R, P>
>;
/** What the hub answers, before it is written as JSON. */
export type AnswerInput<R extends HttpRoute> = z.input<SchemaOf<R, 'answer'>>;

/** What a caller gives: nothing for a part that the route does not take. */
export type Given<R extends HttpRoute> = {
  readonly [P in Extract<keyof R, Part>]: z.input<SchemaOf<R, P>>;
};
/** Nothing at all for a route that takes nothing. */
export type GivenArgs<R extends HttpRoute> =
  Extract<keyof R, Part> extends never ? readonly [] : readonly [given: Given<R>];

/** What every answer but a good one carries: a code that screens translate (`refusal.<code>`). */
export const refusalAnswer = z.object({
  code: z.string(),
  detail: z.optional(z.record(z.string(), z.string())),
  message: z.optional(z.string()).check(z.describe('the same for people; only below `/api/v1`')),
});

export interface HttpRequest {
  readonly method: HttpRoute['method'];
  /** With its query. */
  readonly path: string;
  /** JSON; null: no body. */
  readonly body: string | null;
}

/** The request that a route describes. */
export function toRequest<R extends HttpRoute>(
  route: R,
  given: Partial<Record<Part, unknown>> = {},
): HttpRequest {
  const params = entriesOf(given.params);
  const path = route.path.replaceAll(/:(\w+)/g, (whole, name: string) => {
    const value = params.find(([key]) => key === name)?.[1];
    return value === undefined ? whole : encodeURIComponent(value);
  });
  const query = entriesOf(given.query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  return {
    method: route.method,
    path: query === '' ? path : `${path}?${query}`,
    body: given.body === undefined ? null : JSON.stringify(given.body),
  };
}

/** Reads a good answer; refuses with `hub-unavailable` what no hub of this version answers. */
export function readAnswer<R extends HttpRoute>(
  { answer }: R,
  json: unknown,
): Result<Parsed<R, 'answer'>> {
  const parsed = answer?.safeParse(json);
  // The schema is the one that the type was inferred from.
  return parsed?.success === true
    ? ok(parsed.data as Parsed<R, 'answer'>)
    : refuse('hub-unavailable');
}

/** Reads any other answer; the status decides where it names no known code. */
export function readRefusal(status: number, json: unknown): Result<never> {
  const { code: named, detail } = refusalAnswer.safeParse(json).data ?? {};
  const code = REFUSAL_CODES.find((each) => each === named);
  if (code !== undefined) return refuse(code, detail);
  if (status === 429) return refuse('too-many-requests');
  return refuse(status === 401 ? 'sign-in-first' : 'hub-unavailable');
}

/** Absent parameters are not sent. */
function entriesOf(values: unknown): [string, string][] {
  return Object.entries(values ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
}
