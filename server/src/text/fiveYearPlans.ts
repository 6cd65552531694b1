/** The five-year plans by number: which years they cover, and how they are called. */

/** The years the five-year plan with this number covers, or undefined. The third began in 1966, after three years of adjustment. */
export function planYears(plan: number): { from: number; to: number } | undefined {
  if (plan < 1 || plan > 40) return undefined;
  if (plan <= 2) return { from: 1953 + (plan - 1) * 5, to: 1957 + (plan - 1) * 5 };
  return { from: 1966 + (plan - 3) * 5, to: 1970 + (plan - 3) * 5 };
}

/** The name of a five-year plan as officials write it, without its quotation marks: 十四五. */
export function planName(plan: number): string {
  const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  if (plan < 10) return `${ones[plan]}五`;
  return `${plan < 20 ? '' : ones[Math.floor(plan / 10)]}十${ones[plan % 10]}五`;
}
