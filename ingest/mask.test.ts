// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { maskFileName, maskIdentifiers, maskPath, shown } from './mask.ts';

describe('what looks like an identifier goes', () => {
  test.each([
    ['scrive m.rossi@posta.example.it di nuovo', 'scrive [e-mail] di nuovo'],
    ['RSSMRA80A01F656X', '[codice fiscale]'],
    ['pratica_rss mra 80a01 f656x.', 'pratica_[codice fiscale].'],
    // One letter wrong is still somebody's; digits may be written as letters where two people share a code.
    ['RSSMRAULAMLF6RSZ', '[codice fiscale]'],
    ['bonifico IT60 X054 2811 1010 0000 0123 456', 'bonifico [iban]'],
    ['IT60X0542811101000000123456', '[iban]'],
    ['DE89370400440532013000', '[iban]'],
    ['tel. 055 910 8311', 'tel. [numero]'],
    ['+39 333 123 45 67', '[numero]'],
    ['(333) 1234567', '([numero]'],
    ['partita iva 00123456789', 'partita iva [numero]'],
    ['da 192.0.2.17', 'da [ip]'],
    ['da 2001:db8::7', 'da [ip]'],
    ['via Roma 12, Montevarchi', '[indirizzo], Montevarchi'],
    ['Mozilla/5.0 (X11; Linux)', '[agente]'],
  ])('%s', (text, masked) => expect(maskIdentifiers(text)).toBe(masked));

  test.each([
    ['accesso agli atti, l. 241/1990'],
    ['tributi 2020'],
    ['dal 2020-03-09 al 17.05.2020'],
    ['20200310'],
    ['alle 10:20:30'],
    ['d.lgs. 33/2013'],
    ['carta d’identità'],
  ])('and nothing else: %s', (text) => expect(maskIdentifiers(text)).toBe(text));
});

describe('of a value in a file is shown', () => {
  test.each([
    ['31/02/2020', '31/02/2020'],
    ['2020-03-10T25:00:00', '2020-03-10T25:00:00'],
    ['30 febbraio 2020', '30 febbraio 2020'],
    ['-5', '-5'],
    ['1.234,5', '1.234,5'],
    ['chiuso', 'chiuso'],
    ['Mario Rossi', 'Xxxxx Xxxxx'],
    // A surname that is a month's name, beside a first name.
    ['Mario Maggio', 'Xxxxx Xxxxxx'],
    ['3331234567', '9999999999'],
    ['333 123 4567', '999 999 9999'],
    ['192.0.2.17', '999.9.9.99'],
    ['RSSMRA80A01F656X', 'XXXXXX99X99X999X'],
    [
      'Buongiorno, sono Anna: mia figlia è malata e non so come avere il certificato',
      `Xxxxxxxxxx, xxxx Xxxx: xxx xxxxxx x xxxxxx x xxx xx xxxx xxx…`,
    ],
  ])('%s', (text, said) => expect(shown(text)).toBe(said));
});

test.each([
  ['access.log-20200301.gz', 'access.log-20200301.gz'],
  ['chat con Mario Rossi 2020-03.csv', 'chat con Xxxxx Xxxxx 2020-03.csv'],
  ['chat con Mario Maggio.txt', 'chat con Xxxxx Xxxxxx.txt'],
  ['pratica RSSMRA80A01F656X 3331234567.csv', 'pratica [codice fiscale] [numero].csv'],
  ['telefonate marzo 2020.xlsx', 'telefonate marzo 2020.xlsx'],
])('of the name of a file is kept: %s', (name, kept) => expect(maskFileName(name)).toBe(kept));

test.each([
  ['/notizie/2020/03/orari-uffici.html', '/notizie/2020/03/orari-uffici.html'],
  ['/servizi/carta%20identit%C3%A0', '/servizi/carta%20identit%C3%A0'],
  ['/modulo/m.rossi%40posta.it', '/modulo/[e-mail]'],
  ['/modulo/m.rossi%2540posta.it', '/modulo/[e-mail]'],
  ['/pratica/RSSMRA80A01F656X/stato', '/pratica/[codice fiscale]/stato'],
  ['/utenti/mario.rossi/dati', '/utenti/[…]/dati'],
  ['/cerca/mario-rossi', '/cerca/[…]'],
  ['/~mrossi/foto', '/[…]/foto'],
  ['/area;jsessionid=1A2B3C/home', '/area/home'],
  ['/conferma/3f2a9c0d8e7b4a6f9c1d2e3f', '/conferma/[…]'],
  ['/richiama/0559108311', '/richiama/[numero]'],
  ['/%E0%A4%A/a%40b.it', '/%E0%A4%A/[e-mail]'],
])('of the path of a page is kept: %s', (path, kept) => expect(maskPath(path)).toBe(kept));
