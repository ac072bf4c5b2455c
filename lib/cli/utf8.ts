const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** Decodes without a byte order mark; what is not UTF-8 becomes U+FFFD, and `valid` says so. */
export function decodeUtf8(bytes: Uint8Array): { text: string; valid: boolean } {
  try {
    return { text: strict.decode(bytes), valid: true };
  } catch (error) {
    // Anything but bad bytes, such as more text than a string can hold, is the caller's business.
    if (!(error instanceof TypeError) || (error as { code?: string }).code === 'ERR_STRING_TOO_LONG') throw error;
    return { text: lenient.decode(bytes), valid: false };
  }
}
