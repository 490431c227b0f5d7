/** Files that are wrong, damaged or meant to harm: refused with a reason and a way out, or read as plain text. */
import { closeSync, ftruncateSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MAX_UPLOAD_BYTES } from '#main/services/fileTokens.ts';
import { createForkWorker } from '#main/services/worker/forkWorker.ts';
import { catalogues } from '#shared/i18n/index.ts';
import { REFUSAL_CODES, WARNING_CODES } from '#shared/interchange/mspdi/issues.ts';
import type { OutputOf } from '#shared/ipc/contract.ts';
import { ERROR_CODES } from '#shared/ipc/errors.ts';
import { type ImportFiles, importFiles, importFrom, openContext } from '#test/support/importFiles.ts';
import { mspdiText, zipBomb } from '#test/support/mspdiFile.ts';
import { fingerprint } from '#test/support/storeState.ts';
import { startTestApp, type TestApp, type WireFailure } from '#test/support/testApp.ts';

const MB = 1024 * 1024;
const workerEntry = join(import.meta.dirname, '../../main/services/worker/entry.ts');

// Child processes and files of 100 MB take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let t: TestApp;
let files: ImportFiles;
let fileOf: ImportFiles['write'];
let largeFile: ImportFiles['writeLarge'];
beforeAll(async () => {
  files = importFiles();
  ({ write: fileOf, writeLarge: largeFile } = files);
  t = await startTestApp({ worker: createForkWorker(workerEntry) });
});
afterAll(async () => {
  await t.close();
  files.remove();
});

const context = () => openContext(t);
const importPath = (path: string): Promise<OutputOf<'import.project'>> => importFrom(t, path);

const refused = (path: string): Promise<WireFailure['err']> =>
  importPath(path).then(
    () => Promise.reject(new Error('the file was not refused')),
    (error: WireFailure) => error.err,
  );

describe('a file of the wrong kind is known by its content, whatever it is called', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['nothing', '', 'FILE_EMPTY'],
    ['a picture', png, 'NOT_XML'],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'FOREIGN_PDF'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'FOREIGN_HTML'],
    ['JSON', '{"tasks":[]}', 'FOREIGN_JSON'],
    ['plain text', 'Task list\n1. Dig\n', 'NOT_XML'],
    ['a Primavera file', 'ERMHDR\t19.12\t2026-11-21\tProject\n', 'FOREIGN_XER'],
    [
      'a build script whose root is called project as well',
      '<?xml version="1.0"?><project name="x" default="build"><target name="build"/></project>',
      'NOT_MSPDI',
    ],
    ['a Maven file', '<project xmlns="http://maven.apache.org/POM/4.0.0"><tasks/></project>', 'NOT_MSPDI'],
    [
      'GanttProject with an entity',
      '<?xml version="1.0"?><!DOCTYPE project [<!ENTITY x SYSTEM "file:///etc/passwd">]><project><tasks>&x;</tasks></project>',
      'XML_DOCTYPE',
    ],
    [
      'half a GanttProject file',
      '<?xml version="1.0"?><project name="x"><tasks><task id="0"',
      'XML_TRUNCATED',
    ],
    [
      'GanttProject nested without end',
      `<?xml version="1.0"?><project name="x"><tasks>${'<task id="0">'.repeat(5000)}`,
      'XML_TOO_DEEP',
    ],
    [
      'Java objects',
      Buffer.concat([Buffer.from('aced00057372', 'hex'), Buffer.from('java.util.HashMap')]),
      'FOREIGN_POD',
    ],
    [
      'Java objects with an XML part that is none',
      Buffer.concat([
        Buffer.from('aced0005', 'hex'),
        Buffer.from('@@@@@@@@@@ProjectLibreSeparator_MSXML@@@@@@@@@@{"tasks":[]}'),
      ]),
      'FOREIGN_JSON',
    ],
    ['an old exchange file', 'MPX,Microsoft Project for Windows,4.0,ANSI\r\n', 'FOREIGN_MPX'],
    ['a binary Project file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FOREIGN_MPP'],
    ['another XML', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'NOT_MSPDI'],
    ['an archive', zipBomb(deflateRawSync('plan'), 4), 'FOREIGN_ARCHIVE'],
  ];
  it.each(cases)('%s', async (_name, content, reason) => {
    const before = fingerprint(context().store);
    expect(await refused(fileOf(content))).toMatchObject({ code: 'IMPORT_REFUSED', reason });
    expect(fingerprint(context().store)).toBe(before);
  });
});

