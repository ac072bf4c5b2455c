import { CONFIDENCE_LEVELS, EVENT_KINDS, STRENGTHS } from '../../model/event';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const date = { type: 'string', description: 'YYYY, YYYY-MM or YYYY-MM-DD, as precise as it is known' };
const oneOf = (values: readonly string[]) => ({ enum: [...values] });

/**
 * JSON Schema of our property extension, carried in its extension-definition. What is true of an event stands
 * on relationships, notes and opinions; what is true of an entity, on SDOs.
 */
export const EXTENSION_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Public attribution',
  type: 'object',
  required: ['extension_type'],
  additionalProperties: false,
  properties: {
    extension_type: { const: 'property-extension' },
    record: { ...text, description: 'id of the record in the dataset' },
    review: oneOf(['reviewed', 'unreviewed']),

    event_date: date,
    event_kind: oneOf(EVENT_KINDS),
    statement: { ...text, description: 'the same on all objects that come of one joint text' },
    mode: oneOf(['independent', 'joint', 'supports']),
    speaker_country: text,
    speaker_refs: { ...texts, description: 'agencies, organisation or group that spoke' },
    strength: oneOf(STRENGTHS),
    wording: { ...text, description: 'the statement’s own term for the accused' },
    persons: {
      type: 'array',
      items: { type: 'object', required: ['name', 'standing'], properties: { name: text, standing: text } },
    },
    confidence_level: oneOf(CONFIDENCE_LEVELS),
    confidence_wording: text,
    confidence_scale: text,
    responses: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind', 'by', 'date'],
        properties: { kind: text, by: text, date, ref: text },
      },
    },
    answers: { ...texts, description: 'ids of the events that this one denies, disputes or retracts' },
    supersedes: text,

    category: { ...text, description: 'class of the group, type of the agency, kind of the incident' },
    country: text,
    parent_ref: text,
    agency_ref: { ...text, description: 'agency that lists file the group under' },
    successor_ref: text,
    motives: texts,
    names: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'relation'],
        properties: { name: text, relation: text, named_by: texts, lang: text, valid_from: date, valid_to: date },
      },
    },
    active_from: date,
    active_to: date,
    existed_from: date,
    existed_to: date,
    started: date,
    ended: date,
    discovered: date,
    disclosed: date,
    victims: {
      type: 'array',
      items: { type: 'object', properties: { name: text, identity_ref: text, country: text } },
    },
    mentions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['refs', 'count', 'written'],
        properties: { refs: texts, count: { type: 'integer' }, written: texts },
      },
    },
  },
};
