/** What happens to what is read. Each sentence states an invariant of the code: change one, change both. */
export function PrivacySection() {
  return (
    <section class="sec" id="privacy" aria-labelledby="privacy-title">
      <h2 id="privacy-title">Privacy</h2>
      <p class="lead">What you read stays with you. There is no account, no server and no statistics.</p>
      <dl class="facts">
        <dt>Text of pages</dt>
        <dd>
          It never leaves this browser. Names are looked up in the dataset inside the extension, and the text itself is
          not stored.
        </dd>
        <dt>Network</dt>
        <dd>
          The extension fetches nothing unless you add a data feed. Then the feed’s server sees that this browser asked
          for the feed, and nothing of what you read. A source is opened only when you follow its link.
        </dd>
        <dt>These settings</dt>
        <dd>
          Stored by this browser on this device, with the list of sites. They are not synchronised, and go when you
          remove the extension.
        </dd>
        <dt>Names on open pages</dt>
        <dd>
          For each open tab the browser’s memory holds which names its page has, how often and in what spelling, for the
          popup and the toolbar icon. This goes when the tab moves on or closes, at the latest with the browser.
        </dd>
      </dl>
    </section>
  );
}
