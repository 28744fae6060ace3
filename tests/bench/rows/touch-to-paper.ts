import type { Row } from '../measure.ts';
import type { Stage } from '../stage.ts';
export async function touchToPaper(_stage: Stage): Promise<Row> {
  throw new Error('later');
}
