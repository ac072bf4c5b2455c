import type { AttributionEvent } from '../../model/event';

/**
 * STIX confidence, 0 to 100. `low`, `moderate` and `high` take the points of STIX 2.1's own scale "None / Low /
 * Med / High" (appendix A): 15, 50, 85. `confirmed`, said outright and without a doubt, takes 95, the point of
 * "almost certain" in its DNI scale. `unstated` is left out, as STIX asks for what is not specified. The wording
 * itself stands in the extension.
 */
const POINTS = { confirmed: 95, high: 85, moderate: 50, low: 15, unstated: undefined } as const;

export function stixConfidence({ confidence }: AttributionEvent): number | undefined {
  return POINTS[confidence?.level ?? 'unstated'];
}
