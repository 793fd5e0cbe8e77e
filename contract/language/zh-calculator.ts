/** Why a limit cannot be reckoned as somebody asked, in Chinese. */
export const reckonRefusals = {
  'unknown-clock': '“{procedure}”没有这个期限，它的期限有：{clocks}。',
  'extension-not-provided': '“{clock}”没有可以延长的规定。',
  'extension-too-often': '“{clock}”最多延长 {times} 次。',
  'extension-too-long': '“{clock}”一次最多延长 {most}。',
  'extension-out-of-range': '延长的天数应当是从 1 起的整数。',
  'pause-not-provided': '“{clock}”没有可以暂停计算的规定。',
  'pause-too-long': '“{clock}”暂停计算合计最多 {longest}。',
  'pause-before-start': '暂停不能早于期限开始。',
  'pause-ends-before-it-begins': '暂停的恢复日期不能早于开始日期。',
  'pauses-overlap': '几次暂停不能重叠。',
  'limit-out-of-range': '这个期限太长，无法计算。',
} as const;

/** What lies before a procedure; the window to apply runs from it. */
export const earlierEvents = { known: '知道或者应当知道' } as const;
