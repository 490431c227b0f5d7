import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGan } from '#shared/interchange/gan/read.ts';
import { writeGan } from '#shared/interchange/gan/write.ts';
import type { MspdiProject } from '#shared/interchange/mspdi/model.ts';
import type { MspdiResult } from '#shared/interchange/mspdi/reader.ts';
import { compileCalendar } from '#shared/schedule/calendar/compile.ts';
import { dayOf, formatDate } from '#shared/schedule/calendar/instant.ts';
import { requireSharedData } from '#test/support/sharedData.ts';

const dir = join(requireSharedData(), 'gan');
const files = readdirSync(dir).filter((name) => name.endsWith('.gan'));
const textOf = (file: string) => readFileSync(join(dir, file), 'utf8');

function read(text: string): Extract<MspdiResult, { ok: true }> {
  const result = readGan(text);
  if (!result.ok) throw new Error(result.refusal.code);
  return result;
}

/** A second opinion without the reader: attributes of every task, in document order. */
function tasksOf(text: string): Record<string, string>[] {
  return [...text.matchAll(/<task (?<attributes>[^>]*?)\/?>/g)].map((match) =>
    Object.fromEntries(
      [...(match.groups?.['attributes'] ?? '').matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [
        name ?? '',
        value ?? '',
      ]),
    ),
  );
}

const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi, (whole, name: string) => {
    const known: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
    if (!name.startsWith('#')) return known[name] ?? whole;
    return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

it('has the eight GanttProject files', () => {
  expect(files).toHaveLength(8);
});

describe.each(files)('%s', (file) => {
  const text = textOf(file);
  const { project } = read(text);

  it('has every task with its start, days, progress and kind as written', () => {
    const written = tasksOf(text);
    expect(project.tasks).toHaveLength(written.length);
    for (const [i, attributes] of written.entries()) {
      const task = project.tasks[i];
      if (!task) throw new Error('a task is missing');
      expect(task.uid).toBe(Number(attributes['id']) + 1);
      expect(task.name).toBe(decode(attributes['name'] ?? ''));
      expect(formatDate(dayOf(task.start ?? 0))).toBe(attributes['start']);
      expect((task.duration ?? 0) / 4800).toBe(Number(attributes['duration']));
      expect(task.progress.percentComplete).toBe(Number(attributes['complete']));
      expect(task.milestone).toBe(attributes['meeting'] === 'true');
    }
  });

  it('has every link and allocation', () => {
    const links = project.tasks.reduce((count, task) => count + task.links.length, 0);
    expect(links + project.droppedLinks.length).toBe([...text.matchAll(/<depend /g)].length);
    expect(project.assignments).toHaveLength([...text.matchAll(/<allocation /g)].length);
    expect(project.resources).toHaveLength([...text.matchAll(/<resource /g)].length);
  });

  it('comes back the same after it is written', () => {
    const again = read([...writeGan(project)].join(''));
    expect(again.project).toEqual(project);
    expect(again.warningCounts).toEqual(read(text).warningCounts);
  });
});

// Of all measured files 109 of 114; these eight hold 82 of those links and all five later starts.
it('all but five finish-to-start links begin on the next working day after the predecessor (§9)', () => {
  let all = 0;
  let next = 0;
  for (const file of files) {
    const { project } = read(textOf(file));
    const calendar = calendarOf(project);
    const byUid = new Map(project.tasks.map((task) => [task.uid, task]));
    for (const task of project.tasks)
      for (const link of task.links) {
        const finish = byUid.get(link.predecessorUid)?.finish ?? null;
        if (link.type !== 'FS' || finish === null || task.start === null) continue;
        all++;
        const lagged = calendar.addWork(finish, link.lag) ?? finish;
        const expected = calendar.nextWorkStart(lagged) ?? lagged;
        if (dayOf(task.start) === dayOf(expected)) next++;
        else expect(task.start).toBeGreaterThan(expected);
      }
  }
  expect([next, all]).toEqual([77, 82]);
});

function calendarOf(project: MspdiProject) {
  const own = project.calendars.find(({ uid }) => uid === project.properties.calendarUid);
  if (!own) throw new Error('no calendar');
  return compileCalendar(own.definition, new Map());
}
