import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/feeds/read-date.ts';

function read(text: string): string | null {
  const reading = readDate(text);
  return reading === null
    ? null
    : `${new Date(reading.at).toISOString().replace(':00.000Z', 'Z').replace('.000Z', 'Z')} ${reading.precision}`;
}

describe.each<[string, readonly (readonly [string, string | null])[]]>([
  [
    'RFC 822 dates',
    [
      ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z instant'],
      ['Thu, 1 Jan 04 19:48 EST', '2004-01-02T00:48Z instant'],
      ['01 Jan 2004 19:48:21 +0100', '2004-01-01T18:48:21Z instant'],
      ['Fri, 28 Nov 97 09:55:06 -0600', '1997-11-28T15:55:06Z instant'],
      ['Wed,27 Aug 2025 08:00:00 GMT', '2025-08-27T08:00Z instant'],
      ['Sat, 07 Sep 2002 0:00:01 GMT', '2002-09-07T00:00:01Z instant'],
      ['Tue, 26 Oct 2004 14:01:01 -0500 (CDT)', '2004-10-26T19:01:01Z instant'],
      ['Thu, 31 Dec 1998 23:59:60 GMT', '1999-01-01T00:00Z instant'],
      ['Monday, 05 January 2026 10:00:00 GMT', '2026-01-05T10:00Z instant'],
      ['2026-004-27T10:00:00+00:00', '2026-04-27T10:00Z instant'],
      ['Sun Jan  4 16:29:06 PST 2004', '2004-01-05T00:29:06Z instant'],
      ['Sun Jan 4 16:29:06 2004', '2004-01-04T16:29:06Z guessed'],
      ['Thu, 01 Jan 2004', '2004-01-01T00:00Z date'],
    ],
  ],
  [
    'zones written onto the time, or between the time and the year',
    [
      ['Wed, 12 Mar 2025 10:14:55Z', '2025-03-12T10:14:55Z instant'],
      ['Wed, 12 Mar 2025 10:14Z', '2025-03-12T10:14Z instant'],
      ['12 March 2025 10:14:55GMT', '2025-03-12T10:14:55Z instant'],
      ['12 Jan 2025 10:14:55EST', '2025-01-12T15:14:55Z instant'],
      ['12 March 2025 10:14pm', '2025-03-12T22:14Z guessed'],
      ['Wed Mar 12 10:14:55 Z 2025', '2025-03-12T10:14:55Z instant'],
      ['Wed Mar 12 10:14:55 +05:30 2025', '2025-03-12T04:44:55Z instant'],
      ['Wed Mar 12 10:14:55 GMT-0300 2025', '2025-03-12T13:14:55Z instant'],
      ['Wed Mar 12 2025 10:14:55 GMT+0100 (CET)', '2025-03-12T09:14:55Z instant'],
      ['2025-03-12 10:14 PM', '2025-03-12T22:14Z guessed'],
      ['2025-03-12 12:14 am', '2025-03-12T00:14Z guessed'],
      ['Wed, 12 Mar 2025 10 +0200', '2025-03-12T08:00Z instant'],
      ['Wed, 12 Mar 2025 10:14 -040', '2025-03-12T14:14Z instant'],
      ['Wed, 12 Mar 2025 10:14 +530', '2025-03-12T04:44Z instant'],
      ['12 Mar 2025 10 GMT', '2025-03-12T10:00Z instant'],
      ['2025-03-12 at 10:14:55', '2025-03-12T10:14:55Z guessed'],
      ['March 12, 2025 at 10:14 EDT', '2025-03-12T14:14Z instant'],
      ['12 Mar 2025 10:14:61Z', null],
      ['2025-03-12T10:14:75Z', null],
    ],
  ],
  [
    'ISO 8601 dates',
    [
      ['2003-12-31T10:14:55Z', '2003-12-31T10:14:55Z instant'],
      ['2003-12-31T10:14:55.5+01:00', '2003-12-31T09:14:55.500Z instant'],
      ['2003-12-31T10:14+0100', '2003-12-31T09:14Z instant'],
      ['2003-12-31t10:14:55z', '2003-12-31T10:14:55Z instant'],
      ['2003-12-31 10:14:55', '2003-12-31T10:14:55Z guessed'],
      ['2003-12-31T24:00:00Z', '2004-01-01T00:00Z instant'],
      ['20031231T101455Z', '2003-12-31T10:14:55Z instant'],
      ['2003-12-31T10:14:55-010:00', '2003-12-31T20:14:55Z instant'],
      ['2003-12-31T10Z', '2003-12-31T10:00Z instant'],
      ['2003-12-31T10-05:00', '2003-12-31T15:00Z instant'],
      ['2003-12-31', '2003-12-31T00:00Z date'],
      ['20031231', '2003-12-31T00:00Z date'],
      ['2003-335', '2003-12-01T00:00Z date'],
      ['2003-12', '2003-12-01T00:00Z guessed'],
      ['2003', '2003-01-01T00:00Z guessed'],
    ],
  ],
  [
    'zone names',
    [
      ['Fri, 10 Oct 2025 10:00:00 KST', '2025-10-10T01:00Z instant'],
      ['Fri, 10 Oct 2025 10:00:00 JST', '2025-10-10T01:00Z instant'],
      ['Fri, 10 Oct 2025 10:00:00 AEST', '2025-10-10T00:00Z instant'],
      ['Fri, 10 Oct 2025 10:00:00 AEDT', '2025-10-09T23:00Z instant'],
      ['Fri, 10 Oct 2025 10:00:00 CEST', '2025-10-10T08:00Z instant'],
      ['Fri, 10 Jan 2025 10:00:00 CET', '2025-01-10T09:00Z instant'],
      ['Fri, 10 Jan 2025 10:00:00 EST', '2025-01-10T15:00Z instant'],
      ['Fri, 11 Jul 2025 10:00:00 EDT', '2025-07-11T14:00Z instant'],
      ['Fri, 11 Jul 2025 10:00:00 EST', '2025-07-11T15:00Z guessed'],
      ['Fri, 11 Jul 2025 10:00:00 IST', '2025-07-11T04:30Z guessed'],
      ['Fri, 11 Jul 2025 10:00:00 BST', '2025-07-11T09:00Z guessed'],
      ['Fri, 31 Mar 2023 20:19:00 America/Los_Angeles', '2023-04-01T03:19Z instant'],
      ['Thu, 25 Feb 2016 00:00:00 Europe/Brussels', '2016-02-24T23:00Z instant'],
      ['Thu, 25 Feb 2016 00:00:00 Atlantis/Poseidonis', '2016-02-25T00:00Z guessed'],
      ['Fri, 11 Jul 2025 10:00:00 XYZ', '2025-07-11T10:00Z guessed'],
      ['Fri, 11 Jul 2025 10:00:00 GMT+0200', '2025-07-11T08:00Z instant'],
    ],
  ],
  [
    'local languages',
    [
      ['2004년 5월 25일 오후 11:23:17', '2004-05-25T14:23:17Z guessed'],
      ['2026.4.27. 오전 9:05', '2026-04-27T00:05Z guessed'],
      ['2026年4月27日', '2026-04-27T00:00Z date'],
      ['2026年4月27日 10時30分', '2026-04-27T10:30Z guessed'],
      ['２０２６年４月２７日', '2026-04-27T00:00Z date'],
      ['12 de marzo de 2025', '2025-03-12T00:00Z date'],
      ['12 mars 2025 à 10h30', '2025-03-12T10:30Z guessed'],
      ['12. März 2025', '2025-03-12T00:00Z date'],
      ['Mon, 05 janv. 2026 10:00:00 +0100', '2026-01-05T09:00Z instant'],
      ['qua, 12 dez 2025 10:00:00 -0300', '2025-12-12T13:00Z instant'],
      ['26 Şubat 2026', '2026-02-26T00:00Z date'],
      ['27 апреля 2026, 14:00', '2026-04-27T14:00Z guessed'],
      ['11 marca 2026', '2026-03-11T00:00Z date'],
      ['12 Agustus 2025', '2025-08-12T00:00Z date'],
      ['ngày 12 tháng 3 năm 2025', '2025-03-12T00:00Z date'],
      ['Κυρ, 11 Ιούλ 2004 12:00:00 EET', '2004-07-11T10:00Z instant'],
      ['2004-július-13T9:15-05:00', '2004-07-13T14:15Z instant'],
      ['٢٠٢٦-٠٣-٠٤', '2026-03-04T00:00Z date'],
      ['4 มี.ค. 2569', null],
      ['12 май 2025', '2025-05-12T00:00Z date'],
      ['12 лютого 2025', '2025-02-12T00:00Z date'],
      ['12 юни 2025', '2025-06-12T00:00Z date'],
      ['2025. szeptember 12.', '2025-09-12T00:00Z date'],
      ['12 iunie 2025', '2025-06-12T00:00Z date'],
      ['12 noi. 2025', '2025-11-12T00:00Z date'],
      ['st, 12 bře 2025 10:00:00 +0100', '2025-03-12T09:00Z instant'],
      ['12. července 2025', '2025-07-12T00:00Z date'],
      ['12. června 2025', '2025-06-12T00:00Z date'],
      ['Oca 12, 2025', '2025-01-12T00:00Z date'],
      ['12 Agt 2025 10.30 WIB', '2025-08-12T03:30Z instant'],
      ['12.3.2025 klo 10.30', '2025-03-12T10:30Z guessed'],
      ['Rabu, 12 Maret 2025 pukul 10.30', '2025-03-12T10:30Z guessed'],
    ],
  ],
  [
    'other orders',
    [
      ['March 12, 2025 10:00 pm EDT', '2025-03-13T02:00Z instant'],
      ['Monday, November 24, 2025 - 14:00', '2025-11-24T14:00Z guessed'],
      ['04/27/2026 - 14:05', '2026-04-27T14:05Z guessed'],
      ['27/04/2026', '2026-04-27T00:00Z date'],
      ['11/02/2025', '2025-11-02T00:00Z guessed'],
      ['Sat, 11 04 2020 08:51:49 +0100', '2020-04-11T07:51:49Z guessed'],
      ['2020-11-08T16:20:00-05:00Z', '2020-11-08T21:20Z instant'],
      [
        'Thu Nov 12 2020 17:00:00 GMT+0000 (Coordinated Universal Time)',
        '2020-11-12T17:00Z instant',
      ],
      ['Nov. 16, 2020, 10:57 a.m.', '2020-11-16T10:57Z guessed'],
      ['Wed, Mar 12,2025 10:14:55 EDT', '2025-03-12T14:14:55Z instant'],
      ['12 Wednesday, Mar 2025 10:14', '2025-03-12T10:14Z guessed'],
      ['Nov. 2020', '2020-11-01T00:00Z guessed'],
      ['November, 2020', '2020-11-01T00:00Z guessed'],
      ['Wed, 12 Mar 2025 10.14.55 GMT', '2025-03-12T10:14:55Z instant'],
      ['27.04.2026 10:00', '2026-04-27T10:00Z guessed'],
      ['15:30 27.04.2026', '2026-04-27T15:30Z guessed'],
      ['1700000000', '2023-11-14T22:13:20Z instant'],
      ['12 AM, 4 March 2026', '2026-03-04T00:00Z date'],
    ],
  ],
  [
    'what is no date',
    [
      ['', null],
      ['soon', null],
      ['31 Feb 2025', null],
      ['Fri, 31 Jun 2025 10:00:00 GMT', null],
      ['2025-02-30', null],
      ['2025-13-01', null],
      ['Thu, 01 Jan 2004 25:00:00 GMT', null],
      ['2004-01-01T10:61:00Z', null],
      ['12 Foo 2025', null],
      ['0000-00-00 00:00:00', null],
      ['Volume 12', null],
      ['Autumn 2020', null],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('whatever is printed', () => {
  it('what Date writes is read back to the second', () => {
    const instants = fc.integer({ min: 0, max: Date.UTC(2099, 0, 1) / 1_000 });
    fc.assert(
      fc.property(instants, (seconds) => {
        const date = new Date(seconds * 1_000);
        for (const text of [date.toISOString(), date.toUTCString()]) {
          expect(readDate(text)).toEqual({ at: seconds * 1_000, precision: 'instant' });
        }
      }),
    );
  });

  it('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => readDate(text)).not.toThrow();
      }),
    );
  });

  it.each(['1', '1 ', '1:', '1/', ' ', 'a', 'a ', '1 a ', '월'])(
    'a hundred thousand times %j is no date, within the time limit',
    (unit) => {
      expect(readDate(unit.repeat(100_000))).toBeNull();
      expect(() => readDate(unit.repeat(120 / unit.length))).not.toThrow();
    },
  );
});
