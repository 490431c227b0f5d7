/**
 * A length of calculated time in whole tenths of a minute. The half goes to the even neighbour, so that a lag
 * of −50 % takes back exactly what one of 50 % gives.
 */
export function wholeTenths(tenths: number): number {
  const below = Math.floor(tenths);
  const rest = tenths - below;
  if (rest !== 0.5) return Math.round(tenths);
  return below % 2 === 0 ? below : below + 1;
}
