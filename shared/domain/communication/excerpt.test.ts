import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, readExcerpt } from './excerpt.ts';

const TODAY = '2026-11-21';
const messages = (text: string) => readExcerpt(text, TODAY)?.messages;

describe('pasting what was said (O12, B3)', () => {
  it('reads WeChat: name and time above each message', () => {
    const text =
      '王总 2026/11/20 14:03\n石材什么时候到？\n\n李工 2026/11/20 14:05\n下周三到现场。\n周四开始铺。';
    expect(messages(text)).toEqual([
      { sender: '王总', at: '2026-11-20T14:03:00', text: '石材什么时候到？' },
      { sender: '李工', at: '2026-11-20T14:05:00', text: '下周三到现场。\n周四开始铺。' },
    ]);
  });

  it('reads WeChat of the day, with times only or with names only', () => {
    expect(messages('王总 14:03\n图纸收到了')).toEqual([
      { sender: '王总', at: `${TODAY}T14:03:00`, text: '图纸收到了' },
    ]);
    expect(messages('王总：\n图纸收到了\n李工：\n好的')).toEqual([
      { sender: '王总', at: null, text: '图纸收到了' },
      { sender: '李工', at: null, text: '好的' },
    ]);
  });

  it('reads LINE: a line with the day, then time, name and text', () => {
    const text =
      '2026/11/20（五）\n14:03\t王小姐\t磁磚何時到？\n下午 02:05\t李工\t下週三\n一早就到\n2026/11/21（六）\n09:00\t王小姐\t好';
    expect(messages(text)).toEqual([
      { sender: '王小姐', at: '2026-11-20T14:03:00', text: '磁磚何時到？' },
      { sender: '李工', at: '2026-11-20T14:05:00', text: '下週三\n一早就到' },
      { sender: '王小姐', at: '2026-11-21T09:00:00', text: '好' },
    ]);
  });

  it('reads messengers that put day, time and name before the text', () => {
    expect(messages('[2026/11/20 14:03:22] Anna Lee: When do the tiles arrive?')).toEqual([
      { sender: 'Anna Lee', at: '2026-11-20T14:03:22', text: 'When do the tiles arrive?' },
    ]);
  });

  it.each([
    [
      '发件人: 王总 <wang@example.com>\n发送时间: 2026年11月20日 14:03\n收件人: 李工\n主题: 石材\n\n请确认到货日。',
      '王总',
    ],
    [
      '寄件者: 王小姐 <wang@example.com>\n傳送時間: 2026年11月20日 下午 02:03\n收件者: 李工\n主旨: 石材\n\n請確認到貨日。',
      '王小姐',
    ],
    [
      'From: Anna Lee <anna@example.com>\nSent: Friday, November 20, 2026 2:03 PM\nTo: Li\nSubject: Stone\n\nPlease confirm.',
      'Anna Lee',
    ],
  ])('reads the head of an Outlook mail', (text, sender) => {
    const excerpt = readExcerpt(text, TODAY);
    expect(excerpt?.kind).toBe('mail');
    expect(excerpt?.subject).toMatch(/石材|Stone/);
    expect(excerpt?.messages).toMatchObject([{ sender, at: '2026-11-20T14:03:00' }]);
  });

  it('leaves the earlier mails below out of the summary', () => {
    const text =
      'From: A <a@b.cc>\nSent: 2026-11-20 14:03\nSubject: S\n\nNew words.\n\nFrom: B <b@b.cc>\nSent: 2026-11-19 10:00\nSubject: S\n\nOld words.';
    expect(readExcerpt(text, TODAY)?.messages[0]?.text).toBe('New words.');
  });

  it('takes plain words for what they are', () => {
    expect(readExcerpt('客户来电，说石材颜色不对', TODAY)).toBeNull();
    expect(readExcerpt('', TODAY)).toBeNull();
  });

  it('drafts summary, sender, time, channel and the next step with its day', () => {
    const text = '王总 2026/11/20 14:03\n石材什么时候到？\n李工 2026/11/20 14:05\n没问题。下周三到现场。';
    expect(draftOf(readExcerpt(text, TODAY)!, TODAY)).toEqual({
      summary: '王总: 石材什么时候到？\n李工: 没问题。下周三到现场。',
      happened_at: '2026-11-20T14:05:00',
      sender: '王总',
      channel: 'im',
      imported_from: 'chat',
      next: { text: '下周三到现场。', due_on: '2026-11-25' },
    });
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const excerpt = readExcerpt(text, TODAY);
        if (excerpt) expect(draftOf(excerpt, TODAY).summary.length).toBeLessThanOrEqual(2_000);
      }),
    );
  });
});
