// SPDX-License-Identifier: AGPL-3.0-or-later
// The headers of every answer, in one place; hardening.test.ts holds them against OWASP's list and says what differs.
import type { secureHeaders } from 'hono/secure-headers';

/** What no page of ours asks the browser for. */
const UNUSED = [
  'accelerometer',
  'autoplay',
  'camera',
  'displayCapture',
  'encryptedMedia',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idleDetection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'pictureInPicture',
  'publickeyCredentialsGet',
  'screenWakeLock',
  'serial',
  'syncXhr',
  'usb',
  'xrSpatialTracking',
] as const;

/** What every answer tells the browser: OWASP's list of secure headers. */
export const HEADERS: Parameters<typeof secureHeaders>[0] = {
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  xFrameOptions: 'DENY',
  // Without any referrer a browser does not even say that a form is of our own page.
  referrerPolicy: 'same-origin',
  crossOriginEmbedderPolicy: 'require-corp',
  permissionsPolicy: Object.fromEntries(UNUSED.map((feature) => [feature, []])),
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // Widths and colours that are data are set by script; the pages that stand alone add theirs by its hash.
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    // The report carries its typeface inside.
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};
