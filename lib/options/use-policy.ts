import { useEffect, useState } from 'preact/hooks';
import { loadPolicy, NO_POLICY, type Policy, watchPolicy } from '../policy';

/** What the organisation that manages this browser has set. */
export function usePolicy(): Policy {
  const [policy, setPolicy] = useState(NO_POLICY);
  useEffect(() => {
    const refresh = () => void loadPolicy().then(setPolicy);
    refresh();
    return watchPolicy(refresh);
  }, []);
  return policy;
}
