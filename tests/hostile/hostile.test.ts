import { SHORT } from './cases/load.ts';
import { describeGroups } from './describe-groups.ts';
import { groupsOf } from './groups.ts';

describeGroups(groupsOf(SHORT));
