/** Project files that are odd in ways no program of ours writes: what is stored, and what is said about it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportFiles, importFiles, importFrom } from '#test/support/importFiles.ts';
import { mspdiText } from '#test/support/mspdiFile.ts';
import { startTestApp, type TestApp } from '#test/support/testApp.ts';

let t: TestApp;
let files: ImportFiles;
beforeAll(async () => {
  t = await startTestApp();
  files = importFiles();
});
afterAll(async () => {
  files.remove();
  await t.close();
});

const GAN_HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><project name="房子" version="3.3.3309"><calendars><day-types><day-type id="0"/><day-type id="1"/><default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/></day-types></calendars><tasks>';
const gan = (tasks: string): string => `${GAN_HEAD}${tasks}</tasks></project>`;

async function imported(text: string, name: string) {
  const { projectId, report } = await importFrom(t, files.write(text, name));
  const tasks = await t.request('task.list', { where: { project_id: projectId } });
  const project = await t.request('project.get', { id: projectId });
  return { tasks, project, report };
}

describe('Microsoft Project files', () => {
  it('a negative duration is no duration, and that is said', async () => {
    const { tasks, report } = await imported(
      mspdiText({ tasks: [{ Name: 'A', Start: '2026-01-05T08:00:00', Duration: '-PT8H0M0S' }] }),
      'negative.xml',
    );
    expect(tasks).toMatchObject([{ name: 'A', duration_tenths: null }]);
    expect(report.warningCounts['DURATION_UNREADABLE']).toBe(1);
  });
});

describe('GanttProject files', () => {
  it('a link to a task that is not there and an unreadable duration are said', async () => {
    const { tasks, report } = await imported(
      gan(
        '<task id="0" name="A" start="2026-01-05" duration="3"><depend id="9" type="2"/></task><task id="1" name="B" start="2026-01-05" duration="x"/><task id="2" name="C" start="2026-01-05" duration="-2"/>',
      ),
      'a.gan',
    );
    expect(tasks).toHaveLength(3);
    expect(report.warningCounts).toMatchObject({ LINK_SUCCESSOR_MISSING: 1, DURATION_UNREADABLE: 2 });
  });
});

describe('files of other programs', () => {
  it.each([
    [
      'GNOME Planner',
      '<?xml version="1.0"?><project name="x" mrproject-version="2" calendar="1"><tasks><task id="1" name="A"/></tasks></project>',
    ],
    ['a build file', '<project name="x" default="b"><target name="b"/></project>'],
  ])('%s calls its root project too and is refused', async (_, text) => {
    await expect(imported(text, 'x.gan')).rejects.toMatchObject({ err: { reason: 'NOT_MSPDI' } });
  });
});
