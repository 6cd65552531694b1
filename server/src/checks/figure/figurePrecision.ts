/** How exactly a figure is written: what its last place stands for. */
import type { Quantity } from '../../text/quantities';

/** What the last place written stands for: 1e7 in 3268.4亿元, 0.1 in 4.3%. `written` begins with the number. */
export function precisionOf(figure: Quantity, written: string): number {
  return 10 ** -decimals(written) * scale(figure, written);
}

/** What one of the unit written stands for: 1e8 for 亿元. */
function scale({ value }: Quantity, written: string): number {
  const number = Number.parseFloat(halfWidth(written).replace(/[,，\s]/g, ''));
  return number > 0 ? value / number : 1;
}

/** Places after the point. */
export function decimals(written: string): number {
  return /\.(\d+)/.exec(halfWidth(written))?.[1]?.length ?? 0;
}

/** What follows the number: 亿元. */
export function unitWritten(written: string): string {
  return written.replace(/^[\d０-９.．,，\s]+/, '');
}

function halfWidth(written: string): string {
  return written.replace(/[０-９．]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
