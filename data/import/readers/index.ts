import type { Reader } from '../proposal';
import { attackCampaigns } from './attack-campaigns';
import { attackGroups } from './attack-groups';
import { auspexActors } from './auspex-actors';
import { auspexEvents } from './auspex-events';
import { auspexPolicy } from './auspex-policy';
import { euListings } from './eu-listings';
import { microsoft } from './microsoft';
import { mispActors } from './misp-actors';
import { mispAgencies } from './misp-agencies';
import { mispRansomware } from './misp-ransomware';
import { ofac } from './ofac';

/** Every reader, in the order in which they run: entities before what refers to them. */
export const READERS: readonly Reader[] = [
  mispAgencies,
  attackGroups,
  mispActors,
  mispRansomware,
  microsoft,
  auspexActors,
  auspexEvents,
  auspexPolicy,
  attackCampaigns,
  ofac,
  euListings,
];
