import { describe, expect, it } from 'vitest';
import { checkBundle } from './check-bundles.ts';
import { packIcns, packIco } from './make-icons.ts';
import { readFuses } from './verify-package.ts';

const renderer = { folder: 'renderer', externals: [], nodeAllowed: false };
const preload = { folder: 'preload', externals: ['electron'], nodeAllowed: false };
const electron = { folder: 'electron', externals: ['electron', 'better-sqlite3'], nodeAllowed: true };

describe('checkBundle', () => {
  it.each([
    ['import fs from "node:fs";', 'imports node:fs'],
    ['import{a}from"fs";', 'imports fs'],
    ['const a=1;import"path";', 'imports path'],
    ['const x = require("child_process");', 'imports child_process'],
    ['await import("electron")', 'imports electron'],
    ['export * from "react";', 'imports react'],
    ['const f = new Function("return 1");', 'makes code from text'],
    ['eval("1")', 'makes code from text'],
    ['load("x.node")', 'names a native module'],
    ['fetch("https://tracker.example.net/x")', 'names https://tracker.example.net/x'],
  ])('finds what a renderer must not have: %s', (text, problem) => {
    expect(checkBundle(text, renderer)).toEqual([problem]);
  });

  it('lets chunks, namespaces and comments pass', () => {
    const text =
      'import{a}from"./chunk-x.js";\n// eval( is not used\nconst ns="http://www.w3.org/2000/svg";retrieval("x");';
    expect(checkBundle(text, renderer)).toEqual([]);
  });

  it('knows what each bundle may require', () => {
    expect(checkBundle('let e = require("electron");', preload)).toEqual([]);
    expect(checkBundle('let e = require("electron"); require("fs")', preload)).toEqual(['imports fs']);
    expect(checkBundle('import a from "node:fs";\nimport b from "better-sqlite3";', electron)).toEqual([]);
    expect(checkBundle('import { chromium } from "playwright-core";', electron)).toEqual([
      'imports playwright-core',
      'mentions playwright-core',
    ]);
  });
});

describe('containers', () => {
  it('points at each picture of an icon', () => {
    const png = Buffer.from('\u0089PNG', 'latin1');
    const ico = packIco([
      [16, png],
      [256, png],
    ]);
    expect(ico.readUInt16LE(4)).toBe(2);
    expect(ico[6 + 16]).toBe(0);
    expect(ico.subarray(ico.readUInt32LE(6 + 16 + 12)).equals(png)).toBe(true);
    const icns = packIcns([['ic07', png]]);
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(icns.toString('latin1', 8, 12)).toBe('ic07');
  });

  it('reads a fuse wire, and its absence', () => {
    const wire = Buffer.concat([
      Buffer.from('xxdL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
      Buffer.from([1, 3]),
      Buffer.from('101yy'),
    ]);
    expect(readFuses(wire)).toBe('101');
    expect(readFuses(Buffer.from('nothing'))).toBe('');
  });
});
