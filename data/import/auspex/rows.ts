/**
 * What of AUSPEX's files is read. Its texts, ratings and assessments have no field here; names of rows and titles
 * of pages are read for the groups and acts that they name, and are not kept.
 */
export interface EventRow {
  id: string;
  name?: string;
  start_date?: string;
  end_date?: string | null;
  disclosure_date?: string | null;
  incident_type: string[];
  attributions: AttributionRow[];
  targets?: { target_id: string; country?: string; role: string }[];
  sources: string[];
}

export interface AttributionRow {
  actor_id: string | null;
  attributing_org?: string;
  attributing_org_confidence: 'high' | 'moderate' | 'low';
  attribution_level?: 'named-unit' | 'named-actor' | 'nation' | 'activity-cluster' | null;
  attribution_date: string;
  attribution_source_id: string | null;
}

export interface SourceRow {
  id: string;
  kind: string;
  publisher: string;
  title?: string | null;
  url: string | null;
  published_on: string | null;
}

export interface TargetRow {
  id: string;
  name: string;
  nation_state_id?: string | null;
}

/** `uk` → `GB`; AUSPEX writes countries in lower case and Britain its own way. */
export function countryCode(code: string | null | undefined): string | undefined {
  if (code === 'uk') return 'GB';
  return code && /^[a-z]{2}$/.test(code) ? code.toUpperCase() : undefined;
}