describe('a file meant to exhaust the machine', () => {
  const timed = async (path: string) => {
    const start = performance.now();
    let last = start;
    let stall = 0;
    const watch = setInterval(() => {
      stall = Math.max(stall, performance.now() - last - 20);
      last = performance.now();
    }, 20);
    const err = await refused(path);
    clearInterval(watch);
    return { err, ms: performance.now() - start, stall };
  };

  it('100 MB of nested entities: refused for the DOCTYPE before one of them is expanded', async () => {
    const entity = '<!ENTITY a "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">\n';
    const path = largeFile(
      '<?xml version="1.0"?>\n<!DOCTYPE Project [\n',
      entity,
      99 * MB,
      ']><Project>&a;</Project>',
    );
    const { err, ms, stall } = await timed(path);
    expect(err).toMatchObject({ code: 'IMPORT_REFUSED', reason: 'XML_DOCTYPE' });
    expect(ms).toBeLessThan(10_000);
    expect(stall).toBeLessThan(1000);
  });

  it('an entity that names a file of this computer: refused, nothing of the file appears', async () => {
    const xml =
      '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project><Name>&x;</Name></Project>';
    const err = await refused(fileOf(xml));
    expect(err).toMatchObject({ reason: 'XML_DOCTYPE', args: { line: 1 } });
    expect(JSON.stringify(err)).not.toContain('root:');
  });

  it('100 MB of nested elements', async () => {
    const path = largeFile(
      '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">',
      '<a>',
      99 * MB,
    );
    const { err, ms } = await timed(path);
    expect(err).toMatchObject({
      code: 'IMPORT_REFUSED',
      reason: expect.stringMatching(/^(FILE_TOO_LARGE|XML_TOO_DEEP)$/),
    });
    expect(ms).toBeLessThan(10_000);
  });

  it('nesting within the size limit', async () => {
    const xml = `<Project xmlns="http://schemas.microsoft.com/project">${'<a>'.repeat(200_000)}`;
    expect(await refused(fileOf(xml))).toMatchObject({ reason: 'XML_TOO_DEEP' });
  });

  it('a comment, a text and an attribute of 40 MB', async () => {
    const head = '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">';
    for (const [open, close] of [
      ['<!--', '-->'],
      ['<Title>', '</Title>'],
      ['<Title a="', '"/>'],
    ] as const) {
      const path = largeFile(head + open, 'x', 40 * MB, `${close}</Project>`);
      const { err, ms } = await timed(path);
      expect(err).toMatchObject({ code: 'IMPORT_REFUSED', reason: 'XML_TEXT_TOO_LONG' });
      expect(ms).toBeLessThan(10_000);
    }
  });

  it('a zip bomb: named an archive by its first bytes and never unpacked', async () => {
    const bytes = 512 * MB;
    const bomb = zipBomb(deflateRawSync(Buffer.alloc(64 * MB)), bytes);
    const { err, ms } = await timed(fileOf(bomb, 'plan.xml'));
    expect(err).toMatchObject({ reason: 'FOREIGN_ARCHIVE' });
    expect(ms).toBeLessThan(3000);
  });

  it('a file over the limit: refused before a byte of it is read', async () => {
    const path = fileOf('');
    const file = openSync(path, 'r+');
    ftruncateSync(file, MAX_UPLOAD_BYTES + 1);
    closeSync(file);
    expect(statSync(path).size).toBeGreaterThan(MAX_UPLOAD_BYTES);
    expect(() => context().files.fromPath(path)).toThrow('TOO_LARGE');
    await expect(t.request('file.begin', { name: 'a.xml', size: MAX_UPLOAD_BYTES + 1 })).rejects.toThrow(
      'TOO_LARGE',
    );
    const { token } = await t.request('file.begin', { name: 'a.xml', size: 3 });
    await expect(t.request('file.chunk', { token, base64: 'AAAAAAAA' })).rejects.toThrow('TOO_LARGE');
  });

  it('an upload that the disk does not take is refused in words, and tried again when it does', async () => {
    const incoming = join(t.dir, 'incoming');
    rmSync(incoming, { recursive: true, force: true });
    // A file stands where the folder should be: every write there fails, also for an administrator.
    writeFileSync(incoming, '');
    const failure = await t
      .request('file.begin', { name: 'a.xml', size: 3 })
      .catch((error: WireFailure) => error);
    expect(failure).toMatchObject({ err: { code: expect.stringMatching(/^STORE_(PATH|IO)$/) } });
    rmSync(incoming);
    const { token } = await t.request('file.begin', { name: 'a.xml', size: 3 });
    rmSync(incoming, { recursive: true });
    await expect(t.request('file.chunk', { token, base64: 'AAAA' })).rejects.toThrow('STORE_');
  });

  it('an upload that is not complete is not read', async () => {
    const { token } = await t.request('file.begin', { name: 'a.xml', size: 300 });
    await t.request('file.chunk', { token, base64: 'PFByb2plY3Q+' });
    await expect(t.task('import.inspect', { token })).rejects.toThrow('FILE_UNREADABLE');
    await t.request('file.release', { token });
    await expect(t.task('import.inspect', { token })).rejects.toThrow('FILE_TOKEN_UNKNOWN');
  });
});

