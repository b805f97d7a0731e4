// SPDX-License-Identifier: AGPL-3.0-or-later
// What an attacker sends instead of what is asked for: texts, bytes, types and headers.
import fc from 'fast-check';

/** Texts that have brought down other programs. */
const HOSTILE = [
  '',
  ' ',
  "'",
  '"',
  "' or '1'='1",
  "'; drop table contacts; --",
  "web') union all select name, password from accounts --",
  '{from:DateTime64}',
  '{{7*7}}`id`$(id)',
  '\\',
  '\\N',
  '\0',
  'a\0b',
  'a\tb\nc\r\nX-Injected: 1',
  '../../../../etc/passwd',
  '..\\..\\..\\boot.ini',
  'file:///etc/passwd',
  'https://evil.example/',
  '//evil.example',
  'javascript:alert(1)',
  '\ud800',
  'a\udc00b',
  '\ufeff\u202e\uffff',
  '🤓'.repeat(300),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=cmd|"/c calc"!A1',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'null',
  'NaN',
  'true',
  '0',
  '-1',
  '1.5',
  '1e309',
  '9'.repeat(400),
  '0000-00-00',
  '2020-02-31',
  '-000001-01-01',
  '1969-12-31',
  '2149-06-07',
  '9999-12-31',
  '+275760-09-13',
  '0001-01-01..9999-12-31',
  '1990-01-01..2099-12-31',
  '1970-01-01..1970-01-01',
  '2099-01-01..',
  '2020-03-10..2020-03-01',
  '..',
  '....',
  ',',
  ',,,,',
  '2020-13',
  '0000-01',
  '9999-12',
  '2020-03.pdf.html',
  '.',
  'x'.repeat(2000),
  'web,'.repeat(500),
  '2020-03-01..2020-03-02,'.repeat(200),
  '('.repeat(1000),
  'x'.repeat(12_000),
] as const;

/** Bytes that are no text, as they stand in an address. */
export const HOSTILE_BYTES = [
  '%',
  '%zz',
  '%00',
  '%E0%A4%A',
  '%ED%A0%80',
  '%c0%ae%c0%ae%c0%af',
  '%252e%252e%252f',
  '%2e%2e%2f',
];

/** Any of these, or any characters at all. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }) },
);

/** A text with one character more, less, or another. */
export function nearly(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(40),
    drop: fc.nat(1),
    put: fc.constantFrom('', '0', '-', 'é', "'", '\0', ' '),
  });
  return fc.tuple(text, change).map(([said, { at, drop, put }]) => {
    const place = said.length === 0 ? 0 : at % said.length;
    return said.slice(0, place) + put + said.slice(place + drop);
  });
}

/** Mostly what is right, now and then nearly, now and then something hostile. */
export const either = (right: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 2, arbitrary: nearly(right) },
    { weight: 3, arbitrary: anyText },
  );

/** Types of content that a body may say it has. */
export const anyType = fc.constantFrom(
  undefined,
  '',
  'text/plain',
  'text/html; charset=utf-7',
  'application/json; charset=utf-16',
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  `application/${'x'.repeat(500)}`,
);

/** Bodies that are none. */
export const anyBytes = fc.oneof(
  fc
    .constantFrom(
      '',
      'null',
      '[]',
      '""',
      '0',
      '{',
      '{"from":',
      '{"__proto__":{"role":"admin"},"constructor":{"prototype":{}}}',
      '{"from":1e999,"text":-0,"author":true}',
      `${'['.repeat(8000)}${']'.repeat(8000)}`,
      '{"a":'.repeat(3000),
      `{"text":"${'x'.repeat(20_000)}"}`,
      `{"frozen":true,"frozen":"no"}`,
      '\ufeff{"frozen":true}',
      '--x\r\nContent-Disposition: form-data; name="nome"; filename="../../x"\r\n\r\nanna\r\n--x--',
    )
    .map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

/** What a header can hold at all: one byte a character, no line breaks. */
const headerText = anyText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 1000));

/** Headers that clients and proxies choose. */
export const anyHeaders = fc.dictionary(
  fc.constantFrom(
    'Accept',
    'Accept-Language',
    'Cookie',
    'If-None-Match',
    'If-Modified-Since',
    'Range',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'X-HTTP-Method-Override',
    'Sec-Fetch-Site',
  ),
  fc.oneof(
    headerText,
    fc.constantFrom(
      'text/html',
      'bytes=0-9999999999',
      '*',
      'W/"x"',
      'https',
      '2001:db8::1%25eth0, ::ffff:1.2.3.4',
    ),
    headerText.map((text) => `affluenza_session=${text}.${'A'.repeat(43)}=; affluenza_browser=%E0%A4%A`),
  ),
  { minKeys: 1, maxKeys: 3 },
);
