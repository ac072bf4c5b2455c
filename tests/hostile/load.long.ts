import { LONG, loadOf } from './cases/load.ts';
import { describeGroups } from './describe-groups.ts';

/** The whole weight of what every commit bears a part of: `npm run test:long`. */
describeGroups([loadOf(LONG)]);
