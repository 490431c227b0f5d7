/** Amounts in the capital characters that payment documents and cheques ask for (大寫金額). Pure. */

interface Script {
  readonly digits: string;
  readonly small: readonly string[];
  readonly ten4: string;
  readonly ten8: string;
  readonly unit: string;
  readonly tenth: string;
  readonly hundredth: string;
  readonly whole: string;
  readonly minus: string;
}

const SCRIPTS: Readonly<Record<'zh-CN' | 'zh-TW', Script>> = {
  'zh-CN': {
    digits: '零壹贰叁肆伍陆柒捌玖',
    small: ['', '拾', '佰', '仟'],
    ten4: '万',
    ten8: '亿',
    unit: '元',
    tenth: '角',
    hundredth: '分',
    whole: '整',
    minus: '负',
  },
  'zh-TW': {
    digits: '零壹貳參肆伍陸柒捌玖',
    small: ['', '拾', '佰', '仟'],
    ten4: '萬',
    ten8: '億',
    unit: '元',
    tenth: '角',
    hundredth: '分',
    whole: '整',
    minus: '負',
  },
};

/** 1–9999; zeros between digits read as one 零, those at the end not at all. */
function below10000(value: number, { digits, small }: Script): string {
  let text = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = gap || text !== '';
    else {
      text += `${gap ? digits[0] : ''}${digits[digit]}${small[place]}`;
      gap = false;
    }
  }
  return text;
}

/** Two parts of a number; the lower one is led by 零 when its first place is empty. */
function joined(
  high: string,
  unit: string,
  low: number,
  lowFrom: number,
  text: string,
  zero: string,
): string {
  if (low === 0) return `${high}${unit}`;
  return `${high}${unit}${low < lowFrom ? zero : ''}${text}`;
}

function below1e8(value: number, script: Script): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const text = low === 0 ? '' : below10000(low, script);
  if (high === 0) return text;
  return joined(below10000(high, script), script.ten4, low, 1_000, text, script.digits[0] ?? '');
}

function wholeText(value: number, script: Script): string {
  const high = Math.floor(value / 1e8);
  const low = value % 1e8;
  const text = low === 0 ? '' : below1e8(low, script);
  if (high === 0) return text;
  return joined(below1e8(high, script), script.ten8, low, 1e7, text, script.digits[0] ?? '');
}

/**
 * An amount in capitals: 1 680.32 → 壹仟陆佰捌拾元叁角贰分, 10 000 → 壹万元整, 0 → 零元整.
 * @param minor amount in fen, a safe integer
 */
export function capitalAmount(minor: number, language: 'zh-CN' | 'zh-TW' = 'zh-CN'): string {
  const script = SCRIPTS[language];
  const { digits, unit, tenth, hundredth, whole, minus } = script;
  const size = Math.abs(Math.trunc(minor));
  const yuan = Math.floor(size / 100);
  const jiao = Math.floor(size / 10) % 10;
  const fen = size % 10;
  if (size === 0) return `${digits[0]}${unit}${whole}`;
  const head = yuan === 0 ? '' : `${wholeText(yuan, script)}${unit}`;
  const tenths = jiao > 0 ? `${digits[jiao]}${tenth}` : fen > 0 && yuan > 0 ? digits[0] : '';
  const rest = `${tenths}${fen > 0 ? `${digits[fen]}${hundredth}` : whole}`;
  return `${minor < 0 ? minus : ''}${head}${rest}`;
}
