/** Turns a picture file into a logo that fits a letterhead. */

/** Pixels: large enough for 60 mm at 300 dpi. */
const WIDTH = 720;
const HEIGHT = 360;
const MAX_BYTES = 500_000;

export type LogoProblem = 'type' | 'unreadable' | 'size';

export type LogoResult =
  | { readonly ok: true; readonly dataUrl: string }
  | { readonly ok: false; readonly problem: LogoProblem };

/** Size of a picture that fits into the box without being enlarged. */
export function fitInto(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const bytesOf = (dataUrl: string): number => Math.ceil(((dataUrl.length - dataUrl.indexOf(',') - 1) * 3) / 4);

/** Reads a PNG or JPEG, makes it small and returns it as a `data:` URL of at most 500 kB. */
export async function readLogo(file: File): Promise<LogoResult> {
  if (file.type !== 'image/png' && file.type !== 'image/jpeg') return { ok: false, problem: 'type' };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
  const size = fitInto(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d');
  if (!context) return { ok: false, problem: 'unreadable' };
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, size.width, size.height);
  bitmap.close();
  const png = canvas.toDataURL('image/png');
  if (file.type === 'image/png' && bytesOf(png) <= MAX_BYTES) return { ok: true, dataUrl: png };
  // Photographs are smaller as JPEG; transparent parts become white as on paper.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  const jpeg = canvas.toDataURL('image/jpeg', 0.9);
  return bytesOf(jpeg) <= MAX_BYTES ? { ok: true, dataUrl: jpeg } : { ok: false, problem: 'size' };
}