describe('a damaged file', () => {
  const whole = mspdiText({ tasks: [{ Name: '甲' }, { Name: '乙' }] });

  it('is refused wherever it breaks off, with the line', async () => {
    for (const at of [0.3, 0.6, 0.97]) {
      const err = await refused(fileOf(whole.slice(0, Math.floor(whole.length * at))));
      expect(err).toMatchObject({ code: 'IMPORT_REFUSED', reason: 'XML_TRUNCATED', args: { line: 1 } });
    }
  });

  it('is refused with line and column where a tag is wrong', async () => {
    const err = await refused(fileOf(whole.replace('</Name>', '\n</Nam>')));
    expect(err).toMatchObject({ reason: 'XML_MALFORMED', args: { line: 2 } });
    expect(err.args['column']).toEqual(expect.any(Number));
  });

  it('is refused for bytes that are not the encoding it claims', async () => {
    const bytes = Buffer.concat([
      Buffer.from(whole.slice(0, 400)),
      Buffer.from([0xff, 0xfe, 0x41]),
      Buffer.from(whole.slice(400)),
    ]);
    expect(await refused(fileOf(bytes))).toMatchObject({ reason: 'ENCODING_BROKEN' });
  });

  it('with dates out of range keeps the rest and names each of them', async () => {
    const { report, projectId } = await importPath(
      fileOf(
        mspdiText({
          tasks: [
            { Name: '远古', Start: '0001-01-01T08:00:00', Finish: '9999-12-31T17:00:00' },
            { Name: '不存在', Start: '2026-02-30T08:00:00' },
            { Name: '好', Deadline: 'tomorrow' },
          ],
        }),
      ),
    );
    expect(report.warningCounts['DATE_OUT_OF_RANGE']).toBe(2);
    expect(report.warningCounts['DATE_UNREADABLE']).toBe(2);
    const tasks = await t.request('task.list', { where: { project_id: projectId } });
    expect(tasks.map((task) => [task.name, task.start_at])).toEqual([
      ['远古', null],
      ['不存在', null],
      ['好', '2027-01-04T08:00:00'],
    ]);
  });

  it('with links in a circle, to itself and to nowhere leaves those links out', async () => {
    const link = (uid: number) => ({ PredecessorUID: uid, Type: 1, CrossProject: 0, LinkLag: 0 });
    const { report, projectId } = await importPath(
      fileOf(
        mspdiText({
          tasks: [
            { Name: 'a', links: [link(3)] },
            { Name: 'b', links: [link(1)] },
            { Name: 'c', links: [link(2), link(3), link(99)] },
          ],
        }),
      ),
    );
    expect(report.warningCounts).toMatchObject({ LINK_CYCLE: 1, LINK_TO_SELF: 1, LINK_DANGLING: 1 });
    expect(
      report.leftOut.links + (await t.request('link.list', { where: { project_id: projectId } })).length,
    ).toBe(5);
  });

  it('with a calendar without working time plans on another one, and says so', async () => {
    const idle = [1, 2, 3, 4, 5, 6, 7]
      .map((day) => `<WeekDay><DayType>${day}</DayType><DayWorking>0</DayWorking></WeekDay>`)
      .join('');
    const calendars = `<Calendar><UID>1</UID><Name>Never</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${idle}</WeekDays></Calendar>`;
    const { report } = await importPath(fileOf(mspdiText({ calendars, tasks: [{ Name: 'a' }] })));
    expect(report.warningCounts['CALENDAR_NO_WORKING_TIME']).toBe(1);
  });

  it('with numbers no column can hold is imported or refused in words, never with a fault of ours', async () => {
    const numbers = [
      '-1',
      '1e300',
      '99999999999999999999',
      '4294967296',
      '-4294967296',
      '0.5',
      'NaN',
      'Infinity',
      '1,5',
    ];
    for (const number of numbers) {
      const xml = mspdiText({
        more: `<MinutesPerDay>${number}</MinutesPerDay><MinutesPerWeek>${number}</MinutesPerWeek><DaysPerMonth>${number}</DaysPerMonth>`,
        tasks: [
          {
            Name: number,
            UID: number,
            ID: number,
            OutlineLevel: number,
            PercentComplete: number,
            Priority: number,
            Cost: number,
            ConstraintType: number,
            CalendarUID: number,
            LevelingDelay: number,
            DurationFormat: number,
            Work: `PT${number}H0M0S`,
            links: [{ PredecessorUID: number, Type: number, LinkLag: number, LagFormat: number }],
          },
          { Name: 'after', links: [{ PredecessorUID: number, LinkLag: number }] },
        ],
        resources: [
          {
            UID: number,
            ID: number,
            Name: 'r',
            Type: number,
            MaxUnits: number,
            CalendarUID: number,
            StandardRate: number,
          },
        ],
        assignments: [
          { UID: number, TaskUID: number, ResourceUID: number, Units: number, Work: `PT${number}H0M0S` },
        ],
      });
      const outcome = await importPath(fileOf(xml)).then(
        () => 'imported',
        (error: WireFailure) => error.err.code,
      );
      expect(outcome, `with ${number}`).toBe('imported');
    }
  });
});

it('every code that can stop or accompany an import has its text in three languages', () => {
  for (const [locale, texts] of Object.entries(catalogues)) {
    for (const code of [...REFUSAL_CODES, ...WARNING_CODES])
      expect(texts.mspdi[code as keyof typeof texts.mspdi], `${locale} mspdi:${code}`).toMatch(/\S{2}/);
    const errors: Readonly<Record<string, string>> = texts.errors;
    for (const code of ERROR_CODES.filter((one) =>
      /^(IMPORT|FILE|WORKER|TOO_|STORE|CANCELLED|INTERNAL|VALIDATION)/.test(one),
    ))
      expect(errors[code], `${locale} errors:${code}`).toMatch(/\S{2}/);
  }
});
