/** A name that cannot exist (RFC 6761), put in the place of accounts.google.com by a flag of ours. */
export const CHROMIUM_ACCOUNTS_HOST = 'chromium-accounts.invalid';

/**
 * Hosts that a browser asks by itself and that no preference or flag switches off (Chromium 156, Firefox 153).
 * Chromium lists the signed-in accounts at every start, in every profile. Firefox asks nothing (watched for 100 s). Only names that
 * no extension would ask may stand here: what is listed is not seen by the tests.
 */
export const BROWSERS_OWN_HOSTS: readonly string[] = [CHROMIUM_ACCOUNTS_HOST];
