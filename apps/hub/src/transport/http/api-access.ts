import type { ApiScope } from '@motcua/domain';
import type { Hub } from '../../engine/hub.ts';
import type { KeyUses } from '../../identity/key-uses.ts';
import { createTokenBuckets } from '../token-bucket.ts';
import { answerRefusal } from './answer-refusal.ts';
import type { Guard } from './guard.ts';
import type { Hook } from './serve-route.ts';

/** Of one API key in the long run; ten seconds' worth may come at once. */
const REQUESTS_PER_SECOND = 5;

/** The hook of routes that need an API key with a scope. */
export function createApiAccess(
  hub: Hub,
  { identityOf }: Guard,
  uses: KeyUses,
): (scope: ApiScope) => Hook {
  const mayAsk = createTokenBuckets(REQUESTS_PER_SECOND, () => performance.now());
  return (scope) => async (request, reply) => {
    const { deviceId } = identityOf(request);
    const key = deviceId === null ? undefined : hub.state.devices.get(deviceId);
    if (key?.role !== 'program')
      return answerRefusal(reply, { code: 'api-key-unknown', detail: {} });
    if (!mayAsk(key.id)) return answerRefusal(reply, { code: 'too-many-requests', detail: {} });
    const isInScope = key.scopes?.includes(scope) === true;
    uses.count(key.id, !isInScope);
    return isInScope
      ? undefined
      : answerRefusal(reply, { code: 'scope-missing', detail: { scope } });
  };
}
